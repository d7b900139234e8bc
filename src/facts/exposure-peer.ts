import { contractFact } from './contract.ts';
import { exposureStayFact, MONTHS_BEFORE } from './exposure-stay.ts';
import { monthsAfterSql } from './exposure-window.ts';
import type { Fact } from './fact.ts';

/** Months after a tied customer's decision to leave in which it may be felt. */
const PEER_MONTHS = 3;

/** Those who live together decide together: their exits are one decision, not a contagion. */
const TOGETHER = `('household', 'shared_contract')`;

const around = (month: string) => ({
  recent: monthsAfterSql(month, 1, PEER_MONTHS),
  withinYear: monthsAfterSql(month, 1, 12),
  coming: monthsAfterSql(month, -PEER_MONTHS, -1),
});
const own = around('o.decided');

/**
 * One row per party that has ties: with how many others outside its own household, and the months of the window around their own decisions to
 * leave: within three months after one (`recent`), within three months before one (`coming`: it cannot have been felt yet), and how many
 * such decisions fell in which month (`exit_months`, one entry each). The `strange_` columns hold the same for people of the same
 * region, line and segment who are put in the place of the tied ones by a permutation: nothing can pass between them. `follows_household`
 * is 1 where somebody of the same household decided in the same month and counts for both.
 */
export const exposurePeerFact: Fact = {
  name: 'fact_exposure_peer',
  reads: ['tie', 'contract', 'customer', 'product'],
  after: [contractFact, exposureStayFact],
  orderBy: ['party'],
  sql: `
WITH
  people AS (SELECT customer_id, min(party) AS party FROM fact_contract GROUP BY customer_id),
  pairs AS (
    SELECT a.party AS ego, b.party AS other, t.kind IN ${TOGETHER} AS together
    FROM (SELECT customer_id_a, customer_id_b, kind FROM tie WHERE ifNull(\`from\` <= {asOf:Date}, true)) AS t
    INNER JOIN people AS a ON a.customer_id = t.customer_id_a
    INNER JOIN people AS b ON b.customer_id = t.customer_id_b
    WHERE a.party != b.party
  ),
  ties AS (
    SELECT ego, other, max(together) AS together
    FROM (SELECT ego, other, together FROM pairs UNION ALL SELECT other, ego, together FROM pairs)
    GROUP BY ego, other
  ),
  leavers AS (
    SELECT party, max(decided_month) AS decided
    FROM fact_exposure_stay
    WHERE left_voluntarily AND decided_month >= -${MONTHS_BEFORE}
    GROUP BY party
  ),
  -- A ring through all that are alike: everybody's place is taken by the next.
  placed AS (
    SELECT
      party,
      leadInFrame(party) OVER ring AS next_party,
      first_value(party) OVER ring AS first_party
    FROM (SELECT party, min(region) AS region, min(line) AS line, min(segment) AS segment FROM fact_exposure_stay GROUP BY party)
    WINDOW ring AS (PARTITION BY region, line, segment ORDER BY cityHash64(party, 'ring'), party ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ),
  strangers AS (SELECT party AS other, if(next_party = '', first_party, next_party) AS stranger FROM placed),
  real AS (
    SELECT
      t.ego AS party,
      countIf(NOT t.together) AS ties,
      countIf(t.together) AS household,
      groupBitOrIf(${own.recent}, NOT t.together AND o.party != '') AS recent,
      groupBitOrIf(${own.withinYear}, NOT t.together AND o.party != '') AS within_year,
      groupBitOrIf(${own.coming}, NOT t.together AND o.party != '') AS coming,
      arraySort(groupArrayIf(o.decided, NOT t.together AND o.party != '')) AS exit_months,
      groupUniqArrayIf((o.decided, o.party), t.together AND o.party != '') AS household_exits
    FROM ties AS t
    LEFT JOIN leavers AS o ON o.party = t.other
    GROUP BY t.ego
  ),
  invented AS (
    SELECT
      t.ego AS party,
      groupBitOr(${own.recent}) AS strange_recent,
      arraySort(groupArray(o.decided)) AS strange_exit_months
    FROM ties AS t
    INNER JOIN strangers AS s ON s.other = t.other
    INNER JOIN leavers AS o ON o.party = s.stranger
    WHERE NOT t.together AND s.stranger != t.ego
    GROUP BY t.ego
  )
SELECT
  r.party AS party, r.ties AS ties, r.household AS household, r.recent AS recent, r.within_year AS within_year, r.coming AS coming, r.exit_months AS exit_months,
  i.strange_recent AS strange_recent, i.strange_exit_months AS strange_exit_months,
  toUInt8(arrayExists(x -> x.1 = l.decided AND x.2 < r.party, r.household_exits) AND l.party != '') AS follows_household
FROM real AS r
LEFT JOIN invented AS i ON i.party = r.party
LEFT JOIN leavers AS l ON l.party = r.party`,
};
