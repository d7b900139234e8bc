/** Scale on which the pointwise interval of a survival share is symmetric. */
export type SurvivalScale = 'logLog' | 'log' | 'plain';

/**
 * Interval of a share still there whose log has the given standard error. The limits stay within 0..1. At 1 nothing has
 * happened yet and the interval is the point; at 0 it is null, because no scale gives one.
 */
export function survivalBounds(
  share: number,
  logStandardError: number,
  quantile: number,
  scale: SurvivalScale,
): { readonly low: number; readonly high: number } | null {
  if (share >= 1) return { low: 1, high: 1 };
  if (!(share > 0 && Number.isFinite(logStandardError))) return null;
  const half = quantile * logStandardError;
  if (scale === 'plain') return { low: Math.max(0, share - share * half), high: Math.min(1, share + share * half) };
  if (scale === 'log') return { low: share * Math.exp(-half), high: Math.min(1, share * Math.exp(half)) };
  const stretch = Math.exp(half / -Math.log(share));
  return { low: share ** stretch, high: share ** (1 / stretch) };
}
