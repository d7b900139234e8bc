import type { Unit } from '#domain/verdict-terms.ts';
import { gini } from '#statistics/concentration/gini.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { type Chart, type Detail, quantity, type Stratum } from '../verdict.ts';
import type { Figures } from './figures.ts';
import { type BaseValueSettings, TENURE_BANDS } from './settings.ts';

export type Input = AssessInput<BaseValueSettings, 'values' | 'distribution'>;
export type Source = 'margin' | 'revenue' | 'price';

/** What was measured, before it is put into words. */
export interface Base {
  readonly input: Input;
  readonly source: Source;
  readonly figures: Figures;
  readonly customers: number;
  readonly regulars: number;
  /** Why the trend of the regulars' share cannot be told; null where it can. */
  readonly noTrend: 'noEnds' | 'snapshot' | 'recordsTooShort' | 'migrated' | 'fewThen' | null;
  readonly recordsFrom: string;
  readonly hasEnds: boolean;
}

/** Bands that may be shown: none below the minimum, and never exactly one hidden, lest it be had by subtraction. */
function shownBands(customers: readonly number[], minimum: number): readonly boolean[] {
  const shown = customers.map((count) => count === 0 || count >= minimum);
  const hidden = shown.filter((own) => !own).length;
  if (hidden !== 1) return shown;
  const smallest = Math.min(...customers.filter((count, i) => shown[i] && count > 0));
  const second = customers.indexOf(smallest);
  return shown.map((own, i) => own && i !== second);
}

const bandCounts = (cells: Cells) => {
  const at = cells.by.indexOf('band');
  return TENURE_BANDS.map((band) => sumOf(cells, 'customers', (tuple) => tuple[at] === band));
};

export function strataOf(base: Base): readonly Stratum[] {
  const { figures, input } = base;
  const counts = bandCounts(input.cells.values);
  const shown = shownBands(counts, input.audit.minimumCell);
  return TENURE_BANDS.flatMap((band, i): readonly Stratum[] => {
    const share = figures.bands[i];
    if (share === undefined || shown[i] !== true || (counts[i] ?? 0) === 0) return [];
    return [
      {
        key: `tenure:${band}`,
        effect: quantity(share, 'share'),
        outcome: 'clear',
        counts: { customers: counts[i] ?? 0 },
      },
    ];
  });
}

export function chartsOf(base: Base): readonly Chart[] {
  const { figures, input, noTrend } = base;
  const counts = bandCounts(input.cells.values);
  const shown = shownBands(counts, input.audit.minimumCell);
  const points = TENURE_BANDS.flatMap((band, i) => {
    const [share, customers] = [figures.bands[i], figures.bandShares[i]];
    if (share === undefined || customers === undefined || shown[i] !== true || (counts[i] ?? 0) === 0) return [];
    const series = band === '0' ? 'newcomer' : 'existing';
    return [
      { series, x: band, value: share.value, low: share.low, high: share.high },
      { series: 'customers', x: band, value: customers.value, low: customers.low, high: customers.high },
    ];
  });
  const byTenure: Chart = { id: 'valueByTenure', kind: 'bars', unit: 'share', points, benchmark: [] };
  if (noTrend !== null) return [byTenure];
  const year = Number(input.audit.asOf.slice(0, 4));
  const history = figures.years.map(({ value, low, high }, back) => ({
    series: 'existing',
    x: year - back,
    value,
    low,
    high,
  }));
  return [byTenure, { id: 'regularsByYear', kind: 'curve', unit: 'share', points: history.reverse(), benchmark: [] }];
}

/** Gini of the values, where none is below zero. */
function giniOf(distribution: Cells): Estimate | null {
  const [countAt, valueAt] = ['customers', 'value'].map((name) => distribution.sumNames.indexOf(name));
  const row = (cell: number, at: number | undefined) => distribution.total[cell * distribution.sums + (at ?? 0)] ?? 0;
  const cells = [...distribution.tuples.keys()];
  const counts = cells.map((cell) => row(cell, countAt));
  const values = cells.map((cell, i) => row(cell, valueAt) / (counts[i] ?? 1));
  if (values.length === 0 || values.some((value) => value < 0) || values.every((value) => value === 0)) return null;
  return gini({ values, counts }).gini;
}

export function detailsOf(base: Base): readonly Detail[] {
  const { figures, input, noTrend, hasEnds, customers } = base;
  const enough = customers >= input.audit.minimumMoneyUnits;
  const concentration = giniOf(input.cells.distribution);
  const of = (key: string, estimate: Estimate | null, unit: Unit, told = true): readonly Detail[] =>
    estimate === null || !told || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];
  return [
    ...of('existingValueShare', figures.existingValueShare, 'share'),
    ...of('existingShare', figures.existingShare, 'share'),
    ...of('topFifthShare', figures.topFifthShare, 'share'),
    ...of('gini', concentration, 'ratio'),
    ...of('meanValue', figures.meanValue, 'money/year', enough),
    ...of('retention', figures.retention, 'share', hasEnds),
    ...of('bookValue', figures.bookValue, 'money', enough && hasEnds),
    ...of('gainOfStep', figures.gainOfStep, 'money', enough && hasEnds),
    ...of('lossOfStep', figures.lossOfStep, 'money', enough && hasEnds),
    ...of('trend', figures.trend, 'percentagePoints', noTrend === null),
    ...of('growth', figures.growth, 'share', noTrend === null),
  ];
}
