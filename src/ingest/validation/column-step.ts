import type { Column } from '#warehouse/table.ts';
import { type SqlContext, toSql } from '../expression/to-sql.ts';
import { usesAggregate, type ValueType } from '../expression.ts';
import type { TablePlan, ValuePlan } from '../plan.ts';
import { isPseudonymous, type Pseudonyms, pseudonymSql } from '../pseudonym/pseudonyms.ts';
import { faultSql } from './fault-sql.ts';
import type { RawFields } from './raw-fields.ts';
import { mappedSql, valueSteps } from './value-sql.ts';

/** One canonical column on its way through the SELECT: result of the rule, value read from it, number of its fault. */
export interface ColumnStep {
  readonly name: string;
  readonly column: Column;
  /** SQL of the rule over raw fields; it gets the name `source`. */
  readonly ruleSql: string;
  readonly source: string;
  /** Named SQL over `source`; the last gets the name `value`. */
  readonly valueSteps: readonly string[];
  readonly value: string;
  /** SQL over `source` and `value`; it gets the name `fault`. */
  readonly faultSql: string;
  readonly fault: string;
}

const DEFAULTS: Readonly<Record<Column['kind'], string>> = {
  id: `''`,
  text: `''`,
  json: `''`,
  category: `''`,
  date: `toDate32('1970-01-01')`,
  instant: `toDateTime64('1970-01-01 00:00:00', 3, 'UTC')`,
  money: 'toDecimal64(0, 4)',
  number: 'toFloat64(0)',
  share: 'toFloat64(0)',
  seconds: 'toFloat64(0)',
  count: 'toInt64(0)',
  boolean: 'false',
};

/** What stands in a column that cannot be null when its row is refused. */
export const emptyOf = (column: Column) => (column.required ? DEFAULTS[column.kind] : 'NULL');

/** How rules see the raw fields of a plan's source. */
export function rawContext(plan: TablePlan, fields: RawFields): SqlContext {
  const places = new Map(plan.source.headers.map((header, place) => [header, fields.names[place]] as const));
  return {
    field: (header) => {
      const sql = places.get(header);
      const style = plan.styles[header] ?? { numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC' };
      return sql === undefined ? null : { sql, ...style };
    },
    rowNumber: '_row',
  };
}

function ruleOf(value: ValuePlan, gather: boolean, isKey: boolean, context: SqlContext) {
  const { sql, type } = toSql(value.expression, context);
  const mapped = type === 'text' ? mappedSql(sql, value.valueMap) : sql;
  return { sql: gather && !isKey && !usesAggregate(value.expression) ? `any(${mapped})` : mapped, type };
}

/** The steps of a value, and where the column names a person that is not to be known, the pseudonym as the last of them. */
function guardedSteps(
  names: { readonly source: string; readonly value: string },
  type: ValueType,
  column: Column,
  value: ValuePlan,
  hidden: boolean,
): readonly string[] {
  if (!hidden) return valueSteps(names, type, column, value);
  const open = `p_${names.value}`;
  const steps = valueSteps({ ...names, value: open }, type, column, value);
  return [...steps, `${pseudonymSql(open, column.person)} AS ${names.value}`];
}

/** The steps of all planned columns, in the order of the table. */
export function columnSteps(
  plan: TablePlan,
  context: SqlContext,
  { lastDay, pseudonyms }: { readonly lastDay: string; readonly pseudonyms: Pick<Pseudonyms, 'customers'> },
): readonly ColumnStep[] {
  const steps: ColumnStep[] = [];
  for (const [place, [name, column]] of Object.entries(plan.table.columns).entries()) {
    const value = plan.columns[name];
    if (value === undefined) continue;
    const rule = ruleOf(value, plan.gather, plan.table.key.includes(name), context);
    const names = { source: `r${place + 1}`, value: `v${place + 1}`, fault: `k${place + 1}` };
    steps.push({
      name,
      column,
      ...names,
      ruleSql: rule.sql,
      valueSteps: guardedSteps(names, rule.type, column, value, isPseudonymous(column, pseudonyms)),
      faultSql: faultSql({ source: names.source, type: rule.type, value: names.value }, column, lastDay),
    });
  }
  return steps;
}
