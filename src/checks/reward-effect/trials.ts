import type { CellKey, Cells } from '../cells.ts';

/** Sums of one arm's customers of one kind and entry period. */
export interface Group {
  readonly arm: string;
  readonly kind: string;
  readonly period: CellKey;
  readonly sums: Readonly<Record<string, number>>;
}

export interface Trial {
  readonly name: string;
  readonly counted: readonly Group[];
  /** Customers by state that are not counted, and by arm those who were no customers on the day of the drawing. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly gone: Readonly<Record<string, { readonly absent: number; readonly all: number }>>;
}

const OTHERS = '*';

/** Trials that hold both arms, by name, and how many customers of others are left out. */
export function trialsOf(cells: Cells): { readonly trials: readonly Trial[]; readonly leftOut: number } {
  const groups = new Map<string, { state: string; group: Group }[]>();
  for (const [i, tuple] of cells.tuples.entries()) {
    const [trial, arm, kind, period, state] = tuple;
    const from = i * cells.sums;
    const sums = Object.fromEntries(cells.sumNames.map((name, s) => [name, cells.total[from + s] ?? 0]));
    const entry = {
      state: String(state),
      group: { arm: String(arm), kind: String(kind), period: period ?? null, sums },
    };
    const known = groups.get(String(trial));
    if (known === undefined) groups.set(String(trial), [entry]);
    else known.push(entry);
  }
  const trials: Trial[] = [];
  let leftOut = 0;
  for (const [name, entries] of groups) {
    const arms = new Set(entries.map(({ group }) => group.arm));
    if (name === OTHERS || arms.size < 2)
      leftOut += totalOf(
        entries.map(({ group }) => group),
        'customers',
      );
    else trials.push(trialOf(name, entries));
  }
  return { trials, leftOut };
}

function trialOf(name: string, entries: readonly { readonly state: string; readonly group: Group }[]): Trial {
  const of = (keep: (state: string, group: Group) => boolean) =>
    totalOf(
      entries.flatMap(({ state, group }) => (keep(state, group) ? [group] : [])),
      'customers',
    );
  const absence = (arm: string) => ({
    absent: of((state, group) => state === 'noCustomer' && group.arm === arm),
    all: of((_, group) => group.arm === arm),
  });
  return {
    name,
    counted: entries.flatMap(({ state, group }) => (state === 'counted' ? [group] : [])),
    excluded: {
      recent: of((state) => state === 'recent'),
      noCustomer: of((state) => state === 'noCustomer'),
      contradicts: of((state) => state === 'contradicts'),
    },
    gone: { treated: absence('treated'), holdout: absence('holdout') },
  };
}

export function totalOf(groups: readonly Group[], sum: string): number {
  return groups.reduce((total, { sums }) => total + (sums[sum] ?? 0), 0);
}

export function armOf(groups: readonly Group[], arm: 'treated' | 'holdout'): readonly Group[] {
  return groups.filter((group) => group.arm === arm);
}

/**
 * Treated customers of a kind beside their holdouts: those drawn for the same kind where there are any, else those of no kind that is
 * given, else all.
 */
export function kindGroups(trial: Trial, kind: string): readonly Group[] {
  const holdouts = armOf(trial.counted, 'holdout');
  const treated = armOf(trial.counted, 'treated');
  const given = new Set(treated.map((group) => group.kind));
  const own = holdouts.filter((group) => group.kind === kind);
  const common = holdouts.filter((group) => !given.has(group.kind));
  const fallback = common.length > 0 ? common : holdouts;
  return [...treated.filter((group) => group.kind === kind), ...(own.length > 0 ? own : fallback)];
}

/** What is drawn separately is compared separately: the stratum of a group in the comparison of the whole trial. */
export function stratumIn(trial: Trial): (group: Group) => string {
  const kindsOf = (arm: 'treated' | 'holdout') => new Set(armOf(trial.counted, arm).map((group) => group.kind));
  const [treated, holdout] = [kindsOf('treated'), kindsOf('holdout')];
  const separate = [...treated].every((kind) => holdout.has(kind));
  return ({ kind, period }) => `${separate ? kind : ''}|${String(period)}`;
}
