import { type ChartData, nameOf, precisionOf, type Studio } from './chart-shape.ts';

/** A field of a table of fields. `strength` 0..1: its value among all. */
interface MatrixCell {
  readonly row: number;
  readonly column: number;
  readonly strength: number;
  readonly text: string;
  readonly below: readonly string[];
}

export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly MatrixCell[];
}

/** Fields from points whose x is "row|column". */
export function matrixOf(chart: ChartData, { names, format }: Pick<Studio, 'names' | 'format'>): Matrix {
  const keyed = chart.points.map((point) => {
    const [row = '', column = ''] = String(point.x).split('|');
    return { point, row, column };
  });
  const rows = [...new Set(keyed.map(({ row }) => row))];
  const columns = [...new Set(keyed.map(({ column }) => column))];
  const largest = Math.max(...chart.points.map(({ value }) => Math.abs(value)), 0);
  return {
    rows: rows.map((row) => nameOf(names, row)),
    columns: columns.map((column) => nameOf(names, column)),
    cells: keyed.map(({ point, row, column }) => {
      const precision = precisionOf(point);
      const side = (value: number | null) => format.quantity(value ?? point.value, chart.unit, precision);
      const published = chart.benchmark.filter(({ x }) => x === point.x);
      return {
        row: rows.indexOf(row),
        column: columns.indexOf(column),
        strength: largest === 0 ? 0 : Math.abs(point.value) / largest,
        text: format.quantity(point.value, chart.unit, precision),
        below: [
          ...(precision === undefined ? [] : [`${side(point.low)} – ${side(point.high)}`]),
          ...published.map(({ series, value }) => `${nameOf(names, series)}: ${format.quantity(value, chart.unit)}`),
        ],
      };
    }),
  };
}
