import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Condition, KINDS } from './conditions.ts';
import type { Gradient } from './gradient.ts';
import type { GradientSettings } from './settings.ts';

/** A gradient with its answer; `against` is positive where the most valuable get the worst. */
export interface Judged {
  readonly gradient: Gradient;
  readonly against: Estimate;
  readonly outcome: Outcome;
  /** The gradient in multiples of what matters; 0 for what large customers may agree on. */
  readonly weight: number;
}

export const relevantFor = (condition: Condition, settings: GradientSettings) =>
  condition === 'price' ? settings.relevantPriceIndex : settings.relevantIndex;

/** For goods an index below 0 is the bad sign, for burdens one above 0. */
export function againstBest({ value, low, high, level }: Estimate, condition: Condition): Estimate {
  return KINDS[condition].isGood ? { value: -value, low: -high, high: -low, level } : { value, low, high, level };
}

/**
 * Finding and reversed are told from the stricter interval, so that looking at several conditions does not multiply false alarms; clear
 * from the usual one. A contractual condition that favours large customers is clear, not reversed.
 */
export function judged(gradient: Gradient, settings: GradientSettings): Judged {
  const { condition } = gradient;
  const relevant = relevantFor(condition, settings);
  const against = againstBest(gradient.index, condition);
  const strict = judgeGap(againstBest(gradient.decisive, condition), relevant);
  const agreed = KINDS[condition].contractual && against.value < 0;
  const weight = agreed ? 0 : Math.abs(against.value) / relevant;
  const given = { gradient, against, weight };
  if (KINDS[condition].contractual && against.high < relevant) return { ...given, outcome: 'clear' };
  if (strict === 'finding' || strict === 'reversed') return { ...given, outcome: strict };
  const usual = judgeGap(against, relevant);
  return { ...given, outcome: usual === 'clear' ? 'clear' : 'inconclusive' };
}

/** One answer for all conditions: a single accusation stands, a clean sheet needs every one clear. */
export function outcomeOf(all: readonly Judged[]): Outcome {
  const outcomes = all.map(({ outcome }) => outcome);
  if (outcomes.includes('finding')) return 'finding';
  if (outcomes.includes('reversed')) return 'reversed';
  return outcomes.every((outcome) => outcome === 'clear') ? 'clear' : 'inconclusive';
}

/** The condition that carries the answer: the strongest of those with that outcome. */
export function headlineOf(all: readonly Judged[], outcome: Outcome): Judged | null {
  const carrying = all.filter((each) => each.outcome === outcome);
  return carrying.reduce<Judged | null>(
    (best, each) => (best === null || each.weight > best.weight ? each : best),
    null,
  );
}
