import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { quadraticForm } from '../linear-algebra.ts';
import { absorbFixedEffects } from '../regression/absorb-fixed-effects.ts';
import { generalisedInverse } from '../regression/robust-variance.ts';
import { type GroupTimeEffect, groupTimeEffects } from './group-time-effects.ts';
import { influenceInterval } from './influence-interval.ts';
import { type StaggeredPanel, type StaggeredPanelInput, staggeredPanel } from './staggered-panel.ts';

interface EventTimeEffect {
  /** Periods since the first treated one; below 0 placebo effects. */
  readonly eventTime: number;
  readonly effect: Estimate;
}

interface GroupPeriodEffect {
  readonly group: number;
  readonly period: number;
  readonly effect: Estimate;
  readonly treatedUnits: number;
  readonly controlUnits: number;
}

export interface DifferenceInDifferences {
  /** Mean effect over all treated groups and periods, groups weighted by their units. */
  readonly overall: Estimate;
  readonly byEventTime: readonly EventTimeEffect[];
  readonly byGroupAndPeriod: readonly GroupPeriodEffect[];
  /** Joint test that nothing happened before treatment; null without a period to test. */
  readonly preTrend: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
  /** Coefficient of the two-way fixed-effects regression: wrong when effects grow or differ, shown beside ours. */
  readonly naiveTwoWay: number;
  readonly diagnostics: {
    readonly units: number;
    /** Units treated from the first period on: they cannot be compared with their own past. */
    readonly alwaysTreated: number;
    readonly neverTreated: number;
    readonly clusters: number;
  };
}

/**
 * Differences in differences with staggered starts: every group against units not yet treated, then averaged.
 * Assumes parallel trends without treatment and no anticipation. Intervals from unit influences, summed within clusters,
 * Student's t on G - 1; the averages count the randomness of the group sizes in.
 * Callaway, B. & Sant'Anna, P. (2021), J. Econometrics 225(2), 200-230. Null when nobody can be compared.
 * RangeError when the panel contradicts itself.
 */
export function differenceInDifferences(
  input: StaggeredPanelInput,
  options: { readonly level?: number } = {},
): DifferenceInDifferences | null {
  const panel = staggeredPanel(input);
  const level = options.level ?? DEFAULT_LEVEL;
  const effects = groupTimeEffects(panel);
  const after = effects.filter((effect) => effect.period >= effect.group);
  if (after.length === 0) return null;
  const eventTimes = [...new Set(effects.map(eventTimeOf(panel)))].sort((a, b) => a - b);
  return {
    overall: average(panel, after, level),
    byEventTime: eventTimes.map((eventTime) => ({
      eventTime,
      effect: average(
        panel,
        effects.filter((effect) => eventTimeOf(panel)(effect) === eventTime),
        level,
      ),
    })),
    byGroupAndPeriod: effects.map(({ group, period, value, influence, treatedUnits, controlUnits }) => {
      return { group, period, effect: interval(panel, value, influence, level), treatedUnits, controlUnits };
    }),
    preTrend: preTrendTest(
      panel,
      effects.filter((effect) => effect.period < effect.group),
    ),
    naiveTwoWay: twoWay(input),
    diagnostics: {
      units: panel.units,
      alwaysTreated: panel.firstTreated.filter((g) => g <= (panel.periods[0] ?? 0)).length,
      neverTreated: panel.firstTreated.filter((g) => g === Number.POSITIVE_INFINITY).length,
      clusters: panel.clusters,
    },
  };
}

/** Counted in observed periods, so that years 2019, 2021, 2023 are one apart. */
function eventTimeOf({ periods }: StaggeredPanel) {
  const before = (limit: number): number => periods.filter((period) => period < limit).length;
  return ({ group, period }: GroupTimeEffect): number => before(period) - before(group);
}

function interval(panel: StaggeredPanel, value: number, influence: Float64Array, level: number): Estimate {
  const counts = new Float64Array(panel.units).fill(1);
  return influenceInterval({ value, influence, counts, cluster: panel.cluster, level }).estimate;
}

/** Mean over effects weighted by the weight of their groups; a unit also sways it by being in its group at all. */
function average(panel: StaggeredPanel, effects: readonly GroupTimeEffect[], level: number): Estimate {
  const groupMass = new Map<number, number>();
  panel.firstTreated.forEach((group, u) => {
    groupMass.set(group, (groupMass.get(group) ?? 0) + (panel.weights[u] ?? 0));
  });
  const masses = effects.map(({ group }) => groupMass.get(group) ?? 0);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const value = effects.reduce((sum, effect, k) => sum + ((masses[k] ?? 0) / total) * effect.value, 0);
  const influence = new Float64Array(panel.units);
  effects.forEach((effect, k) => {
    effect.influence.forEach((own, u) => {
      const membership = panel.firstTreated[u] === effect.group ? (panel.weights[u] ?? 0) * (effect.value - value) : 0;
      influence[u] = (influence[u] ?? 0) + ((masses[k] ?? 0) * own + membership) / total;
    });
  });
  return interval(panel, value, influence, level);
}

function preTrendTest(panel: StaggeredPanel, effects: readonly GroupTimeEffect[]): DifferenceInDifferences['preTrend'] {
  if (effects.length === 0) return null;
  const clustered = effects.map(({ influence }) => {
    const sums = new Float64Array(panel.clusters);
    influence.forEach((value, u) => {
      const g = panel.cluster[u] ?? 0;
      sums[g] = (sums[g] ?? 0) + value;
    });
    return sums;
  });
  const size = effects.length;
  const covariance = new Float64Array(size * size);
  clustered.forEach((left, a) => {
    clustered.forEach((right, b) => {
      covariance[a * size + b] = left.reduce((sum, value, g) => sum + value * (right[g] ?? 0), 0);
    });
  });
  const { inverse, kept } = generalisedInverse(covariance);
  const values = effects.map((effect) => effect.value);
  const statistic = quadraticForm(inverse, values);
  if (kept.length === 0) return null;
  return { statistic, degreesOfFreedom: kept.length, pValue: 1 - chisquareCdf(statistic, kept.length) };
}

function twoWay({ unit, period, response, firstTreated, weights }: StaggeredPanelInput): number {
  const treated = Float64Array.from(firstTreated, (first, i) => ((period[i] ?? 0) >= first ? 1 : 0));
  const { columns } = absorbFixedEffects({ columns: [treated, response], weights, effects: [unit, period] });
  const [own = new Float64Array(), outcome = new Float64Array()] = columns;
  const weighted = own.map((value, i) => value * (weights === null ? 1 : (weights[i] ?? 0)));
  const product = weighted.reduce((sum, value, i) => sum + value * (outcome[i] ?? 0), 0);
  return product / weighted.reduce((sum, value, i) => sum + value * (own[i] ?? 0), 0);
}
