import { firstDayOf, isoInstant, lastDayOf } from '../calendar.ts';
import type { Company } from '../company.ts';
import { writeContract } from '../contracts.ts';
import { nextId, type Party } from '../party.ts';
import { writeAssignment } from './assignments.ts';

const INVOLUNTARY = [
  { reason: 'move', share: 0.55 },
  { reason: 'death', share: 0.2 },
  { reason: 'non_payment', share: 0.15 },
  { reason: 'provider', share: 0.1 },
] as const;
const NOTICE_DAYS = 30;

/** Moves, deaths and what the company ends itself; blind to every exposure. */
export function involuntaryReason({ streams, world }: Company, party: Party, month: number): string | null {
  if (!streams.involuntary.chance(world.exit.involuntaryPerYear / 12, party.number, month)) return null;
  let level = streams.involuntary.uniform(party.number, month, 1);
  for (const { reason, share } of INVOLUNTARY) {
    if (level < share) return world.party === 'business' && reason === 'death' ? 'non_payment' : reason;
    level -= share;
  }
  return 'provider';
}

/** Ends all contracts of a party on the last day of the month. */
export function leave(company: Company, party: Party, month: number, reason: string): void {
  const voluntary = reason === 'voluntary';
  const day = lastDayOf(month);
  for (const contract of party.contracts) {
    if (contract.endDay !== null) continue;
    contract.endDay = day;
    const notice = voluntary ? Math.max(day - NOTICE_DAYS, contract.startDay) : null;
    writeContract(company, party, contract, { day, reason, notice });
  }
  writeAssignment(company, party, Math.max(day, party.assignedOn));
  party.status = 'gone';
  party.endMonth = month;
  company.tally.add(`exits ${voluntary ? 'voluntary' : 'involuntary'}`);
  if (voluntary) tell(company, party, month, day);
}

/** The notice itself, and the neighbours who learn of it. */
function tell(company: Company, party: Party, month: number, lastDay: number): void {
  const at = Math.max(
    Math.min(lastDay - NOTICE_DAYS, lastDayOf(month)),
    party.startDay,
    firstDayOf(company.firstMonth),
  );
  company.rows('exit_event', {
    customer_id: party.id,
    at: isoInstant(at, 50_000),
    kind: 'notice',
    exit_event_id: nextId(party, 'N'),
    reason_stated: null,
    channel: company.streams.nagging.chance(0.4, party.number, month, 8) ? 'phone' : 'letter',
    handled_by_team: party.seat.team.id,
    outcome: 'lost',
  });
  for (const neighbour of party.neighbours) neighbour.peerExitMonth = month;
}
