import type { JudgedTouchpoint } from './judge-touchpoints.ts';
import type { LeavingRatios } from './leaving-ratios.ts';
import type { MomentsOfTruthSettings } from './settings.ts';

/**
 * Who is unhappy anyway rates everything low and leaves more often. Where too few touchpoints are rated to take that off, a touchpoint is named
 * only when it stands out from the others, or when its ratio lies beyond what a common mood makes of it; else the data do not tell.
 */
export function beyondMood(
  judged: readonly JudgedTouchpoint[],
  apart: LeavingRatios['apart'],
  { relevantRatio, ratioBeyondMood }: MomentsOfTruthSettings,
): readonly JudgedTouchpoint[] {
  const standsOut = (own: LeavingRatios['apart'][number]['loss'] | undefined) =>
    own !== null && own !== undefined && own.estimate.low > 0 && own.estimate.value >= Math.log(relevantRatio);
  const isLarge = (low: number | undefined) => (low ?? 0) > Math.log(ratioBeyondMood);
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
