import { daysIn, firstDayOf, isoInstant, yearOfMonth } from '../calendar.ts';
import { AS_OF_DAY, type Company } from '../company.ts';
import { member, weighted } from '../draws.ts';
import type { Contract, Party } from '../party.ts';
import { force, type Planted } from '../planted.ts';
import { TOUCHPOINTS } from '../touchpoints.ts';

/** Four places rated in one survey, apart from one another. */
const SPACING = [0, 5, 11, 18];
const NOON = 43_200;
/** Shares of disappointing, okay and delighting experiences; claims depend on how bad the damage was. */
const CLASSES = [0.18, 0.57, 0.25];
const USUAL_RECOMMENDATION = 7.2;
const NOISE = 1.1;
const LOYALTY_ITEMS = ['loyalty_company', 'loyalty_offers', 'loyalty_people', 'loyalty_networks'] as const;
const MATRIX_ANSWERS = 0.45;

/** The yearly survey of a random share of customers. */
export function survey(company: Company, party: Party, month: number): void {
  const { streams, world } = company;
  if (month % 12 !== party.number % 12) return;
  if (!streams.surveys.chance(world.surveyShare, party.number, month)) return;
  const day = Math.max(
    firstDayOf(month) + streams.surveys.integer(daysIn(month), party.number, month, 1),
    party.startDay + 1,
  );
  const wave = `${yearOfMonth(month)}-${month % 12 < 6 ? 'H1' : 'H2'}`;
  const write = (item: string, value: number, scale: number, touchpoint: string | null) => {
    const at = isoInstant(day, NOON);
    company.rows('survey', {
      customer_id: party.id,
      respondent_id: null,
      at,
      item,
      value,
      scale_max: scale,
      touchpoint_id: touchpoint,
      wave,
      channel: 'email',
    });
  };
  const experience = rateTouchpoints(company, party, month, write);
  const noise = NOISE * streams.surveys.normal(party.number, month, 3);
  const recommendation = USUAL_RECOMMENDATION + experience + 0.8 * party.traits.attachment + noise;
  write('recommend', clamp(Math.round(recommendation), 0, 10), 10, null);
  write('satisfaction', clamp(Math.round(3.6 + 0.35 * (recommendation - USUAL_RECOMMENDATION)), 1, 5), 5, null);
  for (const [index, item] of LOYALTY_ITEMS.entries()) {
    const level = (party.traits.loyalties[index] ?? 5) + 0.7 * streams.surveys.normal(party.number, month, 10 + index);
    write(item, clamp(Math.round(level), 0, 10), 10, null);
  }
  const culture = force(company.planted.G22) > 0 ? company.planted.G22.customerScore : company.planted.G22.neutralScore;
  write(
    'customer_focus',
    clamp(Math.round(culture + 1.8 * streams.surveys.normal(party.number, month, 20)), 1, 10),
    10,
    null,
  );
  countPromoter(company, party, Math.round(recommendation));
}

type Write = (item: string, value: number, scale: number, touchpoint: string | null) => void;

/** Ratings of four places, and what they add to the willingness to recommend. */
function rateTouchpoints(company: Company, party: Party, month: number, write: Write): number {
  const { streams, planted } = company;
  const first = streams.touchpoints.integer(TOUCHPOINTS.length, party.number, month, 0);
  let effect = 0;
  for (let i = 0; i < SPACING.length; i++) {
    const { id } = member(TOUCHPOINTS, (first + (SPACING[i] ?? 0)) % TOUCHPOINTS.length);
    const severity = id === 'claim' ? streams.touchpoints.uniform(party.number, month, 50) : 0.5;
    const shares = id === 'claim' ? [0.05 + 0.4 * severity, 0.5, 0.25] : CLASSES;
    const felt = weighted(shares, streams.touchpoints.uniform(party.number, month, 10 + i));
    // A bad damage lowers everything, whoever settles it: severity confounds the claim touchpoint.
    effect += momentOfTruth(planted, id, felt) - (id === 'claim' ? 0.8 * (severity - 0.5) : 0);
    const upper = streams.touchpoints.chance(0.6, party.number, month, 20 + i);
    write('touchpoint_satisfaction', ratingOf(felt, upper), 5, id);
  }
  return effect;
}

function ratingOf(felt: number, upper: boolean): number {
  if (felt === 0) return upper ? 2 : 1;
  if (felt === 2) return 5;
  return upper ? 4 : 3;
}

function momentOfTruth({ G17 }: Planted, touchpoint: string, felt: number): number {
  const table: Readonly<Record<string, number>> = felt === 0 ? G17.penalties : G17.delights;
  return felt === 1 ? 0 : (table[touchpoint] ?? 0) * force(G17);
}

function countPromoter({ tally }: Company, party: Party, recommendation: number): void {
  if (recommendation < 9) return;
  tally.add('promoters');
  if (party.referrals > 0) tally.add('promoters with a deed');
}

/** The two answers around a fixed-term purchase: a month after the sale, a year later on what came after. */
export function askAboutPurchase(company: Company, party: Party, contract: Contract, month: number): void {
  if (contract.expires === null || contract.endDay !== null) return;
  const age = month - contract.startMonth;
  const { streams } = company;
  if (age === 2 && streams.matrix.chance(MATRIX_ANSWERS, contract.number, 0, 10)) {
    writeAnswer(company, party, contract, month, 'satisfaction_sale', contract.satisfiedSale);
  }
  if (age === 13 && streams.matrix.chance(MATRIX_ANSWERS + 0.2, contract.number, 0, 11)) {
    writeAnswer(company, party, contract, month, 'satisfaction_after_sales', contract.satisfiedAfter);
  }
}

function writeAnswer(
  { rows, streams }: Company,
  party: Party,
  contract: Contract,
  month: number,
  item: string,
  satisfied: boolean,
): void {
  const upper = streams.matrix.uniform(contract.number, month, 20);
  const day = Math.min(firstDayOf(month) + 5, AS_OF_DAY);
  const value = satisfied ? 4 + (upper < 0.5 ? 1 : 0) : 1 + Math.floor(upper * 3);
  rows('survey', {
    customer_id: party.id,
    respondent_id: null,
    at: isoInstant(day, NOON),
    item,
    value,
    scale_max: 5,
    touchpoint_id: null,
    wave: `${yearOfMonth(month)}-purchase`,
    channel: 'letter',
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
