import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { benjaminiHochberg } from '#statistics/intervals/benjamini-hochberg.ts';
import { shrunkenMeans } from '#statistics/intervals/shrunken-means.ts';
import type { Effect, ExperienceEffect, ExperienceEffects } from './experience-effects.ts';
import type { MomentsOfTruthSettings } from './settings.ts';

type Kind = 'mustBe' | 'performance' | 'delighter' | 'unclear';

export interface JudgedTouchpoint {
  readonly place: string;
  /** Points lost when it disappoints, positive. Null where it cannot be said. */
  readonly loss: Estimate | null;
  /** The same, pulled towards the other touchpoints as far as its own number is thin: what naming and order go by. */
  readonly pulledLoss: Estimate | null;
  readonly lossOutcome: Outcome;
  /** Points gained when it delights. */
  readonly gain: Estimate | null;
  readonly isDelight: boolean;
  readonly kind: Kind;
}

interface Weighed {
  readonly flagged: boolean;
  readonly own: Estimate | null;
  readonly pulled: Estimate | null;
}

const NOTHING: Weighed = { flagged: false, own: null, pulled: null };

/** Some of many: flagged with a bound on false flags, and pulled towards the common value by as much as their noise deserves. */
function weigh(values: readonly (Effect | null)[], df: number, falseDiscoveryRate: number): readonly Weighed[] {
  const known = values.flatMap((entry, at) => (entry === null ? [] : [{ ...entry, at }]));
  const pValues = known.map(({ estimate, standardError }) => 1 - tCdf(estimate.value / standardError, Math.max(df, 1)));
  const { flagged } = benjaminiHochberg(pValues, { falseDiscoveryRate });
  const pulled =
    known.length >= 4
      ? shrunkenMeans({
          values: known.map(({ estimate }) => estimate.value),
          standardErrors: known.map(({ standardError }) => standardError),
        }).estimates
      : [];
  return values.map((entry, at) => {
    const i = known.findIndex((candidate) => candidate.at === at);
    return { flagged: flagged[i] === true, own: entry?.estimate ?? null, pulled: pulled[i] ?? null };
  });
}

const negated = ({ value, low, high, level }: Estimate): Estimate => ({ value: -value, low: -high, high: -low, level });

function kindOf({ penalty, reward, asymmetry }: ExperienceEffect): Kind {
  if (penalty === null || reward === null || asymmetry === null) return 'unclear';
  const [hurts, helps] = [penalty.estimate.high < 0, reward.estimate.low > 0];
  if (hurts && asymmetry.low > 0) return 'mustBe';
  if (helps && asymmetry.high < 0) return 'delighter';
  return hurts && helps ? 'performance' : 'unclear';
}

const isNamed = ({ flagged, own, pulled }: Weighed, relevant: number) =>
  flagged && own !== null && own.low > 0 && (pulled ?? own).value >= relevant;

function outcomeOf(weighed: Weighed, relevant: number): Outcome {
  if (isNamed(weighed, relevant)) return 'finding';
  const bound = weighed.pulled ?? weighed.own;
  return bound !== null && bound.high < relevant ? 'clear' : 'inconclusive';
}

/** Which touchpoints weigh in the overall judgement when they disappoint, and which when they delight. */
export function judgeTouchpoints(
  { effects, replicatesUsed }: ExperienceEffects,
  { relevantLoss, falseDiscoveryRate }: MomentsOfTruthSettings,
): readonly JudgedTouchpoint[] {
  const df = replicatesUsed - 1;
  const losses = weigh(
    effects.map(({ penalty }) => (penalty === null ? null : { ...penalty, estimate: negated(penalty.estimate) })),
    df,
    falseDiscoveryRate,
  );
  const gains = weigh(
    effects.map(({ reward }) => reward),
    df,
    falseDiscoveryRate,
  );
  return effects.map((effect, i) => {
    const loss = losses[i] ?? NOTHING;
    const gain = gains[i] ?? NOTHING;
    return {
      place: effect.place,
      loss: loss.own,
      pulledLoss: loss.pulled ?? loss.own,
      lossOutcome: outcomeOf(loss, relevantLoss),
      gain: gain.own,
      isDelight: isNamed(gain, relevantLoss),
      kind: kindOf(effect),
    };
  });
}
