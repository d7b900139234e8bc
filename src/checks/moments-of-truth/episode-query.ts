import type { CellSpec, Subjects } from '../cells.ts';
import { ASKED } from './asked.ts';

/** Tenure in years from which a band begins; the last band holds those whose true start is unknown. */
const TENURE_EDGES = [0, 1, 3, 6] as const;
/** Time at risk is cut into steps of so many months; the first one is soon after the rating: who left then may have decided before. */
const STEP_MONTHS = 3;
/** Latest ratings of one party that are used: each is held against all others. */
const RATINGS = 100;

/** Tenure and time since the rating stand side by side in the sums, so that cells stay few. */
export const BANDS = [...TENURE_EDGES, 'unknown'].flatMap((_, tenure) =>
  ['soon', 'late'].map((since) => ({
    tenure,
    since,
    days: `days_${tenure}_${since}`,
    leaves: `leaves_${tenure}_${since}`,
  })),
);

const tenureSql = `multiIf(start_unknown, ${TENURE_EDGES.length}, ${TENURE_EDGES.slice(1)
  .map((edge) => `(age('year', start, from_day) >= ${edge})`)
  .join(' + ')})`;

/**
 * Steps up to stays of rated parties with the day on which the customer decided to leave: the notice where it is known, else the end. Ends
 * that all fall on one day are a picture of that day and tell no month of leaving.
 */
const STAYS = `
  (SELECT max(one_day_share > 0.5 AND ends >= 20) FROM fact_spell_record) AS is_snapshot,
  (SELECT groupArray(name) FROM (SELECT line AS name FROM fact_contract GROUP BY name ORDER BY count() DESC, name LIMIT 3)) AS lines,
  people AS (
    SELECT customer_id, min(party) AS party
    FROM fact_contract
    WHERE customer_id IN (SELECT person FROM asked WHERE rank = 0)
    GROUP BY customer_id
  ),
  described AS (
    SELECT party, argMin(line, (start, contract_id)) AS first_line
    FROM fact_contract
    WHERE party IN (SELECT party FROM people)
    GROUP BY party
  ),
  notices AS (
    SELECT f.party AS party, assumeNotNull(f.end) AS end, max(assumeNotNull(c.notice_date)) AS notice
    FROM fact_contract AS f
    INNER JOIN (SELECT contract_id, notice_date FROM contract WHERE notice_date IS NOT NULL) AS c ON c.contract_id = f.contract_id
    WHERE f.end IS NOT NULL AND f.party IN (SELECT party FROM people)
    GROUP BY party, end
  ),
  stays AS (
    SELECT
      s.party AS party,
      s.start AS start,
      s.entered AS entered,
      s.migrated AS start_unknown,
      s.left_voluntarily AS decides,
      if(has(lines, d.first_line), d.first_line, '*') AS line,
      if(decides AND n.notice > s.start AND n.notice <= s.last_day, n.notice, s.last_day) AS decided
    FROM fact_observed_spell AS s
    INNER JOIN described AS d ON d.party = s.party
    LEFT JOIN notices AS n ON n.party = s.party AND n.end = s.end
    WHERE NOT s.before_records AND NOT is_snapshot
  )`;

/**
 * One row per rating and quarter after it in which the customer could decide to leave, up to the next rating of the same touchpoint. Ratings
 * on or after the day of the decision do not count. `elsewhere`: what other touchpoints the customer rated at the time (0 none, 1 some, 2
 * some of them disappointing), so that who rates everything low is held against their like. Several answers on one touchpoint
 * and day are one rating, disappointing when one of them is.
 */
