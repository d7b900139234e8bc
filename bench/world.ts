// All checks on world A, every table filled, as the limits of the audit are written for. `npm run bench -- world`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../src/audit/run-audit.ts';
import { CHECKS } from '../src/checks/catalogue.ts';
import { loadFiles } from '../src/cli/load-files.ts';
import { CLI_WORDS } from '../src/cli/words.ts';
import { simulate } from '../src/simulator/simulate.ts';
import { openWarehouse } from '../src/warehouse/warehouse.ts';

const SIZES = [100_000, 1_000_000];
const LIMIT_SECONDS = 90;

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  /** Seconds of all cores together: what a busy machine cannot hide. */
  readonly processor: number;
}

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function measure(customers: number): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-bench-'));
  const [files, store] = [join(home, 'files'), join(home, 'store')];
  const signal = new AbortController().signal;
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: store }, onMigration: () => {} });
  try {
    const { asOf } = await simulate({
      world: 'A',
      seed: 1,
      customers,
      without: [],
      clean: false,
      variants: false,
      counterfactuals: 'none',
      directory: files,
      onProgress: () => {},
      signal,
    });
    const quiet = { language: 'en', words: CLI_WORDS.en, signal, say: () => {}, note: () => {} } as const;
    const read = { files: [files], mapping: null, preview: false, ask: false, home: null, importDay: asOf };
    await loadFiles(quiet, warehouse, read);
    rmSync(files, { recursive: true });
    const [began, used] = [performance.now(), processorSeconds()];
    const report = await runAudit({ warehouse, asOf, programVersion: 'bench', settings: { worksAgreement: 1 } });
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, seconds: (performance.now() - began) / 1000, processor: processorSeconds() - used };
  } finally {
    await warehouse.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Invents, imports and audits world A at two sizes; the import belongs to its own bench and is not timed. */
export async function run(): Promise<void> {
  const found: Measured[] = [];
  for (const customers of SIZES) {
    const { rows, seconds, processor } = await measure(customers);
    found.push({ rows, seconds, processor });
    const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
    console.log(
      `${CHECKS.length} checks, world A, ${customers.toLocaleString('en')} customers, ${rows.toLocaleString('en')} rows: ${seconds.toFixed(1)} s, ${processor.toFixed(0)} processor seconds, peak with the import ${peak} MB (limits at 1 million: ${LIMIT_SECONDS} s, 4,096 MB)`,
    );
  }
  const [small, large] = found;
  if (small === undefined || large === undefined) return;
  console.log(
    `${(large.rows / small.rows).toFixed(1)} times the rows take ${(large.seconds / small.seconds).toFixed(1)} times as long`,
  );
}
