import { homedir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { embeddedDirectory, type StoreAddress } from '#warehouse/engine.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import { CLI_WORDS, type CliWords } from './words.ts';

/** What every command works with. */
export interface Context {
  readonly language: Language;
  readonly words: CliWords;
  readonly signal: AbortSignal;
  say(text: string): void;
  /** To standard error: what is not the answer itself. */
  note(text: string): void;
}

export interface StoreOptions {
  readonly home?: string;
}

/** The language of help and complaints, which come before the options have been read. */
export function spokenLanguage(words: readonly string[]): Language {
  const asked = words.flatMap((word, at) =>
    word === '--language' ? [words[at + 1]] : [/^--language=(.*)$/.exec(word)?.[1]],
  );
  return LANGUAGES.find((language) => asked.includes(language)) ?? languageOf(undefined);
}

/** The language asked for, otherwise the one of the environment. */
export function languageOf(asked: string | undefined): Language {
  const fallback = /^de/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'de' : 'en';
  if (asked === undefined) return fallback;
  const found = LANGUAGES.find((language) => language === asked);
  if (found !== undefined) return found;
  throw new AppError('argumentInvalid', CLI_WORDS[fallback].badChoice('--language', asked, LANGUAGES.join(', ')));
}

/** The folder of the installation: --home, STAMMKUNDE_HOME or .stammkunde in the user's home directory. */
export function homeOf({ home }: StoreOptions): string {
  // "--home --language de": the folder was forgotten.
  if (home?.startsWith('--'))
    throw new AppError('argumentInvalid', CLI_WORDS[spokenLanguage(process.argv)].noHome(home));
  return home ?? process.env['STAMMKUNDE_HOME'] ?? join(homedir(), '.stammkunde');
}

/** CLICKHOUSE_URL names a server; otherwise the store lies in --home, STAMMKUNDE_HOME or the user's home directory. */
export function storeAddress(options: StoreOptions): StoreAddress {
  const url = process.env['CLICKHOUSE_URL'];
  if (url !== undefined && url !== '' && options.home === undefined) return { kind: 'server', url };
  return { kind: 'embedded', directory: embeddedDirectory(homeOf(options)) };
}

/** Opens the store for the time of one piece of work and closes it whatever happens. */
export async function withStore<T>(
  context: Context,
  address: StoreAddress,
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const warehouse = await openWarehouse({ address, onMigration: (copy) => context.note(context.words.migrated(copy)) });
  try {
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
}

/** A day as ISO, from 2026-12-31 or 31.12.2026. */
export function dayOf(text: string, words: CliWords): string {
  const german = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(text);
  const iso = german === null ? text : `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`;
  const day = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso)
    throw new AppError('argumentInvalid', words.badDay(text));
  return iso;
}

export const today = (): string => new Date().toISOString().slice(0, 10);
