import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/audit/report.ts';
import { runAudit } from '../../src/audit/run-audit.ts';
import { importFiles } from '../../src/ingest/import/import-files.ts';
import { proposePlans } from '../../src/ingest/mapping/propose-plans.ts';
import { openSources } from '../../src/ingest/reading/open-source.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { WorldId } from '../../src/simulator/world.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import { openWarehouse, type Warehouse } from '../../src/warehouse/warehouse.ts';

/** The day on which the books of every invented company close. */
const CLOSING_DAY = '2026-06-30';

async function importFolder(warehouse: Warehouse, files: string, workDirectory: string): Promise<void> {
  mkdirSync(workDirectory);
  const sources = await openSources([files], workDirectory);
  const { plans } = await proposePlans({ sources, tables: TABLES, mapping: null });
  await importFiles({
    warehouse,
    plans,
    importDay: CLOSING_DAY,
    preview: false,
    pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
  });
}

async function inStore<T>(prefix: string, work: (warehouse: Warehouse, home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), prefix));
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: join(home, 'warehouse') } });
  try {
    return await work(warehouse, home);
  } finally {
    await warehouse.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const audit = (warehouse: Warehouse) => runAudit({ warehouse, asOf: CLOSING_DAY, programVersion: 'test' });

/** A company of the simulator, imported as a user's files are, and audited as often as asked. */
export function auditWorld(world: WorldId, customers: number, times = 1): Promise<readonly Report[]> {
  return inStore('stammkunde-contract-', async (warehouse, home) => {
    const directory = join(home, 'company');
    await simulate({
      world,
      customers,
      seed: 1,
      without: [],
      clean: true,
      variants: false,
      counterfactuals: 'none',
      directory,
      onProgress: () => undefined,
      signal: null,
    });
    rmSync(join(directory, 'truth.json'));
    await importFolder(warehouse, directory, join(home, 'work'));
    const reports: Report[] = [];
    for (let i = 0; i < times; i++) reports.push(await audit(warehouse));
    return reports;
  });
}

/** A store into which nothing was imported. */
export const auditEmpty = (): Promise<Report> => inStore('stammkunde-contract-empty-', audit);
