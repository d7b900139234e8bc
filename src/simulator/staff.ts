import { dayOf, firstDayOf, isoDay, isoDayOrNull, lastDayOf } from './calendar.ts';
import { AS_OF_DAY, AS_OF_MONTH, type Company } from './company.ts';
import { member } from './draws.ts';
import { force, type Planted } from './planted.ts';
import { euros } from './rows.ts';
import type { Streams } from './streams-of-company.ts';
import type { World } from './world.ts';

type RoleClass = 'acquisition' | 'care';

/** A person in a seat; `left` is the last month, null while employed. */
export interface Holder {
  readonly pid: string;
  readonly number: number;
  readonly entered: number;
  readonly left: number | null;
  readonly voluntary: boolean;
}

/** A desk: customers belong to the desk, people come and go. */
export interface Seat {
  readonly number: number;
  readonly role: RoleClass;
  readonly team: Team;
  readonly holders: readonly Holder[];
  /** Index of the holder by month since the first; -1 never happens, a leaver is replaced at once. */
  readonly holderByMonth: Int16Array;
}

export interface Team {
  /** Name and number, as the company calls it. */
  readonly id: string;
  readonly role: RoleClass;
  readonly size: number;
  readonly number: number;
}

export interface Staff {
  readonly firstMonth: number;
  readonly seats: readonly Seat[];
  /** Desks that look after customers; the last one is the risk team's. */
  readonly care: readonly Seat[];
  readonly sales: readonly Seat[];
  readonly risk: Seat;
}

const OTHER_EXITS_PER_YEAR = 0.03;
const HOLDERS_PER_SEAT = 400;
const TINY = 4;

export function hireStaff(world: World, customers: number, firstMonth: number, streams: Streams): Staff {
  const teams = planTeams(world, customers, streams);
  const seats: Seat[] = [];
  for (const team of teams) {
    for (let i = 0; i < team.size; i++) seats.push(fillSeat(seats.length, team, world.planted, firstMonth, streams));
  }
  const care = seats.filter((seat) => seat.role === 'care');
  return {
    firstMonth,
    seats,
    care,
    sales: seats.filter((seat) => seat.role === 'acquisition'),
    risk: member(care, care.length - 1),
  };
}

/** A company of half the size has half the teams, but always enough of each kind to compare. */
function planTeams({ staff, customers: fullSize }: World, customers: number, streams: Streams): Team[] {
  const scale = Math.min(customers / fullSize, 1);
  const scaled = (count: number, least: number) => Math.max(Math.round(count * scale), Math.min(count, least));
  const teams: Team[] = [];
  const add = (role: RoleClass, names: readonly string[], size: number) => {
    const number = teams.length;
    teams.push({ id: `${member(names, number % names.length)} ${number + 1}`, role, size, number });
  };
  const [least, most] = staff.teamSize;
  const size = () => least + streams.staff.integer(most - least + 1, teams.length, 0, 900);
  for (let i = 0; i < scaled(staff.acquisitionTeams, 2); i++) add('acquisition', staff.acquisitionNames, size());
  for (let i = 0; i < scaled(staff.careTeams, 4); i++) add('care', staff.careNames, size());
  for (let i = 0; i < scaled(staff.tinyTeams, 1); i++) add('care', staff.careNames, TINY);
  return teams;
}

function turnover(role: RoleClass, { G13 }: Planted): number {
  return force(G13) > 0 ? G13.yearlyTurnover[role] : G13.neutral.yearlyTurnover;
}

