import { contactChangeFact } from './contact-change.ts';
import { contractFact } from './contract.ts';
import { LONGEST_REACH, monthOfSql, monthStartSql, monthsAfterSql } from './exposure-window.ts';
import type { Fact } from './fact.ts';
import { entryDay, entryTone, TONES, tonedContactFact } from './toned-contact.ts';

/** A wait of ten minutes and more. */
const LONG_WAIT_SECONDS = 600;
/** A matter that is still open after this many days is unresolved. */
const UNRESOLVED_DAYS = 14;

const FROM = monthStartSql(`(-${LONGEST_REACH})`);
const TO = '(toDate32({asOf:Date}) + 1)';
const UNRESOLVED_ON = `addDays(toDate32(opened_at), ${UNRESOLVED_DAYS})`;
const REFUSALS = `(
      SELECT c.customer_id AS customer_id, a.decided_at AS decided_at
      FROM (SELECT case_id, decided_at FROM approval WHERE outcome = 'refused' AND decided_at IS NOT NULL) AS a
      INNER JOIN (SELECT case_id, customer_id FROM \`case\`) AS c ON c.case_id = a.case_id
    )`;

interface Source {
  readonly kind: string;
  readonly from: string;
  readonly where: string;
  /** Day from which the company's act is a fact. */
  readonly day: string;
  /** Months after the one of that day that are exposed. */
  readonly months: readonly [from: number, to: number];
}

// Moving somebody to another contact person because he is about to leave is no exposure: of the changes only those count that had nothing to do with him.
const change = (kind: string, months: Source['months']): Source => ({
  kind,
  from: 'fact_contact_change',
  where: "class = 'house'",
  day: 'change_day',
  months,
});

const SOURCES: readonly Source[] = [
  {
    kind: 'long_wait',
    from: 'contact',
    where: `wait_s >= ${LONG_WAIT_SECONDS} AND (direction IS NULL OR direction = 'in')`,
    day: 'started_at',
    months: [1, 2],
  },
  change('change_soon', [1, 6]),
  change('change_later', [7, 12]),
  {
    kind: 'unresolved_case',
    from: '`case`',
    where: `(closed_at IS NULL OR toDate32(closed_at) >= ${UNRESOLVED_ON})`,
    day: UNRESOLVED_ON,
    months: [1, 3],
  },
  { kind: 'claim_refusal', from: REFUSALS, where: 'true', day: 'decided_at', months: [1, 3] },
];

const part = ({ kind, from, where, day, months }: Source) => `
  SELECT assumeNotNull(customer_id) AS customer_id, '${kind}' AS kind, groupBitOr(${monthsAfterSql(monthOfSql(day), ...months)}) AS months
  FROM ${from}
  WHERE customer_id IS NOT NULL AND ${where} AND toDate32(${day}) >= ${FROM} AND toDate32(${day}) < ${TO}
  GROUP BY customer_id`;

/**
 * One row per party and kind of exposure with the months of the window that it touches: a month is exposed when the company's act lies
 * before its first day, and no further back than the exposure is followed. `giving` is the opposite of an exposure: the months within a
 * year of a giving contact.
 */
export const exposureEventFact: Fact = {
  name: 'fact_exposure_event',
  reads: ['contact', 'case', 'approval', 'assignment', 'staff', 'contract', 'customer', 'product'],
  after: [contractFact, contactChangeFact, tonedContactFact],
  orderBy: ['party', 'kind'],
  sql: `
WITH people AS (SELECT customer_id, min(party) AS party FROM fact_contract GROUP BY customer_id)
SELECT p.party AS party, e.kind AS kind, groupBitOr(e.months) AS months
FROM (${SOURCES.map(part).join('\n  UNION ALL')}
) AS e
INNER JOIN people AS p ON p.customer_id = e.customer_id
GROUP BY party, kind
UNION ALL
SELECT party, 'giving' AS kind, groupBitOr(${monthsAfterSql(monthOfSql('toDate32(day)'), 1, 12)}) AS months
FROM (
  SELECT party, arrayJoin(arrayMap(x -> ${entryDay('x')}, arrayFilter(x -> ${entryTone('x')} = ${TONES.giving}, timeline))) AS day
  FROM fact_toned_contact
)
WHERE toDate32(day) >= ${FROM}
GROUP BY party`,
};
