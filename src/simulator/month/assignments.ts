import { daysIn, firstDayOf, isoDay, isoInstant } from '../calendar.ts';
import type { Company } from '../company.ts';
import { member } from '../draws.ts';
import type { Party } from '../party.ts';
import { type Holder, holderAt, type Seat } from '../staff.ts';

const MONTHLY_RISK_MOVE = 0.0025;
const HANDOVER = { warm: 0.35, cold: 0.8 };

/** Keeps the contact person of a party in step with who sits at the desk, and moves risky customers to the risk team. */
export function keepContactPerson(company: Company, party: Party, month: number): void {
  const holder = holderAt(company.staff, party.seat, month);
  if (holder.number !== party.holderNumber) {
    const before = party.seat.holders.find((other) => other.number === party.holderNumber);
    change(company, party, month, {
      seat: party.seat,
      holder,
      day: firstDayOf(month),
      cause: before?.voluntary === false ? 'leave' : 'staff_exit',
    });
    return;
  }
  if (!company.streams.reassignment.chance(riskMoveChance(company, party), party.number, month)) return;
  const seat = moveTarget(company, party, month);
  if (seat === party.seat) return;
  const day = firstDayOf(month) + 1 + company.streams.reassignment.integer(daysIn(month) - 2, party.number, month, 3);
  change(company, party, month, { seat, holder: holderAt(company.staff, seat, month), day, cause: 'risk_team' });
}

/** Customers who are likely to leave anyway are handed to the risk team: the reverse of a cause (trap T6). */
function riskMoveChance({ world: { exit } }: Company, { traits }: Party): number {
  const risk =
    exit.attachment * traits.attachment + exit.attention * traits.attention + exit.homophily * traits.homophily;
  return Math.min(MONTHLY_RISK_MOVE * Math.exp(1.2 * risk), 0.05);
}

function moveTarget({ staff, streams }: Company, party: Party, month: number): Seat {
  const team = staff.care.filter((seat) => seat.team === staff.risk.team);
  return member(team, streams.reassignment.integer(team.length, party.number, month, 4));
}

interface Change {
  readonly seat: Seat;
  readonly holder: Holder;
  readonly day: number;
  readonly cause: string;
}

function change(company: Company, party: Party, month: number, { seat, holder, day, cause }: Change): void {
  const { planted, streams, tally } = company;
  writeAssignment(company, party, Math.max(day - 1, party.assignedOn));
  const level = streams.handover.uniform(party.number, month);
  const coldOrNone = level < HANDOVER.cold ? 'cold' : 'none';
  party.handover = level < HANDOVER.warm ? 'warm' : coldOrNone;
  party.changeCold = 0;
  if (party.handover === 'warm') party.changeCold = Math.log(planted.G14.warm);
  if (party.handover === 'cold') party.changeCold = Math.log(planted.G14.cold);
  party.seat = seat;
  party.holderNumber = holder.number;
  party.assignedOn = Math.max(day, party.startDay);
  party.assignmentCause = cause;
  party.changeMonth = month;
  tally.add(`changes ${cause}`);
}

/** Writes the assignment that ends on a day, or that still runs. */
export function writeAssignment({ rows }: Company, party: Party, until: number | null): void {
  const holder = party.seat.holders.find((other) => other.number === party.holderNumber);
  if (holder === undefined) throw new RangeError(`party ${party.id} has nobody at desk ${party.seat.number}`);
  rows('assignment', {
    customer_id: party.id,
    staff_pid: holder.pid,
    valid_from: isoDay(party.assignedOn),
    valid_to: until === null ? null : isoDay(until),
    role: 'carer',
    change_cause: party.assignmentCause,
    handover: party.handover,
    handover_at: party.handover === 'warm' ? isoInstant(party.assignedOn, 36_000) : null,
  });
}
