import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAudit } from '../../src/audit/run-audit.ts';
import { importFiles } from '../../src/ingest/import/import-files.ts';
import { undoImport } from '../../src/ingest/import/undo-import.ts';
import { proposePlans } from '../../src/ingest/mapping/propose-plans.ts';
import { openSources } from '../../src/ingest/reading/open-source.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import type { StoreAddress } from '../../src/warehouse/engine.ts';
import { openWarehouse } from '../../src/warehouse/warehouse.ts';
import { type ClickHouseServer, startClickHouse } from './start-clickhouse.ts';

const CLOSING_DAY = '2026-06-30';
const home = mkdtempSync(join(tmpdir(), 'stammkunde-server-'));
let server: ClickHouseServer | null = null;

beforeAll(async () => {
  server = await startClickHouse(join(home, 'server'));
  await simulate({
    world: 'A',
    customers: 600,
    seed: 3,
    without: [],
    clean: true,
    variants: false,
    counterfactuals: 'none',
    directory: join(home, 'company'),
    onProgress: () => undefined,
    signal: null,
  });
  rmSync(join(home, 'company', 'truth.json'));
}, 120_000);

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

async function auditedIn(address: StoreAddress, name: string) {
  const warehouse = await openWarehouse({ address });
  try {
    mkdirSync(join(home, name));
    const sources = await openSources([join(home, 'company')], join(home, name));
    const { plans } = await proposePlans({ sources, tables: TABLES, mapping: null });
    const receipt = await importFiles({
      warehouse,
      plans,
      importDay: CLOSING_DAY,
      preview: false,
      pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
    });
    const again = await importFiles({
      warehouse,
      plans,
      importDay: CLOSING_DAY,
      preview: false,
      pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
    });
    const report = await runAudit({ warehouse, asOf: CLOSING_DAY, programVersion: 'test' });
    await undoImport(warehouse, receipt.importId);
    const after = await runAudit({ warehouse, asOf: CLOSING_DAY, programVersion: 'test' });
    return { receipt, again: again.outcome, report, after };
  } finally {
    await warehouse.close();
  }
}

test('a server gives the same receipt and the same report as the engine in the process, byte for byte', async () => {
  const embedded = await auditedIn({ kind: 'embedded', directory: join(home, 'embedded') }, 'work-embedded');
  const served = await auditedIn({ kind: 'server', url: server?.url ?? '' }, 'work-server');
  expect(embedded.report.checks.some(({ effect }) => effect !== null)).toBe(true);
  expect(JSON.stringify(served.report)).toBe(JSON.stringify(embedded.report));
  expect(served.receipt).toEqual(embedded.receipt);
  expect(served.again).toBe('alreadyStanding');
  expect(served.after.tables).toEqual([]);
}, 240_000);
