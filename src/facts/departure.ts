import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { observedSpellFact } from './observed-spell.ts';
import { renewalGapFact } from './renewal-gap.ts';

/** Share of those who left of their own accord whose notice is on record, from which an end without reason and notice is another's doing. */
const NOTICES_KEPT = 0.8;
// A notice in the last days of a month belongs to the next one, see fact_exposure_stay.
const NOTICE_GRACE_DAYS = 3;
const TOGETHER = `('household', 'shared_contract')`;
const FOLLOWING_MONTHS = 3;

/**
 * One row per party that left of its own accord and whose last prices are known against newcomers': the day of the decision (notice where
 * it is known, else the end), the line and product of its first contract, and by which share it then paid more (`gap`, reached in `steps`
 * yearly renewals from `start` on). A contract that ends while others go on is no departure. `with_household`: somebody tied as living
 * together left in the same month or shortly before, so that whose decision it was is not known.
 */
export const departureFact: Fact = {
  name: 'fact_departure',
  reads: ['contract', 'tie'],
  after: [contractFact, observedSpellFact, renewalGapFact],
  orderBy: ['party', 'decided_on'],
  sql: `
WITH
  ended AS (
    SELECT
      c.party AS party, c.customer_id AS customer_id, c.contract_id AS contract_id, c.region AS region, c.line AS line, c.product_id AS product_id,
      c.start AS start, c.party_since AS party_since, assumeNotNull(c.end) AS end, c.end_kind = 'voluntary' AS said,
      n.notice_date AS notice_date
    FROM fact_contract AS c
    LEFT JOIN (SELECT contract_id, notice_date FROM contract WHERE notice_date IS NOT NULL) AS n ON n.contract_id = c.contract_id
    WHERE c.end IS NOT NULL AND (c.party, assumeNotNull(c.end)) IN (
      SELECT party, last_day FROM fact_observed_spell WHERE left_voluntarily AND NOT before_records)
  ),
  (SELECT countIf(said AND notice_date IS NOT NULL) >= ${NOTICES_KEPT} * countIf(said) AND countIf(said) > 0 FROM ended) AS notices_kept,
  households AS (
    SELECT arrayJoin(arrayFilter(
      pair -> dateDiff('month', pair.3, pair.2) BETWEEN 0 AND ${FOLLOWING_MONTHS}, [(a.party, a.end, b.end), (b.party, b.end, a.end)])) AS member
    FROM (SELECT customer_id_a, customer_id_b FROM tie WHERE kind IN ${TOGETHER}) AS t
    INNER JOIN ended AS a ON a.customer_id = t.customer_id_a
    INNER JOIN ended AS b ON b.customer_id = t.customer_id_b
    WHERE a.party != b.party
  )
SELECT
  e.party AS party,
  e.end AS end,
  arraySort(groupUniqArray(e.customer_id)) AS customer_ids,
  (party, end) IN (SELECT member.1, member.2 FROM households) AS with_household,
  argMin((e.region, e.line, e.product_id), (e.start, e.contract_id)) AS first_contract,
  first_contract.1 AS region,
  first_contract.2 AS line,
  first_contract.3 AS product_id,
  min(e.start) AS start,
  min(e.party_since) AS party_since,
  assumeNotNull(least(ifNull(addDays(maxIf(e.notice_date, e.notice_date BETWEEN e.start AND e.end), ${NOTICE_GRACE_DAYS}), e.end), e.end)) AS decided_on,
  sum(g.offered) / sum(g.offered / exp(g.log_gap)) - 1 AS gap,
  greatest(1, round(dateDiff('month', start, max(g.last_on)) / 12)) AS steps
FROM ended AS e
INNER JOIN fact_renewal_gap AS g ON g.contract_id = e.contract_id
GROUP BY party, end
HAVING max(e.said) OR countIf(e.notice_date IS NOT NULL) > 0 OR NOT notices_kept`,
};
