import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import type { Role } from '../../src/domain/role.ts';
import { ROLES } from '../../src/domain/role.ts';
import { createClient } from '../../src/endpoints/client.ts';
import { startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { getJob, type Job } from '../../src/endpoints/jobs.ts';
import { acceptInvitation, signIn } from '../../src/endpoints/session.ts';
import { inviteUser } from '../../src/endpoints/users.ts';
import { type ServerOptions, startServer } from '../../src/server/main.ts';
import { copyOf } from '../template.ts';

export const PASSWORD = 'a long password';

/** A client that keeps its cookies, as a browser would. */
export function browser(url: string, language = 'en') {
  let cookies: Record<string, string> = {};
  const fetchWith = async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await fetch(address, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      cookies = { ...cookies, [pair.slice(0, at)]: pair.slice(at + 1) };
    }
    return answer;
  };
  const client = createClient({ base: url, headers: { 'accept-language': language }, fetch: fetchWith });
  return { ...client, fetch: (path: string, init: RequestInit = {}) => fetchWith(`${url}${path}`, init) };
}
export type Browser = ReturnType<typeof browser>;

/** Options of a server that keeps everything in one directory. */
function optionsIn(home: string, clock: () => Date): ServerOptions {
  return {
    home,
    store: { kind: 'embedded', directory: join(home, 'warehouse') },
    register: { kind: 'embedded', directory: join(home, 'register') },
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    webDirectory: null,
    behindProxy: false,
    requestsPerMinute: 1_000_000,
    signInsPerMinute: 1_000_000,
    companySignIn: null,
    font: null,
    programVersion: '0',
    logLevel: 'silent',
    edge: { clock, newId: randomUUID, newSecret: () => `${randomUUID()}${randomUUID()}` },
    processId: process.pid,
  };
}

/** A server that was started once and stopped: its databases stand, and nobody has come in yet. */
async function emptyHouse(home: string): Promise<void> {
  const server = await startServer(optionsIn(home, () => new Date()));
  await server.close();
}

/** A server in a directory of its own, with a clock that can be moved. */
export async function openHouse(changes: Partial<ServerOptions> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-server-'));
  let hoursAhead = 0;
  if (changes.register === undefined) await copyOf('empty-house', emptyHouse, home);
  const clock = () => new Date(Date.now() + hoursAhead * 3_600_000);
  const server = await startServer({ ...optionsIn(home, clock), ...changes });
  return {
    home,
    url: server.url,
    firstLink: server.firstLink,
    moveClock: (hours: number) => {
      hoursAhead = hours;
    },
    close: () => server.close(),
    remove: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

const tokenOf = (link: string | null) => link?.split('#')[1] ?? '';

/** The first administrator, signed in. */
export async function administrator({ url, firstLink }: House): Promise<Browser> {
  const client = browser(url);
  const body = {
    token: tokenOf(firstLink),
    name: 'Ada',
    email: 'ada@example.com',
    password: PASSWORD,
    language: 'en',
  } as const;
  await client.call(acceptInvitation, { body });
  return client;
}

/** Adds a person by invitation and signs them in. */
export async function personWith(admin: Browser, url: string, name: string, roles: readonly Role[]): Promise<Browser> {
  const email = `${name.toLowerCase()}@example.com`;
  const { link } = await admin.call(inviteUser, { body: { name, email, roles: [...roles], language: 'en' } });
  const client = browser(url);
  const body = { token: tokenOf(link), name, email, password: PASSWORD, language: 'en' } as const;
  await client.call(acceptInvitation, { body });
  return client;
}

export async function onePersonARole(admin: Browser, url: string): Promise<ReadonlyMap<Role, Browser>> {
  const people = new Map<Role, Browser>();
  for (const role of ROLES) people.set(role, await personWith(admin, url, role, [role]));
  return people;
}

export const enter = (client: Browser, email: string, password: string) =>
  client.call(signIn, { body: { email, password } });

/** A job once it has ended, however it did. */
export async function ended(client: Browser, { id }: Pick<Job, 'id'>): Promise<Job> {
  for (;;) {
    const job = await client.call(getJob, { params: { id } });
    if (!['waiting', 'running'].includes(job.state)) return job;
    await timers.setTimeout(50);
  }
}

/** A job that has to end well. */
export async function finished(client: Browser, job: Pick<Job, 'id'>): Promise<Job> {
  const end = await ended(client, job);
  if (end.state !== 'done') throw new Error(JSON.stringify(end));
  return end;
}

/** Name -> content. */
type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** Files handed over as a person would drop them. Answers with the upload. */
export async function handOver(client: Browser, files: Files): Promise<string> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
  return (await client.call(uploadFiles, { form })).id;
}

/** Files imported to the end; answers with the import. */
export async function importFiles(client: Browser, files: Files): Promise<number> {
  const uploadId = await handOver(client, files);
  const job = await client.call(startImport, { body: { uploadId, preview: false, mapping: null } });
  return (await finished(client, job)).result.importId ?? 0;
}
