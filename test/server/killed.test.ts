import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/endpoints/audit-log.ts';
import { getInventory, listImports, startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { getJob, listJobs } from '../../src/endpoints/jobs.ts';
import { getMe } from '../../src/endpoints/session.ts';
import { type Browser, browser, enter, PASSWORD } from './house.ts';
import { firstPerson, serve } from './serve.ts';

const home = mkdtempSync(join(tmpdir(), 'stammkunde-killed-'));
let running: ChildProcess | null = null;
afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

const contracts = (rows: number) =>
  `contract_id,customer_id,product_id,start_date\n${Array.from({ length: rows }, (_, row) => `V${row},K${row},P1,2024-01-01`).join('\n')}\n`;

async function stateReached(client: Browser, id: string, states: readonly string[]): Promise<string> {
  for (;;) {
    const { state } = await client.call(getJob, { params: { id } });
    if (states.includes(state)) return state;
    await timers.setTimeout(20);
  }
}

test('killed in the middle of an import: the job says it is lost, no half import stands, the log is whole, waiting work is done', async () => {
  const first = await serve(home);
  running = first.process;
  const client = await firstPerson(first.url, first.link);
  const hand = async (name: string, rows: number) => {
    const form = new FormData();
    form.set('files', new Blob([contracts(rows)]), name);
    return (await client.call(uploadFiles, { form })).id;
  };
  const [large, small] = [await hand('large.csv', 250_000), await hand('small.csv', 10)];
  const start = (uploadId: string) => client.call(startImport, { body: { uploadId, preview: false, mapping: null } });
  const [cut, waits] = [await start(large), await start(small)];
  await stateReached(client, cut.id, ['running']);
  await timers.setTimeout(300);
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');

  const second = await serve(home);
  running = second.process;
  expect(second.link).toBeNull();
  const again = browser(second.url);
  await enter(again, 'ada@example.com', PASSWORD);
  const { call } = again;
  expect((await call(getMe)).name).toBe('Ada');
  expect(['lost', 'done']).toContain(await stateReached(again, cut.id, ['lost', 'done']));
  expect(await stateReached(again, waits.id, ['done', 'failed', 'lost'])).toBe('done');
  const standing = (await call(listImports)).imports.filter(({ state }) => state === 'done');
  const rows = (await call(getInventory)).tables.find(({ name }) => name === 'contract')?.rows;
  expect(rows).toBe(standing.some(({ files }) => files.includes('large.csv')) ? 250_000 : 10);
  expect((await call(listJobs)).jobs.filter(({ state }) => state === 'running')).toEqual([]);
  expect((await call(verifyLog)).intact).toBe(true);
  expect(readdirSync(join(home, 'uploads'))).not.toContain(small);
  second.process.kill('SIGTERM');
  await once(second.process, 'exit');
  expect(second.process.exitCode).toBe(0);
}, 300_000);
