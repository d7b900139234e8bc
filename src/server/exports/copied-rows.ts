import { identifier, type Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { RowSource } from './row-source.ts';

/** Unpacked in one go; others are served in between. */
const PAGE_ROWS = 4000;

/** Rows in the order in which they become a file. */
export interface OrderedRows {
  /** Of whom or what, for the log and for errors. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Ordered down to the last tie. */
  readonly sql: string;
  readonly params: Params;
}

/** The rows as they stand now, for as long as `use` reads them: numbered once, so that the last page costs no more than the first. */
export async function withCopiedRows<T>(
  warehouse: Warehouse,
  { name, columns, sql, params }: OrderedRows,
  { jobId, signal }: { readonly jobId: string; readonly signal: AbortSignal },
  use: (source: RowSource) => Promise<T>,
): Promise<T> {
  // Named like kept answers, which are cleared away when left behind.
  const copy = identifier(`answer_export_${jobId.replaceAll('-', '')}`);
  const numbered = `CREATE OR REPLACE TABLE ${copy} ENGINE = MergeTree ORDER BY export_row AS
SELECT rowNumberInAllBlocks() AS export_row, *
FROM (
${sql}
)`;
  try {
    await warehouse.run({ name, sql: numbered, params }, { signal });
    const counted = await warehouse.columns({
      name: `${name} counted`,
      sql: `SELECT count() AS found FROM ${copy} ORDER BY found`,
      params: {},
    });
    const total = Number(counted['found']?.[0] ?? 0);
    const page = async (from: number) => {
      const answer = await warehouse.columns({
        name,
        sql: `SELECT ${columns.map(identifier).join(', ')}
FROM ${copy}
WHERE export_row >= {from:UInt64} AND export_row < {to:UInt64}
ORDER BY export_row`,
        params: { from, to: from + PAGE_ROWS },
      });
      const length = answer[columns[0] ?? '']?.length ?? 0;
      return Array.from({ length }, (_, row) => columns.map((column) => answer[column]?.[row] ?? null));
    };
    async function* pages() {
      for (let from = 0; from < total; from += PAGE_ROWS) yield await page(from);
    }
    return await use({ columns, total, pages });
  } finally {
    await warehouse.run({ name: `${name} ended`, sql: `DROP TABLE IF EXISTS ${copy}` });
  }
}
