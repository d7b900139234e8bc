/**
 * Interval of a share by the delta method on its logit: within 0..1 and closer to nominal in small samples than the plain
 * one. Null at 0, at 1 and without a standard error, where the logit says nothing.
 */
export function logitBounds(
  share: number,
  standardError: number,
  quantile: number,
): { readonly low: number; readonly high: number } | null {
  if (!(share > 0 && share < 1 && Number.isFinite(standardError))) return null;
  const odds = share / (1 - share);
  const stretch = Math.exp((quantile * standardError) / (share * (1 - share)));
  return { low: odds / (odds + stretch), high: (odds * stretch) / (1 + odds * stretch) };
}
