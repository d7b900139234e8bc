import { RETENTION_EDGES, YEARS_BACK } from '#facts/party-value.ts';
import type { CellSpec } from '../cells.ts';
import type { Subjects } from '../check.ts';
import { LONGEST_QUARTER } from './settings.ts';

const asOf = 'toDate32({asOf:Date})';
const yearsBefore = (years: number) => `addYears(${asOf}, -${years} - toInt32({regularYears:Float64}))`;

/**
 * One row per party. Value is the margin of twelve months where at least half of today's customers have one, else revenue times the
 * assumed margin rate, else the yearly net price of the running contracts times that rate. Who came
 * within the twelve months counts with what is on record, not for a whole year: a premium paid in advance would be multiplied. The
 * threshold is the value that one customer in five exceeds.
 */
export const baseValueSubjects: Subjects = {
  name: 'base-value',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH
  sourced AS (
    SELECT
      v.*,
      multiIf(
        (SELECT countIf(is_customer AND margin_value IS NOT NULL) * 2 >= greatest(1, countIf(is_customer)) FROM fact_party_value), 'margin',
        (SELECT countIf(is_customer AND revenue_value IS NOT NULL) * 2 >= greatest(1, countIf(is_customer)) FROM fact_party_value), 'revenue',
        'price') AS source,
      toFloat64(multiIf(
        source = 'margin', v.margin_value,
        source = 'revenue', toDecimal64(toFloat64(v.revenue_value) * {marginRate:Float64}, 4),
        toDecimal64(toFloat64(v.price_value) * {marginRate:Float64}, 4))) AS known_value,
      v.is_customer AND known_value IS NOT NULL AND v.party_since IS NOT NULL AND v.party_since <= ${asOf} AS valued
    FROM fact_party_value AS v
  )
SELECT
  s.*,
  if(valued, assumeNotNull(known_value), 0) AS value,
  if(valued, age('year', assumeNotNull(party_since), ${asOf}), 0) AS years,
  multiIf(NOT valued, '', years < 3, toString(years), years < 5, '3-4', years < 10, '5-9', '10+') AS band,
  valued AND addYears(assumeNotNull(party_since), toInt32({regularYears:Float64})) <= ${asOf} AS is_regular,
  valued AND (has_existing = 1 OR addMonths(assumeNotNull(party_since), toInt32({existingMonths:Float64})) <= ${asOf}) AS is_existing,
  toInt32(sign(value) * floor(100 * log1p(abs(value)))) AS value_step,
  has_contract = 1 AND spell_start > toDate32('1900-01-01') AND spell_start <= ${asOf} AS has_stay,
  if(valued AND has_stay, least(${LONGEST_QUARTER}, intDiv(age('month', spell_start, ${asOf}), 3)), -1) AS stay_quarter,
  toString(ifNull(r.record_start, toDate32('1970-01-01'))) AS records_from,
  r.ends AS known_ends,
  r.one_day_share AS one_day_share,
  (SELECT ifNull(quantileExactLow(0.8)(assumeNotNull(known_value)), 0) FROM sourced WHERE valued) AS threshold
FROM sourced AS s
CROSS JOIN fact_spell_record AS r`,
};

const inBands = (name: string) =>
  RETENTION_EDGES.slice(1).map((_, band): [string, string] => [`${name}_${band}`, `whole_${name}_${band}`]);

/** Everything by band of tenure and quarter of the present stay, so that one jackknife carries value and retention together. */
export const valueCells: CellSpec = {
  by: ['source', 'records_from', 'known_ends', 'one_day_share', 'threshold', 'band', 'stay_quarter'],
  replicates: 100,
  sums: {
    customers: 'valued',
    value: 'value',
    stay_value: 'if(has_stay, value, 0)',
    regulars: 'is_regular',
    regular_value: 'if(is_regular, value, 0)',
    existing: 'is_existing',
    existing_value: 'if(is_existing, value, 0)',
    excess: 'if(valued, greatest(0, value - threshold), 0)',
    negative: 'valued AND value < 0',
    without_value: 'is_customer AND known_value IS NULL',
    without_since: 'is_customer AND known_value IS NOT NULL AND NOT valued',
    ...Object.fromEntries([...inBands('months'), ...inBands('ends')]),
    ...Object.fromEntries(
      YEARS_BACK.flatMap((years) => [
        [`active_${years}`, `whole_active_${years}`],
        [`regular_${years}`, `whole_active_${years} = 1 AND ifNull(party_since <= ${yearsBefore(years)}, false)`],
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
