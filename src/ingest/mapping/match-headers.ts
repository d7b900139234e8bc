import type { Column, Table } from '#warehouse/table.ts';
import { impliedUnits, stripUnits } from './header-words.ts';
import { normaliseHeader } from './normalise-header.ts';
import { unitFor } from './units.ts';

/** A header that means a column of a table. */
export interface Match {
  readonly header: string;
  readonly column: string;
  readonly origin: 'canonical' | 'recognised';
  readonly factor: number;
  /** Columns beside it that the header's words fill: { price_period: 'year' }. */
  readonly fills: Readonly<Record<string, string>>;
}

/** How the headers of a source fit a table. */
export interface TableMatch {
  readonly table: Table;
  readonly matches: readonly Match[];
  /** Headers that could be several columns of the table. */
  readonly unclear: readonly { readonly header: string; readonly columns: readonly string[] }[];
  /** Columns that several headers mean equally well. */
  readonly twice: readonly { readonly column: string; readonly headers: readonly string[] }[];
}

interface Meaning {
  readonly column: string;
  readonly origin: Match['origin'];
  readonly factor: number;
}

const scaledNames = (column: Column) => Object.entries(column.scaled);

/** Free text is never recognised by itself: it may name people. */
function meaningsOf(table: Table, name: string): readonly Meaning[] {
  const columns = Object.entries(table.columns).filter(([, column]) => !column.freeText);
  const canonical = columns.find(([column]) => normaliseHeader(column) === name);
  if (canonical !== undefined) return [{ column: canonical[0], origin: 'canonical', factor: 1 }];
  const known = columns.filter(([, column]) => column.synonyms.some((synonym) => normaliseHeader(synonym) === name));
  const scaled = columns.flatMap(([column, declared]) =>
    scaledNames(declared)
      .filter(([synonym]) => normaliseHeader(synonym) === name)
      .map(([, factor]): Meaning => ({ column, origin: 'recognised', factor })),
  );
  return [...known.map(([column]): Meaning => ({ column, origin: 'recognised', factor: 1 })), ...scaled];
}

/** Units that fit the column; null when one of them makes no sense there. */
function applied(meaning: Meaning, units: readonly string[], table: Table): Pick<Match, 'factor' | 'fills'> | null {
  const declared = table.columns[meaning.column];
  if (declared === undefined) return null;
  let { factor } = meaning;
  const fills: Record<string, string> = {};
  for (const name of units) {
    const unit = unitFor(name, declared);
    if (unit === null) return null;
    factor *= unit.factor;
    Object.assign(fills, unit.fills);
  }
  const there = Object.entries(fills).filter(([column]) => table.columns[column] !== undefined);
  return { factor, fills: Object.fromEntries(there) };
}

/** Only the price itself says for which period it is; a discount or a base price does not speak for it. */
const impliedFor = (column: string, header: string) => (column === 'price' ? impliedUnits(header) : []);

function wholeHeader(table: Table, header: string): readonly Match[] {
  return meaningsOf(table, normaliseHeader(header)).map(({ column, origin, factor }) => {
    const implied = applied({ column, origin, factor }, impliedFor(column, header), table);
    return { header, column, origin, factor, fills: implied?.fills ?? {} };
  });
}

function strippedHeader(table: Table, header: string): readonly Match[] {
  const { base, units } = stripUnits(header);
  if (base === '' || units.length === 0) return [];
  return meaningsOf(table, base).flatMap((meaning) => {
    const unit = applied(meaning, units, table);
    return unit === null ? [] : [{ header, column: meaning.column, origin: 'recognised' as const, ...unit }];
  });
}

function meantColumns(table: Table, header: string): readonly Match[] {
  const whole = wholeHeader(table, header);
  return whole.length > 0 ? whole : strippedHeader(table, header);
}

/**
 * Finds the columns of a table among headers: by canonical name, by known synonym, by either with a unit in the header.
 * The canonical name wins over synonyms, a synonym over one that carries a unit.
 * @param taken columns that are filled already
 */
export function matchHeaders(
  table: Table,
  headers: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): TableMatch {
  const found = headers.map((header) => {
    const meant = meantColumns(table, header).filter(({ column }) => !taken.has(column));
    return { header, meant };
  });
  const canonical = new Set(
    found.flatMap(({ meant }) => meant.filter(({ origin }) => origin === 'canonical').map(({ column }) => column)),
  );
  const open = found.map(({ header, meant }) => ({
    header,
    meant: meant.filter(({ origin, column }) => origin === 'canonical' || !canonical.has(column)),
  }));
  const unclear = open
    .filter(({ meant }) => meant.length > 1)
    .map(({ header, meant }) => ({ header, columns: meant.map(({ column }) => column) }));
  const clear = open.flatMap(({ meant }) => (meant.length === 1 ? meant : []));
  const byColumn = Map.groupBy(clear, ({ column }) => column);
  const twice = [...byColumn]
    .filter(([, matches]) => matches.length > 1)
    .map(([column, matches]) => ({ column, headers: matches.map(({ header }) => header) }));
  return { table, matches: [...byColumn.values()].flatMap((matches) => matches.slice(0, 1)), unclear, twice };
}
