import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/role.ts';
import { listAffected } from '../../src/endpoints/affected.ts';
import { listLog } from '../../src/endpoints/audit-log.ts';
import { startAudit } from '../../src/endpoints/audits.ts';
import { downloadExport, startPeopleExport, startTableExport } from '../../src/endpoints/exports.ts';
import { getJob, type Job, stopJob, watchJob } from '../../src/endpoints/jobs.ts';
import { erasePerson, markPerson } from '../../src/endpoints/rights.ts';
import {
  administrator,
  type Browser,
  ended,
  finished,
  type House,
  importFiles,
  onePersonARole,
  openHouse,
  personWith,
} from './house.ts';

const CUSTOMERS = 300;
let house: House;
let admin: Browser;
let people: ReadonlyMap<Role, Browser>;
let auditId = '';

function as(role: Role): Browser {
  const found = people.get(role);
  if (found === undefined) throw new Error(role);
  return found;
}
const many = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n));
const FILES = {
  'contract.csv': [
    'contract_id,customer_id,product_id,start_date,price,price_period,price_basis',
    ...many(CUSTOMERS, (n) => `V${n},K${n}00,P1,20${15 + (n % 7)}-03-01,${130 + (n % 5)},year,net`),
    ...many(120, (n) => `N${n},L${n}00,P1,2026-05-${String(1 + (n % 28)).padStart(2, '0')},${100 + (n % 5)},year,net`),
  ].join('\n'),
  'customer.csv': `customer_id,kind,objection_profiling\nK000,person,true\nK100,person,false\n`,
  'contact.csv':
    'contact_id,started_at,customer_id,direction,staff_pid\nC0,2026-05-01T09:00:00Z,K000,in,S77\nC1,2026-05-01T09:00:00Z,K100,in,S77\n',
};

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  people = await onePersonARole(admin, house.url);
  await importFiles(admin, FILES);
  const audit = await as('analyst').call(startAudit, { body: { asOf: '2026-06-30' } });
  auditId = (await finished(admin, audit)).result.auditId ?? '';
}, 240_000);
afterAll(() => house.remove());

const params = () => ({ id: auditId, check: 'loyalty-penalty' });
const file = { format: 'csv', purpose: 'correction' } as const;
const askPeople = (client: Browser, format: 'csv' | 'xlsx' = 'csv') =>
  client.call(startPeopleExport, { params: params(), body: { ...file, format } });
const fetched = (client: Browser, { id }: Job) => client.open(downloadExport, { params: { id } });

