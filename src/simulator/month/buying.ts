import { daysIn, firstDayOf, lastDayOf } from '../calendar.ts';
import { AS_OF_DAY, AS_OF_MONTH, type Company } from '../company.ts';
import { type Ending, openContract, writeContract } from '../contracts.ts';
import { member } from '../draws.ts';
import type { Contract, Party } from '../party.ts';
import { force } from '../planted.ts';

const FIXED_TERM_PER_YEAR = 0.08;

/** Second lines, the fixed-term add-on, changes of product within the house. */
export function buy(company: Company, party: Party, month: number): void {
  const { world, streams } = company;
  const second = streams.buying.chance(world.crossSellPerYear / 12, party.number, month, 2);
  const addOn = streams.buying.chance(FIXED_TERM_PER_YEAR / 12, party.number, month, 3);
  const change = streams.switching.chance(world.switchPerYear / 12, party.number, month);
  if (!second && !addOn && !change) return;
  const day = firstDayOf(month) + streams.buying.integer(daysIn(month), party.number, month, 1);
  const isHeld = (index: number) =>
    party.contracts.some((contract) => contract.endDay === null && contract.line === index);
  const extra = world.lines.findIndex((line, index) => line.fixedMonths === null && !isHeld(index));
  if (second && extra >= 0) {
    openContract(company, party, { line: extra, startDay: day, first: false, expires: null, locationId: null });
  }
  const fixed = world.lines.findIndex((line) => line.fixedMonths !== null);
  if (addOn && fixed >= 0 && !isHeld(fixed)) openFixedTerm(company, party, fixed, day, month, null);
  if (change) switchProduct(company, party, month, day);
}

function openFixedTerm(
  company: Company,
  party: Party,
  line: number,
  day: number,
  month: number,
  locationId: string | null,
): void {
  const months = member(company.world.lines, line).fixedMonths ?? 0;
  openContract(company, party, { line, startDay: day, first: false, expires: month + months, locationId });
}

/** A change to the product now on sale: the books show an end and a start, the customer never left. */
function switchProduct(company: Company, party: Party, month: number, day: number): void {
  const { prices } = company;
  const old = party.contracts.find(
    ({ endDay, expires, line, productId }) =>
      endDay === null && expires === null && prices.onSale(line, month).id !== productId,
  );
  if (old === undefined || old.startDay >= day) return;
  endContract(company, party, old, { day: day - 1, reason: 'switch_internal', notice: null });
  const next = openContract(company, party, {
    line: old.line,
    startDay: day,
    first: false,
    expires: null,
    locationId: old.locationId,
  });
  next.risk = old.risk;
  next.listCents = prices.listCents(next.line, party.region, next.channel, next.risk, month);
  next.priceCents = Math.round(next.listCents * next.negotiated);
}

function endContract(company: Company, party: Party, contract: Contract, ending: Ending): void {
  contract.endDay = ending.day;
  writeContract(company, party, contract, ending);
}

/** Fixed terms that run out: bought again at the same place, or not, by how sale and service pleased. */
export function expireTerms(company: Company, party: Party, month: number): void {
  const due = (contract: Contract) => contract.expires === month && contract.endDay === null;
  if (!party.contracts.some(due)) return;
  for (const contract of party.contracts.filter(due)) {
    const last = Math.max(lastDayOf(month) - 10, contract.startDay);
    endContract(company, party, contract, { day: last, reason: 'expired', notice: null });
    const again = company.streams.matrix.chance(repurchaseChance(company, contract), contract.number, 0, 5);
    const cell = `${contract.satisfiedSale ? 'yes' : 'no'}/${contract.satisfiedAfter ? 'yes' : 'no'}`;
    company.tally.add(`matrix ${cell} count`);
    if (!again) continue;
    company.tally.add(`matrix ${cell} again`);
    if (month < AS_OF_MONTH || last < AS_OF_DAY)
      openFixedTerm(company, party, contract.line, last + 1, month, contract.locationId);
  }
}

function repurchaseChance({ planted: { G15 } }: Company, { satisfiedSale, satisfiedAfter }: Contract): number {
  if (force(G15) === 0) return G15.neutral;
  if (satisfiedSale) return satisfiedAfter ? G15.yesYes : G15.yesNo;
  return satisfiedAfter ? G15.noYes : G15.noNo;
}
