import type { Format } from '#domain/format.ts';
import type { PresentedCheck, ReportCheck } from '../parts/report-shape.ts';

/** Numbers of a drawing, as the report has them. */
export type ChartData = ReportCheck['charts'][number];
export type ChartPoint = ChartData['points'][number];
/** The same drawing's title, axes and names. */
export type ChartNames = Pick<PresentedCheck['charts'][number], 'title' | 'x' | 'y' | 'series'>;

/** Colours of one colour scheme. `greys` tell series apart that belong to neither group. */
export interface Ink {
  readonly existing: string;
  readonly newcomer: string;
  readonly text: string;
  readonly soft: string;
  readonly faint: string;
  readonly ground: string;
  readonly greys: readonly string[];
}

/** What a drawing is made with. `width` in px; `still`: the reader asked for less motion. */
export interface Studio {
  readonly names: ChartNames;
  readonly format: Format;
  readonly ink: Ink;
  readonly width: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A place on an axis that is no number: a known name, a day, or as it is. */
export function placeText(place: string, names: Pick<ChartNames, 'series'>, format: Format): string {
  return names.series[place] ?? (DAY.test(place) ? format.day(place) : place);
}

export const nameOf = (names: ChartNames, key: string): string => names.series[key] ?? key;

/** Hue of a group, otherwise the next grey. */
export function inkOf(series: string, all: readonly string[], ink: Ink): string {
  if (series === 'existing') return ink.existing;
  if (series === 'newcomer') return ink.newcomer;
  const others = all.filter((name) => name !== 'existing' && name !== 'newcomer');
  return ink.greys[others.indexOf(series) % ink.greys.length] ?? ink.soft;
}

export const seriesOf = (points: readonly ChartPoint[]): readonly string[] => [
  ...new Set(points.map(({ series }) => series)),
];

/** Half the width of a point's interval; undefined where it has none. */
export function precisionOf({ low, high }: Pick<ChartPoint, 'low' | 'high'>): number | undefined {
  return low === null || high === null || low === high ? undefined : (high - low) / 2;
}
