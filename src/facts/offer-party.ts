import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { TRAITS } from './offer-criteria.ts';
import { offerTermsFact } from './offer-terms.ts';

const asOf = 'toDate32({asOf:Date})';
const since = `addMonths(${asOf}, -toInt32({windowMonths:Float64}))`;
const place = (edges: string, value: string) =>
  `toString(arrayCount(e -> e < ${value}, ${edges}) + arrayCount(e -> e <= ${value}, ${edges}))`;
const edges = (trait: string) =>
  `(SELECT arraySort(arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> [c.3.1, c.3.2], arrayFilter(c -> c.1 = '${trait}', criteria)))))) FROM fact_offer_terms)`;

const OWN: Readonly<Record<(typeof TRAITS)[number], string>> = {
  region: 'f.region',
  product_id: 'f.product_id',
  line: 'f.line',
  segment: 'f.segment',
  kind: "ifNull(toString(c.kind), '')",
  risk_class: 'f.risk_class',
  payment_mode: 'f.payment_mode',
  location_id: 'f.location_id',
  channel: 'f.channel',
  volume: `if(f.volume IS NULL, '', ${place('volumes', 'assumeNotNull(f.volume)')})`,
  tenure: place('tenures', `age('month', f.party_since, ${asOf})`),
  twin: 'f.twin_product_id',
};
// What no offer asks for is left empty, so that kinds of customers stay few.
const traits = TRAITS.map((name) => `if(has(used, '${name}'), lower(trim(${OWN[name]})), '')`);

/**
 * One row per existing customer (party): of which kinds it is, as far as the offers of the window ask, one for each contract. A kind is
 * its traits in the order of TRAITS and the number of days on which offers had ended before it was an existing customer; numbers stand by
 * their place among the bounds. Equal kinds have equal `group_key`. `remembered`: something was given to it within the window.
 */
export const offerPartyFact: Fact = {
  name: 'fact_offer_party',
  reads: ['contract', 'customer', 'product', 'offer', 'recognition', 'concession'],
  after: [contractFact, offerTermsFact],
  orderBy: ['group_key', 'party'],
  sql: `
WITH
  (SELECT arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> c.1, criteria)))) FROM fact_offer_terms) AS asked,
  arrayConcat(asked, if(has(asked, 'product_id'), ['twin'], [])) AS used,
  (SELECT arraySort(groupUniqArray(last_day)) FROM fact_offer_terms) AS last_days,
  ${edges('volume')} AS volumes,
  ${edges('tenure')} AS tenures,
  holder AS (
    SELECT
      f.party AS party,
      f.customer_id AS customer_id,
      f.is_regular AS is_regular,
      f.party_since AS party_since,
      f.customer_id IN (
        SELECT customer_id FROM recognition WHERE toDate32(at) > ${since} AND toDate32(at) <= ${asOf} AND ifNull(arm != 'holdout', true)
        UNION ALL
        SELECT customer_id FROM concession WHERE toDate32(at) > ${since} AND toDate32(at) <= ${asOf} AND value > 0) AS given,
      -- The first condition met makes an existing customer; offers that closed before passed the same person as a newcomer.
      greatest(f.start, least(
        addMonths(f.start, toInt32({existingMonths:Float64})),
        ifNull(f.discount_end, toDate32('2299-12-31')),
        ifNull(f.min_term_end, toDate32('2299-12-31')))) AS existing_since,
      ([
        ${traits.join(',\n        ')}
      ], toUInt16(arrayCount(day -> day < existing_since, last_days))) AS kind
    FROM fact_contract AS f
    LEFT JOIN (SELECT customer_id, kind FROM customer WHERE has(used, 'kind')) AS c ON c.customer_id = f.customer_id
    WHERE f.is_existing
  )
SELECT
  party,
  min(customer_id) AS customer_id,
  max(is_regular) AS is_regular,
  max(given) AS remembered,
  min(party_since) AS since,
  arraySort(groupUniqArray(kind)) AS kinds,
  cityHash64(toString(kinds)) AS group_key
FROM holder
GROUP BY party`,
};
