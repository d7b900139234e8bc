import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportsKept, forgetExports } from '#register/exports.ts';
import { notPossible } from '#register/refusals.ts';
import type { Register } from '#register/register.ts';
import { removeUnknown } from '../data/staging.ts';

const place = (directory: string, jobId: string) => join(directory, jobId);

/** Writes a file whole or not at all; its bytes. */
export async function writeExport(
  directory: string,
  jobId: string,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  const unfinished = `${place(directory, jobId)}.part`;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = createWriteStream(unfinished, { mode: 0o600 });
  try {
    await pipeline(content, file, { signal });
    await rename(unfinished, place(directory, jobId));
    return file.bytesWritten;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

export async function removeExport(directory: string, jobId: string): Promise<void> {
  await rm(place(directory, jobId), { force: true });
}

/** @throws AppError notPossibleNow exportGone */
export async function openExport(directory: string, jobId: string): Promise<Readable> {
  const file = createReadStream(place(directory, jobId));
  return new Promise((resolve, reject) => {
    file.once('open', () => resolve(file));
    file.once('error', () => reject(notPossible('exportGone')));
  });
}

/** Throws away what no ended export knows: files of a server that was cut short. Only while nothing is written. */
export async function tidyExports(register: Register, directory: string): Promise<void> {
  await removeUnknown(directory, new Set(await exportsKept(register)));
}

/** Throws away files of exports that ended before then (null: all); how many they were. */
export async function removeExports(register: Register, directory: string, before: Date | null): Promise<number> {
  const gone = await forgetExports(register, before);
  for (const id of gone) await removeExport(directory, id);
  return gone.length;
}
