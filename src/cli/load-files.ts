import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '#ingest/import/import-files.ts';
import type { Receipt } from '#ingest/import/receipt.ts';
import { readMapping } from '#ingest/mapping/mapping-file.ts';
import { type Proposal, proposePlans } from '#ingest/mapping/propose-plans.ts';
import { sentence } from '#ingest/problems.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { agreed } from './agreed.ts';
import type { Context } from './context.ts';
import { createBar } from './progress.ts';

export interface LoadOptions {
  readonly files: readonly string[];
  readonly mapping: string | null;
  readonly preview: boolean;
  /** Ask before importing recognised columns; only where somebody can answer. */
  readonly ask: boolean;
  readonly importDay: string;
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
function recognisedText({ columns }: Proposal, title: string): string | null {
  if (columns.every(({ origin }) => origin === 'canonical')) return null;
  const lines = columns.map(({ table, column, headers, sample, factor }) => {
    const scaled = factor === 1 ? '' : ` × ${factor}`;
    const from = headers.length === 0 ? '=' : `← ${headers.join(', ')}${scaled}`;
    return `  ${table}.${column} ${from}${sample === null ? '' : `   (${sample})`}`;
  });
  return [title, ...lines].join('\n');
}

/** Reads, maps, checks and imports files. null: the user did not agree with the recognised columns. */
export async function loadFiles(context: Context, warehouse: Warehouse, options: LoadOptions): Promise<Receipt | null> {
  const workDirectory = await mkdtemp(join(tmpdir(), 'stammkunde-files-'));
  const bar = createBar(context.words.importing, 'MB');
  try {
    const proposal = await propose(context, options, workDirectory);
    if (proposal.unusedPatterns.length > 0)
      context.note(context.words.unusedPatterns(proposal.unusedPatterns.join(', ')));
    const recognised = recognisedText(proposal, context.words.recognised);
    if (recognised !== null) context.note(recognised);
    if (recognised !== null && options.ask && !(await agreed(context))) return null;
    return await importFiles({
      warehouse,
      plans: proposal.plans,
      importDay: options.importDay,
      preview: options.preview,
      signal: context.signal,
      onProgress: ({ file, bytes, totalBytes }) => bar.update(bytes / 1e6, totalBytes / 1e6, file ?? ''),
    });
  } finally {
    bar.stop();
    await rm(workDirectory, { recursive: true, force: true });
  }
}
