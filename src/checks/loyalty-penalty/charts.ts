import type { Estimate } from '#statistics/estimate.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import { BANDS } from './settings.ts';
import type { SourceGap } from './source-gap.ts';

type ByBand = Readonly<Record<string, Estimate>>;

const point = (series: string, x: string, { value, low, high }: Estimate): ChartPoint => ({
  series,
  x,
  value,
  low,
  high,
});

function bars(id: string, byBand: ByBand, newcomers: Estimate | null): Chart {
  const existing = BANDS.flatMap((band) => {
    const estimate = byBand[band];
    return estimate === undefined ? [] : [point('existing', band, estimate)];
  });
  return {
    id,
    kind: 'bars',
    unit: 'share',
    points: [...(newcomers === null ? [] : [point('newcomer', 'new', newcomers)]), ...existing],
    benchmark: [],
  };
}

/** The price of existing customers against their newcomer twin, by completed contract years. */
export const gapByTenure = (byBand: ByBand, newcomers: Estimate | null): Chart =>
  bars('gapByTenure', byBand, newcomers);

/** Against a named reference the distance of newcomers and existing customers from it is drawn as it is. */
export function penaltyCharts(reference: string, gap: SourceGap, minimumExisting: number): readonly Chart[] {
  const large = (byBand: ByBand): ByBand =>
    Object.fromEntries(
      Object.entries(byBand).filter(([band]) => (gap.existingBy[`tenure:${band}`] ?? 0) >= minimumExisting),
    );
  if (reference === '') return [gapByTenure(large(gap.byBand), gap.newcomerGap)];
  return [bars('againstReference', large(gap.toReference.byBand), gap.toReference.newcomers)];
}
