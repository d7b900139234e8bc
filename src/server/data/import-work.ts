import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { fileName } from '#domain/file-name.ts';
import { importFiles } from '#ingest/import/import-files.ts';
import { readMapping } from '#ingest/mapping/mapping-file.ts';
import { proposePlans } from '#ingest/mapping/propose-plans.ts';
import { secretIn } from '#ingest/pseudonym/secret-file.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { companySettings } from '#register/company-settings.ts';
import { deed } from '#register/log.ts';
import type { Register } from '#register/register.ts';
import { forgetUpload } from '#register/uploads.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Task, Work } from '../jobs/job-runner.ts';
import type { DataStore } from './data-store.ts';
import { filesOf, mappingPath, removeFiles } from './staging.ts';

const ImportInput = z.object({ uploadId: z.string(), mapping: z.boolean() });

export interface ImportWorkOptions {
  readonly register: Register;
  readonly warehouse: Warehouse;
  readonly data: DataStore;
  readonly uploadDirectory: string;
  /** Keeps the secret of pseudonyms. */
  readonly home: string;
}

/** Files are told by their names; where they wait on our disk is nobody's business. */
function withoutPlaces(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const details = Object.entries(error.details).map(([name, value]) => [
    name,
    name.toLowerCase().endsWith('file') && typeof value === 'string'
      ? value
          .split(', ')
          .map((file) => basename(file))
          .join(', ')
      : value,
  ]);
  return new AppError(error.code, error.message, Object.fromEntries(details), error);
}

/** Columns of free text that the plans would fill although data protection has not allowed any. */
async function requireNoFreeText(
  register: Register,
  columns: readonly { table: string; column: string }[],
): Promise<void> {
  const texts = columns.filter(
    ({ table, column }) => TABLES.find(({ name }) => name === table)?.columns[column]?.freeText === true,
  );
  if (texts.length === 0 || (await companySettings(register)).freeTextAllowed) return;
  const named = texts.map(({ table, column }) => `${table}.${column}`).join(', ');
  throw new AppError('freeTextLocked', named, { columns: named });
}

async function propose({ register, uploadDirectory }: ImportWorkOptions, { job, signal }: Task, workDirectory: string) {
  const { uploadId, mapping } = ImportInput.parse(JSON.parse(job.input));
  const skipped: { path: string; problem: string }[] = [];
  const found = await openSources(await filesOf(uploadDirectory, uploadId), workDirectory, {
    signal,
    onSkipped: ({ path, problem }) => skipped.push({ path: fileName(path), problem }),
  });
  const sources = found.map((source) => ({ ...source, path: fileName(source.path) }));
  const rules = mapping ? await readMapping(mappingPath(uploadDirectory, uploadId)) : null;
  const proposal = await proposePlans({ sources, tables: TABLES, mapping: rules });
  await requireNoFreeText(register, proposal.columns);
  const mappingText = mapping ? await readFile(mappingPath(uploadDirectory, uploadId), 'utf8') : null;
  return { proposal, skipped, uploadId, mapping: mappingText };
}

async function work(options: ImportWorkOptions, task: Task, preview: boolean) {
  const { register, warehouse, uploadDirectory, home } = options;
  const workDirectory = await mkdtemp(join(tmpdir(), 'stammkunde-files-'));
  try {
    const { proposal, skipped, uploadId, mapping } = await propose(options, task, workDirectory);
    const receipt = await importFiles({
      warehouse,
      plans: proposal.plans,
      importDay: register.edge.clock().toISOString().slice(0, 10),
      pseudonyms: { secret: secretIn(home, register.edge.newSecret), customers: proposal.customersHidden },
      preview,
      signal: task.signal,
      onProgress: ({ file, phase, bytes, totalBytes }) =>
        task.onProgress({ done: bytes, total: totalBytes, note: file ?? phase }),
    });
    const { columns } = proposal;
    const outcome = JSON.stringify({ uploadId, mapping, receipt, columns, skipped });
    if (preview || receipt.outcome === 'nothingUsable') return { outcome };
    const { importId } = receipt;
    const rows = receipt.files.reduce((sum, file) => sum + file.rowsImported, 0);
    const written = { actor: task.job.createdBy, event: 'imported', subject: String(importId), details: { rows } };
    await deed(register, written, (trx) => forgetUpload({ db: trx }, uploadId));
    await removeFiles(uploadDirectory, uploadId);
    return { outcome, importId };
  } catch (error) {
    throw withoutPlaces(error);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

/** Imports, or only checks, the files of an upload. */
export const createImportWork =
  (options: ImportWorkOptions, preview: boolean): Work =>
  (task) =>
    options.data.inTurn(() => work(options, task, preview));
