import { expect, test } from 'vitest';
import { type InventedMonths, inventMonths } from '../checks/flight-radar/invented-months.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../domain/audit-settings.ts';
import { assessJoint } from './joint-attribution.ts';

const audit = { ...DEFAULT_AUDIT_SETTINGS, asOf: '2026-06-30' };

/** Silence and waits fall on the same people, and the more so the longer they have been there, who leave less. */
const TOGETHER: InventedMonths = {
  seed: 1,
  customers: 4000,
  base: -3.6,
  exposed: { drought: (tenure) => 0.1 + 0.15 * tenure, long_wait: () => 0.2, unresolved_case: () => 0.1 },
  effects: { drought: 0.5, long_wait: 0.4, unresolved_case: 0.6 },
};

test('exits that go with the exposures are recovered, and split without rest', () => {
  const { cells, withAll, without } = inventMonths(TOGETHER);
  const { outcome, exits, byExposure, observedExits, money } = assessJoint(cells, audit).report;
  expect(outcome).toBe('finding');
  expect(exits?.low ?? 0).toBeLessThan(withAll - without);
  expect(exits?.high ?? 0).toBeGreaterThan(withAll - without);
  const parts = byExposure.reduce((sum, part) => sum + part.exits.value, 0);
  expect(parts).toBeCloseTo(exits?.value ?? 0, 4);
  expect(observedExits).toBeGreaterThan(300);
  // 100 a year each, less leaving and discount over three years: between one and three years' worth.
  expect((money?.value ?? 0) / (exits?.value ?? 1)).toBeGreaterThan(100);
  expect((money?.value ?? 0) / (exits?.value ?? 1)).toBeLessThan(300);
});

test('T11: looked at one by one the same exits are counted twice', () => {
  const { cells } = inventMonths({
    ...TOGETHER,
    customers: 8000,
    exposed: { drought: () => 0.5, long_wait: () => 0.5, unresolved_case: () => 0.5 },
    effects: { drought: 1, long_wait: 1, unresolved_case: 1 },
  });
  const { report, alone } = assessJoint(cells, audit);
  const sum = report.byExposure.reduce((total, part) => total + part.alone.value, 0);
  expect(sum).toBeGreaterThan(1.1 * (report.exits?.value ?? 0));
  // Money alone overlaps in the same way: never less than the fair part.
  for (const [i, part] of report.byExposure.entries()) {
    expect(alone[i]?.exits).toEqual(part.alone);
    expect(alone[i]?.money?.value ?? 0).toBeGreaterThan(part.money?.value ?? 0);
  }
});

test('where nothing is planted a total is told no more often than the interval allows, and without one no money', () => {
  const told = Array.from({ length: 40 }, (_, seed) => {
    const { cells } = inventMonths({ ...TOGETHER, seed: 500 + seed, customers: 1200, effects: {} });
    const joint = assessJoint(cells, audit).report;
    if (joint.outcome === 'inconclusive') {
      expect(joint).toMatchObject({ money: null, reason: { id: 'notToldApart' } });
    }
    return joint.outcome === 'finding' ? 1 : 0;
  });
  // One in forty is expected; five and more happen once in five hundred series.
  expect(told.reduce((sum: number, one) => sum + one, 0)).toBeLessThan(5);
});

test('an exposure that keeps customers is told as such', () => {
  const { cells } = inventMonths({ ...TOGETHER, exposed: { drought: () => 0.5 }, effects: { drought: -0.7 } });
  expect(assessJoint(cells, audit).report.outcome).toBe('reversed');
});

test('the interval covers the truth about as often as it says', () => {
  let covered = 0;
  const runs = 40;
  for (let seed = 100; seed < 100 + runs; seed++) {
    const { cells, withAll, without } = inventMonths({ ...TOGETHER, seed, customers: 1200 });
    const { exits } = assessJoint(cells, audit).report;
    if (exits !== null && (exits.low ?? 0) <= withAll - without && (exits.high ?? 0) >= withAll - without) covered += 1;
  }
  // 38 expected; below 33 happens to an honest interval once in a hundred series.
  expect(covered).toBeGreaterThanOrEqual(33);
});

test('a price that rises for those who stay anyway is left out and named', () => {
  const { cells } = inventMonths({
    ...TOGETHER,
    exposed: { ...TOGETHER.exposed, price_gap: () => 0.4 },
    effects: { ...TOGETHER.effects, price_gap: -0.5 },
  });
  const { leftOut, byExposure } = assessJoint(cells, audit).report;
  expect(leftOut.find(({ exposure }) => exposure === 'price_gap')?.reason.id).toBe('selectedCustomers');
  expect(byExposure.map(({ exposure }) => exposure)).not.toContain('price_gap');
});

test('an exposure that is on record of those only who stayed keeps nobody: it is left out and named', () => {
  const stayers = { exposed: { long_wait: () => 0.1 }, effects: { long_wait: -60 } };
  const alone = assessJoint(inventMonths({ ...TOGETHER, ...stayers }).cells, audit).report;
  expect(alone).toMatchObject({ outcome: 'notApplicable', reason: { id: 'exposuresOnlyStayers' } });
  const { cells } = inventMonths({
    ...TOGETHER,
    exposed: { ...TOGETHER.exposed, ...stayers.exposed },
    effects: { ...TOGETHER.effects, ...stayers.effects },
  });
  const { outcome, leftOut } = assessJoint(cells, audit).report;
  expect(outcome).toBe('finding');
  expect(leftOut.find(({ exposure }) => exposure === 'long_wait')?.reason.id).toBe('onlyStayers');
});

test('too few exits, rare exposures and an empty store are refused with what is missing', () => {
  const few = assessJoint(inventMonths({ ...TOGETHER, customers: 150 }).cells, audit).report;
  expect(few).toMatchObject({
    outcome: 'inconclusive',
    exits: null,
    reason: { id: 'fewExits', values: { needed: 100 } },
  });
  const rare = assessJoint(inventMonths({ ...TOGETHER, exposed: { long_wait: () => 0.002 } }).cells, audit).report;
  expect(rare).toMatchObject({ outcome: 'notApplicable', reason: { id: 'exposuresTooRare' } });
  const none = assessJoint(inventMonths({ ...TOGETHER, customers: 0 }).cells, audit).report;
  expect(none).toMatchObject({ outcome: 'notApplicable', reason: { id: 'noMonths' } });
});

test('with few exits for each parameter the estimate shrinks and says so', () => {
  const often = () => 0.3;
  const exposed = {
    drought: often,
    long_wait: often,
    unresolved_case: often,
    claim_refusal: often,
    new_only_offer: often,
    contact_change: often,
  };
  const { cells } = inventMonths({ ...TOGETHER, exposed, effects: {}, customers: 450 });
  const { caveats, grade } = assessJoint(cells, audit).report;
  expect(caveats.map(({ id }) => id)).toContain('shrunken');
  expect(grade).toBe('C');
});
