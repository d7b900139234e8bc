import { expect, test } from 'vitest';
import { z } from 'zod';
import { openCompany } from '../../../test/company.ts';
import { withCopiedRows } from './copied-rows.ts';
import type { Rows } from './row-source.ts';

const ROWS = 23_456;
const company = await openCompany();
const { warehouse } = company;
const job = { jobId: '0b0b-1', signal: new AbortController().signal };
const rows = {
  name: 'numbers',
  columns: ['lot', 'n'],
  sql: `SELECT cityHash64(number, {salt:String}) AS lot, number AS n FROM numbers(${ROWS}) ORDER BY lot, n`,
  params: { salt: 'x' },
};
const copies = () =>
  warehouse.rows({
    name: 'copies',
    sql: `SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'answer%' ORDER BY name`,
    params: {},
    row: z.object({ name: z.string() }),
  });

test('every row comes once, in the order asked for, over several pages, and nothing of the copy stays', async () => {
  const { total, lots, numbers, pages } = await withCopiedRows(warehouse, rows, job, async (source) => {
    expect(await copies()).toHaveLength(1);
    const read: Rows[] = [];
    for await (const page of source.pages()) read.push(page);
    const flat = read.flat();
    return {
      total: source.total,
      pages: read.length,
      lots: flat.map(([lot]) => BigInt(String(lot))),
      numbers: flat.map(([, n]) => Number(n)),
    };
  });
  expect(total).toBe(ROWS);
  expect(pages).toBeGreaterThan(1);
  expect(new Set(numbers).size).toBe(ROWS);
  expect(lots.every((lot, at) => at === 0 || lot >= (lots[at - 1] ?? 0n))).toBe(true);
  expect(await copies()).toEqual([]);
});

test('nothing of the copy stays where writing the file fails, or where it was stopped before', async () => {
  await expect(withCopiedRows(warehouse, rows, job, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  const stopped = { ...job, signal: AbortSignal.abort() };
  await expect(withCopiedRows(warehouse, rows, stopped, () => Promise.resolve())).rejects.toMatchObject({
    code: 'stopped',
  });
  expect(await copies()).toEqual([]);
});
