import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '#ingest/import/import-files.ts';
import type { Receipt } from '#ingest/import/receipt.ts';
import { readMapping } from '#ingest/mapping/mapping-file.ts';
import { type Proposal, proposePlans } from '#ingest/mapping/propose-plans.ts';
import { sentence } from '#ingest/problems.ts';
import { secretIn } from '#ingest/pseudonym/secret-file.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { agreed } from './agreed.ts';
import type { Context } from './context.ts';
import { createBar } from './progress.ts';
import type { CliWords } from './words.ts';

export interface LoadOptions {
  readonly files: readonly string[];
  readonly mapping: string | null;
  readonly preview: boolean;
  /** Ask before importing recognised columns; only where somebody can answer. */
  readonly ask: boolean;
  readonly importDay: string;
  /** Folder that keeps the secret of pseudonyms; null: the store is gone in a moment, the files themselves are the secret. */
  readonly home: string | null;
}

async function propose(context: Context, { files, mapping }: LoadOptions, workDirectory: string): Promise<Proposal> {
  const bar = createBar(context.words.reading, 'MB');
  try {
    const sources = await openSources(files, workDirectory, {
      signal: context.signal,
      onProgress: ({ path, bytes, totalBytes }) => bar.update(bytes / 1e6, totalBytes / 1e6, path),
      onSkipped: ({ path, problem }) => context.note(sentence(problem, { file: path }, context.language)),
    });
    const rules = mapping === null ? null : await readMapping(mapping);
    return await proposePlans({ sources, tables: TABLES, mapping: rules });
  } finally {
    bar.stop();
  }
}

/** What was recognised, for the user's eyes; nothing when every header is canonical. */
function recognisedText({ columns }: Proposal, words: CliWords): string | null {
  if (columns.every(({ origin }) => origin === 'canonical')) return null;
  const lines = columns.map(({ table, column, headers, sample, pseudonym, factor }) => {
    const scaled = factor === 1 ? '' : ` × ${factor}`;
    const from = headers.length === 0 ? '=' : `← ${headers.join(', ')}${scaled}`;
    const shown = pseudonym ? words.asPseudonym : sample;
    if (headers.length === 0 && sample !== null) return `  ${table}.${column} = ${sample}`;
    return `  ${table}.${column} ${from}${shown === null ? '' : `   (${shown})`}`;
  });
  return [words.recognised, ...lines].join('\n');
}

function secretFor({ plans }: Proposal, home: string | null): string {
  if (home !== null) return secretIn(home, () => randomBytes(32).toString('base64url'));
  // Equal files give an equal report, so chance must not enter.
  const hash = createHash('sha256');
  for (const sha256 of plans.map(({ source }) => source.sha256).toSorted()) hash.update(sha256);
  return hash.digest('hex');
}

/** Reads, maps, checks and imports files into a store that may still be opening. null: the user did not agree with the recognised columns. */
export async function loadFiles(
  context: Context,
  warehouse: Warehouse | Promise<Warehouse>,
  options: LoadOptions,
): Promise<Receipt | null> {
  const workDirectory = await mkdtemp(join(tmpdir(), 'stammkunde-files-'));
  const bar = createBar(context.words.importing, 'MB');
  try {
    const proposal = await propose(context, options, workDirectory);
    if (proposal.unusedPatterns.length > 0)
      context.note(context.words.unusedPatterns(proposal.unusedPatterns.join(', ')));
    const recognised = recognisedText(proposal, context.words);
    if (recognised !== null) context.note(recognised);
    if (recognised !== null && options.ask && !(await agreed(context))) return null;
    return await importFiles({
      warehouse: await warehouse,
      plans: proposal.plans,
      importDay: options.importDay,
      pseudonyms: { secret: secretFor(proposal, options.home), customers: proposal.customersHidden },
      preview: options.preview,
      signal: context.signal,
      onProgress: ({ file, bytes, totalBytes }) => bar.update(bytes / 1e6, totalBytes / 1e6, file ?? ''),
    });
  } finally {
    bar.stop();
    await rm(workDirectory, { recursive: true, force: true });
  }
}
