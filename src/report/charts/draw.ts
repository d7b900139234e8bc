import type { ChartWords } from '#checks/check-messages.ts';
import type { Chart } from '#checks/verdict.ts';
import type { Format } from '#domain/format.ts';
import { barsChart } from './bars.ts';
import { curveChart } from './curve.ts';
import { matrixChart } from './matrix.ts';
import { escaped } from './scale.ts';

const DRAWN = { bars: barsChart, curve: curveChart, matrix: matrixChart } as const;

interface TableWords {
  readonly table: string;
  readonly value: string;
  readonly interval: string;
  readonly to: string;
  readonly benchmark: string;
}

function chartTable(chart: Chart, words: ChartWords, format: Format, common: TableWords): string {
  const name = (key: string) =>
    key
      .split('|')
      .map((part) => words.series[part] ?? part)
      .join(' / ');
  const rows = [...chart.points, ...chart.benchmark].map((point) => {
    const both = point.low !== null && point.high !== null && point.low !== point.high;
    const precision = both ? ((point.high ?? 0) - (point.low ?? 0)) / 2 : undefined;
    const side = (value: number | null) => format.quantity(value ?? 0, chart.unit, precision);
    const interval = both ? `${side(point.low)} ${common.to} ${side(point.high)}` : '';
    const note = chart.benchmark.includes(point) ? ` (${common.benchmark})` : '';
    return `<tr><td>${escaped(name(point.series) + note)}</td><td>${escaped(typeof point.x === 'number' ? format.number(point.x, 0) : name(point.x))}</td><td class="n">${escaped(format.quantity(point.value, chart.unit, precision))}</td><td class="n">${escaped(interval)}</td></tr>`;
  });
  return `<details class="twin"><summary>${escaped(common.table)}</summary><table><thead><tr><th></th><th>${escaped(words.x)}</th><th class="n">${escaped(common.value)}</th><th class="n">${escaped(common.interval)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

/** A chart with its title and its table twin, as HTML. */
export function drawChart(chart: Chart, words: ChartWords | undefined, format: Format, common: TableWords): string {
  if (words === undefined || chart.points.length === 0) return '';
  return `<figure><figcaption>${escaped(words.title)}</figcaption>${DRAWN[chart.kind](chart, words, format)}${chartTable(chart, words, format, common)}</figure>`;
}
