import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { type LeastSquaresFit, weightedLeastSquares } from '../regression/weighted-least-squares.ts';

/**
 * must-be: failing costs more than excelling gains. delighter: the reverse. performance: both count and neither is
 * shown to count more. unclear: the data do not say.
 */
type TouchpointClass = 'must-be' | 'performance' | 'delighter' | 'unclear';

interface TouchpointEffect {
  readonly name: string;
  /** Change of the outcome when the touchpoint disappoints, against an ordinary one; null when nobody was disappointed. */
  readonly penalty: Estimate | null;
  /** Change of the outcome when it delights; null when nobody was delighted. */
  readonly reward: Estimate | null;
  /** -penalty - reward: above 0 failing weighs more. Null when either is. */
  readonly asymmetry: Estimate | null;
  readonly kind: TouchpointClass;
}

export interface PenaltyReward {
  readonly touchpoints: readonly TouchpointEffect[];
  readonly rSquared: number;
  readonly respondents: number;
}

/**
 * Penalty-reward contrast: regression of an overall judgement on two dummies per touchpoint, disappointing and
 * delighting, with robust errors (HC3, or CR1 with clusters) and t intervals. Classes are given only where the intervals
 * say so. Describes what goes with what: answers of one questionnaire share their mood.
 * Throws RangeError for experiences other than -1, 0, 1 or columns of unequal length.
 * Brandt (1987), "A procedure for identifying value-enhancing service components using customer satisfaction survey
 * data", in Surprenant (ed.), Add Value to Your Service, 61-65; Mikulic & Prebezac (2011), Managing Service Quality
 * 21(1), 46-66
 */
export function penaltyReward(
  input: {
    readonly names: readonly string[];
    /** Per touchpoint and respondent: -1 disappointing, 0 ordinary or not met, 1 delighting. */
    readonly experiences: readonly ArrayLike<number>[];
    readonly outcome: ArrayLike<number>;
    readonly counts: ArrayLike<number> | null;
    readonly cluster: ArrayLike<number | string> | null;
  },
  options: { readonly level?: number } = {},
): PenaltyReward {
  const { level = DEFAULT_LEVEL } = options;
  const { names, experiences, outcome, counts, cluster } = input;
  if (names.length !== experiences.length) throw new RangeError('names must be as long as experiences');
  experiences.forEach(requireExperiences);
  const dummies = experiences.flatMap((column) => [
    Float64Array.from(column, (experience) => (experience === -1 ? 1 : 0)),
    Float64Array.from(column, (experience) => (experience === 1 ? 1 : 0)),
  ]);
  const fitted = weightedLeastSquares(
    {
      names: ['intercept', ...names.flatMap((name) => [`${name} disappointing`, `${name} delighting`])],
      columns: [new Float64Array(outcome.length).fill(1), ...dummies],
      response: outcome,
      weights: counts,
      cluster,
    },
    { level, variance: cluster === null ? 'HC3' : 'CR1' },
  );
  const dropped = new Set(fitted.diagnostics.dropped);
  const touchpoints = names.map((name, k) => {
    const penalty = dropped.has(`${name} disappointing`) ? null : effectAt(fitted, 2 * k + 1);
    const reward = dropped.has(`${name} delighting`) ? null : effectAt(fitted, 2 * k + 2);
    const asymmetry = penalty === null || reward === null ? null : asymmetryOf(fitted, 2 * k + 1, level);
    return { name, penalty, reward, asymmetry, kind: classify(penalty, reward, asymmetry) };
  });
  const respondents = counts === null ? outcome.length : Float64Array.from(counts).reduce((sum, one) => sum + one, 0);
  return { touchpoints, rSquared: fitted.rSquared, respondents };
}

function effectAt(fitted: LeastSquaresFit, at: number): Estimate | null {
  return fitted.coefficients[at]?.estimate ?? null;
}

/** Of the penalty at position `at` and the reward right after it. */
function asymmetryOf(
  { coefficients, covariance, degreesOfFreedom }: LeastSquaresFit,
  at: number,
  level: number,
): Estimate {
  const size = coefficients.length;
  const value = -(coefficients[at]?.estimate.value ?? 0) - (coefficients[at + 1]?.estimate.value ?? 0);
  const entry = (row: number, column: number) => covariance[row * size + column] ?? 0;
  const variance = entry(at, at) + entry(at + 1, at + 1) + 2 * entry(at, at + 1);
  const half = tQuantile(0.5 + level / 2, degreesOfFreedom) * Math.sqrt(variance);
  return { value, low: value - half, high: value + half, level };
}

function classify(penalty: Estimate | null, reward: Estimate | null, asymmetry: Estimate | null): TouchpointClass {
  if (penalty === null || reward === null || asymmetry === null) return 'unclear';
  const [hurts, helps] = [penalty.high < 0, reward.low > 0];
  if (hurts && asymmetry.low > 0) return 'must-be';
  if (helps && asymmetry.high < 0) return 'delighter';
  return hurts && helps ? 'performance' : 'unclear';
}

function requireExperiences(column: ArrayLike<number>, touchpoint: number): void {
  for (let row = 0; row < column.length; row++) {
    if (column[row] !== -1 && column[row] !== 0 && column[row] !== 1) {
      throw new RangeError(`experiences[${touchpoint}][${row}] is ${column[row]}: not -1, 0 or 1`);
    }
  }
}
