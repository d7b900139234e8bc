import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';

/** A contract that starts this soon after another ended is a change inside the house, not a loss and a new customer. */
const SWITCH_DAYS = 31;
// Later than any end, and still far enough from the end of the calendar to add days to.
const FOREVER = `toDate32('2200-01-01')`;

/**
 * One row per spell of a party (identity key where there is one, else customer): contracts that overlap or follow one another within
 * 31 days are one spell, and an internal switch never ends one. Whoever returns later begins a new spell with a higher number. Channel,
 * offer and product are those of the first contract, `end_kind` is that of the last; 'switch_internal' there means that the successor
 * was never seen.
 */
export const partySpellFact: Fact = {
  name: 'fact_party_spell',
  reads: ['contract', 'customer', 'product'],
  after: [contractFact],
  orderBy: ['party', 'spell'],
  sql: `
WITH
  ordered AS (
    SELECT
      party, customer_id, contract_id, product_id, channel, acquisition_offer_id, segment,
      start AS began,
      end AS ended,
      end_kind AS kind,
      if(end_kind IN ('running', 'switch_internal'), ${FOREVER}, ifNull(end, ${FOREVER})) AS covers_until,
      row_number() OVER (PARTITION BY party ORDER BY start, contract_id) AS position,
      max(covers_until) OVER (PARTITION BY party ORDER BY start, contract_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_until
    FROM fact_contract
  ),
  numbered AS (
    SELECT
      *,
      sum(toUInt32(position = 1 OR began > covered_until + ${SWITCH_DAYS})) OVER (PARTITION BY party ORDER BY began, contract_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS spell
    FROM ordered
  )
SELECT
  party,
  spell,
  argMax(customer_id, (began, contract_id)) AS customer_id,
  argMin(product_id, (began, contract_id)) AS product_id,
  argMin(channel, (began, contract_id)) AS channel,
  argMin(acquisition_offer_id, (began, contract_id)) AS offer,
  argMin(segment, (began, contract_id)) AS segment,
  count() AS contracts,
  countIf(began > addMonths({asOf:Date}, -12)) AS contracts_begun,
  countIf(ifNull(ended > addMonths(toDate32({asOf:Date}), -12), false)) AS contracts_ended,
  min(began) AS start,
  max(kind = 'running') AS running,
  if(running, NULL, max(ended)) AS end,
  if(running, 'running', argMax(kind, (ifNull(ended, ${FOREVER}), contract_id))) AS end_kind
FROM numbered
GROUP BY party, spell`,
};
