import { expressionError } from './expression/expression-error.ts';
import { FUNCTION_NAMES } from './expression/functions.ts';
import { nearest } from './expression/nearest.ts';
import { type Token, tokenize } from './expression/tokens.ts';

/** The type of a value; an empty field is nothing, whatever its type. */
export type ValueType = 'text' | 'number' | 'date' | 'instant' | 'boolean';

/**
 * A rule of a mapping file, parsed: how a value is made from the fields of a row. Operators are calls too ('+', 'and',
 * 'in'). `position` is the place in the written rule, from 1.
 */
export type Expression =
  | { readonly kind: 'text'; readonly value: string; readonly position: number }
  /** As written, so that no digit is lost. */
  | { readonly kind: 'number'; readonly value: string; readonly position: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly position: number }
  | { readonly kind: 'nothing'; readonly position: number }
  | { readonly kind: 'column'; readonly header: string; readonly position: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly operands: readonly Expression[];
      readonly position: number;
    };

const LONGEST = 4000;
const DEEPEST = 60;
const AGGREGATES = new Set(['count', 'sum', 'min', 'max', 'first', 'any_value']);
/** Binary operators from the loosest to the tightest; `not` binds between `and` and the comparisons. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '==', '!=', '<>', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];
const RESERVED = new Set(['and', 'or', 'not', 'in']);
const COMPARISON = 2;
const SPELLINGS: Readonly<Record<string, string>> = { '==': '=', '<>': '!=' };

const call = (name: string, operands: readonly Expression[], position: number): Expression => ({
  kind: 'call',
  name,
  operands,
  position,
});

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  whole(): Expression {
    const expression = this.#level(0);
    if (this.#token().kind !== 'end') throw this.#unexpected();
    return expression;
  }

  #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '', position: this.#text.length + 1 };
  }

  #word(): string {
    const token = this.#token();
    return token.kind === 'name' || token.kind === 'mark' ? token.value.toLowerCase() : '';
  }

  #unexpected() {
    const token = this.#token();
    const what = token.kind === 'end' ? 'the rule ends too early' : `unexpected "${token.value}"`;
    return expressionError(this.#text, token.position, what, 'unexpectedWord');
  }

  #expect(mark: string) {
    if (this.#word() !== mark) throw this.#unexpected();
    this.#at += 1;
  }

  #level(level: number): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST * LEVELS.length)
      throw expressionError(this.#text, this.#token().position, 'the rule is nested too deeply', 'expressionTooLong');
    let left = level === COMPARISON && this.#word() === 'not' ? this.#negated() : this.#operand(level);
    while (LEVELS[level]?.includes(this.#word())) left = this.#binary(left, level);
    this.#depth -= 1;
    return left;
  }

  #operand(level: number): Expression {
    return level + 1 < LEVELS.length ? this.#level(level + 1) : this.#unary();
  }

  #binary(left: Expression, level: number): Expression {
    const { position } = this.#token();
    const word = this.#word();
    this.#at += 1;
    if (word === 'in') return call('in', [left, ...this.#list()], position);
    return call(SPELLINGS[word] ?? word, [left, this.#operand(level)], position);
  }

  #negated(): Expression {
    const { position } = this.#token();
    this.#at += 1;
    return call('not', [this.#level(COMPARISON)], position);
  }

  #unary(): Expression {
    const { position } = this.#token();
    if (this.#word() !== '-') return this.#primary();
    this.#at += 1;
    return call('negate', [this.#level(LEVELS.length - 1)], position);
  }

  #list(): readonly Expression[] {
    this.#expect('(');
    const operands: Expression[] = [];
    while (this.#word() !== ')') {
      if (operands.length > 0) this.#expect(',');
      operands.push(this.#level(0));
    }
    this.#at += 1;
    return operands;
  }

  #primary(): Expression {
    const { kind, value, position } = this.#token();
    if (kind === 'mark' && value === '(') {
      this.#at += 1;
      const inner = this.#level(0);
      this.#expect(')');
      return inner;
    }
    if (kind === 'mark' || kind === 'end' || RESERVED.has(this.#word())) throw this.#unexpected();
    this.#at += 1;
    if (kind === 'text') return { kind: 'text', value, position };
    if (kind === 'number') return { kind: 'number', value, position };
    if (kind === 'header') return { kind: 'column', header: value.trim(), position };
    return this.#named(value, position);
  }

  #named(name: string, position: number): Expression {
    const word = name.toLowerCase();
    if (this.#word() === '(') return this.#function(word, position);
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', position };
    if (word === 'null') return { kind: 'nothing', position };
    if (word === 'row_number') return call(word, [], position);
    return { kind: 'column', header: name, position };
  }

  #function(word: string, position: number): Expression {
    const name = FUNCTION_NAMES.find((known) => known.toLowerCase() === word);
    if (name !== undefined) return call(name, this.#list(), position);
    const suggestion = nearest(word, FUNCTION_NAMES, 1)[0] ?? '';
    throw expressionError(this.#text, position, `there is no function ${word}`, 'unknownFunction', suggestion);
  }
}

/**
 * Parses a rule such as `if([Status] = 'K', date([Ende]), null)`.
 * @throws AppError expressionInvalid with position, problem and, for an unknown name, the nearest known one
 */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST)
    throw expressionError(text, LONGEST, `a rule has at most ${LONGEST} characters`, 'expressionTooLong');
  return new Parser(text).whole();
}

/** Headers that an expression reads, each once, in order of appearance. */
export function columnsOf(expression: Expression): readonly string[] {
  if (expression.kind === 'column') return [expression.header];
  if (expression.kind !== 'call') return [];
  return [...new Set(expression.operands.flatMap(columnsOf))];
}

/** Whether an expression gathers several rows into one value. */
export function usesAggregate(expression: Expression): boolean {
  if (expression.kind !== 'call') return false;
  return AGGREGATES.has(expression.name) || expression.operands.some(usesAggregate);
}
