import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import type { ChartData, Studio } from './chart-shape.ts';
import { matrixOf } from './matrix-cells.ts';

const ROW = 92;

export const matrixHeight = (chart: ChartData): number =>
  new Set(chart.points.map(({ x }) => String(x).split('|')[0])).size * ROW + 44;

/** Fields in grey, the stronger the larger the number; the number stands in the field, the published one below it. */
export function matrixOption(chart: ChartData, studio: Studio): EChartsOption {
  const { ink, width } = studio;
  const { rows, columns, cells } = matrixOf(chart, studio);
  const labels = Math.min(width * 0.28, 190);
  const field = (width - labels - 8) / Math.max(1, columns.length);
  const render: CustomSeriesRenderItem = (params, api) => {
    const cell = cells[params.dataIndex];
    if (cell === undefined) return null;
    const [x = 0, y = 0] = api.coord([cell.column, cell.row]);
    const text = (words: string, dy: number, size: number, fill: string, weight: number) => ({
      type: 'text' as const,
      style: {
        text: words,
        x,
        y: y + dy,
        fill,
        fontSize: size,
        fontWeight: weight,
        align: 'center' as const,
        verticalAlign: 'middle' as const,
        width: field - 12,
        overflow: 'break' as const,
        lineHeight: size + 3,
      },
    });
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: x - field / 2 + 2, y: y - ROW / 2 + 2, width: field - 4, height: ROW - 4, r: 3 },
          style: { fill: ink.soft, opacity: 0.08 + 0.3 * cell.strength },
        },
        text(cell.text, -20, 18, ink.text, 650),
        ...cell.below.map((line, i) => text(line, 4 + i * 18, 11, ink.text, 400)),
      ],
    };
  };
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: false,
    grid: { outerBoundsMode: 'none', left: labels, right: 8, top: 36, bottom: 8 },
    xAxis: {
      ...axis,
      position: 'top',
      data: [...columns],
      axisLabel: { color: ink.text, width: field - 8, overflow: 'break', lineHeight: 14, interval: 0 },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: [...rows],
      axisLabel: { color: ink.text, width: labels - 12, overflow: 'break', lineHeight: 14, interval: 0 },
    },
    series: [{ type: 'custom', renderItem: render, data: cells.map(({ column, row }) => [column, row]) }],
  };
}
