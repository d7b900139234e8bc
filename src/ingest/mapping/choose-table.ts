import { basename } from 'node:path';
import type { Table } from '#warehouse/table.ts';
import type { Source } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { matchHeaders, type TableMatch } from './match-headers.ts';
import { normaliseHeader } from './normalise-header.ts';

/** How well a table fits, in the order in which it counts. */
interface Fit {
  readonly match: TableMatch;
  readonly required: number;
  readonly complete: boolean;
  readonly columns: number;
}

const MOST_CANDIDATES = 6;

/** The file's or sheet's own name without folder, endings, years and counters: 'contracts_2024-01.csv.gz' is 'contracts'. */
function stem(path: string): string {
  const sheet = /[.]xlsx?#(.*)$/i.exec(path)?.[1];
  const name = sheet ?? basename(path).replace(/([.][a-z0-9]{1,7}){1,2}$/i, '');
  return normaliseHeader(name).replace(/\d+$/, '');
}

/** 'contracts', 'cases', 'ties' and 'customer values' are plurals of table names. */
const plurals = (name: string) => [name, `${name}s`, `${name}es`, name.replace(/y$/, 'ies')];

/** The table that a file is named after; null: none. */
function tableNamed(path: string, tables: readonly Table[]): Table | null {
  const name = stem(path);
  return tables.find((table) => plurals(normaliseHeader(table.name)).includes(name)) ?? null;
}

function fitOf(table: Table, headers: readonly string[]): Fit {
  const match = matchHeaders(table, headers);
  // A header that could be two required columns still counts once: which one it is will be asked.
  const found = new Set([
    ...match.matches.map(({ column }) => column),
    ...match.unclear.flatMap(({ columns }) => columns),
  ]);
  const needed = Object.entries(table.columns).filter(([, column]) => column.required);
  const required = needed.filter(([name]) => found.has(name)).length;
  return { match, required, complete: required === needed.length, columns: match.matches.length };
}

const order = (a: Fit, b: Fit) =>
  b.required - a.required || Number(b.complete) - Number(a.complete) || b.columns - a.columns;

/**
 * Tables between which the headers do not decide. One required column alone is weak: every file about customers has a
 * customer number, so then the table must explain half of the headers too.
 */
function equallyGood(fits: readonly Fit[], best: Fit, headers: number): readonly Fit[] {
  const weak = best.required === 1 && best.columns * 2 < headers;
  if (!weak) return fits.filter((fit) => order(fit, best) === 0);
  return fits.filter(({ required }) => required === 1).slice(0, MOST_CANDIDATES);
}

/**
 * The table that a source fills: the one it is named after, otherwise the one of whose required columns most are
 * recognised, then the one that is complete, then the one with most columns.
 * @throws AppError importRefused (tableUnclear, nothingRecognised, wrongDelimiter)
 */
export function chooseTable(source: Source, tables: readonly Table[], usable: readonly string[]): Table {
  const named = tableNamed(source.path, tables);
  if (named !== null) return named;
  const fits = tables.map((table) => fitOf(table, usable)).sort(order);
  const [best] = fits;
  const file = source.path;
  if (best === undefined || best.required === 0) {
    if (source.headers.length === 1 && source.format === 'csv') throw wrongDelimiter(source);
    throw refusal('nothingRecognised', { file, headers: source.headers.slice(0, 30).join(', ') });
  }
  const equals = equallyGood(fits, best, usable.length);
  if (equals.length === 1) return best.match.table;
  const candidates = equals.map(({ match }) => match.table.name).join(', ');
  throw refusal('tableUnclear', { file, candidates });
}

/** One column where several are needed: most often an unusual separator. */
export function wrongDelimiter(source: Source) {
  const header = source.headers[0]?.slice(0, 100) ?? '';
  return refusal('wrongDelimiter', { file: source.path, line: source.skipLines, column: 1, header });
}
