import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { Estimate } from '#statistics/estimate.ts';
import { benjaminiHochberg } from '#statistics/intervals/benjamini-hochberg.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { TENURE_BANDS } from './settings.ts';

/** How fast one source of customers loses them, against all others. */
export interface GroupRatio {
  readonly group: string;
  readonly spells: number;
  readonly ends: number;
  /** Rate of leaving against the others' at equal product, cohort year and tenure. */
  readonly ratio: Estimate;
  /** The same with nothing held equal. */
  readonly crudeRatio: Estimate;
  /** Share of the group's time that has others to compare with, 0..1. */
  readonly overlap: number;
  /** Clearly above the ratio that matters, after Benjamini-Hochberg over the groups. */
  readonly flagged: boolean;
  /** Pulled towards 1 as far as the groups' spread is chance (empirical Bayes). */
  readonly shrunkRatio: number;
}

interface Layout {
  readonly groups: readonly string[];
  readonly groupOf: Int32Array;
  readonly stratumOf: Int32Array;
  readonly strata: number;
  readonly endsAt: number;
  readonly monthsAt: number;
}

/** The first key is the group; the others, with the bands of tenure, are what is held equal. */
function layoutOf(cells: Cells): Layout {
  const groups: string[] = [];
  const strata = new Map<string, number>();
  const groupOf = new Int32Array(cells.keys);
  const stratumOf = new Int32Array(cells.keys);
  for (const [cell, tuple] of cells.tuples.entries()) {
    const name = String(tuple[0]);
    if (!groups.includes(name)) groups.push(name);
    groupOf[cell] = groups.indexOf(name);
    const stratum = JSON.stringify(tuple.slice(1));
    const index = strata.get(stratum) ?? strata.size;
    strata.set(stratum, index);
    stratumOf[cell] = index;
  }
  const endsAt = cells.sumNames.indexOf('ends_0');
  const monthsAt = cells.sumNames.indexOf('months_0');
  return { groups, groupOf, stratumOf, strata: strata.size, endsAt, monthsAt };
}

/** Per group: excess and counterpart of Mantel-Haenszel, crude ends and months, months with company. */
function sweep(cells: Cells, layout: Layout, sums: Float64Array) {
  const { groups, groupOf, stratumOf, strata, endsAt, monthsAt } = layout;
  const own = Array.from(groups, () => ({ above: 0, below: 0, ends: 0, months: 0, compared: 0 }));
  const all = { ends: 0, months: 0 };
  const ends = new Float64Array(strata * TENURE_BANDS);
  const months = new Float64Array(strata * TENURE_BANDS);
  const visit = (use: (cell: number, stratum: number, d: number, e: number) => void) => {
    for (let cell = 0; cell < cells.keys; cell++)
      for (let band = 0; band < TENURE_BANDS; band++) {
        const row = cell * cells.sums + 2 * band;
        use(cell, (stratumOf[cell] ?? 0) * TENURE_BANDS + band, sums[row + endsAt] ?? 0, sums[row + monthsAt] ?? 0);
      }
  };
  visit((_cell, stratum, d, e) => {
    ends[stratum] = (ends[stratum] ?? 0) + d;
    months[stratum] = (months[stratum] ?? 0) + e;
    all.ends += d;
    all.months += e;
  });
  visit((cell, stratum, d, e) => {
    const group = own[groupOf[cell] ?? 0];
    if (group === undefined || !(e > 0)) return;
    group.ends += d;
    group.months += e;
    const [allEnds, allMonths] = [ends[stratum] ?? 0, months[stratum] ?? 0];
    if (!(allMonths - e > 1e-9 * allMonths)) return;
    group.compared += e;
    group.above += (d * (allMonths - e)) / allMonths;
    group.below += ((allEnds - d) * e) / allMonths;
  });
  return { own, all };
}

