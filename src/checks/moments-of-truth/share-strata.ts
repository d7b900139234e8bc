import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { quantity, type Stratum } from '../verdict.ts';
import type { TouchpointCounts } from './touchpoint-counts.ts';

/** How often each touchpoint disappoints, is okay and delights; shares that nothing is judged by. */
export function shareStrata(all: readonly TouchpointCounts[], minimum: number): readonly Stratum[] {
  const shown = all.filter(({ ratings }) => ratings >= minimum);
  return shown.flatMap(({ name, ratings, disappointed, delighted }) => {
    const share = (dimension: string, successes: number): Stratum => ({
      key: `${dimension}:${name}`,
      effect: quantity(wilsonInterval({ successes, trials: ratings }), 'share'),
      outcome: 'clear',
      counts: { ratings },
    });
    return [
      share('disappointing', disappointed),
      share('okay', ratings - disappointed - delighted),
      share('delighting', delighted),
    ];
  });
}
