import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Fills a directory with a copy of what `make` makes, which is done once a run by whoever needs it first. What takes seconds to set up,
 * such as a database without any rows, is copied in a fraction of one.
 */
export async function copyOf(name: string, make: (directory: string) => Promise<void>, target: string): Promise<void> {
  const run = inject('runDirectory');
  const [ready, making] = [join(run, name), join(run, `${name}-making`)];
  while (!existsSync(ready)) {
    try {
      mkdirSync(making);
    } catch {
      await timers.setTimeout(50);
      continue;
    }
    try {
      await make(making);
      renameSync(making, ready);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  cpSync(ready, target, { recursive: true });
}
