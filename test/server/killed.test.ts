import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import timers from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/endpoints/audit-log.ts';
import { getInventory, listImports, startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { getJob, listJobs } from '../../src/endpoints/jobs.ts';
import { acceptInvitation, getMe } from '../../src/endpoints/session.ts';
import { type Browser, browser, enter, PASSWORD } from './house.ts';

const home = mkdtempSync(join(tmpdir(), 'stammkunde-killed-'));
let running: ChildProcess | null = null;
afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** Starts the command as a user would, and reads its address and the link for the first administrator. */
async function serve(): Promise<{ process: ChildProcess; url: string; link: string | null }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'src/cli/main.ts',
      'serve',
      '--home',
      home,
      '--port',
      '0',
      '--language',
      'en',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: '', CLICKHOUSE_URL: '' } },
  );
  running = child;
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? url;
    if (line.includes('#')) return { process: child, url, link: line };
    if (url !== '' && (await isReadyWithoutLink(url))) return { process: child, url, link: null };
  }
  throw new Error('the server ended before it was ready');
}
const isReadyWithoutLink = async (url: string) =>
  JSON.stringify(await (await fetch(`${url}/api/door`)).json()).includes('"ready":true');

async function firstPerson(url: string, link: string | null): Promise<Browser> {
  const client = browser(url);
  const token = link?.split('#')[1] ?? '';
  const body = { token, name: 'Ada', email: 'ada@example.com', password: PASSWORD, language: 'en' } as const;
  await client.call(acceptInvitation, { body });
  return client;
}

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
  const first = await serve();
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

  const second = await serve();
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
