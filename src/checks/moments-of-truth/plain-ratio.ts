import type { Estimate } from '#statistics/estimate.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { FollowedTouchpoint } from './followed-ratings.ts';
import { DAYS_A_YEAR } from './settings.ts';

/** Rate of leaving after a disappointment here over that of everybody else, asked or not; null without time of theirs. */
export function plainRatio({ disappointing }: FollowedTouchpoint, everybody: Cells): Estimate | null {
  const exposure = sumOf(everybody, 'days') / DAYS_A_YEAR - disappointing.years;
  if (!(exposure > 0 && disappointing.years > 0)) return null;
  const events = Math.max(0, sumOf(everybody, 'leaves') - disappointing.departures);
  return poissonRateRatio({ events: disappointing.departures, exposure: disappointing.years }, { events, exposure });
}
