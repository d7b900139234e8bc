import type { Check } from '#checks/check.ts';
import { TABLES } from '#warehouse/catalogue.ts';

const STAFF_TABLES = ['staff', 'team_pulse'];
const STAFF_COLUMN = /(^|_)(staff|agent|team|employee|clerk)(_|$)/;

/** Columns that say something about people who work here, in any table or list. */
export const isStaffColumn = (name: string): boolean => STAFF_COLUMN.test(name);

/** A field about people who work here: any of their own tables, and of other tables those columns. */
export const isStaffField = (table: string, name: string): boolean =>
  STAFF_TABLES.includes(table) || isStaffColumn(name.toLowerCase());

/** A question about staff: its subjects are people who work here, or it needs their tables. */
export function isStaffCheck(check: Pick<Check, 'subjects' | 'requires'>): boolean {
  const { cluster, id } = check.subjects;
  return (
    isStaffColumn(cluster) || isStaffColumn(id) || STAFF_TABLES.some((table) => Object.hasOwn(check.requires, table))
  );
}

/** Every column about staff that the store can hold. */
export const STAFF_FIELDS = TABLES.flatMap((table) =>
  Object.entries(table.columns)
    .filter(([name]) => isStaffField(table.name, name))
    .map(([name, column]) => ({ table: table.name, column: name, en: column.en, de: column.de })),
);
