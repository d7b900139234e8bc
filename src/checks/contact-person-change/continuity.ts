import type { Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Scale } from '#statistics/jackknife/scale.ts';
import { type Cells, sumOf } from '../cells.ts';
import { type Detail, quantity } from '../verdict.ts';

interface Share {
  readonly key: string;
  readonly unit: Unit;
  readonly scale: Scale;
  readonly above: string;
  readonly below: string;
}

/** Parts over wholes of the customers' sums. */
const SHARES: readonly Share[] = [
  { key: 'changesPerYear', unit: '1/year', scale: 'log', above: 'changes', below: 'years' },
  { key: 'withoutPerson', unit: 'share', scale: 'logit', above: 'unnamed', below: 'running' },
  { key: 'usualContact', unit: 'share', scale: 'logit', above: 'usual', below: 'contacts' },
  { key: 'continuity', unit: 'share', scale: 'logit', above: 'continuity', below: 'spread' },
  { key: 'warmHandover', unit: 'share', scale: 'logit', above: 'warm', below: 'handed' },
  { key: 'coldHandover', unit: 'share', scale: 'logit', above: 'cold', below: 'handed' },
  { key: 'noHandover', unit: 'share', scale: 'logit', above: 'unannounced', below: 'handed' },
  { key: 'vacancy', unit: 'share', scale: 'logit', above: 'vacant', below: 'in_window' },
];

/** How steady care is: of everybody, with intervals over customers; nothing from fewer than the smallest group shown. */
export function continuityDetails(customers: Cells, minimumCell: number): readonly Detail[] {
  const at = new Map(customers.sumNames.map((name, i) => [name, i]));
  const total = (sums: Float64Array, name: string): number => {
    if (name === 'unnamed') return total(sums, 'running') - total(sums, 'named');
    let sum = 0;
    for (let cell = 0; cell < customers.keys; cell++) sum += sums[cell * customers.sums + (at.get(name) ?? 0)] ?? 0;
    return sum;
  };
  const shown = SHARES.filter(({ below }) => total(customers.total, below) >= minimumCell);
  if (shown.length === 0) return [];
  const { estimates } = deleteAGroup({
    ...customers,
    scale: shown.map(({ scale }) => scale),
    theta: (sums) => shown.map(({ above, below }) => total(sums, above) / total(sums, below)),
  });
  return shown.flatMap(({ key, unit }, i): readonly Detail[] => {
    const estimate = estimates[i];
    return estimate === undefined ? [] : [{ key, quantity: quantity(estimate, unit) }];
  });
}

/**
 * Trap: who stays longest has had most changes. Odds of having left, ever changed against never, with nothing held equal and time after the
 * change not told from time before; shown only to warn of it. Null where a side is empty.
 */
export function everAgainstNever(customers: Cells): Estimate | null {
  const place = customers.by.indexOf('ever_changed');
  const [size, gone] = [customers.sumNames.indexOf('customers'), customers.sumNames.indexOf('leaves')];
  const sides = customers.tuples.map((tuple) => Number(tuple[place] ?? 0));
  const odds = (sums: Float64Array, side: number) => {
    let [all, left] = [0, 0];
    for (const [cell, own] of sides.entries()) {
      if (own !== side) continue;
      all += sums[cell * customers.sums + size] ?? 0;
      left += sums[cell * customers.sums + gone] ?? 0;
    }
    return left / (all - left);
  };
  if (sumOf(customers, 'leaves', (tuple) => Number(tuple[place] ?? 0) === 1) === 0) return null;
  const { estimates } = deleteAGroup({
    ...customers,
    scale: 'log',
    theta: (sums) => [odds(sums, 1) / odds(sums, 0)],
  });
  const [found] = estimates;
  return found === undefined || !Number.isFinite(found.value) ? null : found;
}
