import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartData, Studio } from './chart-shape.ts';
import { type CurveLine, curveLines } from './curve-lines.ts';
import { spread } from './spread.ts';
import { tickText, unitScale } from './unit-scale.ts';
import { areYears, placeScale } from './year-axis.ts';

export const CURVE_HEIGHT = 320;
const NARROW = 560;
const BOTTOM = 44;
const LINE = 16;
const MARKS = 12;
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
    // The legend takes the first hue that bears the name.
    itemStyle: { color: colour },
    data: band.map(({ x, high }) => [x, high]),
    silent: true,
    z: 1,
    clip: true,
  };
}

interface LabelPlace {
  readonly room: number;
  readonly narrow: boolean;
  /** From the end of the line to the right border, and down, px. */
  readonly shift: readonly [number, number];
}

function lineSeries(line: CurveLine, index: number, { room, narrow, shift }: LabelPlace): LineSeriesOption {
  // Marks tell greys apart; a dozen along a line are enough.
  const stride = Math.ceil(line.points.length / MARKS);
  return {
    type: 'line',
    name: line.name,
    data: line.points.map(([x, value], at) => ({ value: [x, value], symbolSize: at % stride === 0 ? 7 : 0 })),
    symbol: line.published ? 'none' : (SYMBOLS[index % SYMBOLS.length] ?? 'circle'),
    lineStyle: { color: line.colour, width: 2, type: line.published ? 'dashed' : 'solid' },
    itemStyle: { color: line.colour },
    endLabel: {
      show: !narrow,
      formatter: line.name,
      offset: [...shift],
      color: line.colour,
      width: room - 12,
      overflow: 'break',
      lineHeight: 14,
      fontWeight: 600,
    },
    z: 3,
  };
}

/** Lines over a number with their bands; every line carries its name at its end, on narrow screens in a line above. */
export function curveOption(chart: ChartData, studio: Studio): EChartsOption {
  const { names, format, ink, width } = studio;
  const lines = curveLines(chart, studio);
  const narrow = width < NARROW;
  const room = narrow ? 16 : Math.min(190, width * 0.24);
  const y = unitScale(
    chart.unit,
    lines.flatMap(({ points, band }) => [
      ...points.map(([, value]) => value),
      ...band.flatMap(({ low, high }) => [low, high]),
    ]),
    5,
  );
  const places = lines.flatMap(({ points }) => points.map(([at]) => at));
  const years = areYears(places);
  const x = placeScale(places, narrow ? 4 : 8);
  const wide = Math.max(...[y.min, y.max].map((end) => tickText(end, chart.unit, y, format).length));
  const top = narrow ? 16 + 20 * lines.length : 14;
  const down = (value: number) => ((y.max - value) / (y.max - y.min)) * (CURVE_HEIGHT - top - BOTTOM);
  const ends = lines.map(({ points }) => down(points.at(-1)?.[1] ?? 0));
  const left = Math.max(40, wide * 6.8 + 10);
  const toBorder = ({ points }: CurveLine) =>
    ((x.max - (points.at(-1)?.[0] ?? x.max)) / (x.max - x.min)) * (width - left - room);
  const heights = spread(ends, LINE);
  const shiftOf = (line: CurveLine, index: number) =>
    [toBorder(line), (heights[index] ?? 0) - (ends[index] ?? 0)] as const;
  return {
    animation: false,
    grid: { left, outerBoundsMode: 'none', right: room, top, bottom: BOTTOM },
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
      axisLabel: {
        color: ink.soft,
        formatter: (at: number) => (years ? String(at) : format.number(at, Number.isInteger(at) ? 0 : 1)),
      },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: ink.soft } },
    },
    yAxis: {
      type: 'value',
      min: y.min,
      max: y.max,
      interval: y.step,
      axisLabel: { color: ink.soft, formatter: (value: number) => tickText(value, chart.unit, y, format) },
      splitLine: { lineStyle: { color: ink.faint } },
    },
    series: [
      ...lines.filter(({ band }) => band.length > 1).map(bandSeries),
      ...lines.map((line, index) => lineSeries(line, index, { room, narrow, shift: shiftOf(line, index) })),
    ],
  };
}
