import { createInterface } from 'node:readline/promises';
import type { Context } from './context.ts';

/** Asks in the terminal whether to import with the columns as recognised. */
export async function agreed(context: Context): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(y|yes|j|ja)\s*$/i.test(await terminal.question(context.words.confirm, { signal: context.signal }));
  } finally {
    terminal.close();
  }
}
