import { grossSql, perYearSql } from '#facts/contract.ts';
import type { CellSpec, Subjects } from '../cells.ts';

const FOREVER = `toDate32('2200-01-01')`;
export const DAY = (instant: string) => `toDate32(${instant})`;

/** Stays of the named customers as (first day, day of leaving, reason, yearly net price, and more where asked for); who gave notice has left on that day. */
export const STAYS = (whose: string, more = '') => `
    SELECT
      customer_id,
      arraySort(groupArray((
        coalesce(original_start_date, start_date),
        multiIf(
          end_date IS NULL OR ifNull(end_reason = 'switch_internal', false), ${FOREVER},
          end_date > {asOf:Date} AND (end_reason IS NULL OR notice_date IS NULL OR notice_date > {asOf:Date}), ${FOREVER},
          ifNull(notice_date BETWEEN coalesce(original_start_date, start_date) AND end_date, false), assumeNotNull(notice_date),
          assumeNotNull(end_date)),
        toUInt8(ifNull(end_reason = 'voluntary', true)),
        ifNull(toFloat64(price), 0) * ${perYearSql('price_period')} / ${grossSql('price_basis')}${more}
      ))) AS stays
    FROM contract
    WHERE ${whose} AND coalesce(original_start_date, start_date) <= {asOf:Date}
    GROUP BY customer_id`;

/** End of the last of the stays that had begun by a day; before all times where none had. */
const LAST_END = (until: string) => `arrayMax(s -> if(s.1 <= ${until}, s.2, toDate32('1900-01-01')), stays)`;

/** Names of products or regions that are looked at before the drawing. */
export const COMMON_NAMES = 3;
const COMMON = (column: string, name: string) => `(
    SELECT groupArray(name)
    FROM (
      SELECT toString(${column}) AS name FROM contract
      WHERE name != '' AND customer_id IN (SELECT customer_id FROM recognition WHERE arm IS NOT NULL)
      GROUP BY name ORDER BY count() DESC, name LIMIT ${COMMON_NAMES}
    )
  ) AS ${name}`;
const places = (name: string) => Array.from({ length: COMMON_NAMES }, (_, i) => `${name}${i + 1}`);
const isAt = (name: string) => Object.fromEntries(places(name).map((key, i) => [key, `${name}_place = ${i + 1}`]));

/** Whether all stays were over by a day, the last of them by the customer's own will. */
const LEFT = (from: string, until: string) => `
    ${LAST_END(until)} > ${from} AND ${LAST_END(until)} <= ${until}
    AND arrayExists(s -> s.1 <= ${until} AND s.2 = ${LAST_END(until)} AND s.3 = 1, stays)`;

/**
 * One row per customer and trial, by the first drawing (intention to treat: what happens to the customer later changes nothing). A
 * trial is a programme with both arms; programmes with one arm each whose names differ in the last word only are arms of one trial.
 */
