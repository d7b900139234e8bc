/** Scale on which the pointwise interval of a survival share is symmetric. */
export type SurvivalScale = 'logLog' | 'log' | 'plain';

/** What makes an interval out of a standard error. */
export interface SurvivalBand {
  readonly scale: SurvivalScale;
  /** Normal quantile, and the chance left out on each side. */
  readonly quantile: number;
  readonly tail: number;
}

/**
 * Interval of a share still there whose log has the given standard error, within 0..1. While nobody has ended the normal
 * form says nothing: then the lower limit is the exact binomial one for no end among those at risk. At 0 it is null,
 * because no scale gives one.
 */
export function survivalBounds(
  share: number,
  logStandardError: number,
  atRisk: number,
  { scale, quantile, tail }: SurvivalBand,
): { readonly low: number; readonly high: number } | null {
  if (share >= 1) return { low: atRisk > 0 ? tail ** (1 / atRisk) : 0, high: 1 };
  if (!(share > 0 && Number.isFinite(logStandardError))) return null;
  const half = quantile * logStandardError;
  if (scale === 'plain') return { low: Math.max(0, share - share * half), high: Math.min(1, share + share * half) };
  if (scale === 'log') return { low: share * Math.exp(-half), high: Math.min(1, share * Math.exp(half)) };
  const stretch = Math.exp(half / -Math.log(share));
  return { low: share ** stretch, high: share ** (1 / stretch) };
}
