import { expect, test } from 'vitest';
import { paceOf, type Sighting } from './pace.ts';

const seen = (done: number, atMilliseconds: number, total = 1000): Sighting => ({ done, total, atMilliseconds });

test('steady work: half done after ten seconds needs ten more', () => {
  expect(paceOf(seen(0, 0), seen(500, 10_000))).toEqual({ doneShare: 0.5, perSecond: 50, remainingSeconds: 10 });
});

test('work that was found running again is judged by what was seen, not by what was done before', () => {
  expect(paceOf(seen(800, 60_000), seen(900, 62_000))).toEqual({
    doneShare: 0.9,
    perSecond: 50,
    remainingSeconds: 2,
  });
});

test.each([
  ['the size is unknown', seen(0, 0, 0), seen(0, 5000, 0), null],
  ['nothing has moved', seen(100, 0), seen(100, 5000), { doneShare: 0.1, perSecond: null, remainingSeconds: null }],
  ['the time is too short', seen(0, 0), seen(100, 500), { doneShare: 0.1, perSecond: null, remainingSeconds: null }],
  ['it stepped back', seen(500, 0), seen(100, 5000), { doneShare: 0.1, perSecond: null, remainingSeconds: null }],
])('says no rate while %s', (_, first, latest, expected) => {
  expect(paceOf(first, latest)).toEqual(expected);
});

test('more done than announced is all done, and nothing remains', () => {
  expect(paceOf(seen(0, 0), seen(1200, 4000))).toMatchObject({ doneShare: 1, remainingSeconds: 0 });
});
