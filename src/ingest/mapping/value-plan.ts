import { AppError } from '#domain/app-error.ts';
import type { Column, ColumnKind, Table } from '#warehouse/table.ts';
import { toSql } from '../expression/to-sql.ts';
import type { Expression, ValueType } from '../expression.ts';
import type { FieldStyle, ValuePlan } from '../plan.ts';
import { refusal } from '../refusal.ts';
import type { ColumnRule } from './mapping-schema.ts';
import type { Match } from './match-headers.ts';
import {
  columnExpression,
  constantExpression,
  exactHeader,
  mainHeader,
  type RulePlace,
  ruleExpression,
} from './rule-expression.ts';
import { unitFor } from './units.ts';

/** A column's plan, and columns beside it that its units fill. */
export interface PlannedValue {
  readonly plan: ValuePlan;
  readonly fills: Readonly<Record<string, string>>;
}

/** How texts of a rule itself are read. */
const WRITTEN_STYLE: FieldStyle = { numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC' };

const FITTING: Readonly<Record<ColumnKind, readonly ValueType[]>> = {
  id: ['text'],
  text: ['text'],
  category: ['text'],
  json: ['text'],
  date: ['text', 'date'],
  instant: ['text', 'instant'],
  money: ['text', 'number'],
  number: ['text', 'number'],
  count: ['text', 'number'],
  share: ['text', 'number'],
  seconds: ['text', 'number'],
  boolean: ['text', 'boolean'],
};
/** Functions that turn a value of another type into what the column takes. */
const CONVERTING: Partial<Readonly<Record<ColumnKind, string>>> = {
  id: 'concat',
  text: 'concat',
  category: 'concat',
  json: 'concat',
  date: 'date',
  instant: 'instant',
};

/** What an expression yields, whatever the file holds. */
const typeOf = (expression: Expression): ValueType =>
  toSql(expression, { field: () => ({ sql: 'raw', ...WRITTEN_STYLE }), rowNumber: 'row' }).type;

/** The rule in the type that the column takes. @throws AppError mappingInvalid, expressionInvalid */
export function fitted(expression: Expression, name: string, column: Column, place: RulePlace): Expression {
  const { file, line } = place;
  try {
    const type = typeOf(expression);
    if (FITTING[column.kind].includes(type)) return expression;
    const convert = CONVERTING[column.kind];
    const possible = convert === 'concat' || type === 'date' || type === 'instant';
    if (convert !== undefined && possible)
      return { kind: 'call', name: convert, operands: [expression], position: expression.position };
    throw refusal('mappingExpression', { file, line, reason: `${name} is a ${column.kind}, the rule gives a ${type}` });
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'expressionInvalid') throw cause;
    throw refusal('mappingExpression', { file, line, reason: cause.message }, cause);
  }
}

function writtenExpression(name: string, rule: ColumnRule, headers: readonly string[], place: RulePlace): Expression {
  if (rule.constant !== undefined) return constantExpression(rule.constant);
  if (rule.expression !== undefined) return ruleExpression(rule.expression, headers, place);
  // A rule that only says a style or a unit is about the header of the column's own name.
  return columnExpression(exactHeader(rule.header ?? name, headers, place));
}

function valueMapOf(name: string, rule: ColumnRule, column: Column, { file, line }: RulePlace): ValuePlan['valueMap'] {
  if (rule.values === undefined) return null;
  const allowed = column.values === null ? null : Object.keys(column.values);
  for (const value of Object.values(rule.values)) {
    if (allowed === null || allowed.includes(value)) continue;
    throw refusal('mappingValue', { file, line, key: name, reason: `"${value}" is none of ${allowed.join(', ')}` });
  }
  return Object.fromEntries(Object.entries(rule.values).map(([raw, value]) => [raw.trim().toLowerCase(), value]));
}

function unitsOf(name: string, rule: ColumnRule, column: Column, { file, line }: RulePlace) {
  const fills: Record<string, string> = {};
  let factor = 1;
  for (const written of rule.unit ?? []) {
    const unit = unitFor(written, column);
    if (unit === null)
      throw refusal('mappingValue', { file, line, key: name, reason: `the unit ${written} does not fit` });
    factor *= unit.factor;
    Object.assign(fills, unit.fills);
  }
  return { factor, fills };
}

/** The plan of a column that a mapping file names. @throws AppError mappingInvalid with the line */
export function plannedByRule(
  name: string,
  column: Column,
  rule: ColumnRule,
  styles: Readonly<Record<string, FieldStyle>>,
  place: RulePlace,
): PlannedValue {
  const expression = fitted(writtenExpression(name, rule, Object.keys(styles), place), name, column, place);
  const style = styles[mainHeader(expression) ?? ''] ?? WRITTEN_STYLE;
  const { factor, fills } = unitsOf(name, rule, column, place);
  const plan: ValuePlan = {
    expression,
    origin: 'mapping',
    numberStyle: rule.number ?? style.numberStyle,
    dateStyle: rule.date ?? style.dateStyle,
    timezone: rule.timezone ?? style.timezone,
    factor,
    valueMap: valueMapOf(name, rule, column, place),
  };
  return { plan, fills };
}

/** The plan of a column that a header was recognised for. */
export function plannedByMatch(match: Match, styles: Readonly<Record<string, FieldStyle>>): PlannedValue {
  const { numberStyle, dateStyle, timezone } = styles[match.header] ?? WRITTEN_STYLE;
  const expression = columnExpression(match.header);
  const { origin, factor, fills } = match;
  return { plan: { expression, origin, numberStyle, dateStyle, timezone, factor, valueMap: null }, fills };
}

/** The same text in every row. */
export function plannedConstant(value: string, origin: ValuePlan['origin']): ValuePlan {
  return { expression: constantExpression(value), origin, ...WRITTEN_STYLE, factor: 1, valueMap: null };
}

/** Columns that units of other columns fill, as far as the table has them and nothing else fills them. */
export function filledBeside(
  table: Table,
  planned: Readonly<Record<string, PlannedValue>>,
): Readonly<Record<string, ValuePlan>> {
  const filled: Record<string, ValuePlan> = {};
  for (const { plan, fills } of Object.values(planned))
    for (const [column, value] of Object.entries(fills))
      if (table.columns[column] !== undefined && planned[column] === undefined)
        filled[column] ??= plannedConstant(value, plan.origin === 'mapping' ? 'mapping' : 'recognised');
  return filled;
}
