import { entryDay, entryPersonal, entryTone, TONES } from '#facts/toned-contact.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { COURTSHIP_DAYS, SPAN_DAYS, SPANS } from './settings.ts';

const day = entryDay('e');
const tone = entryTone('e');
const YEAR_DAYS = 365.25;

/** What is meant to win or to please; neutral mail such as a confirmation is not, a personal call is. */
const KINDS: Readonly<Record<string, string>> = {
  giving: `${tone} = ${TONES.giving}`,
  selling: `${tone} = ${TONES.selling}`,
  personal: `${tone} IN (${TONES.neutral}, ${TONES.untold}) AND ${entryPersonal('e')}`,
};
const COURTING = `(${tone} IN (${TONES.giving}, ${TONES.selling}) OR (${KINDS['personal'] ?? 'false'}))`;
/** Contacts that courted for all that is known: those of a kind that tells no tone, too. */
const POSSIBLY = `(${COURTING} OR ${tone} = ${TONES.untold})`;
const BURDEN = `${tone} IN (${TONES.burden}, ${TONES.invoice})`;

const count = (condition: string, from: string, to: string) =>
  `arrayCount(e -> ${condition} AND ${day} BETWEEN ${from} AND ${to}, timeline)`;

const WINDOWS = {
  before: [`start_day - ${COURTSHIP_DAYS}`, 'start_day - 1'],
  after: ['start_day + 1', `least(start_day + ${COURTSHIP_DAYS}, last_day)`],
  later: [`start_day + ${COURTSHIP_DAYS + 1}`, 'least(start_day + 365, last_day)'],
} as const;
const windows = Object.entries(WINDOWS)
  .map(
    ([name, [from, to]]) => `
  greatest(0, ${to} - (${from}) + 1) / ${YEAR_DAYS} AS ${name}_years,
${Object.entries(KINDS)
  .map(([kind, condition]) => `  ${count(condition, from, to)} AS ${name}_${kind}`)
  .join(',\n')},
  ${name}_giving + ${name}_selling + ${name}_personal AS ${name}_courting,
  ${count(POSSIBLY, from, to)} AS ${name}_possible`,
  )
  .join(',');

const spanDays = (span: number) => {
  const from = span < 0 ? span * SPAN_DAYS : span * SPAN_DAYS + 1;
  return [`start_day + (${from})`, `least(start_day + (${from + SPAN_DAYS - 1}), last_day)`] as const;
};
export const spanName = (span: number) => (span < 0 ? `before_${-span}` : `after_${span}`);

const LOG_SPAN = `(
    SELECT (quantileExactLow(0.001)(logged), max(logged))
    FROM (SELECT arrayJoin(arrayMap(e -> ${day}, timeline)) AS logged FROM fact_toned_contact)
  ) AS log_span,
  log_span.1 AS log_from,
  log_span.2 AS log_to,
  greatest(log_from, toInt32(addMonths(toDate32({asOf:Date}), -toInt32({windowMonths:Float64}))) + 1) AS first_day`;

/** Who signed as a newcomer on a known day. */
const SIGNED = 's.spell = 1 AND NOT s.migrated AND s.party_since >= s.start';

/**
 * Contacts with people who are no customers yet are often kept only since some day; earlier signatures have no time before on record.
 * Where that day lies close to the first one looked at, it is only that of the first who was courted.
 */
const COURTED_FROM = `(
    SELECT quantileExactLow(0.005)(toInt32(courted))
    FROM (
      SELECT arrayJoin(arrayMap(e -> ${day}, arrayFilter(e -> ${COURTING} AND ${day} BETWEEN toInt32(s.start) - ${COURTSHIP_DAYS} AND toInt32(s.start) - 1, t.timeline))) AS courted
      FROM fact_observed_spell AS s
      INNER JOIN fact_toned_contact AS t ON t.party = s.party
      WHERE ${SIGNED}
    )
  ) AS courted_from`;

/**
 * One row per signature of a newcomer in the look-back window whose 90 days before and after lie within the time that the log covers,
 * and the days before within the time that it knows people who are yet to sign.
 * The day of the signature itself counts on neither side. Whoever came on a day of migration, or was a customer before, did not sign then.
 */
export const courtshipSubjects: Subjects = {
  name: 'courtship-drop',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH
  ${LOG_SPAN},
  ${COURTED_FROM}
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  s.top_channel AS channel,
  toInt32(s.start) AS start_day,
  least(toInt32(s.last_day), log_to) AS last_day,
  t.timeline AS timeline,
  t.toneless AS toneless,
  t.by_kind AS by_kind,
  length(timeline) AS entries,${windows},
  ${count('true', WINDOWS.before[0], WINDOWS.before[1])} AS before_all,
  ${count('true', WINDOWS.after[0], WINDOWS.after[1])} AS after_all,
  before_courting > 0 AS courted,
  after_courting > 0 AS courted_after,
  before_all > 0 AS heard_before,
  courted AND after_courting = 0 AND last_day >= start_day + ${COURTSHIP_DAYS} AS fell_silent
FROM fact_observed_spell AS s
LEFT JOIN fact_toned_contact AS t ON t.party = s.party
WHERE ${SIGNED}
  AND toInt32(s.start) - ${COURTSHIP_DAYS} >= if(courted_from > first_day + ${COURTSHIP_DAYS}, courted_from, first_day) AND toInt32(s.start) + ${COURTSHIP_DAYS} <= log_to`,
};

/** One row per party that was courted in the window and never signed: its 90 days after the first courting contact. */
const prospectSubjects: Subjects = {
  name: 'courtship-prospects',
  cluster: 'party',
  id: 'party',
  sql: `
WITH
  ${LOG_SPAN}
SELECT
  party,
  ${entryDay(`arrayFirst(e -> ${COURTING} AND ${day} >= first_day, timeline)`)} AS courted_from,
  ${count(COURTING, 'courted_from', `courted_from + ${COURTSHIP_DAYS}`)} - 1 AS courting,
  ${COURTSHIP_DAYS} / ${YEAR_DAYS} AS years
FROM fact_toned_contact
WHERE party NOT IN (SELECT party FROM fact_contract)
  AND courted_from >= first_day AND courted_from + ${COURTSHIP_DAYS} <= log_to`,
};

const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const windowSums = Object.keys(WINDOWS).flatMap((window) =>
  ['years', 'courting', 'possible', ...Object.keys(KINDS)].map((what) => `${window}_${what}`),
);
const spanSums = Object.fromEntries(
  SPANS.flatMap((span) => {
    const [from, to] = spanDays(span);
    return [
      [`${spanName(span)}_years`, `greatest(0, ${to} - (${from}) + 1) / ${YEAR_DAYS}`],
      [`${spanName(span)}_courting`, count(COURTING, from, to)],
      [`${spanName(span)}_burden`, count(BURDEN, from, to)],
    ];
  }),
);

export const courtshipCells = {
  signatures: {
    by: ['channel'],
    sums: {
      signatures: '1',
      affected: 'fell_silent',
      ...same([
        'courted',
        'courted_after',
        'heard_before',
        'before_all',
        'after_all',
        'toneless',
        'by_kind',
        'entries',
        ...windowSums,
      ]),
    },
  },
  course: { by: [], replicates: 50, sums: spanSums },
  prospects: {
    by: [],
    subjects: prospectSubjects,
    sums: { prospects: '1', courting: 'courting', years: 'years' },
  },
} satisfies Record<string, CellSpec>;
