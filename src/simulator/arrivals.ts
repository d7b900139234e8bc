import { daysIn, firstDayOf } from './calendar.ts';
import type { Company } from './company.ts';
import { logistic, member, weighted } from './draws.ts';
import { sourceEffect, steadyLogit, tenureEffect } from './hazard.ts';
import { type Contract, NEVER, type Party, type Traits } from './party.ts';
import { SOURCES, type Source } from './planted.ts';
import { holderAt } from './staff.ts';
import type { Streams } from './streams-of-company.ts';

/** Neighbours who know one another well. */
export const CIRCLE = 10;
const OPENING_MONTHS = 144;
const LAST_ATTEMPT = 50;
const SEASON = [1.05, 0.95, 1.1, 1.05, 0.95, 0.9, 0.85, 0.85, 1.1, 1.15, 1.1, 0.95];
const TREND_PER_YEAR = 0.25;
const SEGMENTS = {
  consumer: ['Traditionell', 'Klassik', 'Komfort', 'Aktiv', 'Preisbewusst'],
  business: ['Konzern', 'Anlagenbau', 'Serienfertiger', 'Mittelstand', 'Handwerk'],
} as const;
const SEGMENT_BOUNDS = [-0.84, -0.25, 0.25, 0.84];

/** What a block of neighbours shares. */
export interface Neighbourhood {
  readonly number: number;
  readonly region: number;
  readonly homophily: number;
}

export interface Entry {
  readonly source: Source;
  readonly startMonth: number;
  readonly startDay: number;
}

/** Who a party is, where it came from and when. Bait brings people only while a campaign runs in their region. */
export function drawArrival(company: Company, number: number, place: Neighbourhood): { traits: Traits; entry: Entry } {
  const { world, streams, firstMonth } = company;
  const opening = streams.arrivals.chance(world.openingShare, number, 0, 1);
  const mix = SOURCES.map((source) => (opening ? world.openingMix : world.sourceMix)[source]);
  const source = member(SOURCES, weighted(mix, streams.arrivals.uniform(number, 0, 0)));
  if (opening) {
    const { traits, months } = drawSurvivor(company, number, place, source);
    return { traits, entry: entryIn(company, number, source, firstMonth - months) };
  }
  const traits = drawTraits(company, number, place, 0);
  return { traits, entry: entryIn(company, number, source, drawMonth(company, number, place.region, source)) };
}

function entryIn({ streams }: Company, number: number, source: Source, startMonth: number): Entry {
  const startDay = firstDayOf(startMonth) + streams.arrivals.integer(daysIn(startMonth), number, 0, 3);
  return { source, startMonth, startDay };
}

/** Trend and season of arrivals over the months of the books. */
export function weighMonths(years: number, firstMonth: number): readonly number[] {
  return Array.from(
    { length: 12 * years },
    (_, i) => member(SEASON, (firstMonth + i) % 12) * (1 + (TREND_PER_YEAR * i) / 12),
  );
}

/**
 * Of those who came before the books open only the ones who stayed are there: people and months are drawn until one would have stayed.
 * Later arrivals are drawn from everybody, so that at equal tenure an old cohort leaves as fast as a new one.
 */
function drawSurvivor(
  company: Company,
  number: number,
  place: Neighbourhood,
  source: Source,
): { traits: Traits; months: number } {
  const { streams } = company;
  for (let attempt = 0; ; attempt++) {
    const traits = drawTraits(company, number, place, attempt);
    const months = 1 + streams.arrivals.integer(OPENING_MONTHS, number, attempt, 2);
    const stayed = streams.arrivals.chance(shareStaying(company, traits, source, months), number, attempt, 5);
    if (stayed || attempt === LAST_ATTEMPT) return { traits, months };
  }
}

/** Chance of still being there after some months; leaving becomes rarer with tenure, as it does once the books are open. */
function shareStaying(company: Company, traits: Traits, source: Source, months: number): number {
  const atStart = steadyLogit(company, traits);
  let staying = 1;
  for (let tenure = 0; tenure < months; tenure++)
    staying *= 1 - logistic(atStart + tenureEffect(company.world, tenure) + sourceEffect(company, source, tenure));
  return staying;
}

