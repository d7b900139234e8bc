import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { survivalCurve } from '#statistics/survival/curve.ts';
import type { Cells } from '../cells.ts';
import { type Keep, type Layout, staysOf, totalOf } from './groups.ts';
import type { Scene } from './scene.ts';

/** The account of an offer per contract won, money over `months`; margins and losses of equal customers beside it. */
export interface Account {
  readonly months: number;
  /** Margin of true newcomers as long as they stay, less incentive and cost of winning, discounted. */
  readonly full: Estimate;
  /** The same if only half of the newcomers would not have come without the offer. */
  readonly half: Estimate;
  /** First-year price of every contract won, as a plain count has it. */
  readonly naive: number;
  /** Full account less that of an equal customer won without an offer who pays no less. */
  readonly shortfall: Estimate;
  /** Margin that such a customer brings over the months. */
  readonly reference: number;
  readonly incentive: number;
  /** First month at which the account is even; null if it is not within the months. */
  readonly paybackMonth: number | null;
}

interface Terms {
  readonly scene: Scene;
  readonly months: number;
  readonly monthlyDiscount: number;
}

/** Present value of one unit a month while they stay; the share there in the middle of a month, from all ends. */
function stayingValue(layout: Layout, sums: Float64Array, keep: Keep, { monthlyDiscount }: Terms): Float64Array {
  const { atRisk, left } = staysOf(layout, sums, keep);
  const there = survivalCurve(atRisk, left);
  const value = new Float64Array(there.length + 1);
  for (let month = 1; month <= there.length; month++) {
    const middle = ((there[month - 2] ?? 1) + (there[month - 1] ?? 0)) / 2;
    value[month] = (value[month - 1] ?? 0) + middle / (1 + monthlyDiscount) ** month;
  }
  return value;
}

interface Figures {
  readonly margin: number;
  readonly newShare: number;
  readonly incentive: number;
  readonly reference: number;
  readonly price: number;
}

function figuresOf(layout: Layout, sums: Float64Array, keep: Keep, terms: Terms, months: number): Figures {
  const total = (name: string) => totalOf(layout, sums, name, keep);
  const wins = total('wins');
  const price = total('list') / total('priced');
  const own = stayingValue(layout, sums, keep, terms);
  const others = stayingValue(layout, sums, (group) => group === '', terms);
  const monthly = (price * terms.scene.marginRate) / 12;
  const term = total('priced_terms') > 0 ? Math.round(total('term_months') / total('priced_terms')) : 0;
  const atOnce = terms.scene.bonusInCosts ? 0 : total('at_once') / wins;
  return {
    price,
    margin: monthly * (own[months] ?? Number.NaN),
    newShare: 1 - (total('internal') + total('rejoined_ever')) / wins,
    incentive: atOnce + (total('by_month') / wins) * (own[Math.min(term, months)] ?? 0),
    reference: monthly * (others[months] ?? Number.NaN),
  };
}

/** null where prices are unknown for more than half of the contracts won. */
export function accountOf(cells: Cells, layout: Layout, keep: Keep, terms: Terms): Account | null {
  const total = (name: string) => totalOf(layout, cells.total, name, keep);
  if (!(total('priced') >= 0.5 * total('wins') && total('priced') > 0 && terms.months > 0)) return null;
  const cost = terms.scene.costPerNewcomer ?? 0;
  const full = ({ margin, newShare, incentive }: Figures, real = 1) => real * newShare * margin - incentive - cost;
  const theta = (sums: Float64Array) => {
    const figures = figuresOf(layout, sums, keep, terms, terms.months);
    return [full(figures), full(figures, 0.5), full(figures) - (figures.reference - cost)];
  };
  const [whole, half, shortfall] = deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates;
  if (whole === undefined || half === undefined || shortfall === undefined) return null;
  const { price, reference, incentive } = figuresOf(layout, cells.total, keep, terms, terms.months);
  const months = Array.from({ length: terms.months }, (_, i) => i + 1);
  const even = months.find((month) => full(figuresOf(layout, cells.total, keep, terms, month)) >= 0);
  return {
    months: terms.months,
    full: whole,
    half,
    naive: price,
    shortfall,
    reference,
    incentive,
    paybackMonth: even ?? null,
  };
}
