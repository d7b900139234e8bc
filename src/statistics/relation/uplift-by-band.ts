import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { midRanks } from './mid-ranks.ts';
import { checkedTrial, type UpliftColumns } from './uplift-columns.ts';

export interface UpliftBand {
  readonly lowestScore: number;
  readonly highestScore: number;
  readonly treated: number;
  readonly heldOut: number;
  /** Mean outcome of the treated less that of the held out; null when an arm has fewer than 2 customers. */
  readonly uplift: Estimate | null;
}

/**
 * Uplift per band of score, best band first, on a randomised trial: difference of means with an unpooled normal interval.
 * Bands hold about equally many customers; equal scores are never torn apart. One band gives the average effect.
 * Throws RangeError for impossible columns or fewer than 1 band.
 * Rzepakowski & Jaroszewicz (2012), Knowledge and Information Systems 32, 303-327
 */
export function upliftByBand(
  columns: UpliftColumns,
  options: { readonly bands: number; readonly level?: number },
): readonly UpliftBand[] {
  const { bands, level = DEFAULT_LEVEL } = options;
  if (!(Number.isInteger(bands) && bands >= 1)) throw new RangeError(`bands must be at least 1, got ${bands}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  const { weights } = checkedTrial(columns);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ranks = midRanks(columns.score, weights);
  const sums = Array.from({ length: bands }, emptyBand);
  weights.forEach((weight, row) => {
    const band = sums[Math.min(bands - 1, Math.floor((bands * (total - (ranks[row] ?? 0) + 0.5)) / total))];
    if (band === undefined || weight === 0) return;
    const [score, outcome] = [columns.score[row] ?? 0, columns.outcome[row] ?? 0];
    band.lowest = Math.min(band.lowest, score);
    band.highest = Math.max(band.highest, score);
    const arm = columns.treated[row] === 1 ? band.treated : band.heldOut;
    arm.customers += weight;
    arm.sum += weight * outcome;
    arm.squares += weight * outcome * outcome;
  });
  const quantile = normalQuantile(0.5 + level / 2, 0, 1);
  return sums
    .filter((band) => band.treated.customers + band.heldOut.customers > 0)
    .map((band) => ({
      lowestScore: band.lowest,
      highestScore: band.highest,
      treated: band.treated.customers,
      heldOut: band.heldOut.customers,
      uplift: upliftOf(band.treated, band.heldOut, quantile, level),
    }));
}

interface Arm {
  customers: number;
  sum: number;
  squares: number;
}

function emptyBand() {
  const arm = (): Arm => ({ customers: 0, sum: 0, squares: 0 });
  return { lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY, treated: arm(), heldOut: arm() };
}

function upliftOf(treated: Arm, heldOut: Arm, quantile: number, level: number): Estimate | null {
  if (!(treated.customers >= 2 && heldOut.customers >= 2)) return null;
  const value = treated.sum / treated.customers - heldOut.sum / heldOut.customers;
  const half = quantile * Math.sqrt(varianceOfMean(treated) + varianceOfMean(heldOut));
  return { value, low: value - half, high: value + half, level };
}

function varianceOfMean({ customers, sum, squares }: Arm): number {
  return Math.max(0, squares - (sum * sum) / customers) / (customers - 1) / customers;
}
