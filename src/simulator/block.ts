import { CIRCLE, createParty, drawArrival, type Neighbourhood } from './arrivals.ts';
import { isoDay } from './calendar.ts';
import type { Company } from './company.ts';
import { member } from './draws.ts';
import { NEVER, type Party } from './party.ts';

const PER_HOUSEHOLD_START = 0.115;
const HALF_DEGREE = 2;
const WITHIN_CIRCLE = 0.9;
const KEYED = 0.92;

/** Neighbours who are simulated together, month by month, because one who leaves is seen by the others. */
export interface Block {
  readonly place: Neighbourhood;
  readonly parties: Party[];
}

/** Splits parties 0 to customers - 1 into blocks of a community's size, so that memory never grows with the company. */
export function blockBounds(customers: number, perBlock: number): readonly (readonly [number, number])[] {
  const blocks: [number, number][] = [];
  for (let from = 0; from < customers; from += perBlock) blocks.push([from, Math.min(from + perBlock, customers)]);
  return blocks;
}

export function createBlock(company: Company, number: number, [from, until]: readonly [number, number]): Block {
  const { world, streams } = company;
  const place = {
    number,
    region: streams.network.integer(world.regions.length, number, 0, 0),
    homophily: streams.network.normal(number, 0, 0),
  };
  const parties: Party[] = [];
  let household = { number: from, left: 0 };
  for (let party = from; party < until; party++) {
    if (household.left === 0) household = { number: party, left: householdSize(company, party) };
    household.left -= 1;
    const shared = household.number !== party || household.left > 0;
    const { traits, entry } = drawArrival(company, party, place);
    parties.push(
      createParty(company, {
        ...entry,
        number: party,
        place,
        household: shared ? household.number : null,
        identityKey: streams.network.chance(KEYED, party, 0, 2) ? `k${party.toString(36).padStart(6, '0')}` : null,
        rejoined: false,
        traits,
      }),
    );
  }
  const block = { place, parties };
  tieNeighbours(company, block);
  return block;
}

/** 28 % of parties live in households of two to four. */
function householdSize({ streams, world }: Company, party: number): number {
  if (world.party === 'business' && !streams.network.chance(0.06, party, 0, 1)) return 1;
  if (world.party === 'consumer' && !streams.network.chance(PER_HOUSEHOLD_START, party, 0, 1)) return 1;
  return 2 + streams.network.integer(3, party, 0, 3);
}

/** Communities of mean degree four; ties across communities are left out, so that a block can be simulated alone. */
function tieNeighbours(company: Company, { parties }: Block): void {
  for (const party of parties) {
    const count = company.streams.network.poisson(HALF_DEGREE, party.number, 1);
    for (let i = 0; i < count; i++) {
      const other = acquaintance(company, parties, party, i);
      if (other !== party && !party.neighbours.includes(other)) tie(party, other);
    }
  }
  for (const party of parties) {
    for (const other of parties) {
      if (party.number < other.number && sameHousehold(party, other) && !party.neighbours.includes(other))
        tie(party, other);
    }
  }
}

/** Mostly somebody of the own circle, otherwise anybody of the neighbourhood. */
function acquaintance({ streams }: Company, parties: readonly Party[], party: Party, draw: number): Party {
  const first = member(parties, 0).number;
  const start = Math.max(Math.floor(party.number / CIRCLE) * CIRCLE - first, 0);
  const size = Math.min(CIRCLE, parties.length - start);
  if (streams.network.chance(WITHIN_CIRCLE, party.number, 3, draw)) {
    return member(parties, start + streams.network.integer(size, party.number, 2, draw));
  }
  return member(parties, streams.network.integer(parties.length, party.number, 2, draw));
}

function tie(party: Party, other: Party): void {
  party.neighbours.push(other);
  other.neighbours.push(party);
}

export function sameHousehold(party: Party, other: Party): boolean {
  return party.household !== null && party.household === other.household;
}

/** Ties that the company can know: both have been customers. */
export function writeTies({ rows, world }: Company, party: Party): void {
  if (party.endMonth === NEVER && party.status === 'coming') return;
  for (const other of party.neighbours) {
    if (other.number <= party.number || other.status === 'coming') continue;
    const together = sameHousehold(party, other);
    const group = world.party === 'business' ? 'group' : 'household';
    rows('tie', {
      customer_id_a: party.id,
      customer_id_b: other.id,
      kind: together ? group : 'community',
      strength: together ? '1.0' : '0.5',
      from: isoDay(Math.max(party.startDay, other.startDay)),
      to: null,
    });
  }
}
