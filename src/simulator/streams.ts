/**
 * Randomness addressed by what it decides, not by when it is drawn: (seed, stream name, entity, moment, draw) always gives
 * the same number. That is what makes common random numbers possible: a mechanism that is switched off, or a customer who
 * stays longer, moves no other draw. Sequential generators (#statistics/random.ts) cannot do this.
 */
export interface Stream {
  /** Uniform, strictly between 0 and 1. */
  uniform(entity: number, moment?: number, draw?: number): number;
  chance(probability: number, entity: number, moment?: number, draw?: number): boolean;
  /** Whole number from 0 to bound - 1. */
  integer(bound: number, entity: number, moment?: number, draw?: number): number;
  /** Standard normal (Box and Muller 1958); uses draws 2 * draw and 2 * draw + 1. */
  normal(entity: number, moment?: number, draw?: number): number;
  /** Exponential with mean 1. */
  exponential(entity: number, moment?: number, draw?: number): number;
  /** Poisson count by inversion; meant for means below 10. */
  poisson(mean: number, entity: number, moment?: number, draw?: number): number;
}

const NORMAL_DRAWS = 1_000_000;

export function openStream(seed: number, name: string): Stream {
  const key = keyOf(seed, name);
  const uniform = (entity: number, moment = 0, draw = 0) => (scramble(key, entity, moment, draw) + 0.5) / 4294967296;
  return {
    uniform,
    chance: (probability, entity, moment, draw) => uniform(entity, moment, draw) < probability,
    integer: (bound, entity, moment, draw) => Math.floor(uniform(entity, moment, draw) * bound),
    normal: (entity, moment = 0, draw = 0) => {
      const radius = Math.sqrt(-2 * Math.log(uniform(entity, moment, NORMAL_DRAWS + 2 * draw)));
      return radius * Math.cos(2 * Math.PI * uniform(entity, moment, NORMAL_DRAWS + 2 * draw + 1));
    },
    exponential: (entity, moment, draw) => -Math.log(uniform(entity, moment, draw)),
    poisson: (mean, entity, moment, draw) => invertPoisson(mean, uniform(entity, moment, draw)),
  };
}

function invertPoisson(mean: number, level: number): number {
  if (level < 1 - mean) return 0;
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (level > sum && count < 1000) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** FNV-1a over the name, so that a new stream never shifts an old one. */
function keyOf(seed: number, name: string): number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  let hash = 0x811c9dc5 ^ (seed | 0) ^ Math.imul(Math.floor(seed / 4294967296), 0x9e3779b1);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return finish(hash);
}

function scramble(key: number, entity: number, moment: number, draw: number): number {
  let hash = key ^ Math.imul(entity, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= Math.imul(moment + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  hash ^= Math.imul(draw + 1, 0x165667b1);
  return finish(hash) >>> 0;
}

function finish(start: number): number {
  let hash = Math.imul(start ^ (start >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
