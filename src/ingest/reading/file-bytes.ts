import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#domain/app-error.ts';
import { refusal } from '../refusal.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Turns what the system says about a file into what a person can do. */
export function fileFailure(file: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal('noSuchFile', { file }, cause);
  if (code === 'EACCES' || code === 'EPERM') return refusal('noPermission', { file }, cause);
  if (code === 'ENOSPC') return new AppError('storeFull', `no space left while reading ${file}`, { file }, cause);
  if (code === 'Z_BUF_ERROR') return refusal('halfGzip', { file }, cause);
  if (code.startsWith('Z_')) return refusal('brokenGzip', { file, reason: text }, cause);
  return refusal('readFailure', { file, reason: text }, cause);
}

export function throwIfStopped(file: string, signal: AbortSignal | null): void {
  if (signal?.aborted) throw new AppError('stopped', `reading ${file} was stopped`, { file });
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  // Two buffers: the next chunk is read while this one is hashed.
  const buffers = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)];
  const read = (turn: number) => handle.read(buffers[turn % 2] ?? Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
  let pending = read(0);
  for (let turn = 1; ; turn += 1) {
    const { bytesRead, buffer } = await pending;
    if (bytesRead === 0) return;
    pending = read(turn);
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes of a file in chunks of at most 1 MB. A chunk is valid until the next is asked for. */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path);
  try {
    yield* chunksOf(handle);
  } finally {
    await handle.close();
  }
}

/** The unpacked bytes of a gzipped file; every packed chunk is shown to `onPacked` first. */
export async function* gunzippedBytes(path: string, onPacked: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: CHUNK_BYTES / 4 });
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES / 4 });
  packed.on('data', (chunk) => onPacked(Buffer.from(chunk)));
  packed.on('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield Buffer.from(chunk);
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

/** Unpacked bytes of a file, whichever way it is packed. */
export const unpackedBytes = (path: string, gzipped: boolean) =>
  gzipped ? gunzippedBytes(path, () => {}) : fileBytes(path);

/** The first bytes of a file, unpacked. */
export async function headOf(path: string, gzipped: boolean, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpackedBytes(path, gzipped)) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}
