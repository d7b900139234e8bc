import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartData, Studio } from './chart-shape.ts';
import { type CurveLine, curveLines } from './curve-lines.ts';
import { niceScale } from './nice-scale.ts';

export const CURVE_HEIGHT = 320;
const NARROW = 560;
const SYMBOLS = ['circle', 'triangle', 'rect', 'diamond'] as const;

/** The band as one shape, drawn once. */
function bandSeries({ name, band, colour }: CurveLine): CustomSeriesOption {
  const render: CustomSeriesRenderItem = (params, api) => {
    if (params.dataIndex > 0) return null;
    const upper = band.map(({ x, high }) => api.coord([x, high]));
    const lower = band.map(({ x, low }) => api.coord([x, low])).reverse();
    return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: colour, opacity: 0.16 } };
  };
  return {
    type: 'custom',
    name,
    renderItem: render,
    data: band.map(({ x, high }) => [x, high]),
    silent: true,
    z: 1,
    clip: true,
  };
}

function lineSeries(line: CurveLine, index: number, room: number, narrow: boolean): LineSeriesOption {
  return {
    type: 'line',
    name: line.name,
    data: line.points.map(([x, value]) => [x, value]),
    symbol: line.published ? 'none' : (SYMBOLS[index % SYMBOLS.length] ?? 'circle'),
    symbolSize: line.points.length > 40 ? 0 : 6,
    lineStyle: { color: line.colour, width: 2, type: line.published ? 'dashed' : 'solid' },
    itemStyle: { color: line.colour },
    endLabel: {
      show: !narrow,
      formatter: line.name,
      color: line.colour,
      width: room - 12,
      overflow: 'break',
      fontWeight: 600,
    },
    labelLayout: { moveOverlap: 'shiftY' },
    z: 3,
  };
}

/** Lines over a number with their bands; every line carries its name at its end, on narrow screens in a line above. */
export function curveOption(chart: ChartData, studio: Studio): EChartsOption {
  const { names, format, ink, width } = studio;
  const lines = curveLines(chart, studio);
  const narrow = width < NARROW;
  const room = narrow ? 16 : Math.min(190, width * 0.24);
  const y = niceScale(
    lines.flatMap(({ points, band }) => [
      ...points.map(([, value]) => value),
      ...band.flatMap(({ low, high }) => [low, high]),
    ]),
    5,
  );
  const x = niceScale(
    lines.flatMap(({ points }) => points.map(([at]) => at)),
    narrow ? 4 : 8,
    false,
  );
  const wide = format.quantity(y.max, chart.unit, y.step * 2).length;
  return {
    animation: false,
    grid: { left: Math.max(40, wide * 6.8 + 10), right: room, top: narrow ? 16 + 20 * lines.length : 14, bottom: 44 },
    ...(narrow && {
      legend: {
        orient: 'vertical' as const,
        left: 0,
        top: 0,
        itemGap: 4,
        textStyle: { color: ink.text },
        data: lines.map(({ name }) => name),
        selectedMode: false,
      },
    }),
    xAxis: {
      type: 'value',
      min: x.min,
      max: x.max,
      interval: x.step,
      name: names.x,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: ink.soft },
      axisLabel: { color: ink.soft, formatter: (at: number) => format.number(at, Number.isInteger(at) ? 0 : 1) },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: ink.soft } },
    },
    yAxis: {
      type: 'value',
      min: y.min,
      max: y.max,
      interval: y.step,
      axisLabel: { color: ink.soft, formatter: (value: number) => format.quantity(value, chart.unit, y.step * 2) },
      splitLine: { lineStyle: { color: ink.faint } },
    },
    series: [
      ...lines.filter(({ band }) => band.length > 1).map(bandSeries),
      ...lines.map((line, index) => lineSeries(line, index, room, narrow)),
    ],
  };
}
