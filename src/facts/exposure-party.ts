import { EXPOSURES, type Exposure } from '#domain/exposure.ts';
import { exposureEventFact } from './exposure-event.ts';
import { exposureOfferFact } from './exposure-offer.ts';
import { exposurePeerFact } from './exposure-peer.ts';
import { exposurePriceFact } from './exposure-price.ts';
import { exposureStayFact } from './exposure-stay.ts';
import { customMonthsSql, exposureTermFact } from './exposure-term.ts';
import { monthOfSql, monthStartSql, WINDOW_MONTHS } from './exposure-window.ts';
import type { Fact } from './fact.ts';
import { partyValueFact } from './party-value.ts';

/** Later than any month: nothing on record tells of the exposure. */
const NEVER = 1000;
/** With fewer events than this an exposure is not taken as recorded. */
const FEWEST_EVENTS = 10;

/** First month whose exposure a log tells in full: it must reach back by `reach` months. */
const logSql = (from: string, day: string, reach: number, event: string, row = 'true') =>
  `(SELECT if(countIf(${event}) < ${FEWEST_EVENTS}, ${NEVER}, ${monthOfSql(`minIf(toDate32(${day}), ${row})`)} + 1 + ${reach}) FROM ${from})`;

const KNOWN_FROM: Readonly<Record<Exposure, string>> = {
  price_gap: `(SELECT if(countIf(step != 0) < ${FEWEST_EVENTS}, ${NEVER}, 0) FROM fact_exposure_price)`,
  drought: `(SELECT if((SELECT count() FROM fact_exposure_event WHERE kind = 'giving') < ${FEWEST_EVENTS}, ${NEVER}, ${monthOfSql('min(started_at)')} + 13) FROM contact WHERE customer_id IS NOT NULL)`,
  long_wait: logSql('contact', 'started_at', 2, 'wait_s > 0 AND customer_id IS NOT NULL', 'wait_s IS NOT NULL'),
  contact_change: `(SELECT if((SELECT count() FROM fact_exposure_event WHERE kind IN ('change_soon', 'change_later')) < ${FEWEST_EVENTS}, ${NEVER}, ${monthOfSql('min(valid_from)')} + 13) FROM assignment)`,
  unresolved_case: logSql('`case`', 'opened_at', 4, 'closed_at IS NOT NULL'),
  claim_refusal: logSql('approval', 'requested_at', 4, "outcome = 'refused'"),
  new_only_offer: `(SELECT if(count() = 0, ${NEVER}, 0) FROM fact_exposure_offer)`,
  peer_exit: `(SELECT if(countIf(recent > 0) < ${FEWEST_EVENTS}, ${NEVER}, 0) FROM fact_exposure_peer)`,
};

const usable = (exposure: Exposure) => `toUInt8(from_${exposure} <= ${WINDOW_MONTHS} - 12)`;

/** One row: which exposures the records tell of over at least twelve months, and the first month in which all of them do. */
const exposureScopeFact: Fact = {
  name: 'fact_exposure_scope',
  reads: ['contact', 'assignment', 'case', 'approval', 'offer', 'tie', 'price_event'],
  after: [exposureEventFact, exposureOfferFact, exposurePeerFact, exposurePriceFact],
  orderBy: ['opens'],
  sql: `
SELECT
  ${EXPOSURES.map((exposure) => `${usable(exposure)} AS knows_${exposure}`).join(',\n  ')},
  toInt32(greatest(0, ${EXPOSURES.map((exposure) => `if(${usable(exposure)} = 1, from_${exposure}, 0)`).join(', ')})) AS opens
FROM (
  SELECT
    ${EXPOSURES.map((exposure) => `toInt32(${KNOWN_FROM[exposure]}) AS from_${exposure}`).join(',\n    ')}
)`,
};

const when = (exposure: Exposure, months: string) => `if(k.knows_${exposure} = 1, ifNull(${months}, 0), toUInt64(0))`;

/** Months from the start on in which nobody can have been forgotten for a year. */
const fresh = `bitShiftRight(bitShiftLeft(toUInt64(4095), toUInt8(least(63, greatest(0, s.start_month + 1)))), toUInt8(least(63, greatest(0, -(s.start_month + 1)))))`;

/**
 * One row per stay at risk in the window: its months at risk (`first_month` to `last_month`; `decided` 1 where it ended by the customer's own
 * decision in the last of them; who follows the household's decision is at risk but decides nothing), and for each exposure the months
 * that it touches, as bits; MONTHS is the month to come. From `gap_exact_from` on the price gap may be compared. `peer_before` counts months within a year after a tied customer's exit: people who
 * are tied are alike, and this much likeness is held equal before recent exits count. `renewal_months` are the months with an anniversary of a
 * contract, `custom_months` those around them in which people leave by custom. `value` is the yearly margin, unknown (NULL) for
 * stays of less than a year, whose books are not full.
 */
