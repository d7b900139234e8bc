import type { Cell } from '../rows.ts';
import type { ColumnKind } from './tables.ts';

/** How a system writes a line, a cell and its bytes. */
export interface Dialect {
  line(cells: readonly string[]): string;
  cell(kind: ColumnKind, value: Cell): string;
  encode(text: string): Buffer;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
/** What the simulator writes lies in the part of Windows-1252 that equals Latin-1: umlauts, sharp s, no euro sign. */
const windows1252 = (text: string) => Buffer.from(text, 'latin1');
const delimited = (delimiter: string) => (cells: readonly string[]) =>
  `${cells.map((cell) => (cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
const plain = (value: Cell) => (value === null ? '' : `${value}`);
const dotted = (iso: string) => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;

export const DIALECTS = {
  /** Semicolon, Windows-1252, decimal comma, day.month.year. */
  german: { line: delimited(';'), encode: windows1252, cell: (kind, value) => german(kind, value) },
  /** Every cell quoted, instants with milliseconds and offset. */
  salesforce: {
    line: (cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`,
    encode: utf8,
    cell: (kind, value) => (kind === 'instant' && value !== null ? `${value}`.replace('Z', '.000+0000') : plain(value)),
  },
  /** Semicolon, dots between thousands, minus at the end, 00.00.0000 for nothing whatever the reason. */
  sap: { line: delimited(';'), encode: windows1252, cell: (kind, value) => sap(kind, value) },
  /** Comma, instants with a blank instead of the T. */
  zendesk: {
    line: delimited(','),
    encode: utf8,
    cell: (kind, value) =>
      kind === 'instant' && value !== null ? `${value}`.replace('T', ' ').replace('Z', '') : plain(value),
  },
  /** Epoch milliseconds, durations in milliseconds, yes and no in German. */
  callCentre: { line: delimited(';'), encode: utf8, cell: (kind, value) => callCentre(kind, value) },
} as const satisfies Readonly<Record<string, Dialect>>;

function german(kind: ColumnKind, value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (kind === 'date') return dotted(`${value}`);
  if (kind === 'instant') return `${dotted(`${value}`)} ${`${value}`.slice(11, 19)}`;
  return kind === 'money' || kind === 'number' || kind === 'share' ? `${value}`.replace('.', ',') : `${value}`;
}

function sap(kind: ColumnKind, value: Cell): string {
  if (kind === 'date') return value === null ? '00.00.0000' : dotted(`${value}`);
  if (kind !== 'money' || value === null) return german(kind, value);
  const [whole = '0', cents = '00'] = `${value}`.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${grouped},${cents}${`${value}`.startsWith('-') ? '-' : ''}`;
}

function callCentre(kind: ColumnKind, value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (kind === 'instant') return `${Date.parse(`${value}`)}`;
  return kind === 'seconds' ? `${Number(value) * 1000}` : `${value}`;
}
