import { expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { toCells } from '../cells.ts';
import { givingRates } from './giving-rates.ts';
import { droughtCells } from './query.ts';
import { DROUGHT_DEFAULTS } from './settings.ts';

const RATES = { A: { existing: 0.5, newcomer: 1.5 }, B: { existing: 2.5, newcomer: 3.5 } } as const;
const GROUPS = 100;

/** Six hundred existing customers and two hundred newcomers, some remembered and some forgotten; newcomers mostly in product B. */
function company(random: Random) {
  const sumNames = Object.keys(droughtCells.phases.sums);
  const rows = new Map<string, { product: string; replicate: number; sums: Map<string, number> }>();
  const add = (product: 'A' | 'B', phase: 'existing' | 'newcomer', years: number) => {
    const replicate = random.integer(GROUPS);
    const row = rows.get(`${product}${replicate}`) ?? { product, replicate, sums: new Map() };
    rows.set(`${product}${replicate}`, row);
    const half = random.uniform() < 0.5 ? 'recent' : 'earlier';
    const luck = 2 * random.uniform();
    const put = (name: string, value: number) => row.sums.set(name, (row.sums.get(name) ?? 0) + value);
    put(`${phase}_${half}_years`, years);
    put(`${phase}_${half}_giving`, random.poisson(RATES[product][phase] * years * luck));
  };
  for (let i = 0; i < 600; i++) add(random.uniform() < 0.7 ? 'A' : 'B', 'existing', 1.5);
  for (let i = 0; i < 200; i++) add(random.uniform() < 0.2 ? 'A' : 'B', 'newcomer', 0.25);
  const ordered = [...rows.values()];
  return toCells(droughtCells.phases, {
    keys: { product: ordered.map(({ product }) => product), consent: ordered.map(() => 'yes') },
    replicate: ordered.map(({ replicate }) => replicate),
    sums: Object.fromEntries(sumNames.map((name) => [name, ordered.map(({ sums }) => sums.get(name) ?? 0)])),
  });
}

test('the interval covers the planted gap of one contact a year about 95 times in 100, the naive one hardly ever', () => {
  const random = createRandom(20260630);
  const companies = 300;
  let covered = 0;
  let naive = 0;
  for (let i = 0; i < companies; i++) {
    const rates = givingRates(company(random), ['product', 'consent'], DROUGHT_DEFAULTS);
    if (rates.gap.low <= 1 && 1 <= rates.gap.high) covered += 1;
    if (rates.naive.low <= 1 && 1 <= rates.naive.high) naive += 1;
  }
  // Found: 0.943 and 0.037.
  expect(covered / companies).toBeGreaterThan(0.91);
  expect(covered / companies).toBeLessThan(0.98);
  expect(naive / companies).toBeLessThan(0.2);
});
