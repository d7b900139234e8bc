import { isoInstant, monthOfDay } from '../calendar.ts';
import { AS_OF_DAY, type Company } from '../company.ts';
import { nextId, type Party } from '../party.ts';
import type { Seat } from '../staff.ts';
import { holderAt } from '../staff.ts';

type Tone = 'burden' | 'neutral' | 'giving' | 'selling';

/** A message from the company; `letter` is the letter of its running number. */
export interface Message {
  readonly letter: string;
  readonly day: number;
  readonly kind: string;
  readonly tone: Tone;
  readonly channel: string;
  /** A machine or a person sends it. */
  readonly from: 'system' | 'out';
  readonly topic: string | null;
  readonly seat: Seat | null;
}

const OFFICE_OPENS = 8 * 3600;
const OFFICE_SECONDS = 9 * 3600;

export function writeMessage(company: Company, party: Party, message: Message): void {
  if (message.day > AS_OF_DAY) return;
  const id = nextId(party, message.letter);
  const count = party.counters.get(message.letter) ?? 0;
  const second =
    OFFICE_OPENS + company.streams.billing.integer(OFFICE_SECONDS, party.number, count, message.letter.charCodeAt(0));
  const holder = message.seat === null ? null : holderAt(company.staff, message.seat, monthOfDay(message.day));
  company.rows('contact', {
    contact_id: id,
    started_at: isoInstant(message.day, second),
    customer_id: party.id,
    direction: message.from,
    channel: message.channel,
    initiator: 'company',
    kind: message.kind,
    tone: message.tone,
    topic: message.topic,
    queue: null,
    line_class: null,
    caller_class: callerClass(party, message.day),
    wait_s: null,
    answered: null,
    abandoned: null,
    handle_s: null,
    transfers: null,
    callback: null,
    staff_pid: holder?.pid ?? null,
    team_id: message.seat?.team.id ?? null,
    resolved: null,
  });
  if (message.tone === 'giving') party.lastGivingDay = Math.max(party.lastGivingDay, message.day);
  if (message.tone !== 'burden' && message.day > party.startDay) party.heardOtherwise = true;
  countTone(company, party, message);
}

function countTone({ tally }: Company, party: Party, { day, tone }: Message): void {
  const days = day - party.startDay;
  if (tone !== 'giving' && tone !== 'selling') return;
  if (days >= -90 && days < 0) tally.add(`courtship before ${tone}`);
  if (days >= 1 && days <= 90) tally.add(`courtship after ${tone}`);
}

export function callerClass(party: Party, day: number): string {
  if (day < party.startDay) return 'prospect';
  return day - party.startDay <= 90 && !party.rejoined ? 'newcomer' : 'existing';
}

/** A customer's own mail; it leaves the queues alone. */
export interface Mail {
  readonly letter: string;
  readonly kind: string;
  readonly topic: string;
  readonly day: number;
  readonly second: number;
  readonly resolved: boolean;
}

export function writeMailFrom(
  company: Company,
  party: Party,
  { letter, kind, topic, day, second, resolved }: Mail,
): void {
  company.rows('contact', {
    contact_id: nextId(party, letter),
    started_at: isoInstant(day, second),
    customer_id: party.id,
    direction: 'in',
    channel: 'email',
    initiator: 'customer',
    kind,
    tone: 'neutral',
    topic,
    queue: null,
    line_class: null,
    caller_class: callerClass(party, day),
    wait_s: null,
    answered: null,
    abandoned: null,
    handle_s: 240,
    transfers: 0,
    callback: false,
    staff_pid: holderAt(company.staff, party.seat, monthOfDay(day)).pid,
    team_id: party.seat.team.id,
    resolved,
  });
}