function drawMonth(
  { streams, firstMonth, campaigns, arrivalWeights }: Company,
  number: number,
  region: number,
  source: Source,
): number {
  const level = streams.arrivals.uniform(number, 0, 2);
  if (source === 'bait') {
    const mine = campaigns.filter((campaign) => campaign.regions.includes(region));
    const campaign = member(mine, Math.floor(level * mine.length));
    return campaign.firstMonth + streams.arrivals.integer(campaign.lastMonth - campaign.firstMonth + 1, number, 0, 4);
  }
  return firstMonth + weighted(arrivalWeights, level);
}

export interface NewParty extends Entry {
  readonly number: number;
  readonly place: Neighbourhood;
  readonly household: number | null;
  readonly identityKey: string | null;
  readonly rejoined: boolean;
  /** Traits of the person; a re-entry keeps those of the first time. */
  readonly traits: Traits;
}

export function createParty(company: Company, entry: NewParty): Party {
  const { world, staff, streams } = company;
  const { place, ...own } = entry;
  const seat = member(staff.care, streams.staff.integer(staff.care.length, entry.number, 0, 800));
  const contracts: Contract[] = [];
  const neighbours: Party[] = [];
  const bound = SEGMENT_BOUNDS.findIndex((limit) => entry.traits.homophily < limit);
  return {
    ...own,
    id: `${10_000_000 + entry.number}`,
    region: place.region,
    segment: member(SEGMENTS[world.party], bound < 0 ? SEGMENT_BOUNDS.length : bound),
    neighbours,
    contracts,
    steadyLogit: steadyLogit(company, entry.traits),
    status: 'coming',
    seat,
    holderNumber: holderAt(staff, seat, entry.startMonth).number,
    assignedOn: entry.startDay,
    assignmentCause: null,
    handover: null,
    changeMonth: NEVER,
    changeCold: 0,
    lastGivingDay: entry.startDay,
    heardOtherwise: false,
    longWaitMonth: NEVER,
    unresolvedMonth: NEVER,
    refusedMonth: NEVER,
    advertisedMonth: NEVER,
    peerExitMonth: NEVER,
    noticeMonth: NEVER,
    giftMonth: NEVER,
    asks: 0,
    askMonth: NEVER,
    lastAskRewarded: false,
    concessionUntil: NEVER,
    concessionCents: 0,
    referrals: 0,
    programme: null,
    programmeMonth: NEVER,
    letterMonth: NEVER,
    letterGap: 0,
    fixes: [],
    counters: new Map(),
    endMonth: NEVER,
    jointMonth: NEVER,
  };
}

/** People of a circle are alike (correlation 0.8), those of a neighbourhood somewhat (0.3); variance 1. */
function likeness(streams: Streams, number: number, place: Neighbourhood, own: number): number {
  const circle = streams.network.normal(Math.floor(number / CIRCLE), 0, 9);
  return Math.sqrt(0.3) * place.homophily + Math.sqrt(0.5) * circle + Math.sqrt(0.2) * own;
}

/** Latent traits with the planted correlations: attention with assertiveness 0.3, attachment with attention -0.2. */
export function drawTraits(
  { world, streams, planted }: Company,
  number: number,
  place: Neighbourhood,
  attempt: number,
): Traits {
  const normal = (draw: number) => streams.traits.normal(number, attempt, draw);
  const attention = normal(0);
  const attachment = -0.2 * attention + Math.sqrt(0.96) * normal(1);
  const level = (index: number) =>
    Math.min(
      Math.max(
        (world.loyalties[index] ?? 5) + 0.8 * attachment + 1.3 * streams.loyalties.normal(number, attempt, index),
        0,
      ),
      10,
    );
  return {
    attachment,
    attention,
    assertiveness: 0.3 * attention + Math.sqrt(0.91) * normal(2),
    sociability: normal(3),
    homophily: likeness(streams, number, place, normal(4)),
    volume: Math.exp(0.5 * normal(5)),
    loyalties: [level(0), level(1), level(2), level(3)],
    regard: streams.coverage.uniform(number),
    weak: streams.traits.chance(planted.G14.weakShare, number, attempt, 6),
  };
}
