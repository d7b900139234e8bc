import { createReadStream } from 'node:fs';
import { PassThrough, pipeline, type Readable, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Source } from '../plan.ts';

const CHUNK_BYTES = 1 << 20;

export interface SourceBytesOptions {
  /** Told of every chunk of the file as it lies on the disk. */
  readonly onRead: (bytes: number) => void;
  readonly signal: AbortSignal | null;
}

// Counted on the way: a listener for data would set the stream flowing before anybody reads from it, and lose its beginning.
const counting = (onRead: (bytes: number) => void) =>
  new Transform({
    highWaterMark: CHUNK_BYTES,
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      onRead(chunk.length);
      done(null, chunk);
    },
  });

/** The unpacked bytes of a source, in chunks. */
export function sourceBytes(source: Source, { onRead, signal }: SourceBytesOptions = NOBODY): Readable {
  const options = { highWaterMark: CHUNK_BYTES, ...(signal === null ? {} : { signal }) };
  const end = source.gzipped
    ? createGunzip({ chunkSize: CHUNK_BYTES })
    : new PassThrough({ highWaterMark: CHUNK_BYTES });
  // An error of any of them destroys all; whoever reads from the last sees it.
  return pipeline(createReadStream(source.readPath, options), counting(onRead), end, () => {});
}

const NOBODY: SourceBytesOptions = { onRead: () => {}, signal: null };
