import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { observedSpellFact } from './observed-spell.ts';
import { periodFirstDaySql, periodMonthsSql } from './period.ts';

/** Bands of tenure, in months, within which the rate of leaving counts as constant. */
export const RETENTION_EDGES = [0, 12, 24, 36, 60, 120, 1200] as const;
/** Years back from the day of the audit at which the base is counted. */
export const YEARS_BACK = [0, 1, 2, 3] as const;

const bands = RETENTION_EDGES.slice(1).map((to, band) => ({ band, from: RETENTION_EDGES[band] ?? 0, to }));
const dayBack = (years: number) => `addYears(toDate32({asOf:Date}), -${years})`;
const spellColumns = [
  ...bands.map(
    ({ band, from, to }) =>
      `toDecimal64(if(in_curves, greatest(0, least(exit_months, ${to}) - greatest(entry_months, ${from})), 0), 6) AS months_${band}`,
  ),
  ...bands.map(
    ({ band, from, to }) =>
      `toUInt8(in_curves AND (left_voluntarily OR left_otherwise) AND exit_months <= ${to} AND ${band === 0 ? 'true' : `exit_months > ${from}`}) AS ends_${band}`,
  ),
  ...YEARS_BACK.map(
    (years) => `toUInt8(start <= ${dayBack(years)} AND (running OR last_day > ${dayBack(years)})) AS active_${years}`,
  ),
];
const nothing = [
  ...bands.map(({ band }) => `toDecimal64(0, 6) AS months_${band}`),
  ...bands.map(({ band }) => `toUInt8(0) AS ends_${band}`),
  ...YEARS_BACK.map((years) => `toUInt8(0) AS active_${years}`),
].join(', ');
const NO_MONEY = `CAST(NULL, 'Nullable(Decimal(18, 4))')`;
const NO_VALUE = `${NO_MONEY} AS margin, ${NO_MONEY} AS revenue, ${NO_MONEY} AS cost_to_serve`;
const NO_PRICE = `${NO_MONEY} AS price_year`;
const NO_DAY = `CAST(NULL, 'Nullable(Date32)')`;

/**
 * One row per party: since when, whether it is a customer today, what it brought in over the latest twelve months that are on record
 * (periods of the commonest length that end no more than a month after the day of the audit), the yearly net price of its running
 * contracts, its months and ends by band of tenure, and whether it was a customer one, two and three years ago. Without any contracts,
 * a customer is who brought something in.
 */
export const partyValueFact: Fact = {
  name: 'fact_party_value',
  reads: ['contract', 'customer', 'product', 'customer_value'],
  after: [contractFact, observedSpellFact],
  orderBy: ['party'],
  sql: `
WITH
  (
    SELECT argMax(months, (n, -toInt32(months)))
    FROM (SELECT ${periodMonthsSql('period')} AS months, count() AS n FROM customer_value GROUP BY months)
    WHERE months > 0
  ) AS chosen_months,
  (
    SELECT max(addMonths(${periodFirstDaySql('period')}, ${periodMonthsSql('period')}))
    FROM customer_value
    WHERE ${periodMonthsSql('period')} = chosen_months AND addMonths(${periodFirstDaySql('period')}, ${periodMonthsSql('period')}) <= toDate32({asOf:Date}) + 31
  ) AS until_day,
  (SELECT count() FROM fact_contract) AS known_contracts,
  parties AS (SELECT customer_id, coalesce(identity_key, customer_id) AS party, customer_since FROM customer),
  gathered AS (
    SELECT
      party, customer_id, start AS day, toUInt8(running) AS running, toUInt8(is_existing) AS existing, start AS run_start, toNullable(party_since) AS since,
      if(running, toNullable(price_year), NULL) AS price_year, ${NO_VALUE}, ${nothing}
    FROM fact_contract
    UNION ALL
    SELECT
      party, customer_id, start AS day, toUInt8(running), toUInt8(0), if(running, start, toDate32('2200-01-01')), ${NO_DAY}, ${NO_PRICE}, ${NO_VALUE}, ${spellColumns.join(', ')}
    FROM fact_observed_spell
    UNION ALL
    SELECT
      coalesce(p.party, v.customer_id), v.customer_id, toDate32('1970-01-01'), toUInt8(0), toUInt8(0), toDate32('2200-01-01'), p.customer_since, ${NO_PRICE},
      v.margin, v.revenue, v.cost_to_serve, ${nothing}
    FROM customer_value AS v
    LEFT JOIN parties AS p ON p.customer_id = v.customer_id
    WHERE ${periodMonthsSql('v.period')} = chosen_months
      AND ${periodFirstDaySql('v.period')} < until_day
      AND ${periodFirstDaySql('v.period')} >= addMonths(until_day, -12)
  )
SELECT
  party,
  argMax(customer_id, (day, customer_id)) AS customer_id,
  min(since) AS party_since,
  max(running) AS has_contract,
  max(existing) AS has_existing,
  minIf(run_start, running = 1 AND active_0 = 1) AS spell_start,
  sum(price_year) AS price_value,
  sum(margin) - ifNull(sum(cost_to_serve), 0) AS margin_value,
  sum(revenue) AS revenue_value,
  has_contract = 1 OR (known_contracts = 0 AND (margin_value IS NOT NULL OR revenue_value IS NOT NULL)) AS is_customer,
  until_day AS value_until,
  ${[
    ...bands.map(({ band }) => `sum(months_${band}) AS months_${band}`),
    ...bands.map(({ band }) => `sum(ends_${band}) AS ends_${band}`),
    ...YEARS_BACK.map((years) => `max(active_${years}) AS active_${years}`),
  ]
    .map((column) => column.replace(/ AS (\w+)$/, ' AS whole_$1'))
    .join(',\n  ')}
FROM gathered
GROUP BY party`,
};
