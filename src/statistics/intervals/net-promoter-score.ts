import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf, requireNonNegative, requirePositive } from './arguments.ts';

/** Answers to the 0-10 question: 9-10, 0-6, and all of them. May be sums of weights. */
export interface PromoterCounts {
  readonly promoters: number;
  readonly detractors: number;
  readonly answers: number;
}

/**
 * Net promoter score in points (-100..100): promoters less detractors among answers, with the adjusted Wald interval that
 * adds 3 answers, 3/4 of them to promoters and 3/4 to detractors. Assumes one independent answer per person.
 * Throws RangeError when nobody answered or the parts exceed the whole.
 * Rocks, B. (2016), The American Statistician 70(4), 365-372, https://doi.org/10.1080/00031305.2016.1198282
 */
export function netPromoterScore(
  { promoters, detractors, answers }: PromoterCounts,
  options: IntervalOptions = {},
): Estimate {
  const level = levelOf(options);
  requirePositive('answers', answers);
  requireNonNegative('promoters', promoters);
  requireNonNegative('detractors', detractors);
  if (promoters + detractors > answers * (1 + 1e-12)) {
    throw new RangeError(
      `promoters and detractors must not exceed answers, got ${promoters + detractors} of ${answers}`,
    );
  }
  const base = answers + 3;
  const up = (promoters + 0.75) / base;
  const down = (detractors + 0.75) / base;
  const centre = up - down;
  const half = normalQuantile(0.5 + level / 2, 0, 1) * Math.sqrt((up + down - centre ** 2) / base);
  return {
    value: (100 * (promoters - detractors)) / answers,
    low: 100 * Math.max(-1, centre - half),
    high: 100 * Math.min(1, centre + half),
    level,
  };
}
