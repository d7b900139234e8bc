import { dayOf, isoInstant, lastDayOf } from './calendar.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { force } from './planted.ts';
import { decimal } from './rows.ts';
import type { Team } from './staff.ts';

const WAVES = 6;
/** Mean on a scale of 1 to 5 where nothing is wrong, and how far care teams fall behind when it is. */
const PULSE = [
  { item: 'appreciation', usual: 3.7, gap: -0.9 },
  { item: 'frustration', usual: 2.4, gap: 0.9 },
  { item: 'training', usual: 3.6, gap: -1 },
  { item: 'scope_to_decide', usual: 3.5, gap: -1.1 },
  { item: 'voice', usual: 3.4, gap: -0.8 },
  { item: 'second_class', usual: 1.9, gap: 1.4 },
] as const;
const LEAST_ANSWERS = 5;
const MANAGERS = 24;

/** What staff say, by team and half-year; teams too small to be shown do not appear at all. */
export function writePulse(company: Company): void {
  const teams = new Map(company.staff.seats.map((seat) => [seat.team.id, seat.team]));
  for (let wave = 0; wave < WAVES; wave++) for (const team of teams.values()) writeTeam(company, team, wave);
}

function writeTeam({ streams, planted, rows }: Company, team: Team, wave: number): void {
  const answers = Math.max(team.size - streams.staff.integer(3, team.number, wave, 950), 0);
  if (answers < LEAST_ANSWERS) return;
  const year = 2023 + Math.floor((wave + 1) / 2);
  for (const [index, { item, usual, gap }] of PULSE.entries()) {
    const shift = team.role === 'care' ? gap * force(planted.G13) : 0;
    const noise = (0.8 * streams.staff.normal(team.number, wave, 960 + index)) / Math.sqrt(answers);
    const mean = Math.min(Math.max(usual + shift + noise, 1), 5);
    rows('team_pulse', {
      team_id: team.id,
      wave: `${year}-H${wave % 2 === 0 ? 2 : 1}`,
      item,
      n: answers,
      mean: decimal(mean, 2),
    });
  }
}

/** How the management sees its own service culture, on the item that customers answer too. */
export function writeSelfRating({ streams, planted: { G22 }, rows }: Company): void {
  const score = force(G22) > 0 ? G22.managementScore : G22.neutralScore;
  for (let manager = 0; manager < MANAGERS; manager++) {
    const value = Math.min(Math.max(Math.round(score + 0.8 * streams.promises.normal(manager)), 1), 10);
    const at = isoInstant(dayOf(2026, 3, 1) + (manager % 20), 43_200);
    rows('survey', {
      customer_id: null,
      respondent_id: `management-${manager + 1}`,
      at,
      item: 'customer_focus',
      value,
      scale_max: 10,
      touchpoint_id: null,
      wave: '2026-H1',
      channel: 'email',
    });
  }
}

const SOURCES = ['app-store', 'review-site', 'forum', 'search'] as const;
const REVIEW_SECONDS = 64_000;

/** What makes a leaver write in public: the strongest of what the company did to him, as a reason code. */
export const REASON_OF_EXPOSURE = [
  'loyalty_not_rewarded',
  'never_heard_of_you',
  'waiting',
  'new_contact_person',
  'not_solved',
  'new_customers_only',
  'friends_left',
] as const;

export interface Review {
  /** Number of the party, which only addresses the draw; the row carries no hint of the author. */
  readonly number: number;
  readonly month: number;
  readonly reason: string | null;
}

/** A leaver's review some weeks later, and now and then praise that nobody wrote of his own accord. */
export function writeReview(
  { streams, planted: { G23 }, rows, tally }: Company,
  { number, month, reason }: Review,
): void {
  if (force(G23) === 0 || !streams.mentions.chance(G23.perExit, number, month)) return;
  const at = lastDayOf(month) + Math.round(G23.lagDays * (0.5 + streams.mentions.uniform(number, month, 1)));
  const source = SOURCES[streams.mentions.integer(SOURCES.length, number, month, 2)] ?? 'forum';
  const write = (id: string, rating: number, code: string | null, by: string) => {
    if (at > lastDayOf(AS_OF_MONTH) - 4) return;
    const replied = streams.mentions.chance(0.35, number, month, 3);
    rows('mention', {
      at: isoInstant(at, REVIEW_SECONDS),
      source,
      rating,
      polarity: rating < 3 ? 'negative' : 'positive',
      mention_id: id,
      reason_code: code,
      reach: 20 + streams.mentions.integer(900, number, month, 4),
      replied_at: replied ? isoInstant(at + 3, REVIEW_SECONDS) : null,
      by,
    });
    tally.add(`review ${code ?? 'none'}`);
  };
  const random = streams.mentions.integer(1_000_000_000, number, month, 5);
  write(`B${random}`, 1 + streams.mentions.integer(2, number, month, 6), reason, 'customer');
  const fake = G23.fakePositiveShare / (1 - G23.fakePositiveShare);
  if (streams.mentions.chance(fake, number, month, 7)) write(`B${random + 1_000_000_000}`, 5, null, 'other');
}
