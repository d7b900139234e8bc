import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import { type Chart, type ChartPoint, type Detail, quantity } from '../verdict.ts';
import { rateOf, rateOfSums, ratioOf } from './drop.ts';
import { type courtshipCells, spanName } from './query.ts';
import { SPAN_DAYS, SPANS } from './settings.ts';

type AllCells = Readonly<Record<keyof typeof courtshipCells, Cells>>;
type Unit = Detail['quantity']['unit'];

const detail = (key: string, estimate: Estimate | null, unit: Unit): Detail[] =>
  estimate === null || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];

export function detailsOf(cells: AllCells, ratio: Estimate, prospects: Estimate | null): readonly Detail[] {
  const { signatures } = cells;
  const silent = { successes: sumOf(signatures, 'affected'), trials: sumOf(signatures, 'courted') };
  return [
    ...detail('ratio', ratio, 'ratio'),
    ...detail('rateBefore', rateOf(signatures, 'before', 'courting'), '1/year'),
    ...detail('rateAfter', rateOf(signatures, 'after', 'courting'), '1/year'),
    ...detail('rateLater', rateOf(signatures, 'later', 'courting'), '1/year'),
    ...detail('givingRatio', ratioOf(signatures, 'after', 'giving'), 'ratio'),
    ...detail('sellingRatio', ratioOf(signatures, 'after', 'selling'), 'ratio'),
    ...detail('personalRatio', ratioOf(signatures, 'after', 'personal'), 'ratio'),
    ...detail('givingLaterRatio', ratioOf(signatures, 'later', 'giving'), 'ratio'),
    ...detail(
      'rateProspects',
      prospects === null ? null : rateOfSums(cells.prospects, ['courting', 'years']),
      '1/year',
    ),
    ...detail('fellSilent', wilsonInterval(silent), 'share'),
  ];
}

/** Courting and burdens by month from the signature, per person and year. */
export function courseChart(course: Cells): Chart {
  const bounded = (value: number) => (Number.isFinite(value) ? value : null);
  const points = ['courting', 'burden'].flatMap((series) =>
    SPANS.flatMap((span): readonly ChartPoint[] => {
      const name = spanName(span);
      if (!(sumOf(course, `${name}_years`) > 0)) return [];
      const { value, low, high } = rateOfSums(course, [`${name}_${series}`, `${name}_years`]);
      const months = ((span + 0.5) * SPAN_DAYS * 12) / 365;
      return [{ series, x: Math.round(10 * months) / 10, value, low: bounded(low), high: bounded(high) }];
    }),
  );
  return { id: 'course', kind: 'curve', unit: '1/year', points, benchmark: [] };
}
