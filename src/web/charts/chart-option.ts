import type { EChartsOption } from 'echarts';
import { barsHeight, barsOption } from './bars-option.ts';
import type { ChartData, Studio } from './chart-shape.ts';
import { CURVE_HEIGHT, curveOption } from './curve-option.ts';
import { matrixHeight, matrixOption } from './matrix-option.ts';

const KINDS = {
  bars: { option: barsOption, height: barsHeight },
  curve: { option: curveOption, height: () => CURVE_HEIGHT },
  matrix: { option: matrixOption, height: matrixHeight },
} as const;

/** Height of a drawing in px. */
export const chartHeight = (chart: ChartData): number => KINDS[chart.kind].height(chart);

export const chartOption = (chart: ChartData, studio: Studio): EChartsOption => ({
  ...KINDS[chart.kind].option(chart, studio),
  // Without quotes: they would break the attribute in a saved SVG.
  textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif' },
});
