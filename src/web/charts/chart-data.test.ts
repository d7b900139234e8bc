import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { barBenchmarks, barRows } from './bar-rows.ts';
import { chartRows } from './chart-rows.ts';
import type { ChartData, ChartNames, Ink } from './chart-shape.ts';
import { csvOf } from './csv.ts';
import { curveLines } from './curve-lines.ts';
import { matrixOf } from './matrix-cells.ts';

const format = createFormat('en');
const ink: Ink = {
  existing: 'blue',
  newcomer: 'amber',
  text: 'black',
  soft: 'grey',
  faint: 'silver',
  ground: 'white',
  greys: ['grey1', 'grey2'],
};
const names: ChartNames = {
  title: 'Gap',
  x: 'Years',
  y: '',
  series: { existing: 'Existing customers', newcomer: 'Newcomers', study: 'A study', high: 'High', low: 'Low' },
};
const point = (
  series: string,
  x: string | number,
  value: number,
  low: number | null = null,
  high: number | null = null,
) => ({
  series,
  x,
  value,
  low,
  high,
});
const chart = (
  kind: ChartData['kind'],
  points: ChartData['points'],
  benchmark: ChartData['benchmark'] = [],
): ChartData => ({
  id: 'gap',
  kind,
  unit: 'share',
  points,
  benchmark,
});
const studio = { names, format, ink };

test('the two groups keep their hues, other series are told apart by greys', () => {
  const rows = barRows(
    chart(
      'bars',
      ['existing', 'newcomer', 'a', 'b', 'c'].map((series) => point(series, 'x', 1)),
    ),
    studio,
  );
  expect(rows.map(({ colour }) => colour)).toEqual(['blue', 'amber', 'grey1', 'grey2', 'grey1']);
});

test('a bar with no place of its own is called by its series alone', () => {
  const [first, second] = barRows(
    chart('bars', [point('newcomer', '', -0.1), point('existing', '1 year', 0.1)]),
    studio,
  );
  expect(first?.label).toBe('Newcomers');
  expect(second?.label).toBe('Existing customers, 1 year');
});

test('a published figure of one bar is named beside it, one of all bars runs through them', () => {
  const data = chart('bars', [point('existing', '1', 0.1)], [point('study', '1', 0.2), point('study', 'all', 0.3)]);
  expect(barRows(data, studio)[0]).toMatchObject({ text: '10.0% · A study: 20.0%', benchmarks: [0.2] });
  expect(barBenchmarks(data, studio)).toEqual([{ name: 'A study: 30.0%', value: 0.3 }]);
});

test('a line runs from left to right whatever the order of its points; its band leaves out what has no interval', () => {
  const data = chart(
    'curve',
    [point('existing', 3, 0.3, 0.2, 0.4), point('existing', 1, 0.1), point('existing', 2, 0.2, 0.1, 0.3)],
    [point('study', 1, 0.5)],
  );
  const [line, published] = curveLines(data, studio);
  expect(line?.points).toEqual([
    [1, 0.1],
    [2, 0.2],
    [3, 0.3],
  ]);
  expect(line?.band.map(({ x }) => x)).toEqual([2, 3]);
  expect(published).toMatchObject({ name: 'A study', published: true });
});

test('fields stand at the row and column of their key, the largest the strongest', () => {
  const data = chart(
    'matrix',
    [point('existing', 'high|low', 0.2), point('existing', 'low|low', 0.4, 0.3, 0.5)],
    [point('study', 'low|low', 0.1)],
  );
  const { rows, columns, cells } = matrixOf(data, studio);
  expect([rows, columns]).toEqual([['High', 'Low'], ['Low']]);
  expect(cells.map(({ row, column, strength }) => [row, column, strength])).toEqual([
    [0, 0, 0.5],
    [1, 0, 1],
  ]);
  expect(cells[1]?.below).toEqual(['30% – 50%', 'A study: 10.0%']);
});

test('the table under a chart holds every number of the chart, and says what was published', () => {
  const data = chart('matrix', [point('existing', 'high|low', 0.2, 0.1, 0.3)], [point('study', 'high|low', 0.1)]);
  const rows = chartRows(data, names);
  expect(rows.map(({ series, x, value, published }) => [series, x, value, published])).toEqual([
    ['Existing customers', 'High / Low', 0.2, false],
    ['A study', 'High / Low', 0.1, true],
  ]);
  expect(rows[0]?.precision).toBeCloseTo(0.1);
});

test('a CSV keeps commas, quotes and line ends within their field and runs no formula', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['x, "y"\n', '=SUM(A1)'],
        [-0.5, null],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n"x, ""y""\n",\'=SUM(A1)\r\n-0.5,\r\n');
});
