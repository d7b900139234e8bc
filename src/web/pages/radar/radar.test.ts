import { expect, test } from 'vitest';
import { jointParts } from './joint-parts.ts';

const of = (value: number) => ({ value, low: value - 1, high: value + 1, level: 0.95 });
const exposure = (name: 'drought' | 'long_wait' | 'price_gap', exits: number, alone: number) => ({
  exposure: name,
  exits: of(exits),
  money: null,
  alone: of(alone),
  exposedShare: 0.2,
});
const joint = {
  outcome: 'finding' as const,
  grade: 'C' as const,
  months: 12,
  observedExits: 100,
  exits: of(30),
  share: null,
  money: null,
  byExposure: [exposure('drought', 5, 9), exposure('long_wait', 18, 22), exposure('price_gap', 7, 8)],
  leftOut: [],
  caveats: [],
  reason: null,
};
const line = (label: string) => ({ label, value: '', interval: '' });
const spoken = {
  joint: {
    outcome: 'finding' as const,
    question: '',
    answer: '',
    grade: null,
    partsHeading: '',
    exposureHeading: '',
    exitsHeading: '',
    parts: [line('Wait'), line('Price'), line('Silence')],
    caveats: [],
  },
};

test('each name stands beside its own part, and the parts are the total while those alone exceed it', () => {
  const parts = jointParts({ joint }, spoken);
  expect(parts.map(({ label, part }) => [label, part.value])).toEqual([
    ['Wait', 18],
    ['Price', 7],
    ['Silence', 5],
  ]);
  expect(parts.reduce((sum, { part }) => sum + part.value, 0)).toBe(joint.exits.value);
  expect(parts.reduce((sum, { alone }) => sum + alone.value, 0)).toBeGreaterThan(joint.exits.value);
});

test('without a total there are no parts', () => {
  expect(jointParts({ joint: null }, { joint: null })).toEqual([]);
  expect(jointParts({ joint }, { joint: { ...spoken.joint, parts: [] } })).toEqual([]);
});
