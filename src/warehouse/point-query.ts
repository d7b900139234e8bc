import { tableNamed } from './catalogue.ts';
import { standingSql } from './ddl.ts';
import { CLOSED_CUSTOMER_SQL } from './ledger-ddl.ts';
import { identifier, type Query } from './query.ts';

/** A question about few rows, found by their key, and the tables that it reads. */
export interface PointQuery<Row> extends Query<Row> {
  readonly reads: readonly string[];
}

/** Imports that stand, and tables of which later imports replaced rows. */
export interface Standing {
  readonly imports: readonly number[];
  readonly replaced: ReadonlySet<string>;
}

function bodyOf(name: string, { imports, replaced }: Standing): string {
  if (name === 'closed_customer') return CLOSED_CUSTOMER_SQL;
  const table = tableNamed(name);
  if (table === null) throw new RangeError(`not a table: ${name}`);
  return standingSql(table, replaced.has(name), imports.map(Math.trunc).join(', '));
}

/**
 * The same question with the imports that stand named in it. Looking them up in the ledger once for every table takes longer than finding a
 * customer's rows.
 */
export function overStanding<Row>({ reads, ...query }: PointQuery<Row>, standing: Standing): Query<Row> {
  if (standing.imports.length === 0) return query;
  const bodies = reads.map((name) => `${identifier(name)} AS (\n${bodyOf(name, standing)}\n)`);
  const rest = /^WITH\s/.test(query.sql) ? query.sql.replace(/^WITH\s/, ', ') : `\n${query.sql}`;
  return { ...query, sql: `WITH ${bodies.join(',\n')}${rest}` };
}
