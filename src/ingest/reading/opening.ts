import type { Source } from '../plan.ts';
import type { Skipped } from './list-files.ts';
import type { Scan } from './scan-file.ts';

/** A file under way to become sources. */
export interface Opening {
  /** The user's file, or a sheet of it. */
  readonly path: string;
  readonly scan: Scan;
  /** Where temporary copies go: a name for each purpose. */
  readonly copyPath: (purpose: string) => string;
  readonly onSkipped: (skipped: Skipped) => void;
}

/** Enough to find delimiter, header and the keys of JSON lines. */
export const HEAD_BYTES = 1024 * 1024;

/** What every source of a file shares. */
export const identityOf = ({ path, scan }: Opening): Pick<Source, 'path' | 'sha256' | 'bytes'> => ({
  path,
  sha256: scan.sha256,
  bytes: scan.bytes,
});

/** Place of the first row in formats that have no header line. */
export const HEADERLESS = { delimiter: null, skipLines: 0, firstDataLine: 1 } as const;
