import type { Answer } from '../../answer/view.ts';
import type { PresentedCheck } from '../../parts/report-shape.ts';

/** Sources of customers (channels and offers) with their half-life in words, shortest first; cohorts are no source. */
export function halfLives({ check, spoken }: Answer): PresentedCheck['strata'] {
  // Words are there for groups that have a number, in the order of the numbers.
  const shown = check.strata.flatMap(({ key, effect }) => (effect === null ? [] : [{ key, months: effect.value }]));
  return shown
    .flatMap(({ key, months }, at) => {
      const line = spoken.strata[at];
      return line === undefined || key.startsWith('cohort:') ? [] : [{ line, months }];
    })
    .sort((a, b) => a.months - b.months)
    .map(({ line }) => line);
}
