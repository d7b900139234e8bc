import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProblemId } from '../problems.ts';
import { refusal } from '../refusal.ts';
import { fileFailure } from './file-bytes.ts';

/** A file of a folder that is not read, and why. */
export interface Skipped {
  readonly path: string;
  readonly problem: ProblemId;
}

/** A file to read, and whether the user named it or its folder. */
export interface Listed {
  readonly path: string;
  readonly named: boolean;
}

const KNOWN_ENDING = /[.](csv|tsv|tab|txt|json|jsonl|ndjson|parquet|xlsx)([.]gz)?$/i;

function reasonToSkip(entry: Dirent): ProblemId | null {
  if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return 'hiddenFile';
  if (entry.isDirectory()) return 'subfolder';
  return KNOWN_ENDING.test(entry.name) ? null : 'unknownKind';
}

async function filesOf(folder: string, onSkipped: (skipped: Skipped) => void): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const problem = reasonToSkip(entry);
    if (problem === null) files.push(join(folder, entry.name));
    else onSkipped({ path: join(folder, entry.name), problem });
  }
  if (files.length === 0) throw refusal('noUsableFiles', { file: folder });
  return files;
}

/**
 * Files to read: those named, and those of a named folder in the order of their names. A file that is named is read
 * whatever its ending; in a folder, files that are left out are told to `onSkipped`.
 * @throws AppError fileNotFound, fileUnreadable or importRefused (noUsableFiles)
 */
export async function listFiles(
  paths: readonly string[],
  onSkipped: (skipped: Skipped) => void,
): Promise<readonly Listed[]> {
  const files = new Map<string, Listed>();
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (!found.isDirectory()) files.set(path, { path, named: true });
      else
        for (const file of await filesOf(path, onSkipped))
          files.set(file, files.get(file) ?? { path: file, named: false });
    } catch (cause) {
      throw fileFailure(path, cause);
    }
  }
  return [...files.values()];
}
