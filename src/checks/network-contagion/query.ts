import { WINDOW_MONTHS } from '#facts/exposure-window.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { SEEN_MONTHS } from './settings.ts';

const seenBy = (months: string) => `arrayFilter(x -> x < month AND x >= month - ${SEEN_MONTHS}, ${months})`;

/** One row per customer at risk within the window: whether ties are known, and whether a tied customer left before. No names leave the audit. */
export const contagionSubjects: Subjects = {
  name: 'network-contagion',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  ifNull(p.ties, 0) > 0 AS tied,
  ifNull(p.household, 0) > 0 AS in_household,
  ifNull(p.follows_household, 0) = 1 AS follows_household,
  bitAnd(ifNull(p.recent, 0), bitShiftLeft(bitShiftLeft(toUInt64(1), toUInt8(greatest(0, least(40, s.last_month - s.first_month + 1)))) - 1, toUInt8(greatest(0, least(40, s.first_month))))) > 0 AS exposed
FROM fact_exposure_party AS s
LEFT JOIN fact_exposure_peer AS p ON p.party = s.party
WHERE s.last_month >= s.first_month`,
};

export const customerCells: CellSpec = {
  by: ['tied'],
  replicates: 1,
  sums: {
    customers: '1',
    household: 'in_household',
    household_decisions: 'follows_household',
    exposed: 'tied AND exposed',
  },
};

/**
 * One row per tied customer and month at risk, as it stood when the month began: how many tied customers had left in the year
 * before (`seen`), how long ago the latest did (`since`: see settings; 0 none), whether one was to leave within the next three months (`coming`),
 * and the same for the strangers who stand in the place of the tied.
 */
const tiedMonths: Subjects = {
  name: 'months of tied customers',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH (SELECT groupArray(name) FROM (SELECT segment AS name FROM fact_exposure_party GROUP BY name ORDER BY count() DESC, name LIMIT 6)) AS segments
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  if(has(segments, s.segment), s.segment, '*') AS group_name,
  s.region AS region,
  intDiv(${WINDOW_MONTHS} - 1 - month, 3) AS quarter,
  multiIf(month - s.start_month < 12, 0, month - s.start_month < 24, 1, month - s.start_month < 48, 2, month - s.start_month < 84, 3, 4) AS tenure,
  positiveModulo(month - s.start_month, 12) AS anniversary,
  multiIf(p.ties <= 2, 0, p.ties <= 4, 1, p.ties <= 7, 2, 3) AS degree,
  ${seenBy('p.exit_months')} AS exits_before,
  toUInt8(least(3, length(exits_before))) AS seen,
  if(seen = 0, 0, month - arrayMax(exits_before)) AS ago,
  toUInt8(multiIf(seen = 0, 0, ago <= 3, 1, ago <= 6, 2, ago <= 9, 3, 4)) AS since,
  toUInt8(bitTest(p.coming, month)) AS coming,
  toUInt8(bitTest(ifNull(p.strange_recent, 0), month)) AS strange,
  toUInt8(s.decided = 1 AND month = s.last_month) AS leaves,
  toUInt8(NOT s.running AND month = s.last_month) AS ends,
  if(leaves = 1, ifNull(s.value, 0), 0) AS lost_value,
  toUInt8(leaves = 1 AND s.value IS NOT NULL) AS valued
FROM (
  SELECT *, month
  FROM fact_exposure_party
  ARRAY JOIN range(toUInt32(greatest(0, first_month)), toUInt32(greatest(0, last_month + 1))) AS month
) AS s
INNER JOIN (SELECT * FROM fact_exposure_peer WHERE ties > 0) AS p ON p.party = s.party`,
};

/** Months by what makes tied people alike and by what they saw. */
export const tiedCells: CellSpec = {
  by: ['group_name', 'tenure', 'degree', 'anniversary', 'seen', 'since', 'coming', 'strange'],
  subjects: tiedMonths,
  replicates: 40,
  sums: { months: '1', leaves: 'leaves', ends: 'ends', value: 'lost_value', valued: 'valued' },
};

/** The same by region and quarter: a shock that all share must not pass for contagion. */
export const shockCells: CellSpec = {
  by: ['region', 'quarter', 'seen', 'since'],
  subjects: tiedMonths,
  where: 'seen > 0',
  replicates: 40,
  sums: { months: '1', leaves: 'leaves' },
};
