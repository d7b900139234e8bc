import { join } from 'node:path';
import type { Cell, Row, Rows } from '../rows.ts';
import { type ColumnKind, columnsOf, tableNamed } from './tables.ts';
import { openTextFile, type TextFile } from './text-file.ts';

export interface Files {
  readonly write: Rows;
  close(): void;
  /** Rows written so far by table, in the order of the alphabet. */
  counts(): Readonly<Record<string, number>>;
}

interface OpenFile {
  readonly text: TextFile;
  readonly columns: readonly string[];
  readonly quoted: readonly boolean[];
  rows: number;
}

const MAY_NEED_QUOTES: ReadonlySet<ColumnKind> = new Set(['text', 'json']);

/** One UTF-8 CSV per table, comma, header of canonical names; a file appears with its first row. */
export function openCanonicalFiles(directory: string): Files {
  const files = new Map<string, OpenFile>();
  const open = (table: string, row: Row): OpenFile => {
    const columns = columnsOf(tableNamed(table), row);
    const text = openTextFile(join(directory, `${table}.csv`));
    text.append(`${[...columns.keys()].join(',')}\n`);
    const quoted = [...columns.values()].map((kind) => MAY_NEED_QUOTES.has(kind));
    const file = { text, columns: [...columns.keys()], quoted, rows: 0 };
    files.set(table, file);
    return file;
  };
  return {
    write: (table, row) => {
      const file = files.get(table) ?? open(table, row);
      file.rows += 1;
      file.text.append(lineOf(file, row));
    },
    close: () => {
      for (const file of files.values()) file.text.close();
    },
    counts: () =>
      Object.fromEntries(
        [...files]
          .map(([table, { rows }]): [string, number] => [table, rows])
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
  };
}

function lineOf({ columns, quoted }: OpenFile, row: Row): string {
  // Joined in one go: a line grown cell by cell leaves a rope that costs more to collect than to write.
  const cells: Cell[] = [];
  for (let i = 0; i < columns.length; i++) {
    const cell = row[columns[i] ?? ''] ?? null;
    cells.push(quoted[i] && typeof cell === 'string' ? quote(cell) : cell);
  }
  return `${cells.join(',')}\n`;
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
