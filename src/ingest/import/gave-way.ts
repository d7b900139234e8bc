import { z } from 'zod';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Rows that an import set aside: of its own because their key is there already, of older imports because it brings their keys again. */
export interface GaveWay {
  /** Rows of one plan by what they are to the first of their key. */
  own(table: string, file: number): { readonly identical: number; readonly conflicting: number };
  /** Tables of which rows of older imports give way. */
  readonly olderTables: ReadonlySet<string>;
}

const EntryRow = z.object({ table_name: z.string(), of_file: z.number(), of_reason: z.string(), n: z.number() });
const OWN = new Set(['identical', 'conflict']);

export async function gaveWay(warehouse: Warehouse, importId: number): Promise<GaveWay> {
  const rows = await warehouse.rows({
    name: 'rows set aside',
    sql: `SELECT table_name, if(import_id = {importId:UInt32}, file, 0) AS of_file, toString(reason) AS of_reason, count() AS n
FROM replaced_rows
WHERE by_import = {importId:UInt32}
GROUP BY table_name, of_file, of_reason
ORDER BY table_name, of_file, of_reason`,
    params: { importId },
    row: EntryRow,
  });
  const counts = new Map(
    rows.map(({ table_name, of_file, of_reason, n }) => [`${table_name} ${of_file} ${of_reason}`, n] as const),
  );
  return {
    own: (table, file) => ({
      identical: counts.get(`${table} ${file} identical`) ?? 0,
      conflicting: counts.get(`${table} ${file} conflict`) ?? 0,
    }),
    olderTables: new Set(rows.filter((row) => !OWN.has(row.of_reason)).map((row) => row.table_name)),
  };
}
