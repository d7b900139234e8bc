import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceScale } from './nice-scale.ts';
import { unitScale } from './unit-scale.ts';

test.each([
  { values: [0.027, 0.3], steps: 5, scale: { min: 0, max: 0.3, step: 0.1 } },
  { values: [-0.08, 0.27], steps: 5, scale: { min: -0.1, max: 0.3, step: 0.1 } },
  { values: [480], steps: 5, scale: { min: 0, max: 500, step: 100 } },
])('$values lie on a scale of round numbers', ({ values, steps, scale }) => {
  expect(niceScale(values, steps)).toEqual(scale);
});

test('every scale covers its values and zero with a whole number of steps', () => {
  const number = fc
    .double({ min: -1e6, max: 1e6, noNaN: true })
    .filter((value) => value === 0 || Math.abs(value) > 1e-6);
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (values) => {
      const { min, max, step } = niceScale(values, 5);
      const slack = step * 1e-6;
      expect(min).toBeLessThanOrEqual(Math.min(0, ...values) + slack);
      expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack);
      expect(Math.abs(min / step - Math.round(min / step))).toBeLessThan(1e-6);
      expect(Math.round((max - min) / step)).toBeLessThanOrEqual(7);
    }),
  );
});

test('an axis need not begin at zero when time runs along it', () => {
  expect(niceScale([2019, 2026], 8, false)).toMatchObject({ min: 2019, max: 2026 });
});

test('nothing to show, or the same number throughout, still makes an axis', () => {
  expect(niceScale([], 5)).toEqual({ min: 0, max: 1, step: 1 });
  expect(niceScale([7, 7], 5, false)).toEqual({ min: 7, max: 8, step: 1 });
});

test('long waits step in minutes, short ones in seconds', () => {
  expect(unitScale('seconds', [480], 4)).toEqual({ min: 0, max: 480, step: 120 });
  expect(unitScale('seconds', [90], 4)).toEqual({ min: 0, max: 100, step: 25 });
});
