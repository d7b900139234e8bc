import type { Outcome } from '#domain/verdict-terms.ts';
import type { CohortTrend } from './cohort-trend.ts';
import type { Flow } from './flow.ts';
import type { GroupRatio } from './group-ratio.ts';
import type { CarouselSettings } from './settings.ts';

/** What one of the questions says: proven, proven the other way round, ruled out, not decided, or not to be asked of these data. */
export type Answer = 'finding' | 'reversed' | 'clear' | 'open' | 'unasked';

/** A base that is stable replaces nearly all whom it wins, so the replacement share alone accuses nobody: three questions decide. */
export interface Answers {
  /** Does some source of customers lose them clearly faster than the others? */
  readonly groups: Answer;
  /** Do customers won by an offer leave clearly more slowly than those won without one? Faster ones are asked after offer by offer. */
  readonly offers: Answer;
  /** Do newer cohorts leave clearly faster, or more slowly, than older ones did at the same tenure? */
  readonly trend: Answer;
  /** Do many leave, while at least half of the newcomers only replace them? */
  readonly lossRate: Answer;
}

function judgeGroups(ratios: readonly GroupRatio[], { relevantRatio, excludedRatio }: CarouselSettings): Answer {
  if (ratios.length < 2) return 'unasked';
  if (ratios.some((ratio) => ratio.flagged)) return 'finding';
  const mayMatter = ({ ratio, shrunkRatio }: GroupRatio) =>
    shrunkRatio >= relevantRatio || (ratio.value >= relevantRatio && ratio.high >= excludedRatio);
  return ratios.some(mayMatter) ? 'open' : 'clear';
}

function judgeOffers(byOffer: GroupRatio | null, { relevantRatio }: CarouselSettings): Answer {
  if (byOffer === null) return 'unasked';
  return byOffer.ratio.high < 1 / relevantRatio ? 'reversed' : 'clear';
}

function judgeTrend(
  trend: CohortTrend | null,
  { relevantTrend: relevant, minimumProductReach }: CarouselSettings,
): Answer {
  if (trend === null) return 'unasked';
  if (trend.slope.low > relevant) return 'finding';
  if (trend.slope.high < -relevant) return 'reversed';
  // Newer cohorts who hold newer products are compared with nobody: then a rise that the products take with them may be one of cohorts.
  const swallowed = trend.productReach < minimumProductReach && !(trend.crude.high < relevant);
  return trend.slope.high < relevant && !swallowed ? 'clear' : 'open';
}

/** Proven losses that matter, which are no carousel only because the company still wins many more: a young base replaces few. */
export function hiddenByGrowth({ lossRate, replacement }: Flow, settings: CarouselSettings): boolean {
  if (lossRate === null || replacement === null) return false;
  return lossRate.low > settings.relevantLossRate && replacement.high < settings.relevantReplacement;
}

function judgeLosses(flow: Flow, settings: CarouselSettings): Answer {
  const { lossRate, replacement } = flow;
  if (lossRate === null) return 'unasked';
  if (lossRate.high < settings.relevantLossRate) return 'clear';
  if (hiddenByGrowth(flow, settings)) return 'open';
  if (replacement === null || replacement.high < settings.relevantReplacement) return 'clear';
  const proven = lossRate.low > settings.relevantLossRate && replacement.low >= settings.relevantReplacement;
  return proven ? 'finding' : 'open';
}

export function answersOf(
  found: {
    readonly ratios: readonly GroupRatio[];
    readonly byOffer: GroupRatio | null;
    readonly trend: CohortTrend | null;
    readonly flow: Flow;
  },
  settings: CarouselSettings,
): Answers {
  return {
    groups: judgeGroups(found.ratios, settings),
    offers: judgeOffers(found.byOffer, settings),
    trend: judgeTrend(found.trend, settings),
    lossRate: judgeLosses(found.flow, settings),
  };
}

/**
 * One proof is enough for a finding. Clear needs every question that was asked to be ruled out, losses among them; so does reversed, and one
 * proof of the other way round.
 */
export function outcomeOf({ groups, offers, trend, lossRate }: Answers): Outcome {
  const answers = [groups, trend, lossRate];
  if (answers.includes('finding')) return 'finding';
  if (answers.includes('open') || lossRate === 'unasked') return 'inconclusive';
  return offers === 'reversed' || trend === 'reversed' ? 'reversed' : 'clear';
}

export const partOutcome = (answer: Answer): Outcome =>
  answer === 'open' || answer === 'unasked' ? 'inconclusive' : answer;
