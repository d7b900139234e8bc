import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runAudit } from '../../src/audit/run-audit.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { programVersion } from '../../src/cli/program-version.ts';
import { CLI_WORDS } from '../../src/cli/words.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { openWarehouse } from '../../src/warehouse/warehouse.ts';
import { CompanyResult, type WorldName } from './company-result.ts';

export interface CompanyOrder {
  readonly world: WorldName;
  readonly seed: number;
  readonly customers: number;
  /** Where the result goes. */
  readonly file: string;
}

export const QUIET = {
  language: 'en',
  words: CLI_WORDS.en,
  signal: new AbortController().signal,
  say: () => {},
  note: () => {},
} as const;

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { seconds: (performance.now() - began) / 1000, value };
}

/** Generates a company with all its mess, imports its folder as a user would, audits it on its last day and keeps the answers. */
export async function oneCompany({ world, seed, customers, file }: CompanyOrder): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-validate-'));
  const files = join(directory, 'files');
  try {
    const made = await timed(() =>
      simulate({
        world,
        seed,
        customers,
        without: [],
        clean: false,
        variants: false,
        counterfactuals: 'none',
        directory: files,
        onProgress: () => {},
        signal: null,
      }),
    );
    const importDay = made.value.asOf;
    const warehouse = await openWarehouse({
      address: { kind: 'embedded', directory: join(directory, 'warehouse') },
      onMigration: () => {},
    });
    try {
      const read = { files: [files], mapping: null, preview: false, ask: false, home: null, importDay };
      const loaded = await timed(() => loadFiles(QUIET, warehouse, read));
      const audited = await timed(() =>
        runAudit({ warehouse, asOf: importDay, programVersion: programVersion(), settings: { worksAgreement: 1 } }),
      );
      const report = { ...audited.value, checks: audited.value.checks.map((check) => ({ ...check, charts: [] })) };
      const seconds = { simulate: made.seconds, import: loaded.seconds, audit: audited.seconds };
      const truth: unknown = JSON.parse(readFileSync(join(files, 'truth.json'), 'utf8'));
      // Written whole or not at all, so that an interrupted run can be taken up again.
      writeFileSync(`${file}.part`, JSON.stringify(CompanyResult.parse({ truth, report, seconds })));
      renameSync(`${file}.part`, file);
    } finally {
      await warehouse.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
