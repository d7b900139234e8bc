import { logistic } from './draws.ts';
import { EXPOSURES } from './hazard.ts';

const SIZE = EXPOSURES.length;
/** Weight of a coalition of s among n players in the Shapley value: s! (n - s - 1)! / n!. */
const WEIGHT = Array.from({ length: SIZE + 1 }, (_, players) =>
  Array.from({ length: players }, (_, size) => (factorial(size) * factorial(players - size - 1)) / factorial(players)),
);

/** Exits expected from the planted hazards, and what each exposure adds to them: alone, jointly and by Shapley value. */
export interface Attribution {
  expected: number;
  withoutAll: number;
  readonly withoutOne: Float64Array;
  readonly shapley: Float64Array;
}

export function emptyAttribution(): Attribution {
  return { expected: 0, withoutAll: 0, withoutOne: new Float64Array(SIZE), shapley: new Float64Array(SIZE) };
}

/**
 * Adds one person-month, weighted (1 for exits, remaining value for money). Exact over all coalitions of the exposures that
 * act on this person; one that does not act has no share (null player), so 2^active values suffice.
 * Shapley (1953), https://doi.org/10.1515/9781400881970-018
 */
export function attribute(to: Attribution, base: number, effects: Float64Array, weight: number): void {
  const active: number[] = [];
  for (let i = 0; i < SIZE; i++) if (effects[i] !== 0) active.push(i);
  const chances = coalitionChances(base, effects, active);
  const full = chances.length - 1;
  const all = chances[full] ?? 0;
  to.expected += weight * all;
  to.withoutAll += weight * (chances[0] ?? 0);
  for (let i = 0; i < SIZE; i++) to.withoutOne[i] = (to.withoutOne[i] ?? 0) + weight * all;
  for (const [player, index] of active.entries()) {
    to.withoutOne[index] = (to.withoutOne[index] ?? 0) + weight * ((chances[full & ~(1 << player)] ?? 0) - all);
    to.shapley[index] = (to.shapley[index] ?? 0) + weight * shapleyOf(chances, player, active.length);
  }
}

function coalitionChances(base: number, effects: Float64Array, active: readonly number[]): number[] {
  const logits = [base];
  for (const index of active) {
    const size = logits.length;
    for (let i = 0; i < size; i++) logits.push((logits[i] ?? 0) + (effects[index] ?? 0));
  }
  return logits.map(logistic);
}

function shapleyOf(chances: readonly number[], player: number, players: number): number {
  const bit = 1 << player;
  let sum = 0;
  for (let coalition = 0; coalition < chances.length; coalition++) {
    if ((coalition & bit) !== 0) continue;
    sum += (WEIGHT[players]?.[ones(coalition)] ?? 0) * ((chances[coalition | bit] ?? 0) - (chances[coalition] ?? 0));
  }
  return sum;
}

function ones(bits: number): number {
  let left = bits;
  let count = 0;
  while (left > 0) {
    count += left & 1;
    left >>= 1;
  }
  return count;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
