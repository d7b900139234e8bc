import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { judgeGap } from '../judge-gap.ts';
import { atLevel, type ContactRatios, type Ratio } from './ratios.ts';

/** Two questions decide (the year, and its first quarter), so each is asked at half the chance of error. */
const EACH_LEVEL = 0.975;

export const onLogScale = ({ value, low, high, level }: Estimate): Estimate => ({
  value: Math.log(value),
  low: Math.log(low),
  high: Math.log(high),
  level,
});

/** The portfolios of those who went were already different before: their level before counts as the reference. */
export function differsBefore({ before }: ContactRatios): boolean {
  return before.estimate.low > 1 || before.estimate.high < 1;
}

/** What the ratios say, and which of the two questions it rests on. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly decidedBy: 'year' | 'quarter';
  readonly ratio: Ratio;
}

/**
 * Finding or reversed when the year after a change, or its first quarter, is clearly and relevantly worse or better than no change; clear
 * when the year leaves no room for a difference that matters and the first quarter shows none. Where portfolios differed before, only the
 * ratio of after to before may speak.
 */
export function judgeChange(ratios: ContactRatios, relevantRatio: number): Judgement {
  const relevant = Math.log(relevantRatio);
  const asked = (ratio: Ratio) => judgeGap(onLogScale(atLevel(ratio, EACH_LEVEL, ratios.replicatesUsed)), relevant);
  const overYear = (outcome: Outcome): Judgement => ({ outcome, decidedBy: 'year', ratio: ratios.year });
  const year = asked(ratios.year);
  if (differsBefore(ratios)) return overYear(asked(ratios.change) === year && year !== 'clear' ? year : 'inconclusive');
  const { quarter } = ratios;
  const early = asked(quarter);
  if (year === 'finding' || year === 'reversed') {
    const opposed = (early === 'finding' || early === 'reversed') && early !== year;
    return overYear(opposed ? 'inconclusive' : year);
  }
  if (early === 'finding' || early === 'reversed') return { outcome: early, decidedBy: 'quarter', ratio: quarter };
  const quiet = quarter.leaves === 0 || Math.log(quarter.estimate.value) < relevant;
  return overYear(judgeGap(onLogScale(ratios.year.estimate), relevant) === 'clear' && quiet ? 'clear' : 'inconclusive');
}
