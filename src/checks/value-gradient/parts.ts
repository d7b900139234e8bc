import type { Estimate } from '#statistics/estimate.ts';
import { type Chart, type ChartPoint, type Detail, quantity, type Stratum } from '../verdict.ts';
import { KINDS } from './conditions.ts';
import type { Judged } from './judge.ts';

/** Every condition with its index, signed so that above 0 the most valuable get the worst. */
export function strataOf(all: readonly Judged[]): readonly Stratum[] {
  return all.map(({ gradient, against, outcome }) => ({
    key: gradient.condition,
    effect: quantity(against, 'correlation'),
    outcome,
    counts: { units: gradient.units, receivers: gradient.receivers },
  }));
}

/** The index with its own sign for each condition; for the one that carries the answer also the ends of the scale. */
export function detailsOf(all: readonly Judged[], headline: Judged): readonly Detail[] {
  const { condition, deciles, mean, mixPart } = headline.gradient;
  const { unit } = KINDS[condition];
  const detail = (key: string, estimate: Estimate | undefined, as: Detail['quantity']['unit']): readonly Detail[] =>
    estimate === undefined || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, as) }];
  return [
    ...detail('mean', mean, unit),
    ...detail('topTenth', deciles.at(-1), unit),
    ...detail('bottomTenth', deciles[0], unit),
    ...all.flatMap(({ gradient }) => detail(`index_${gradient.condition}`, gradient.index, 'correlation')),
    ...detail('mixPart', mixPart, 'correlation'),
    ...all.flatMap(({ gradient }) =>
      gradient.condition === 'discount' ? detail('boundedIndex', gradient.bounded, 'correlation') : [],
    ),
  ];
}

/** Mean by tenth of value, one drawing a condition, with the mean of all dashed. */
export function chartsOf(all: readonly Judged[]): readonly Chart[] {
  return all.map(({ gradient: { condition, deciles, mean } }) => {
    const points = deciles.map(
      ({ value, low, high }, index): ChartPoint => ({ series: 'existing', x: index + 1, value, low, high }),
    );
    const benchmark = points.map(
      ({ x }): ChartPoint => ({ series: 'mean', x, value: mean.value, low: null, high: null }),
    );
    return { id: condition, kind: 'curve', unit: KINDS[condition].unit, points, benchmark };
  });
}
