import { type FileHandle, open } from 'node:fs/promises';

/** A file inside a zip archive. */
interface Entry {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the entry's own header stands. */
  readonly at: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const LOCAL_BYTES = 30;
/** Sizes follow the data; the header in front says 0. */
const SIZES_FOLLOW = 8;
const ENTRY_BYTES = 46;
const MOST_TAIL_BYTES = END_BYTES + 65_535;

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    entries.push({
      name,
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + more;
  }
  return entries;
}

/** An unpacker may trust the header in front of the data: it must say the same as the directory. */
async function agrees(handle: FileHandle, entry: Entry): Promise<boolean> {
  const header = Buffer.alloc(LOCAL_BYTES);
  const { bytesRead } = await handle.read(header, 0, LOCAL_BYTES, entry.at);
  if (bytesRead < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_MARK) return false;
  const [packed, unpacked] = [header.readUInt32LE(18), header.readUInt32LE(22)];
  if ((header.readUInt16LE(6) & SIZES_FOLLOW) !== 0 && packed === 0 && unpacked === 0) return true;
  return packed === entry.packedBytes && unpacked === entry.unpackedBytes;
}

/**
 * The table of contents of a zip archive, so that nothing is unpacked blindly; null: the archive has
 * none, or another than the headers of its files.
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
    const entries = entriesOf(directory);
    for (const entry of entries) if (!(await agrees(handle, entry))) return null;
    return entries;
  } finally {
    await handle.close();
  }
}
