import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { MOST_ROWS } from '#endpoints/lineage.ts';
import type { FileReceipt, Receipt } from '#ingest/import/receipt.ts';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { customerColumns } from '#warehouse/person-rows.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { exportedColumns } from '../exports/table-rows.ts';
import { isFindable, personFilter } from './person-filter.ts';
import { placeOf } from './place-of.ts';
import { type StoredRow, storedRows } from './stored-rows.ts';

interface Wanted {
  readonly table: string;
  readonly customer: string;
  readonly contract: string;
}

const ClosedRow = z.object({ customer_id: z.string() });

/** Those of them who objected to profiling or whose data are restricted. */
async function closedAmong(warehouse: Warehouse, customers: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await warehouse.rows({
    name: 'closed customers among these',
    sql: `SELECT DISTINCT customer_id
FROM closed_customer
WHERE customer_id IN {customers:Array(String)}
ORDER BY customer_id`,
    params: { customers: [...customers] },
    row: ClosedRow,
  });
  return new Set(rows.map(({ customer_id: closed }) => closed));
}

function findableTable(name: string): Table {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined || !isFindable(table) || exportedColumns(table).length === 0)
    throw new AppError('notFound', `no rows of customers in ${name}`);
  return table;
}

const namedIn = (table: Table, { values }: StoredRow) =>
  customerColumns(table).flatMap((name) => (typeof values[name] === 'string' ? [values[name]] : []));

async function receiptsOf(data: DataStore, wanted: ReadonlySet<number>): Promise<ReadonlyMap<number, Receipt>> {
  const records = (await data.imports()).filter(({ importId, receipt }) => wanted.has(importId) && receipt !== '');
  return new Map(records.map(({ importId, receipt }) => [importId, parseReceipt(receipt)]));
}

const standingFirst = (a: StoredRow, b: StoredRow) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null);

/**
 * The rows of a customer or contract in a table, each with its place in a file.
 * @param all closed customers too
 * @throws AppError notFound for a table without rows of customers; requestInvalid without a number
 */
export async function rowLineage(
  { warehouse, data }: { readonly warehouse: Warehouse; readonly data: DataStore },
  wanted: Wanted,
  language: Language,
  all: boolean,
) {
  const table = findableTable(wanted.table);
  const columns = exportedColumns(table);
  const filter = await personFilter(warehouse, table, wanted);
  const found = await storedRows(warehouse, table, columns, filter);
  const named = new Set([...filter.customers, ...found.flatMap((row) => namedIn(table, row))]);
  const closed = all ? new Set<string>() : await closedAmong(warehouse, named);
  const isClosed = filter.customers.some((customer) => closed.has(customer));
  const free = found.filter((row) => !isClosed && !namedIn(table, row).some((customer) => closed.has(customer)));
  const shown = [...free].sort(standingFirst).slice(0, MOST_ROWS);
  const receipts = await receiptsOf(data, new Set(shown.map(({ importId }) => importId)));
  return {
    foundBy: filter.foundBy,
    columns: columns.map((name) => ({ name, meaning: table.columns[name]?.[language] ?? '' })),
    rows: shown.flatMap((row) => {
      const receipt = receipts.get(row.importId);
      const file = receipt?.files[row.file];
      if (receipt === undefined || file === undefined) return [];
      return [{ ...rowShown(table, columns, filter.customers, row, file), importDay: receipt.importDay }];
    }),
    more: free.length > shown.length,
    withheld: found.length - free.length,
  };
}

function rowShown(
  table: Table,
  columns: readonly string[],
  customers: readonly string[],
  row: StoredRow,
  file: FileReceipt,
) {
  const persons = customerColumns(table);
  return {
    importId: row.importId,
    file: file.path,
    ...placeOf(file, row.row),
    gathered: file.rowsGathered > 0,
    replacedBy: row.replacedBy,
    cells: columns.map((name) => {
      const value = row.values[name] ?? null;
      const another = persons.includes(name) && typeof value === 'string' && !customers.includes(value);
      const filledBy = file.columns.find(({ column }) => column === name);
      return {
        value: another ? null : value,
        rule: filledBy?.rule ?? null,
        pseudonym: filledBy?.pseudonym ?? false,
        another: another && value !== '',
      };
    }),
  };
}
