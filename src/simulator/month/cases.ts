import { daysIn, firstDayOf, isoInstant } from '../calendar.ts';
import { AS_OF_DAY, type Company } from '../company.ts';
import { member, weighted } from '../draws.ts';
import { nextId, type Party } from '../party.ts';
import { force } from '../planted.ts';
import { PROMISED_HOURS, WRITTEN_TOPIC } from '../promises.ts';
import { euros } from '../rows.ts';
import { writeMailFrom, writeMessage } from './contacts.ts';

const TOPICS = ['claim', 'billing_error', 'moving', 'fault', WRITTEN_TOPIC, 'contract_change'] as const;
const TOUCHPOINT = ['claim', 'invoice', 'moving', 'hotline', 'mailbox', 'portal-login'] as const;
const TOPIC_WEIGHTS = [0.22, 0.18, 0.12, 0.16, 0.2, 0.12];
const WRITTEN = 4;
const CLAIM = 0;
const FIRST_YEAR_FACTOR = 1.5;
const HOUR = 3600;
const DAY = 86_400;
const DAYS_UNTIL_UNRESOLVED = 30;

interface Case {
  readonly id: string;
  readonly topic: number;
  /** Seconds since midnight of `day`. */
  readonly second: number;
  readonly day: number;
  readonly approval: Approval | null;
  readonly closedAfterSeconds: number | null;
  readonly repeated: boolean;
}

interface Approval {
  readonly rule: string;
  readonly hours: number;
  readonly outcome: string;
}

/** Matters that need working on: claims, faults, errors, letters; some wait for a permission. */
export function workCases(company: Company, party: Party, month: number): void {
  const { streams, world } = company;
  const claims = party.contracts.reduce(
    (sum, contract) => sum + (member(world.lines, contract.line).claimsPerYear ?? 0),
    0,
  );
  const rate = ((world.casesPerYear + claims) / 12) * (month - party.startMonth < 12 ? FIRST_YEAR_FACTOR : 1);
  const count = streams.cases.poisson(rate, party.number, month);
  for (let draw = 0; draw < count; draw++) openCase(company, party, month, draw);
}

function openCase(company: Company, party: Party, month: number, draw: number): void {
  const { streams } = company;
  const { number } = party;
  const at = 20 * (draw + 1);
  const topic = weighted(TOPIC_WEIGHTS, streams.cases.uniform(number, month, at));
  const day = Math.max(firstDayOf(month) + streams.cases.integer(daysIn(month), number, month, at + 1), party.startDay);
  const approval = topic === WRITTEN ? null : drawApproval(company, number, month, draw);
  const repeatShare = repeatChance(company, approval);
  const opened: Case = {
    id: nextId(party, 'F'),
    topic,
    day,
    second: 8 * HOUR + streams.cases.integer(9 * HOUR, number, month, at + 2),
    approval,
    closedAfterSeconds: drawDuration(company, party, month, at, topic, approval),
    repeated: streams.cases.chance(repeatShare, number, month, at + 3),
  };
  remember(company, party, month, opened);
  writeCase(company, party, month, opened, draw);
}

function repeatChance({ planted: { G16 } }: Company, approval: Approval | null): number {
  return approval !== null && force(G16) > 0 ? G16.repeatAfterApproval : G16.repeatOtherwise;
}

function drawApproval(
  { streams, planted: { G16 }, tally }: Company,
  number: number,
  month: number,
  draw: number,
): Approval | null {
  const on = force(G16) > 0;
  const at = 20 * draw;
  // Written enquiries never need one, so the others need it more often.
  const share = (on ? G16.approvalShare : G16.neutralApprovalShare) / (1 - (TOPIC_WEIGHTS[WRITTEN] ?? 0));
  if (!streams.approvals.chance(share, number, month, at)) return null;
  const rule = member(G16.rules, streams.approvals.integer(G16.rules.length, number, month, at + 1));
  const granted = on && G16.idleRules.includes(rule) ? G16.idleGranted : G16.usefulGranted;
  const median = on ? G16.medianHours : G16.neutralMedianHours;
  const level = streams.approvals.uniform(number, month, at + 2);
  const rejected = level < granted + (1 - granted) / 2 ? 'changed' : 'refused';
  const outcome = level < granted ? 'granted' : rejected;
  tally.add(`approval ${rule} ${outcome}`);
  return { rule, hours: median * Math.exp(0.8 * streams.approvals.normal(number, month, at + 3)), outcome };
}

