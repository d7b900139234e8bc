import { EXPOSURES } from './hazard.ts';
import { type Founding, found, liveAll, type Watch } from './run.ts';

/** How far to go: nothing, each exposure alone and all together (8 runs more), or all 128 sets for the Shapley values. */
export type Depth = 'none' | 'single' | 'shapley';

/** What the last twelve months lost: voluntary exits, and the remaining value that left with them. */
interface Lost {
  readonly exits: number;
  readonly lossEuro: number;
}

export interface Reruns {
  readonly observed: Lost;
  readonly withoutAll: Lost;
  /** What would not have been lost without this exposure alone. */
  readonly single: Readonly<Record<string, Lost>>;
  readonly shapley: Readonly<Record<string, Lost>> | null;
}

const SETS = 1 << EXPOSURES.length;
const EVERYTHING = SETS - 1;

/**
 * The same company once more with exposures held at their reference through the last twelve months, under common random
 * numbers: whoever leaves in one run and not in the other leaves because of the exposure.
 */
export async function rerun(founding: Founding, depth: Depth, watch: Watch): Promise<Reruns | null> {
  if (depth === 'none') return null;
  const runs = new Map<number, Lost>();
  const wanted =
    depth === 'shapley'
      ? Array.from({ length: SETS }, (_, set) => set)
      : [0, EVERYTHING, ...EXPOSURES.map((_, i) => 1 << i)];
  for (const [done, muted] of wanted.entries()) {
    const part = (share: number) => watch.onProgress((done + share) / wanted.length);
    runs.set(muted, await lost(founding, muted, { signal: watch.signal, onProgress: part }));
  }
  const of = (muted: number): Lost => runs.get(muted) ?? { exits: Number.NaN, lossEuro: Number.NaN };
  const gain = (muted: number, index: number): Lost => minus(of(muted), of(muted | (1 << index)));
  return {
    observed: of(0),
    withoutAll: of(EVERYTHING),
    single: named((index) => gain(0, index)),
    shapley: depth === 'shapley' ? named((index) => shapleyValue(index, gain)) : null,
  };
}

async function lost(founding: Founding, muted: number, watch: Watch): Promise<Lost> {
  const held = new Set(EXPOSURES.flatMap((_, index) => ((muted & (1 << index)) === 0 ? [] : [index])));
  const company = found(founding, () => undefined, held);
  await liveAll(company, watch);
  return { exits: company.tally.sum('window exits'), lossEuro: company.tally.sum('window loss cents') / 100 };
}

/** Mean over all orders in which the exposures could be taken away. Shapley (1953). */
function shapleyValue(index: number, gain: (muted: number, index: number) => Lost): Lost {
  let exits = 0;
  let lossEuro = 0;
  for (let muted = 0; muted < SETS; muted++) {
    if ((muted & (1 << index)) !== 0) continue;
    const weight = orderShare(muted);
    const difference = gain(muted, index);
    exits += weight * difference.exits;
    lossEuro += weight * difference.lossEuro;
  }
  return { exits, lossEuro };
}

/** s! (n - s - 1)! / n! for a set of s. */
function orderShare(set: number): number {
  const players = EXPOSURES.length;
  const size = EXPOSURES.filter((_, index) => (set & (1 << index)) !== 0).length;
  let share = 1 / players;
  for (let i = 1; i <= size; i++) share *= i / (players - i);
  return share;
}

function minus(one: Lost, other: Lost): Lost {
  return { exits: one.exits - other.exits, lossEuro: one.lossEuro - other.lossEuro };
}

function named(value: (index: number) => Lost): Record<string, Lost> {
  return Object.fromEntries(EXPOSURES.map((name, index) => [name, value(index)]));
}
