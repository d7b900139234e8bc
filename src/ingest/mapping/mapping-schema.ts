import { z } from 'zod';
import { DATE_STYLES, NUMBER_STYLES } from '../plan.ts';
import { UNITS } from './units.ts';

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');
const unitNames = Object.keys(UNITS);

const Timezone = z.string().refine(isTimezone, { error: 'not a time zone such as Europe/Berlin' });
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const Units = z
  .union([z.string().transform(words), z.array(z.string())])
  .refine((names) => names.every((name) => unitNames.includes(name)), {
    error: `possible are ${unitNames.join(', ')}`,
  });

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const styles = {
  date: z.enum(DATE_STYLES).optional(),
  number: z.enum(NUMBER_STYLES).optional(),
  timezone: Timezone.optional(),
};

/** How a column is filled: exactly one of header, constant and expression, and how its values are read. */
const ColumnEntry = z
  .strictObject({
    header: z.string().optional(),
    constant: z.string().optional(),
    expression: z.string().optional(),
    unit: Units.optional(),
    values: z.record(z.string(), z.string()).optional(),
    ...styles,
  })
  .refine(
    ({ header, constant, expression }) => [header, constant, expression].filter((one) => one !== undefined).length <= 1,
    { error: 'only one of header, constant and expression' },
  );

/** A header alone, or a rule that begins with '=' as in a spreadsheet. */
const ShortColumn = z
  .string()
  .transform(
    (text): z.input<typeof ColumnEntry> => (text.startsWith('=') ? { expression: text.slice(1) } : { header: text }),
  )
  .pipe(ColumnEntry);

const Columns = z.record(z.string(), z.union([ShortColumn, ColumnEntry]));

const tableParts = {
  table: z.string().optional(),
  columns: Columns.optional(),
  defaults: z.record(z.string(), z.string()).optional(),
  where: z.string().optional(),
  gather: Flag.optional(),
};
const TableEntry = z.strictObject(tableParts);
const FileEntry = z
  .strictObject({
    ...tableParts,
    ...styles,
    ignore: z.array(z.string()).optional(),
    tables: z.array(TableEntry).min(1).optional(),
  })
  .refine(({ tables, ...own }) => tables === undefined || !hasTableParts(own), {
    error: 'with tables, write table, columns, defaults, where and gather inside each of them',
  });

function hasTableParts(entry: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(tableParts).some((part) => entry[part] !== undefined);
}

/** The whole mapping file; every scalar is text, so that '007' and '1.50' stay what they are. */
export const MappingFile = z.strictObject({
  files: z.record(z.string(), FileEntry).default({}),
  /** Whether the store holds the numbers of customers or pseudonyms of them; the same for all imports of a store. */
  customer_ids: z.enum(['plain', 'pseudonym']).optional(),
  ...styles,
});

export type MappingEntries = z.infer<typeof MappingFile>;
export type FileRule = z.infer<typeof FileEntry>;
export type TableRule = z.infer<typeof TableEntry>;
export type ColumnRule = z.infer<typeof ColumnEntry>;
