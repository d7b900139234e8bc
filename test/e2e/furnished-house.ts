import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages, PAGES } from '../../src/cli/web-pages.ts';
import { CLI_WORDS } from '../../src/cli/words.ts';
import { startAudit } from '../../src/endpoints/audits.ts';
import { getJob } from '../../src/endpoints/jobs.ts';
import { importFiles } from '../../src/ingest/import/import-files.ts';
import { proposePlans } from '../../src/ingest/mapping/propose-plans.ts';
import { openSources } from '../../src/ingest/reading/open-source.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import { openWarehouse } from '../../src/warehouse/warehouse.ts';
import { type Browser, openHouse } from '../server/house.ts';

const CLOSING_DAY = '2026-06-30';

async function simulated(directory: string, customers: number): Promise<void> {
  await simulate({
    world: 'A',
    customers,
    seed: 4,
    without: [],
    clean: true,
    variants: false,
    counterfactuals: 'none',
    directory,
    onProgress: () => undefined,
    signal: null,
  });
  rmSync(join(directory, 'truth.json'));
}

async function filledStore(home: string, customers: number): Promise<string> {
  const [files, work, directory] = ['files', 'work', 'warehouse'].map((name) => join(home, name));
  if (files === undefined || work === undefined || directory === undefined) throw new Error('no directories');
  await simulated(files, customers);
  mkdirSync(work);
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  try {
    const { plans } = await proposePlans({ sources: await openSources([files], work), tables: TABLES, mapping: null });
    await importFiles({
      warehouse,
      plans,
      importDay: CLOSING_DAY,
      preview: false,
      pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
    });
  } finally {
    await warehouse.close();
  }
  return directory;
}

/** A server with pages and an invented company, not yet audited, nobody signed in yet. */
export async function furnishedHouse(customers: number) {
  const prepared = mkdtempSync(join(tmpdir(), 'stammkunde-e2e-'));
  const context = { language: 'en', words: CLI_WORDS.en, signal: new AbortController().signal } as const;
  await buildPages({ ...context, say: () => {}, note: () => {} });
  const directory = await filledStore(prepared, customers);
  const house = await openHouse({ store: { kind: 'embedded', directory }, webDirectory: PAGES });
  return {
    ...house,
    remove: async () => {
      await house.remove();
      rmSync(prepared, { recursive: true, force: true });
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Audits the company through the server and waits for the end. */
export async function audited(client: Browser): Promise<string> {
  const started = await client.call(startAudit, { body: { asOf: CLOSING_DAY } });
  for (;;) {
    const job = await client.call(getJob, { params: { id: started.id } });
    if (job.error !== null) throw new Error(job.error.message);
    if (job.result.auditId !== null) return job.result.auditId;
    await pause(300);
  }
}
