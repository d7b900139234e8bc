import { type ChartData, type ChartPoint, inkOf, nameOf, type Studio, seriesOf } from './chart-shape.ts';

/** One line over x with its band; `band` is empty where no interval is known. */
export interface CurveLine {
  readonly name: string;
  readonly colour: string;
  readonly published: boolean;
  readonly points: readonly (readonly [number, number])[];
  readonly band: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

const placed = ({ x }: ChartPoint) => Number(x);

function lineOf(points: readonly ChartPoint[]): Pick<CurveLine, 'points' | 'band'> {
  const sorted = points.filter((point) => Number.isFinite(placed(point))).sort((a, b) => placed(a) - placed(b));
  return {
    points: sorted.map((point) => [placed(point), point.value] as const),
    band: sorted.flatMap(({ x, low, high }) =>
      low === null || high === null || low === high ? [] : [{ x: Number(x), low, high }],
    ),
  };
}

/** The lines of a chart: what was measured first, what was published after it. */
export function curveLines(chart: ChartData, { names, ink }: Pick<Studio, 'names' | 'ink'>): readonly CurveLine[] {
  const measured = seriesOf(chart.points);
  const own = (from: readonly ChartPoint[], series: string) => from.filter((point) => point.series === series);
  return [
    ...measured.map((series) => ({
      name: nameOf(names, series),
      colour: inkOf(series, measured, ink),
      published: false,
      ...lineOf(own(chart.points, series)),
    })),
    ...seriesOf(chart.benchmark).map((series) => ({
      name: nameOf(names, series),
      colour: ink.soft,
      published: true,
      ...lineOf(own(chart.benchmark, series)),
    })),
  ];
}
