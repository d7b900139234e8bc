import { exposurePartyFact } from '#facts/exposure-party.ts';
import { WINDOW_MONTHS } from '#facts/exposure-window.ts';
import type { Fact } from '#facts/fact.ts';
import { exposedSql, knownSql, patternSql, tenureSql } from './month-patterns.ts';

/** Divides by the random groups of both models, so that either finds its own again. */
const PARTY_GROUPS = 48;

/**
 * The months at risk, and for those who are there the month to come (half -1), put together where all that the models know of them is
 * equal; parties in 48 groups by the hash of their name. Everything as it stood when the month began. `half` counts half-years back from
 * the day of the audit, the older ones are 2; `renewing` is 1 in the months of an anniversary and 2 in the
 * others of the contract year in which people leave by custom. The sums are whole millionths: `leaves` where the customer decided to leave in the month,
 * `ends` where the stay ended for whatever reason, `value` the yearly value where it is known and `valued` how often it is.
 */
export const exposureMonthFact: Fact = {
  name: 'fact_exposure_month',
  reads: [],
  after: [exposurePartyFact],
  orderBy: ['pattern'],
  // Millions of months: grouped by numbers only, names come back afterwards.
  sql: `
WITH
  (SELECT arraySort(groupUniqArray(toString(line))) FROM fact_exposure_party) AS lines,
  stays AS (
    SELECT
      *,
      ${knownSql} AS known,
      toUInt8(indexOf(lines, toString(line))) AS line_number,
      toUInt8(cityHash64(party) % ${PARTY_GROUPS}) AS party_group,
      toInt64(ifNull(value, 0) * 1e6) AS value_millionths
    FROM fact_exposure_party
  )
SELECT
  party_group, known, tenure, half, renewing, exact, pattern,
  lines[line_number] AS line,
  (SELECT max(value_source) FROM fact_exposure_party) AS value_source,
  toInt64(count()) * 1000000 AS months,
  toInt64(countIf(decided = 1 AND month = last_month)) * 1000000 AS leaves,
  toInt64(countIf(NOT running AND month = last_month)) * 1000000 AS ends,
  toInt64(countIf(${exposedSql('month')})) * 1000000 AS exposed,
  sum(value_millionths) AS value,
  toInt64(countIf(stays.value IS NOT NULL)) * 1000000 AS valued
FROM stays
ARRAY JOIN range(toUInt32(greatest(0, first_month)), toUInt32(greatest(0, last_month + 1 + running))) AS month
GROUP BY
  party_group, known, line_number,
  toUInt8(${tenureSql('month')}) AS tenure,
  toInt8(if(month = ${WINDOW_MONTHS}, -1, least(2, intDiv(${WINDOW_MONTHS} - 1 - month, 6)))) AS half,
  toUInt8(multiIf(bitTest(renewal_months, month), 1, bitTest(custom_months, month), 2, 0)) AS renewing,
  toUInt8(month >= gap_exact_from AND NOT bitTest(renewal_months, month)) AS exact,
  toUInt16(${patternSql('month')}) AS pattern`,
};
