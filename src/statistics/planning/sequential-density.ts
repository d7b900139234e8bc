import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Even number of Simpson intervals over the region of going on. */
const INTERVALS = 200;
/** Beyond this many standard errors no probability is left to count. */
const EDGE = 9;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Density of the score statistic S (variance = information share, mean = drift * share) among tests not yet stopped.
 * Armitage, P., McPherson, C. K. & Rowe, B. C. (1969), JRSS A 132(2), 235-244.
 */
export class SequentialDensity {
  readonly #drift: number;
  readonly #share: number;
  readonly #points: Float64Array;
  /** Density times Simpson weight at each point. */
  readonly #mass: Float64Array;

  private constructor(drift: number, share: number, points: Float64Array, mass: Float64Array) {
    this.#drift = drift;
    this.#share = share;
    this.#points = points;
    this.#mass = mass;
  }

  /** Before the first look: all at 0. `drift` is the expected z of the final look. */
  static start(drift: number): SequentialDensity {
    return new SequentialDensity(drift, 0, new Float64Array(1), new Float64Array(1).fill(1));
  }

  /** Chance of |z| >= bound at the next look, having come this far. */
  crossing(share: number, bound: number): number {
    const limit = bound * Math.sqrt(share);
    const step = share - this.#share;
    const spread = Math.sqrt(step);
    const shift = this.#drift * step;
    return this.#points.reduce((sum, from, k) => {
      const above = normalCdf((from + shift - limit) / spread, 0, 1);
      const below = normalCdf((-limit - from - shift) / spread, 0, 1);
      return sum + (this.#mass[k] ?? 0) * (above + below);
    }, 0);
  }

  /** Goes on to the next look, keeping only what stays within the bound. */
  advance(share: number, bound: number): SequentialDensity {
    const root = Math.sqrt(share);
    const centre = this.#drift * share;
    const low = Math.max(-bound * root, centre - EDGE * root);
    const high = Math.min(bound * root, centre + EDGE * root);
    const width = (high - low) / INTERVALS;
    const step = share - this.#share;
    const spread = Math.sqrt(step);
    const points = Float64Array.from({ length: INTERVALS + 1 }, (_, k) => low + k * width);
    const mass = points.map((to, k) => {
      const density = this.#points.reduce((sum, from, j) => {
        const z = (to - from - this.#drift * step) / spread;
        return sum + (this.#mass[j] ?? 0) * Math.exp(-0.5 * z * z);
      }, 0);
      return (simpsonWeight(k) * width * density) / (spread * ROOT_TWO_PI);
    });
    return new SequentialDensity(this.#drift, share, points, mass);
  }
}

function simpsonWeight(k: number): number {
  if (k === 0 || k === INTERVALS) return 1 / 3;
  return k % 2 === 1 ? 4 / 3 : 2 / 3;
}
