import { createRandom } from '#statistics/random.ts';
import { type Cells, toCells } from '../cells.ts';
import { monthCells, radarCells } from './month-cells.ts';
import { type PatternPart, patternOf } from './month-patterns.ts';

/** A company in which everybody lives through the same number of months under exposures drawn by lot; for tests. */
export interface InventedMonths {
  readonly seed: number;
  readonly customers: number;
  /** Monthly log odds of leaving in tenure band 0; one less per band. */
  readonly base: number;
  /** Chance of being under an exposure in a month, by tenure band. */
  readonly exposed: Partial<Record<PatternPart, (tenure: number) => number>>;
  /** True log odds that an exposure adds. */
  readonly effects: Partial<Record<PatternPart, number>>;
  readonly perBand?: number;
  /** Yearly value of everybody. */
  readonly value?: number;
  readonly months?: number;
}

const ALL_KNOWN = 255;

interface Part {
  readonly name: string;
  readonly chance: (tenure: number) => number;
  readonly effect: number;
}

/** Sums by the text of their key. */
class Tally {
  readonly sums = new Map<string, number[]>();

  add(key: readonly (number | string)[], row: readonly number[]): void {
    const text = JSON.stringify(key);
    const held = this.sums.get(text);
    if (held === undefined) this.sums.set(text, [...row]);
    else for (const [i, one] of row.entries()) held[i] = (held[i] ?? 0) + one;
  }
}

const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

function partsOf({ exposed, effects }: InventedMonths): readonly Part[] {
  const known: Readonly<Record<string, number | undefined>> = effects;
  return Object.entries(exposed).flatMap(([name, chance]) =>
    chance === undefined ? [] : [{ name, chance, effect: known[name] ?? 0 }],
  );
}

/** Half-years back from the day of the audit; the month to come is -1, and the joint model keeps whole years. */
function periodOf(month: number, months: number, kind: 'joint' | 'radar'): number {
  const half = month === months ? -1 : Math.min(2, Math.floor((months - 1 - month) / 6));
  return kind === 'joint' ? 2 * Math.floor(half / 2) : half;
}

/** Cells of such a company as the engine would return them, and the truth: expected exits of the last year with and without the exposures. */
export function inventMonths(world: InventedMonths, kind: 'joint' | 'radar' = 'joint') {
  const { seed, customers, base, perBand = -0.4, value = 100, months = 24 } = world;
  const random = createRandom(seed);
  const parts = partsOf(world);
  const tally = new Tally();
  const last = kind === 'joint' ? months - 1 : months;
  const truth = { withAll: 0, without: 0 };
  for (let customer = 0; customer < customers; customer++) {
    const start = Math.floor(random.uniform() * 60);
    for (let month = 0; month <= last; month++) {
      const tenure = Math.min(5, Math.floor((start + month) / 12));
      const active = parts.filter(({ chance }) => random.uniform() < chance(tenure));
      const pattern = patternOf(Object.fromEntries(active.map(({ name }) => [name, 1])));
      const own = base + perBand * tenure;
      const chance = logistic(own + active.reduce((sum, { effect }) => sum + effect, 0));
      const leaves = month < months && random.uniform() < chance;
      const inYear = month < months && month >= months - 12;
      truth.withAll += Number(inYear) * chance;
      truth.without += Number(inYear) * logistic(own);
      tally.add(
        [ALL_KNOWN, 'margin', tenure, 'a', periodOf(month, months, kind), 0, 1, pattern, customer % 24],
        [1, Number(leaves), Number(leaves), value, 1, Number(active.length > 0)],
      );
      if (leaves) break;
    }
  }
  return { cells: cellsOf(kind === 'joint' ? monthCells : radarCells, tally.sums), ...truth };
}

function cellsOf(spec: typeof monthCells, sums: ReadonlyMap<string, readonly number[]>): Cells {
  const names = Object.keys(spec.sums);
  const keys = [...sums.keys()].map((text): (string | number)[] => JSON.parse(text));
  return toCells(spec, {
    keys: Object.fromEntries(spec.by.map((name, i) => [name, keys.map((key) => key[i] ?? null)])),
    replicate: keys.map((key) => Number(key[spec.by.length])),
    sums: Object.fromEntries(names.map((name, s) => [name, [...sums.values()].map((row) => row[s] ?? 0)])),
  });
}
