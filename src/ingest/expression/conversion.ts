import type { ValueType } from '../expression.ts';
import type { FieldStyle } from '../plan.ts';
import { isAbsentSql } from './absent-sql.ts';
import { booleanSql } from './boolean-sql.ts';
import { dateSql } from './date-sql.ts';
import { expressionError } from './expression-error.ts';
import { instantSql } from './instant-sql.ts';
import { numberSql } from './number-sql.ts';

/** A part of a rule, written as SQL. */
export interface Built {
  readonly sql: string;
  readonly type: ValueType | 'nothing';
  /** The field, when the part is a bare column: it can still be read as any type, in its own style. */
  readonly raw: (FieldStyle & { readonly sql: string }) | null;
  /** The text, when it is written out in the rule. */
  readonly literal?: string;
  /** The same number without rounding, where there is one. */
  readonly exact?: string;
}

/** How computed text is read: as ISO dates and with a decimal point. */
const DEFAULT_STYLE: FieldStyle = { numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC' };

/** A field as text: outer blanks gone, and an empty or absent one is nothing. */
export const fieldText = (raw: string) => `if(${isAbsentSql(raw, 'text')}, NULL, trimBoth(${raw}))`;

/** Floating point as the exact type of numbers; what is no number any more (overflow, infinity) is NULL. */
export const decimalOf = (sql: string) => `toDecimal128OrNull(toString(round(${sql}, 10)), 10)`;

const READERS: Readonly<Record<ValueType, (raw: string, style: FieldStyle) => string>> = {
  text: (raw) => raw,
  number: (raw, { numberStyle }) => numberSql(raw, numberStyle),
  date: (raw, { dateStyle }) => dateWithoutOpenEnd(raw, dateSql(raw, dateStyle)),
  instant: (raw, { dateStyle, timezone }) => dateWithoutOpenEnd(raw, instantSql(raw, dateStyle, timezone)),
  boolean: (raw) => booleanSql(raw),
};

// 9999-12-31 lies beyond the engine's days, so an open end is NULL already; only the short styles could misread one.
const dateWithoutOpenEnd = (raw: string, sql: string) => `if(${isAbsentSql(raw, 'date')}, NULL, ${sql})`;

/** Reads text as another type, in the field's own style or in the one given. */
export function readAs(built: Built, type: ValueType, style: Partial<FieldStyle> = {}): Built {
  const source = built.raw ?? { sql: built.sql, ...DEFAULT_STYLE };
  const sql = READERS[type](source.sql, { ...source, ...style });
  if (type !== 'number') return { sql, type, raw: null };
  return { sql: `toFloat64(${sql})`, type, raw: null, exact: sql };
}

/**
 * The SQL of a part in the type that is wanted. Text is read; a day becomes its midnight and an instant its day.
 * @throws AppError expressionInvalid (wrongType)
 */
export function retyped(built: Built, type: ValueType, position: number): string {
  if (built.type === type || built.type === 'nothing') return built.sql;
  if (built.type === 'text') return readAs(built, type).sql;
  if (type === 'text' && built.type === 'number') return `toString(${built.exact ?? decimalOf(built.sql)})`;
  if (type === 'text') return `toString(${built.sql})`;
  if (type === 'date' && built.type === 'instant') return `toDate32(${built.sql})`;
  if (type === 'instant' && built.type === 'date') return `toDateTime64(${built.sql}, 3, 'UTC')`;
  throw expressionError('', position, `${type} expected, this is ${built.type}`, 'wrongType');
}
