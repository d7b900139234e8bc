import { daysIn, firstDayOf, isoInstant } from '../calendar.ts';
import { AS_OF_DAY, type Company } from '../company.ts';
import { member, weighted } from '../draws.ts';
import { nextId, type Party } from '../party.ts';
import type { LineClass } from '../queues.ts';
import { holderAt } from '../staff.ts';
import { callerClass } from './contacts.ts';

const TOPICS = ['tariff_advice', 'invoice_question', 'technical_check'] as const;
/** Prospects ask about what is technically possible, which takes specialists; customers about invoices. */
const TOPIC_MIX = { prospect: [0.22, 0.03, 0.75], customer: [0.25, 0.73, 0.02] } as const;
const HANDLE_SECONDS = [260, 220, 540];
const TECHNICAL = 2;
const LONGEST_COUNTED_SECONDS = 1800;
const FIRST_YEAR_FACTOR = 1.6;

interface Call {
  readonly letter: string;
  readonly party: Party | null;
  /** Entity and moment of the draws. */
  readonly entity: number;
  readonly moment: number;
  readonly draw: number;
  readonly month: number;
  readonly day: number;
  readonly line: LineClass;
}

/** Calls of a customer in a month of the contract. */
export function placeCalls(company: Company, party: Party, month: number): void {
  const { streams, world } = company;
  const rate = (world.callsPerYear / 12) * (month - party.startMonth < 12 ? FIRST_YEAR_FACTOR : 1);
  const count = streams.calls.poisson(rate, party.number, month);
  for (let draw = 0; draw < count; draw++) {
    const day = Math.max(
      firstDayOf(month) + streams.calls.integer(daysIn(month), party.number, month, 10 + draw),
      party.startDay,
    );
    placeCall(company, { letter: 'C', party, entity: party.number, moment: month, draw, month, day, line: 'service' });
  }
}

/** Calls before the contract, by the one who signs and by others who never do and stay unknown. */
export function placeProspectCalls(company: Company, party: Party): void {
  const { streams, firstMonth } = company;
  const own = 1 + streams.prospects.poisson(0.4, party.number, 0);
  const others = streams.prospects.poisson(1.2, party.number, 1);
  for (let draw = 0; draw < own + others; draw++) {
    const day = party.startDay - 2 - streams.prospects.integer(80, party.number, 2, draw);
    if (day < firstDayOf(firstMonth)) continue;
    const known = draw < own ? party : null;
    placeCall(company, {
      letter: 'P',
      party: known,
      entity: party.number,
      moment: -1,
      draw,
      month: party.startMonth,
      day,
      line: 'sales',
    });
  }
}

/** How a call went, in whole seconds. */
interface Outcome {
  readonly topic: number;
  readonly day: number;
  readonly second: number;
  readonly waited: number;
  readonly answered: boolean;
}

function placeCall(company: Company, call: Call): void {
  const { streams, queues, planted } = company;
  const { entity, moment, draw, line, party } = call;
  const mix = TOPIC_MIX[line === 'sales' ? 'prospect' : 'customer'];
  const topic = weighted(mix, streams.calls.uniform(entity, moment, 100 + draw));
  const earliest = line === 'sales' || party === null ? firstDayOf(company.firstMonth) : party.startDay;
  const day = queues.openDay(line, call.day, earliest);
  if (day > AS_OF_DAY) return;
  const second = queues.second(line, day, entity, moment, draw);
  const offered = queues.offeredSeconds({ line, technical: topic === TECHNICAL, day, second }, entity, moment, draw);
  const patience = Math.round(planted.G4.patienceSeconds * streams.waits.exponential(entity, moment, 400 + draw));
  const waited = Math.min(offered, patience);
  if (party !== null && line === 'service' && waited >= planted.G4.longWaitSeconds) party.longWaitMonth = call.month;
  countWait(company, line, topic, offered);
  writeCall(company, call, { topic, day, second, waited, answered: offered <= patience });
}

function countWait({ tally }: Company, line: LineClass, topic: number, offered: number): void {
  const name = `wait ${line === 'sales' ? 'prospect' : 'customer'} ${member(TOPICS, topic)}`;
  tally.add(`${name} calls`);
  tally.add(`${name} seconds`, Math.min(offered, LONGEST_COUNTED_SECONDS));
  if (offered > LONGEST_COUNTED_SECONDS) tally.add(`${name} long`);
}

function writeCall(company: Company, call: Call, { topic, day, second, waited, answered }: Outcome): void {
  const { staff, streams, rows } = company;
  const { entity, moment, draw, line, party } = call;
  const seats = line === 'sales' ? staff.sales : staff.care;
  const seat = member(seats, streams.calls.integer(seats.length, entity, moment, 200 + draw));
  rows('contact', {
    contact_id: party === null ? `Q${entity}-${draw + 1}` : nextId(party, call.letter),
    started_at: isoInstant(day, second),
    customer_id: party === null ? null : party.id,
    direction: 'in',
    channel: 'phone',
    initiator: party === null ? 'third_party' : 'customer',
    kind: line === 'sales' ? 'sales' : 'info',
    tone: 'neutral',
    topic: member(TOPICS, topic),
    queue: `${line}-${topic === TECHNICAL ? 'specialists' : 'main'}`,
    line_class: line,
    caller_class: party === null ? 'prospect' : callerClass(party, day),
    wait_s: waited,
    answered,
    abandoned: !answered,
    ...(answered ? talk(company, call, topic) : NO_TALK),
    callback: false,
    team_id: seat.team.id,
    staff_pid: answered ? holderAt(staff, seat, call.month).pid : null,
  });
}

const NO_TALK = { handle_s: null, transfers: 0, resolved: null };

function talk({ streams }: Company, { entity, moment, draw }: Call, topic: number) {
  const seconds = member(HANDLE_SECONDS, topic) * streams.waits.exponential(entity, moment, 500 + draw);
  return {
    handle_s: Math.round(60 + seconds),
    transfers: streams.calls.chance(0.12, entity, moment, 300 + draw) ? 1 : 0,
    resolved: streams.calls.chance(0.82, entity, moment, 350 + draw),
  };
}
