import { LOYALTIES, type LoyaltyName } from '#facts/loyalty-answer.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { cronbachAlpha } from '#statistics/relation/cronbach-alpha.ts';
import { type Cells, sumOf } from '../cells.ts';

/** Levels in points out of 100, of those who answered on all four. */
export interface Levels {
  readonly level: Readonly<Record<LoyaltyName, Estimate>>;
  /** Mean over people of the geometric mean of their four: one that is neglected is not made up for by another. */
  readonly index: Estimate;
  readonly plainMean: Estimate;
  readonly weakest: LoyaltyName;
  /** How far the weakest lies below the mean of the other three. */
  readonly lag: Estimate;
  /** How far the people lie above the highest of the other three. */
  readonly personLead: Estimate;
  readonly respondents: number;
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

function totalsOf(cells: Cells) {
  const at = new Map(cells.sumNames.map((name, index) => [name, index]));
  return (sums: Float64Array, name: string) => {
    const column = at.get(name) ?? 0;
    let sum = 0;
    for (let cell = 0; cell < cells.keys; cell++) sum += sums[cell * cells.sums + column] ?? 0;
    return sum;
  };
}

const lowest = (levels: readonly number[]) =>
  levels.reduce((least, level, at) => (level < (levels[least] ?? 0) ? at : least), 0);

/** null: nobody answered on all four. */
export function levelsOf(cells: Cells): Levels | null {
  const respondents = sumOf(cells, 'complete');
  if (respondents === 0) return null;
  const total = totalsOf(cells);
  const means = (sums: Float64Array) => LOYALTIES.map((name) => total(sums, `level_${name}`) / total(sums, 'complete'));
  const weakest = lowest(means(cells.total));
  const theta = (sums: Float64Array) => {
    const levels = means(sums);
    const [company = 0, offers = 0, people = 0, networks = 0] = levels;
    const all = company + offers + people + networks;
    const own = levels[weakest] ?? 0;
    const lead = people - Math.max(company, offers, networks);
    return [...levels, total(sums, 'geometric') / total(sums, 'complete'), all / 4, (all - own) / 3 - own, lead];
  };
  const { estimates } = deleteAGroup({ ...cells, theta, scale: 'identity' });
  const at = (index: number) => estimates[index] ?? UNKNOWN;
  return {
    level: { company: at(0), offers: at(1), people: at(2), networks: at(3) },
    index: at(4),
    plainMean: at(5),
    lag: at(6),
    personLead: at(7),
    weakest: LOYALTIES[weakest] ?? 'company',
    respondents,
  };
}

/** Mean level of one loyalty over everybody who answered on it, where not all four were asked. */
export function levelOfOne(cells: Cells, name: LoyaltyName): Estimate {
  const total = totalsOf(cells);
  const theta = (sums: Float64Array) => [total(sums, `any_${name}`) / total(sums, `known_${name}`)];
  return deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates[0] ?? UNKNOWN;
}

/** Behaviour in points out of 100; null where no table tells. */
export function behaviourOf(cells: Cells): Readonly<Record<LoyaltyName, Estimate | null>> {
  const total = totalsOf(cells);
  const knows = (name: string) => cells.tuples.some((tuple) => Number(tuple[cells.by.indexOf(name)]) === 1);
  const mean = (name: LoyaltyName, by: string, known: boolean): Estimate | null => {
    if (!known || sumOf(cells, by) === 0) return null;
    const theta = (sums: Float64Array) => [total(sums, name) / total(sums, by)];
    return deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates[0] ?? null;
  };
  return {
    company: mean('company', 'customers', true),
    offers: mean('offers', 'customers', true),
    people: mean('people', 'cared', knows('knows_people')),
    networks: mean('networks', 'customers', knows('knows_networks')),
  };
}

/** Reliability of the scales that have more than one item. */
export function reliabilities(cells: Cells): ReadonlyMap<LoyaltyName, Estimate> {
  const found = new Map<LoyaltyName, Estimate>();
  const [loyaltyAt, patternAt] = ['loyalty', 'pattern'].map((name) => cells.by.indexOf(name));
  for (const name of LOYALTIES) {
    const own = [...cells.tuples.entries()].filter(([, tuple]) => tuple[loyaltyAt ?? 0] === name);
    const patterns = own.map(([, tuple]) =>
      String(tuple[patternAt ?? 1])
        .split('|')
        .map(Number),
    );
    const counts = own.map(([cell]) => cells.total[cell * cells.sums] ?? 0);
    const items = Array.from(patterns[0] ?? [], (_, item) => patterns.map((pattern) => pattern[item] ?? 0));
    const varies = new Set(patterns.map((pattern) => pattern.reduce((sum, answer) => sum + answer, 0))).size > 1;
    if (items.length > 1 && varies && counts.reduce((sum, count) => sum + count, 0) >= 3)
      found.set(name, cronbachAlpha({ items, counts }).alpha);
  }
  return found;
}
