import type { Source } from './planted.ts';
import type { Seat } from './staff.ts';

/** What drives a person and never leaves the simulator. Standard normal unless said otherwise. */
export interface Traits {
  readonly attachment: number;
  readonly attention: number;
  readonly assertiveness: number;
  readonly sociability: number;
  readonly homophily: number;
  /** Consumption against the mean customer, lognormal with sigma 0.5. */
  readonly volume: number;
  /** Levels 0..10: company, offers, people, networks. */
  readonly loyalties: readonly [number, number, number, number];
  /** Uniform; the lower, the more the company has him in mind: remembered, looked after. */
  readonly regard: number;
  /** Loosely tied to his contact person. */
  readonly weak: boolean;
}

export interface Contract {
  readonly id: string;
  readonly number: number;
  readonly line: number;
  readonly productId: string;
  readonly channel: string;
  readonly offerId: string | null;
  readonly startDay: number;
  readonly startMonth: number;
  readonly volume: number;
  /** Factor of a price that was negotiated, 1 where prices are listed. */
  readonly negotiated: number;
  readonly bonusCents: number;
  readonly locationId: string;
  /** Month in which a fixed term ends; null renews. */
  readonly expires: number | null;
  readonly satisfiedSale: boolean;
  readonly satisfiedAfter: boolean;
  risk: number;
  /** Log of price over the equivalent newcomer price that walking has built up. */
  walked: number;
  /** exp(walked), kept because it is read every month. */
  gapFactor: number;
  renewals: number;
  priceCents: number;
  /** Equivalent newcomer price when the price was last set. */
  listCents: number;
  discountCents: number;
  discountEnd: number | null;
  endDay: number | null;
}

/** A party with its history so far. Months count from 2000; -999 means never. */
export interface Party {
  readonly number: number;
  readonly id: string;
  readonly traits: Traits;
  readonly region: number;
  readonly segment: string;
  readonly source: Source;
  readonly startMonth: number;
  readonly startDay: number;
  readonly identityKey: string | null;
  readonly household: number | null;
  readonly rejoined: boolean;
  /** What the person brings to the logit of leaving, whatever happens to him. */
  readonly steadyLogit: number;
  readonly neighbours: Party[];
  readonly contracts: Contract[];
  status: 'coming' | 'active' | 'gone';
  seat: Seat;
  holderNumber: number;
  assignedOn: number;
  assignmentCause: string | null;
  handover: string | null;
  changeMonth: number;
  changeCold: number;
  lastGivingDay: number;
  /** The company sent something that was no burden since the contract began. */
  heardOtherwise: boolean;
  longWaitMonth: number;
  unresolvedMonth: number;
  refusedMonth: number;
  advertisedMonth: number;
  peerExitMonth: number;
  noticeMonth: number;
  giftMonth: number;
  asks: number;
  askMonth: number;
  lastAskRewarded: boolean;
  concessionUntil: number;
  concessionCents: number;
  referrals: number;
  programme: string | null;
  programmeMonth: number;
  letterMonth: number;
  letterGap: number;
  fixes: readonly FixArm[];
  counters: Map<string, number>;
  endMonth: number;
  /** Month in which the party follows its household out. */
  jointMonth: number;
}

export interface FixArm {
  readonly effect: number;
  readonly from: number;
}

export const NEVER = -999;

/** A running number of one kind, so that one kind of event never renumbers another. */
export function nextId(party: Party, letter: string): string {
  const count = (party.counters.get(letter) ?? 0) + 1;
  party.counters.set(letter, count);
  return `${letter}${party.number}-${count}`;
}
