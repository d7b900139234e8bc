import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attestCommand } from '../../src/cli/commands/attest.ts';
import { CLI_WORDS } from '../../src/cli/words.ts';
import { downloadExport } from '../../src/endpoints/exports.ts';
import { judgeByRule, listRulePacks, listRuleRows, startAttestation } from '../../src/endpoints/rules.ts';
import { ATTESTATION_FILES } from '../../src/rules/attestation.ts';
import { administrator, type Browser, finished, type House, importFiles, openHouse, personWith } from './house.ts';

const DEAR = 30;
const EVEN = 90;
let house: House;
let admin: Browser;
let manager: Browser;

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  manager = await personWith(admin, house.url, 'Manager', ['touchpointManager']);
  const contract = (id: string, price: string) => `${id},K${id},P1,2023-03-01,${price},year`;
  await importFiles(admin, {
    'contract.csv': [
      'contract_id,customer_id,product_id,start_date,price,price_period',
      ...Array.from({ length: EVEN }, (_, n) => contract(`even${n}`, '300.00')),
      ...Array.from({ length: DEAR }, (_, n) => contract(`dear${n}`, `30${n % 10}.01`)),
    ].join('\n'),
    'customer.csv':
      'customer_id,kind,objection_profiling,restricted\nKdear0,private,true,false\nKeven0,private,false,true\n',
    'new_business_price.csv': 'product_id,valid_from,price,price_period\nP1,2022-01-01,300.00,year\n',
  });
}, 240_000);
afterAll(() => house.remove());

const params = { id: 'icobs-6b' };
const query = { asOf: '2026-06-30' };

test('packs are listed with dates, sources and what they are not', async () => {
  const { packs, notAdvice } = await manager.call(listRulePacks, { query: { language: 'de' } });
  expect(notAdvice).toContain('Keine Rechtsberatung');
  expect(packs.find(({ id }) => id === 'icobs-6b')).toMatchObject({ validFrom: '2022-01-01', country: 'GB' });
  for (const { sources, limits } of packs) expect(Math.min(sources.length, limits.length)).toBeGreaterThan(0);
});

test('a pack is run, its breaches counted to the cent', async () => {
  const answer = await manager.call(judgeByRule, { params, query: { ...query, language: 'en' } });
  expect(answer).toMatchObject({ outcome: 'fails', counts: { passes: EVEN, fails: DEAR, unjudged: 0, outside: 0 } });
  expect(answer.overCents).toBe(DEAR + 3 * 100 * 45);
  expect(answer.reasons).toContainEqual({
    result: 'fails',
    reason: 'above',
    reasonText: 'dearer than the price it is held against',
    quality: 'q4',
    subjects: DEAR,
    overCents: answer.overCents,
  });
});

test('its contracts come page by page, dearest first, without those who may be in no list', async () => {
  const page = (offset: number) =>
    manager.call(listRuleRows, { params, query: { ...query, result: 'fails', offset, limit: 20 } });
  const [first, second] = [await page(0), await page(20)];
  expect(first).toMatchObject({ total: DEAR - 1, withheld: 1 });
  const rows = [...first.rows, ...second.rows];
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(DEAR - 1);
  const over = rows.map(({ overCents }) => overCents ?? 0);
  expect(over).toEqual([...over].sort((a, b) => b - a));
  const one = await manager.call(listRuleRows, { params, query: { ...query, search: 'dear7' } });
  expect(one.rows).toMatchObject([{ subjectId: 'dear7', priceCents: 30701, twinCents: 30000, result: 'fails' }]);
});

test('a day before the law, an unknown pack and a person without the role are refused', async () => {
  const early = manager.call(judgeByRule, { params, query: { asOf: '2021-12-31', language: 'en' } });
  await expect(early).rejects.toMatchObject({
    code: 'ruleNotInForce',
    message: expect.stringMatching(/^FCA Handbook.* holds from .*2022; .*2021 lies before/),
  });
  await expect(manager.call(judgeByRule, { params: { id: 'no-such' }, query })).rejects.toMatchObject({
    code: 'notFound',
  });
  const cfo = await personWith(admin, house.url, 'Cfo', ['cfo']);
  await expect(cfo.call(judgeByRule, { params, query })).rejects.toMatchObject({ code: 'forbidden' });
});

describe('the attestation', () => {
  const scope = { asOf: '2026-06-30' };
  const asked = async (client: Browser) => {
    const job = await finished(client, await client.call(startAttestation, { params, body: scope }));
    const answer = await client.open(downloadExport, { params: { id: job.id } });
    return { job, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  test('is fetched as one packed folder with every contract and the sums of its files, and names no customer', async () => {
    const { job, bytes } = await asked(manager);
    expect(job.result.file).toMatchObject({ name: 'icobs-6b-2026-06-30.zip', rows: DEAR + EVEN, bytes: bytes.length });
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([...ATTESTATION_FILES].sort());
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(text('rows.csv').trimEnd().split('\n')).toHaveLength(1 + DEAR + EVEN);
    expect(JSON.parse(text('verdict.json'))).toMatchObject({ outcome: 'fails', counts: { fails: DEAR, passes: EVEN } });
    const sums = text('SHA256SUMS').trimEnd().split('\n');
    expect(sums).toHaveLength(ATTESTATION_FILES.length - 1);
    for (const line of sums) expect(hashOf(files[line.slice(66)] ?? new Uint8Array())).toBe(line.slice(0, 64));
    expect(
      Object.values(files)
        .map((file) => strFromU8(file))
        .join(''),
    ).not.toMatch(/Kdear|Keven/);
  });

  test('is the same file to the byte when it is asked for again, and the folder that the command line writes', async () => {
    const [first, second] = [await asked(manager), await asked(manager)];
    expect(hashOf(second.bytes)).toBe(hashOf(first.bytes));
    const out = join(house.home, 'attestation');
    const context = {
      language: 'en',
      words: CLI_WORDS.en,
      signal: new AbortController().signal,
      say: () => {},
      note: () => {},
    } as const;
    await attestCommand(context, { home: house.home, pack: 'icobs-6b', asOf: '30.06.2026', out });
    for (const [name, bytes] of Object.entries(unzipSync(first.bytes)))
      expect([name, readFileSync(join(out, name), 'utf8')]).toEqual([name, strFromU8(bytes)]);
  });

  test('is for those who may run rules, and only for whoever asked for it', async () => {
    const { job } = await asked(manager);
    const head = await personWith(admin, house.url, 'Head', ['headOfCare']);
    await expect(head.open(downloadExport, { params: { id: job.id } })).rejects.toMatchObject({ code: 'notFound' });
    expect((await asked(head)).bytes.length).toBeGreaterThan(100);
    const marketing = await personWith(admin, house.url, 'Marketing', ['marketing']);
    await expect(marketing.call(startAttestation, { params, body: scope })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
