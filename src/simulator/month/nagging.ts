import { daysIn, firstDayOf, isoDay, isoInstant, lastDayOf } from '../calendar.ts';
import { AS_OF_MONTH, type Company } from '../company.ts';
import { member } from '../draws.ts';
import { isAwake } from '../hazard.ts';
import { nextId, type Party } from '../party.ts';
import { force } from '../planted.ts';
import { euros } from '../rows.ts';
import { writeMailFrom } from './contacts.ts';

const NOON = 43_200;
const MONTHLY_NAG = 0.003;
const PER_ASSERTIVENESS = 0.35;
const KINDS = ['tariff_request', 'threat', 'complaint_escalated'] as const;
const REASONS = ['price', 'service', 'better_offer'] as const;

/** Customers who ask for more, and what they get; and the few who get something without asking. */
export function nag(company: Company, party: Party, month: number, gap: number): void {
  const { streams, planted } = company;
  if (streams.concessions.chance(planted.G6.unaskedPerYear / 12, party.number, month, 9))
    concede(company, party, month, null, 0);
  if (!streams.nagging.chance(nagChance(company, party, month, gap), party.number, month)) return;
  const day = firstDayOf(month) + streams.nagging.integer(daysIn(month), party.number, month, 1);
  writeMailFrom(company, party, { letter: 'W', kind: 'complaint', topic: 'price', day, second: NOON, resolved: true });
  const asks = party.asks + 1;
  const granted = streams.concessions.chance(grantChance(company, party, asks), party.number, month, 1);
  const id = nextId(party, 'X');
  company.rows('exit_event', {
    customer_id: party.id,
    at: isoInstant(Math.max(day, party.startDay), NOON),
    kind: member(KINDS, Math.min(asks, 3) - 1),
    exit_event_id: id,
    reason_stated: member(REASONS, streams.nagging.integer(3, party.number, month, 2)),
    channel: 'phone',
    handled_by_team: party.seat.team.id,
    outcome: granted ? 'saved' : 'withdrawn',
  });
  company.tally.add(`ask ${Math.min(asks, 3)} events`);
  if (party.asks > 0) company.tally.add(`ask again after ${party.lastAskRewarded ? 'reward' : 'refusal'}`);
  if (granted) concede(company, party, month, id, asks);
  party.asks = asks;
  party.askMonth = month;
  party.lastAskRewarded = granted;
}

function nagChance({ planted: { G6, G7, G8 } }: Company, party: Party, month: number, gap: number): number {
  let logit = PER_ASSERTIVENESS * party.traits.assertiveness + G6.nagPerGap * Math.max(gap, 0);
  if (party.asks > 0 && party.lastAskRewarded) logit += Math.log(G7.rewardedHazardRatio) * force(G7);
  if (gap > G8.gapAbove && isAwake(party, month, G8.months)) logit += Math.log(G8.noticeHazardRatio) * force(G8);
  return Math.min(MONTHLY_NAG * Math.exp(logit), 0.5);
}

/** Teams differ in leniency; whom a customer reaches is chance, which makes the team an instrument. */
function grantChance({ planted: { G6, G7 }, streams, staff }: Company, party: Party, asks: number): number {
  // Asking earns nothing: the chance of a month in which one did not ask.
  if (force(G6) === 0) return G6.unaskedPerYear / 12;
  const leniency =
    (2 * streams.leniency.uniform(party.seat.team.number, staff.firstMonth) - 1) * G7.leniency * force(G7);
  return member(G6.grantedByAsk, Math.min(asks, G6.grantedByAsk.length) - 1) + leniency;
}

function concede(company: Company, party: Party, month: number, event: string | null, asks: number): void {
  const {
    planted: { G6 },
    rows,
    tally,
  } = company;
  const price = party.contracts.reduce(
    (sum, contract) => sum + (contract.endDay === null ? contract.priceCents : 0),
    0,
  );
  const cents = Math.round(G6.sizePerPrice * price) + G6.centsPerAsk * asks * force(G6);
  const until = Math.min(month + G6.months, AS_OF_MONTH + G6.months);
  rows('concession', {
    customer_id: party.id,
    at: isoInstant(lastDayOf(month), 50_400),
    value: euros(cents),
    kind: asks > 1 ? 'discount' : 'credit',
    trigger: event === null ? 'goodwill' : 'nag',
    until: isoDay(lastDayOf(until)),
    exit_event_id: event,
  });
  party.concessionUntil = until;
  party.concessionCents = cents;
  const name = event === null ? 'unasked' : `${Math.min(asks, 3)}`;
  tally.add(`concession ${name} count`);
  tally.add(`concession ${name} cents`, cents);
}
