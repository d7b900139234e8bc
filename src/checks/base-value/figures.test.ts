import { expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { toCells } from '../cells.ts';
import { figuresOf } from './figures.ts';
import { valueCells } from './query.ts';

const REPLICATES = 100;
const RATE = 0.15;

/** A party of a base that newcomers joined evenly for ten years; regulars are worth twice as much on average. */
function party(random: Random) {
  const began = random.uniform() * 10;
  const life = random.exponential() / RATE;
  const here = life > began;
  const regular = here && began >= 3;
  const value = here ? (regular ? 200 : 100) * 0.5 * random.gamma(2) : 0;
  return { years: began, here, regular, value, months: 12 * Math.min(began, life), ended: !here };
}

function companyOf(seed: number, size: number) {
  const random = createRandom(seed);
  const parties = Array.from({ length: size }, () => ({ ...party(random), replicate: random.integer(REPLICATES) }));
  const bandOf = (years: number) => {
    if (years < 3) return String(Math.floor(years));
    return years < 5 ? '3-4' : '5-9';
  };
  const sums: Record<string, number[]> = Object.fromEntries(
    Object.keys(valueCells.sums).map((name) => [name, parties.map(() => 0)]),
  );
  const set = (name: string, of: (own: (typeof parties)[number]) => number) => {
    sums[name] = parties.map(of);
  };
  set('customers', (own) => (own.here ? 1 : 0));
  set('value', (own) => own.value);
  set('stay_value', (own) => own.value);
  set('regulars', (own) => (own.regular ? 1 : 0));
  set('regular_value', (own) => (own.regular ? own.value : 0));
  set('months_0', (own) => own.months);
  set('ends_0', (own) => (own.ended ? 1 : 0));
  const key = {
    threshold: parties.map(() => 0),
    band: parties.map((own) => (own.here ? bandOf(own.years) : '')),
    stay_quarter: parties.map((own) => (own.here ? Math.floor(own.years * 4) : -1)),
  };
  const constants = Object.fromEntries(valueCells.by.map((name) => [name, parties.map(() => 'x')]));
  return toCells(valueCells, {
    keys: { ...constants, ...key },
    replicate: parties.map((own) => own.replicate),
    sums,
  });
}

test('95 % intervals cover the regulars’ share of customers and of value in at least 88 % of fifty companies', () => {
  const heads = (Math.exp(-3 * RATE) - Math.exp(-10 * RATE)) / (1 - Math.exp(-10 * RATE));
  const truths = { regularShare: heads, regularValueShare: (2 * heads) / (1 + heads) };
  const held = { regularShare: 0, regularValueShare: 0 };
  for (let seed = 1; seed <= 50; seed++) {
    const figures = figuresOf(companyOf(seed, 900), { months: 36, discountRate: 0.1, retentionStep: 0.01 });
    for (const name of ['regularShare', 'regularValueShare'] as const) {
      const { low, high } = figures[name];
      if (low < truths[name] && high > truths[name]) held[name] += 1;
    }
  }
  expect(held.regularShare).toBeGreaterThanOrEqual(44);
  expect(held.regularValueShare).toBeGreaterThanOrEqual(44);
});

test('more retention is worth more, a longer horizon is worth more, and without discount most', () => {
  const cells = companyOf(99, 2000);
  const usual = figuresOf(cells, { months: 36, discountRate: 0.1, retentionStep: 0.01 });
  expect(usual.gainOfStep.value).toBeGreaterThan(0);
  expect(usual.lossOfStep.value).toBeGreaterThan(0);
  const longer = figuresOf(cells, { months: 48, discountRate: 0.1, retentionStep: 0.01 });
  const undiscounted = figuresOf(cells, { months: 36, discountRate: 0, retentionStep: 0.01 });
  expect(longer.bookValue.value).toBeGreaterThan(usual.bookValue.value);
  expect(undiscounted.bookValue.value).toBeGreaterThan(usual.bookValue.value);
});
