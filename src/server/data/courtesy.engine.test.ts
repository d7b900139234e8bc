import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import { type Courtesy, createCourtesy } from './courtesy.ts';
import { createDataStore } from './data-store.ts';
import { createPreparer } from './preparer.ts';

const directory = mkdtempSync(join(tmpdir(), 'stammkunde-courtesy-'));
let store: Warehouse;
let courtesy: Courtesy;
beforeAll(async () => {
  store = await openWarehouse({ address: { kind: 'embedded', directory } });
  courtesy = createCourtesy(store);
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

// Minutes of work for the engine, if nobody stops it.
const ENDLESS = 'SELECT max(sipHash64(number)) AS found FROM numbers(1000000000000) ORDER BY found';
const endless = () =>
  courtesy.warehouse.run({ name: 'endless', sql: `CREATE OR REPLACE TABLE answer_0 ENGINE = Memory AS ${ENDLESS}` });
const short = () => courtesy.warehouse.columns({ name: 'short', sql: 'SELECT 1 AS one ORDER BY one', params: {} });

test('a statement that is only prepared is stopped by whoever asks, who does not wait for it and gets a whole answer', async () => {
  for (let time = 0; time < 3; time += 1) {
    const preparing = courtesy.prepare(endless).then(
      () => 'ready',
      (error: { code?: string }) => error.code,
    );
    await timers.setTimeout(500);
    const asked = performance.now();
    expect(await Promise.all([short(), short()])).toEqual([{ one: [1] }, { one: [1] }]);
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(await preparing).toBe('stopped');
    // Whichever connection it ran on answers as if nothing had been.
    expect(await Promise.all([short(), short(), short()])).toEqual([{ one: [1] }, { one: [1] }, { one: [1] }]);
  }
});

test('a question is not stopped in the middle, but no further one is begun', async () => {
  const begun: string[] = [];
  const preparing = courtesy.prepare(async () => {
    for (const name of ['first', 'second']) {
      begun.push(name);
      await courtesy.warehouse.columns({ name, sql: 'SELECT sleep(0.5) AS one ORDER BY one', params: {} });
    }
  });
  preparing.catch(() => {});
  await timers.setTimeout(100);
  expect(await short()).toEqual({ one: [1] });
  await expect(preparing).rejects.toMatchObject({ code: 'stopped' });
  expect(begun).toEqual(['first', 'second']);
});

test('what people ask is stopped by nobody, and while it runs nothing is prepared', async () => {
  let quiet = false;
  const long = courtesy.warehouse.run({ name: 'long', sql: 'SELECT sleep(1) FORMAT Null' });
  const waiting = courtesy.quiet(100, new AbortController().signal).then(() => {
    quiet = true;
  });
  await timers.setTimeout(500);
  expect(quiet).toBe(false);
  await long;
  await waiting;
  expect(quiet).toBe(true);
});

test('whoever waits for the very answer that is being prepared gets it, though its preparation is stopped for somebody else', async () => {
  const data = createDataStore(courtesy.warehouse, { onWaiting: courtesy.makeRoom, onTurnEnded: () => {} });
  let begun = 0;
  const wanted = (sql: string) => ({ key: 'k', facts: [], factParams: {}, sql, params: {}, orderBy: ['one'] });
  const preparing = courtesy.prepare(() => {
    begun += 1;
    return data.kept(wanted('SELECT toUInt8(1) + 0 * max(sipHash64(number)) AS one FROM numbers(1000000000000)'));
  });
  preparing.catch(() => {});
  await vi.waitFor(() => expect(begun).toBe(1), 20_000);
  await timers.setTimeout(300);
  const waiting = data.kept(wanted('SELECT 1 AS one'));
  await timers.setTimeout(100);
  await short();
  expect(await waiting).toMatch(/^answer_/);
  await expect(preparing).rejects.toMatchObject({ code: 'stopped' });
  expect(begun).toBe(1);
});

test('answers are prepared one at a time once it is quiet; a stopped one is tried again, one that cannot be made is left', async () => {
  const said: string[] = [];
  let tries = 0;
  let abreast = 0;
  let most = 0;
  const make = (name: string, work: () => Promise<unknown>) => async () => {
    abreast += 1;
    most = Math.max(most, abreast);
    try {
      await work();
      said.push(name);
    } finally {
      abreast -= 1;
    }
  };
  const hindered = async () => {
    tries += 1;
    if (tries === 1) await endless();
  };
  async function* answers() {
    yield make('hindered', hindered);
    yield make('broken', () => Promise.reject(new Error('no')));
    yield make('last', short);
  }
  const how: string[] = [];
  const preparer = createPreparer({ courtesy, answers, quietMilliseconds: 100, onPrepared: (one) => how.push(one) });
  preparer.begin();
  await expect.poll(() => tries, { timeout: 5000 }).toBe(1);
  await timers.setTimeout(300);
  await short();
  await expect.poll(() => how, { timeout: 10_000 }).toEqual(['stopped', 'ready', 'failed', 'ready']);
  expect([said, most]).toEqual([['hindered', 'last'], 1]);
  preparer.begin();
  await preparer.close();
  expect(how).toHaveLength(4);
});
