import type { Table } from '#warehouse/table.ts';
import { nearest } from '../expression/nearest.ts';
import { columnsOf, type Expression } from '../expression.ts';
import type { FieldStyle, Source, TablePlan, ValuePlan } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { chooseTable } from './choose-table.ts';
import { requireClearDates, requireComplete } from './completeness.ts';
import { gathered, requireNoAggregates } from './gathering.ts';
import type { ColumnRule, TableRule } from './mapping-schema.ts';
import { matchHeaders } from './match-headers.ts';
import { type RulePlace, ruleExpression } from './rule-expression.ts';
import type { DecidedStyle } from './styles.ts';
import {
  filledBeside,
  fitted,
  type PlannedValue,
  plannedByMatch,
  plannedByRule,
  plannedConstant,
} from './value-plan.ts';

/** What is known about a file before its table is planned. */
export interface Setting {
  readonly source: Source;
  readonly tables: readonly Table[];
  /** Headers that may be recognised: all but the ignored ones. */
  readonly usable: readonly string[];
  readonly styles: Readonly<Record<string, DecidedStyle>>;
  /** Where an entry of the table's rule stands: ['columns', 'price']. */
  readonly placeOf: (entry: readonly string[]) => RulePlace;
}

function tableOf({ source, tables, usable, placeOf }: Setting, rule: TableRule): Table {
  if (rule.table === undefined) return chooseTable(source, tables, usable);
  const found = tables.find((table) => table.name === rule.table);
  if (found !== undefined) return found;
  const names = tables.map((table) => table.name);
  const { file, line } = placeOf(['table']);
  const suggestion = nearest(rule.table, names, 2).join(', ');
  throw refusal('mappingTable', { file, line, table: rule.table, suggestion });
}

function requireColumn(table: Table, column: string, { file, line }: RulePlace) {
  const declared = table.columns[column];
  if (declared !== undefined) return declared;
  const suggestion = nearest(column, Object.keys(table.columns), 2).join(', ');
  throw refusal('mappingColumn', { file, line, table: table.name, column, suggestion });
}

/** A header's style with what a column rule says about it. */
function refined(style: DecidedStyle, { number, date, timezone }: ColumnRule): DecidedStyle {
  return {
    numberStyle: number ?? style.numberStyle,
    dateStyle: date ?? style.dateStyle,
    timezone: timezone ?? style.timezone,
    ambiguousDate: date === undefined ? style.ambiguousDate : null,
  };
}

/** Styles with what the column rules say about the headers that they read. */
function refinedStyles({ styles, placeOf }: Setting, table: Table, rule: TableRule): Setting['styles'] {
  const all = { ...styles };
  for (const [name, columnRule] of Object.entries(rule.columns ?? {})) {
    const place = placeOf(['columns', name]);
    const { plan } = plannedByRule(name, requireColumn(table, name, place), columnRule, styles, place);
    for (const header of columnsOf(plan.expression)) {
      const style = all[header];
      if (style !== undefined) all[header] = refined(style, columnRule);
    }
  }
  return all;
}

function plannedByRules(setting: Setting, table: Table, rule: TableRule): Record<string, PlannedValue> {
  const planned: Record<string, PlannedValue> = {};
  for (const [name, columnRule] of Object.entries(rule.columns ?? {})) {
    const place = setting.placeOf(['columns', name]);
    planned[name] = plannedByRule(name, requireColumn(table, name, place), columnRule, setting.styles, place);
  }
  return planned;
}

function addRecognised(setting: Setting, table: Table, planned: Record<string, PlannedValue>): void {
  const used = new Set(
    Object.values(planned).flatMap(({ plan }) => (plan.expression.kind === 'column' ? [plan.expression.header] : [])),
  );
  const headers = setting.usable.filter((header) => !used.has(header));
  const match = matchHeaders(table, headers, new Set(Object.keys(planned)));
  const file = setting.source.path;
  const [twice] = match.twice;
  if (twice !== undefined) {
    const { column } = twice;
    throw refusal('columnTwice', { file, table: table.name, column, headers: twice.headers.join(', ') });
  }
  const [unclear] = match.unclear;
  if (unclear !== undefined) {
    const candidates = unclear.columns.join(', ');
    throw refusal('headerUnclear', { file, table: table.name, header: unclear.header, candidates });
  }
  for (const one of match.matches) planned[one.column] = plannedByMatch(one, setting.styles);
}

/** A default stands where the field is empty; it is written as in the file. */
function withDefaults(
  setting: Setting,
  table: Table,
  rule: TableRule,
  columns: Readonly<Record<string, ValuePlan>>,
): Readonly<Record<string, ValuePlan>> {
  const completed: Record<string, ValuePlan> = { ...columns };
  for (const [name, value] of Object.entries(rule.defaults ?? {})) {
    const place = setting.placeOf(['defaults', name]);
    const declared = requireColumn(table, name, place);
    const plan = completed[name];
    const constant = plannedConstant(value, 'mapping');
    if (plan === undefined) {
      completed[name] = constant;
      continue;
    }
    const operands = [plan.expression, constant.expression];
    const expression: Expression = { kind: 'call', name: 'coalesce', operands, position: 1 };
    completed[name] = { ...plan, expression: fitted(expression, name, declared, place) };
  }
  return completed;
}

const plainStyles = (styles: Setting['styles']): Readonly<Record<string, FieldStyle>> =>
  Object.fromEntries(
    Object.entries(styles).map(([header, { numberStyle, dateStyle, timezone }]) => [
      header,
      { numberStyle, dateStyle, timezone },
    ]),
  );

/**
 * Plans how a source fills a table: by the mapping's rules, then by recognised headers, then by defaults.
 * `unusedHeaders` is still empty: it depends on the other plans of the file.
 * @throws AppError importRefused, mappingInvalid
 */
export function planTable(unrefined: Setting, rule: TableRule): TablePlan {
  const table = tableOf(unrefined, rule);
  const setting = { ...unrefined, styles: refinedStyles(unrefined, table, rule) };
  const { source, placeOf } = setting;
  const planned = plannedByRules(setting, table, rule);
  addRecognised(setting, table, planned);
  const own = Object.fromEntries(Object.entries(planned).map(([name, { plan }]) => [name, plan]));
  const columns = withDefaults(setting, table, rule, { ...filledBeside(table, planned), ...own });
  requireComplete(source, setting.usable, table, columns);
  requireClearDates(source, setting.styles, table, columns);
  const where = rule.where === undefined ? null : ruleExpression(rule.where, source.headers, placeOf(['where']));
  const gather = rule.gather === true;
  const columnPlace = (name: string) => placeOf(name === 'where' ? ['where'] : ['columns', name]);
  requireNoAggregates(gather ? {} : columns, where, columnPlace);
  const ready = gather ? gathered(table, columns, columnPlace) : columns;
  return { source, table, columns: ready, styles: plainStyles(setting.styles), where, gather, unusedHeaders: [] };
}
