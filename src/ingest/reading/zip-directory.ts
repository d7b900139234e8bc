import { open } from 'node:fs/promises';

/** A file inside a zip archive. */
interface Entry {
  readonly name: string;
  readonly unpackedBytes: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MOST_TAIL_BYTES = END_BYTES + 65_535;

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    entries.push({ name, unpackedBytes: directory.readUInt32LE(at + 24) });
    at += ENTRY_BYTES + nameBytes + more;
  }
  return entries;
}

/**
 * The table of contents of a zip archive, so that nothing is unpacked blindly; null: the archive has none.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3
 */
export async function zipDirectory(path: string): Promise<readonly Entry[] | null> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, MOST_TAIL_BYTES));
    await handle.read(tail, 0, tail.length, size - tail.length);
    let at = tail.length - END_BYTES;
    while (at >= 0 && tail.readUInt32LE(at) !== END_MARK) at -= 1;
    if (at < 0) return null;
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (start + length > size) return null;
    const directory = Buffer.alloc(length);
    await handle.read(directory, 0, length, start);
    return entriesOf(directory);
  } finally {
    await handle.close();
  }
}
