import type { Chart } from '#checks/verdict.ts';

export type ChartPoint = Chart['points'][number];

/** Text inside markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Round steps that cover the values and always include zero. */
export function ticksFor(values: readonly number[], wanted = 5): readonly number[] {
  const finite = [0, ...values.filter(Number.isFinite)];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (low === high) return [0, 1];
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step);
  const to = Math.ceil(high / step);
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

/** Maps values between two ends onto pixels. */
export function linear(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

/** One decimal is finer than a printer. */
export const px = (value: number) => Number(value.toFixed(1));

/** Class of a series: the two story colours, or the next grey. */
export function seriesClass(series: string, others: readonly string[]): string {
  if (series === 'existing' || series === 'newcomer') return series;
  return `other other-${others.indexOf(series) % 4}`;
}

export const seriesOf = (points: readonly ChartPoint[]) => [...new Set(points.map(({ series }) => series))];