/** Seconds until closed, null for a case that never closes; letters are promised an answer within a day. */
function drawDuration(
  { streams, planted, tally }: Company,
  party: Party,
  month: number,
  at: number,
  topic: number,
  approval: Approval | null,
): number | null {
  const { number } = party;
  if (topic === WRITTEN) {
    const share = force(planted.G22) > 0 ? planted.G22.keptShare : planted.G22.neutralKeptShare;
    const kept = streams.promises.chance(share, number, month, at);
    tally.add(`promise ${kept ? 'kept' : 'broken'}`);
    const level = streams.promises.uniform(number, month, at + 1);
    return Math.round((kept ? 1 + level * (PROMISED_HOURS - 2) : PROMISED_HOURS + 1 + 120 * level) * HOUR);
  }
  const stuck = approval !== null && approval.outcome !== 'granted' && force(planted.G16) > 0 ? 0.35 : 0.06;
  if (streams.cases.chance(stuck, number, month, at + 4)) {
    return streams.cases.chance(0.5, number, month, at + 5) ? null : (DAYS_UNTIL_UNRESOLVED + 10) * DAY;
  }
  const hours = 1 + 60 * streams.cases.exponential(number, month, at + 6) + (approval?.hours ?? 0);
  return Math.round(Math.min(hours, 24 * DAYS_UNTIL_UNRESOLVED - 1) * HOUR);
}

function remember(company: Company, party: Party, month: number, opened: Case): void {
  const { tally } = company;
  const { topic, day, approval, closedAfterSeconds, repeated } = opened;
  if (closedAfterSeconds === null || closedAfterSeconds > DAYS_UNTIL_UNRESOLVED * DAY) party.unresolvedMonth = month;
  if (topic === CLAIM && approval?.outcome === 'refused') refuse(company, party, month, day);
  tally.add(`case ${approval === null ? 'free' : 'approval'} count`);
  if (repeated) tally.add(`case ${approval === null ? 'free' : 'approval'} repeated`);
}

function refuse(company: Company, party: Party, month: number, day: number): void {
  party.refusedMonth = month;
  const letter = {
    letter: 'R',
    day: day + 9,
    kind: 'claim',
    tone: 'burden',
    channel: 'letter',
    from: 'out',
    topic: 'claim',
    seat: null,
  } as const;
  writeMessage(company, party, letter);
}

function writeCase(company: Company, party: Party, month: number, opened: Case, draw: number): void {
  const { rows, streams } = company;
  const { id, day, second, approval, closedAfterSeconds: closes, repeated } = opened;
  const topic = member(TOPICS, opened.topic);
  const asOf = (AS_OF_DAY - day) * DAY + DAY - 1;
  const closed = closes !== null && second + closes <= asOf;
  const repeatSecond = second + 2 * DAY + streams.cases.integer(4 * DAY, party.number, month, 20 * draw + 37);
  const comesBack = repeated && repeatSecond <= asOf;
  rows('case', {
    case_id: id,
    customer_id: party.id,
    opened_at: isoInstant(day, second),
    closed_at: closed ? isoInstant(day, second + closes) : null,
    topic,
    reopened: comesBack && streams.cases.chance(0.3, party.number, month, 20 * draw + 38) ? 1 : 0,
    contacts: comesBack ? 2 : 1,
    touchpoint_id: member(TOUCHPOINT, opened.topic),
    complaint: streams.cases.chance(0.22, party.number, month, 20 * draw + 39),
    amount: euros(2_000 + streams.cases.integer(60_000, party.number, month, 20 * draw + 36)),
    first_contact_resolved: closed ? !comesBack : null,
    rule_blocked: approval !== null && approval.outcome !== 'granted',
    rule_id: approval === null ? null : approval.rule,
  });
  const mail = { letter: 'E', kind: topic === 'claim' ? 'claim' : 'info', topic, day };
  writeMailFrom(company, party, { ...mail, second, resolved: !comesBack });
  if (comesBack) writeMailFrom(company, party, { ...mail, second: repeatSecond, resolved: true });
  if (approval !== null) writeApproval(company, opened, approval, asOf);
}

function writeApproval({ rows }: Company, { id, day, second }: Case, approval: Approval, asOf: number): void {
  const decided = second + 900 + Math.round(approval.hours * HOUR);
  const pending = decided > asOf;
  rows('approval', {
    case_id: id,
    requested_at: isoInstant(day, Math.min(second + 900, asOf)),
    decided_at: pending ? null : isoInstant(day, decided),
    outcome: pending ? 'pending' : approval.outcome,
    rule_id: approval.rule,
    amount: null,
    level: 'team_lead',
  });
}
