import type { CellSpec, Subjects } from '../cells.ts';
import { LONGEST_QUARTER, RETENTION_EDGES, YEARS_BACK } from './settings.ts';

const asOf = 'toDate32({asOf:Date})';
const yearsBefore = (years: number) => `addYears(${asOf}, -${years} - toInt32({regularYears:Float64}))`;
const LONGEST_BACK = YEARS_BACK.at(-1) ?? 0;
const half = (column: string) =>
  `(SELECT countIf(is_customer AND ${column} IS NOT NULL) * 2 >= greatest(1, countIf(is_customer)) FROM fact_party_value)`;

/**
 * One row per party, and beside it one row per stay (`is_stay`), from which the rates of leaving and the earlier years are counted.
 * Value is the margin of twelve months where at least half of today's customers have one, else revenue times the assumed margin rate,
 * else the yearly net price of the running contracts times that rate. Who came within the twelve months counts with what is on record,
 * not for a whole year: a premium paid in advance would be multiplied. The threshold is the value that one customer in five exceeds.
 */
export const baseValueSubjects: Subjects = {
  name: 'base-value',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH
  multiIf(${half('margin_value')}, 'margin', ${half('revenue_value')}, 'revenue', 'price') AS source,
  -- Who is existing is asked of the day on which the twelve months of value end: whoever came later has no value in them.
  if(source = 'price', ${asOf}, least(${asOf}, ifNull((SELECT max(value_until) FROM fact_party_value), ${asOf}))) AS value_day,
  sourced AS (
    SELECT
      party, customer_id, party_since, has_existing, stay_start, is_customer,
      toFloat64(multiIf(
        source = 'margin', margin_value,
        source = 'revenue', toDecimal64(toFloat64(revenue_value) * {marginRate:Float64}, 4),
        toDecimal64(toFloat64(price_value) * {marginRate:Float64}, 4))) AS known_value,
      is_customer AND known_value IS NOT NULL AND ifNull(party_since <= value_day, false) AS valued
    FROM fact_party_value
  ),
  (SELECT ifNull(quantileExactLow(0.8)(assumeNotNull(known_value)), 0) FROM sourced WHERE valued) AS fifth,
  (SELECT (record_start, ends, one_day_share) FROM fact_spell_record) AS record
SELECT
  source,
  fifth AS threshold,
  toString(ifNull(record.1, toDate32('1970-01-01'))) AS records_from,
  record.2 AS known_ends,
  record.3 AS one_day_share,
  *
FROM (
  SELECT
    party, customer_id, false AS is_stay, valued,
    is_customer AND known_value IS NULL AS lacks_value,
    is_customer AND known_value IS NOT NULL AND NOT valued AS lacks_since,
    if(valued, assumeNotNull(known_value), 0) AS value,
    toInt32(sign(value) * floor(100 * log1p(abs(value)))) AS value_step,
    if(valued, age('year', assumeNotNull(party_since), value_day), 0) AS years,
    multiIf(NOT valued, '', years < 3, toString(years), years < 5, '3-4', years < 10, '5-9', '10+') AS band,
    valued AND addYears(assumeNotNull(party_since), toInt32({regularYears:Float64})) <= value_day AS is_regular,
    valued AND ((value_day = ${asOf} AND has_existing = 1) OR addMonths(assumeNotNull(party_since), toInt32({existingMonths:Float64})) <= value_day) AS is_existing,
    toInt32(if(valued AND stay_start IS NOT NULL, least(${LONGEST_QUARTER}, intDiv(age('month', assumeNotNull(stay_start), ${asOf}), 3)), -1)) AS stay_quarter,
    false AS in_curves, false AS has_left, toFloat64(0) AS entry_months, toFloat64(0) AS exit_months,
    ${asOf} AS start, ${asOf} AS last_day, false AS running, party_since, false AS since_unsure
  FROM sourced
  UNION ALL
  SELECT
    party, customer_id, true, false, false, false, toFloat64(0), toInt32(0), 0, '', false, false, toInt32(-1),
    in_curves, left_voluntarily OR left_otherwise, toFloat64(entry_months), toFloat64(exit_months),
    start, last_day, running, toNullable(party_since), migrated AND party_since >= start AND start > ${yearsBefore(LONGEST_BACK)}
  FROM fact_observed_spell
)`,
};

const bands = RETENTION_EDGES.slice(1).map((to, band) => ({ band, from: RETENTION_EDGES[band] ?? 0, to }));
const dayBack = (years: number) => `addYears(${asOf}, -${years})`;
const activeThen = (years: number) =>
  `is_stay AND start <= ${dayBack(years)} AND (running OR last_day > ${dayBack(years)})`;

/** Everything by band of tenure and quarter of the present stay, so that one jackknife carries value and retention together. */
export const valueCells: CellSpec = {
  by: ['source', 'records_from', 'known_ends', 'one_day_share', 'threshold', 'band', 'stay_quarter'],
  replicates: 100,
  sums: {
    customers: 'valued',
    value: 'value',
    stay_value: 'if(stay_quarter >= 0, value, 0)',
    regulars: 'is_regular',
    regular_value: 'if(is_regular, value, 0)',
    existing: 'is_existing',
    existing_value: 'if(is_existing, value, 0)',
    excess: 'if(valued, greatest(0, value - threshold), 0)',
    since_unsure: `${activeThen(0)} AND since_unsure`,
    negative: 'valued AND value < 0',
    without_value: 'lacks_value',
    without_since: 'lacks_since',
    ...Object.fromEntries(
      bands.flatMap(({ band, from, to }) => [
        [
          `months_${band}`,
          `if(in_curves, greatest(0, least(exit_months, ${to}) - greatest(entry_months, ${from})), 0)`,
        ],
        [
          `ends_${band}`,
          `in_curves AND has_left AND exit_months <= ${to} AND ${band === 0 ? 'true' : `exit_months > ${from}`}`,
        ],
      ]),
    ),
    ...Object.fromEntries(
      YEARS_BACK.flatMap((years) => [
        [`active_${years}`, activeThen(years)],
        [`regular_${years}`, `${activeThen(years)} AND ifNull(party_since <= ${yearsBefore(years)}, false)`],
      ]),
    ),
  },
};

/** Customers by value in steps of about one per cent, for the concentration. */
export const distributionCells: CellSpec = {
  by: ['value_step'],
  where: 'valued',
  replicates: 1,
  sums: { customers: '1', value: 'value' },
};
