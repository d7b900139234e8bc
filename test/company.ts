import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Report, ReportCheck } from '../src/audit/report.ts';
import { runAudit } from '../src/audit/run-audit.ts';
import type { Check, Settings } from '../src/checks/check.ts';
import { TABLES } from '../src/warehouse/catalogue.ts';
import { rowsOf } from '../src/warehouse/ddl.ts';
import { filledTables } from '../src/warehouse/filled-tables.ts';
import { refreshViews } from '../src/warehouse/ledger.ts';
import { openWarehouse, type Warehouse } from '../src/warehouse/warehouse.ts';

type Field = string | number | boolean | null;
type Row = Readonly<Record<string, Field>>;

/** An invented company in a store of its own. */
export interface Company {
  readonly warehouse: Warehouse;
  /** Adds rows to a canonical table. */
  add(table: string, rows: readonly Row[]): Promise<void>;
  /** Adds rows to a canonical table from a SELECT whose columns carry canonical names. */
  addSql(table: string, columns: readonly string[], select: string): Promise<void>;
  /** Audits with the given checks only. */
  audit(options: CompanyAudit): Promise<Report>;
  close(): Promise<void>;
}

interface CompanyAudit {
  readonly checks: readonly Check[];
  readonly asOf: string;
  readonly settings?: Parameters<typeof runAudit>[0]['settings'];
  readonly checkSettings?: Readonly<Record<string, Settings>>;
}

const stored = (name: string) => {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return rowsOf(table);
};

interface Store {
  readonly directory: string;
  readonly warehouse: Warehouse;
}

// Opening a store takes longer than most tests, so a file's companies move into the same one, each after the last has left.
let vacant: Store | undefined;
const opened: Store[] = [];
afterAll(async () => {
  for (const { warehouse, directory } of opened) {
    await warehouse.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

async function openStore(): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-company-'));
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: join(directory, 'warehouse') } });
  await warehouse.run({ name: 'standing import', sql: `INSERT INTO import_log SELECT 1, 0, 'done', '', 'test', ''` });
  await refreshViews(warehouse);
  const store = { directory, warehouse };
  opened.push(store);
  return store;
}

async function leave(store: Store): Promise<void> {
  for (const name of await filledTables(store.warehouse))
    await store.warehouse.run({ name: 'leave', sql: `TRUNCATE TABLE ${stored(name)}` });
  vacant = store;
}

export async function openCompany(): Promise<Company> {
  const store = vacant ?? (await openStore());
  vacant = undefined;
  const { warehouse } = store;
  let next = 0;
  return {
    warehouse,
    add: async (table, rows) => {
      const lines = rows.map((row) => JSON.stringify({ ...row, _import: 1, _row: next++ })).join('\n');
      await warehouse.run({ name: `add ${table}`, sql: `INSERT INTO ${stored(table)} FORMAT JSONEachRow\n${lines}` });
    },
    addSql: async (table, columns, select) => {
      const names = columns.map((name) => `\`${name}\``).join(', ');
      const sql = `INSERT INTO ${stored(table)} (${names}, _import, _row) SELECT ${names}, 1, rowNumberInAllBlocks() + ${next} FROM (${select})`;
      next += 1_000_000_000;
      await warehouse.run({ name: `add ${table}`, sql });
    },
    audit: ({ checks, asOf, settings, checkSettings }) =>
      runAudit({
        warehouse,
        asOf,
        checks,
        programVersion: 'test',
        ...(settings === undefined ? {} : { settings }),
        ...(checkSettings === undefined ? {} : { checkSettings }),
      }),
    close: () => leave(store),
  };
}

/** The verdict of a check (for one reference) in a report. */
export function verdictOf(report: Report, id: string, reference = ''): ReportCheck {
  const found = report.checks.find((check) => check.id === id && check.reference === reference);
  if (found === undefined) throw new Error(`no verdict of ${id} ${reference}`);
  return found;
}
