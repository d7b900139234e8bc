import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report, ReportCheck } from '#audit/report.ts';
import { runAudit } from '#audit/run-audit.ts';
import { importFiles } from '#ingest/import/import-files.ts';
import type { FileReceipt, Receipt } from '#ingest/import/receipt.ts';
import { readMapping } from '#ingest/mapping/mapping-file.ts';
import { proposePlans } from '#ingest/mapping/propose-plans.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { DATA } from './survival-data.ts';

/** One example of `examples/`: a file, its mapping, and what is asked of the store after the import. */
interface Example {
  readonly mapping: string;
  readonly file: string;
  readonly asOf: string;
  /** A SELECT over canonical tables; every column of its answer is numeric. */
  readonly counting: string;
}

export interface Audited {
  readonly receipt: Receipt;
  readonly report: Report;
  /** The answer to `counting`, one array a column. */
  readonly counted: Readonly<Record<string, readonly number[]>>;
}

// Nothing depends on the day on which the tests run.
const IMPORT_DAY = '2026-12-31';

/** Imports and audits an example in a store of its own, by the steps of `stammkunde audit <file> --mapping ...`. */
export async function audited({ mapping, file, asOf, counting }: Example): Promise<Audited> {
  const directory = await mkdtemp(join(tmpdir(), 'stammkunde-example-'));
  try {
    const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: join(directory, 'warehouse') } });
    try {
      const sources = await openSources([`${DATA}/${file}`], directory);
      const rules = await readMapping(`examples/mappings/${mapping}.yaml`);
      const { plans } = await proposePlans({ sources, tables: TABLES, mapping: rules });
      const receipt = await importFiles({
        warehouse,
        plans,
        importDay: IMPORT_DAY,
        pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
      });
      const answer = await warehouse.columns({ name: 'counting', sql: counting, params: {} });
      const counted = Object.fromEntries(Object.entries(answer).map(([name, cells]) => [name, cells.map(Number)]));
      return { receipt, counted, report: await runAudit({ warehouse, asOf, programVersion: 'oracle' }) };
    } finally {
      await warehouse.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The verdict of one check, against one reference price where it has several. */
export function verdictOf({ report }: Audited, id: string, reference = ''): ReportCheck {
  const found = report.checks.find((check) => check.id === id && check.reference === reference);
  if (found === undefined) throw new Error(`no verdict of ${id} ${reference}`);
  return found;
}

/** Check (and reference) to outcome, for all questions asked. */
export const outcomes = ({ report }: Audited) =>
  Object.fromEntries(
    report.checks.map(({ id, reference, outcome }) => [reference === '' ? id : `${id} ${reference}`, outcome]),
  );

export function detail({ details }: ReportCheck, key: string): number {
  return details.find((each) => each.key === key)?.quantity.value ?? Number.NaN;
}

/** Rows of the receipts of one table: read, imported, refused, left out by the mapping, gathered into other rows. */
export const rowsOf = ({ receipt }: Audited, table: string) =>
  receipt.files
    .filter((file) => file.table === table)
    .map((file) => [file.rowsRead, file.rowsImported, file.rowsRefused, file.rowsLeftOut, file.rowsGathered]);

const refusedIn = ({ table, columns, rowsRefused }: FileReceipt) => [
  ...(rowsRefused === 0 ? [] : [`${table}: ${rowsRefused} rows`]),
  ...columns.filter(({ refused }) => refused > 0).map(({ column, refused }) => `${table}.${column}: ${refused}`),
];

/** Everything that an import refused, in words; empty when all was understood. */
export const refusals = ({ receipt }: Audited) => receipt.files.flatMap(refusedIn);
