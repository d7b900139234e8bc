import { notPossible } from '#register/refusals.ts';
import { csvBytes } from './csv.ts';
import type { RowSource } from './row-source.ts';
import { MOST_WORKBOOK_ROWS, workbookBytes } from './workbook.ts';

export type ExportFormat = 'csv' | 'xlsx';

export const MEDIA_TYPES: Readonly<Record<ExportFormat | 'zip', string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The bytes of a file, made while they are read. @throws AppError notPossibleNow workbookLarge */
export function fileBytes(source: RowSource, format: ExportFormat): AsyncIterable<Uint8Array> {
  if (format === 'csv') return csvBytes(source);
  if (source.total > MOST_WORKBOOK_ROWS) throw notPossible('workbookLarge');
  return workbookBytes(source);
}
