import type { DistinctCells } from './distinct-cells.ts';

/** A first guess at shape and scale of the gamma of buying rates, in the data's own unit of time. */
export function startingRate(cells: DistinctCells): [shape: number, scale: number] {
  const frequency = cells.columns[0] ?? new Float64Array();
  const age = cells.columns.at(-1) ?? new Float64Array();
  let purchases = 0;
  let time = 0;
  cells.customers.forEach((customers, cell) => {
    purchases += customers * (frequency[cell] ?? 0);
    time += customers * (age[cell] ?? 0);
  });
  if (!(purchases > 0)) throw new RangeError('frequency holds no repeat purchase: no rate can be estimated');
  if (!(time > 0)) throw new RangeError('age is 0 for everybody: no rate can be estimated');
  const shape = 0.5;
  return [shape, (shape * time) / purchases];
}
