import { expect, test } from 'vitest';
import { DEFAULT_AUDIT_SETTINGS } from '../../domain/audit-settings.ts';
import { yearsToCome } from '../../facts/exposure-value.ts';
import { type InventedMonths, inventMonths } from './invented-months.ts';
import { measureRadar } from './measure.ts';

const audit = { ...DEFAULT_AUDIT_SETTINGS, asOf: '2026-06-30' };
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

/** Who is new leaves often whatever is done; who has been there long is forgotten, and that goes with leaving. */
const FORGOTTEN: InventedMonths = {
  seed: 11,
  customers: 12_000,
  base: -1.3,
  perBand: -0.7,
  exposed: { drought: (tenure) => (tenure >= 4 ? 0.4 : 0) },
  effects: { drought: 0.8 },
};
const orderIn = (world: InventedMonths) => measureRadar(inventMonths(world, 'radar').cells, audit).order;

test('the trap: those with the highest risk are not those for whom acting would do most', () => {
  const order = orderIn(FORGOTTEN);
  expect(order?.reachByEffect.value ?? 0).toBeGreaterThan(0.6);
  expect(order?.reachByRisk.value ?? 1).toBeLessThan(0.4);
  expect(order?.reachByEffect.low ?? 0).toBeGreaterThan(order?.reachByRisk.high ?? 1);
  expect(order?.shared.value ?? 1).toBeLessThan(0.5);
  const course = order?.course ?? [];
  expect(course.at(-1)).toMatchObject({ tenths: 10 });
  expect(course.at(-1)?.byEffect).toBeCloseTo(1, 9);
  expect(course.at(-1)?.byRisk).toBeCloseTo(1, 9);
  expect(course.every(({ byEffect, byRisk }) => byEffect >= byRisk - 1e-9)).toBe(true);
});

test('what sparing one customer would keep is chance with less chance without, times the value still to come', () => {
  const world: InventedMonths = {
    ...FORGOTTEN,
    customers: 5000,
    base: -3,
    perBand: 0,
    exposed: { drought: () => 0.5 },
    effects: { drought: 0.8 },
  };
  const [first] = orderIn(world)?.groups ?? [];
  expect(first?.acts).toEqual(['drought']);
  const ends = 0.5 * logistic(-3) + 0.5 * logistic(-2.2);
  const truth = 12 * (logistic(-2.2) - logistic(-3)) * 100 * yearsToCome(ends, audit);
  expect(first?.perCustomer.low ?? 0).toBeLessThan(truth);
  expect(first?.perCustomer.high ?? 0).toBeGreaterThan(truth);
});

test('an act that keeps customers is nothing to spare them', () => {
  expect(orderIn({ ...FORGOTTEN, exposed: { drought: () => 0.5 }, effects: { drought: -0.8 } })).toBeNull();
});
