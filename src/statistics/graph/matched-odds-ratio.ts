import type { Estimate } from '../estimate.ts';
import { wilsonInterval } from '../intervals/wilson-interval.ts';

export interface MatchedOddsRatio {
  /** Odds of the outcome when exposed over when not, within pairs. */
  readonly oddsRatio: Estimate;
  /** Pairs in which only the exposed, or only the unexposed, had the outcome: all the evidence there is. */
  readonly exposedOnly: number;
  readonly unexposedOnly: number;
  readonly pairs: number;
}

/**
 * Conditional odds ratio of matched pairs: discordant pairs one way over the other. The interval is Wilson's for the
 * share of discordant pairs, carried over to odds; it is infinite above when no pair speaks against.
 * Assumes independent pairs. NaN with interval 0..Infinity when no pair is discordant.
 * Throws RangeError for columns of unequal length or outcomes other than 0 and 1.
 * McNemar (1947), Psychometrika 12, 153-157; Breslow & Day (1980), Statistical Methods in Cancer Research I, ch. 5.2
 */
export function matchedOddsRatio(
  {
    exposedOutcome,
    unexposedOutcome,
  }: { readonly exposedOutcome: ArrayLike<number>; readonly unexposedOutcome: ArrayLike<number> },
  options: { readonly level?: number } = {},
): MatchedOddsRatio {
  const pairs = exposedOutcome.length;
  if (unexposedOutcome.length !== pairs) throw new RangeError('unexposedOutcome must be as long as exposedOutcome');
  let exposedOnly = 0;
  let unexposedOnly = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const difference = outcomeAt(exposedOutcome, pair) - outcomeAt(unexposedOutcome, pair);
    if (difference > 0) exposedOnly += 1;
    if (difference < 0) unexposedOnly += 1;
  }
  const trials = exposedOnly + unexposedOnly;
  const counts = { exposedOnly, unexposedOnly, pairs };
  const share = trials === 0 ? null : wilsonInterval({ successes: exposedOnly, trials }, options);
  if (share === null) {
    const { level } = wilsonInterval({ successes: 0, trials: 1 }, options);
    return { oddsRatio: { value: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY, level }, ...counts };
  }
  const oddsRatio = { value: odds(share.value), low: odds(share.low), high: odds(share.high), level: share.level };
  return { oddsRatio, ...counts };
}

function odds(share: number): number {
  return share / (1 - share);
}

function outcomeAt(column: ArrayLike<number>, pair: number): 0 | 1 {
  const outcome = column[pair];
  if (outcome !== 0 && outcome !== 1) throw new RangeError(`outcome of pair ${pair} is ${outcome}: not 0 or 1`);
  return outcome;
}
