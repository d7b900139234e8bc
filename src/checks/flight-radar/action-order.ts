import type { Exposure } from '#domain/exposure.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { type HazardModel, hazards } from './hazard-model.ts';

/** Customers of today under the same acts. */
interface ActionGroup {
  readonly acts: readonly Exposure[];
  readonly rows: readonly number[];
}

/** Who comes first, by what sparing them the company's own acts would keep, and by risk alone; from the fit on everybody. */
interface ActionPlan {
  /** Positions of the acts that go with more leaving: what can be put right. */
  readonly positions: readonly number[];
  readonly groups: readonly ActionGroup[];
  readonly byEffect: readonly number[];
  readonly byRisk: readonly number[];
}

interface Ground {
  readonly model: HazardModel;
  readonly coefficients: Float64Array;
  /** Customers of each row, and the yearly value behind it. */
  readonly heads: Float64Array;
  readonly worth: Float64Array;
  readonly rows: readonly number[];
}

/** One pass of the radar, over everybody or without one random group: what it fitted, and years of value still to come, times twelve months. */
export interface Passed extends Ground {
  readonly years: number;
}

/** Whom to spare first: groups of customers by the value that sparing one of them would keep in a year, largest first. */
export interface ActionOrder {
  readonly reachByEffect: Estimate;
  readonly reachByRisk: Estimate;
  readonly shared: Estimate;
  readonly groups: readonly {
    readonly acts: readonly Exposure[];
    readonly perCustomer: Estimate;
    readonly customers: number;
  }[];
  /** Part of the expected effect reached with so many tenths of the customers. */
  readonly course: readonly { readonly tenths: number; readonly byEffect: number; readonly byRisk: number }[];
}

/** Share of today's customers that a measure may reach. */
const FIRST_SHARE = 0.2;

/** Chance of leaving and what of it goes with the acts, per row: with them less without. */
function effects({ model, coefficients, heads }: Ground, positions: readonly number[]) {
  const spared = Float64Array.from(coefficients);
  for (const position of positions) spared[position] = 0;
  const chance = hazards(model, coefficients, heads.length);
  const without = hazards(model, spared, heads.length);
  return { chance, effect: chance.map((one, row) => one - (without[row] ?? 0)) };
}

const actsOn = ({ columns }: HazardModel, positions: readonly number[], row: number) =>
  positions.some((j) => (columns[j]?.[row] ?? 0) !== 0);

/** Groups smaller than `fewest` customers are not named, but they keep their place in the order. */
function planActions(ground: Ground, causes: HazardModel['causes'], fewest: number): ActionPlan {
  const { model, heads, worth, rows } = ground;
  const positions = causes.flatMap((cause) => cause.positions);
  const { chance, effect } = effects(ground, positions);
  const perHead = (row: number) => ((effect[row] ?? 0) * (worth[row] ?? 0)) / Math.max(heads[row] ?? 0, 1);
  const sorted = (of: (row: number) => number) => [...rows].sort((a, b) => of(b) - of(a) || a - b);
  const groups = new Map<string, { acts: readonly Exposure[]; rows: number[] }>();
  for (const row of rows) {
    const acts = causes.flatMap((cause) => (actsOn(model, cause.positions, row) ? [cause.exposure] : []));
    if (acts.length === 0) continue;
    const key = acts.join('+');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { acts, rows: [row] });
    else group.rows.push(row);
  }
  const customers = (group: ActionGroup) => group.rows.reduce((sum, row) => sum + (heads[row] ?? 0), 0);
  return {
    positions,
    groups: [...groups.values()].filter((group) => customers(group) >= fewest),
    byEffect: sorted(perHead),
    byRisk: sorted((row) => chance[row] ?? 0),
  };
}

/** Customers of each row who are among the first share, in this order; the row on the border counts in part. */
function firstOf(order: readonly number[], heads: Float64Array, share: number): Map<number, number> {
  let room = share * order.reduce((sum, row) => sum + (heads[row] ?? 0), 0);
  const first = new Map<number, number>();
  for (const row of order) {
    const taken = Math.min(room, heads[row] ?? 0);
    if (taken <= 0) continue;
    first.set(row, taken);
    room -= taken;
  }
  return first;
}

