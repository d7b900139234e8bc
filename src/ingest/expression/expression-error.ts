import { AppError } from '#domain/app-error.ts';

/** What can be wrong with an expression; the sentences of both languages are in problems.ts. */
export type ExpressionProblem =
  | 'unexpectedCharacter'
  | 'unexpectedWord'
  | 'unknownFunction'
  | 'unknownHeader'
  | 'wrongArguments'
  | 'wrongType'
  | 'invalidPattern'
  | 'expressionTooLong';

/** The error for a place in an expression; `position` counts characters from 1. */
export function expressionError(
  expression: string,
  position: number,
  reason: string,
  problem: ExpressionProblem,
  suggestion = '',
): AppError {
  const hint = suggestion === '' ? '' : `; did you mean ${suggestion}?`;
  const where = expression === '' ? '' : ` in "${expression.slice(0, 200)}"`;
  return new AppError('expressionInvalid', `character ${position}${where}: ${reason}${hint}`, {
    problem,
    expression: expression.slice(0, 200),
    position,
    reason,
    suggestion,
  });
}
