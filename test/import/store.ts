import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../../src/ingest/import/import-files.ts';
import type { Receipt } from '../../src/ingest/import/receipt.ts';
import type { TablePlan } from '../../src/ingest/plan.ts';
import type { PseudonymChoice } from '../../src/ingest/pseudonym/same-pseudonyms.ts';
import { openWarehouse, type Warehouse } from '../../src/warehouse/warehouse.ts';
import { type PlanOptions, planOf } from './plan-of.ts';

export const TODAY = '2026-06-30';
export const PSEUDONYMS: PseudonymChoice = {
  secret: 'the secret of a company that does not exist',
  customers: null,
};

/** A store of its own with a folder for files. */
export interface Store {
  readonly warehouse: Warehouse;
  readonly home: string;
  write(name: string, content: string | Buffer): string;
  /** Writes the file and plans it. */
  plan(name: string, content: string | Buffer, options: PlanOptions): TablePlan;
  take(plans: readonly TablePlan[], preview?: boolean, pseudonyms?: PseudonymChoice): Promise<Receipt>;
  /** Column to values of a query over the canonical views. */
  columns(sql: string): Promise<Readonly<Record<string, readonly unknown[]>>>;
  close(): Promise<void>;
}

export const openStoreIn = (home: string) =>
  openWarehouse({ address: { kind: 'embedded', directory: join(home, 'warehouse') } });

export async function openStore(): Promise<Store> {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-import-'));
  mkdirSync(join(home, 'files'));
  const warehouse = await openStoreIn(home);
  const write = (name: string, content: string | Buffer) => {
    const path = join(home, 'files', name);
    writeFileSync(path, content);
    return path;
  };
  return {
    warehouse,
    home,
    write,
    plan: (name, content, options) => planOf(write(name, content), options),
    take: (plans, preview = false, pseudonyms = PSEUDONYMS) =>
      importFiles({ warehouse, plans, importDay: TODAY, preview, pseudonyms }),
    columns: (sql) => warehouse.columns({ name: 'test', sql, params: {} }),
    close: async () => {
      await warehouse.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const CONTRACT_HEADERS = [
  'contract_id',
  'customer_id',
  'product_id',
  'start_date',
  'end_date',
  'price',
  'price_period',
];

/** A contract file; each line is the fields behind contract_id, customer_id and product_id or a whole line. */
export const contractCsv = (lines: readonly string[], headers: readonly string[] = CONTRACT_HEADERS) =>
  `${[headers.join(','), ...lines].join('\n')}\n`;
