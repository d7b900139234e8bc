import writeXlsxFile from 'write-excel-file/node';
import { AppError } from '#domain/app-error.ts';
import type { FileAnswer } from '../route.ts';
import type { PeopleFilter, PeopleList } from './affected-people.ts';

type Value = string | number | boolean | null;
const PAGE_ROWS = 20_000;
/** More would have to be held in memory at once; a CSV file is cheaper to make and to open. */
const MOST_XLSX_ROWS = 50_000;
const MOST_CSV_ROWS = 1_000_000;

/** A leading =, +, - or @ would be a formula to a spreadsheet. */
export function csvField(value: Value): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (values: readonly Value[]) => `${values.map(csvField).join(',')}\r\n`;

async function allRows(list: PeopleList, filter: PeopleFilter, most: number): Promise<readonly (readonly Value[])[]> {
  const total = await list.total(filter);
  if (total > most)
    throw new AppError('requestInvalid', `${total} rows`, {
      field: 'format',
      problem: `${total} > ${most}; filter, or take CSV`,
    });
  const rows: (readonly Value[])[] = [];
  for (let offset = 0; offset < total; offset += PAGE_ROWS)
    rows.push(...(await list.page({ ...filter, offset, limit: PAGE_ROWS })));
  return rows;
}

/** The list as a file: CSV with a byte-order mark, which spreadsheets need for umlauts, or XLSX with numbers as numbers. */
export async function peopleFile(
  list: PeopleList,
  filter: PeopleFilter,
  format: 'csv' | 'xlsx',
  name: string,
): Promise<FileAnswer & { readonly rows: number }> {
  const head = list.columns.map((column) => column.name);
  const rows = await allRows(list, filter, format === 'csv' ? MOST_CSV_ROWS : MOST_XLSX_ROWS);
  if (format === 'csv') {
    const body = `\uFEFF${csvLine(head)}${rows.map(csvLine).join('')}`;
    return { type: 'text/csv; charset=utf-8', name: `${name}.csv`, body, rows: rows.length };
  }
  const cells = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  ];
  const body = await writeXlsxFile(cells).toBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { type, name: `${name}.xlsx`, body, rows: rows.length };
}
