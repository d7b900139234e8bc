import timers from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import { notPossible } from '#register/refusals.ts';
import type { RowSource, Value } from './row-source.ts';

/** Rows of a sheet of Excel less the head. */
export const MOST_WORKBOOK_ROWS = 1_048_575;
/** The packing has four bytes to say how long a sheet is; beyond that the file would be broken. */
const MOST_SHEET_BYTES = 0xffffffff;
/** Packed in one go; others are served in between. */
const BATCH_ROWS = 250;
const LONGEST_TEXT = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'http://schemas.openxmlformats.org';
const RELATIONS = `${OOXML}/package/2006/relationships`;
const OFFICE = `${OOXML}/officeDocument/2006/relationships`;
const MAIN = `${OOXML}/spreadsheetml/2006/main`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Stammkunde" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
const SHEET_HEAD = `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters that XML does not know are left out. */
const xmlText = (text: string) =>
  text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>]/g, (found) => ESCAPES[found] ?? '');

/** A, B ... Z, AA: the letters of a column. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : letters(rest - 1)}${String.fromCodePoint(65 + (column % 26))}`;
}

/** Numbers stay numbers; a text is never a formula here. Nothing where there is no value. */
function cell(value: Value, place: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

async function* sheet({ columns, pages }: RowSource): AsyncGenerator<string> {
  const names = columns.map((_, at) => letters(at));
  let written = 0;
  const rowText = (row: readonly Value[]) => {
    written += 1;
    return `<row r="${written}">${row.map((value, at) => cell(value, `${names[at]}${written}`)).join('')}</row>`;
  };
  yield `${XML}${SHEET_HEAD}${rowText(columns)}`;
  for await (const rows of pages())
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      yield rows
        .slice(from, from + BATCH_ROWS)
        .map(rowText)
        .join('');
      await timers.setImmediate();
    }
  yield SHEET_END;
}

/**
 * A workbook of one sheet, packed as its rows arrive: memory does not grow with their number.
 * @throws AppError notPossibleNow workbookLarge
 */
export async function* workbookBytes(source: RowSource, mostBytes = MOST_SHEET_BYTES): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    packed.push(chunk);
  });
  const add = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    // Nobody learns from the file when it was made but by its name.
    part.mtime = '1980-01-01T12:00:00';
    zip.add(part);
    return (text: string, last: boolean) => {
      const bytes = Buffer.from(text);
      written += bytes.length;
      if (written > mostBytes) throw notPossible('workbookLarge');
      part.push(bytes, last);
    };
  };
  for (const [name, xml] of Object.entries(PARTS)) add(name)(`${XML}${xml}`, true);
  const push = add('xl/worksheets/sheet1.xml');
  for await (const text of sheet(source)) {
    push(text, text === SHEET_END);
    const ready = packed;
    packed = [];
    if (ready.length > 0) yield Buffer.concat(ready);
  }
  zip.end();
  yield Buffer.concat(packed);
}
