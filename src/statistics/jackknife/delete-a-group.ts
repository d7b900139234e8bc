import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import { holdsData, type ReplicateSums, requireReplicateSums, withoutEach } from './replicate-sums.ts';
import { SCALES, type Scale } from './scale.ts';

/** What to estimate from the sums. */
export interface DeleteAGroupInput extends ReplicateSums {
  /** Pure function of the sums (keys x sums); must not keep or change the array. Always the same number of results. */
  readonly theta: (sums: Float64Array) => Float64Array | readonly number[];
  /** One scale for all results, or one for each. */
  readonly scale: Scale | readonly Scale[];
  /** Where degrees of freedom come from: the number of replicates, or how evenly they spread; see deleteAGroup. */
  readonly freedom?: 'replicates' | 'spread';
}

/** How far each interval can be trusted. */
interface JackknifeDiagnostics {
  /** Replicates without which the result is not a finite number; above 0 the interval is unbounded. */
  readonly notFinite: number;
  /** Replicates that push the result off its scale; above 0 the interval uses the delta method instead. */
  readonly offScale: number;
  /** Share of the variance that comes from one replicate, 0..1; near 1 the t interval is too short. */
  readonly largestShare: number;
}

export interface DeleteAGroupResult {
  readonly estimates: readonly Estimate[];
  /** On the natural scale of each result; NaN where the replicates give none. */
  readonly standardErrors: readonly number[];
  /** G: replicates that hold data; the t distribution has at most G - 1 degrees of freedom. */
  readonly replicatesUsed: number;
  readonly diagnostics: readonly JackknifeDiagnostics[];
}

/**
 * Delete-a-group jackknife of any smooth function of sums. Assumes units were put into replicates at random and whole
 * clusters at a time. Variance (G-1)/G sum (theta_g - theta)^2 over the G replicates with data, t with G-1 degrees of
 * freedom, symmetric on the chosen scale. With G < 2, with a result that is not finite without some replicate, or with
 * a result on the edge of its scale, the interval is the whole scale: the data do not bound it.
 * Where a few replicates hold nearly all that matters, as when a few units stand for many, the variance is known from fewer than G:
 * `freedom: 'spread'` then takes 3 (sum d^2)^2 / sum d^4 - 1 degrees of freedom, d being the replicates' deviations, within 3 and
 * G - 1; that is Satterthwaite's formula with the variance of every square read off its fourth power, and about G - 1 for even ones.
 * Throws RangeError when sizes do not fit or theta changes its number of results.
 * Kott, P. S. (2001), Journal of Official Statistics 17(4), 521-526; Satterthwaite, F. E. (1946), Biometrics Bulletin 2, 110-114.
 */
export function deleteAGroup(input: DeleteAGroupInput, options: IntervalOptions = {}): DeleteAGroupResult {
  const level = levelOf(options);
  requireReplicateSums(input);
  const values = Float64Array.from(input.theta(Float64Array.from(input.total)));
  const kept = input.replicates.filter(holdsData);
  const results = values.length;
  const without = new Float64Array(kept.length * results);
  withoutEach({ ...input, replicates: kept }, (sums, g) => {
    const theta = input.theta(sums);
    if (theta.length !== results) throw new RangeError(`theta gave ${theta.length} results, before ${results}`);
    without.set(theta, g * results);
  });
  const quantile = (freedom: number) => (freedom > 0 ? tQuantile(0.5 + level / 2, freedom) : Number.POSITIVE_INFINITY);
  const quantileOf = ({ freedom }: Spread) => quantile(input.freedom === 'spread' ? freedom : kept.length - 1);
  const judged = Array.from(values, (value, r) => {
    const replicates = Float64Array.from(kept, (_, g) => without[g * results + r] ?? Number.NaN);
    return judge(value, replicates, scaleOf(input.scale, r), quantileOf);
  });
  return {
    estimates: judged.map(({ value, low, high }) => ({ value, low, high, level })),
    standardErrors: judged.map(({ standardError }) => standardError),
    replicatesUsed: kept.length,
    diagnostics: judged.map(({ diagnostics }) => diagnostics),
  };
}

function scaleOf(scale: Scale | readonly Scale[], result: number): Scale {
  const chosen = typeof scale === 'string' ? scale : scale[result];
  if (chosen === undefined) throw new RangeError(`scale: none given for result ${result}`);
  return chosen;
}

function judge(value: number, replicates: Float64Array, scale: Scale, quantileOf: (moved: Spread) => number) {
  const { forward, back, slope, lowest, highest } = SCALES[scale];
  const notFinite = replicates.filter((theta) => !Number.isFinite(theta)).length;
  const natural = spread(value, replicates);
  const centre = forward(value);
  const moved = spread(centre, replicates.map(forward));
  const offScale = replicates.filter((theta) => Number.isFinite(theta) && !Number.isFinite(forward(theta))).length;
  const diagnostics = { notFinite, offScale, largestShare: natural.largestShare };
  const half = quantileOf(moved) * (offScale > 0 ? natural.standardError * slope(value) : moved.standardError);
  if (!(Number.isFinite(centre) && Number.isFinite(half))) {
    return { value, low: lowest, high: highest, standardError: natural.standardError, diagnostics };
  }
  return {
    value,
    low: back(centre - half),
    high: back(centre + half),
    standardError: natural.standardError,
    diagnostics,
  };
}

interface Spread {
  readonly standardError: number;
  readonly largestShare: number;
  /** Degrees of freedom by how evenly the replicates spread. */
  readonly freedom: number;
}

function spread(centre: number, replicates: Float64Array): Spread {
  const groups = replicates.length;
  let sum = 0;
  let fourth = 0;
  let largest = 0;
  for (const theta of replicates) {
    const square = (theta - centre) ** 2;
    sum += square;
    fourth += square ** 2;
    largest = Math.max(largest, square);
  }
  const finite = groups > 1 && Number.isFinite(sum);
  const even = fourth > 0 ? (3 * sum ** 2) / fourth - 1 : groups - 1;
  return {
    standardError: finite ? Math.sqrt((sum * (groups - 1)) / groups) : Number.NaN,
    largestShare: finite && sum > 0 ? largest / sum : 0,
    freedom: Number.isFinite(even) ? Math.min(Math.max(even, 3), groups - 1) : groups - 1,
  };
}
