import type { Outcome } from '#domain/verdict-terms.ts';
import { judgeGap } from '../judge-gap.ts';
import type { Levels } from './levels.ts';
import type { Link } from './link.ts';
import type { LoyaltiesSettings } from './settings.ts';

/** Both questions behind the answer. */
export interface Answers {
  /** Does one loyalty lie behind the others? */
  readonly lag: Outcome;
  /** Does the weakest tell who leaves, beyond the mean? */
  readonly link: Outcome;
}

export function answersOf(levels: Levels, link: Link | null, settings: LoyaltiesSettings): Answers {
  return {
    lag: judgeGap(levels.lag, settings.relevantLag),
    link: link === null ? 'inconclusive' : judgeGap(link.weakest, Math.log(settings.relevantOdds)),
  };
}

/**
 * A loyalty is neglected when it lies behind and the weakest one goes with leaving. It is not when none lies behind, or when the weakest
 * tells no more than the mean: then a low level is a taste, not a neglect. There is no reverse.
 */
export function outcomeOf({ lag, link }: Answers): Outcome {
  if (lag === 'clear' || link === 'clear' || link === 'reversed') return 'clear';
  return lag === 'finding' && link === 'finding' ? 'finding' : 'inconclusive';
}
