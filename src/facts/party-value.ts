import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { partySpellFact } from './party-spell.ts';
import { periodFirstDaySql, periodMonthsSql } from './period.ts';

const money = `CAST(NULL, 'Nullable(Decimal(18, 4))')`;
const months = periodMonthsSql('v.period');
const firstDay = periodFirstDaySql('v.period');

/**
 * One row per party: since when, whether it is a customer today and since when without a break, what it earned the company over the
 * latest twelve months on record (periods of the commonest length, the last of which ends no more than a month after the day of the
 * audit; `value_until` is the day after the last), and the yearly net price of its running contracts. Without any contract in the store, a customer is who has a value.
 */
export const partyValueFact: Fact = {
  name: 'fact_party_value',
  reads: ['contract', 'customer', 'product', 'customer_value'],
  after: [contractFact, partySpellFact],
  orderBy: ['party'],
  sql: `
WITH
  (
    SELECT argMax(length, (n, latest, -toInt32(length)))
    FROM (SELECT ${months} AS length, count() AS n, max(${firstDay}) AS latest FROM customer_value AS v GROUP BY length)
    WHERE length > 0
  ) AS chosen_months,
  (
    SELECT max(addMonths(${firstDay}, chosen_months))
    FROM customer_value AS v
    WHERE ${months} = chosen_months AND addMonths(${firstDay}, chosen_months) <= toDate32({asOf:Date}) + 31
  ) AS until_day,
  (SELECT count() FROM fact_contract) AS known_contracts,
  parties AS (SELECT customer_id, coalesce(identity_key, customer_id) AS party, customer_since FROM customer),
  gathered AS (
    SELECT
      party, customer_id, start AS day, toUInt8(is_existing) AS existing, toUInt8(running) AS runs, toNullable(party_since) AS since,
      if(running, toNullable(price_year), NULL) AS price, ${money} AS own_margin, ${money} AS own_revenue, ${money} AS own_cost
    FROM fact_contract
    UNION ALL
    SELECT
      coalesce(p.party, v.customer_id), v.customer_id, toDate32('1970-01-01'), toUInt8(0), toUInt8(0), p.customer_since,
      ${money}, v.margin, v.revenue, v.cost_to_serve
    FROM customer_value AS v
    LEFT JOIN parties AS p ON p.customer_id = v.customer_id
    WHERE ${months} = chosen_months AND ${firstDay} < until_day AND ${firstDay} >= addMonths(until_day, -12)
  ),
  summed AS (
    SELECT
      party,
      argMax(customer_id, (day, cityHash64(customer_id))) AS customer_id,
      min(since) AS party_since,
      max(existing) AS has_existing,
      max(runs) AS has_contract,
      sum(price) AS price_value,
      sum(own_margin) - ifNull(sum(own_cost), 0) AS margin_value,
      sum(own_revenue) AS revenue_value
    FROM gathered
    GROUP BY party
  )
SELECT
  g.*,
  until_day AS value_until,
  has_contract = 1 OR (known_contracts = 0 AND (margin_value IS NOT NULL OR revenue_value IS NOT NULL)) AS is_customer,
  s.start AS stay_start
FROM summed AS g
LEFT JOIN (SELECT party, toNullable(start) AS start FROM fact_party_spell WHERE running) AS s ON s.party = g.party`,
};
