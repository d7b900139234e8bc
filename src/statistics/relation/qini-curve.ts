import { concentrationIndex } from '../concentration/concentration-index.ts';
import type { Estimate } from '../estimate.ts';
import { checkedTrial, type UpliftColumns } from './uplift-columns.ts';

export interface QiniCurve {
  /** Share of customers treated, best scores first, from 0 to 1; one point per distinct score. */
  readonly treatedShare: Float64Array;
  /** Outcome gained per customer of all when that share is treated; ends at the average effect. */
  readonly gain: Float64Array;
  readonly averageEffect: number;
  /** Area between the curve and treating at random, in outcome per customer; above 0 the score finds the movable. */
  readonly qini: Estimate;
  readonly standardError: number;
}

/**
 * Qini (cumulative uplift) curve of a score on a randomised trial. Each outcome is turned into an unbiased estimate of
 * the own effect, centred so that it varies least; the curve adds these up in order of score. The area over random
 * treatment is then half the absolute concentration index of these effects against the score, which gives its standard
 * error; t interval. Assumes randomised treatment with one share for all and a score fitted on other customers.
 * Throws RangeError for impossible columns or an arm of fewer than 2 customers.
 * Radcliffe (2007), Direct Marketing Analytics Journal 1, 14-21; Gutierrez & Gerardy (2017), PMLR 67, 1-13
 */
export function qiniCurve(columns: UpliftColumns, options: { readonly level?: number } = {}): QiniCurve {
  const { weights, share, control, treatment } = checkedTrial(columns);
  const centre = (1 - share) * treatment + share * control;
  const effect = Float64Array.from(columns.outcome, (outcome, row) => {
    return (outcome - centre) / (columns.treated[row] === 1 ? share : share - 1);
  });
  const ranked = { outcome: effect, rankBy: columns.score, counts: weights };
  const { index, standardError } = concentrationIndex(ranked, { kind: 'absolute', ...options });
  const { value, low, high, level } = index;
  const qini = { value: value / 2, low: low / 2, high: high / 2, level };
  const points = cumulate(effect, columns.score, weights);
  return { ...points, averageEffect: treatment - control, qini, standardError: standardError / 2 };
}

function cumulate(effect: Float64Array, score: ArrayLike<number>, weights: Float64Array) {
  const order = Int32Array.from(weights.keys()).sort((left, right) => (score[right] ?? 0) - (score[left] ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const treatedShare = [0];
  const gain = [0];
  let [customers, gained] = [0, 0];
  order.forEach((row, position) => {
    customers += weights[row] ?? 0;
    gained += (weights[row] ?? 0) * (effect[row] ?? 0);
    if (position + 1 < order.length && score[order[position + 1] ?? 0] === score[row]) return;
    treatedShare.push(customers / total);
    gain.push(gained / total);
  });
  return { treatedShare: Float64Array.from(treatedShare), gain: Float64Array.from(gain) };
}
