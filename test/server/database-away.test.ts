import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyLog } from '../../src/endpoints/audit-log.ts';
import { ENDPOINTS } from '../../src/endpoints/catalogue.ts';
import { listImports, startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { addressOf } from '../../src/endpoints/endpoint.ts';
import { getJob } from '../../src/endpoints/jobs.ts';
import { listPractices, reportPractice } from '../../src/endpoints/practices.ts';
import { getMe } from '../../src/endpoints/session.ts';
import { openRegister } from '../../src/register/register.ts';
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
import { openPostgres } from './postgres.ts';

let postgres: Awaited<ReturnType<typeof openPostgres>>;
let house: House;
let admin: Browser;
beforeAll(async () => {
  postgres = await openPostgres();
  house = await openHouse({ register: { kind: 'server', url: postgres.url } });
  admin = await administrator(house);
}, 120_000);
afterAll(async () => {
  await house.remove();
  await postgres.remove();
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const params = {
  id: NOBODYS,
  before: NOBODYS,
  check: 'wait-gap',
  customerId: 'nobody',
  importId: 4_000_000,
  table: 'contract',
};
const Told = z.object({ code: z.string(), message: z.string() });
const form = (rows: number) => {
  const data = new FormData();
  const lines = Array.from({ length: rows }, (_, row) => `V${row},K${row},P1,2024-01-01`);
  data.set('files', new Blob([`contract_id,customer_id,product_id,start_date\n${lines.join('\n')}\n`]), 'contract.csv');
  return data;
};

describe('while the database is away', () => {
  beforeAll(() => postgres.goAway());
  afterAll(() => postgres.comeBack());

  test('every address says so in the language of the reader, none takes it for a fault of the program', async () => {
    for (const endpoint of ENDPOINTS) {
      const body = endpoint.body === null ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const answer = await admin.fetch(addressOf(endpoint, params), { method: endpoint.method, ...body });
      const refusedBefore = answer.status === 400 && endpoint.access === 'public';
      expect([endpoint.id, answer.status]).toEqual([endpoint.id, refusedBefore ? 400 : 503]);
      if (answer.status !== 503 || endpoint.id === 'getHealth') continue;
      expect(Told.parse(await answer.json())).toMatchObject({
        code: 'registerUnreachable',
        message: expect.stringContaining('Nothing is lost'),
      });
    }
    const german = await fetch(`${house.url}/api/door`, { headers: { 'accept-language': 'de' } });
    expect(Told.parse(await german.json()).message).toBe(
      'Die Datenbank des Registers ist gerade nicht erreichbar. Nichts ist verloren; versuchen Sie es gleich noch einmal.',
    );
  });

  test('nobody gets in, nobody is thrown out, and files that were handed over do not stay', async () => {
    await expect(enter(browser(house.url), 'ada@example.com', PASSWORD)).rejects.toMatchObject({ status: 503 });
    await expect(admin.call(uploadFiles, { form: form(10) })).rejects.toMatchObject({ status: 503 });
    expect(readdirSync(join(house.home, 'uploads'))).toEqual([]);
  });

  test('a server does not begin, but says why', async () => {
    const edge = { clock: () => new Date(), newId: randomUUID, newSecret: randomUUID };
    await expect(openRegister({ kind: 'server', url: postgres.url }, edge)).rejects.toMatchObject({
      code: 'registerUnreachable',
    });
  });
});

describe('once it is back', () => {
  test('the same server and the same session go on', async () => {
    expect((await admin.call(getMe)).name).toBe('Ada');
    const { id } = await admin.call(reportPractice, { body: { title: 'Was there before and after' } });
    expect((await admin.call(listPractices)).practices.map((practice) => practice.id)).toContain(id);
    await personWith(admin, house.url, 'Late', ['cfo']);
    expect((await admin.call(verifyLog)).intact).toBe(true);
  });
});

test('gone in the middle of an import: the import ends as a whole, and its job says how', async () => {
  const { id: uploadId } = await admin.call(uploadFiles, { form: form(200_000) });
  const job = await admin.call(startImport, { body: { uploadId, preview: false, mapping: null } });
  await expect
    .poll(async () => (await admin.call(getJob, { params: { id: job.id } })).state, { interval: 20, timeout: 20_000 })
    .toBe('running');
  await postgres.goAway();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await postgres.comeBack();
  const end = await ended(admin, job);
  const [latest] = (await admin.call(listImports)).imports;
  const stands = latest?.state === 'done';
  expect([end.state, stands]).toEqual(end.state === 'done' ? ['done', true] : ['failed', stands]);
  if (end.state === 'failed') expect(end.error?.code).toBe('registerUnreachable');
  expect(stands ? latest?.rowsImported : 200_000).toBe(200_000);
  expect((await admin.call(verifyLog)).intact).toBe(true);
}, 90_000);
