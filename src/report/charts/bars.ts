import type { ChartWords } from '#checks/check-messages.ts';
import type { Chart } from '#checks/verdict.ts';
import type { Format } from '#domain/format.ts';
import { escaped, linear, px, seriesClass, seriesOf, ticksFor } from './scale.ts';

const WIDTH = 720;
const LABELS = 210;
const VALUES = 90;
const ROW = 26;
const TOP = 8;

/** Lying bars from zero, each with its value and its interval as a thin line; long German labels have room on the left. */
export function barsChart(chart: Chart, words: ChartWords, format: Format): string {
  const points = chart.points;
  const several = seriesOf(points).length > 1;
  const others = seriesOf(points).filter((series) => series !== 'existing' && series !== 'newcomer');
  const marks = [...points, ...chart.benchmark].flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const ticks = ticksFor(marks);
  const x = linear(ticks[0] ?? 0, ticks.at(-1) ?? 1, LABELS, WIDTH - VALUES);
  const height = TOP + points.length * ROW + 24;
  const grid = ticks.map(
    (
      tick,
    ) => `<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${px(x(tick))}" x2="${px(x(tick))}" y1="${TOP}" y2="${height - 22}"/>
<text class="tick" x="${px(x(tick))}" y="${height - 6}" text-anchor="middle">${escaped(format.quantity(tick, chart.unit, Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * 2))}</text>`,
  );
  const rows = points.map((point, i) => {
    const middle = TOP + i * ROW + ROW / 2;
    const from = Math.min(x(0), x(point.value));
    const name = words.series[point.series] ?? point.series;
    const place = words.series[String(point.x)] ?? String(point.x);
    const label = several ? [name, place].filter((part) => part !== '').join(', ') : place;
    const [low, high] = [point.low ?? point.value, point.high ?? point.value];
    const right = Math.max(x(point.value), x(high), x(0)) + 6;
    const precision = (high - low) / 2;
    return `<text class="label" x="${LABELS - 8}" y="${middle + 4}" text-anchor="end">${escaped(label)}</text>
<rect class="bar ${seriesClass(point.series, others)}" x="${px(from)}" y="${middle - 8}" width="${px(Math.abs(x(point.value) - x(0)))}" height="16"/>
${low === high ? '' : `<line class="interval" x1="${px(x(low))}" x2="${px(x(high))}" y1="${middle}" y2="${middle}"/>`}
<text class="value" x="${px(right)}" y="${middle + 4}">${escaped(format.quantity(point.value, chart.unit, precision > 0 ? precision : undefined))}</text>`;
  });
  const benchmarks = chart.benchmark.map((point) => {
    const i = points.findIndex(({ x: at }) => at === point.x);
    const y = TOP + Math.max(0, i) * ROW;
    return `<line class="benchmark" x1="${px(x(point.value))}" x2="${px(x(point.value))}" y1="${y + 2}" y2="${y + ROW - 2}"/>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(words.title)}">${[...grid, ...rows, ...benchmarks].join('\n')}</svg>`;
}
