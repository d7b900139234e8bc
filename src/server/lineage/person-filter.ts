import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { customerColumns } from '#warehouse/person-rows.ts';
import { personIds } from '#warehouse/persons.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Which rows of a table are meant, as SQL that the table's order answers without reading it whole. */
interface PersonFilter {
  readonly foundBy: 'customer' | 'contract' | 'holder';
  readonly where: string;
  readonly params: Params;
  /** Whom the rows are about, whatever else they name. */
  readonly customers: readonly string[];
}

/** Whether rows of a table can be found by the number of a customer or contract. */
export const isFindable = (table: Table): boolean =>
  customerColumns(table).length > 0 || ['contract_id', 'case_id'].some((name) => table.columns[name] !== undefined);

const HolderRow = z.object({ customer_id: z.string() });

async function holdersOf(warehouse: Warehouse, contract: string): Promise<readonly string[]> {
  const rows = await warehouse.rows({
    name: 'holders of a contract',
    sql: `SELECT DISTINCT customer_id
FROM rows_contract
WHERE contract_id = {contract:String} AND customer_id != '' AND _import IN (SELECT import_id FROM standing_import)
ORDER BY customer_id
LIMIT 100`,
    params: { contract },
    row: HolderRow,
  });
  return rows.map(({ customer_id: holder }) => holder);
}

const isIn = (column: string, numbers: string) => `${identifier(column)} IN {${numbers}:Array(String)}`;

/** Rows that name one of the customers, or where a table names none, one of their contracts or cases. */
async function ofCustomers(warehouse: Warehouse, table: Table, customers: readonly string[]) {
  const own = customerColumns(table);
  if (own.length > 0)
    return { where: own.map((column) => isIn(column, 'customers')).join(' OR '), params: { customers } };
  const held = await Promise.all(customers.map((customer) => personIds(warehouse, customer)));
  const [contracts, cases] = [held.flatMap((ids) => ids.contracts), held.flatMap((ids) => ids.cases)];
  return table.columns['contract_id'] === undefined
    ? { where: isIn('case_id', 'cases'), params: { cases } }
    : { where: isIn('contract_id', 'contracts'), params: { contracts } };
}

/** @throws AppError requestInvalid without a number */
export async function personFilter(
  warehouse: Warehouse,
  table: Table,
  { customer, contract }: { readonly customer: string; readonly contract: string },
): Promise<PersonFilter> {
  if (customer === '' && contract === '')
    throw new AppError('requestInvalid', 'a number is needed', { field: 'customer', problem: 'empty' });
  const holders = customer === '' ? await holdersOf(warehouse, contract) : [customer];
  if (contract === '' || table.columns['contract_id'] === undefined) {
    const found = await ofCustomers(warehouse, table, holders);
    return { foundBy: customer === '' ? 'holder' : 'customer', ...found, customers: holders };
  }
  const named = `contract_id = {contract:String}`;
  const own = customerColumns(table);
  if (own.length > 0) {
    const { where, params } = await ofCustomers(warehouse, table, holders);
    return {
      foundBy: 'contract',
      where: `(${where}) AND ${named}`,
      params: { ...params, contract },
      customers: holders,
    };
  }
  const theirs = customer === '' || (await personIds(warehouse, customer)).contracts.includes(contract);
  return { foundBy: 'contract', where: theirs ? named : 'false', params: { contract }, customers: holders };
}
