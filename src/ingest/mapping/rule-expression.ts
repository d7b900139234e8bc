import { AppError } from '#domain/app-error.ts';
import { nearest } from '../expression/nearest.ts';
import { columnsOf, type Expression, parseExpression } from '../expression.ts';
import { refusal } from '../refusal.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Where a rule stands, for errors. */
export interface RulePlace {
  /** The mapping file. */
  readonly file: string;
  readonly line: number;
  /** The file whose headers count. */
  readonly source: string;
}

/** The header as the file writes it. @throws AppError mappingInvalid (mappingHeader) naming the nearest ones */
export function exactHeader(written: string, headers: readonly string[], { file, line, source }: RulePlace): string {
  const name = normaliseHeader(written);
  const found =
    headers.find((header) => header === written) ?? headers.find((header) => normaliseHeader(header) === name);
  if (found !== undefined) return found;
  const suggestion = nearest(written, headers, 3).join(', ');
  const known = headers.slice(0, 50).join(', ');
  throw refusal('mappingHeader', { file, line, source, header: written, headers: known, suggestion });
}

function withExactHeaders(expression: Expression, headers: readonly string[], place: RulePlace): Expression {
  if (expression.kind === 'column') return { ...expression, header: exactHeader(expression.header, headers, place) };
  if (expression.kind !== 'call') return expression;
  return { ...expression, operands: expression.operands.map((operand) => withExactHeaders(operand, headers, place)) };
}

/** Parses a rule of a mapping file and finds its headers in the source. @throws AppError mappingInvalid with the line */
export function ruleExpression(text: string, headers: readonly string[], place: RulePlace): Expression {
  try {
    return withExactHeaders(parseExpression(text), headers, place);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'expressionInvalid') throw cause;
    const { position = 1, suggestion = '' } = cause.details;
    const details = { file: place.file, line: place.line, position, suggestion, reason: cause.message };
    throw refusal('mappingExpression', details, cause);
  }
}

/** A header as an expression. */
export const columnExpression = (header: string): Expression => ({ kind: 'column', header, position: 1 });
/** A text that stands in every row. */
export const constantExpression = (value: string): Expression => ({ kind: 'text', value, position: 1 });

/** The single header that an expression hangs on, whose style it takes; null: none or several. */
export function mainHeader(expression: Expression): string | null {
  const headers = columnsOf(expression);
  return headers.length === 1 ? (headers[0] ?? null) : null;
}
