import { type CellKey, type Cells, sumOf } from '../cells.ts';
import type { DimensionKey } from './settings.ts';

export type Role = 'care' | 'acquisition';
export const ROLES: readonly Role[] = ['care', 'acquisition'];

/** Figures told per full-time post, and those told per head. */
const PER_POST: readonly string[] = ['training', 'recognition'];
/** The middle part of the persons whose mean stands for the median. */
const MIDDLE_SHARE = 0.5;

interface Group {
  readonly cells: readonly number[];
  /** Pay in hundreds of each cell, at the basis that was chosen. */
  readonly hundreds: readonly number[];
}

/** Reads the level of a dimension in a role from sums that may lack a replicate. */
export interface PersonFigures {
  readonly dimensions: readonly DimensionKey[];
  /** Pay is divided by the part of a full-time post. */
  readonly payPerPost: boolean;
  readonly level: (sums: Float64Array, dimension: string, role: Role) => number;
  readonly plainPay: (sums: Float64Array, role: Role) => number;
  readonly persons: (dimension: string, role: Role) => number;
  readonly closing: (dimension: string, role: Role) => string;
}

export function personFigures(cells: Cells): PersonFigures {
  const place = (name: string) => cells.by.indexOf(name);
  const at = (name: string) => cells.sumNames.indexOf(name);
  const [dimensionAt, roleAt] = [place('dimension'), place('role')];
  const payPerPost = paidByPost(cells);
  const column = place(payPerPost ? 'hundreds_full_time' : 'hundreds');
  const groups = new Map<string, Group>();
  for (const [cell, tuple] of cells.tuples.entries()) {
    const key = `${tuple[dimensionAt]} ${tuple[roleAt]}`;
    const { cells: members, hundreds } = groups.get(key) ?? { cells: [], hundreds: [] };
    groups.set(key, { cells: [...members, cell], hundreds: [...hundreds, Number(tuple[column] ?? 0)] });
  }
  const groupOf = (dimension: string, role: Role) => groups.get(`${dimension} ${role}`) ?? { cells: [], hundreds: [] };
  const total = (sums: Float64Array, { cells: members }: Group, name: string) =>
    members.reduce((sum, cell) => sum + (sums[cell * cells.sums + at(name)] ?? 0), 0);
  const known = [...new Set(cells.tuples.map((tuple) => String(tuple[dimensionAt])))];
  return {
    dimensions: ORDER.filter((key) => known.includes(key)),
    payPerPost,
    level: (sums, dimension, role) => {
      const group = groupOf(dimension, role);
      if (dimension === 'pay') return 100 * middleMean(group, (cell) => sums[cell * cells.sums + at('persons')] ?? 0);
      return total(sums, group, 'value') / total(sums, group, PER_POST.includes(dimension) ? 'fte' : 'persons');
    },
    plainPay: (sums, role) => total(sums, groupOf('pay', role), 'value') / total(sums, groupOf('pay', role), 'persons'),
    persons: (dimension, role) => total(cells.total, groupOf(dimension, role), 'persons'),
    closing: (dimension, role) => text(cells.tuples[groupOf(dimension, role).cells[0] ?? -1]?.[place('closing')]),
  };
}
const ORDER: readonly DimensionKey[] = ['pay', 'training', 'trained', 'recognition', 'limit', 'variable'];
const text = (key: CellKey | undefined) => String(key ?? '');

/**
 * Mean of the middle half of the persons in order of pay: close to the median, but never the pay of one single person as a median of an
 * odd number is (Tukey's midmean; Hoaglin, Mosteller & Tukey 1983, Understanding Robust and Exploratory Data Analysis, ch. 10).
 */
function middleMean({ cells, hundreds }: Group, personsIn: (cell: number) => number): number {
  const order = [...cells.keys()].sort((a, b) => (hundreds[a] ?? 0) - (hundreds[b] ?? 0) || a - b);
  const all = cells.reduce((sum, cell) => sum + personsIn(cell), 0);
  const [from, to] = [(all * (1 - MIDDLE_SHARE)) / 2, (all * (1 + MIDDLE_SHARE)) / 2];
  let [seen, sum, weight] = [0, 0, 0];
  for (const i of order) {
    const persons = personsIn(cells[i] ?? 0);
    const inside = Math.max(0, Math.min(seen + persons, to) - Math.max(seen, from));
    sum += inside * (hundreds[i] ?? 0);
    weight += inside;
    seen += persons;
  }
  return sum / weight;
}

/**
 * Whether pay is what a person really gets, so that half a post earns about half: then it is divided by the part of the post. Decided by
 * whether part-timers' mean lies nearer to full-timers' or to that times their part. Without part-timers it makes no difference.
 */
function paidByPost(cells: Cells): boolean {
  const place = (name: string) => cells.by.indexOf(name);
  const sum = (name: string, role: Role, partTime: number) =>
    sumOf(
      cells,
      name,
      (tuple) =>
        tuple[place('dimension')] === 'pay' &&
        tuple[place('role')] === role &&
        Number(tuple[place('part_time')] ?? 0) === partTime,
    );
  const votes = ROLES.map((role) => {
    const [full, part] = [sum('persons', role, 0), sum('persons', role, 1)];
    if (full === 0 || part === 0) return 0;
    const ratio = Math.log(sum('value', role, 1) / part / (sum('value', role, 0) / full));
    const expected = Math.log(sum('fte', role, 1) / part);
    return part * (Math.abs(ratio - expected) < Math.abs(ratio) ? 1 : -1);
  });
  return votes.reduce((total, vote) => total + vote, 0) >= 0;
}
