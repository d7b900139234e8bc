import { expect, test } from 'vitest';
import type { PresentedCheck } from '../../parts/report-shape.ts';
import { sidesOf } from './sides.ts';

const check = (id: string, outcome: PresentedCheck['outcome'], more: Partial<PresentedCheck> = {}): PresentedCheck => ({
  id,
  reference: '',
  measure: 'M01',
  outcome,
  outcomeText: '',
  grade: null,
  gradeText: null,
  judged: true,
  question: '',
  answer: '',
  naive: '',
  action: '',
  method: '',
  methodSources: [],
  affected: null,
  adjusted: '',
  caveats: [],
  overturn: null,
  sharpen: null,
  money: [],
  details: [],
  strata: [],
  counts: [],
  excluded: [],
  charts: [],
  listable: false,
  aboutStaff: false,
  ...more,
});

test('every question stands in exactly one place, in the order of the report', () => {
  const checks = [
    check('offer-lockout', 'finding'),
    check('staff-disparity', 'finding', { aboutStaff: true }),
    check('wait-gap', 'finding'),
    check('spend-imbalance', 'finding'),
    check('reward-effect', 'reversed'),
    check('base-value', 'clear'),
    check('network-contagion', 'inconclusive'),
    check('bait-offer', 'notApplicable'),
    check('price-walking', 'failed'),
    check('data-readiness', 'inconclusive', { measure: 'M26' }),
  ];
  const { data, ...groups } = sidesOf(checks);
  expect(groups.customers.map(({ id }) => id)).toEqual(['offer-lockout', 'wait-gap']);
  expect(groups.carers.map(({ id }) => id)).toEqual(['staff-disparity', 'spend-imbalance']);
  expect([...Object.values(groups).flat(), data].map((placed) => placed?.id).sort()).toEqual(
    checks.map(({ id }) => id).sort(),
  );
});

test('the quality of the data is no verdict on the company, whatever it is', () => {
  const sides = sidesOf([check('data-readiness', 'finding', { measure: 'M26' })]);
  expect(sides.customers).toEqual([]);
  expect(sides.data?.id).toBe('data-readiness');
});
