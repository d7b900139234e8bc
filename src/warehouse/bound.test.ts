import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openWarehouse, type Warehouse } from './warehouse.ts';

const directory = mkdtempSync(join(tmpdir(), 'stammkunde-bound-'));
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(directory, { recursive: true });
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '\\', '\n', '\t', '\0', 'n', ';', '{', 'ä') }),
);

describe('what is bound comes back as it was', () => {
  test('texts, whatever is in them', () =>
    fc.assert(
      fc.asyncProperty(nasty, fc.array(nasty), async (text, texts) => {
        const rows = await warehouse.rows({
          name: "it's a name",
          sql: 'SELECT {text:String} AS text, {texts:Array(String)} AS texts ORDER BY text',
          params: { text, texts },
          row: z.object({ text: z.string(), texts: z.array(z.string()) }),
        });
        expect(rows).toEqual([{ text, texts }]);
      }),
      { numRuns: 300 },
    ));

  test('numbers, truth and nothing', async () => {
    const params = { number: -1.5e-7, numbers: [1, 2.5], truth: true, nothing: null };
    const rows = await warehouse.rows({
      name: 'values',
      sql: `SELECT {number:Float64} AS number, {numbers:Array(Float64)} AS numbers, {truth:Bool} AS truth,
        {nothing:Nullable(String)} AS nothing ORDER BY number`,
      params,
      row: z.unknown(),
    });
    expect(rows).toEqual([params]);
  });
});

test('two questions with values of their own are answered side by side, each its own', async () => {
  const ask = async (wait: number) => {
    const sql = 'SELECT {wait:Float64} AS wait, sleep({wait:Float64}) AS slept ORDER BY wait';
    const answer = await warehouse.columns({ name: 'sleep', sql, params: { wait } });
    return answer['wait'];
  };
  const order: number[] = [];
  const asked = [0.8, 0.1].map(async (wait) => {
    const answer = await ask(wait);
    order.push(wait);
    return answer;
  });
  expect(await Promise.all(asked)).toEqual([[0.8], [0.1]]);
  expect(order).toEqual([0.1, 0.8]);
});
