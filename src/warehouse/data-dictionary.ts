import type { Column, ColumnKind, Table } from './table.ts';

const KINDS: Readonly<Record<ColumnKind, string>> = {
  id: 'your own identifier, kept as text · Ihre eigene Kennung, als Text',
  text: 'any text · beliebiger Text',
  category: 'a word from a short list · ein Wort aus einer kurzen Liste',
  date: 'day, YYYY-MM-DD · Tag, JJJJ-MM-TT',
  instant: 'point in time in UTC · Zeitpunkt in UTC',
  money:
    'amount in the currency of the store, four decimals · Betrag in der Währung des Bestands, vier Nachkommastellen',
  number: 'number · Zahl',
  count: 'whole number · ganze Zahl',
  share: 'share from 0 to 1 · Anteil von 0 bis 1',
  seconds: 'duration in seconds · Dauer in Sekunden',
  boolean: 'yes or no · ja oder nein',
  json: 'JSON text · JSON-Text',
};

const HEAD = `# Data dictionary · Datenwörterbuch

Generated from the tables in \`src/warehouse/tables\` by \`npm run docs\`; do not edit by hand.
Erzeugt aus den Tabellen in \`src/warehouse/tables\` mit \`npm run docs\`; nicht von Hand ändern.

**bold** = required · Pflicht. Headers are compared without case, umlauts and punctuation, so each spelling stands here once.
Spaltenköpfe werden ohne Groß- und Kleinschreibung, Umlaute und Satzzeichen verglichen; jede Schreibweise steht hier einmal.`;

const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function limits({ min, max }: Column): string | null {
  if (min !== null && max !== null) return `${min} to ${max}`;
  if (min !== null) return `≥ ${min}`;
  return max === null ? null : `≤ ${max}`;
}

function allowed(column: Column): string {
  const values = Object.entries(column.values ?? {}).map(([value, spellings]) =>
    spellings.length === 0 ? `\`${value}\`` : `\`${value}\` (${spellings.join(', ')})`,
  );
  const notes = [
    limits(column),
    column.event ? 'not in the future · nicht in der Zukunft' : null,
    column.person === 'staff' ? 'stored as a pseudonym · als Pseudonym gespeichert' : null,
    column.freeText ? 'free text: only if asked for · Freitext: nur auf Wunsch' : null,
  ];
  return [...values, ...notes.filter((note) => note !== null)].join('; ');
}

function headers({ synonyms, scaled }: Column): string {
  const converted = Object.entries(scaled).map(([header, factor]) => `${header} (× ${factor})`);
  return [...synonyms, ...converted].join(', ');
}

function columnRow([name, column]: readonly [string, Column]): string {
  const title = column.required ? `**${name}**` : name;
  return row([title, column.kind, column.unit ?? '', column.en, column.de, allowed(column), headers(column)]);
}

function rules(table: Table): string {
  const needs = table.anyOf.map((group) => `At least one of · mindestens eine von: ${code(group)}.`);
  const orders = table.orders.map(({ before, after }) => `\`${before}\` ≤ \`${after}\`.`);
  return [`Key · Schlüssel: ${code(table.key)}.`, ...needs, ...orders].join(' ');
}

function section(table: Table): string {
  return [
    `## ${table.number} ${table.name}`,
    `${table.en}\n${table.de}`,
    rules(table),
    [
      row(['Column', 'Type', 'Unit', 'Meaning', 'Bedeutung', 'Allowed · erlaubt', 'Also read as · auch gelesen als']),
      row(['---', '---', '---', '---', '---', '---', '---']),
      ...Object.entries(table.columns).map(columnRow),
    ].join('\n'),
  ].join('\n\n');
}

/** The data dictionary as Markdown, English and German side by side: types, then every table with every column. */
export function dataDictionary(tables: readonly Table[]): string {
  const kinds = Object.entries(KINDS).map(([kind, meaning]) => row([kind, meaning]));
  const types = ['## Types · Typen', [row(['Type', 'Meaning · Bedeutung']), row(['---', '---']), ...kinds].join('\n')];
  return `${[HEAD, ...types, ...tables.map(section)].join('\n\n')}\n`;
}
