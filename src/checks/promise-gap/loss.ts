import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { AssessInput } from '../check.ts';
import { assumedMargin, type RemainingValue, remainingValue } from '../remaining-value.ts';
import { type Detail, type Note, quantity } from '../verdict.ts';
import { type Aftermath, aftermathOf } from './aftermath.ts';
import type { PromiseGapSettings } from './settings.ts';

interface Loss {
  readonly loss: Estimate | null;
  readonly details: readonly Detail[];
  readonly notes: readonly Note[];
}

type LossInput = AssessInput<PromiseGapSettings, 'aftermath' | 'worth'>;

/** Rates of leaving after both, where enough left to tell. */
function ratesOf(found: Aftermath, minimumCell: number): readonly Detail[] {
  const { departures, departuresKept, leaveBroken, leaveKept } = found;
  const told =
    Math.min(departures, departuresKept) >= minimumCell && Number.isFinite(leaveBroken.high + leaveKept.high);
  if (!told) return [];
  return [
    { key: 'leaveBroken', quantity: quantity(leaveBroken, '1/year') },
    { key: 'leaveKept', quantity: quantity(leaveKept, '1/year') },
  ];
}

/**
 * What broken promises cost a year beyond kept ones: the remaining value of departures, and goodwill. Each of the two only where it is
 * above zero for certain and enough customers stand behind it; nothing for promises that were not found broken.
 */
export function lossAfterBroken({ cells, audit }: LossInput, broken: readonly string[]): Loss {
  const needed = audit.minimumMoneyUnits;
  const noMoney = [{ id: 'noMoney', values: { needed } }];
  if (broken.length === 0 || cells.aftermath.keys === 0) return { loss: null, details: [], notes: noMoney };
  const each = remainingValue(cells.worth, audit);
  const found = aftermathOf(cells.aftermath, broken, { years: audit.windowMonths / 12, each: each?.value ?? 0 });
  const { departures, gifts, exits, goodwill } = found;
  const left = exits.low > 0 && departures >= needed;
  const paid = goodwill.low > 0 && gifts >= needed;
  const values = { exits: exits.value, low: exits.low, high: exits.high, departures };
  const ofExits = each === null ? [{ id: 'noWorth', values: {} }] : valued(values, each, audit);
  const notes = [...(left ? ofExits : []), ...(paid ? [{ id: 'goodwillForBroken', values: { gifts } }] : [])];
  const given: readonly Detail[] = [{ key: 'goodwillForBroken', quantity: quantity(goodwill, 'money/year') }];
  return {
    loss: sumOfBoth(found, left && each !== null, paid),
    details: [...ratesOf(found, audit.minimumCell), ...(paid ? given : [])],
    notes: notes.length > 0 ? notes : noMoney,
  };
}

const valued = (values: Note['values'], each: RemainingValue, audit: AuditSettings): readonly Note[] => [
  { id: 'lossAfterBroken', values },
  ...assumedMargin(each, audit),
];

function sumOfBoth({ worth, goodwill, both }: Aftermath, left: boolean, paid: boolean): Estimate | null {
  if (left) return paid ? both : worth;
  return paid ? goodwill : null;
}
