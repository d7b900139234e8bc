import type { ValueType } from '../expression.ts';

/** A function whose operands have fixed types: they are converted, then its SQL is written. */
export interface PlainFunction {
  readonly operands: readonly ValueType[];
  /** How many of the last operands may be left out. */
  readonly optional: number;
  /** The last operand may be repeated. */
  readonly repeated: boolean;
  readonly result: ValueType;
  /** Operands that must be literals, by place: the engine wants constants there. */
  readonly literal: readonly number[];
  readonly sql: (...operands: readonly string[]) => string;
}

const plain = (
  operands: readonly ValueType[],
  result: ValueType,
  sql: (...operands: readonly string[]) => string,
  { optional = 0, repeated = false, literal = [] }: Partial<PlainFunction> = {},
): PlainFunction => ({ operands, result, sql, optional, repeated, literal });

/** Empty text and nothing are one and the same: no field, no value. */
const filled = (sql: string) => `nullIf(${sql}, '')`;
const text = (sql = 'NULL') => `ifNull(${sql}, '')`;
const whole = (sql = '0') => `toInt64(round(${sql}))`;
/** The engine's own least and greatest pass over nothing; here nothing stays nothing. */
const bothOr = (a = 'NULL', b = 'NULL', name = 'least') =>
  `if(isNull(${a}) OR isNull(${b}), NULL, ${name}(${a}, ${b}))`;
/** Integers beyond a billion are no number of days, months or letters. */
const small = (sql = '0') => `toInt32(least(greatest(round(${sql}), -1000000000), 1000000000))`;

const TEXT_FUNCTIONS = {
  concat: plain(['text'], 'text', (...all) => filled(`concat('', ${all.map(text).join(', ')})`), { repeated: true }),
  lower: plain(['text'], 'text', (a) => `lowerUTF8(${a})`),
  upper: plain(['text'], 'text', (a) => `upperUTF8(${a})`),
  trim: plain(['text'], 'text', (a) => filled(`trimBoth(${a})`)),
  left: plain(['text', 'number'], 'text', (a, n) => filled(`leftUTF8(${a}, greatest(${small(n)}, 0))`)),
  right: plain(['text', 'number'], 'text', (a, n) => filled(`rightUTF8(${a}, greatest(${small(n)}, 0))`)),
  substring: plain(
    ['text', 'number', 'number'],
    'text',
    (a, from, length) =>
      filled(
        length === undefined
          ? `substringUTF8(${a}, greatest(${small(from)}, 1))`
          : `substringUTF8(${a}, greatest(${small(from)}, 1), greatest(${small(length)}, 0))`,
      ),
    { optional: 1 },
  ),
  replace: plain(['text', 'text', 'text'], 'text', (a, old, by) => filled(`replaceAll(${a}, ${old}, ${text(by)})`), {
    literal: [1, 2],
  }),
  contains: plain(['text', 'text'], 'boolean', (a, part) => `toBool(positionUTF8(${text(a)}, ${text(part)}) > 0)`),
  startsWith: plain(['text', 'text'], 'boolean', (a, part) => `toBool(startsWith(${text(a)}, ${text(part)}))`),
  matches: plain(['text', 'text'], 'boolean', (a, pattern) => `toBool(match(${text(a)}, ${pattern}))`, {
    literal: [1],
  }),
  split_part: plain(
    ['text', 'text', 'number'],
    'text',
    (a, mark, place) => filled(`splitByString(${mark}, ${text(a)})[greatest(${small(place)}, 1)]`),
    { literal: [1, 2] },
  ),
  hash: plain(['text', 'text'], 'text', (a, salt) => `lower(hex(SHA256(concat(${text(salt)}, ${a}))))`, {
    optional: 1,
    literal: [1],
  }),
};

const NUMBER_FUNCTIONS = {
  abs: plain(['number'], 'number', (a) => `abs(${a})`),
  round: plain(
    ['number', 'number'],
    'number',
    (a, digits) => `round(${a}, ${digits === undefined ? '0' : whole(digits)})`,
    {
      optional: 1,
      literal: [1],
    },
  ),
  floor: plain(['number'], 'number', (a) => `floor(${a})`),
  min2: plain(['number', 'number'], 'number', (a, b) => bothOr(a, b, 'least')),
  max2: plain(['number', 'number'], 'number', (a, b) => bothOr(a, b, 'greatest')),
  negate: plain(['number'], 'number', (a) => `negate(${a})`),
  '+': plain(['number', 'number'], 'number', (a, b) => `(${a} + ${b})`),
  '-': plain(['number', 'number'], 'number', (a, b) => `(${a} - ${b})`),
  '*': plain(['number', 'number'], 'number', (a, b) => `(${a} * ${b})`),
  '/': plain(['number', 'number'], 'number', (a, b) => `(${a} / nullIf(${b}, 0))`),
  '%': plain(['number', 'number'], 'number', (a, b) => `(${a} - ${b} * floor(${a} / nullIf(${b}, 0)))`),
};

const TIME_FUNCTIONS = {
  add_days: plain(['date', 'number'], 'date', (day, n) => `addDays(${day}, ${small(n)})`),
  add_months: plain(['date', 'number'], 'date', (day, n) => `addMonths(${day}, ${small(n)})`),
  add_seconds: plain(['instant', 'number'], 'instant', (at, n) => `addMilliseconds(${at}, ${whole(`${n} * 1000`)})`),
  days_between: plain(['date', 'date'], 'number', (from, to) => `toFloat64(dateDiff('day', ${from}, ${to}))`),
  year: plain(['date'], 'number', (day) => `toFloat64(toYear(${day}))`),
  month: plain(['date'], 'number', (day) => `toFloat64(toMonth(${day}))`),
};

const LOGIC_FUNCTIONS = {
  and: plain(['boolean', 'boolean'], 'boolean', (a, b) => `(${a} AND ${b})`),
  or: plain(['boolean', 'boolean'], 'boolean', (a, b) => `(${a} OR ${b})`),
  not: plain(['boolean'], 'boolean', (a) => `(NOT ${a})`),
};

const PLAIN_FUNCTIONS: Readonly<Record<string, PlainFunction>> = {
  ...TEXT_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...LOGIC_FUNCTIONS,
};

/** The function of that name whose operands have fixed types; null: it is one of the special forms. */
export function plainFunction(name: string): PlainFunction | null {
  return Object.hasOwn(PLAIN_FUNCTIONS, name) ? (PLAIN_FUNCTIONS[name] ?? null) : null;
}

/** Forms whose type follows from their operands, and readers of raw fields. */
const SPECIAL_FUNCTIONS = [
  'if',
  'coalesce',
  'number',
  'date',
  'instant',
  'boolean',
  'count',
  'sum',
  'min',
  'max',
  'first',
  'any_value',
];
const OPERATORS = new Set(['+', '-', '*', '/', '%', 'and', 'or', 'not', 'negate']);

/** Every name that may be written before brackets. */
export const FUNCTION_NAMES: readonly string[] = [
  ...SPECIAL_FUNCTIONS,
  'row_number',
  ...Object.keys(PLAIN_FUNCTIONS).filter((name) => !OPERATORS.has(name)),
];
