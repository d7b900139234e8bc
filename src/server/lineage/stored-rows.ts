import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Nobody has more rows of one table than a person would read through; who replaced what is looked up for these. */
const MOST_CANDIDATES = 1000;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Value = z.infer<typeof Value>;

/** A row that was accepted by an import that stands. */
export interface StoredRow {
  readonly importId: number;
  readonly file: number;
  readonly row: number;
  /** null: it stands. */
  readonly replacedBy: number | null;
  readonly values: Readonly<Record<string, Value>>;
}

const HiddenRow = z.object({
  import_id: z.number(),
  file: z.number(),
  row: z.number(),
  by_import: z.number(),
  reason: z.string(),
});
type Hidden = z.infer<typeof HiddenRow>;

/** Entries about these rows, by the order of the ledger of replaced rows. */
function hiddenAmong(warehouse: Warehouse, table: Table, places: readonly (readonly [number, number, number])[]) {
  const numbers = (at: 0 | 1 | 2) => [...new Set(places.map((place) => place[at]))];
  return warehouse.rows({
    name: 'which rows are hidden',
    sql: `SELECT import_id, file, row, by_import, toString(reason) AS reason
FROM replaced_rows
WHERE table_name = {table:String} AND import_id IN {imports:Array(UInt32)}
  AND (reason = 'replacedWhole' OR (file IN {files:Array(UInt16)} AND row IN {rows:Array(UInt64)}))
  AND by_import IN (SELECT import_id FROM standing_import)
ORDER BY import_id, file, row, by_import`,
    params: { table: table.name, imports: numbers(0), files: numbers(1), rows: numbers(2) },
    row: HiddenRow,
  });
}

/** Copies and contradictions within one import are no rows of their own: the first of their key is there. */
const isCopy = ({ reason }: Hidden) => reason === 'identical' || reason === 'conflict';

/** The first rows for which a condition holds, standing and replaced ones, each with all columns asked for. */
export async function storedRows(
  warehouse: Warehouse,
  table: Table,
  columns: readonly string[],
  { where, params }: { readonly where: string; readonly params: Params },
): Promise<readonly StoredRow[]> {
  const found = await warehouse.rows({
    name: `rows of ${table.name} with their place`,
    sql: `SELECT _import, _file, _row${columns.map((name) => `, ${identifier(name)}`).join('')}
FROM ${identifier(rowsOf(table))}
WHERE _refused = 0 AND _import IN (SELECT import_id FROM standing_import) AND (${where})
ORDER BY _import DESC, _file, _row
LIMIT ${MOST_CANDIDATES}`,
    params,
    row: z.looseObject({ _import: z.number(), _file: z.number(), _row: z.number() }).catchall(Value),
  });
  if (found.length === 0) return [];
  const hidden = await hiddenAmong(
    warehouse,
    table,
    found.map((row) => [row._import, row._file, row._row]),
  );
  return found.flatMap(({ _import: importId, _file: file, _row: row, ...values }) => {
    const about = hidden.filter(
      (entry) =>
        entry.import_id === importId &&
        (entry.reason === 'replacedWhole' || (entry.file === file && entry.row === row)),
    );
    if (about.some(isCopy)) return [];
    return [{ importId, file, row, replacedBy: about[0]?.by_import ?? null, values }];
  });
}
