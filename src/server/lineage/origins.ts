import { z } from 'zod';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { standingRowsSql } from '#warehouse/ddl.ts';
import { type ImportRecord, replacedTables } from '#warehouse/ledger.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Rows that stand, by the file of the import that brought them. */
interface Origin {
  readonly importId: number;
  readonly importDay: string;
  readonly file: string;
  readonly rows: number;
}

const CountRow = z.object({ of_import: z.number(), of_file: z.number(), n: z.number() });

/** Where the standing rows of a table come from; oldest import first. */
export async function originsOf(
  warehouse: Warehouse,
  table: Table,
  records: readonly ImportRecord[],
): Promise<readonly Origin[]> {
  const replaced = (await replacedTables(warehouse)).has(table.name);
  const counts = await warehouse.rows({
    name: `origins of ${table.name}`,
    sql: `SELECT _import AS of_import, _file AS of_file, count() AS n
${standingRowsSql(table, replaced)}
GROUP BY of_import, of_file
ORDER BY of_import, of_file`,
    params: {},
    row: CountRow,
  });
  const known = new Map(records.map((record) => [record.importId, record]));
  return counts.flatMap(({ of_import: importId, of_file: file, n: rows }) => {
    const record = known.get(importId);
    if (record === undefined || record.receipt === '') return [];
    const path = parseReceipt(record.receipt).files[file]?.path ?? '';
    return [{ importId, importDay: record.at, file: path, rows }];
  });
}