describe('people behind a number', () => {
  test('become a file that whoever asked for it follows and fetches, with every row of the list', async () => {
    const analyst = as('analyst');
    const job = await askPeople(analyst);
    const events = await (await analyst.open(watchJob, { params: { id: job.id } })).text();
    expect([...events.matchAll(/"state":"(\w+)"/g)].at(-1)?.[1]).toBe('done');
    const { total } = await analyst.call(listAffected, { params: params() });
    const { result } = await analyst.call(getJob, { params: { id: job.id } });
    expect(result.file).toMatchObject({ name: 'loyalty-penalty-2026-06-30.csv', rows: total });
    const answer = await fetched(analyst, job);
    expect(answer.headers.get('content-disposition')).toContain('loyalty-penalty-2026-06-30.csv');
    const text = await answer.text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + total);
    expect(Buffer.byteLength(text) + 3).toBe(result.file?.bytes);
    expect(text).not.toContain('K000');
  });

  test('as a workbook, with numbers as numbers', async () => {
    const job = await finished(admin, await askPeople(as('touchpointManager'), 'xlsx'));
    const rows = await readSheet(Buffer.from(await (await fetched(as('touchpointManager'), job)).arrayBuffer()));
    expect(rows).toHaveLength(1 + (job.result.file?.rows ?? 0));
    expect(rows[1]?.some((value) => typeof value === 'number')).toBe(true);
  });

  test('are fetched by nobody else, whatever their role; the log knows purpose and fetching', async () => {
    const job = await finished(admin, await askPeople(as('analyst')));
    const second = await personWith(admin, house.url, 'Second', ['analyst', 'touchpointManager', 'administrator']);
    await expect(fetched(second, job)).rejects.toMatchObject({ code: 'notFound', status: 404 });
    await expect(fetched(as('headOfCare'), job)).rejects.toMatchObject({ code: 'notFound' });
    await expect(fetched(as('agent'), job)).rejects.toMatchObject({ code: 'forbidden' });
    await fetched(as('analyst'), job);
    const { entries } = await as('dataProtection').call(listLog, { query: { limit: 20 } });
    expect(entries[0]).toMatchObject({ event: 'exportFetched', actor: 'analyst', subject: job.id });
    expect(entries.find(({ event }) => event === 'peopleExported')).toMatchObject({
      actor: 'analyst',
      details: { check: 'loyalty-penalty', purpose: 'correction' },
    });
  });

  test('who pay too much in silence leave for a correction only, this way too', async () => {
    const silent = { id: auditId, check: 'silent-overpayment' };
    await expect(
      as('analyst').call(startPeopleExport, { params: silent, body: { ...file, purpose: 'care' } }),
    ).rejects.toMatchObject({ details: { reason: 'correctionOnly' } });
  });

  test('without such a list: the job says so in the language of the reader', async () => {
    const silent = { id: auditId, check: 'wait-gap' };
    const job = await ended(admin, await as('analyst').call(startPeopleExport, { params: silent, body: file }));
    expect(job).toMatchObject({ state: 'failed', error: { code: 'notFound' }, result: { file: null } });
  });

  test('stopped while it waits: no file', async () => {
    const analyst = as('analyst');
    const [first, waits] = [await askPeople(analyst, 'xlsx'), await askPeople(analyst)];
    await analyst.call(stopJob, { params: { id: waits.id } });
    expect((await ended(admin, waits)).state).toBe('stopped');
    await finished(admin, first);
    await expect(fetched(analyst, waits)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a table of the store', () => {
  const ask = (client: Browser, table: string) => client.call(startTableExport, { params: { table }, body: file });
  const textOf = async (table: string) =>
    (await fetched(as('analyst'), await finished(admin, await ask(as('analyst'), table)))).text();

  test('leaves without staff and without whoever objected, also where a row names only their contract', async () => {
    const contacts = (await textOf('contact')).trimEnd().split('\r\n');
    expect(contacts).toHaveLength(2);
    expect(contacts[0]).not.toMatch(/staff/);
    expect(contacts[1]).toMatch(/^C1,/);
    expect(contacts[1]).not.toContain('S77');
    const contracts = (await textOf('contract')).trimEnd().split('\r\n');
    expect(contracts).toHaveLength(1 + CUSTOMERS - 1 + 120);
    expect(contracts.slice(1)).toEqual(contracts.slice(1).toSorted());
  });

  test('is impossible for staff tables and for anybody but the analyst', async () => {
    await expect(ask(as('analyst'), 'staff')).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask(as('analyst'), 'import_log')).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask(as('touchpointManager'), 'contract')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a person who leaves', () => {
  const filesKept = () => readdirSync(join(house.home, 'exports'));

  test('takes every file along that waits and may name them: objection, then erasure', async () => {
    const analyst = as('analyst');
    const protection = as('dataProtection');
    for (const leave of [
      () =>
        protection.call(markPerson, {
          params: { customerId: 'K200' },
          body: { restricted: false, objection: true },
        }),
      () => protection.call(erasePerson, { params: { customerId: 'K10000' }, body: { repeated: 'K10000' } }),
    ]) {
      const job = await finished(
        admin,
        await analyst.call(startTableExport, { params: { table: 'contract' }, body: file }),
      );
      expect(filesKept()).toContain(job.id);
      await leave();
      expect(filesKept()).toEqual([]);
      await expect(fetched(analyst, job)).rejects.toMatchObject({ details: { reason: 'exportGone' } });
      expect((await analyst.call(getJob, { params: { id: job.id } })).result.file).toBeNull();
    }
    const again = await askPeople(analyst);
    expect(await ended(admin, again)).toMatchObject({ state: 'failed', error: { code: 'dataChanged' } });
  });
});
