import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';

/** What follows broken promises beyond what follows kept ones, at equal promise, line, tenure and half-year. */
export interface Aftermath {
  /** Departures behind it, after broken promises and after kept ones. */
  readonly departures: number;
  readonly departuresKept: number;
  /** Customers given goodwill after broken promises. */
  readonly gifts: number;
  /** Rate of leaving a year after broken promises, and of the same mix after kept ones. */
  readonly leaveBroken: Estimate;
  readonly leaveKept: Estimate;
  /** Departures a year that are more than after kept promises. */
  readonly exits: Estimate;
  /** Goodwill a year that is more than after kept promises, in money. */
  readonly goodwill: Estimate;
  /** Remaining value of these departures, and the same with the goodwill. */
  readonly worth: Estimate;
  readonly both: Estimate;
}

const SCALES = ['log', 'log', 'identity', 'identity', 'identity', 'identity'] as const;

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/**
 * Broken against kept promises of the same kind: the rates after kept ones are brought to the mix of the broken ones (direct
 * standardisation), interval by leaving out random groups of customers. `years`: how long the occasions were gathered; `each`: remaining value of
 * a customer, taken as known.
 */
export function aftermathOf(
  all: Cells,
  promises: readonly string[],
  { years, each }: { readonly years: number; readonly each: number },
): Aftermath {
  const at = (name: string) => all.by.indexOf(name);
  const cells = selectCells(all, (tuple) => promises.includes(String(tuple[at('promise')])));
  const isBroken = cells.tuples.map((tuple) => Number(tuple[at('broken')]) === 1);
  const strata = new Map<string, number>();
  const stratumOf = cells.tuples.map((tuple) => {
    const name = JSON.stringify(['promise', 'line', 'tenure', 'half'].map((key) => tuple[at(key)]));
    const known = strata.get(name) ?? strata.size;
    strata.set(name, known);
    return known;
  });
  const compare = (sums: Float64Array, per: string, what: string) => {
    const [perAt, whatAt] = [cells.sumNames.indexOf(per), cells.sumNames.indexOf(what)];
    const side = () => ({ count: new Float64Array(strata.size), total: new Float64Array(strata.size) });
    const [target, other] = [side(), side()];
    for (const [cell, stratum] of stratumOf.entries()) {
      const to = isBroken[cell] === true ? target : other;
      to.count[stratum] = (to.count[stratum] ?? 0) + (sums[cell * cells.sums + perAt] ?? 0);
      to.total[stratum] = (to.total[stratum] ?? 0) + (sums[cell * cells.sums + whatAt] ?? 0);
    }
    return exactStandardisation({ target, other });
  };
  const broken = (name: string, flag = 1) => sumOf(cells, name, (tuple) => Number(tuple[at('broken')]) === flag);
  const [months, occasions] = [broken('months'), broken('occasions')];
  const theta = (sums: Float64Array) => {
    const [left, given] = [compare(sums, 'months', 'leaves'), compare(sums, 'occasions', 'goodwill')];
    const more = ((left.targetMean - left.otherMean) * left.overlapShare * months) / years;
    const paid = ((given.targetMean - given.otherMean) * given.overlapShare * occasions) / years;
    return [12 * left.targetMean, 12 * left.otherMean, more, paid, more * each, more * each + paid];
  };
  const { estimates } = deleteAGroup({ ...cells, theta, scale: SCALES });
  const estimate = (place: number) => estimates[place] ?? UNKNOWN;
  return {
    departures: broken('leaves'),
    departuresKept: broken('leaves', 0),
    gifts: broken('given'),
    leaveBroken: estimate(0),
    leaveKept: estimate(1),
    exits: estimate(2),
    goodwill: estimate(3),
    worth: estimate(4),
    both: estimate(5),
  };
}
