import gammainc from '@stdlib/math-base-special-gammainc';

/** Chance that a chi-square variable exceeds the value: a p-value that stays right far below 1e-16. */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return gammainc(value / 2, degreesOfFreedom / 2, true, true);
}
