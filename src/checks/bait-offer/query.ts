import { periodFirstDaySql, periodMonthsSql } from '#facts/period.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { LAST_MONTH, TENURE_EDGES } from './settings.ts';

const asOf = 'toDate32({asOf:Date})';
const FOREVER = `toDate32('2200-01-01')`;
/** Whoever takes a second contract this soon after the first came once. */
const ONE_ARRIVAL_DAYS = 31;

// Loyalty offers win nobody. Offers with few contracts are told together, by what they give.
const GROUPS = `
  offers AS (
    SELECT offer_id, latest.1 AS audience, latest.2 AS kind, latest.3 AS worth, latest.4 AS term_months, latest.5 AS has_worth
    FROM (
      SELECT
        offer_id,
        argMax(
          (toString(audience), ifNull(toString(kind), ''), toFloat64(ifNull(value, 0)), toFloat64(ifNull(term_months, 0)), value IS NOT NULL),
          (valid_from, ifNull(value, 0))) AS latest
      FROM offer
      GROUP BY offer_id
    )
  ),
  came AS (
    SELECT
      c.offer AS offer,
      ifNull(o.kind, '') AS kind,
      ifNull(o.worth, 0) AS worth,
      ifNull(o.term_months, 0) AS term_months,
      ifNull(o.has_worth, false) AS has_worth,
      c.adds AS adds,
      row_number() OVER (ORDER BY c.adds DESC, c.offer) AS place
    FROM (SELECT acquisition_offer_id AS offer, count() AS adds FROM fact_contract WHERE acquisition_offer_id != '' GROUP BY offer) AS c
    LEFT JOIN offers AS o ON o.offer_id = c.offer
    WHERE ifNull(o.audience, '') != 'existing'
  ),
  grouped AS (
    SELECT
      *,
      multiIf(adds >= {minimumAdds:Float64} AND place <= 12, offer, kind != '', kind, '*') AS bait,
      kind IN ('discount', 'trial', 'interest') AS is_price
    FROM came
  )`;

/**
 * Two kinds of row. A stay (`is_stay`): a spell of a party seen from its first day, by the offer that won it ('' for none), with the month
 * of tenure in which it ended or the day of the audit fell. A win: a contract that came by an offer, and how: `rejoined` had left within
 * twelve months before, `internal` was a customer at the time, `returned` had left earlier.
 */