/** Spread of the true log ratios between groups (DerSimonian & Laird 1986, Controlled Clinical Trials 7, 177-188). */
function spreadOf(logs: readonly number[], errors: readonly number[]): number {
  const weights = errors.map((error) => 1 / error ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = logs.reduce((sum, log, i) => sum + log * (weights[i] ?? 0), 0) / total;
  const heterogeneity = logs.reduce((sum, log, i) => sum + (weights[i] ?? 0) * (log - mean) ** 2, 0);
  const scale = total - weights.reduce((sum, weight) => sum + weight ** 2, 0) / total;
  return scale > 0 ? Math.max(0, (heterogeneity - (logs.length - 1)) / scale) : 0;
}

/**
 * Rate ratio of every source of customers against all others, at equal product, cohort year and tenure (Mantel-Haenszel on person-months;
 * Rothman & Boice 1979), interval by delete-a-group jackknife over parties. Only groups with enough ends and spells.
 */
export function groupRatios(
  cells: Cells,
  limits: { readonly relevantRatio: number; readonly minimumEnds: number; readonly minimumSpells: number },
): readonly GroupRatio[] {
  const layout = layoutOf(cells);
  const whole = sweep(cells, layout, cells.total);
  const spellsAt = cells.sumNames.indexOf('spells');
  const spells = new Float64Array(layout.groups.length);
  for (let cell = 0; cell < cells.keys; cell++) {
    const group = layout.groupOf[cell] ?? 0;
    spells[group] = (spells[group] ?? 0) + (cells.total[cell * cells.sums + spellsAt] ?? 0);
  }
  const chosen = [...layout.groups.keys()].filter((g) => {
    const { ends = 0, above = 0, below = 0 } = whole.own[g] ?? {};
    const named = layout.groups[g] !== '' && layout.groups[g] !== '*';
    const enough = ends >= limits.minimumEnds && whole.all.ends - ends >= limits.minimumEnds;
    return named && enough && (spells[g] ?? 0) >= limits.minimumSpells && above > 0 && below > 0;
  });
  if (chosen.length === 0) return [];
  const logRatio = (group: { above: number; below: number } | undefined) =>
    group === undefined ? Number.NaN : Math.log(group.above / group.below);
  const theta = (sums: Float64Array) => {
    const { own } = sweep(cells, layout, sums);
    return chosen.map((g) => logRatio(own[g]));
  };
  const { estimates, standardErrors, replicatesUsed } = deleteAGroup({ ...cells, theta, scale: 'identity' });
  const usable = [...chosen.keys()].filter((i) => (standardErrors[i] ?? 0) > 0);
  const line = Math.log(limits.relevantRatio);
  const chance = usable.map(
    (i) => 1 - tCdf(((estimates[i]?.value ?? 0) - line) / (standardErrors[i] ?? 1), replicatesUsed - 1),
  );
  // One-sided at half of 5 %: a single group is flagged just when its 95 % interval lies above the line.
  const { flagged } = benjaminiHochberg(chance, { falseDiscoveryRate: 0.025 });
  const logs = usable.map((i) => estimates[i]?.value ?? 0);
  const errors = usable.map((i) => standardErrors[i] ?? 1);
  const spread = spreadOf(logs, errors);
  return usable.map((i, at) => {
    const g = chosen[i] ?? 0;
    const own = whole.own[g] ?? { ends: 0, months: 0, compared: 0 };
    const { value = 0, low = 0, high = 0, level = 0 } = estimates[i] ?? {};
    const kept = spread / (spread + (errors[at] ?? 1) ** 2);
    return {
      group: layout.groups[g] ?? '',
      spells: spells[g] ?? 0,
      ends: own.ends,
      ratio: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), level },
      crudeRatio: poissonRateRatio(
        { events: own.ends, exposure: own.months },
        { events: whole.all.ends - own.ends, exposure: whole.all.months - own.months },
      ),
      overlap: own.compared / own.months,
      flagged: flagged[at] ?? false,
      shrunkRatio: Math.exp(kept * value),
    };
  });
}
