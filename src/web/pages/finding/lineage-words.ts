import type { ColumnUse } from '#endpoints/lineage.ts';

const uses: Readonly<Record<ColumnUse, string>> = {
  needed: 'needed',
  oneOf: 'one of several',
  sharpens: 'makes it surer',
  read: 'read along',
};
const en = {
  title: 'Where it comes from',
  lead: (tables: string, imports: string) =>
    `${tables} and ${imports}. The question goes back to these rows and to no others.`,
  tables: (count: string, one: boolean) => (one ? '1 table' : `${count} tables`),
  imports: (count: string, one: boolean) => (one ? '1 import' : `${count} imports`),
  stale: 'The data have changed since this audit. What stands here are the rows of today, not those of the number.',
  rows: (count: string) => `${count} rows`,
  columns: 'Columns',
  column: 'Column',
  use: 'What for',
  filled: 'Filled',
  uses,
  absent: (columns: string) => `Would be read as well, but hold nothing: ${columns}.`,
  origins: 'Imports and files',
  import: (id: string) => `Import ${id}`,
  day: 'Day',
  file: 'File',
  fileRows: 'Rows that stand',
  steps: 'Steps in between',
  stepsLead: 'Tables that are made from the rows for the time of an audit and that several questions share.',
  none: 'The store holds none of the rows that the question reads.',
  toRow: 'From a customer or contract to its line in a file',
};
const usesDe: typeof uses = {
  needed: 'nötig',
  oneOf: 'eine von mehreren',
  sharpens: 'macht sie sicherer',
  read: 'wird mitgelesen',
};
const de: typeof en = {
  title: 'Woher das kommt',
  lead: (tables, imports) => `${tables} und ${imports}. Auf diese Zeilen geht die Frage zurück und auf keine anderen.`,
  tables: (count, one) => (one ? '1 Tabelle' : `${count} Tabellen`),
  imports: (count, one) => (one ? '1 Import' : `${count} Importe`),
  stale: 'Die Daten haben sich seit dieser Prüfung geändert. Hier stehen die Zeilen von heute, nicht die der Zahl.',
  rows: (count) => `${count} Zeilen`,
  columns: 'Spalten',
  column: 'Spalte',
  use: 'Wozu',
  filled: 'Gefüllt',
  uses: usesDe,
  absent: (columns) => `Würden auch gelesen, enthalten aber nichts: ${columns}.`,
  origins: 'Importe und Dateien',
  import: (id) => `Import ${id}`,
  day: 'Tag',
  file: 'Datei',
  fileRows: 'Geltende Zeilen',
  steps: 'Schritte dazwischen',
  stepsLead: 'Tabellen, die für die Dauer einer Prüfung aus den Zeilen entstehen und die mehrere Fragen teilen.',
  none: 'Im Bestand ist keine der Zeilen, die die Frage liest.',
  toRow: 'Von einem Kunden oder Vertrag zu seiner Zeile in einer Datei',
};
export const LINEAGE_WORDS = { en, de };