export const drawnSubjects: Subjects = {
  name: 'reward-effect',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
WITH
  given AS (
    SELECT
      customer_id, ${DAY('at')} AS day, toString(kind) AS kind, ifNull(toString(programme_id), '') AS programme,
      toString(assumeNotNull(arm)) AS drawn_arm, ifNull(toFloat64(value), 0) AS cost
    FROM recognition
    WHERE arm IS NOT NULL AND at < {asOf:Date} + 1
  ),
  programmes AS (
    SELECT programme, if(uniqExact(drawn_arm) > 1, programme, replaceRegexpOne(programme, '[-_ ./:]+[^-_ ./:]+$', '')) AS trial
    FROM given
    GROUP BY programme
  ),
  (
    SELECT groupArray(trial)
    FROM (
      SELECT trial
      FROM given
      INNER JOIN programmes USING (programme)
      GROUP BY trial
      ORDER BY count() DESC, trial
      LIMIT toUInt32({programmesShown:Float64})
    )
  ) AS shown,
  -- Words are numbered in their order: to sort, group and carry millions of numbers takes a fraction of the time.
  (SELECT (arraySort(groupUniqArray(drawn_arm)), arraySort(groupUniqArray(kind))) FROM given) AS words,
  numbered AS (SELECT programme, toUInt32(indexOf(shown, trial)) AS trial_number FROM programmes),
  drawn AS (
    SELECT
      g.customer_id AS customer_id,
      arraySort(groupArray((
        n.trial_number, g.day, toUInt16(indexOf(words.1, g.drawn_arm)), toUInt16(indexOf(words.2, g.kind)), g.cost))) AS every_one,
      arraySplit((x, i) -> i > 1 AND every_one[i - 1].1 != x.1, every_one, arrayEnumerate(every_one)) AS by_trial
    FROM given AS g
    INNER JOIN numbered AS n USING (programme)
    GROUP BY customer_id
  ),
  ${COMMON('product_id', 'products')},
  ${COMMON('region', 'regions')},
  held AS (${STAYS('customer_id IN (SELECT customer_id FROM given)', ", indexOf(products, toString(product_id)), indexOf(regions, ifNull(toString(region), ''))")}
  ),
  asks AS (
    SELECT customer_id, groupArray(${DAY('at')}) AS ask_days
    FROM exit_event
    WHERE customer_id IN (SELECT customer_id FROM given) AND kind IN ('threat', 'tariff_request', 'complaint_escalated') AND at < {asOf:Date} + 1
    GROUP BY customer_id
  ),
  recommended AS (
    SELECT assumeNotNull(referrer_customer_id) AS customer_id, groupArray(${DAY('at')}) AS referral_days
    FROM referral
    WHERE referrer_customer_id IN (SELECT customer_id FROM given) AND at < {asOf:Date} + 1
    GROUP BY customer_id
  )
SELECT
  d.customer_id AS customer_id,
  if(drawings[1].1 = 0, '*', shown[drawings[1].1]) AS trial,
  drawings[1].2 AS day,
  words.1[drawings[1].3] AS arm,
  words.2[drawings[1].4] AS kind,
  drawings[1].5 AS cost,
  arrayExists(x -> x.2 = day AND x.3 != drawings[1].3, drawings) AS contradicts,
  arrayExists(x -> x.3 != drawings[1].3, drawings) AS crossed,
  toYear(day) * 2 + intDiv(toMonth(day) - 1, 6) AS half_year,
  addMonths(day, toInt32({followUpMonths:Float64})) AS until,
  addMonths(until, 12) AS second_until,
  multiIf(
    contradicts, 'contradicts',
    NOT arrayExists(s -> s.1 <= day AND s.2 > day, h.stays), 'noCustomer',
    until > {asOf:Date}, 'recent',
    'counted') AS state,
  h.stays AS stays,
  toUInt8(${LEFT('day', 'until')}) AS gone,
  toUInt8(NOT gone AND second_until <= {asOf:Date} AND arrayExists(s -> s.1 <= until AND s.2 > until, stays)) AS second_seen,
  toUInt8(second_seen = 1 AND ${LEFT('until', 'second_until')}) AS second_gone,
  toUInt8(arrayExists(x -> x > day AND x <= until, a.ask_days)) AS asked,
  toUInt8(arrayExists(x -> x > day AND x <= until, r.referral_days)) AS recommends,
  toUInt8(arrayExists(x -> x <= day AND x > addMonths(day, -12), a.ask_days)) AS asked_before,
  if(state = 'counted' OR state = 'recent', dateDiff('day', arrayMin(s -> s.1, stays), day) / 365.25, 0) AS tenure_years,
  arrayCount(s -> s.1 <= day AND s.2 > day, stays) AS contracts,
  arraySum(s -> if(s.1 <= day AND s.2 > day, s.4, 0), stays) AS price,
  -- Of several that began on one day never by what came later, such as which of them ends first.
  arraySort(s -> (s.1, s.5, s.6), arrayFilter(s -> s.1 <= day AND s.2 > day, stays))[1] AS first_held,
  first_held.5 AS product_place,
  first_held.6 AS region_place
FROM drawn AS d
LEFT JOIN held AS h ON h.customer_id = d.customer_id
LEFT JOIN asks AS a ON a.customer_id = d.customer_id
LEFT JOIN recommended AS r ON r.customer_id = d.customer_id
ARRAY JOIN d.by_trial AS drawings`,
};

export const drawnCells: CellSpec = {
  by: ['trial', 'arm', 'kind', 'half_year', 'state'],
  replicates: 1,
  sums: {
    customers: '1',
    gone: 'gone',
    secondSeen: 'second_seen',
    secondGone: 'second_gone',
    asked: 'asked',
    recommends: 'recommends',
    crossed: 'crossed',
    cost: 'cost',
    price: 'price',
    tenure: 'tenure_years',
    tenureSquared: 'tenure_years * tenure_years',
    contracts: 'contracts',
    contractsSquared: 'contracts * contracts',
    askedBefore: 'asked_before',
    ...isAt('product'),
    ...isAt('region'),
  },
};

/**
 * The comparison that misleads: everybody who was a customer a year ago, by whether we had ever thanked them (trap T8). Of a large company a
 * part drawn by hash is enough to see by how much.
 */
const plainSubjects: Subjects = {
  name: 'reward-effect plain',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
WITH
  addMonths({asOf:Date}, -12) AS a_year_ago,
  greatest(1, intDiv((SELECT count() FROM contract), 200000)) AS stands_for_each,
  held AS (${STAYS("cityHash64(customer_id, 'plain') % stands_for_each = 0")}
  )
SELECT
  customer_id,
  stands_for_each AS stands_for,
  customer_id IN (
    SELECT customer_id FROM recognition WHERE (arm IS NULL OR arm = 'treated') AND at < a_year_ago
  ) AS thanked,
  ${LEFT('toDate32(a_year_ago)', 'toDate32({asOf:Date})')} AS gone
FROM held
WHERE arrayExists(s -> s.1 <= a_year_ago AND s.2 > a_year_ago, stays)`,
};

export const plainCells: CellSpec = {
  by: ['thanked'],
  subjects: plainSubjects,
  replicates: 1,
  sums: { customers: '1', gone: 'gone', standsFor: 'stands_for' },
};
