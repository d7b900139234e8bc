import { attribute } from '../attribution.ts';
import { AS_OF_MONTH, type Company, WINDOW_MONTHS } from '../company.ts';
import { acceptRenewal, gapOf, isDue, offerRenewal, openContract, type Renewal, writeRenewal } from '../contracts.ts';
import { weighted } from '../draws.ts';
import { baseLogit, EXPOSURES, exitChance, exposureEffects } from '../hazard.ts';
import { REASON_OF_EXPOSURE, writeReview } from '../inside.ts';
import { type Ledger, remainingValueCents } from '../ledger.ts';
import type { Party } from '../party.ts';
import { recommendInVain } from '../referrals.ts';
import { keepContactPerson } from './assignments.ts';
import { buy, expireTerms } from './buying.ts';
import { placeCalls, placeProspectCalls } from './calls.ts';
import { workCases } from './cases.ts';
import { involuntaryReason, leave } from './endings.ts';
import { court, sendGifts, sendMail, sendPriceLetter } from './mail.ts';
import { nag } from './nagging.ts';
import { beNoticed } from './notices.ts';
import { reward } from './rewards.ts';
import { askAboutPurchase, survey } from './surveys.ts';

const NONE: readonly Renewal[] = [];
const effects = new Float64Array(EXPOSURES.length);

/** The first month: courtship, signature, and for those from before the books the renewals they already had. */
export function arrive(company: Company, party: Party): void {
  const { world, streams, firstMonth } = company;
  const line = weighted(
    world.lines.map(({ weight }) => weight),
    streams.arrivals.uniform(party.number, 0, 20),
  );
  const contract = openContract(company, party, {
    line,
    startDay: party.startDay,
    first: true,
    expires: null,
    locationId: null,
  });
  party.status = 'active';
  for (let month = party.startMonth + 12; month < firstMonth; month += 12) {
    acceptRenewal(offerRenewal(company, party, contract, month));
  }
  if (party.startMonth < firstMonth) return;
  court(company, party);
  sendGifts(company, party, party.startMonth);
  if (!party.rejoined) placeProspectCalls(company, party);
}

/** One month of a customer: the decision to stay falls on what had happened before the month began. */
export function liveMonth(company: Company, ledger: Ledger, party: Party, month: number): void {
  const renewals = renewalsDue(company, party, month);
  const gap = gapOf(party.contracts, renewals);
  const leaves = decide(company, party, month, gap, renewals.length > 0);
  const reason = leaves ? 'voluntary' : involuntaryReason(company, party, month);
  for (const renewal of renewals) {
    sendPriceLetter(company, party, renewal);
    writeRenewal(company, renewal, reason === null);
    ledger.countRenewal(renewal);
  }
  liveOn(company, party, month, gap);
  ledger.countMonth(party, month, gap, leaves);
  if (reason === null) {
    for (const renewal of renewals) acceptRenewal(renewal);
    expireTerms(company, party, month);
    buy(company, party, month);
  } else {
    if (leaves) countLoss(company, party, month);
    if (leaves) writeReview(company, { number: party.number, month, reason: strongestReason(effects) });
    leave(company, party, month, reason);
  }
}

function countLoss({ tally }: Company, party: Party, month: number): void {
  if (month <= AS_OF_MONTH - WINDOW_MONTHS) return;
  tally.add('window exits');
  tally.add('window loss cents', remainingValueCents(party));
}

/** What weighed most among what the company did; null when nothing did. */
function strongestReason(weights: Float64Array): string | null {
  let strongest = -1;
  let weight = 0;
  for (const [index, value] of weights.entries()) {
    if (value <= weight) continue;
    weight = value;
    strongest = index;
  }
  return REASON_OF_EXPOSURE[strongest] ?? null;
}

function renewalsDue(company: Company, party: Party, month: number): readonly Renewal[] {
  let due: Renewal[] | null = null;
  for (const contract of party.contracts) {
    if (isDue(contract, month)) due = [...(due ?? []), offerRenewal(company, party, contract, month)];
  }
  return due ?? NONE;
}

function decide(company: Company, party: Party, month: number, gap: number, renewing: boolean): boolean {
  const base = baseLogit(company, party, month, gap, renewing);
  exposureEffects(company, party, month, gap, effects);
  if (month > AS_OF_MONTH - WINDOW_MONTHS) {
    attribute(company.attribution.exits, base, effects, 1);
    attribute(company.attribution.lossCents, base, effects, remainingValueCents(party));
  }
  return company.streams.exit.chance(exitChance(base, effects), party.number, month);
}

function liveOn(company: Company, party: Party, month: number, gap: number): void {
  keepContactPerson(company, party, month);
  beNoticed(company, party, month);
  placeCalls(company, party, month);
  sendMail(company, party, month);
  workCases(company, party, month);
  nag(company, party, month, gap);
  reward(company, party, month, gap);
  survey(company, party, month);
  recommendInVain(company, party, month);
  for (const contract of party.contracts) askAboutPurchase(company, party, contract, month);
  if (month === AS_OF_MONTH) company.tally.add('active at as-of');
}
