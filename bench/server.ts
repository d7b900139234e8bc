// 200 signed-in people who click, on one server with a filled store. `npm run bench -- server`; STAMMKUNDE_BENCH_STORE names a store.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import timers from 'node:timers/promises';
import { ROLES } from '../src/domain/role.ts';
import { startAudit } from '../src/endpoints/audits.ts';
import { createClient } from '../src/endpoints/client.ts';
import { getJob } from '../src/endpoints/jobs.ts';
import { acceptInvitation, getDoor } from '../src/endpoints/session.ts';
import { changeUser, listUsers } from '../src/endpoints/users.ts';
import { openWarehouse } from '../src/warehouse/warehouse.ts';
import { fill } from './audit.ts';

const PEOPLE = 200;
const SESSIONS = 15;
const SECONDS = 30;
/** Between two clicks of one person, on average. */
const THINK_SECONDS = 3;
const LIMIT_MILLISECONDS = 200;
const CUSTOMERS = 1_000_000;
const AS_OF = '2026-06-30';
const EMAIL = 'bench@example.com';
const PASSWORD = 'a long password';

type Jar = { cookie: string };

const fetchWith = (jar: Jar) => async (address: string, init: RequestInit) => {
  const headers = new Headers(init.headers);
  if (jar.cookie !== '') headers.set('cookie', jar.cookie);
  const answer = await fetch(address, { ...init, headers });
  const set = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  if (set.length > 0) jar.cookie = set.join('; ');
  return answer;
};
const clientOf = (base: string, jar: Jar) => createClient({ base, headers: {}, fetch: fetchWith(jar) });

async function filledHome(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-bench-server-'));
  const directory = join(home, 'warehouse');
  const given = process.env['STAMMKUNDE_BENCH_STORE'];
  if (given !== undefined) cpSync(given, directory, { recursive: true });
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  if (given === undefined) await fill(warehouse, CUSTOMERS);
  await warehouse.close();
  return home;
}

async function serve(home: string): Promise<{ child: ChildProcess; url: string; token: string }> {
  const flags = ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'serve', '--home', home, '--port', '0'];
  const child = spawn(process.execPath, [...flags, '--language', 'en'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', CLICKHOUSE_URL: '' },
  });
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? url;
    if (line.includes('#')) return { child, url, token: line.split('#')[1] ?? '' };
  }
  throw new Error('the server ended before it was ready');
}

async function audited(url: string, jar: Jar): Promise<string> {
  const client = clientOf(url, jar);
  const { id } = await client.call(startAudit, { body: { asOf: AS_OF } });
  for (;;) {
    const job = await client.call(getJob, { params: { id } });
    if (job.error !== null) throw new Error(job.error.message);
    if (job.result.auditId !== null) return job.result.auditId;
    await timers.setTimeout(500);
  }
}

/** What people click on, each with its data; customers and pages are drawn by lot. */
const clicks = (audit: string, draw: (n: number) => number): Readonly<Record<string, () => string>> => ({
  audits: () => '/api/audits',
  report: () => `/api/audits/${audit}`,
  words: () => `/api/audits/${audit}/presentation?language=${draw(2) === 0 ? 'de' : 'en'}`,
  people: () => `/api/audits/${audit}/checks/loyalty-penalty/people?limit=50&offset=${50 * draw(200)}`,
  radar: () => `/api/audits/${audit}/checks/flight-radar/people?limit=50&offset=${50 * draw(200)}`,
  waits: () => `/api/audits/${audit}/checks/wait-gap/people?limit=50&offset=${50 * draw(200)}`,
  search: () => `/api/customers?search=k${draw(100_000)}`,
  customer: () => `/api/customers/k${draw(CUSTOMERS)}`,
  ties: () => `/api/customers/k${draw(CUSTOMERS)}/ties`,
  loyalties: () => `/api/customers/k${draw(CUSTOMERS)}/loyalties`,
  lineage: () => `/api/audits/${audit}/checks/loyalty-penalty/lineage`,
  rows: () => `/api/data/tables/contract/rows?customer=k${draw(CUSTOMERS)}`,
  rules: () => '/api/rules',
  readiness: () => '/api/data/readiness',
  tables: () => '/api/data/tables',
  imports: () => '/api/imports',
  practices: () => '/api/practices',
  actions: () => '/api/actions',
  network: () => '/api/network',
});

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

