import { expect, test } from 'vitest';
import { type Answer, detailLine, detailOf } from './view.ts';

const quantity = (value: number) => ({ value, low: null, high: null, level: 0.95, unit: 'ratio' as const });
const answer: Answer = {
  check: {
    id: 'bait-offer',
    measure: 'M09',
    reference: '',
    outcome: 'finding',
    grade: 'C',
    effect: null,
    naive: null,
    strata: [],
    details: [
      { key: 'first', quantity: quantity(1) },
      { key: 'second', quantity: quantity(2) },
    ],
    counts: {},
    affected: null,
    money: { transfer: null, loss: null, atRisk: null, recoverable: null },
    adjustedFor: [],
    overlap: null,
    excluded: {},
    caveats: [],
    reason: null,
    overturn: null,
    sharpen: null,
    charts: [],
  },
  spoken: {
    id: 'bait-offer',
    reference: '',
    measure: 'M09',
    outcome: 'finding',
    outcomeText: '',
    grade: 'C',
    gradeText: null,
    judged: true,
    question: '',
    answer: '',
    naive: '',
    action: '',
    method: '',
    affected: null,
    adjusted: '',
    caveats: [],
    overturn: null,
    sharpen: null,
    money: [],
    details: [
      { label: 'First', value: '1', interval: '' },
      { label: 'Second', value: '2', interval: '' },
    ],
    strata: [],
    counts: [],
    excluded: [],
    charts: [],
    listable: false,
    aboutStaff: false,
  },
};

test('a number and its words belong together', () => {
  expect(detailOf(answer, 'second')?.value).toBe(2);
  expect(detailLine(answer, 'second')?.label).toBe('Second');
});

test('a number that was not given has neither value nor words', () => {
  expect(detailOf(answer, 'third')).toBeNull();
  expect(detailLine(answer, 'third')).toBeNull();
  expect(detailLine(null, 'first')).toBeNull();
});
