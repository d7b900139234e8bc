import type { Table } from '#warehouse/table.ts';
import { similarity } from '../expression/nearest.ts';
import { columnsOf } from '../expression.ts';
import type { Source, TablePlan } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { wrongDelimiter } from './choose-table.ts';
import { normaliseHeader } from './normalise-header.ts';
import type { DecidedStyle } from './styles.ts';

/** The headers that look most like a column or one of its synonyms, best first. */
function likeliest(table: Table, column: string, headers: readonly string[]): readonly string[] {
  const names = [column, ...(table.columns[column]?.synonyms ?? [])].map(normaliseHeader);
  return headers
    .map((header) => ({ header, alike: Math.max(...names.map((name) => similarity(name, normaliseHeader(header)))) }))
    .filter(({ alike }) => alike >= 0.5)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ header }) => header);
}

/** Every required column is filled. @throws AppError importRefused (missingColumn, missingOneOf, wrongDelimiter) */
export function requireComplete(
  source: Source,
  usable: readonly string[],
  table: Table,
  columns: TablePlan['columns'],
): void {
  const file = source.path;
  const headers = source.headers.slice(0, 50).join(', ');
  const used = new Set(Object.values(columns).flatMap(({ expression }) => columnsOf(expression)));
  const required = Object.entries(table.columns).filter(([, declared]) => declared.required);
  const missing = required.find(([name]) => columns[name] === undefined)?.[0];
  if (missing !== undefined) {
    if (source.headers.length === 1 && source.format === 'csv') throw wrongDelimiter(source);
    const free = usable.filter((header) => !used.has(header));
    const suggestion = likeliest(table, missing, free).join(', ');
    throw refusal('missingColumn', { file, table: table.name, column: missing, headers, suggestion });
  }
  const group = table.anyOf.find((names) => names.every((name) => columns[name] === undefined));
  if (group !== undefined)
    throw refusal('missingOneOf', { file, table: table.name, columns: group.join(', '), headers });
}

/** No date can be read in two ways. @throws AppError importRefused (ambiguousDates) */
export function requireClearDates(
  source: Source,
  styles: Readonly<Record<string, DecidedStyle>>,
  table: Table,
  columns: TablePlan['columns'],
): void {
  for (const [name, { expression }] of Object.entries(columns)) {
    const kind = table.columns[name]?.kind;
    if (kind !== 'date' && kind !== 'instant') continue;
    const header = columnsOf(expression).find((one) => styles[one]?.ambiguousDate != null);
    if (header === undefined) continue;
    const sample = styles[header]?.ambiguousDate ?? '';
    throw refusal('ambiguousDates', { file: source.path, table: table.name, column: name, header, sample });
  }
}
