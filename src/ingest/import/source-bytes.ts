import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Source } from '../plan.ts';

const CHUNK_BYTES = 1 << 20;

/** The unpacked bytes of a source, in chunks. `onRead` is told of every chunk of the file as it lies on the disk. */
export function sourceBytes(
  source: Source,
  { onRead, signal }: { readonly onRead?: (bytes: number) => void; readonly signal?: AbortSignal | null } = {},
): Readable {
  const options = { highWaterMark: CHUNK_BYTES, ...(signal == null ? {} : { signal }) };
  const bytes = createReadStream(source.readPath, options);
  if (onRead !== undefined) bytes.on('data', (chunk) => onRead(chunk.length));
  if (!source.gzipped) return bytes;
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error of either stream destroys both; whoever reads from the second sees it.
  pipeline(bytes, unzip, () => {});
  return unzip;
}
