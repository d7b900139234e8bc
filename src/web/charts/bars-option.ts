import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { type BarRow, barBenchmarks, barRows } from './bar-rows.ts';
import type { ChartData, Studio } from './chart-shape.ts';
import { tickText, unitScale } from './unit-scale.ts';

const ROW = 36;
const NARROW = 520;
const CHARACTER = 7.2;
const LEAST = 64;

/** On narrow screens names stand above their bars. */
const ABOVE = {
  inside: true,
  align: 'left' as const,
  verticalAlign: 'bottom' as const,
  margin: 0,
  padding: [0, 0, 10, 0],
};

export const barsHeight = (chart: ChartData): number => chart.points.length * ROW + 64;

/** Pixel positions of an interval or a published figure: value on the x axis, row on the y axis. */
function strokes(rows: readonly BarRow[], colours: { readonly line: string; readonly dashed: string }) {
  const render: CustomSeriesRenderItem = (params, api) => {
    const row = rows[params.dataIndex];
    if (row === undefined) return null;
    const at = (value: number) => api.coord([value, params.dataIndex]);
    const [left = 0, middle = 0] = at(row.from);
    const [right = 0] = at(row.to);
    const published = row.benchmarks.map((value) => {
      const [x = 0] = at(value);
      return {
        type: 'line' as const,
        shape: { x1: x, x2: x, y1: middle - ROW / 2 + 3, y2: middle + ROW / 2 - 3 },
        style: { stroke: colours.dashed, lineWidth: 1.5, lineDash: [4, 3] },
      };
    });
    const cap = (x: number) => ({
      type: 'line' as const,
      shape: { x1: x, x2: x, y1: middle - 4, y2: middle + 4 },
      style: { stroke: colours.line, lineWidth: 1.5 },
    });
    const interval =
      row.from === row.to
        ? []
        : [
            {
              type: 'line' as const,
              shape: { x1: left, x2: right, y1: middle, y2: middle },
              style: { stroke: colours.line, lineWidth: 1.5 },
            },
            cap(left),
            cap(right),
          ];
    return { type: 'group', children: [...interval, ...published] };
  };
  return render;
}

/** Lying bars from zero; the interval a thin line, published figures dashed, every number written beside its bar. */
export function barsOption(chart: ChartData, studio: Studio): EChartsOption {
  const { format, ink, width } = studio;
  const rows = barRows(chart, studio);
  const through = barBenchmarks(chart, studio);
  const scale = unitScale(
    chart.unit,
    [
      ...rows.flatMap(({ value, from, to, benchmarks }) => [value, from, to, ...benchmarks]),
      ...through.map(({ value }) => value),
    ],
    width < NARROW ? 3 : 5,
  );
  const narrow = width < NARROW;
  const labels = narrow
    ? 4
    : Math.min(width * 0.34, Math.max(...rows.map(({ label }) => label.length), 4) * CHARACTER + 12);
  const needed = Math.max(LEAST, Math.max(...rows.map(({ text }) => text.length), 0) * CHARACTER + 16);
  const values = Math.min(width * 0.3, needed);
  return {
    animation: false,
    grid: { left: labels, right: values, top: through.length > 0 ? 26 : 6, bottom: 28, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLabel: {
        color: ink.soft,
        hideOverlap: true,
        formatter: (value: number) => tickText(value, chart.unit, scale, format),
      },
      splitLine: { lineStyle: { color: ink.faint } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.soft } },
      axisLabel: {
        color: ink.text,
        interval: 0,
        ...(narrow
          ? { ...ABOVE, width: width - 12, overflow: 'truncate' as const }
          : { width: labels - 12, overflow: 'break' as const, lineHeight: 14, margin: 8 }),
      },
      z: 6,
    },
    series: [
      {
        type: 'bar',
        barWidth: narrow ? 8 : 16,
        data: rows.map(({ value, colour }) => ({ value, itemStyle: { color: colour } })),
        markLine: {
          symbol: 'none',
          data: through.map(({ name, value }) => ({ xAxis: value, name })),
          lineStyle: { type: 'dashed', color: ink.soft },
          label: { formatter: '{b}', color: ink.soft },
        },
      },
      {
        type: 'custom',
        renderItem: strokes(rows, { line: ink.text, dashed: ink.soft }),
        data: rows.map(({ value }, row) => [value, row]),
        z: 5,
      },
      {
        type: 'scatter',
        symbolSize: 0,
        silent: true,
        data: rows.map(({ value, to, text }, row) => ({
          value: [Math.max(0, value, to), row],
          label: {
            show: true,
            formatter: text,
            position: 'right',
            color: ink.text,
            ...(needed > values && { width: values - 12, overflow: 'break' as const, lineHeight: 14 }),
          },
        })),
      },
    ],
  };
}
