import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';
import { MECHANISMS } from '#simulator/planted.ts';
import { type SimulateOptions, simulate } from '#simulator/simulate.ts';
import { WORLDS } from '#simulator/worlds.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { createBar } from '../progress.ts';
import type { CliWords } from '../words.ts';

export interface SimulateCommandOptions {
  readonly customers?: string;
  readonly seed?: string;
  readonly out: string;
  readonly without?: string;
  readonly clean?: boolean;
  readonly variants?: boolean;
}

/** Hidden, so that no import sees a company that is not finished. */
const UNFINISHED = '.unfinished';
const WORLD_IDS = Object.values(WORLDS).map(({ id }) => id);
const OURS = new Set([...TABLES.map(({ name }) => `${name}.csv`), 'truth.json', 'exports']);

function chosen<T extends string>(option: string, asked: string, known: readonly T[], words: CliWords): T {
  const found = known.find((one) => one === asked.trim().toUpperCase());
  if (found !== undefined) return found;
  throw new AppError('argumentInvalid', words.badChoice(option, asked, known.join(', ')));
}

function wholeNumber(option: string, text: string, least: number, words: CliWords): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new AppError('argumentInvalid', words.badNumber(option, text, least));
}

/** Only an empty folder or an earlier invention may be written to: nobody's own files are replaced. */
async function requireFree(directory: string, words: CliWords): Promise<void> {
  if (!existsSync(directory)) return;
  const files = (await readdir(directory)).filter((name) => name !== UNFINISHED);
  const foreign = files.includes('truth.json') ? files.find((name) => !OURS.has(name)) : files[0];
  if (foreign !== undefined) throw new AppError('argumentInvalid', words.notFree(directory, foreign));
}

/** Puts the finished files in the place of the earlier ones. */
async function publish(from: string, to: string): Promise<void> {
  for (const name of await readdir(to)) if (name !== UNFINISHED) await rm(join(to, name), { recursive: true });
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}

function optionsOf(world: string, given: SimulateCommandOptions, words: CliWords) {
  const without = (given.without ?? '').split(',').filter((name) => name.trim() !== '');
  return {
    world: chosen('world', world, WORLD_IDS, words),
    customers: given.customers === undefined ? null : wholeNumber('--customers', given.customers, 1, words),
    seed: wholeNumber('--seed', given.seed ?? '1', 0, words),
    without: without.map((name) => chosen('--without', name, MECHANISMS, words)),
    clean: given.clean ?? false,
    variants: given.variants ?? false,
    counterfactuals: 'none',
  } as const satisfies Omit<SimulateOptions, 'directory' | 'onProgress' | 'signal'>;
}

/** Invents a company; either all its files are there afterwards or the files in the folder are as before. */
export async function simulateCommand(context: Context, world: string, given: SimulateCommandOptions): Promise<number> {
  const { words, signal } = context;
  const options = optionsOf(world, given, words);
  await requireFree(given.out, words);
  const directory = join(given.out, UNFINISHED);
  const bar = createBar(words.simulating, '%');
  try {
    await mkdir(directory, { recursive: true });
    const truth = await simulate({
      ...options,
      directory,
      signal,
      onProgress: (doneShare) => bar.update(100 * doneShare, 100, ''),
    });
    await publish(directory, given.out);
    context.say(
      words.simulated(
        truth.name,
        given.out,
        Object.values(truth.rows).reduce((sum, rows) => sum + rows, 0),
      ),
    );
    return EXIT.ok;
  } finally {
    bar.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
