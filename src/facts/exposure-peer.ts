import { contractFact } from './contract.ts';
import { exposureStayFact, MONTHS_BEFORE } from './exposure-stay.ts';
import { monthsAfterSql } from './exposure-window.ts';
import type { Fact } from './fact.ts';

/** Months after a tied customer's decision to leave in which it may be felt. */
const PEER_MONTHS = 3;

/** Stands for those who did not decide to leave: no month that counts lies there. */
const STAYED = -1000;

/** Those who live together decide together: their exits are one decision, not a contagion. */
const TOGETHER = `('household', 'shared_contract')`;

const around = (month: string) => ({
  recent: monthsAfterSql(month, 1, PEER_MONTHS),
  withinYear: monthsAfterSql(month, 1, 12),
  coming: monthsAfterSql(month, -PEER_MONTHS, -1),
});
const own = around('o.decided');
const strange = around('o.stranger_decided');

/**
 * One row per party: its number, in the order of the names (text is dear to join by), its customer numbers, and the month in which it decided to leave.
 * The stranger is somebody of the same region, line and segment who is put in its place: nothing can pass between them.
 */
const exposurePlaceFact: Fact = {
  name: 'fact_exposure_place',
  reads: ['contract', 'customer', 'product'],
  after: [contractFact, exposureStayFact],
  orderBy: ['number'],
  sql: `
WITH
  numbered AS (
    SELECT party, customers, toUInt32(rowNumberInAllBlocks()) AS number
    FROM (
      SELECT party, groupUniqArray(customer_id) AS customers
      FROM fact_contract
      GROUP BY party
      ORDER BY party
    )
  ),
  stays AS (
    SELECT
      party, min(region) AS region, min(line) AS line, min(segment) AS segment,
      max(if(ifNull(left_voluntarily, 0) AND decided_month >= -${MONTHS_BEFORE}, decided_month, ${STAYED})) AS decided
    FROM fact_exposure_stay
    GROUP BY party
  ),
  -- A ring through all that are alike: everybody's place is taken by the next. Who has no stay stands beside it.
  rings AS (
    SELECT
      region IS NULL AS beside,
      groupArray((cityHash64(n.party, 'ring'), n.number, n.party, n.customers, ifNull(s.decided, ${STAYED}))) AS found,
      if(beside, found, arraySort(member -> (member.1, member.2), found)) AS members
    FROM numbered AS n
    LEFT JOIN stays AS s ON s.party = n.party
    GROUP BY s.region, s.line, s.segment
  )
SELECT
  own.3 AS party, own.2 AS number, own.4 AS customers, own.5 AS decided,
  if(beside, own.2, next.2) AS stranger,
  if(beside, ${STAYED}, next.5) AS stranger_decided
FROM rings
ARRAY JOIN members AS own, arrayRotateLeft(members, 1) AS next`,
};

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
  after: [exposurePlaceFact],
  orderBy: ['party'],
  sql: `
WITH
  people AS (SELECT arrayJoin(customers) AS customer_id, number FROM fact_exposure_place),
  pairs AS (
    SELECT least(a.number, b.number) AS low, greatest(a.number, b.number) AS high, max(t.kind IN ${TOGETHER}) AS together
    FROM (SELECT customer_id_a, customer_id_b, kind FROM tie WHERE ifNull(\`from\` <= {asOf:Date}, true)) AS t
    INNER JOIN people AS a ON a.customer_id = t.customer_id_a
    INNER JOIN people AS b ON b.customer_id = t.customer_id_b
    WHERE a.number != b.number
    GROUP BY low, high
  ),
  around AS (
    SELECT
      t.ego AS ego,
      countIf(NOT t.together) AS ties,
      countIf(t.together) AS household,
      groupBitOrIf(${own.recent}, NOT t.together AND o.decided != ${STAYED}) AS recent,
      groupBitOrIf(${own.withinYear}, NOT t.together AND o.decided != ${STAYED}) AS within_year,
      groupBitOrIf(${own.coming}, NOT t.together AND o.decided != ${STAYED}) AS coming,
      arraySort(groupArrayIf(o.decided, NOT t.together AND o.decided != ${STAYED})) AS exit_months,
      groupArrayIf((o.decided, t.other), t.together AND o.decided != ${STAYED}) AS household_exits,
      groupBitOrIf(${strange.recent}, NOT t.together AND o.stranger_decided != ${STAYED} AND o.stranger != t.ego) AS strange_recent,
      arraySort(groupArrayIf(o.stranger_decided, NOT t.together AND o.stranger_decided != ${STAYED} AND o.stranger != t.ego)) AS strange_exit_months
    FROM (SELECT together, ego, other FROM pairs ARRAY JOIN [low, high] AS ego, [high, low] AS other) AS t
    INNER JOIN fact_exposure_place AS o ON o.number = t.other
    GROUP BY t.ego
  )
SELECT
  p.party AS party, a.ties AS ties, a.household AS household, a.recent AS recent, a.within_year AS within_year, a.coming AS coming,
  a.exit_months AS exit_months, a.strange_recent AS strange_recent, a.strange_exit_months AS strange_exit_months,
  arrayExists(x -> x.1 = p.decided AND x.2 < p.number, a.household_exits) AS follows_household
FROM around AS a
INNER JOIN fact_exposure_place AS p ON p.number = a.ego`,
};
