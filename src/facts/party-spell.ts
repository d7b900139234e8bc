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
 * was never seen. `party_since` is the first day of the party, spells before included.
 */
export const partySpellFact: Fact = {
  name: 'fact_party_spell',
  reads: ['contract', 'customer', 'product'],
  after: [contractFact],
  orderBy: ['party', 'spell'],
  // Arrays a party instead of window functions: a quarter of the work on a million parties.
  sql: `
WITH
  chained AS (
    SELECT
      party,
      arraySort(groupArray((
        start,
        cityHash64(contract_id),
        if(end_kind IN ('running', 'switch_internal'), ${FOREVER}, ifNull(end, ${FOREVER})),
        ifNull(end, ${FOREVER}),
        end_kind,
        customer_id, product_id, channel, acquisition_offer_id
      ))) AS contracts,
      min(party_since) AS since,
      arrayMap(x -> x.3, contracts) AS covers,
      arrayReduceInRanges('max', arrayMap(i -> (1, i), arrayEnumerate(covers)), covers) AS covered,
      arraySplit(
        (x, i) -> if(i = 1, false, x.1 > covered[i - 1] + ${SWITCH_DAYS}),
        contracts, arrayEnumerate(contracts)) AS spells
    FROM fact_contract
    GROUP BY party
  )
SELECT
  party,
  toUInt32(number) AS spell,
  own[-1].6 AS customer_id,
  own[1].7 AS product_id,
  own[1].8 AS channel,
  own[1].9 AS offer,
  toUInt32(length(own)) AS contracts_in_spell,
  toUInt32(arrayCount(x -> x.1 > addMonths(toDate32({asOf:Date}), -12), own)) AS contracts_begun,
  toUInt32(arrayCount(x -> x.4 != ${FOREVER} AND x.4 > addMonths(toDate32({asOf:Date}), -12), own)) AS contracts_ended,
  own[1].1 AS start,
  since AS party_since,
  arrayExists(x -> x.5 = 'running', own) AS running,
  if(length(own) = 1, own[1], arrayReverseSort(x -> (x.4, x.2), own)[1]) AS last_ended,
  if(running, NULL, last_ended.4) AS end,
  if(running, 'running', last_ended.5) AS end_kind
FROM chained
ARRAY JOIN spells AS own, arrayEnumerate(spells) AS number`,
};
