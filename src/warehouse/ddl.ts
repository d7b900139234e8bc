import { identifier } from './query.ts';
import type { Column, ColumnKind, Table } from './table.ts';

const ENGINE_TYPES: Readonly<Record<ColumnKind, string>> = {
  id: 'Nullable(String)',
  text: 'Nullable(String)',
  json: 'Nullable(String)',
  category: 'LowCardinality(Nullable(String))',
  date: 'Nullable(Date32)',
  instant: "Nullable(DateTime64(3, 'UTC'))",
  money: 'Nullable(Decimal(18, 4))',
  number: 'Nullable(Float64)',
  count: 'Nullable(Int64)',
  share: 'Nullable(Float64)',
  seconds: 'Nullable(Float64)',
  boolean: 'Nullable(Bool)',
};

/** The engine's type of a column; required columns cannot be null. */
export function engineType(column: Column): string {
  const nullable = ENGINE_TYPES[column.kind];
  if (!column.required) return nullable;
  return nullable.replace(/Nullable\((.*)\)/, '$1');
}

/** Bookkeeping of every stored row: its import, its place in the file, what was wrong with it, and then its raw fields. */
const ROW_COLUMNS = {
  _import: 'UInt32',
  _file: 'UInt16',
  _row: 'UInt64',
  _refused: 'UInt8',
  _codes: 'Array(UInt8)',
  _raw: 'Array(String)',
} as const;

/** Name of the stored rows; the plain name is the view that readers see. */
export const rowsOf = (table: Table) => `rows_${table.name}`;

const orderOf = (table: Table) =>
  table.customer !== null && !table.key.includes(table.customer) ? [table.customer, ...table.key] : table.key;

/** All columns of the stored rows in order, with the engine's types. */
export function storedColumns(table: Table): Readonly<Record<string, string>> {
  const own = Object.entries(table.columns).map(([name, column]) => [name, engineType(column)] as const);
  return { ...Object.fromEntries(own), ...ROW_COLUMNS };
}

/** CREATE TABLE for the stored rows: one partition an import, so that undoing is dropping it. */
export function createRowsSql(table: Table): string {
  const columns = Object.entries(storedColumns(table)).map(([name, type]) => `  ${identifier(name)} ${type}`);
  return `CREATE TABLE IF NOT EXISTS ${identifier(rowsOf(table))} (
${columns.join(',\n')}
)
ENGINE = MergeTree
PARTITION BY _import
ORDER BY (${orderOf(table).map(identifier).join(', ')})
SETTINGS allow_nullable_key = 1`;
}

/**
 * FROM and WHERE of what stands of a table: rows of the imports that stand, without refused rows and rows that a later import replaced.
 * `imports`: what stands, where that is known already. For those who count columns: from the rows themselves the engine reads only whether a field is filled, from the view it reads the field.
 */
export function standingRowsSql(
  table: Table,
  replaced: boolean,
  imports = 'SELECT import_id FROM standing_import',
): string {
  const entries = `FROM replaced_rows WHERE table_name = '${table.name}' AND by_import IN (${imports})`;
  const without = replaced
    ? `\n  AND _import NOT IN (SELECT import_id ${entries} AND reason = 'replacedWhole')
  AND (_import, _file, _row) NOT IN (SELECT import_id, file, row ${entries} AND reason != 'replacedWhole')`
    : '';
  return `FROM ${identifier(rowsOf(table))}
WHERE _import IN (${imports})
  AND _refused = 0${without}`;
}

/** What readers see of a table. */
export function standingSql(table: Table, replaced: boolean, imports?: string): string {
  const columns = Object.keys(table.columns).map((name) => `  ${identifier(name)}`);
  return `SELECT
${columns.join(',\n')}
${standingRowsSql(table, replaced, imports)}`;
}

/** The view that readers see. */
export const createViewSql = (table: Table, replaced: boolean): string =>
  `CREATE OR REPLACE VIEW ${identifier(table.name)} AS
${standingSql(table, replaced)}`;