export const exposurePartyFact: Fact = {
  name: 'fact_exposure_party',
  reads: ['contract', 'customer', 'product', 'customer_value'],
  after: [
    exposureStayFact,
    exposureTermFact,
    exposureScopeFact,
    exposureEventFact,
    exposureOfferFact,
    exposurePeerFact,
    exposurePriceFact,
    partyValueFact,
  ],
  orderBy: ['party', 'spell'],
  sql: `
WITH
  touched AS (
    SELECT
      party,
      groupBitOrIf(months, kind = 'giving') AS giving,
      groupBitOrIf(months, kind = 'long_wait') AS long_wait,
      groupBitOrIf(months, kind = 'change_soon') AS change_soon,
      groupBitOrIf(months, kind = 'change_later') AS change_later,
      groupBitOrIf(months, kind = 'unresolved_case') AS unresolved_case,
      groupBitOrIf(months, kind = 'claim_refusal') AS claim_refusal
    FROM fact_exposure_event
    GROUP BY party
  ),
  held AS (
    SELECT party, count() AS contracts
    FROM fact_contract
    WHERE coalesce(end, toDate32('2199-01-01')) >= ${monthStartSql('0')}
    GROUP BY party
  ),
  prices AS (
    SELECT party, groupBitOr(gap_1) AS gap_1, groupBitOr(gap_2) AS gap_2, groupBitOr(gap_3) AS gap_3, max(exact_from) AS exact_from, count() AS priced
    FROM fact_exposure_price
    GROUP BY party
  ),
  (SELECT countIf(margin_value IS NOT NULL) * 2 >= greatest(1, countIf(is_customer)) FROM fact_party_value) AS has_margin,
  (SELECT countIf(revenue_value IS NOT NULL) * 2 >= greatest(1, countIf(is_customer)) FROM fact_party_value) AS has_revenue
SELECT
  s.party AS party, s.spell AS spell, s.customer_id AS customer_id, s.running AS running,
  toLowCardinality(s.line) AS line, s.segment AS segment, s.region AS region, s.channel AS channel,
  s.start_month AS start_month,
  greatest(s.first_month, k.opens) AS first_month,
  s.last_month AS last_month,
  toUInt8(s.left_voluntarily AND ifNull(e.follows_household, 0) = 0) AS decided,
  s.renewal_months AS renewal_months,
  ${customMonthsSql('s.renewal_months', 'm.phases')} AS custom_months,
  ${when('price_gap', 'g.gap_1')} AS gap_1,
  ${when('price_gap', 'g.gap_2')} AS gap_2,
  ${when('price_gap', 'g.gap_3')} AS gap_3,
  toInt32(if(k.knows_price_gap = 1 AND ifNull(g.priced >= h.contracts, false), g.exact_from, ${NEVER})) AS gap_exact_from,
  ${when('drought', `bitNot(bitOr(ifNull(t.giving, 0), ${fresh}))`)} AS drought,
  ${when('long_wait', 't.long_wait')} AS long_wait,
  ${when('contact_change', 't.change_soon')} AS change_soon,
  ${when('contact_change', 'bitAnd(t.change_later, bitNot(t.change_soon))')} AS change_later,
  ${when('unresolved_case', 't.unresolved_case')} AS unresolved_case,
  ${when('claim_refusal', 't.claim_refusal')} AS claim_refusal,
  ${when('new_only_offer', 'o.months')} AS new_only_offer,
  ${when('peer_exit', 'e.recent')} AS peer_exit,
  ${when('peer_exit', 'e.within_year')} AS peer_before,
  ${EXPOSURES.map((exposure) => `k.knows_${exposure} AS knows_${exposure}`).join(', ')},
  toLowCardinality(multiIf(has_margin, 'margin', has_revenue, 'revenue', 'price')) AS value_source,
  if(s.last_month - s.start_month < 12, NULL, multiIf(
    has_margin, toNullable(toFloat64(v.margin_value)),
    has_revenue, toFloat64(v.revenue_value) * {marginRate:Float64},
    toFloat64(v.price_value) * {marginRate:Float64})) AS value
FROM fact_exposure_stay AS s
CROSS JOIN fact_exposure_scope AS k
CROSS JOIN fact_exposure_term AS m
LEFT JOIN touched AS t ON t.party = s.party
LEFT JOIN prices AS g ON g.party = s.party
LEFT JOIN held AS h ON h.party = s.party
LEFT JOIN fact_exposure_offer AS o ON o.region = s.region
LEFT JOIN fact_exposure_peer AS e ON e.party = s.party
LEFT JOIN fact_party_value AS v ON v.party = s.party
WHERE s.last_month >= 0`,
};
