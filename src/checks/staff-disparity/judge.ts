import type { Outcome } from '#domain/verdict-terms.ts';
import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import { judgeGap } from '../judge-gap.ts';
import type { Parity, Profile } from './profile.ts';
import { COMPOSITE_LEAST } from './settings.ts';

/** Gap on the log scale, positive where care is worse off. */
function gapOf({ better }: Parity, { value, low, high, level }: Estimate): Estimate {
  const [a, b] = [-better * Math.log(low), -better * Math.log(high)];
  return { value: -better * Math.log(value), low: Math.min(a, b), high: Math.max(a, b), level };
}

/** What one dimension says at a level of confidence. */
export function judgeParity(parity: Parity, relevantRatio: number, level: number): Outcome {
  return judgeGap(gapOf(parity, parity.ratio(level)), Math.log(relevantRatio));
}

/**
 * All dimensions together: one that is clearly and relevantly worse for care makes a finding, the chance of error shared among them all;
 * where some are worse and some better, the geometric mean decides. Clear needs every dimension to be clear, or the mean of three or more
 * to be while none of them looks like mattering.
 */
export function judgeProfile({ parities, composite }: Profile, relevantRatio: number): Outcome {
  const judged = parities.filter(({ better }) => better !== 0);
  const shared = 1 - 0.05 / Math.max(1, judged.length);
  const strict = judged.map((parity) => judgeParity(parity, relevantRatio, shared));
  const [worse, better] = [strict.includes('finding'), strict.includes('reversed')];
  if (worse && better) {
    if (composite !== null && composite.high < 1) return 'finding';
    return composite !== null && composite.low > 1 ? 'reversed' : 'inconclusive';
  }
  if (worse) return 'finding';
  if (better) return 'reversed';
  return isClear(judged, composite, relevantRatio) ? 'clear' : 'inconclusive';
}

function isClear(judged: readonly Parity[], composite: Estimate | null, relevantRatio: number): boolean {
  if (judged.every((parity) => judgeParity(parity, relevantRatio, DEFAULT_LEVEL) === 'clear')) return true;
  if (composite === null || judged.length < COMPOSITE_LEAST) return false;
  const quiet = judged.every(
    (parity) => Math.abs(Math.log(parity.ratio(DEFAULT_LEVEL).value)) < Math.log(relevantRatio),
  );
  return quiet && composite.low > 1 / relevantRatio && composite.high < relevantRatio;
}
