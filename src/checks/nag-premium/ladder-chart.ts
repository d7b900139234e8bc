import type { Estimate } from '#statistics/estimate.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, quantity, type Stratum } from '../verdict.ts';
import type { Ladder } from './ladder.ts';

const named = (ask: number) => (ask === 3 ? '3+' : String(ask));

/** What was given per ask, by its number, beside what the silent got. */
export function ladderStrata({ rungs }: Ladder, silent: number, relevant: number): readonly Stratum[] {
  return rungs.map(({ ask, count, given }) => {
    const effect = { ...given, value: given.value - silent, low: given.low - silent, high: given.high - silent };
    return {
      key: `ask:${named(ask)}`,
      effect: quantity(effect, 'money/year'),
      outcome: judgeGap(effect, relevant),
      counts: { asks: count },
    };
  });
}

export function ladderChart({ rungs }: Ladder, silent: Estimate): Chart {
  const point = (series: string, x: string, { value, low, high }: Estimate) => ({ series, x, value, low, high });
  return {
    id: 'ladder',
    kind: 'bars',
    unit: 'money/year',
    points: [point('silent', '0', silent), ...rungs.map(({ ask, given }) => point('asked', named(ask), given))],
    benchmark: [],
  };
}
