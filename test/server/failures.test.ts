import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAction, createAction } from '../../src/endpoints/actions.ts';
import { listImports, startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { watchJob } from '../../src/endpoints/jobs.ts';
import { getMe, signOut } from '../../src/endpoints/session.ts';
import { changeSettings, getSettings } from '../../src/endpoints/settings.ts';
import { changeUser, createApiKey, listUsers } from '../../src/endpoints/users.ts';
import {
  administrator,
  type Browser,
  browser,
  ended,
  enter,
  type House,
  openHouse,
  PASSWORD,
  personWith,
} from './house.ts';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
}, 120_000);
afterAll(() => house.remove());

const form = (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const data = new FormData();
  data.set('files', new Blob([content]), name);
  return data;
};
const handOver = (client: Browser, name: string, content: string | Uint8Array<ArrayBuffer>) =>
  client.call(uploadFiles, { form: form(name, content) });
const waiting = () => readdirSync(join(house.home, 'uploads'));

const preview = async (client: Browser, uploadId: string, mapping: string | null = null) =>
  ended(client, await client.call(startImport, { body: { uploadId, preview: true, mapping } }));

describe('at the door', () => {
  test('a wrong password, an unknown person and a locked one get the same answer', async () => {
    const anna = await personWith(admin, house.url, 'Anna', ['cfo']);
    const user = (await admin.call(listUsers)).users.find(({ name }) => name === 'Anna');
    await admin.call(changeUser, {
      params: { id: user?.id ?? '' },
      body: { version: 1, roles: ['cfo'], locked: true },
    });
    await expect(anna.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn', status: 401 });
    const refused: string[] = [];
    for (const [email, password] of [
      ['ada@example.com', 'not the password'],
      ['nobody@example.com', PASSWORD],
      ['anna@example.com', PASSWORD],
    ] as const)
      await enter(browser(house.url), email, password).catch((error: Error) => refused.push(error.message));
    expect(refused).toHaveLength(3);
    expect(new Set(refused).size).toBe(1);
  });

  test('a session ends after its hours, and when the clock is set back', async () => {
    const client = await personWith(admin, house.url, 'Ben', ['cfo']);
    for (const hours of [13, -2]) {
      house.moveClock(hours);
      await expect(client.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn' });
      house.moveClock(0);
      expect((await client.call(getMe)).name).toBe('Ben');
    }
    await client.call(signOut);
    await expect(client.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn' });
  });

  test('another site cannot use the session, by either header that browsers send', async () => {
    const body = { method: 'PUT', body: '{"name":"Eve","language":"en"}' };
    for (const header of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const headers = { 'content-type': 'application/json', ...header };
      const answer = await admin.fetch('/api/me', { ...body, headers });
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'originRefused' }]);
    }
    const own = { 'content-type': 'application/json', origin: house.url, 'sec-fetch-site': 'same-origin' };
    expect(
      (await admin.fetch('/api/me', { ...body, body: '{"name":"Ada","language":"en"}', headers: own })).status,
    ).toBe(200);
  });

  test('a key opens what its roles open and is over at its day', async () => {
    const expiresOn = new Date().toISOString().slice(0, 10);
    const { secret } = await admin.call(createApiKey, { body: { name: 'night', roles: ['analyst'], expiresOn } });
    const asked = (path: string) => fetch(`${house.url}${path}`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await asked('/api/imports')).status).toBe(200);
    expect((await asked('/api/users')).status).toBe(403);
    house.moveClock(25);
    expect((await asked('/api/imports')).status).toBe(401);
    house.moveClock(0);
  });

  test('an error speaks the language of the reader', async () => {
    const answer = await fetch(`${house.url}/api/me`, { headers: { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' } });
    expect(await answer.json()).toMatchObject({
      code: 'notSignedIn',
      message: expect.stringContaining('nicht angemeldet'),
    });
  });
});

test('two people edit one thing: the second is refused with what the first changed', async () => {
  const other = await personWith(admin, house.url, 'Cleo', ['headOfCare']);
  const action = await admin.call(createAction, { body: { title: 'Call back' } });
  const change = (client: Browser, title: string) =>
    client.call(changeAction, { params: { id: action.id }, body: { title, version: action.version, state: 'open' } });
  await change(other, 'Call at once');
  await expect(change(admin, 'Call tomorrow')).rejects.toMatchObject({
    status: 409,
    code: 'changedMeanwhile',
    details: { fields: 'title', by: 'Cleo', version: 2 },
  });
});

describe('files handed over', () => {
  test('more than the limit is refused, and nothing of it stays', async () => {
    const { freeTextAllowed: _, ...settings } = await admin.call(getSettings);
    const { version } = await admin.call(changeSettings, { body: { ...settings, uploadMegabytes: 1 } });
    const large = new Uint8Array(1_500_000).fill(65);
    await expect(handOver(admin, 'large.csv', large)).rejects.toMatchObject({ code: 'tooLarge', status: 413 });
    expect(waiting()).toEqual([]);
    await admin.call(changeSettings, { body: { ...settings, version } });
  });

  test('a connection that is cut leaves nothing behind', async () => {
    const key = await admin.call(createApiKey, { body: { name: 'cut', roles: ['analyst'], expiresOn: '2099-01-01' } });
    const { hostname, port } = new URL(house.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /api/uploads HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${key.secret}\r\ncontent-length: 900000\r\ncontent-type: multipart/form-data; boundary=x\r\n\r\n`;
    socket.write(
      `${head}--x\r\ncontent-disposition: form-data; name="f"; filename="a.csv"\r\n\r\n${'a,b\n'.repeat(20_000)}`,
    );
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    socket.destroy();
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
  });

  test('a program renamed to a table is refused in a sentence that names the file and not our disk', async () => {
    const { id } = await handOver(
      admin,
      '../../price list.csv',
      new Uint8Array(4096).fill(0).with(0, 0x4d).with(1, 0x5a),
    );
    const job = await preview(admin, id);
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'fileUnreadable', details: { problem: 'binaryFile' } },
    });
    expect(job.error?.message).toContain('price list.csv');
    expect(JSON.stringify(job)).not.toContain(house.home);
  });

  test('free text waits for data protection', async () => {
    const { id } = await handOver(
      admin,
      'survey.csv',
      'customer_id,at,item,value,scale_max,why\nK1,2026-01-01,nps,9,10,because\n',
    );
    const mapping = 'files:\n  survey.csv:\n    table: survey\n    columns:\n      reason_text: why\n';
    const job = await preview(admin, id, mapping);
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'freeTextLocked', details: { columns: 'survey.reason_text' } },
    });
  });

  test('an import that stands is followed to its end by server-sent events, and its files are gone', async () => {
    const { id } = await handOver(
      admin,
      'contract.csv',
      'contract_id,customer_id,product_id,start_date\nV1,K1,P1,2024-01-01\nV2,K2,P1,oops\n',
    );
    const job = await admin.call(startImport, { body: { uploadId: id, preview: false, mapping: null } });
    const events = await (await admin.open(watchJob, { params: { id: job.id } })).text();
    const states = [...events.matchAll(/"state":"(\w+)"/g)].map((match) => match[1]);
    expect(states.at(-1)).toBe('done');
    const [latest] = (await admin.call(listImports)).imports;
    expect(latest).toMatchObject({ state: 'done', rowsImported: 1, rowsRefused: 1, files: ['contract.csv'] });
    expect(existsSync(join(house.home, 'uploads', id))).toBe(false);
    const refused = await (await admin.fetch(`/api/imports/${latest?.importId ?? 0}/refused.csv`)).text();
    expect(refused).toContain('oops');
  });
});