const episodeQuarters: Subjects = {
  name: 'quarters after ratings',
  cluster: 'party',
  id: 'party',
  sql: `
WITH${ASKED},${STAYS},
  arraySort(touchpoints) AS places,
  -- Numbers of touchpoints instead of names: the same order, and a fraction of the time. The worst answer of a day and touchpoint comes first.
  histories AS (
    SELECT
      p.party AS party,
      arraySort(groupArrayArray(r.own)) AS answers,
      arraySlice(arrayReverse(arrayFilter(
        (x, i) -> i = 1 OR answers[i - 1].1 != x.1 OR answers[i - 1].2 != x.2, answers, arrayEnumerate(answers))), 1, ${RATINGS}) AS ratings
    FROM (
      SELECT person, groupArray((toDate32(at), toUInt8(indexOf(places, touchpoint)), felt)) AS own
      FROM asked
      WHERE rank = 0 AND has(places, touchpoint)
      GROUP BY person
    ) AS r
    INNER JOIN people AS p ON p.customer_id = r.person
    GROUP BY party
  ),
  episodes AS (
    SELECT
      s.party AS party, start, start_unknown, decides, decided, line,
      r.1 AS day, r.2 AS place_number, r.3 AS felt,
      arrayFilter(x -> x.2 != place_number AND x.1 <= day AND x.1 > day - toInt32({experienceDays:Float64}), ratings) AS others,
      multiIf(empty(others), 0, arrayExists(x -> x.3 = -1, others), 2, 1) AS elsewhere,
      arrayMin(arrayPushBack(arrayMap(x -> x.1, arrayFilter(x -> x.2 = place_number AND x.1 > day, ratings)), toDate32('2299-12-31'))) AS next_day,
      least(decided, next_day, addMonths(day, toInt32({followMonths:Float64}))) AS until,
      decides AND until = decided AND next_day > decided AS leaves_in_the_end
    FROM stays AS s
    INNER JOIN histories AS h ON h.party = s.party
    ARRAY JOIN arrayFilter(x -> x.1 >= entered AND x.1 < decided, ratings) AS r
  )
SELECT
  party,
  places[place_number] AS place,
  felt,
  line,
  elsewhere,
  step,
  addMonths(day, step * ${STEP_MONTHS}) AS from_day,
  least(until, addMonths(day, (step + 1) * ${STEP_MONTHS})) AS to_day,
  dateDiff('day', from_day, to_day) AS days,
  leaves_in_the_end AND to_day = until AS leaves,
  intDiv(age('month', from_day, toDate32({asOf:Date})), 6) AS half,
  ${tenureSql} AS tenure,
  if(step = 0, 'soon', 'late') AS since
FROM episodes
ARRAY JOIN range(toUInt32(ceil({followMonths:Float64} / ${STEP_MONTHS}))) AS step
WHERE from_day < until`,
};

/** One row per stay that reaches into the time of the ratings: what everybody does, rated or not. */
const everybody: Subjects = {
  name: 'stays since the first rating',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH${ASKED},
  (SELECT toDate32(min(at)) FROM asked WHERE rank = 0) AS first_day
SELECT
  party,
  customer_id,
  dateDiff('day', greatest(entered, first_day), last_day) AS days,
  left_voluntarily AS leaves,
  dateDiff('day', assumeNotNull(first_day), toDate32({asOf:Date})) AS days_followed
FROM fact_observed_spell
WHERE NOT before_records AND last_day > greatest(entered, first_day)`,
};

export const episodeCells = {
  episodes: {
    by: ['place', 'felt', 'line', 'elsewhere', 'half'],
    subjects: episodeQuarters,
    standsOn: ['contract'],
    replicates: 24,
    sums: {
      ratings: 'step = 0',
      ...Object.fromEntries(
        BANDS.flatMap(({ tenure, since, days, leaves }) => [
          [days, `if(tenure = ${tenure} AND since = '${since}', days, 0)`],
          [leaves, `leaves AND tenure = ${tenure} AND since = '${since}'`],
        ]),
      ),
    },
  },
  everybody: {
    by: ['days_followed'],
    subjects: everybody,
    standsOn: ['contract'],
    replicates: 1,
    sums: { days: 'days', leaves: 'leaves' },
  },
} satisfies Record<string, CellSpec>;
