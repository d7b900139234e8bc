import type { DistinctCells } from './distinct-cells.ts';
import { real } from './entry.ts';

/** A first guess at shape and scale of the gamma of buying rates, in the data's own unit of time. */
export function startingRate(cells: DistinctCells): [shape: number, scale: number] {
  const purchases = totalOf(cells, cells.columns[0]);
  if (!(purchases > 0)) throw new RangeError('frequency holds no repeat purchase: no rate can be estimated');
  const shape = 0.5;
  return [shape, (shape * meanAge(cells) * cells.totalCustomers) / purchases];
}

/** Mean time under observation; the age stands in the last column. */
export function meanAge(cells: DistinctCells): number {
  const time = totalOf(cells, cells.columns.at(-1));
  if (!(time > 0)) throw new RangeError('age is 0 for everybody: no rate can be estimated');
  return time / cells.totalCustomers;
}

function totalOf({ customers }: DistinctCells, column: Float64Array = new Float64Array()): number {
  return customers.reduce((sum, weight, cell) => sum + weight * real(column, cell), 0);
}
