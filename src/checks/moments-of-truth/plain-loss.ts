import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';

/** Mean judgement of everybody else less that of those whom the touchpoint disappointed; null without any of them. */
export function plainLoss(pairs: Cells, place: string): Estimate | null {
  const [first, , second, felt] = pairs.by.map((_, at) => at);
  const constant = pairs.tuples.findIndex((tuple) => tuple[first ?? -1] === '' && tuple[second ?? -1] === '');
  const disappointed = pairs.tuples.findIndex(
    (tuple) => tuple[first ?? -1] === '' && tuple[second ?? -1] === place && Number(tuple[felt ?? -1]) === -1,
  );
  if (constant < 0 || disappointed < 0) return null;
  const { estimates } = deleteAGroup({
    ...pairs,
    scale: 'identity',
    theta: (sums) => {
      const of = (key: number, sum: number) => sums[key * pairs.sums + sum] ?? 0;
      const [all, allPoints] = [of(constant, 0), of(constant, 1)];
      const [own, ownPoints] = [of(disappointed, 0), of(disappointed, 1)];
      return [(allPoints - ownPoints) / (all - own) - ownPoints / own];
    },
  });
  const found = estimates[0];
  return found === undefined || !Number.isFinite(found.value) ? null : found;
}
