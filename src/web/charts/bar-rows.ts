import { type ChartData, inkOf, nameOf, placeText, precisionOf, type Studio, seriesOf } from './chart-shape.ts';

/** One lying bar with all that is written beside it. `from`..`to`: its interval; equal where there is none. */
export interface BarRow {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly colour: string;
  readonly benchmarks: readonly number[];
}

/** A published figure that belongs to no single bar: a line through all of them. */
export interface BarBenchmark {
  readonly name: string;
  readonly value: number;
}

export function barRows(chart: ChartData, { names, format, ink }: Omit<Studio, 'width'>): readonly BarRow[] {
  const all = seriesOf(chart.points);
  return chart.points.map((point) => {
    const place = placeText(String(point.x), names, format);
    const name = nameOf(names, point.series);
    const own = chart.benchmark.filter(({ x }) => x === point.x);
    const named = own.map(
      (benchmark) => `${nameOf(names, benchmark.series)}: ${format.quantity(benchmark.value, chart.unit)}`,
    );
    return {
      label: (all.length > 1 && name !== place ? [name, place] : [place]).filter((part) => part !== '').join(', '),
      value: point.value,
      from: point.low ?? point.value,
      to: point.high ?? point.value,
      text: [format.quantity(point.value, chart.unit, precisionOf(point)), ...named].join(' · '),
      colour: inkOf(point.series, all, ink),
      benchmarks: own.map(({ value }) => value),
    };
  });
}

export function barBenchmarks(
  chart: ChartData,
  { names, format }: Pick<Studio, 'names' | 'format'>,
): readonly BarBenchmark[] {
  const bars = new Set(chart.points.map(({ x }) => x));
  return chart.benchmark
    .filter(({ x }) => !bars.has(x))
    .map(({ series, value }) => ({
      name: `${nameOf(names, series)}: ${format.quantity(value, chart.unit)}`,
      value,
    }));
}
