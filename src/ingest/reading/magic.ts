/** What the first bytes of a file say about it. */
export type Kind = 'text' | 'utf16le' | 'utf16be' | 'gzip' | 'zip' | 'parquet' | 'foreign';

export interface Recognised {
  readonly kind: Kind;
  /** Name of a foreign kind for the sentence; '' otherwise. */
  readonly name: string;
}

const FOREIGN: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF document'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
  ['cafebabe', 'a program'],
  ['cffaedfe', 'a program'],
  ['89504e47', 'an image'],
  ['ffd8ff', 'an image'],
  ['47494638', 'an image'],
  ['d0cf11e0a1b11ae1', 'a workbook or document in an old Office format'],
  ['53514c69746520666f726d617420', 'a database file'],
  ['377abcaf271c', 'a 7z archive'],
  ['526172211a07', 'a RAR archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an XZ archive'],
];

/** The old Office container; an XLS workbook among others. */
export const OLD_OFFICE = 'a workbook or document in an old Office format';

/** UTF-16 without a mark: every other byte of Western text is NUL. */
function unmarkedUtf16(head: Buffer): Kind | null {
  const looked = head.subarray(0, 2000);
  if (looked.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (const [place, byte] of looked.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = looked.length / 2;
  if (odd > most * 0.7 && even < most * 0.1) return 'utf16le';
  return even > most * 0.7 && odd < most * 0.1 ? 'utf16be' : null;
}

/** Tells a file's kind from its first bytes, never from its name. */
export function recogniseKind(head: Buffer): Recognised {
  const hex = head.toString('hex', 0, 16);
  const plain = (kind: Kind): Recognised => ({ kind, name: '' });
  if (hex.startsWith('1f8b')) return plain('gzip');
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return plain('zip');
  if (hex.startsWith('50415231')) return plain('parquet');
  if (hex.startsWith('fffe')) return plain('utf16le');
  if (hex.startsWith('feff')) return plain('utf16be');
  const foreign = FOREIGN.find(([magic]) => hex.startsWith(magic));
  if (foreign !== undefined) return { kind: 'foreign', name: foreign[1] };
  return plain(unmarkedUtf16(head) ?? 'text');
}
