import { type DistinctCells, distinctCells } from './distinct-cells.ts';

/** Steps of time that the longest history is cut into. */
const STEPS = 16;

/** The cells with their times rounded to a coarse grid: few enough that a first search costs next to nothing. */
export function roundedCells({ columns, customers }: DistinctCells): DistinctCells {
  const [frequency = new Float64Array(), recency = new Float64Array(), age = new Float64Array()] = columns;
  const step = age.reduce((longest, time) => Math.max(longest, time), 0) / STEPS;
  const round = (time: number) => step * Math.round(time / step);
  return distinctCells([frequency, recency.map(round), age.map(round)], customers);
}
