import { createParty } from './arrivals.ts';
import { type Block, sameHousehold, writeTies } from './block.ts';
import { daysIn, firstDayOf, isoDay } from './calendar.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { writeOpenContracts } from './contracts.ts';
import { member } from './draws.ts';
import type { Ledger } from './ledger.ts';
import { writeAssignment } from './month/assignments.ts';
import { leave } from './month/endings.ts';
import { arrive, liveMonth } from './month/life.ts';
import type { Party } from './party.ts';
import { force } from './planted.ts';
import { refer } from './referrals.ts';

/** Chance that one more of the household leaves for the same reason, and within how many months of the first: contracts end apart. */
const JOINT_DECISION = 0.23;
const JOINT_MONTHS = 4;
/** A re-entry gets a number of its own that does not depend on how many others came back. */
const REENTRY = 10_000_000;
const EXITS_PER_BAIT_ADD = 2.75;

/** Simulates neighbours month by month and writes what only their end can tell. */
export function liveBlock(company: Company, ledger: Ledger, block: Block): void {
  for (let month = company.firstMonth; month <= AS_OF_MONTH; month++) {
    for (const party of block.parties) liveOrArrive(company, ledger, block, party, month);
    for (const party of block.parties.slice()) {
      if (party.jointMonth === month) followHousehold(company, ledger, party, month);
      if (party.endMonth === month) afterExit(company, ledger, block, party, month);
    }
  }
  for (const party of block.parties) finish(company, party);
}

function liveOrArrive(company: Company, ledger: Ledger, block: Block, party: Party, month: number): void {
  if (party.status === 'active') liveMonth(company, ledger, party, month);
  else if (party.status === 'coming' && party.startMonth <= month) arriveIn(company, block, party);
}

function arriveIn(company: Company, block: Block, party: Party): void {
  arrive(company, party);
  if (party.startMonth >= company.firstMonth) refer(company, block, party);
  company.tally.add(`arrivals ${party.source}`);
}

function followHousehold(company: Company, ledger: Ledger, party: Party, month: number): void {
  if (party.status !== 'active') return;
  leave(company, party, month, 'voluntary');
  ledger.countJointExit(party, month);
}

/** Households may decide together; some who left come back under a new number as soon as there is bait again. */
function afterExit(company: Company, ledger: Ledger, block: Block, party: Party, month: number): void {
  const { streams } = company;
  for (const other of party.neighbours) {
    if (other.status !== 'active' || !sameHousehold(party, other) || other.startMonth >= month) continue;
    if (!streams.joint.chance(JOINT_DECISION, Math.min(party.number, other.number), month)) continue;
    const later = streams.joint.integer(JOINT_MONTHS, Math.min(party.number, other.number), month, 1);
    other.jointMonth = month + later;
    if (later === 0) followHousehold(company, ledger, other, month);
  }
  rejoin(company, block, party, month);
}

function rejoin(company: Company, block: Block, party: Party, month: number): void {
  const {
    planted: { G10 },
    streams,
    campaigns,
  } = company;
  const share = G10.rejoinShareOfBait * EXITS_PER_BAIT_ADD * 0.25;
  if (force(G10) === 0 || !streams.rejoining.chance(share, party.number, month)) return;
  const campaign = campaigns.find(
    ({ firstMonth, regions }) =>
      firstMonth > month && firstMonth - month < G10.rejoinWithinMonths && regions.includes(party.region),
  );
  if (campaign === undefined) return;
  const startMonth = campaign.firstMonth;
  const kept = streams.rejoining.chance(G10.identityKept, party.number, month, 1);
  block.parties.push(
    createParty(company, {
      number: party.number + REENTRY,
      place: block.place,
      source: 'bait',
      startMonth,
      startDay: firstDayOf(startMonth) + streams.rejoining.integer(daysIn(startMonth), party.number, month, 2),
      household: party.household,
      identityKey: kept ? party.identityKey : null,
      rejoined: true,
      traits: party.traits,
    }),
  );
  company.tally.add('rejoined');
}

/** Rows that need the whole history of a party. */
function finish(company: Company, party: Party): void {
  if (party.status === 'coming') return;
  const { rows, world, streams } = company;
  const consent = (draw: number, share: number) => streams.consents.chance(share, party.number, 0, draw);
  const email = consent(0, 0.62);
  const phone = consent(1, 0.38);
  rows('customer', {
    customer_id: party.id,
    customer_since: isoDay(party.startDay),
    kind: kindOf(company, party),
    segment: party.segment,
    region: member(world.regions, party.region),
    birth_decade: null,
    group_id: party.household === null ? null : `H${party.household}`,
    identity_key: party.identityKey,
    consent_email: email,
    consent_email_on: email ? isoDay(party.startDay) : null,
    consent_phone: phone,
    consent_phone_on: phone ? isoDay(party.startDay) : null,
    consent_post: consent(2, 0.9),
    consent_post_on: null,
    objection_profiling: consent(3, 0.02),
    restricted: consent(4, 0.003),
    language: consent(5, 0.94) ? 'de' : 'en',
  });
  writeTies(company, party);
  if (party.status !== 'active') return;
  writeOpenContracts(company, party);
  writeAssignment(company, party, null);
}

function kindOf({ world }: Company, party: Party): string {
  if (world.party === 'business') return 'company';
  return party.household === null ? 'person' : 'household';
}
