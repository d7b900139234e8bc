import { anniversary, isoDay, isoDayOrNull, monthOfDay } from './calendar.ts';
import { campaignIn, PORTAL_OFFER } from './campaigns.ts';
import type { Company } from './company.ts';
import { member } from './draws.ts';
import type { Contract, Party } from './party.ts';
import { force } from './planted.ts';
import { BEST_RISK, introCents } from './prices.ts';
import { decimal, euros } from './rows.ts';

const RISK_AT_START = 17;
const RISK_GAIN = 0.93;
const RISK_SHOCK = 3;
const NEGOTIATED_SPREAD = 0.2;
const LETTER_DAYS = 42;
const CONTRACTS_PER_PARTY = 64;

export interface Opening {
  readonly line: number;
  readonly startDay: number;
  readonly first: boolean;
  readonly expires: number | null;
  readonly locationId: string | null;
}

export function openContract(company: Company, party: Party, opening: Opening): Contract {
  const { world, streams, prices, planted } = company;
  const number = party.number * CONTRACTS_PER_PARTY + party.contracts.length;
  const startMonth = monthOfDay(opening.startDay);
  const line = member(world.lines, opening.line);
  const channel = opening.first ? world.sourceChannel[party.source] : world.sourceChannel.organic;
  const risk = streams.risk.integer(RISK_AT_START, number, 0, 0);
  const listCents = prices.listCents(opening.line, party.region, channel, risk, startMonth);
  const satisfaction = drawSatisfaction(company, number);
  const contract: Contract = {
    id: `V${1_000_000 + number}`,
    number,
    line: opening.line,
    productId: prices.onSale(opening.line, Math.max(startMonth, 0)).id,
    channel,
    startDay: opening.startDay,
    startMonth,
    volume: line.volume * party.traits.volume,
    negotiated: world.hasNewcomerPrices
      ? 1
      : Math.round(Math.exp(NEGOTIATED_SPREAD * streams.risk.normal(number)) * 1e4) / 1e4,
    ...welcome(company, party, opening, startMonth),
    locationId:
      opening.locationId ?? `F${member(world.regions, party.region)}-${streams.risk.integer(6, number, 0, 5)}`,
    expires: opening.expires,
    ...satisfaction,
    risk,
    walked: 0,
    gapFactor: 1,
    renewals: 0,
    priceCents: listCents,
    listCents,
    discountCents: 0,
    discountEnd: null,
    endDay: null,
  };
  contract.priceCents = Math.round(listCents * contract.negotiated);
  if (force(planted.G2) > 0 && contract.offerId === PORTAL_OFFER) {
    contract.discountCents = contract.priceCents - introCents(company, contract.priceCents);
    contract.priceCents -= contract.discountCents;
    contract.discountEnd = anniversary(contract.startDay, startMonth + planted.G2.introMonths) - 1;
  }
  party.contracts.push(contract);
  return contract;
}

/** The offer that won a first contract, and its bonus. */
function welcome({ planted, campaigns, streams }: Company, party: Party, opening: Opening, month: number) {
  const none = { offerId: null, bonusCents: 0 };
  if (!opening.first) return none;
  const seen = party.source === 'bait' || streams.arrivals.chance(0.1, party.number, 0, 9);
  const campaign = seen ? campaignIn(campaigns, party.region, month) : null;
  if (campaign !== null) return { offerId: campaign.id, bonusCents: force(planted.G2) > 0 ? campaign.bonusCents : 0 };
  return party.source === 'portal' ? { offerId: PORTAL_OFFER, bonusCents: 0 } : none;
}

/** Two yes-no answers with the planted shares and the planted phi. */
function drawSatisfaction({ planted: { G15 }, streams }: Company, number: number) {
  const satisfiedSale = streams.matrix.chance(G15.satisfiedSale, number, 0, 0);
  const spread = Math.sqrt(G15.satisfiedSale * (1 - G15.satisfiedSale) * G15.satisfiedAfter * (1 - G15.satisfiedAfter));
  const shift = G15.halo * spread;
  const share = satisfiedSale
    ? G15.satisfiedAfter + shift / G15.satisfiedSale
    : G15.satisfiedAfter - shift / (1 - G15.satisfiedSale);
  return { satisfiedSale, satisfiedAfter: streams.matrix.chance(share, number, 0, 1) };
}

export interface Renewal {
  readonly contract: Contract;
  readonly day: number;
  readonly risk: number;
  readonly walked: number;
  readonly gapFactor: number;
  readonly listCents: number;
  readonly offeredCents: number;
}

