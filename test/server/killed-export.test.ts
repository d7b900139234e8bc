import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { downloadExport, startTableExport } from '../../src/endpoints/exports.ts';
import { getJob } from '../../src/endpoints/jobs.ts';
import { browser, ended, enter, PASSWORD } from './house.ts';
import { firstPerson, serve } from './serve.ts';

const ROWS = 300_000;
const home = mkdtempSync(join(tmpdir(), 'stammkunde-killed-'));
let running: ChildProcess | null = null;
afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});
const filesKept = () => readdirSync(join(home, 'exports')).sort();

test('killed in the middle of an export: the job says it is lost, nothing of its file stays, a finished file is fetched later, waiting work is done', async () => {
  const first = await serve(home);
  running = first.process;
  const client = await firstPerson(first.url, first.link);
  const form = new FormData();
  const lines = Array.from({ length: ROWS }, (_, row) => `V${row},K${row},P1,2024-01-01`);
  form.set('files', new Blob([`contract_id,customer_id,product_id,start_date\n${lines.join('\n')}\n`]), 'contract.csv');
  const { id: uploadId } = await client.call(uploadFiles, { form });
  await ended(client, await client.call(startImport, { body: { uploadId, preview: false, mapping: null } }));
  const ask = (format: 'csv' | 'xlsx') =>
    client.call(startTableExport, { params: { table: 'contract' }, body: { format, purpose: 'analysis' } });
  const finished = await ended(client, await ask('csv'));
  expect(finished).toMatchObject({ state: 'done', result: { file: { rows: ROWS } } });
  const [cut, waits] = [await ask('xlsx'), await ask('csv')];
  await expect
    .poll(async () => (await client.call(getJob, { params: { id: cut.id } })).progress.done, {
      timeout: 60_000,
      interval: 50,
    })
    .toBeGreaterThan(0);
  expect(filesKept()).toContain(`${cut.id}.part`);
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');

  const second = await serve(home);
  running = second.process;
  const again = browser(second.url);
  await enter(again, 'ada@example.com', PASSWORD);
  expect(await ended(again, cut)).toMatchObject({ state: 'lost', result: { file: null } });
  await expect(again.open(downloadExport, { params: { id: cut.id } })).rejects.toMatchObject({ code: 'notFound' });
  expect((await ended(again, waits)).state).toBe('done');
  expect(filesKept()).toEqual([finished.id, waits.id].sort());
  const text = await (await again.open(downloadExport, { params: { id: finished.id } })).text();
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + ROWS);
  second.process.kill('SIGTERM');
  await once(second.process, 'exit');
}, 300_000);
