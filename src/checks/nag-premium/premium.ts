import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { solveLeastSquares } from '#statistics/regression/normal-equations.ts';
import type { CellKey, Cells } from '../cells.ts';
import { TERMS } from './query.ts';

/** What is held equal in a stratum, finest first; the first that finds a counterpart for nearly every ask is taken. */
const LEVELS: readonly { readonly id: string; readonly of: (tuple: readonly CellKey[]) => string }[] = [
  { id: 'quarter', of: ([, quarter, product, band]) => `${String(quarter)}|${String(product)}|${String(band)}` },
  {
    id: 'year',
    of: ([, quarter, product, band]) => `${Math.floor(Number(quarter) / 4)}|${String(product)}|${String(band)}`,
  },
  { id: 'product', of: ([, , product, band]) => `${String(product)}|${String(band)}` },
  { id: 'gap', of: ([, , , band]) => String(band) },
];

interface Layout {
  readonly level: string;
  readonly strata: number;
  /** Per cell: its stratum, and whether it holds asks. */
  readonly stratum: Int32Array;
  readonly asks: readonly boolean[];
  readonly at: (name: string) => number;
  readonly width: number;
}

function layoutOf(cells: Cells, level: (typeof LEVELS)[number]): Layout {
  const names = new Map<string, number>();
  const stratum = Int32Array.from(cells.tuples, (tuple) => {
    const key = level.of(tuple);
    const known = names.get(key) ?? names.size;
    names.set(key, known);
    return known;
  });
  const at = (name: string) => {
    const found = cells.sumNames.indexOf(name);
    if (found < 0) throw new RangeError(`no sum named ${name}`);
    return found;
  };
  const asks = cells.tuples.map(([role]) => role === 'ask');
  return { level: level.id, strata: names.size, stratum, asks, at, width: cells.sums };
}

/** One sum by stratum, of the asks or of the silent. */
function byStratum(layout: Layout, sums: Float64Array, asks: boolean, name: string): Float64Array {
  const column = layout.at(name);
  const result = new Float64Array(layout.strata);
  for (const [cell, isAsk] of layout.asks.entries()) {
    if (isAsk !== asks) continue;
    const s = layout.stratum[cell] ?? 0;
    result[s] = (result[s] ?? 0) + (sums[cell * layout.width + column] ?? 0);
  }
  return result;
}

/** How the silent customers' concessions go with price, tenure and gap inside the strata. */
function silentSlopes(layout: Layout, sums: Float64Array): Float64Array {
  const of = (name: string) => byStratum(layout, sums, false, name);
  const count = of('count');
  const size = TERMS.length;
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  const means = TERMS.map(of);
  const value = of('value');
  const within = (product: Float64Array, a: Float64Array, b: Float64Array) =>
    product.reduce(
      (sum, xy, s) => ((count[s] ?? 0) > 0 ? sum + xy - ((a[s] ?? 0) * (b[s] ?? 0)) / (count[s] ?? 1) : sum),
      0,
    );
  for (const [i, a] of TERMS.entries()) {
    const first = means[i] ?? count;
    moment[i] = within(of(`${a}_x_value`), first, value);
    for (const [j, b] of TERMS.entries()) {
      if (j < i) continue;
      const entry = within(of(`${a}_x_${b}`), first, means[j] ?? count);
      gram[i * size + j] = entry;
      gram[j * size + i] = entry;
    }
  }
  return solveLeastSquares({ size, total: { gram, moment }, replicates: [] }).coefficients;
}

/** Sum of an outcome less what the slopes expect of price, tenure and gap. */
function adjusted(layout: Layout, sums: Float64Array, asks: boolean, slopes: Float64Array): Float64Array {
  const value = byStratum(layout, sums, asks, 'value');
  for (const [k, term] of TERMS.entries()) {
    const column = byStratum(layout, sums, asks, term);
    for (let s = 0; s < layout.strata; s++) value[s] = (value[s] ?? 0) - (slopes[k] ?? 0) * (column[s] ?? 0);
  }
  return value;
}

