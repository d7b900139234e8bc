import { yearOfMonth } from './calendar.ts';
import { AS_OF_DAY, AS_OF_MONTH, type Company } from './company.ts';
import type { Renewal } from './contracts.ts';
import { isAwake, overpaysSilently, REGULAR_MONTHS } from './hazard.ts';
import { isCovered } from './month/mail.ts';
import type { Party } from './party.ts';
import { euros } from './rows.ts';

const MARGIN_RATE = 0.24;
const COST_TO_SERVE_CENTS = 2_400;
const REMAINING_MONTHS = 36;
const YEARLY_DISCOUNT = 0.1;
const MONTHLY_STAY = 0.991;
const DAYS_OF_A_YEAR = 365;
const LAST_FULL_YEAR = 2025;

/** What the books say about each customer and year, and the counts that become the truth. */
export interface Ledger {
  countMonth(party: Party, month: number, gap: number, leaves: boolean): void;
  countRenewal(renewal: Renewal): void;
  /** One who leaves because his household does. */
  countJointExit(party: Party, month: number): void;
}

/** Sum of monthly contributions over the horizon, discounted and weighted by the usual chance to be still there. */
const REMAINING_FACTOR = Array.from(
  { length: REMAINING_MONTHS },
  (_, month) => (MONTHLY_STAY ** month * (1 + YEARLY_DISCOUNT) ** (-month / 12)) / 12,
).reduce((sum, factor) => sum + factor, 0);

/** Contribution margin of a year in cents: price times use, less what serving costs; newcomers' discounts reduce it. */
function yearlyMarginCents(party: Party): number {
  return Math.round(yearlyRevenueCents(party) * MARGIN_RATE) - COST_TO_SERVE_CENTS;
}

/** Revenue follows volume: packages are priced alike, use on top is billed. */
function yearlyRevenueCents(party: Party): number {
  let cents = 0;
  for (const contract of party.contracts) if (contract.endDay === null) cents += contract.priceCents;
  return Math.round(cents * party.traits.volume);
}

export function remainingValueCents(party: Party): number {
  return Math.round(yearlyMarginCents(party) * REMAINING_FACTOR);
}

export function openLedger(company: Company): Ledger {
  const { tally, firstMonth, stays, planted } = company;
  return {
    countRenewal: ({ contract, walked }) => {
      tally.add(`renewals ${contract.renewals + 1 === 1 ? 'first' : 'later'} count`);
      tally.add(`renewals ${contract.renewals + 1 === 1 ? 'first' : 'later'} walk`, walked - contract.walked);
    },
    countJointExit: (party, month) => {
      tally.add('exits joint');
      stays.leaver(yearOfMonth(month));
      stays.followed(sawExit(company, party, month));
      if (party.startMonth >= firstMonth) stays.left(party.source, month - party.startMonth);
    },
    countMonth: (party, month, gap, leaves) => {
      countStay(company, party, month, leaves);
      countMargin(company, party, month);
      if (overpaysSilently(party, month, gap, planted.G8.gapAbove)) countOverpayer(company, party, month, leaves);
      if (month % 12 === 11 || month === AS_OF_MONTH) writeValue(company, party, month);
      if (month === AS_OF_MONTH) countStock(company, party, gap);
    },
  };
}

/** Tenure is counted only for those who came after the books were opened; of the others only the stayers are known. */
function countStay(company: Company, party: Party, month: number, leaves: boolean): void {
  const { stays, firstMonth } = company;
  const year = yearOfMonth(month);
  stays.month(year);
  if (leaves) stays.leaver(year);
  stays.neighbour(sawExit(company, party, month), leaves);
  if (party.startMonth < firstMonth) return;
  stays.atRisk(party.source, month - party.startMonth);
  if (leaves) stays.left(party.source, month - party.startMonth);
}

/** Whether a neighbour or housemate had just left when the month began. */
function sawExit({ planted: { G20 } }: Company, { peerExitMonth }: Party, month: number): boolean {
  return month > peerExitMonth && month - peerExitMonth <= G20.months;
}

/** Silent overpayers: exits in the months after a notice against all other months. */
function countOverpayer({ tally, planted: { G8 } }: Company, party: Party, month: number, leaves: boolean): void {
  const when = isAwake(party, month, G8.months) ? 'noticed' : 'quiet';
  tally.add(`overpayers ${when} months`);
  if (leaves) tally.add(`overpayers ${when} exits`);
}

/** Margin of a month of the last full year: of a newcomer until his first anniversary. */
function countMargin({ tally }: Company, party: Party, month: number): void {
  if (yearOfMonth(month) !== LAST_FULL_YEAR) return;
  tally.add(month - party.startMonth >= 12 ? 'margin existing' : 'margin new', yearlyMarginCents(party) / 12);
}

/** Margin and revenue of the year, by the months the party was there. */
function writeValue({ rows }: Company, party: Party, month: number): void {
  const months = Math.min((month % 12) + 1, month - party.startMonth + 1);
  const revenue = Math.round((yearlyRevenueCents(party) * months) / 12);
  const margin = Math.round((yearlyMarginCents(party) * months) / 12);
  rows('customer_value', {
    customer_id: party.id,
    period: `${yearOfMonth(month)}`,
    margin: euros(margin),
    revenue: euros(revenue),
    cost_to_serve: euros(Math.round((COST_TO_SERVE_CENTS * months) / 12)),
  });
}

/** Silent, got nothing in two years either, and overpays by 50 euros a year or more. */
function isSilentOverpayer({ planted: { G8 } }: Company, party: Party, gap: number): boolean {
  if (!overpaysSilently(party, AS_OF_MONTH, gap, G8.gapAbove) || AS_OF_MONTH < party.concessionUntil + 12) return false;
  const cents = party.contracts.reduce(
    (sum, { endDay, priceCents, listCents }) => sum + (endDay === null ? priceCents - listCents : 0),
    0,
  );
  return cents > 5_000;
}

function countStock(company: Company, party: Party, gap: number): void {
  const { tally } = company;
  const regular = AS_OF_MONTH - party.startMonth >= REGULAR_MONTHS;
  tally.add('stock');
  tally.add('stock gap', gap);
  if (regular) tally.add('regulars');
  if (gap > 0.05) tally.add('stock above 5 %');
  if (isSilentOverpayer(company, party, gap)) tally.add('silent overpayers');
  for (const contract of party.contracts) {
    if (contract.endDay !== null || contract.expires !== null) continue;
    const list = Math.round(contract.listCents * contract.negotiated);
    tally.add('contracts');
    tally.add('transfer cents', Math.max(contract.priceCents - list, 0));
    tally.add('net transfer cents', contract.priceCents - list);
  }
  if (AS_OF_DAY - party.startDay > DAYS_OF_A_YEAR) countCare(company, party);
}

/** What customers of more than a year hear of the company. */
function countCare(company: Company, party: Party): void {
  const { tally, planted } = company;
  tally.add('year-old customers');
  if (AS_OF_DAY - party.lastGivingDay > DAYS_OF_A_YEAR) tally.add('year-old customers in drought');
  if (party.lastGivingDay === party.startDay) tally.add('year-old customers never given');
  if (!party.heardOtherwise) tally.add('year-old customers only burdened');
  const ended = AS_OF_MONTH - party.startMonth >= 12 * planted.G25.years;
  tally.add(`care ${ended ? 'ended' : 'running'} customers`);
  if (isCovered(company, party, AS_OF_MONTH)) tally.add(`care ${ended ? 'ended' : 'running'} covered`);
}
