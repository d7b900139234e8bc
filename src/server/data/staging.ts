import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#domain/app-error.ts';

const FILES = 'files';
const MEGABYTE = 1_000_000;
const LONGEST_NAME = 120;

const folder = (directory: string, uploadId: string) => join(directory, uploadId);
export const mappingPath = (directory: string, uploadId: string) => join(folder(directory, uploadId), 'mapping.yaml');

/** A name that stays inside its folder on every system, and is still the one people know. */
export function safeName(name: string, taken: ReadonlySet<string>): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replaceAll(/[\p{Cc}<>:"|?*/]/gu, '_')
    .replace(/^[.]+/, '')
    .slice(-LONGEST_NAME);
  const kept = plain === '' ? 'file' : plain;
  let unique = kept;
  for (let copy = 2; taken.has(unique); copy++) unique = `${copy}-${kept}`;
  return unique;
}

interface Arriving {
  readonly filename: string;
  readonly stream: Readable;
}

/**
 * Writes files as they arrive, with bounded memory. Whatever goes wrong, a cut connection included, nothing of them stays.
 * @throws AppError tooLarge, notPossibleNow uploadEmpty, storeFull
 */
export async function stageFiles(
  directory: string,
  uploadId: string,
  arriving: AsyncIterable<Arriving>,
  megabytes: number,
): Promise<readonly { name: string; bytes: number }[]> {
  const place = join(folder(directory, uploadId), FILES);
  let total = 0;
  const staged: { name: string; bytes: number }[] = [];
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    for await (const { filename, stream } of arriving) {
      const name = safeName(filename, new Set(staged.map((file) => file.name)));
      let bytes = 0;
      const counter = new Transform({
        transform(chunk: Buffer, _, done) {
          bytes += chunk.length;
          total += chunk.length;
          if (total > megabytes * MEGABYTE) done(new AppError('tooLarge', `more than ${megabytes} MB`, { megabytes }));
          else done(null, chunk);
        },
      });
      await pipeline(stream, counter, createWriteStream(join(place, name), { mode: 0o600 }));
      staged.push({ name, bytes });
    }
    if (total === 0) throw new AppError('notPossibleNow', 'uploadEmpty', { reason: 'uploadEmpty' });
    return staged;
  } catch (error) {
    await removeFiles(directory, uploadId);
    throw error;
  }
}

export async function filesOf(directory: string, uploadId: string): Promise<readonly string[]> {
  const place = join(folder(directory, uploadId), FILES);
  const names = await readdir(place).catch(() => {
    throw new AppError('notFound', `no upload ${uploadId}`);
  });
  return names.sort().map((name) => join(place, name));
}

export async function keepMapping(directory: string, uploadId: string, text: string): Promise<void> {
  await writeFile(mappingPath(directory, uploadId), text, { mode: 0o600 });
}

export async function removeFiles(directory: string, uploadId: string): Promise<void> {
  await rm(folder(directory, uploadId), { recursive: true, force: true });
}

/** Folders whose upload is no longer known: an arriving one that was cut short by the end of the server. */
export async function removeUnknown(directory: string, known: ReadonlySet<string>): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const name of await readdir(directory)) if (!known.has(name)) await removeFiles(directory, name);
}
