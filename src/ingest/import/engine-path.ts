import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The engine takes these in a path for wildcards or for "archive :: member". */
const SPECIAL = /[*?{}[\]\\]|::/;

/**
 * Gives the engine a path that means exactly one file: names with the engine's wildcards get a link with a plain name.
 * Call `release` when the engine has read the file.
 */
export function enginePath(path: string): { readonly path: string; release(): void } {
  const absolute = resolve(path);
  if (!SPECIAL.test(absolute)) return { path: absolute, release: () => {} };
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-link-'));
  const link = join(directory, 'file');
  symlinkSync(absolute, link);
  return { path: link, release: () => rmSync(directory, { recursive: true, force: true }) };
}
