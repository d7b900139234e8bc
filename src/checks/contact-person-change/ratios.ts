import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import { overlapOf, ratioModel } from './ratio-model.ts';
import { HANDOVERS, WINDOWS } from './settings.ts';

/** A ratio of risks with its standard error on the log scale. */
export interface Ratio {
  readonly estimate: Estimate;
  readonly logError: number;
  /** Leavings behind it. */
  readonly leaves: number;
}

export interface ContactRatios {
  /** Months 1 to 12 after a change against none. */
  readonly year: Ratio;
  /** Months 1 to 3. */
  readonly quarter: Ratio;
  /** By window, in the order of WINDOWS, and later than a year. */
  readonly windows: readonly Ratio[];
  readonly later: Ratio;
  /** The twelve months before a departure: what must be near 1 if the portfolios of those who go are like the others. */
  readonly before: Ratio;
  /** year over before. */
  readonly change: Ratio;
  /** Year after a change by kind of handover, in the order of HANDOVERS. */
  readonly handovers: readonly Ratio[];
  /** Plain ratio of rates within a year of any change, whatever its cause, against all other months. */
  readonly naive: Ratio;
  readonly overlap: number;
  readonly exposedLeaves: number;
  readonly otherLeaves: number;
  readonly otherMonths: number;
  /** Monthly risk of leaving without a change. */
  readonly baseRisk: number;
  readonly converged: boolean;
  readonly replicatesUsed: number;
}

const AFTER: readonly string[] = WINDOWS.map(({ state }) => state);
const NAIVE_EXPOSED: readonly string[] = [...AFTER, 'o'];
const UNCHANGED = (state: string) => (state === 'none' ? '' : null);
const yearSlot = (state: string) => {
  if (AFTER.includes(state)) return 'year';
  return state === 'c12' || state === 'lead' ? state : UNCHANGED(state);
};
const windowSlot = (state: string) =>
  AFTER.includes(state) || state === 'c12' || state === 'lead' ? state : UNCHANGED(state);
const handoverSlot = (state: string, handedOver: string) => {
  if (!AFTER.includes(state)) return yearSlot(state);
  return handedOver === '' ? 'unrecorded' : handedOver;
};

function naiveLog(cells: Cells) {
  const [state, months, leaves] = [
    cells.by.indexOf('state'),
    cells.sumNames.indexOf('months'),
    cells.sumNames.indexOf('leaves'),
  ];
  const sides = cells.tuples.map((tuple) => {
    const own = String(tuple[state]);
    if (own === 'mass' || own === 'm0') return -1;
    return NAIVE_EXPOSED.includes(own) ? 1 : 0;
  });
  return (sums: Float64Array) => {
    const total = [0, 0, 0, 0];
    for (const [cell, side] of sides.entries()) {
      if (side < 0) continue;
      total[2 * side] = (total[2 * side] ?? 0) + (sums[cell * cells.sums + leaves] ?? 0);
      total[2 * side + 1] = (total[2 * side + 1] ?? 0) + (sums[cell * cells.sums + months] ?? 0);
    }
    const [left = 0, stayed = 0, exposedLeft = 0, exposed = 0] = total;
    return Math.log(exposedLeft / exposed / (left / stayed));
  };
}

/** All ratios of one company from its person-months; intervals by delete-a-group jackknife over contact persons. */
export function contactRatios(cells: Cells, minimumPerStratum: number): ContactRatios {
  const stateAt = cells.by.indexOf('state');
  const handedAt = cells.by.indexOf('handed_over');
  const leavesOf = (...states: readonly string[]) =>
    sumOf(cells, 'leaves', (tuple) => states.includes(String(tuple[stateAt])));
  const leavesHanded = (kind: string) =>
    sumOf(cells, 'leaves', (tuple) => AFTER.includes(String(tuple[stateAt])) && tuple[handedAt] === kind);
  const handovers = HANDOVERS.filter((kind) => leavesHanded(kind) > 0);
  const year = ratioModel(cells, ['year', 'c12', 'lead'], yearSlot);
  const windows = ratioModel(cells, [...AFTER, 'c12', 'lead'], windowSlot);
  const handed = ratioModel(cells, [...handovers, 'unrecorded', 'c12', 'lead'], handoverSlot);
  const naive = naiveLog(cells);
  const { estimates, standardErrors, replicatesUsed } = deleteAGroup({
    ...cells,
    scale: 'identity',
    theta: (sums) => {
      const [after = Number.NaN, later = Number.NaN, before = Number.NaN] = year.logRatios(sums);
      return [
        after,
        later,
        before,
        after - before,
        naive(sums),
        ...windows.logRatios(sums).slice(0, WINDOWS.length),
        ...handed.logRatios(sums).slice(0, handovers.length),
      ];
    },
  });
  const ratio = (i: number, leaves: number): Ratio => {
    const { value, low, high, level } = estimates[i] ?? UNKNOWN;
    return {
      estimate: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), level },
      logError: standardErrors[i] ?? Number.NaN,
      leaves,
    };
  };
  const exposedLeaves = leavesOf(...AFTER);
  const otherLeaves = leavesOf('none');
  const months = sumOf(cells, 'months', (tuple) => tuple[stateAt] === 'none');
  return {
    year: ratio(0, exposedLeaves),
    quarter: ratio(5, leavesOf('c1')),
    later: ratio(1, leavesOf('c12')),
    before: ratio(2, leavesOf('lead')),
    change: ratio(3, exposedLeaves),
    naive: ratio(4, leavesOf(...NAIVE_EXPOSED)),
    windows: WINDOWS.map(({ state }, i) => ratio(5 + i, leavesOf(state))),
    handovers: HANDOVERS.map((kind) => {
      const i = handovers.indexOf(kind);
      return i < 0
        ? { estimate: UNKNOWN, logError: Number.NaN, leaves: 0 }
        : ratio(5 + WINDOWS.length + i, leavesHanded(kind));
    }),
    overlap: overlapOf(cells, yearSlot, minimumPerStratum),
    exposedLeaves,
    otherLeaves,
    otherMonths: months,
    baseRisk: months > 0 ? otherLeaves / months : 0,
    converged: year.fit.diagnostics.converged,
    replicatesUsed,
  };
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: DEFAULT_LEVEL,
};

/** The interval of a ratio at another level than the one it carries. */
export function atLevel({ estimate, logError }: Ratio, level: number, replicatesUsed: number): Estimate {
  if (replicatesUsed < 2 || !Number.isFinite(logError)) return { ...UNKNOWN, value: estimate.value, low: 0, level };
  const half = tQuantile(0.5 + level / 2, replicatesUsed - 1) * logError;
  const middle = Math.log(estimate.value);
  return { value: estimate.value, low: Math.exp(middle - half), high: Math.exp(middle + half), level };
}
