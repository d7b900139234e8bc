import { identifier } from './query.ts';
import type { Table } from './table.ts';

/** Numbers under which the store knows one customer. */
export interface PersonIds {
  readonly customerId: string;
  readonly contracts: readonly string[];
  readonly cases: readonly string[];
}

/** Columns of a table that hold a number of a customer. */
export const customerColumns = (table: Table): readonly string[] =>
  Object.keys(table.columns).filter((name) => /(^|_)customer_id(_|$)/.test(name));

const isIn = (name: string, numbers: string) => `ifNull(${identifier(name)} IN {${numbers}:Array(String)}, false)`;

/**
 * Which stored rows of a table are about the customer, as SQL over the person's numbers; null where the table is about nobody. A row
 * without a customer is theirs when it belongs to one of their contracts or cases.
 */
export function personCondition(table: Table): string | null {
  const own = customerColumns(table);
  const named = own.map((name) => `ifNull(${identifier(name)} = {customerId:String}, false)`);
  const through = [
    ...(table.columns['contract_id'] === undefined ? [] : [isIn('contract_id', 'contracts')]),
    ...(table.columns['case_id'] === undefined ? [] : [isIn('case_id', 'cases')]),
  ];
  const nobody = own.map((name) => `ifNull(toString(${identifier(name)}), '') = ''`);
  const linked = through.length === 0 ? [] : [`(${[...nobody, `(${through.join(' OR ')})`].join(' AND ')})`];
  const ways = [...named, ...linked];
  return ways.length === 0 ? null : ways.join('\n  OR ');
}

/** Refused rows in which the number stands although nothing of the row was understood. */
export function unreadCondition(table: Table): string {
  const nobody = customerColumns(table).map((name) => `ifNull(toString(${identifier(name)}), '') = ''`);
  return ['_refused = 1', ...nobody, 'has(_raw, {customerId:String})'].join(' AND ');
}
