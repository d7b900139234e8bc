import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type DesignOptions, designQuantiles } from './design-question.ts';
import { SequentialDensity } from './sequential-density.ts';

export interface LooksInput {
  /** Share of the final information (events, customers) at each look, rising; 1 at the last planned look. */
  readonly informationShares: readonly number[];
  /** obrienFleming is strict early and keeps nearly all error for the end; pocock spends it evenly. */
  readonly shape: 'obrienFleming' | 'pocock';
}

interface Look {
  readonly informationShare: number;
  /** Stop when |z| is at least this; infinite when there is next to nothing to spend. */
  readonly bound: number;
  /** Two-sided error of a single look at this bound. */
  readonly nominalError: number;
  /** Error spent up to and including this look. */
  readonly spentError: number;
}

export interface SpendingPlan {
  readonly looks: readonly Look[];
  /** Final sample size over that of a plan with one look and the same power. */
  readonly inflation: number;
}

/** Below this, a bound lies beyond eight standard errors. */
const NOTHING_TO_SPEND = 1e-15;

/**
 * Two-sided bounds for looking at a test before its end without more false alarms than promised. The looks need not be
 * equally spaced nor planned by number, only not chosen by the result.
 * Lan, K. K. G. & DeMets, D. L. (1983), Biometrika 70(3), 659-663; bounds by numerical integration as in Jennison, C. &
 * Turnbull, B. W. (2000), Group Sequential Methods, chapter 19. RangeError unless shares rise within 0..1.
 */
export function alphaSpending({ informationShares, shape }: LooksInput, options: DesignOptions = {}): SpendingPlan {
  const design = designQuantiles(options);
  informationShares.forEach((share, k) => {
    const before = k === 0 ? 0 : (informationShares[k - 1] ?? 0);
    if (!(share > before && share <= 1))
      throw new RangeError(`informationShares[${k}] is ${share}: must rise, at most 1`);
  });
  if (informationShares.length === 0) throw new RangeError('informationShares is empty');
  const error = 1 - design.level;
  const looks: Look[] = [];
  let density = SequentialDensity.start(0);
  let spentBefore = 0;
  for (const share of informationShares) {
    const spentError = SPENDING[shape](share, error);
    const toSpend = spentError - spentBefore;
    const bound = toSpend < NOTHING_TO_SPEND ? Number.POSITIVE_INFINITY : findBound(density, share, toSpend);
    density = density.advance(share, bound);
    looks.push({ informationShare: share, bound, nominalError: 2 * normalCdf(-bound, 0, 1), spentError });
    spentBefore = spentError;
  }
  return { looks, inflation: inflationOf(looks, design) };
}

const SPENDING: Readonly<Record<LooksInput['shape'], (share: number, error: number) => number>> = {
  obrienFleming: (share, error) => 2 * 2 * normalCdf(normalQuantile(error / 4, 0, 1) / Math.sqrt(share), 0, 1),
  pocock: (share, error) => error * Math.log(1 + (Math.E - 1) * share),
};

/** The bound that spends exactly this much, by halving. */
function findBound(density: SequentialDensity, share: number, toSpend: number): number {
  let low = 0;
  let high = 9;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (density.crossing(share, middle) > toSpend) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function inflationOf(looks: readonly Look[], { power, zLevel, zPower }: ReturnType<typeof designQuantiles>): number {
  const powerAt = (drift: number): number => {
    let density = SequentialDensity.start(drift);
    let crossed = 0;
    for (const { informationShare, bound } of looks) {
      crossed += density.crossing(informationShare, bound);
      density = density.advance(informationShare, bound);
    }
    return crossed;
  };
  const single = zLevel + zPower;
  let low = single / 2;
  let high = single * 4;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (powerAt(middle) < power) low = middle;
    else high = middle;
  }
  return ((low + high) / 2 / single) ** 2;
}
