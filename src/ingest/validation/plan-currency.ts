import { columnsOf } from '../expression.ts';
import type { TablePlan } from '../plan.ts';
import { amountCurrencySql, isoCodeSql } from './currency-sql.ts';
import type { RawFields } from './raw-fields.ts';

const CURRENCY_HEADERS = new Set([
  'currency',
  'currencycode',
  'currencyisocode',
  'isocurrency',
  'waehrung',
  'wahrung',
  'währung',
  'waers',
  'ccy',
]);

const normalised = (header: string) => header.toLowerCase().replaceAll(/[^a-zäöüß0-9]/g, '');

/**
 * SQL of the currency that a row names, '' for none: the file's own currency column, else signs and codes beside the
 * amounts. Currencies are looked at only where a plan fills money.
 */
export function currencySql(plan: TablePlan, fields: RawFields): string {
  const moneyHeaders = new Set<string>();
  for (const [name, value] of Object.entries(plan.columns))
    if (plan.table.columns[name]?.kind === 'money')
      for (const header of columnsOf(value.expression)) moneyHeaders.add(header);
  if (moneyHeaders.size === 0) return `''`;
  const sqls: string[] = [];
  for (const [place, header] of plan.source.headers.entries()) {
    const name = fields.names[place];
    if (name !== undefined && CURRENCY_HEADERS.has(normalised(header))) sqls.push(isoCodeSql(name));
  }
  for (const [place, header] of plan.source.headers.entries()) {
    const name = fields.names[place];
    if (name !== undefined && moneyHeaders.has(header)) sqls.push(amountCurrencySql(name));
  }
  return sqls.reduceRight((rest, sql) => (rest === '' ? sql : `if(${sql} != '', ${sql}, ${rest})`), '');
}
