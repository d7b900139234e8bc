type Cell = string | number | null;

// A spreadsheet would run a text that begins like a formula.
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180) that spreadsheets read as UTF-8; numbers with a point, unrounded. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

/** A table with its head first as a file. */
export const csvFile = ([head = [], ...rows]: readonly (readonly Cell[])[]): Blob =>
  new Blob([csvOf(head.map(String), rows)], { type: 'text/csv' });
