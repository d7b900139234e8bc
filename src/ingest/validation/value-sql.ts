import { quoted } from '#warehouse/query.ts';
import type { Column } from '#warehouse/table.ts';
import { isAbsentSql } from '../expression/absent-sql.ts';
import { booleanSql } from '../expression/boolean-sql.ts';
import { dateSql } from '../expression/date-sql.ts';
import { instantSql } from '../expression/instant-sql.ts';
import { numberSql } from '../expression/number-sql.ts';
import type { ValueType } from '../expression.ts';
import type { ValuePlan } from '../plan.ts';
import { spellingsOf } from './spellings.ts';

/** Beyond these the engine's types end; nothing that a company counts comes near. */
const LARGEST_MONEY = '10000000000000';
const LARGEST_COUNT = '9000000000000000';
/** The longest spelling of "nothing": longer texts need not be compared. */
const LONGEST_NOTHING = 5;

const DURATION = '^\\d{1,3}:[0-5]\\d:[0-5]\\d$';

function textSql(raw: string): string {
  const trimmed = `trimBoth(${raw})`;
  return `if(length(${trimmed}) > ${LONGEST_NOTHING}, ${trimmed}, if(${isAbsentSql(raw, 'text')}, NULL, ${trimmed}))`;
}

function closedSql(raw: string, values: NonNullable<Column['values']>): string {
  const spellings = spellingsOf(values);
  const from = [...spellings.keys()].map(quoted).join(', ');
  const to = [...spellings.values()].map(quoted).join(', ');
  return `nullIf(transform(ifNull(lowerUTF8(trimBoth(${raw})), ''), [${from}], [${to}], ''), '')`;
}

/** Durations such as 0:03:25 are seconds too; two figures alone (3:25) could be hours or minutes and stay unreadable. */
function secondsSql(raw: string, plan: ValuePlan): string {
  const parts = `splitByChar(':', assumeNotNull(${raw}))`;
  const total = `toUInt32OrZero(${parts}[1]) * 3600 + toUInt32OrZero(${parts}[2]) * 60 + toUInt32OrZero(${parts}[3])`;
  return `if(match(${raw}, ${quoted(DURATION)}), toDecimal128(${total}, 10), ${numberSql(raw, plan.numberStyle)})`;
}

function fittedNumber(number: string, kind: Column['kind'], factor: number): string {
  const scaled = factor === 1 ? number : `(toFloat64(${number}) * ${factor})`;
  if (kind === 'money')
    return `CAST(if(abs(${scaled}) < ${LARGEST_MONEY}, round(${scaled}, 4), NULL) AS Nullable(Decimal(18, 4)))`;
  if (kind === 'count')
    return `CAST(if(${scaled} = round(${scaled}) AND abs(${scaled}) < ${LARGEST_COUNT}, ${scaled}, NULL) AS Nullable(Int64))`;
  return `toFloat64(${scaled})`;
}

const isNumeric = (kind: Column['kind']) =>
  kind === 'money' || kind === 'number' || kind === 'count' || kind === 'share' || kind === 'seconds';

function readText(raw: string, column: Column, plan: ValuePlan): string {
  switch (column.kind) {
    case 'id':
    case 'text':
      return textSql(raw);
    case 'category':
      return column.values === null ? textSql(raw) : closedSql(raw, column.values);
    case 'json':
      return `if(isValidJSON(ifNull(${raw}, '')), trimBoth(${raw}), NULL)`;
    case 'date':
      return dateSql(raw, plan.dateStyle);
    case 'instant':
      return instantSql(raw, plan.dateStyle, plan.timezone);
    case 'boolean':
      return booleanSql(raw);
    case 'seconds':
      return secondsSql(raw, plan);
    default:
      return numberSql(raw, plan.numberStyle);
  }
}

function typedSql(source: string, type: ValueType, column: Column, plan: ValuePlan): string {
  if (column.kind === 'date' && type === 'instant') return `toDate32(${source})`;
  if (column.kind === 'instant' && type === 'date') return `toDateTime64(${source}, 3, 'UTC')`;
  if (column.kind === type) return source;
  return readText(`toString(${source})`, column, plan);
}

/**
 * Named SQL, each over the names before it, that turns the result of a rule into the column's type: Nullable, NULL where it
 * says nothing or cannot be read. `source` is the name of the rule's result and `value` the name that the last one gets.
 */
export function valueSteps(
  names: { readonly source: string; readonly value: string },
  type: ValueType,
  column: Column,
  plan: ValuePlan,
): readonly string[] {
  const { source, value } = names;
  if (!isNumeric(column.kind)) {
    const sql = type === 'text' ? readText(source, column, plan) : typedSql(source, type, column, plan);
    return [`${sql} AS ${value}`];
  }
  const number = `n_${value}`;
  const read = type === 'number' ? source : readText(type === 'text' ? source : `toString(${source})`, column, plan);
  return [`${read} AS ${number}`, `${fittedNumber(number, column.kind, plan.factor)} AS ${value}`];
}

/** SQL of the text of a rule after the mapping's own spellings have been replaced. */
export function mappedSql(raw: string, valueMap: ValuePlan['valueMap']): string {
  if (valueMap === null) return raw;
  const from = Object.keys(valueMap).map((spelling) => quoted(spelling.trim().toLowerCase()));
  const to = Object.values(valueMap).map(quoted);
  return `transform(ifNull(lowerUTF8(trimBoth(${raw})), ''), [${from.join(', ')}], [${to.join(', ')}], ifNull(${raw}, ''))`;
}
