/** Random numbers that a seed fixes for ever. Passed in wherever chance is needed; nothing else may draw. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform whole number from 0 to bound - 1; bound at most 2^32. */
  integer(bound: number): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Gamma with the given shape above 0 and scale 1. */
  gamma(shape: number): number;
  /** Poisson count with the given mean. */
  poisson(mean: number): number;
}

/**
 * Seeded generator: xoshiro128** started by splitmix32, so that neighbouring seeds give unrelated streams.
 * Gamma by squeeze and rejection, normal by the polar method.
 * Throws RangeError unless seed is a whole number.
 * Blackman & Vigna (2021), ACM TOMS 47(4), https://doi.org/10.1145/3460772; Marsaglia & Tsang (2000), ACM TOMS 26, 363-372.
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  const next = xoshiro(seed);
  const uniform = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
  const normal = polarNormal(uniform);
  const exponential = () => -Math.log1p(-uniform());
  const gamma = (shape: number) => drawGamma(shape, uniform, normal);
  return {
    uniform,
    integer: (bound) => drawInteger(bound, next),
    normal,
    exponential,
    gamma,
    poisson: (mean) => drawPoisson(mean, uniform, gamma),
  };
}

function xoshiro(seed: number): () => number {
  // Both halves of the seed enter, so seeds above 2^32 differ too.
  let mix = (seed ^ Math.imul(Math.floor(seed / 4294967296), 0x9e3779b1)) | 0;
  const splitmix = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

function drawInteger(bound: number, next: () => number): number {
  if (!(Number.isInteger(bound) && bound > 0 && bound <= 4294967296)) {
    throw new RangeError(`bound must be a whole number from 1 to 2^32, got ${bound}`);
  }
  // Rejecting the ragged end keeps every value equally likely.
  const ceiling = 4294967296 - (4294967296 % bound);
  let draw = next();
  while (draw >= ceiling) draw = next();
  return draw % bound;
}

function polarNormal(uniform: () => number): () => number {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  };
}

function drawGamma(shape: number, uniform: () => number, normal: () => number): number {
  if (!(shape > 0)) throw new RangeError(`shape must be above 0, got ${shape}`);
  if (shape < 1) return drawGamma(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

function drawPoisson(mean: number, uniform: () => number, gamma: (shape: number) => number): number {
  if (!(mean >= 0 && mean < 1e9)) throw new RangeError(`mean must lie within 0..1e9, got ${mean}`);
  let left = mean;
  let count = 0;
  // Large means are cut down by gamma waiting times (Ahrens & Dieter 1974), so the product below never underflows.
  while (left > 30) {
    const steps = Math.floor(left * 0.875);
    const waited = gamma(steps);
    if (waited > left) return count + drawBinomial(steps - 1, left / waited, uniform);
    left -= waited;
    count += steps;
  }
  const floor = Math.exp(-left);
  let product = uniform();
  while (product > floor) {
    count += 1;
    product *= uniform();
  }
  return count;
}

function drawBinomial(trials: number, share: number, uniform: () => number): number {
  let successes = 0;
  for (let i = 0; i < trials; i++) if (uniform() < share) successes += 1;
  return successes;
}
