import { AppError } from '#domain/app-error.ts';
import { abreast } from '#warehouse/abreast.ts';
import { dropRows, type ImportRecord, imports, recordImport, refreshChangedViews } from '#warehouse/ledger.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { markOf, type Pseudonyms } from '../pseudonym/pseudonyms.ts';
import { type PseudonymChoice, samePseudonyms } from '../pseudonym/same-pseudonyms.ts';
import { buildReceipt, tablesOf } from './build-receipt.ts';
import { requireOneCurrency } from './currencies.ts';
import { explainFailure } from './explain-failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { importProblem } from './import-problem.ts';
import { insertPlan } from './insert-plan.ts';
import type { Receipt } from './receipt.ts';
import { parseReceipt } from './receipt-schema.ts';
import { settleKeys } from './repeated-keys.ts';

export interface ImportProgress {
  readonly phase: 'reading' | 'comparing' | 'counting' | 'publishing';
  /** The file that is being read; null in the other phases. */
  readonly file: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ImportOptions {
  readonly warehouse: Warehouse;
  readonly plans: readonly TablePlan[];
  /** Today for this import, ISO: what has happened can lie at most one day later. */
  readonly importDay: string;
  /** The secret that makes pseudonyms of staff, and of customers where the company wants it. */
  readonly pseudonyms: PseudonymChoice;
  /** Runs everything, then takes all rows back. */
  readonly preview?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

const MILLISECONDS_A_DAY = 86_400_000;

function dayAfter(day: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new AppError('argumentInvalid', `not a day: ${day}`, { day });
  return new Date(at + MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function requirePlanned(plans: readonly TablePlan[]): void {
  for (const { source, table, columns } of plans)
    for (const [name, column] of Object.entries(table.columns))
      if (column.required && columns[name] === undefined)
        throw importProblem('unfilledColumn', { file: source.path, table: table.name, column: name });
}

/** What the import has to agree with. */
interface Standing {
  readonly pseudonyms: Pseudonyms;
  readonly receipts: readonly Receipt[];
}

// Small files cost the engine its planning, which keeps one core busy; large ones keep all busy, and two would share the memory.
const SMALL_BYTES = 64_000_000;

const bytesOf = (plans: readonly TablePlan[]) => plans.reduce((sum, { source }) => sum + source.bytes, 0);
const sideBySide = (plans: readonly TablePlan[]) => (bytesOf(plans) <= SMALL_BYTES ? 2 : 1);

async function insertAll(options: ImportOptions, importId: number, { pseudonyms }: Standing): Promise<void> {
  const { warehouse, plans, signal, onProgress } = options;
  const totalBytes = bytesOf(plans);
  const lastDay = dayAfter(options.importDay);
  const read = plans.map(() => 0);
  const tell = (file: number, rows: number, bytes: number) => {
    read[file] = bytes;
    const path = plans[file]?.source.path ?? null;
    onProgress?.({ phase: 'reading', file: path, rows, bytes: read.reduce((sum, one) => sum + one, 0), totalBytes });
  };
  await abreast([...plans.entries()], sideBySide(plans), async ([file, plan]) => {
    const { bytes } = plan.source;
    try {
      await insertPlan(warehouse, plan, {
        importId,
        file,
        lastDay,
        pseudonyms,
        onProgress: ({ readRows, readBytes }) => tell(file, readRows, Math.min(readBytes, bytes)),
        signal: signal ?? null,
      });
    } catch (error) {
      throw await explainFailure(error, plan);
    }
    read[file] = bytes;
  });
}

type Head = Pick<Receipt, 'importId' | 'importDay' | 'fingerprint'>;

async function fill(options: ImportOptions, head: Head, standing: Standing): Promise<Omit<Receipt, 'outcome'>> {
  const { warehouse, plans, signal, onProgress } = options;
  const totalBytes = bytesOf(plans);
  const tell = (phase: ImportProgress['phase']) =>
    onProgress?.({ phase, file: null, rows: 0, bytes: totalBytes, totalBytes });
  await insertAll(options, head.importId, standing);
  tell('comparing');
  const currency = await requireOneCurrency(warehouse, plans, head.importId, standing.receipts, sideBySide(plans));
  const watching = signal === undefined ? {} : { signal };
  await abreast([...tablesOf(plans).keys()], sideBySide(plans), (table) =>
    settleKeys(warehouse, { table, importId: head.importId, isFirst: standing.receipts.length === 0, watching }),
  );
  tell('counting');
  const { customers } = standing.pseudonyms;
  const pseudonyms = { mark: markOf(standing.pseudonyms), customers };
  const receipt = await buildReceipt(warehouse, plans, { ...head, pseudonyms, currency }, sideBySide(plans));
  if (signal?.aborted) throw new AppError('stopped', 'the import was stopped', { importId: head.importId });
  tell('publishing');
  return receipt;
}

function outcomeOf(receipt: Omit<Receipt, 'outcome'>, preview: boolean): Receipt['outcome'] {
  if (!receipt.files.some((file) => file.rowsImported > 0)) return 'nothingUsable';
  return preview ? 'preview' : 'imported';
}

async function transaction(
  options: ImportOptions,
  past: readonly ImportRecord[],
  fingerprint: string,
): Promise<Receipt> {
  const { warehouse, plans, importDay } = options;
  const receipts = past.flatMap(({ state, receipt }) => (state === 'done' ? [parseReceipt(receipt)] : []));
  const standing = { receipts, pseudonyms: samePseudonyms(receipts, plans, options.pseudonyms) };
  const importId = past.reduce((last, record) => Math.max(last, record.importId), 0) + 1;
  const preview = options.preview ?? false;
  const head = { importId, importDay, fingerprint };
  const record = { importId, at: importDay, fingerprint, receipt: '' };
  await recordImport(warehouse, { ...record, state: preview ? 'preview' : 'started' });
  try {
    const counted = await fill(options, head, standing);
    const receipt: Receipt = { outcome: outcomeOf(counted, preview), ...counted };
    const state = receipt.outcome === 'imported' ? 'done' : 'undone';
    if (state === 'done') await refreshChangedViews(warehouse);
    else await dropRows(warehouse, importId);
    await recordImport(warehouse, { ...record, state, receipt: JSON.stringify(receipt) });
    return receipt;
  } catch (error) {
    await dropRows(warehouse, importId);
    await recordImport(warehouse, { ...record, state: 'failed' });
    throw error;
  }
}

const busy = new WeakSet<Warehouse>();

/**
 * Imports files as one transaction: either all rows of all plans stand afterwards or the store is as before. The same files
 * with the same mapping are imported once only.
 * @throws AppError importRefused, fileUnreadable, storeFull, stopped, queryFailed or expressionInvalid; nothing stands then
 */
export async function importFiles(options: ImportOptions): Promise<Receipt> {
  const { warehouse, plans } = options;
  dayAfter(options.importDay);
  requirePlanned(plans);
  if (busy.has(warehouse)) throw importProblem('importRunning');
  busy.add(warehouse);
  try {
    const fingerprint = fingerprintOf(plans);
    const past = await imports(warehouse);
    const standing = past.find((record) => record.state === 'done' && record.fingerprint === fingerprint);
    if (standing !== undefined) return { ...parseReceipt(standing.receipt), outcome: 'alreadyStanding' };
    return await transaction(options, past, fingerprint);
  } finally {
    busy.delete(warehouse);
  }
}
