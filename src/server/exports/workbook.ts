import timers from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import { rowXml, SHEET_END, SHEET_HEAD, SHEET_PATH, WORKBOOK_PARTS, XML } from '#domain/sheet-xml.ts';
import { notPossible } from '#register/refusals.ts';
import type { RowSource, Value } from './row-source.ts';

/** Rows of a sheet of Excel less the head. */
export const MOST_WORKBOOK_ROWS = 1_048_575;
/** The packing has four bytes to say how long a sheet is; beyond that the file would be broken. */
const MOST_SHEET_BYTES = 0xffffffff;
/** Packed in one go; others are served in between. */
const BATCH_ROWS = 250;
async function* sheet({ columns, pages }: RowSource): AsyncGenerator<string> {
  let written = 0;
  const rowText = (row: readonly Value[]) => {
    written += 1;
    return rowXml(row, written);
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
  for (const [name, xml] of Object.entries(WORKBOOK_PARTS)) add(name)(`${XML}${xml}`, true);
  const push = add(SHEET_PATH);
  for await (const text of sheet(source)) {
    push(text, text === SHEET_END);
    const ready = packed;
    packed = [];
    if (ready.length > 0) yield Buffer.concat(ready);
  }
  zip.end();
  yield Buffer.concat(packed);
}