interface Taken {
  readonly name: string;
  readonly milliseconds: number;
  readonly status: number;
}

function told(title: string, taken: readonly Taken[]): void {
  console.log(title);
  for (const name of new Set(taken.map((one) => one.name))) {
    const own = taken.filter((one) => one.name === name);
    const sorted = own.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const [half, most] = [percentile(sorted, 0.5), percentile(sorted, 0.95)];
    const failed = own.filter(({ status }) => status !== 200 && status !== 404).length;
    console.log(
      `  ${name.padEnd(10)} ${String(own.length).padStart(5)} asked  p50 ${half.toFixed(0).padStart(5)} ms  p95 ${most.toFixed(0).padStart(5)} ms  ${(most / LIMIT_MILLISECONDS).toFixed(2)} x the limit  ${failed} errors`,
    );
  }
}

async function click(url: string, jar: Jar, name: string, path: string): Promise<Taken> {
  const began = performance.now();
  const answer = await fetchWith(jar)(`${url}${path}`, {}).catch(() => null);
  if (answer !== null) await answer.arrayBuffer();
  return { name, milliseconds: performance.now() - began, status: answer?.status ?? 0 };
}

async function entered(url: string): Promise<Jar> {
  const jar: Jar = { cookie: '' };
  const body = JSON.stringify({ email: EMAIL, password: PASSWORD });
  const answer = await fetchWith(jar)(`${url}/api/session`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status}`);
  return jar;
}

async function crowd(url: string, jars: readonly Jar[], paths: ReturnType<typeof clicks>): Promise<readonly Taken[]> {
  const names = Object.keys(paths);
  const taken: Taken[] = [];
  const end = performance.now() + SECONDS * 1000;
  const person = async (jar: Jar) => {
    while (performance.now() < end) {
      await timers.setTimeout(2 * THINK_SECONDS * 1000 * Math.random());
      const name = names[Math.floor(Math.random() * names.length)] ?? '';
      taken.push(await click(url, jar, name, paths[name]?.() ?? '/'));
    }
  };
  await Promise.all(jars.map(person));
  return taken;
}

/** The pages one after the other for one person, then for two hundred at once. */
export async function run(): Promise<void> {
  const home = await filledHome();
  const { child, url, token } = await serve(home);
  try {
    const jar: Jar = { cookie: '' };
    const admin = clientOf(url, jar);
    await admin.call(acceptInvitation, {
      body: { token, name: 'Bench', email: EMAIL, password: PASSWORD, language: 'en' },
    });
    const [me] = (await admin.call(listUsers)).users;
    await admin.call(changeUser, {
      params: { id: me?.id ?? '' },
      body: { version: 1, roles: [...ROLES], locked: false },
    });
    const own = await entered(url);
    await clientOf(url, own).call(getDoor);
    const began = performance.now();
    const paths = clicks(await audited(url, own), (n) => Math.floor(Math.random() * n));
    console.log(`audit: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const first: Taken[] = [];
    for (const [name, path] of Object.entries(paths)) first.push(await click(url, own, name, path()));
    told('first look at each page after the data changed', first);
    const alone: Taken[] = [];
    for (const [name, path] of Object.entries(paths))
      for (let n = 0; n < 20; n++) alone.push(await click(url, own, name, path()));
    told('one person', alone);
    // Signing in is limited to a few a minute from one address, so that many share each session here.
    const sessions: Jar[] = [];
    while (sessions.length < SESSIONS) sessions.push(await entered(url));
    const jars = Array.from({ length: PEOPLE }, (_, n) => sessions[n % SESSIONS] ?? own);
    const taken = await crowd(url, jars, paths);
    told(`${PEOPLE} people, ${(taken.length / SECONDS).toFixed(0)} clicks a second`, taken);
    const errors = taken.filter(({ status }) => status !== 200 && status !== 404);
    const all = taken.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    console.log(
      `${PEOPLE} people: ${taken.length} clicks, ${errors.length} errors, p95 ${percentile(all, 0.95).toFixed(0)} ms (limit ${LIMIT_MILLISECONDS} ms), ${(percentile(all, 0.95) / LIMIT_MILLISECONDS).toFixed(2)} x the limit`,
    );
  } finally {
    child.kill('SIGTERM');
    await new Promise((ended) => child.once('exit', ended));
    rmSync(home, { recursive: true, force: true });
  }
}
