import type { Fact } from '#facts/fact.ts';
import { partyValueFact } from '#facts/party-value.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { CARE_FACTS, coveredIn, namedOn, YEAR } from './care-sql.ts';
import {
  CUT_STEP_MONTHS,
  FIRST_CUT_MONTHS,
  HISTORY_MONTHS,
  LAST_CUT_MONTHS,
  LOOK_MONTHS,
  SEARCHED_PARTIES,
} from './settings.ts';

const MONTH_DAYS = 30.4375;
const LOOK_DAYS = Math.floor(LOOK_MONTHS * MONTH_DAYS);
const MOST_LINES = 8;
/** A log of the last twelve months need not have a contact on its first and its last day. */
const MARGIN_DAYS = 14;

/** What a party bought and what it pays, for comparing like with like. */
const LINES = `
  (SELECT groupArray(line) FROM (SELECT line FROM fact_care_line GROUP BY line ORDER BY count() DESC, line LIMIT ${MOST_LINES})) AS lines,
  (SELECT quantilesExact(1 / 3, 2 / 3)(price) FROM fact_care_line WHERE price IS NOT NULL) AS thirds`;

/**
 * One row per running stay: has the customer a named person today, did a person come forward without selling within twelve months, and
 * what is the commission of the named person paid for. Judged is who has been there for these twelve months.
 */
export const coverageFact: Fact = {
  name: 'fact_care_coverage',
  reads: ['staff'],
  after: [...CARE_FACTS, partyValueFact],
  orderBy: ['party'],
  sql: `
WITH${LINES},
  basis AS (
    SELECT staff_pid, argMax(commission_basis, (entered, toString(commission_basis))) AS basis
    FROM staff
    WHERE commission_basis IS NOT NULL
    GROUP BY staff_pid
  ),
  basis_group AS (
    SELECT if(b.basis = 'portfolio', 'running', 'ended') AS paid, uniqExact(n.staff_pid) AS staff
    FROM fact_care_named AS n
    INNER JOIN basis AS b ON b.staff_pid = n.staff_pid
    GROUP BY paid
  )
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  ifNull(s.staff_pid, '') AS staff_pid,
  by_contact,
  by_person,
  by_name,
  log_to - log_from >= ${YEAR - MARGIN_DAYS} AS log_year,
  toString(toDate32(log_to)) AS log_end,
  start_day <= log_to - ${YEAR} AND (log_year OR NOT by_contact) AS is_judged,
  is_judged AND ${namedOn('log_to')} AS is_named,
  is_judged AND arrayExists(d -> d > log_to - ${YEAR}, touches) AS is_touched,
  is_judged AND ${coveredIn(`(log_to - ${YEAR - 1})`, '(log_to + 1)')} AS is_covered,
  toUInt16(least(${LAST_CUT_MONTHS}, intDiv(log_to - start_day, ${MONTH_DAYS * CUT_STEP_MONTHS}) * ${CUT_STEP_MONTHS})) AS tenure_months,
  if(has(lines, l.line), l.line, '*') AS line,
  multiIf(l.price IS NULL, 0, l.price <= thirds[1], 1, l.price <= thirds[2], 2, 3) AS value_third,
  toFloat64(ifNull(v.margin_value, ifNull(v.price_value, 0))) AS value,
  multiIf(b.basis = 'portfolio', 'running', b.basis IN ('none', 'new'), 'ended', '') AS commission,
  g.staff AS staff_in_group
FROM fact_care_stay AS s
LEFT JOIN fact_care_line AS l ON l.party = s.party
LEFT JOIN fact_party_value AS v ON v.party = s.party
LEFT JOIN basis AS b ON b.staff_pid = s.staff_pid
LEFT JOIN basis_group AS g ON g.paid = commission
WHERE s.running`,
};

export const coverageSubjects: Subjects = {
  name: 'care-coverage',
  cluster: 'party',
  id: 'customer_id',
  sql: `SELECT * FROM ${coverageFact.name}`,
};

/** The same customers, those of one carer belonging together. */
const byCarer: Subjects = { ...coverageSubjects, name: 'care-coverage by carer', cluster: 'staff_pid' };

const cutsFrom = (from: string, until: string) =>
  `arrayJoin(arrayMap(i -> ${FIRST_CUT_MONTHS} + i * ${CUT_STEP_MONTHS}, arrayFilter(i -> ${FIRST_CUT_MONTHS} + i * ${CUT_STEP_MONTHS} BETWEEN ${from} AND ${until}, range(${(LAST_CUT_MONTHS - FIRST_CUT_MONTHS) / CUT_STEP_MONTHS + 1}))))`;

