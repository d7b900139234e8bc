import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { imports } from '../../src/warehouse/ledger.ts';
import { CONTRACT_HEADERS, contractCsv, openStoreIn, TODAY } from './store.ts';

const contracts = { table: 'contract', headers: CONTRACT_HEADERS };
const line = (id: number) => `V${id},C${id},P,2020-01-0${(id % 9) + 1},,100,year`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

const KILLED = `
import { importFiles } from ${JSON.stringify(new URL('../../src/ingest/import/import-files.ts', import.meta.url).href)};
import { planOf } from ${JSON.stringify(new URL('./plan-of.ts', import.meta.url).href)};
import { openStoreIn } from ${JSON.stringify(new URL('./store.ts', import.meta.url).href)};
const [home, ...files] = process.argv.slice(2);
const warehouse = await openStoreIn(home);
const plans = files.map((file) => planOf(file, ${JSON.stringify(contracts)}));
await importFiles({ warehouse, plans, importDay: '${TODAY}', pseudonyms: { secret: 's'.repeat(32), customers: null }, onProgress: ({ phase, file }) => {
  if (file === files[1] || phase !== 'reading') process.stdout.write('go\\n');
} });
`;

test('kill -9 in the middle of an import leaves nothing half-imported', async () => {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-killed-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const first = await openStoreIn(home);
  await first.close();
  const files = [0, 1].map((part) => join(home, `part-${part}.csv`));
  for (const [part, file] of files.entries())
    writeFileSync(file, contractCsv(range(part * 200_000, part * 200_000 + 200_000).map((id) => line(id))));
  const script = join(home, 'killed.ts');
  writeFileSync(script, KILLED);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, home, ...files]);
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
  child.stdout.once('data', () => child.kill('SIGKILL'));
  expect(await ended).toBe('SIGKILL');
  const warehouse = await openStoreIn(home);
  onTestFinished(() => warehouse.close());
  const count = (name: string) => warehouse.columns({ name: 'n', sql: `SELECT count() AS n FROM ${name}`, params: {} });
  expect(await count('contract')).toEqual({ n: [0] });
  expect(await count('rows_contract')).toEqual({ n: [0] });
  expect((await imports(warehouse)).map(({ state }) => state)).toEqual(['failed']);
});
