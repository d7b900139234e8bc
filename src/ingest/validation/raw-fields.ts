import { quoted } from '#warehouse/query.ts';
import type { Source } from '../plan.ts';

type Setting = string | number;

/** How the engine takes a source apart: one Nullable(String) a header, and how it knows rows that are not rows. */
export interface RawFields {
  readonly format: 'CSV' | 'LineAsString' | 'Parquet';
  /** Column list for file() and input(). */
  readonly structure: string;
  /** Fields taken from what the format gives: the select list of the innermost query, besides the row number. */
  readonly select: string;
  /** Columns h1, h2 ... in header order; names of the user's file never become names in SQL. */
  readonly names: readonly string[];
  /** True for an empty line. */
  readonly blank: string;
  /** True where the row does not have one field a header. */
  readonly ragged: string;
  /** Column that holds the whole line where the format gives lines; null otherwise. */
  readonly line: string | null;
  /** True where the line is no JSON object. */
  readonly malformed: string;
  readonly settings: Readonly<Record<string, Setting>>;
}

/** A literal \N is somebody's text, not ours to interpret: nothing in a file means NULL to the CSV reader. */
const NO_NULL_MARK = '\u0001\u0001';

function csvFields(source: Source, names: readonly string[]): RawFields {
  const last = names.at(-1) ?? 'h1';
  const columns = [...names, '_extra', '_more'];
  const emptyLine = `ifNull(h1, '') = ''`;
  return {
    format: 'CSV',
    structure: columns.map((name) => `${name} Nullable(String)`).join(', '),
    select: columns.join(', '),
    names,
    blank: names.length === 1 ? `(${emptyLine} AND isNull(_extra))` : `(isNull(h2) AND ${emptyLine})`,
    // One empty field too many is a delimiter at the end of the line, which some exports write.
    ragged: `(isNull(${last}) OR ifNull(_extra, '') != '' OR isNotNull(_more))`,
    line: null,
    malformed: 'false',
    settings: {
      format_csv_delimiter: source.delimiter ?? ',',
      input_format_csv_skip_first_lines: source.skipLines,
      input_format_csv_allow_variable_number_of_columns: 1,
      input_format_csv_empty_as_default: 0,
      input_format_csv_skip_trailing_empty_lines: 1,
      // The engine's own trimming never returns from some ordinary files; the rules trim in SQL.
      input_format_csv_trim_whitespaces: 0,
      input_format_csv_allow_whitespace_or_tab_as_delimiter: source.delimiter === '\t' ? 1 : 0,
      format_csv_null_representation: NO_NULL_MARK,
      format_csv_allow_single_quotes: 0,
      format_csv_allow_double_quotes: 1,
    },
  };
}

const backQuoted = (name: string) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;

function jsonFields(source: Source, names: readonly string[]): RawFields {
  const tuple = source.headers.map((header) => `${backQuoted(header)} Nullable(String)`).join(', ');
  const parsed = `JSONExtract(line, ${quoted(`Tuple(${tuple})`)}) AS fields`;
  return {
    format: 'LineAsString',
    structure: 'line String',
    select: ['line', parsed, ...names.map((name, place) => `fields.${place + 1} AS ${name}`)].join(', '),
    names,
    blank: `(trimBoth(line) = '')`,
    ragged: 'false',
    line: 'line',
    malformed: `(JSONType(line) != 'Object')`,
    settings: {},
  };
}

function parquetFields(source: Source, names: readonly string[]): RawFields {
  return {
    format: 'Parquet',
    structure: source.headers.map((header) => `${backQuoted(header)} Nullable(String)`).join(', '),
    select: names.map((name, place) => `${backQuoted(source.headers[place] ?? '')} AS ${name}`).join(', '),
    names,
    blank: 'false',
    ragged: 'false',
    line: null,
    malformed: 'false',
    settings: {},
  };
}

/** Describes how the engine reads the fields of a source. */
export function rawFields(source: Source): RawFields {
  const names = source.headers.map((_, place) => `h${place + 1}`);
  if (source.format === 'json') return jsonFields(source, names);
  if (source.format === 'parquet') return parquetFields(source, names);
  return csvFields(source, names);
}

/** The engine's table function for a source on its own disk. `readPath` must be free of the engine's wildcards. */
export function fileSql(fields: RawFields, source: Source, readPath: string): string {
  const compression = source.gzipped ? 'gzip' : 'none';
  return `file(${quoted(readPath)}, ${quoted(fields.format)}, ${quoted(fields.structure)}, ${quoted(compression)})`;
}

/** The rows that come with the statement itself, for an engine on another machine. */
export const inputSql = (fields: RawFields) => `input(${quoted(fields.structure)})`;
