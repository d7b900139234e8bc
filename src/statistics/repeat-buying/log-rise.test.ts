import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import { expect, test } from 'vitest';
import { emptyLogRise, fillLogRise } from './log-rise.ts';

test.each([0.3, 2.5, 40])('rises as Gamma does from base %d, across short and wide gaps', (base) => {
  const steps = [0, 1, 2, 7, 30, 400, 100_000];
  const rise = emptyLogRise(steps.length);
  fillLogRise(base, steps, rise);
  steps.forEach((step, i) => {
    const exact = gammaln(base + step) - gammaln(base);
    expect(Math.abs((rise.value[i] ?? 0) - exact)).toBeLessThan(1e-12 * Math.max(1, Math.abs(exact)));
    expect(rise.slope[i]).toBeCloseTo(digamma(base + step) - digamma(base), 11);
  });
});

test('keeps all digits where log-gamma loses them', () => {
  const rise = emptyLogRise(1);
  fillLogRise(1e-14, [2], rise);
  expect(rise.value[0]).toBeCloseTo(Math.log(1e-14) + Math.log1p(1e-14), 12);
});
