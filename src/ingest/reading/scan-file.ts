import { createHash } from 'node:crypto';
import { fileBytes, gunzippedBytes, headOf, throwIfStopped, unpackedBytes } from './file-bytes.ts';
import { type Kind, recogniseKind } from './magic.ts';
import { TextCheck, type TextFindings } from './text-check.ts';

/** Enough to find delimiter, header and the keys of JSON lines. */
const HEAD_BYTES = 1024 * 1024;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Everything one pass over a file can tell. */
export interface Scan {
  readonly sha256: string;
  /** Bytes of the user's file, packed as it is. */
  readonly bytes: number;
  readonly gzipped: boolean;
  /** Kind of what is inside. */
  readonly kind: Kind;
  /** Words for a foreign kind. */
  readonly kindName: string;
  /** Lines end with a carriage return only, as on old Macs. */
  readonly returnsOnly: boolean;
  /** The first bytes, unpacked. */
  readonly head: Buffer;
  readonly findings: TextFindings;
}

export interface Watching {
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | null;
}

/** Reads a file once: its hash, and whether its text can be read. @throws what the system throws */
export async function scanFile(path: string, { onBytes, signal }: Watching): Promise<Scan> {
  const hash = createHash('sha256');
  let bytes = 0;
  const packed = (chunk: Buffer) => {
    throwIfStopped(path, signal);
    hash.update(chunk);
    bytes += chunk.length;
    onBytes(bytes);
  };
  const gzipped = recogniseKind(await headOf(path, false, 16)).kind === 'gzip';
  const head = await headOf(path, gzipped, HEAD_BYTES);
  const { kind, name } = recogniseKind(head);
  const returnsOnly = kind === 'text' && !head.includes(LINE_FEED) && head.includes(CARRIAGE_RETURN);
  const check = new TextCheck(returnsOnly ? CARRIAGE_RETURN : LINE_FEED);
  const isText = kind === 'text';
  for await (const chunk of gzipped ? gunzippedBytes(path, packed) : fileBytes(path)) {
    if (!gzipped) packed(chunk);
    if (isText) check.add(chunk);
  }
  const findings = check.findings;
  return { sha256: hash.digest('hex'), bytes, gzipped, kind, kindName: name, returnsOnly, head, findings };
}

/** Physical line, from 1, in which a byte of the unpacked text stands. */
export async function lineOfByte(path: string, gzipped: boolean, at: number): Promise<number> {
  let line = 1;
  let before = 0;
  for await (const chunk of unpackedBytes(path, gzipped)) {
    const part = chunk.subarray(0, at - before);
    for (let feed = part.indexOf(LINE_FEED); feed >= 0; feed = part.indexOf(LINE_FEED, feed + 1)) line += 1;
    before += chunk.length;
    if (before >= at) break;
  }
  return line;
}
