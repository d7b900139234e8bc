import { expect, test } from 'vitest';
import type { PresentedCheck, ReportCheck } from '../../parts/report-shape.ts';
import { groupRows } from './group-rows.ts';

const quantity = (value: number) => ({ value, low: null, high: null, level: 0.95, unit: 'share' as const });
const stratum = (key: string, value: number | null, counts: Readonly<Record<string, number>> = {}) => ({
  key,
  effect: value === null ? null : quantity(value),
  outcome: 'finding' as const,
  counts: { ...counts },
});

function rowsOf(strata: ReportCheck['strata'], labels: readonly string[]) {
  const check: Pick<ReportCheck, 'strata'> = { strata };
  const spoken: Pick<PresentedCheck, 'strata'> = {
    strata: labels.map((label) => ({ label, value: '', interval: '' })),
  };
  return groupRows(check, spoken);
}

test('labels go with the groups that have a number, past those that have none', () => {
  const rows = rowsOf(
    [stratum('tenure:1', 0.1, { existing: 40 }), stratum('tenure:2', null), stratum('tenure:3-4', 0.3)],
    ['Contract years: 1', 'Contract years: 3-4'],
  );
  expect(rows.map(({ label }) => label)).toEqual(['Contract years: 1', 'Contract years: 2', 'Contract years: 3-4']);
  expect(rows.map(({ value }) => value)).toEqual([0.1, null, 0.3]);
  expect(rows.map(({ size }) => size)).toEqual([40, null, null]);
});

test('a group without number and without a labelled sister keeps what is known of its name', () => {
  expect(rowsOf([stratum('topic:claim', null)], [])[0]?.label).toBe('claim');
});

test('a group whose key has no dimension is called as the check calls it', () => {
  expect(rowsOf([stratum('contact_change', 0.2)], ['A contact person left'])[0]?.label).toBe('A contact person left');
});
