import type { StaggeredPanel } from './staggered-panel.ts';

/** Effect on units first treated in `group`, in `period`, with the influence of every unit on it. */
export interface GroupTimeEffect {
  readonly group: number;
  readonly period: number;
  readonly value: number;
  readonly influence: Float64Array;
  readonly treatedUnits: number;
  readonly controlUnits: number;
}

/**
 * Change of each group since its last untreated period, less the change of all units not yet treated by then; before
 * treatment, change from one period to the next (placebo effects). Combinations without both sides are left out.
 * Callaway, B. & Sant'Anna, P. (2021), J. Econometrics 225(2), 200-230, section 2, without covariates.
 */
export function groupTimeEffects(panel: StaggeredPanel): readonly GroupTimeEffect[] {
  const first = panel.periods[0] ?? 0;
  const groups = [...new Set(panel.firstTreated)].filter((g) => Number.isFinite(g) && g > first).sort((a, b) => a - b);
  const effects: GroupTimeEffect[] = [];
  for (const group of groups) {
    const lastUntreated = panel.periods.filter((period) => period < group).length - 1;
    for (let t = 1; t < panel.periods.length; t++) {
      const period = panel.periods[t] ?? 0;
      const base = period >= group ? lastUntreated : t - 1;
      const effect = changeAgainstControls(panel, { group, period, from: base, to: t });
      if (effect !== null) effects.push(effect);
    }
  }
  return effects;
}

interface Comparison {
  readonly group: number;
  readonly period: number;
  readonly from: number;
  readonly to: number;
}

function changeAgainstControls(panel: StaggeredPanel, { group, period, from, to }: Comparison): GroupTimeEffect | null {
  const width = panel.periods.length;
  const change = (u: number): number => (panel.response[u * width + to] ?? 0) - (panel.response[u * width + from] ?? 0);
  const treated = unitsWhere(panel, (u) => panel.firstTreated[u] === group && Number.isFinite(change(u)));
  const controls = unitsWhere(panel, (u) => {
    const own = panel.firstTreated[u] ?? 0;
    return own !== group && own > period && own > (panel.periods[from] ?? 0) && Number.isFinite(change(u));
  });
  const influence = new Float64Array(panel.units);
  const treatedChange = meanChange(panel, treated, change, influence, 1);
  const controlChange = meanChange(panel, controls, change, influence, -1);
  const value = treatedChange - controlChange;
  if (!Number.isFinite(value)) return null;
  return { group, period, value, influence, treatedUnits: treated.length, controlUnits: controls.length };
}

function unitsWhere(panel: StaggeredPanel, keep: (unit: number) => boolean): readonly number[] {
  return Array.from({ length: panel.units }, (_, u) => u).filter((u) => (panel.weights[u] ?? 0) > 0 && keep(u));
}

/** Weighted mean; adds each unit's influence times `sign`, with n/(n-1) so that two groups give Welch's variance. */
function meanChange(
  { weights }: StaggeredPanel,
  units: readonly number[],
  change: (unit: number) => number,
  influence: Float64Array,
  sign: 1 | -1,
): number {
  const mass = units.reduce((sum, u) => sum + (weights[u] ?? 0), 0);
  const mean = units.reduce((sum, u) => sum + (weights[u] ?? 0) * change(u), 0) / mass;
  // A single unit shows no spread: its chance variation is unknown, not zero.
  const single = units.length === 1;
  const inflate = Math.sqrt(units.length / (units.length - 1));
  for (const u of units) {
    const own = single ? Number.POSITIVE_INFINITY : (inflate * (weights[u] ?? 0) * (change(u) - mean)) / mass;
    influence[u] = (influence[u] ?? 0) + sign * own;
  }
  return mean;
}
