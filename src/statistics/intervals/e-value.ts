import type { Estimate } from '../estimate.ts';

/** riskRatio: also rate ratios, and odds or hazard ratios of rare ends (under 15 %); else name the common one. */
export type RatioKind = 'riskRatio' | 'commonOddsRatio' | 'commonHazardRatio';

export interface EValue {
  /** Risk ratio that an unmeasured cause would need with both exposure and outcome to explain the ratio away. */
  readonly value: number;
  /** The same for the limit of the interval nearer to 1; exactly 1 when the interval holds 1. */
  readonly nearerLimit: number;
}

/**
 * How strong unmeasured confounding would have to be to explain a ratio. 1 means that none is needed.
 * Throws RangeError unless 0 <= low <= value <= high and the value is above 0 and finite.
 * VanderWeele & Ding (2017), Annals of Internal Medicine 167, 268-274, https://doi.org/10.7326/M16-2607
 */
export function eValue({ value, low, high }: Estimate, kind: RatioKind = 'riskRatio'): EValue {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`value must be a ratio above 0, got ${value}`);
  if (!(low >= 0 && low <= value && high >= value)) throw new RangeError(`low and high must enclose ${value}`);
  const crossing = low <= 1 && high >= 1;
  const nearer = value > 1 ? low : high;
  return { value: strength(riskRatio(value, kind)), nearerLimit: crossing ? 1 : strength(riskRatio(nearer, kind)) };
}

function strength(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}

function riskRatio(ratio: number, kind: RatioKind): number {
  if (kind === 'commonOddsRatio') return Math.sqrt(ratio);
  if (kind === 'commonHazardRatio') return (1 - 0.5 ** Math.sqrt(ratio)) / (1 - 0.5 ** Math.sqrt(1 / ratio));
  return ratio;
}