/** Half of the customers show where the cut lies; the other half measures it. */
const SAMPLED = `
  (SELECT greatest(1, intDiv(count(), ${SEARCHED_PARTIES})) FROM fact_observed_spell) AS thinned,
  greatest(log_from, toInt32(addMonths(toDate32({asOf:Date}), -${HISTORY_MONTHS}))) AS history_from`;
const IN_SAMPLE = `sipHash64(party, 'search') % thinned = 0`;
const HALF = `toUInt8(sipHash64(party, 'half') % 2) AS half`;

/** One row per stay and contract month that it passed while the records cover the year before and the year after. */
const passingSubjects: Subjects = {
  name: 'care-coverage passing a contract month',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH${SAMPLED}
SELECT
  party,
  customer_id,
  ${HALF},
  ${cutsFrom(
    `ceil((history_from + ${LOOK_DAYS} - start_day) / ${MONTH_DAYS})`,
    `floor((last_day + 1 - ${LOOK_DAYS} - start_day) / ${MONTH_DAYS})`,
  )} AS cut,
  start_day + toInt32(floor(cut * ${MONTH_DAYS})) AS cut_day,
  ${coveredIn(`(cut_day - ${LOOK_DAYS})`, 'cut_day')} AS covered_before,
  ${coveredIn('cut_day', `(cut_day + ${LOOK_DAYS})`)} AS covered_after
FROM fact_care_stay
WHERE NOT migrated AND ${IN_SAMPLE}`,
};

/** One row per running stay and contract month not far from its own: the last twelve months lie wholly before it or wholly after. */
const besideSubjects: Subjects = {
  name: 'care-coverage beside a contract month',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH${SAMPLED},${LINES}
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  ${HALF.replace('party', 's.party')},
  if(has(lines, l.line), l.line, '*') AS line,
  (log_to + 1 - start_day) / ${MONTH_DAYS} AS tenure,
  ${coveredIn(`(log_to + 1 - ${LOOK_DAYS})`, '(log_to + 1)')} AS is_covered,
  ${cutsFrom(`(tenure - ${2 * LOOK_MONTHS})`, `(tenure + ${LOOK_MONTHS})`)} AS cut,
  tenure <= cut AS is_before,
  tenure - ${LOOK_MONTHS} >= cut AS is_after
FROM fact_care_stay AS s
LEFT JOIN fact_care_line AS l ON l.party = s.party
WHERE s.running AND NOT s.migrated AND start_day <= log_to + 1 - ${LOOK_DAYS} AND log_from <= log_to + 1 - ${LOOK_DAYS - MARGIN_DAYS}
  AND ${IN_SAMPLE.replace('party', 's.party')}`,
};

/** Who was looked after is told by one of these. */
const CARE_LOGS = ['assignment', 'contact'];

export const coverageCells = {
  today: {
    by: ['tenure_months', 'by_contact', 'by_person', 'by_name', 'log_year', 'log_end'],
    standsOn: CARE_LOGS,
    replicates: 50,
    sums: {
      customers: '1',
      judged: 'is_judged',
      named: 'is_named',
      touched: 'is_touched',
      covered: 'is_covered',
      affected: 'is_judged AND NOT is_covered',
      value: 'is_judged * greatest(0, value)',
      covered_value: 'is_covered * greatest(0, value)',
    },
  },
  commission: {
    by: ['commission', 'staff_in_group', 'line', 'value_third'],
    standsOn: CARE_LOGS,
    where: `is_judged AND commission != '' AND staff_pid != ''`,
    subjects: byCarer,
    sums: { customers: '1', covered: 'is_covered' },
  },
  passing: {
    by: ['half', 'cut'],
    standsOn: CARE_LOGS,
    subjects: passingSubjects,
    replicates: 100,
    sums: { before_count: '1', before_covered: 'covered_before', after_count: '1', after_covered: 'covered_after' },
  },
  beside: {
    by: ['half', 'cut', 'line'],
    standsOn: CARE_LOGS,
    where: 'is_before OR is_after',
    subjects: besideSubjects,
    replicates: 60,
    sums: {
      before_count: 'is_before',
      before_covered: 'is_before AND is_covered',
      after_count: 'is_after',
      after_covered: 'is_after AND is_covered',
    },
  },
} satisfies Record<string, CellSpec>;
