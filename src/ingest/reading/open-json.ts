import type { Source } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { checkHeaders } from './dialect.ts';
import { headOf } from './file-bytes.ts';
import { isArray, jsonLayout } from './json-headers.ts';
import { writeObjectLines } from './json-objects.ts';
import { HEAD_BYTES, HEADERLESS, identityOf, type Opening } from './opening.ts';

const ONE_DOCUMENT = /[.]json([.]gz)?$/i;

interface Place {
  readonly readPath: string;
  readonly gzipped: boolean;
}

/** An array, or objects over several lines, as one object a line. */
async function inLines(opening: Opening, { readPath, gzipped }: Place): Promise<{ place: Place; head: Buffer }> {
  const lines = opening.copyPath('lines');
  await writeObjectLines(opening.path, readPath, gzipped, lines);
  const head = await headOf(lines, false, HEAD_BYTES);
  if (head.length === 0) throw refusal('emptyFile', { file: opening.path });
  return { place: { readPath: lines, gzipped: false }, head };
}

/**
 * JSON lines or an array of objects. `text` is the beginning of the file. A .json file of one object alone holds settings or
 * figures, no rows; one row is written as an array or with the ending .jsonl.
 * @throws AppError fileUnreadable, importRefused (notATable)
 */
export async function openJson(opening: Opening, at: Place, text: string, whole: boolean): Promise<Source> {
  const { path } = opening;
  let place = at;
  let counted: Source['counted'] = 'lines';
  let layout = jsonLayout(text, whole);
  if (!layout.objectsPerLine) {
    const cut = await inLines(opening, at);
    place = cut.place;
    counted = 'records';
    layout = jsonLayout(cut.head.toString('utf8'), cut.head.length < HEAD_BYTES);
  }
  // Lines again: what was cut apart and still is no object cannot be cut further.
  if (!layout.objectsPerLine) throw refusal('notJson', { file: path, line: 1, column: 1, reason: 'no object' });
  if (layout.single && !isArray(text) && ONE_DOCUMENT.test(path)) throw refusal('notATable', { file: path });
  checkHeaders(path, layout.headers);
  return { ...identityOf(opening), ...HEADERLESS, ...place, format: 'json', counted, headers: layout.headers };
}
