import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';
import type { Source } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { fileFailure } from './file-bytes.ts';
import { type Listed, listFiles, type Skipped } from './list-files.ts';
import { OLD_OFFICE } from './magic.ts';
import { openText } from './open-text.ts';
import type { Opening } from './opening.ts';
import { scanFile } from './scan-file.ts';

/** How far the first look at the files has come. */
interface ReadingProgress {
  readonly path: string;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ReadingOptions {
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Told about files of a folder, and empty sheets, that are not read. */
  readonly onSkipped?: (skipped: Skipped) => void;
  readonly signal?: AbortSignal;
}

// Workbooks and Parquet are rare, and what reads them takes its time to load.
async function openFile(opening: Opening): Promise<readonly Source[]> {
  const { path, scan } = opening;
  if (scan.head.length === 0) throw refusal('emptyFile', { file: path });
  switch (scan.kind) {
    case 'zip':
      return (await import('./open-packed.ts')).openWorkbook(opening);
    case 'parquet':
      return [await (await import('./open-packed.ts')).openParquet(opening)];
    case 'foreign':
      if (scan.kindName === OLD_OFFICE) throw refusal('oldWorkbook', { file: path });
      throw refusal('binaryFile', { file: path, line: 1, column: 1, kind: scan.kindName });
    case 'gzip':
      throw refusal('binaryFile', { file: path, line: 1, column: 1, kind: 'a file that was compressed twice' });
    case 'text':
    case 'utf16le':
    case 'utf16be':
      return [await openText(opening)];
  }
}

/** A file that turns out to be no table is refused where it was named, left out where only its folder was. */
async function openListed({ named }: Listed, opening: Opening): Promise<readonly Source[]> {
  try {
    return await openFile(opening);
  } catch (error) {
    if (named || !(error instanceof AppError) || error.details['problem'] !== 'notATable') throw error;
    opening.onSkipped({ path: opening.path, problem: 'notATable' });
    return [];
  }
}

/**
 * Looks at files or a folder and says how the engine can read each: format, delimiter, header, fingerprint. Copies are
 * written to `workDirectory` only where the engine cannot read the file itself (other encodings, sheets, JSON arrays).
 * Memory is bounded except for XLSX.
 * @throws AppError fileNotFound, fileUnreadable or importRefused with `details.problem`; stopped when the signal says so
 */
export async function openSources(
  paths: readonly string[],
  workDirectory: string,
  { onProgress, onSkipped = () => {}, signal }: ReadingOptions = {},
): Promise<readonly Source[]> {
  const files = await listFiles(paths, onSkipped);
  const sources: Source[] = [];
  for (const [place, listed] of files.entries()) {
    const { path } = listed;
    try {
      const totalBytes = (await stat(path)).size;
      const onBytes = (bytes: number) => onProgress?.({ path, bytes, totalBytes });
      const scan = await scanFile(path, { onBytes, signal: signal ?? null });
      const copyPath = (purpose: string) => join(workDirectory, `${place + 1}-${scan.sha256.slice(0, 16)}.${purpose}`);
      sources.push(...(await openListed(listed, { path, scan, copyPath, onSkipped })));
    } catch (cause) {
      throw fileFailure(path, cause);
    }
  }
  if (sources.length === 0 && files.length > 0) throw refusal('noUsableFiles', { file: paths.join(', ') });
  return sources;
}
