import { expressionError } from './expression-error.ts';

/** What JavaScript's patterns know and the engine's (RE2) do not: looking around and repeating a group that was found. */
const NOT_IN_RE2 = /\(\?(?:=|!|<=|<!)|\\[1-9]|\\k</;

/** @throws AppError expressionInvalid when the pattern is none that the engine understands */
export function checkPattern(pattern: string, position: number): void {
  if (NOT_IN_RE2.test(pattern))
    throw expressionError('', position, 'patterns cannot look around or refer back', 'invalidPattern');
  try {
    new RegExp(pattern.replace(/^\(\?[ims]+\)/, ''), 'u');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw expressionError('', position, `not a pattern: ${reason}`, 'invalidPattern');
  }
}