function fillSeat(number: number, team: Team, planted: Planted, firstMonth: number, streams: Streams): Seat {
  const voluntary = turnover(team.role, planted) / 12;
  const holders: Holder[] = [];
  const months = AS_OF_MONTH - firstMonth + 1;
  const holderByMonth = new Int16Array(months);
  let entered = firstMonth - 1 - streams.staff.integer(72, number, 0, 1);
  for (let month = firstMonth; month <= AS_OF_MONTH; month++) {
    holderByMonth[month - firstMonth] = holders.length;
    const leavesByWill = streams.staff.chance(voluntary, number, month, 2);
    const leaves = leavesByWill || streams.staff.chance(OTHER_EXITS_PER_YEAR / 12, number, month, 3);
    if (!leaves || month === AS_OF_MONTH) continue;
    holders.push(holderOf(number, holders.length, entered, month, leavesByWill));
    entered = month + 1;
  }
  holders.push(holderOf(number, holders.length, entered, null, false));
  return { number, role: team.role, team, holders, holderByMonth };
}

function holderOf(seat: number, index: number, entered: number, left: number | null, voluntary: boolean): Holder {
  const number = seat * HOLDERS_PER_SEAT + index;
  return { pid: `M${`${number}`.padStart(6, '0')}`, number, entered, left, voluntary };
}

/** Who sits at a desk in a month. */
export function holderAt(staff: Staff, seat: Seat, month: number): Holder {
  return member(seat.holders, member(seat.holderByMonth, Math.max(month - staff.firstMonth, 0)));
}

export function writeStaff(company: Company): void {
  for (const seat of company.staff.seats) for (const holder of seat.holders) writeHolder(company, seat, holder);
}

function writeHolder(company: Company, seat: Seat, holder: Holder): void {
  const { world, planted, streams, rows } = company;
  const gap = force(planted.G13);
  const draw = (index: number) => streams.staff.uniform(holder.number, 0, 10 + index);
  const care = seat.role === 'care';
  const payRatio = care ? 1 - (1 - planted.G13.payRatio) * gap : 1;
  const fte = draw(0) < 0.3 ? '0.50' : '1.00';
  const pay = world.staff.payCents * payRatio * Math.exp(0.12 * streams.staff.normal(holder.number, 1));
  const hours = gap > 0 ? planted.G13.trainingHours[seat.role] : planted.G13.neutral.trainingHours;
  const neverShare = gap > 0 && care ? planted.G13.careNeverTrained : planted.G13.neutral.neverTrained;
  const recognitions = 1.5 * (care ? 1 - (1 - planted.G13.recognitionRatio) * gap : 1);
  const limit = gap > 0 ? planted.G13.limitCents[seat.role] : planted.G13.neutral.limitCents;
  rows('staff', {
    staff_pid: holder.pid,
    role_class: seat.role,
    team_id: seat.team.id,
    entered: isoDay(firstDayOf(holder.entered)),
    left: holder.left === null ? null : isoDay(lastDayOf(holder.left)),
    exit_kind: exitKind(holder),
    fte,
    pay: euros(Math.round(pay / 10_000) * 10_000),
    variable_share: variableShare(care, gap),
    commission_basis: commissionBasis(care, gap),
    training_hours: `${Math.round(hours * (0.6 + 0.8 * draw(1)))}`,
    last_service_training: isoDayOrNull(draw(2) < neverShare ? null : trainedOn(holder, draw(3))),
    recognition_n: streams.staff.poisson(recognitions, holder.number, 2),
    decision_limit: euros(limit),
    employer: care && draw(4) < 0.2 ? 'provider' : 'own',
  });
}

/** A day of service training while employed, at the latest on the as-of day. */
function trainedOn(holder: Holder, level: number): number {
  const from = Math.max(firstDayOf(holder.entered), dayOf(2015, 1, 1));
  const until = holder.left === null ? AS_OF_DAY : lastDayOf(holder.left);
  return from + Math.floor(level * (until - from));
}

function exitKind(holder: Holder): string | null {
  if (holder.left === null) return null;
  return holder.voluntary ? 'voluntary' : 'other';
}

function variableShare(care: boolean, gap: number): string {
  if (gap === 0) return '0.15';
  return care ? '0.05' : '0.35';
}

function commissionBasis(care: boolean, gap: number): string {
  if (gap === 0) return 'portfolio';
  return care ? 'none' : 'new';
}