/** What is offered at an anniversary: today's newcomer price for the risk as it is now, times what walking adds. */
export function offerRenewal(company: Company, party: Party, contract: Contract, month: number): Renewal {
  const { prices, streams } = company;
  const year = contract.renewals + 1;
  const better = streams.risk.chance(RISK_GAIN, contract.number, year, 2);
  const risk = better ? Math.min(contract.risk + 1, BEST_RISK) : Math.max(contract.risk - RISK_SHOCK, 0);
  const walked = walkedAfter(company, party, contract.walked, year);
  const gapFactor = Math.round(Math.exp(walked) * 1e6) / 1e6;
  const listCents = prices.listCents(contract.line, party.region, contract.channel, risk, month);
  const offeredCents = Math.round(listCents * contract.negotiated * gapFactor);
  return { contract, day: anniversary(contract.startDay, month), risk, walked, gapFactor, listCents, offeredCents };
}

function walkedAfter({ planted: { G1 } }: Company, party: Party, before: number, year: number): number {
  if (force(G1) === 0 || year < G1.firstRenewal) return before;
  const rate = (G1.yearlyRate + G1.ratePerAttention * party.traits.attention) * G1.strength;
  const most = Math.log(1 + Math.sign(G1.yearlyRate) * G1.cap);
  const next = before + Math.log(1 + rate);
  return G1.yearlyRate < 0 ? Math.max(next, most) : Math.min(next, most);
}

export function acceptRenewal(renewal: Renewal): void {
  const { contract } = renewal;
  contract.risk = renewal.risk;
  contract.walked = renewal.walked;
  contract.gapFactor = renewal.gapFactor;
  contract.renewals += 1;
  contract.listCents = renewal.listCents;
  contract.priceCents = renewal.offeredCents;
  contract.discountCents = 0;
  contract.discountEnd = null;
}

export function writeRenewal({ rows }: Company, renewal: Renewal, accepted: boolean): void {
  const { contract } = renewal;
  rows('price_event', {
    contract_id: contract.id,
    valid_from: isoDay(renewal.day),
    price: euros(renewal.offeredCents),
    kind: 'renewal_offer',
    offered_price: euros(renewal.offeredCents),
    accepted,
    letter_date: isoDay(renewal.day - LETTER_DAYS),
    price_period: 'year',
    price_basis: 'net',
  });
}

/** Contracts that renew in a month; fixed terms do not renew. */
export function isDue(contract: Contract, month: number): boolean {
  const months = month - contract.startMonth;
  return contract.endDay === null && contract.expires === null && months > 0 && months % 12 === 0;
}

/** Price over the equivalent newcomer price of a party's contracts, as a share; 0 for an equal price. */
export function gapOf(contracts: readonly Contract[], renewals: readonly Renewal[]): number {
  let price = 0;
  let list = 0;
  for (const contract of contracts) {
    if (contract.endDay !== null || contract.expires !== null) continue;
    const { listCents, gapFactor } = renewals.length === 0 ? contract : offeredFor(contract, renewals);
    list += listCents;
    price += listCents * gapFactor;
  }
  return list === 0 ? 0 : price / list - 1;
}

function offeredFor(contract: Contract, renewals: readonly Renewal[]): Contract | Renewal {
  return renewals.find((renewal) => renewal.contract === contract) ?? contract;
}

export interface Ending {
  readonly day: number;
  readonly reason: string;
  readonly notice: number | null;
}

export function writeContract(company: Company, party: Party, contract: Contract, ending: Ending | null): void {
  const { world, rows, streams } = company;
  const line = member(world.lines, contract.line);
  const next = contract.startMonth + 12 * (contract.renewals + 1);
  const renews = contract.expires === null;
  rows('contract', {
    contract_id: contract.id,
    customer_id: party.id,
    product_id: contract.productId,
    start_date: isoDay(contract.startDay),
    end_date: ending === null ? null : isoDay(ending.day),
    end_reason: ending === null ? null : ending.reason,
    notice_date: ending === null ? null : isoDayOrNull(ending.notice),
    original_start_date: null,
    min_term_end: isoDay(anniversary(contract.startDay, contract.expires ?? contract.startMonth + 12)),
    renewal_date: renews && ending === null ? isoDay(anniversary(contract.startDay, next)) : null,
    notice_period: 30,
    auto_renew: renews,
    price: euros(contract.priceCents),
    price_period: 'year',
    price_basis: 'net',
    volume: decimal(contract.volume, 1),
    discount: contract.discountCents > 0 ? euros(contract.discountCents) : null,
    discount_end: isoDayOrNull(contract.discountEnd),
    risk_class: `${line.riskPrefix}${contract.risk}`,
    region: member(world.regions, party.region),
    channel: contract.channel,
    acquisition_offer_id: contract.offerId,
    payment_mode: streams.billing.chance(0.8, party.number, 0, 77) ? 'direct_debit' : 'transfer',
    location_id: contract.locationId,
    seller_role: contract.channel === world.sourceChannel.organic ? 'field' : 'inside',
    currency: 'EUR',
  });
}

/** Contracts still running when the books close. */
export function writeOpenContracts(company: Company, party: Party): void {
  for (const contract of party.contracts) if (contract.endDay === null) writeContract(company, party, contract, null);
}
