import { csvField } from '../exports/csv.ts';
import type { FileAnswer } from '../route.ts';
import type { personData } from './person-data.ts';

type PersonData = Awaited<ReturnType<typeof personData>>;

/** One line a stored value, so that tables of any shape fit into one file. */
function csvOf({ tables }: PersonData): string {
  const lines = tables.flatMap(({ table, columns, rows }) =>
    rows.flatMap((row, at) =>
      Object.entries(row).map(([name, value]) => [table, at + 1, name, columns[name] ?? '', value]),
    ),
  );
  const head = ['table', 'row', 'column', 'meaning', 'value'];
  return `\uFEFF${[head, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}

/** What is stored about a person as a file; its name does not tell whose it is. */
export function personFile(found: PersonData, format: 'json' | 'csv'): FileAnswer {
  return format === 'csv'
    ? { type: 'text/csv; charset=utf-8', name: 'personal-data.csv', body: csvOf(found) }
    : { type: 'application/json', name: 'personal-data.json', body: JSON.stringify(found, null, 2) };
}
