import { anniversary, firstDayOf, lastDayOf } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { Renewal } from '../contracts.ts';
import { member } from '../draws.ts';
import type { Contract, Party } from '../party.ts';
import { force } from '../planted.ts';
import { writeMessage } from './contacts.ts';

const DUNNING_PER_YEAR = 0.05;
const GIVING = [
  { kind: 'thanks', channel: 'letter' },
  { kind: 'advice', channel: 'email' },
] as const;

/** Invoices, reminders, and what the company gives and sells of its own accord. */
export function sendMail(company: Company, party: Party, month: number): void {
  for (const contract of party.contracts) if (contract.endDay === null) sendInvoice(company, party, contract, month);
  sendDunning(company, party, month);
  sendGifts(company, party, month);
  checkIn(company, party, month);
}

/** Days of a month on which a party is a customer, the first day left out. */
function daysAs(party: Party, month: number): { from: number; count: number } {
  const from = Math.max(firstDayOf(month), party.startDay + 1);
  return { from, count: Math.max(lastDayOf(month) - from + 1, 0) };
}

function sendInvoice(company: Company, party: Party, contract: Contract, month: number): void {
  const every = 12 / member(company.world.lines, contract.line).invoicesPerYear;
  const months = month - contract.startMonth;
  if (months <= 0 || months % every !== 0) return;
  const day = firstDayOf(month) + 2 + (contract.number % 20);
  writeMessage(company, party, {
    letter: 'I',
    day,
    kind: 'invoice',
    tone: 'burden',
    channel: 'letter',
    from: 'system',
    topic: 'invoice',
    seat: null,
  });
}

function sendDunning(company: Company, party: Party, month: number): void {
  if (!company.streams.billing.chance(DUNNING_PER_YEAR / 12, party.number, month)) return;
  const day = firstDayOf(month) + 20;
  writeMessage(company, party, {
    letter: 'D',
    day,
    kind: 'dunning',
    tone: 'burden',
    channel: 'letter',
    from: 'system',
    topic: 'invoice',
    seat: null,
  });
}

/** The letter that announces a renewal: a burden when the price rises, a notice otherwise. */
export function sendPriceLetter(company: Company, party: Party, renewal: Renewal): void {
  const dearer = renewal.offeredCents > renewal.contract.priceCents + renewal.contract.discountCents;
  // Good news is not worth a letter where only burdens are sent.
  if (!dearer && force(company.planted.G5) > 0) return;
  writeMessage(company, party, {
    letter: 'L',
    day: Math.max(renewal.day - 42, party.startDay + 1),
    kind: dearer ? 'price_increase' : 'info',
    tone: dearer ? 'burden' : 'neutral',
    channel: 'letter',
    from: 'system',
    topic: 'renewal',
    seat: null,
  });
}

/** Giving contacts before the contract, while the company courts. */
export function court(company: Company, party: Party): void {
  const { planted, streams, firstMonth } = company;
  const years = planted.G5.courtshipDays / 365;
  const giving = streams.giving.poisson(planted.G5.courtshipPerYear * years, party.number, 0, 500);
  const selling = streams.giving.poisson(planted.G5.sellingBeforePerYear * years, party.number, 0, 501);
  for (let draw = 0; draw < giving + selling; draw++) {
    const day = party.startDay - 1 - streams.giving.integer(planted.G5.courtshipDays, party.number, 0, 510 + draw);
    if (day < firstDayOf(firstMonth)) continue;
    if (draw < giving) give(company, party, day, draw);
    else sell(company, party, day);
  }
}

/** What the company gives and sells in a month, or in what is left of the first. */
export function sendGifts(company: Company, party: Party, month: number): void {
  const { planted, streams } = company;
  const { from, count: days } = daysAs(party, month);
  const courting = from - party.startDay < planted.G5.courtshipDays;
  const rate = givingPerYear(company, party, courting);
  const count = streams.giving.poisson((rate * days) / 365, party.number, month);
  const dayAt = (draw: number) => from + streams.giving.integer(Math.max(days, 1), party.number, month, draw);
  for (let draw = 0; draw < count; draw++) give(company, party, dayAt(10 + draw), draw);
  const remembered = force(planted.G5) > 0 && party.traits.regard < planted.G5.rememberedShare;
  if (remembered && !courting && (month - party.startMonth) % 12 === 6) give(company, party, dayAt(19), 0);
  if (streams.giving.chance((sellingPerYear(company, party) * days) / 365, party.number, month, 30))
    sell(company, party, dayAt(31));
}

/** With G5 what is given goes to those whom the company has in mind at all; its mean over everybody stays as planted. */
function givingPerYear({ planted: { G5 } }: Company, { traits }: Party, courting: boolean): number {
  if (force(G5) === 0) return G5.courtshipPerYear;
  if (traits.regard > G5.everThoughtOfShare) return 0;
  return (courting ? G5.courtshipPerYear : G5.afterPerYear) / G5.everThoughtOfShare;
}

/** The forgotten are not even sold to. */
function sellingPerYear({ planted: { G5 } }: Company, party: Party): number {
  if (force(G5) === 0) return G5.sellingBeforePerYear;
  return party.traits.regard < G5.rememberedShare ? G5.sellingAfterPerYear : 0;
}

function give(company: Company, party: Party, day: number, draw: number): void {
  const { kind, channel } = member(GIVING, (party.number + draw) % GIVING.length);
  writeMessage(company, party, {
    letter: 'G',
    day,
    kind,
    tone: 'giving',
    channel,
    from: 'out',
    topic: null,
    seat: null,
  });
}

function sell(company: Company, party: Party, day: number): void {
  writeMessage(company, party, {
    letter: 'S',
    day,
    kind: 'sales',
    tone: 'selling',
    channel: 'email',
    from: 'out',
    topic: null,
    seat: null,
  });
}

/** The yearly call of the carer, without selling, where the customer is looked after at all. */
function checkIn(company: Company, party: Party, month: number): void {
  const tenure = month - party.startMonth;
  if (tenure % 12 !== 4 || !isCovered(company, party, month)) return;
  const day = anniversary(party.startDay, month);
  company.tally.add('coverage contacts');
  writeMessage(company, party, {
    letter: 'K',
    day,
    kind: 'info',
    tone: 'neutral',
    channel: 'phone',
    from: 'out',
    topic: 'check_in',
    seat: party.seat,
  });
}

/** Care stops with the commission; without it the same share is looked after all along. */
export function isCovered({ planted: { G25 } }: Company, party: Party, month: number): boolean {
  if (force(G25) === 0) return party.traits.regard < G25.neutralCovered;
  const share = month - party.startMonth < 12 * G25.years ? G25.coveredBefore : G25.coveredAfter;
  return party.traits.regard < share;
}
