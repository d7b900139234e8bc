import type { Table } from '#warehouse/table.ts';
import type { Expression } from './expression.ts';

export type FileFormat = 'csv' | 'json' | 'parquet';

export const ROW_COUNTS = ['lines', 'sheetRows', 'records'] as const;
export type RowCount = (typeof ROW_COUNTS)[number];

/** A file as the engine will read it. Files in other encodings and XLSX sheets are turned into UTF-8 CSV first. */
export interface Source {
  /** The user's file, as named on the command line; XLSX sheets carry "file.xlsx#sheet". */
  readonly path: string;
  /** What the engine reads: the same file, or a temporary UTF-8 copy of it. */
  readonly readPath: string;
  readonly format: FileFormat;
  /** What a reader counts to find a row in their own file: lines as an editor shows them, rows of a sheet, or objects and rows from the first one on. */
  readonly counted: RowCount;
  readonly gzipped: boolean;
  /** null unless csv. */
  readonly delimiter: string | null;
  /** Header names in file order, as written (trimmed, without BOM). */
  readonly headers: readonly string[];
  /** Records before the first data row, as the engine skips them (header, blank and title lines). 0 for json and parquet. */
  readonly skipLines: number;
  /** Physical line of the first data row, from 1: more than skipLines + 1 where a quoted header holds a line break. */
  readonly firstDataLine: number;
  /** Hash of the user's bytes: the same file gives the same fingerprint whatever its name. */
  readonly sha256: string;
  readonly bytes: number;
}

/** How written numbers look in a column: 1,234.50 or 1.234,50. A trailing minus and currency signs are always understood. */
export const NUMBER_STYLES = ['point', 'comma'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** How written dates look in a column. `open` marks such as 31.12.9999 are always understood as "no end". */
export const DATE_STYLES = [
  'iso',
  'dmy',
  'mdy',
  'compact',
  'compact-dmy',
  'epoch-seconds',
  'epoch-milliseconds',
  'excel-serial',
] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** How the values of one header look; decided on a sample of the file or by the mapping file. */
export interface FieldStyle {
  readonly numberStyle: NumberStyle;
  readonly dateStyle: DateStyle;
  /** IANA name; used for instants that carry no zone of their own. */
  readonly timezone: string;
}

/**
 * How one canonical column is filled from the raw fields of a row. An expression that yields text is still to be read
 * with the styles given here; any other type is taken as it is (times `factor`).
 */
export interface ValuePlan extends FieldStyle {
  readonly expression: Expression;
  /** Where the rule comes from: the header is the canonical name, a known synonym, or the user's mapping file. */
  readonly origin: 'canonical' | 'recognised' | 'mapping';
  /** Multiplies numbers: 0.01 turns cents into euros, 60 minutes into seconds, 0.001 milliseconds into seconds. */
  readonly factor: number;
  /** Raw spelling (compared without case and outer blanks) to canonical value; null: none. */
  readonly valueMap: Readonly<Record<string, string>> | null;
}

/** How one file fills one table. A file may have several plans. */
export interface TablePlan {
  readonly source: Source;
  readonly table: Table;
  readonly columns: Readonly<Record<string, ValuePlan>>;
  /** For every header of the source: what an expression needs to read the raw field as a number or a date. */
  readonly styles: Readonly<Record<string, FieldStyle>>;
  /** Rows for which this is not true are left out (and counted). */
  readonly where: Expression | null;
  /** When set, rows with equal key are gathered into one and the value expressions must be aggregates or key expressions. */
  readonly gather: boolean;
  /** Headers that no column of any plan uses. */
  readonly unusedHeaders: readonly string[];
}
