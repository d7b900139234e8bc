import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Effect, ExperienceEffects } from './experience-effects.ts';
import type { JudgedTouchpoint } from './judge-touchpoints.ts';

interface MoodLimits {
  /** Smallest loss that matters. */
  readonly relevant: number;
  /** Loss that a common mood hardly makes. */
  readonly beyond: number;
}

/**
 * Who is unhappy anyway rates everything low, judges the whole lower and leaves more often. Where too few touchpoints are rated to take
 * that off, a touchpoint is named only when it stands out from the others, or when its loss lies beyond what a common mood makes of it;
 * else the data do not tell. One of several stands out by luck: each has only its part of the one chance in forty.
 */
export function beyondMood(
  judged: readonly JudgedTouchpoint[],
  apart: ExperienceEffects['apart'],
  { relevant, beyond }: MoodLimits,
): readonly JudgedTouchpoint[] {
  const line = normalQuantile(1 - 0.025 / Math.max(1, judged.length), 0, 1);
  const standsOut = (own: Effect | null | undefined) =>
    own !== null &&
    own !== undefined &&
    own.estimate.low > 0 &&
    own.estimate.value >= Math.max(relevant, line * own.standardError);
  const isLarge = (low: number | undefined) => (low ?? 0) > beyond;
  return judged.map((one, i) => {
    const isNamed = one.lossOutcome === 'finding';
    const keeps = !isNamed || standsOut(apart[i]?.loss) || isLarge(one.loss?.low);
    return {
      ...one,
      lossOutcome: keeps ? one.lossOutcome : 'inconclusive',
      isDelight: one.isDelight && (standsOut(apart[i]?.gain) || isLarge(one.gain?.low)),
    };
  });
}