function compare(layout: Layout, sums: Float64Array) {
  const count = (asks: boolean) => byStratum(layout, sums, asks, 'count');
  const [asks, silent] = [count(true), count(false)];
  const slopes = silentSlopes(layout, sums);
  const standardised = (target: Float64Array, other: Float64Array, targetCount = asks, otherCount = silent) =>
    exactStandardisation({ target: { count: targetCount, total: target }, other: { count: otherCount, total: other } });
  const of = (isAsk: boolean, name: string) => byStratum(layout, sums, isAsk, name);
  const money = standardised(of(true, 'value'), of(false, 'value'));
  const premium = standardised(adjusted(layout, sums, true, slopes), adjusted(layout, sums, false, slopes));
  const granted = standardised(of(true, 'conceded'), of(false, 'conceded'));
  const placebo = standardised(
    of(true, 'before'),
    of(false, 'before'),
    of(true, 'beforeCount'),
    of(false, 'beforeCount'),
  );
  return { premium, money, granted, placebo };
}

export interface Premium {
  /** What asking earns more than keeping still, money a year per ask. */
  readonly premium: Estimate;
  readonly naive: Estimate;
  readonly givenAsked: Estimate;
  readonly givenSilent: Estimate;
  readonly grantedAsked: Estimate;
  readonly grantedSilent: Estimate;
  /** Mean of a concession among asks that got one. */
  readonly size: Estimate;
  /** The same comparison for a time before the first ask, where asking cannot matter. */
  readonly placebo: Estimate;
  readonly overlap: number;
  readonly level: string;
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/**
 * Premium of asking by exact strata (time, product, price gap) in the mix of the asks, with a regression of the silent customers'
 * concessions on price, tenure and gap for the remainder: right if either the strata or the regression hold what matters (Robins,
 * Rotnitzky & Zhao 1994; with weights constant inside strata the augmented estimator is this one). Intervals by the jackknife over customers.
 */
export function premiumOf(cells: Cells): Premium {
  const layouts = LEVELS.map((level) => layoutOf(cells, level));
  const reach = (layout: Layout) => compare(layout, cells.total).money.overlapShare;
  const layout = layouts.find((candidate) => reach(candidate) >= 0.95) ?? layouts[layouts.length - 1];
  if (layout === undefined) throw new RangeError('no layout');
  const { estimates } = deleteAGroup({
    ...cells,
    scale: ['identity', 'identity', 'identity', 'identity', 'logit', 'logit', 'log', 'identity'],
    theta: (sums) => {
      const { premium, money, granted, placebo } = compare(layout, sums);
      const size = money.targetMean / granted.targetMean;
      return [
        premium.difference,
        money.naiveDifference,
        money.targetMean,
        money.otherMean,
        granted.targetMean,
        granted.otherMean,
        size,
        placebo.difference,
      ];
    },
  });
  const at = (i: number) => estimates[i] ?? UNKNOWN;
  return {
    premium: at(0),
    naive: at(1),
    givenAsked: at(2),
    givenSilent: at(3),
    grantedAsked: at(4),
    grantedSilent: at(5),
    size: at(6),
    placebo: at(7),
    overlap: reach(layout),
    level: layout.level,
  };
}

/**
 * With a handful of asks that were followed by a concession the jackknife knows too little of how many more there might have been: the exact interval of the share
 * times the mean concession takes its place.
 */
export function withFewGranted(found: Premium, asks: number, conceded: number, meanConcession: number): Premium {
  if (conceded >= 10 || asks === 0) return found;
  const { low, high } = wilsonInterval({ successes: conceded, trials: asks });
  const silent = Number.isFinite(found.givenSilent.value) ? found.givenSilent.value : 0;
  const premium = { ...found.premium, low: low * meanConcession - silent, high: high * meanConcession - silent };
  return { ...found, premium };
}
