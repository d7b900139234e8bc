/** Sums of one group, one entry per stratum; the same stratum has the same position in both groups. */
interface StratumSums {
  readonly count: ArrayLike<number>;
  /** Sum of the outcome over the group's subjects in the stratum. */
  readonly total: ArrayLike<number>;
}

export interface StandardisationInput {
  /** The group whose mix counts: its mean is compared with what the other group would have at this mix. */
  readonly target: StratumSums;
  readonly other: StratumSums;
}

export interface StandardisationOptions {
  /** A stratum is comparable when the other group has at least this many subjects in it; default 1. */
  readonly minimumOther?: number;
}

/** Plain numbers: the caller's jackknife turns them into estimates. NaN where no stratum is comparable. */
export interface Standardisation {
  /** Mean of the target group within the overlap, and of the other group at the target's mix there. */
  readonly targetMean: number;
  readonly otherMean: number;
  readonly difference: number;
  /** targetMean / otherMean. */
  readonly ratio: number;
  /** Difference and ratio of the raw means of everybody. */
  readonly naiveDifference: number;
  readonly naiveRatio: number;
  /** Share of the target group that has at least `minimumOther` comparables in the other group, 0..1. */
  readonly overlapShare: number;
  readonly targetCount: number;
  readonly targetCountInOverlap: number;
  readonly otherCountInOverlap: number;
  readonly strata: number;
  readonly strataInOverlap: number;
  /** Size of an equally weighted sample as informative as the reweighted other group (Kish 1965). */
  readonly otherEffectiveCount: number;
}

/**
 * Exact stratification with direct standardisation to the mix of the target group: both groups are compared inside
 * equal strata, and the strata are weighted as the target group is spread over them. Strata without comparables are
 * left out and counted in `overlapShare`. Assumes nothing about the shape of the outcome; adjusts for exactly what
 * defines the strata and for nothing else. One pass, no allocation per stratum: cheap to repeat per replicate.
 * Miettinen, O. S. (1972), Am. J. Epidemiology 96(6), 383-388; Kish, L. (1965), Survey Sampling, section 11.7.
 * RangeError when the four columns differ in length or a count is negative.
 */
export function exactStandardisation(
  input: StandardisationInput,
  options: StandardisationOptions = {},
): Standardisation {
  const { target, other } = input;
  const minimumOther = options.minimumOther ?? 1;
  if (!(minimumOther > 0)) throw new RangeError(`minimumOther is ${minimumOther}, expected above 0`);
  const strata = requireSameStrata(target, other);
  const all = { targetCount: 0, targetTotal: 0, otherCount: 0, otherTotal: 0 };
  const overlap = { targetCount: 0, targetTotal: 0, otherCount: 0, otherAtTargetMix: 0, squaredWeights: 0, strata: 0 };
  for (let s = 0; s < strata; s++) {
    const [targetCount, targetTotal] = readStratum('target', target, s);
    const [otherCount, otherTotal] = readStratum('other', other, s);
    all.targetCount += targetCount;
    all.targetTotal += targetTotal;
    all.otherCount += otherCount;
    all.otherTotal += otherTotal;
    if (targetCount === 0 || otherCount < minimumOther) continue;
    overlap.strata += 1;
    overlap.targetCount += targetCount;
    overlap.targetTotal += targetTotal;
    overlap.otherCount += otherCount;
    overlap.otherAtTargetMix += (targetCount * otherTotal) / otherCount;
    overlap.squaredWeights += targetCount ** 2 / otherCount;
  }
  const targetMean = overlap.targetTotal / overlap.targetCount;
  const otherMean = overlap.otherAtTargetMix / overlap.targetCount;
  const naiveTarget = all.targetTotal / all.targetCount;
  const naiveOther = all.otherTotal / all.otherCount;
  return {
    targetMean,
    otherMean,
    difference: targetMean - otherMean,
    ratio: targetMean / otherMean,
    naiveDifference: naiveTarget - naiveOther,
    naiveRatio: naiveTarget / naiveOther,
    overlapShare: overlap.targetCount / all.targetCount,
    targetCount: all.targetCount,
    targetCountInOverlap: overlap.targetCount,
    otherCountInOverlap: overlap.otherCount,
    strata,
    strataInOverlap: overlap.strata,
    otherEffectiveCount: overlap.squaredWeights === 0 ? 0 : overlap.targetCount ** 2 / overlap.squaredWeights,
  };
}

function readStratum(name: string, group: StratumSums, s: number): readonly [number, number] {
  const count = group.count[s] ?? Number.NaN;
  if (!(count >= 0)) throw new RangeError(`${name}.count[${s}] is ${count}, expected 0 or more`);
  return [count, count === 0 ? 0 : (group.total[s] ?? Number.NaN)];
}

function requireSameStrata(target: StratumSums, other: StratumSums): number {
  const strata = target.count.length;
  const lengths = [target.total.length, other.count.length, other.total.length];
  if (lengths.some((length) => length !== strata)) {
    throw new RangeError(`target and other have ${[strata, ...lengths].join(', ')} strata: must be equal`);
  }
  return strata;
}
