import type { ChartWords } from '#checks/check-messages.ts';
import type { Chart } from '#checks/verdict.ts';
import type { Format } from '#domain/format.ts';
import { escaped } from './scale.ts';

const CELL = 150;
const LEFT = 190;
const TOP = 40;

/** Two by two: the darker the cell, the larger the number; a published figure stands below its own. Keys are "row|column". */
export function matrixChart(chart: Chart, words: ChartWords, format: Format): string {
  const keys = chart.points.map(({ x }) => String(x).split('|'));
  const rows = [...new Set(keys.map(([row]) => row ?? ''))];
  const columns = [...new Set(keys.map(([, column]) => column ?? ''))];
  const name = (key: string) => escaped(words.series[key] ?? key);
  const heads = columns.map(
    (column, c) =>
      `<text class="label" x="${LEFT + c * CELL + CELL / 2}" y="${TOP - 12}" text-anchor="middle">${name(column)}</text>`,
  );
  const sides = rows.map(
    (row, r) => `<text class="label" x="${LEFT - 12}" y="${TOP + r * 80 + 44}" text-anchor="end">${name(row)}</text>`,
  );
  const cells = chart.points.map((point, i) => {
    const [row, column] = keys[i] ?? ['', ''];
    const left = LEFT + columns.indexOf(column ?? '') * CELL;
    const top = TOP + rows.indexOf(row ?? '') * 80;
    const published = chart.benchmark.find(({ x }) => x === point.x);
    const interval =
      point.low === null || point.high === null
        ? ''
        : `${format.quantity(point.low, chart.unit, 0.02)} – ${format.quantity(point.high, chart.unit, 0.02)}`;
    return `<rect class="cell" x="${left + 2}" y="${top + 2}" width="${CELL - 4}" height="76" style="fill-opacity:${(0.08 + 0.5 * Math.max(0, Math.min(1, point.value))).toFixed(2)}"/>
<text class="big" x="${left + CELL / 2}" y="${top + 34}" text-anchor="middle">${escaped(format.quantity(point.value, chart.unit, 0.02))}</text>
<text class="tick" x="${left + CELL / 2}" y="${top + 50}" text-anchor="middle">${escaped(interval)}</text>
${published === undefined ? '' : `<text class="tick dashed" x="${left + CELL / 2}" y="${top + 68}" text-anchor="middle">(${escaped(words.series[published.series] ?? published.series)}: ${escaped(format.quantity(published.value, chart.unit, 0.02))})</text>`}`;
  });
  const height = TOP + rows.length * 80 + 8;
  return `<svg viewBox="0 0 ${LEFT + columns.length * CELL + 20} ${height}" class="matrix" role="img" aria-label="${escaped(words.title)}">${[...heads, ...sides, ...cells].join('\n')}</svg>`;
}
