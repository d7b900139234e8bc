import { exposureStayFact } from '#facts/exposure-stay.ts';
import { monthOfSql } from '#facts/exposure-window.ts';
import { OCCASIONS } from '#facts/promise-occasion.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/** Goodwill within so many days after the promise fell due counts for it. */
const GOODWILL_DAYS = 31;
/** Months after the promise fell due of which nothing is said where no notice is on record: who leaves then may have decided before. */
const DECIDED_BEFORE_MONTHS = 3;

export const AFTERMATH_FACTS = [exposureStayFact] as const;

/**
 * One row per month in which a promise to a customer fell due, broken or kept: the whole months after it in which the customer could
 * decide to leave (up to the next occasion of the same promise, `followMonths` at most), whether that was done, and what the customer was given as
 * goodwill. Kept and broken ones are both followed from the day on which the time was over.
 */
const aftermathSubjects: Subjects = {
  name: 'after a promise fell due',
  cluster: 'party',
  id: 'party',
  sql: `
WITH${OCCASIONS},
  (SELECT countIf(has_notice) > 0 FROM fact_exposure_stay) AS knows_notice,
  people AS (
    SELECT customer_id, min(party) AS party
    FROM fact_contract
    WHERE customer_id IN (SELECT customer FROM occasions WHERE customer != '')
    GROUP BY customer_id
  ),
  given AS (
    SELECT p.party AS party, groupArray((toDate32(c.at), toFloat64(c.value))) AS gifts
    FROM concession AS c
    INNER JOIN people AS p ON p.customer_id = c.customer_id
    WHERE c.trigger = 'goodwill' AND c.at < {asOf:Date} + 1
    GROUP BY party
  ),
  fell_due AS (
    SELECT
      p.party AS party, o.promise_id AS promise, toInt32(${monthOfSql('o.due_on')}) AS month,
      max(o.state = 'broken') AS broken, argMax(o.due_on, (o.state = 'broken', o.due_on)) AS day, count() AS occasions
    FROM occasions AS o
    INNER JOIN people AS p ON p.customer_id = o.customer
    WHERE o.state IN ('kept', 'broken') AND o.customer != ''
    GROUP BY party, promise, month
  ),
  followed AS (
    SELECT
      f.*,
      leadInFrame(toNullable(month)) OVER (PARTITION BY party, promise ORDER BY month ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS next_month
    FROM fell_due AS f
  )
SELECT
  f.party AS party,
  f.promise AS promise,
  f.broken AS broken,
  s.line AS line,
  multiIf(f.month - s.start_month < 12, 0, f.month - s.start_month < 36, 1, f.month - s.start_month < 72, 2, 3) AS tenure,
  intDiv(f.month, 6) AS half,
  greatest(s.first_month, f.month + 1 + if(knows_notice, 0, ${DECIDED_BEFORE_MONTHS})) AS from_month,
  least(s.last_month, f.month + toInt32({followMonths:Float64}), ifNull(f.next_month, 1000)) AS until_month,
  greatest(0, until_month - from_month + 1) AS months,
  s.left_voluntarily AND months > 0 AND until_month = s.last_month AS leaves,
  arraySum(arrayMap(x -> x.2, arrayFilter(x -> x.1 >= f.day AND x.1 <= f.day + ${GOODWILL_DAYS}, g.gifts))) AS goodwill,
  arrayExists(x -> x.1 >= f.day AND x.1 <= f.day + ${GOODWILL_DAYS}, g.gifts) AS is_given
FROM followed AS f
INNER JOIN fact_exposure_stay AS s ON s.party = f.party
LEFT JOIN given AS g ON g.party = f.party
WHERE f.month >= s.start_month AND f.month <= s.end_month AND f.month <= s.last_month`,
};

/** Broken beside kept, by what is held equal. */
export const aftermathCells: CellSpec = {
  by: ['promise', 'broken', 'line', 'tenure', 'half'],
  subjects: aftermathSubjects,
  standsOn: ['promise'],
  replicates: 40,
  sums: { occasions: '1', months: 'months', leaves: 'leaves', goodwill: 'goodwill', given: 'is_given' },
};
