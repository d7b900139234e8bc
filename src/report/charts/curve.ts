import type { ChartWords } from '#checks/check-messages.ts';
import type { Chart } from '#checks/verdict.ts';
import type { Format } from '#domain/format.ts';
import { type ChartPoint, escaped, linear, px, seriesClass, seriesOf, ticksFor } from './scale.ts';

const WIDTH = 720;
const HEIGHT = 280;
const LEFT = 64;
const RIGHT = 150;
const TOP = 10;
const BOTTOM = 40;

const byX = (a: ChartPoint, b: ChartPoint) => Number(a.x) - Number(b.x);

/** Moves labels apart so that no two overlap; keeps their order. */
function spread(positions: readonly number[], gap: number): readonly number[] {
  const order = [...positions.keys()].sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed: number[] = [...positions];
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(positions[i] ?? 0, last + gap);
    last = placed[i] ?? 0;
  }
  return placed;
}

/** Lines over a number with their bands; every line carries its name at its end. */
export function curveChart(chart: Chart, words: ChartWords, format: Format): string {
  const all = [...chart.points, ...chart.benchmark];
  const names = seriesOf(chart.points);
  const others = names.filter((series) => series !== 'existing' && series !== 'newcomer');
  const xTicks = ticksFor(
    all.map(({ x }) => Number(x)),
    6,
  );
  const yTicks = ticksFor(all.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]));
  const x = linear(xTicks[0] ?? 0, xTicks.at(-1) ?? 1, LEFT, WIDTH - RIGHT);
  const y = linear(yTicks[0] ?? 0, yTicks.at(-1) ?? 1, HEIGHT - BOTTOM, TOP);
  const step = Math.abs((yTicks[1] ?? 1) - (yTicks[0] ?? 0));
  const grid = [
    ...yTicks.map(
      (
        tick,
      ) => `<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>
<text class="tick" x="${LEFT - 8}" y="${px(y(tick) + 4)}" text-anchor="end">${escaped(format.quantity(tick, chart.unit, step * 2))}</text>`,
    ),
    ...xTicks.map(
      (tick) =>
        `<text class="tick" x="${px(x(tick))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(format.number(tick, 0))}</text>`,
    ),
    `<text class="axis" x="${px((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 4}" text-anchor="middle">${escaped(words.x)}</text>`,
  ];
  const lines = names.map((name) => {
    const points = chart.points.filter(({ series }) => series === name).sort(byX);
    const at = ({ x: where, value }: ChartPoint) => `${px(x(Number(where)))},${px(y(value))}`;
    const banded = points.filter(({ low, high }) => low !== null && high !== null);
    const upper = banded.map((point) => at({ ...point, value: point.high ?? point.value }));
    const lower = banded.map((point) => at({ ...point, value: point.low ?? point.value })).reverse();
    const band =
      banded.length > 1
        ? `<polygon class="band ${seriesClass(name, others)}" points="${[...upper, ...lower].join(' ')}"/>`
        : '';
    return `${band}<polyline class="line ${seriesClass(name, others)}" points="${points.map(at).join(' ')}"/>`;
  });
  const ends = names.map((name) =>
    chart.points
      .filter(({ series }) => series === name)
      .sort(byX)
      .at(-1),
  );
  const heights = spread(
    ends.map((point) => y(point?.value ?? 0)),
    15,
  );
  const labels = names.map(
    (name, i) =>
      `<text class="name ${seriesClass(name, others)}" x="${WIDTH - RIGHT + 8}" y="${px((heights[i] ?? 0) + 4)}">${escaped(words.series[name] ?? name)}</text>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(words.title)}">${[...grid, ...lines, ...labels].join('\n')}</svg>`;
}
