import { AppError } from '#domain/app-error.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { rowAboutClosed } from '../audits/closed-customers.ts';
import { isStaffField } from '../data/staff.ts';
import type { RowSource } from './row-source.ts';

const PAGE_ROWS = 20_000;

/** Columns that may leave the house: nothing about people who work here, no free text. */
export const exportedColumns = ({ name, columns }: Table): readonly string[] =>
  Object.entries(columns)
    .filter(([column, { freeText, person }]) => !freeText && person !== 'staff' && !isStaffField(name, column))
    .map(([column]) => column);

interface ExportedTable {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** @throws AppError notFound for a table that there is not, or of which nothing may leave the house */
export function exportedTable(name: string): ExportedTable {
  const table = TABLES.find((candidate) => candidate.name === name);
  const columns = table === undefined ? [] : exportedColumns(table);
  if (table === undefined || columns.length === 0) throw new AppError('notFound', `no table ${name} to export`);
  return { table, columns };
}

/** Numbers the rows once, so that every page costs the same. Named like kept answers, which are cleared away when left behind. */
function copyStatement(copy: string, { table, columns }: ExportedTable): string {
  const names = columns.map(identifier).join(', ');
  return `CREATE OR REPLACE TABLE ${identifier(copy)} ENGINE = MergeTree ORDER BY export_row AS
SELECT rowNumberInAllBlocks() AS export_row, ${names}
FROM (
  SELECT ${names}
  FROM ${identifier(table.name)}
  WHERE NOT ${rowAboutClosed(table)}
  ORDER BY ${[...table.key.filter((key) => columns.includes(key)), ...columns].map(identifier).join(', ')}
)`;
}

/** The rows of a stored table as they stand now, for as long as `use` reads them. */
export async function withTableRows<T>(
  warehouse: Warehouse,
  exported: ExportedTable,
  options: { readonly jobId: string; readonly signal: AbortSignal },
  use: (source: RowSource) => Promise<T>,
): Promise<T> {
  const copy = `answer_export_${options.jobId.replaceAll('-', '')}`;
  const { columns } = exported;
  const name = `export of ${exported.table.name}`;
  try {
    await warehouse.run({ name, sql: copyStatement(copy, exported) }, { signal: options.signal });
    const counted = await warehouse.columns({
      name: `${name} counted`,
      sql: `SELECT count() AS found FROM ${identifier(copy)} ORDER BY found`,
      params: {},
    });
    const total = Number(counted['found']?.[0] ?? 0);
    const page = async (from: number) => {
      const answer = await warehouse.columns({
        name,
        sql: `SELECT ${columns.map(identifier).join(', ')}
FROM ${identifier(copy)}
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
    await warehouse.run({ name: `${name} ended`, sql: `DROP TABLE IF EXISTS ${identifier(copy)}` });
  }
}
