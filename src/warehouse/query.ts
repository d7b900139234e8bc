import type { z } from 'zod';

/** A value that the engine binds; it never becomes part of the SQL text. Dates travel as ISO strings. */
type Param = string | number | boolean | null | readonly string[] | readonly number[];
export type Params = Readonly<Record<string, Param>>;

/** A question to the store: the SQL, the bound values and the shape of a row, parsed at the door. */
export interface Query<Row> {
  readonly name: string;
  readonly sql: string;
  readonly params: Params;
  readonly row: z.ZodType<Row>;
}

/** A question whose answer is wanted as one array a column. */
export type ColumnsQuery = Omit<Query<unknown>, 'row'>;

/** Quotes a table or column name of our own; names never come from users. */
export function identifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError(`not a plain name: ${name}`);
  return `\`${name}\``;
}

/** Quotes a text for SQL where binding is impossible (DDL, table functions): backslash and quote are escaped. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