interface ActionFigures {
  /** Part of all expected effect that the first fifth holds: by effect, and by risk. */
  readonly reachByEffect: number;
  readonly reachByRisk: number;
  /** Part of the first fifth by risk that is in the first fifth by effect as well. */
  readonly shared: number;
  /** Yearly value that sparing one customer of each group would keep in a month, in the order of the plan. */
  readonly perCustomer: readonly number[];
}

/** Figures of a plan under other coefficients and counts, so that a jackknife may repeat them. */
function actionFigures(plan: ActionPlan, ground: Ground, share = FIRST_SHARE): ActionFigures {
  const { heads, worth, rows } = ground;
  const { effect } = effects(ground, plan.positions);
  const gain = (row: number) => (effect[row] ?? 0) * (worth[row] ?? 0);
  const whole = rows.reduce((sum, row) => sum + gain(row), 0);
  const reach = (first: ReadonlyMap<number, number>) =>
    [...first].reduce((sum, [row, taken]) => sum + (gain(row) * taken) / Math.max(heads[row] ?? 0, 1), 0) / whole;
  const byEffect = firstOf(plan.byEffect, heads, share);
  const byRisk = firstOf(plan.byRisk, heads, share);
  const all = [...byRisk.values()].reduce((sum, taken) => sum + taken, 0);
  const both = [...byRisk].reduce((sum, [row, taken]) => sum + Math.min(taken, byEffect.get(row) ?? 0), 0);
  return {
    reachByEffect: reach(byEffect),
    reachByRisk: reach(byRisk),
    shared: both / all,
    perCustomer: plan.groups.map((group) => {
      const count = group.rows.reduce((sum, row) => sum + (heads[row] ?? 0), 0);
      return group.rows.reduce((sum, row) => sum + gain(row), 0) / count;
    }),
  };
}

const within = ({ value, low, high, level }: Estimate): Estimate => ({
  value,
  low: Math.max(0, low),
  high: Math.min(1, high),
  level,
});

/**
 * Order for action by expected effect: chance of leaving less the chance without the causes that can be put right, times the value still to
 * come; beside it what an order by risk alone would reach. `passed` are the fits of the radar, of everybody first and then in the order in which its
 * groups are left out. null where there is no cause to put right, or no value of a customer is known.
 */
export function orderActions(
  cells: Cells,
  passed: readonly Passed[],
  causes: HazardModel['causes'],
  fewest: number,
): ActionOrder | null {
  const [whole] = passed;
  if (whole === undefined || causes.length === 0 || whole.rows.some((row) => Number.isNaN(whole.worth[row])))
    return null;
  const plan = planActions(whole, causes, fewest);
  let next = 0;
  const theta = () => {
    const here = passed[next++] ?? whole;
    const { reachByEffect, reachByRisk, shared, perCustomer } = actionFigures(plan, here);
    return [reachByEffect, reachByRisk, shared, ...perCustomer.map((one) => one * here.years)];
  };
  const [reachByEffect, reachByRisk, shared, ...perCustomer] = deleteAGroup({
    ...cells,
    theta,
    scale: 'identity',
  }).estimates;
  if (reachByEffect === undefined || reachByRisk === undefined || shared === undefined) return null;
  const groups = plan.groups.flatMap(({ acts, rows }, g) => {
    const found = perCustomer[g];
    const customers = rows.reduce((sum, row) => sum + (whole.heads[row] ?? 0), 0);
    return found === undefined ? [] : [{ acts, perCustomer: found, customers }];
  });
  return {
    reachByEffect: within(reachByEffect),
    reachByRisk: within(reachByRisk),
    shared: within(shared),
    groups: groups.sort((a, b) => b.perCustomer.value - a.perCustomer.value),
    course: Array.from({ length: 10 }, (_, i) => {
      const part = actionFigures(plan, whole, (i + 1) / 10);
      return { tenths: i + 1, byEffect: part.reachByEffect, byRisk: part.reachByRisk };
    }),
  };
}
