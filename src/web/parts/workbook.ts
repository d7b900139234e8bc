import { strToU8, zipSync } from 'fflate';
import { rowXml, SHEET_END, SHEET_HEAD, SHEET_PATH, type SheetValue, WORKBOOK_PARTS, XML } from '#domain/sheet-xml.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A short table as a workbook of one sheet; numbers stay numbers. */
export function workbookOf(rows: readonly (readonly SheetValue[])[]): Blob {
  const sheet = rows.map((row, at) => rowXml(row, at + 1)).join('');
  const parts = Object.entries(WORKBOOK_PARTS).map(([path, xml]) => [path, strToU8(`${XML}${xml}`)] as const);
  const files = Object.fromEntries([...parts, [SHEET_PATH, strToU8(`${XML}${SHEET_HEAD}${sheet}${SHEET_END}`)]]);
  return new Blob([zipSync(files, { mtime: '1980-01-01T12:00:00' })], { type: MEDIA_TYPE });
}
