import type { Outcome } from '#domain/verdict-terms.ts';
import { judgeGap } from '../judge-gap.ts';
import type { Measured, Offer } from './measure.ts';
import type { BaitSettings } from './settings.ts';

/** `open`: the data do not tell. `unasked`: what the question needs is not there. */
type Answer = 'finding' | 'clear' | 'open' | 'unasked';

export interface Answers {
  /** Do those won by an offer leave faster than those won without one? */
  readonly leaving: Answer;
  /** Do those who had just left come back for it? */
  readonly rejoin: Answer;
  /** Does it end below zero, clearly short of an equal customer won without it? */
  readonly account: Answer;
}

function leavingAnswer({ all, offers }: Measured, { relevantRatio }: BaitSettings): Answer {
  if (offers.some((offer) => offer.flagged)) return 'finding';
  if (all.leaving === null) return 'unasked';
  const { value, low, high, level } = all.leaving.ratio;
  const log = { value: Math.log(value), low: Math.log(low), high: Math.log(high), level };
  const outcome = judgeGap(log, Math.log(relevantRatio));
  if (outcome === 'finding') return 'finding';
  // Customers of an offer who stay longer wrong nobody.
  return outcome === 'inconclusive' && high >= relevantRatio ? 'open' : 'clear';
}

/** Keys that recognise too few leave only the lower bound. */
export function isRecognised({ keyed, newcomers }: Offer, leaversKeyed: number, minimumKeyed: number): boolean {
  return newcomers > 0 && keyed >= minimumKeyed * newcomers && leaversKeyed >= minimumKeyed;
}

function rejoinAnswer({ all, offers, scene }: Measured, { relevantRejoin, minimumKeyed }: BaitSettings): Answer {
  if ([all, ...offers].some(({ rejoin }) => rejoin !== null && rejoin.low >= relevantRejoin)) return 'finding';
  if (all.rejoin === null || !isRecognised(all, scene.leaversKeyed, minimumKeyed)) return 'unasked';
  return all.rejoin.high < relevantRejoin ? 'clear' : 'open';
}

/** An account is wanting when it ends below zero and is far short of an equal customer won without the offer. */
function accountAnswer({ account }: Offer, { relevantShortfall }: BaitSettings): Answer {
  if (account === null) return 'unasked';
  const line = -relevantShortfall * Math.abs(account.reference);
  const { full, shortfall } = account;
  if (full.high < 0 && shortfall.high < 0 && shortfall.value <= line) return 'finding';
  return full.low >= 0 || shortfall.low > line ? 'clear' : 'open';
}

export function answersOf(found: Measured): Answers {
  const { settings } = found.input;
  const single = found.offers.some((offer) => accountAnswer(offer, settings) === 'finding');
  return {
    leaving: leavingAnswer(found, settings),
    rejoin: rejoinAnswer(found, settings),
    account: single ? 'finding' : accountAnswer(found.all, settings),
  };
}

export function outcomeOf({ leaving, rejoin, account }: Answers): Outcome {
  const all = [leaving, rejoin, account];
  if (all.includes('finding')) return 'finding';
  const asked = all.filter((answer) => answer !== 'unasked');
  // Whether nobody returns says little about an offer whose customers' stay is unknown.
  if (leaving === 'unasked' && account === 'unasked') return 'inconclusive';
  return asked.includes('open') ? 'inconclusive' : 'clear';
}

export function offerOutcome(offer: Offer, settings: BaitSettings): Outcome {
  const { relevantRejoin, relevantRatio } = settings;
  const returns = offer.rejoin !== null && offer.rejoin.low >= relevantRejoin;
  if (offer.flagged || returns || accountAnswer(offer, settings) === 'finding') return 'finding';
  if (offer.leaving === null && offer.account === null) return 'inconclusive';
  const fast = offer.leaving !== null && offer.leaving.ratio.high >= relevantRatio;
  return fast || accountAnswer(offer, settings) === 'open' ? 'inconclusive' : 'clear';
}