export const baitSubjects: Subjects = {
  name: 'bait-offer',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH${GROUPS},
  keyed AS (SELECT customer_id FROM customer WHERE identity_key IS NOT NULL),
  (SELECT coalesce(max(record_start), (SELECT min(start) FROM fact_contract)) FROM fact_spell_record) AS seen_from,
  wins AS (
    SELECT
      party,
      mine.1 AS customer_id,
      mine.2 AS start,
      mine.4 AS offer,
      mine.5 AS list_year,
      arrayFilter(x -> x.2 < mine.2 - ${ONE_ARRIVAL_DAYS}, own) AS earlier,
      notEmpty(earlier) AS had_before,
      arrayMax(arrayConcat([toDate32('1900-01-01')], arrayMap(x -> x.3, earlier))) AS before
    FROM (
      SELECT
        party,
        groupArray((
          customer_id,
          start,
          -- A change of product inside the house is no departure.
          if(end IS NULL, ${FOREVER}, assumeNotNull(end) + if(end_kind = 'switch_internal', ${ONE_ARRIVAL_DAYS}, 0)),
          acquisition_offer_id,
          list_year)) AS own
      FROM fact_contract
      GROUP BY party
      HAVING max(acquisition_offer_id) != ''
    )
    ARRAY JOIN own AS mine
    WHERE mine.4 != ''
  )
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  true AS is_stay,
  ifNull(g.bait, '') AS bait,
  toUInt16(least(s.exit_month, ${LAST_MONTH + 1})) AS month,
  toString(s.top_product) AS top_product,
  toString(s.top_channel) AS top_channel,
  toUInt16(toYear(s.start)) AS cohort,
  s.left_voluntarily AS left_voluntarily,
  s.left_voluntarily OR s.left_otherwise AS has_left,
  toFloat64(s.unseen_part) AS unseen,
  toFloat64(s.exit_months) AS exit_months,
  '' AS how,
  false AS is_observable,
  false AS is_keyed,
  false AS is_recent,
  CAST(NULL, 'Nullable(Float64)') AS list_price,
  toFloat64(0) AS at_once,
  toFloat64(0) AS by_month,
  toFloat64(0) AS term_months,
  false AS has_worth
FROM fact_observed_spell AS s
LEFT JOIN grouped AS g ON g.offer = s.offer
WHERE s.in_curves AND s.entry_months = 0
UNION ALL
SELECT
  w.party, w.customer_id, false, g.bait, toUInt16(0), '', '', toUInt16(0), false, false, toFloat64(0), toFloat64(0),
  multiIf(NOT w.had_before, 'first', w.start <= w.before, 'internal', w.start <= addMonths(w.before, 12), 'rejoined', 'returned'),
  w.start >= addMonths(seen_from, 12),
  w.customer_id IN (SELECT customer_id FROM keyed),
  w.start > addMonths(${asOf}, -12),
  toFloat64(w.list_year),
  if(g.is_price, 0, g.worth),
  if(g.is_price, g.worth / greatest(1, g.term_months), 0),
  if(g.is_price, greatest(1, g.term_months), 0),
  g.has_worth
FROM wins AS w
INNER JOIN grouped AS g ON g.offer = w.offer`,
};

/** Newcomers of an offer who had left within twelve months before: the people behind the number. */
export const AFFECTED = `how = 'rejoined' AND is_observable`;

export const stayCells: CellSpec = {
  by: ['bait', 'month'],
  replicates: 100,
  sums: {
    stays: 'is_stay',
    left: 'has_left',
    voluntary: 'left_voluntarily',
    unseen: 'unseen',
    wins: 'NOT is_stay',
    internal: `how = 'internal'`,
    rejoined_ever: `how = 'rejoined'`,
    observable: `is_observable AND how != 'internal'`,
    affected: AFFECTED,
    keyed: `is_keyed AND is_observable AND how != 'internal'`,
    recent: 'is_recent',
    priced: 'list_price > 0',
    list: 'ifNull(list_price, 0)',
    at_once: 'at_once',
    by_month: 'by_month',
    priced_terms: 'term_months > 0',
    term_months: 'term_months',
    with_worth: 'has_worth',
  },
};

const bands = TENURE_EDGES.slice(1).map((to, band) => ({ band, from: TENURE_EDGES[band] ?? 0, to }));

export const rateCells: CellSpec = {
  by: ['bait', 'top_product', 'cohort', 'top_channel'],
  where: 'is_stay',
  replicates: 40,
  sums: Object.fromEntries(
    bands.flatMap(({ band, from, to }) => [
      [
        `ends_${band}`,
        `left_voluntarily AND exit_months <= ${to} AND ${band === 0 ? 'true' : `exit_months > ${from}`}`,
      ],
      [`months_${band}`, `greatest(0, least(exit_months, ${to}) - ${from})`],
    ]),
  ),
};

const spentFrom = periodFirstDaySql('period');
const spentFor = periodMonthsSql('period');

/** What winning a customer cost in the last twelve months, what of the revenue is margin, and how well leavers can be recognised. */
export const sceneCells: CellSpec = {
  by: ['recorded_from'],
  replicates: 1,
  subjects: {
    name: 'bait-offer scene',
    cluster: 'recorded_from',
    id: 'recorded_from',
    sql: `
SELECT
  toString(coalesce((SELECT max(record_start) FROM fact_spell_record), (SELECT min(start) FROM fact_contract))) AS recorded_from,
  (SELECT toFloat64(sum(toDecimal128(toFloat64(amount) * seen, 8))) FROM (
    SELECT
      amount, ${spentFrom} AS first_day, addMonths(first_day, ${spentFor}) AS next_day,
      greatest(0, dateDiff('day', greatest(first_day, addMonths(${asOf}, -12) + 1), least(next_day, ${asOf} + 1))) / dateDiff('day', first_day, next_day) AS seen
    FROM cost WHERE purpose = 'acquisition' AND ${spentFor} > 0)) AS spend,
  (SELECT uniqExact(month) FROM (
    SELECT addMonths(assumeNotNull(${spentFrom}), arrayJoin(range(toUInt32(${spentFor})))) AS month
    FROM cost WHERE purpose = 'acquisition' AND ${spentFor} > 0)
    WHERE month > addMonths(${asOf}, -13) AND month <= ${asOf}) AS spend_months,
  (SELECT countIf(match(lower(concat(ifNull(toString(allocation_key), ''), ' ', ifNull(toString(line), ''))), 'bonus|boni|prämie|praemie|premium|gift|goodie|goody|incentive')) FROM cost WHERE purpose = 'acquisition') AS bonus_lines,
  (SELECT countIf(start > addMonths(${asOf}, -12)) FROM fact_party_spell) AS newcomers,
  (SELECT toFloat64(ifNull(sumIf(margin, margin IS NOT NULL AND revenue IS NOT NULL), 0)) FROM customer_value) AS margin,
  (SELECT toFloat64(ifNull(sumIf(revenue, margin IS NOT NULL AND revenue IS NOT NULL), 0)) FROM customer_value) AS revenue,
  (SELECT count() FROM fact_contract WHERE end IS NOT NULL) AS leavers,
  (SELECT count() FROM fact_contract WHERE end IS NOT NULL AND customer_id IN (SELECT customer_id FROM customer WHERE identity_key IS NOT NULL)) AS leavers_keyed`,
  },
  sums: {
    spend: 'ifNull(spend, 0)',
    spend_months: 'spend_months',
    bonus_lines: 'bonus_lines',
    newcomers: 'newcomers',
    margin: 'ifNull(margin, 0)',
    revenue: 'ifNull(revenue, 0)',
    leavers: 'leavers',
    leavers_keyed: 'leavers_keyed',
  },
};
