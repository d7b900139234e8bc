import { AppError } from '#domain/app-error.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import { rowAboutClosed } from '../audits/closed-customers.ts';
import { isStaffField } from '../data/staff.ts';
import type { OrderedRows } from './copied-rows.ts';

/** Columns that may leave the house: nothing about people who work here, no free text. */
export const exportedColumns = ({ name, columns }: Table): readonly string[] =>
  Object.entries(columns)
    .filter(([column, { freeText, person }]) => !freeText && person !== 'staff' && !isStaffField(name, column))
    .map(([column]) => column);

/** The rows of a stored table. @throws AppError notFound for a table that there is not, or of which nothing may leave the house */
export function tableRows(name: string): OrderedRows {
  const table = TABLES.find((candidate) => candidate.name === name);
  const columns = table === undefined ? [] : exportedColumns(table);
  if (table === undefined || columns.length === 0) throw new AppError('notFound', `no table ${name} to export`);
  return {
    name: `export of ${name}`,
    columns,
    sql: `SELECT ${columns.map(identifier).join(', ')}
FROM ${identifier(name)}
WHERE NOT ${rowAboutClosed(table)}
ORDER BY ${[...table.key.filter((key) => columns.includes(key)), ...columns].map(identifier).join(', ')}`,
    params: {},
  };
}
