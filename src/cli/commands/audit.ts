import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '#audit/report.ts';
import { runAudit } from '#audit/run-audit.ts';
import { AppError } from '#domain/app-error.ts';
import { receiptText } from '#ingest/import/receipt-text.ts';
import { reportHtml } from '#report/html.ts';
import { reportText } from '#report/text.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import { type Context, dayOf, type StoreOptions, storeAddress, today, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { loadFiles } from '../load-files.ts';
import { programVersion } from '../program-version.ts';
import { createBar } from '../progress.ts';
import { remoteAudit } from '../remote/remote-audit.ts';
import { runningServer } from '../remote/running-server.ts';
import { settingsOf } from '../settings.ts';

export interface AuditCommandOptions extends StoreOptions {
  readonly mapping?: string;
  readonly asOf?: string;
  readonly format?: string;
  readonly out?: string;
  readonly set?: readonly string[];
  readonly failOnFinding?: boolean;
}

const FORMATS = ['text', 'json', 'html'] as const;

function formatOf(context: Context, asked: string | undefined): (typeof FORMATS)[number] {
  const found = FORMATS.find((format) => format === (asked ?? 'text'));
  if (found !== undefined) return found;
  throw new AppError('argumentInvalid', context.words.badChoice('--format', asked ?? '', FORMATS.join(', ')));
}

/** The bundled typeface, so that the page looks the same everywhere and fetches nothing. */
export function bundledFont(): string {
  const file = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
  return readFileSync(file).toString('base64');
}

async function audited(context: Context, warehouse: Warehouse, options: AuditCommandOptions): Promise<Report> {
  const bar = createBar(context.words.auditing, 'checks');
  const { audit, checks } = settingsOf(options.set ?? [], context.words);
  try {
    return await runAudit({
      warehouse,
      asOf: options.asOf === undefined ? null : dayOf(options.asOf, context.words),
      settings: audit,
      checkSettings: checks,
      programVersion: programVersion(),
      signal: context.signal,
      onProgress: (done, total, name) => bar.update(done, total, name),
    });
  } finally {
    bar.stop();
  }
}

/** A store in a directory of its own that is gone when the work is done; it opens while the work looks at its files. */
async function withTemporaryStore<T>(work: (opening: Promise<Warehouse>) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'stammkunde-'));
  const opening = openWarehouse({ address: { kind: 'embedded', directory: join(directory, 'warehouse') } });
  // Who waits for the store is told; until then its failure must not end the program.
  opening.catch(() => {});
  try {
    return await work(opening);
  } finally {
    const warehouse = await opening.catch(() => null);
    await warehouse?.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function auditFiles(
  context: Context,
  files: readonly string[],
  options: AuditCommandOptions,
): Promise<Report | null> {
  return withTemporaryStore(async (opening) => {
    const receipt = await loadFiles(context, opening, {
      files,
      mapping: options.mapping ?? null,
      preview: false,
      ask: false,
      importDay: today(),
      home: null,
    });
    const refused = receipt?.files.some(
      (file) => file.rowsRefused > 0 || file.columns.some((column) => column.refused > 0),
    );
    if (receipt !== null && (refused || receipt.warnings.length > 0 || receipt.outcome === 'nothingUsable'))
      context.note(receiptText(receipt, context.language));
    if (receipt?.outcome === 'nothingUsable') return null;
    return audited(context, await opening, options);
  });
}

/** Audits the store: by the server that has it open, or here. */
async function auditStore(context: Context, options: AuditCommandOptions): Promise<Report> {
  const server = await runningServer(context, options);
  if (server === null)
    return withStore(context, storeAddress(options), (warehouse) => audited(context, warehouse, options));
  const asOf = options.asOf === undefined ? null : dayOf(options.asOf, context.words);
  return remoteAudit(server, context, asOf, settingsOf(options.set ?? [], context.words));
}

/** Audits the store, or files in a store that lives only as long as the audit. */
export async function auditCommand(
  context: Context,
  files: readonly string[],
  options: AuditCommandOptions,
): Promise<number> {
  const format = formatOf(context, options.format);
  const report = files.length > 0 ? await auditFiles(context, files, options) : await auditStore(context, options);
  if (report === null) return EXIT.input;
  const drawn = {
    text: () => reportText(report, context.language),
    json: () => `${JSON.stringify(report, null, 2)}\n`,
    html: () => reportHtml(report, context.language, bundledFont()),
  }[format]();
  if (options.out === undefined) context.say(drawn.trimEnd());
  else {
    await writeFile(options.out, drawn);
    context.note(context.words.written(options.out));
  }
  const found = report.checks.some((check) => check.outcome === 'finding');
  return found && options.failOnFinding ? EXIT.finding : EXIT.ok;
}
