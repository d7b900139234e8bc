import { expressionError } from './expression-error.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'header' | 'mark' | 'end';
  /** Number as written, text and header without their quotes, name in lower case only where compared. */
  readonly value: string;
  /** Place of the first character, from 1. */
  readonly position: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,2})?/y;
const MARK = /<>|<=|>=|!=|==|[-+*/%(),=<>]/y;
const BLANK = /\s+/y;
const QUOTED: readonly { readonly kind: 'text' | 'header'; readonly pattern: RegExp; readonly close: string }[] = [
  { kind: 'text', pattern: /'((?:[^']|'')*)'/y, close: "'" },
  { kind: 'text', pattern: /"((?:[^"]|"")*)"/y, close: '"' },
  { kind: 'header', pattern: /\[((?:[^\]]|\]\])*)\]/y, close: ']' },
];
const PLAIN = [
  { kind: 'number' as const, pattern: NUMBER },
  { kind: 'name' as const, pattern: NAME },
  { kind: 'mark' as const, pattern: MARK },
];

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number): { token: Token; length: number } {
  const position = at + 1;
  for (const { kind, pattern, close } of QUOTED) {
    const found = matchAt(pattern, text, at);
    if (found === null) continue;
    const value = (found[1] ?? '').replaceAll(close + close, close);
    return { token: { kind, value, position }, length: found[0].length };
  }
  for (const { kind, pattern } of PLAIN) {
    const found = matchAt(pattern, text, at);
    if (found !== null) return { token: { kind, value: found[0], position }, length: found[0].length };
  }
  throw expressionError(text, position, `unexpected "${text.slice(at, at + 10)}"`, 'unexpectedCharacter');
}

/** @throws AppError expressionInvalid with the position of what is no token */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const { token, length } = tokenAt(text, at);
    tokens.push(token);
    at += length;
  }
  tokens.push({ kind: 'end', value: '', position: text.length + 1 });
  return tokens;
}
