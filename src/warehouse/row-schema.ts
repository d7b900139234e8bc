import { z } from 'zod';
import type { Column, ColumnKind, Table } from './table.ts';

/** One value of a stored row: text, dates and instants are strings. */
export type Cell = string | number | boolean | null;

const isoInstant = z.iso.datetime({ precision: 3 });
const isInstant = (value: string) =>
  value.charAt(10) === ' ' && isoInstant.safeParse(`${value.replace(' ', 'T')}Z`).success;

const CELLS: Readonly<Record<ColumnKind, z.ZodType<Cell>>> = {
  id: z.string(),
  text: z.string(),
  category: z.string(),
  json: z.string(),
  date: z.iso.date(),
  instant: z.string().refine(isInstant, { error: 'expected YYYY-MM-DD hh:mm:ss.mmm' }),
  money: z.number(),
  number: z.number(),
  count: z.int(),
  share: z.number(),
  seconds: z.number(),
  boolean: z.boolean(),
};

const cellOf = (column: Column) => (column.required ? CELLS[column.kind] : CELLS[column.kind].nullable());

/**
 * Shape of a whole row as the engine returns it: every column there, null only where optional, dates YYYY-MM-DD,
 * instants YYYY-MM-DD hh:mm:ss.mmm in UTC. Limits and closed lists are the import's to judge; columns that the table
 * does not declare are dropped.
 */
export function rowSchema(table: Table): z.ZodType<Readonly<Record<string, Cell>>> {
  const cells = Object.entries(table.columns).map(([name, column]) => [name, cellOf(column)] as const);
  return z.object(Object.fromEntries(cells));
}
