import type { Fact } from '#facts/fact.ts';
import { centsSql, exactSql, periodsSql, yearCentsSql } from './exact-cents.ts';
import { heldContractsSql, SCOPE_RESULT } from './held-contracts.ts';
import { newcomerLineSql, sheetProductsSql } from './newcomer-sheet.ts';

interface RenewalRule {
  readonly name: string;
  /** SQL condition over new_business_price: the lines that say what the price may not exceed. */
  readonly anchor: string;
  /** Renewals before this one are no concern of the rule; 0 also judges rises within the first year. */
  readonly firstRenewal: number;
}

// An event of the first weeks is the price that the contract began with; a renewal may take effect some days before the year is full.
const FIRST_WEEKS_DAYS = 45;
const EARLY_DAYS = 15;

const NO_LINE = `multiIf(
        k.in_sheet IS NULL AND o.product_id IS NULL AND t.product_id IS NULL, if(c.closed AND c.twin_product_id = c.product_id, 'closedWithoutSuccessor', 'noNewcomerPrice'),
        k.on_day, if(c.volume IS NULL, 'volumeMissing', 'noLineForProfile'),
        k.in_sheet, 'notValidThatDay',
        coalesce(o.asks_channel, t.asks_channel, false) AND c.channel = '', 'channelMissing',
        coalesce(o.asks_region, t.asks_region, false) AND c.region = '', 'regionMissing',
        coalesce(o.asks_risk_class, t.asks_risk_class, false) AND c.risk_class = '', 'riskClassMissing',
        'noLineForProfile')`;

interface Stages {
  readonly held: string;
  readonly cases: string;
  readonly found: string;
}

const worstOfferSql = ({ anchor, firstRenewal }: RenewalRule, { held, cases, found }: Stages) => `
WITH
  ${sheetProductsSql(anchor)},
  priced AS (
    SELECT
      c.contract_id AS contract_id,
      c.day AS day,
      k.best.1 AS twin_product,
      k.best.2 AS hit,
      ${yearCentsSql('c.price', 'c.period')} AS price_cents,
      if(ifNull(k.fits, false), ${centsSql(
        `(${exactSql('hit.8')} * hit.9 + ${exactSql('hit.7')} * (12 - hit.9)) * ${periodsSql("if(hit.11 = '', c.period, hit.11)")} / 12 - ${exactSql('hit.10')}`,
      )}, NULL) AS full_twin_cents,
      multiIf(
        c.price IS NULL OR c.price <= 0, 'noPrice',
        NOT ifNull(k.fits, false), ${NO_LINE},
        c.refused AND k.by_class, 'classAtOfferUnknown',
        hit.12 != '' AND c.basis != '' AND hit.12 != c.basis, 'priceBasisDiffers',
        price_cents > full_twin_cents, 'above',
        'within') AS why,
      multiIf(why = 'above', 3, why = 'within', 1, 2) AS severity,
      if(severity = 2, NULL, full_twin_cents) AS twin_cents,
      greatest(ifNull(price_cents - twin_cents, 0), 0) AS over_cents
    FROM ${cases} AS c
    LEFT JOIN ${found} AS k ON k.contract_id = c.contract_id AND k.effective = c.effective AND k.event = c.event
    LEFT JOIN sheet_products AS o ON o.product_id = c.product_id
    LEFT JOIN sheet_products AS t ON t.product_id = c.twin_product_id
  ),
  worst AS (
    SELECT
      contract_id,
      count() AS offers,
      argMax((severity, why, day, price_cents, twin_cents, over_cents, if(severity = 2, '', twin_product), if(severity = 2, '', hit.6)), (severity, over_cents, day, why)) AS verdict
    FROM priced
    GROUP BY contract_id
  )
SELECT
  h.contract_id AS subject_id,
  h.customer_id AS customer_id,
  h.product_id AS product_id,
  h.region AS region,
  h.channel AS channel,
  h.risk_class AS risk_class,
  ifNull(v.offers, 0) AS cases,
  if(v.offers IS NULL, NULL, v.verdict.3) AS judged_on,
  if(v.offers IS NULL, NULL, v.verdict.4) AS price_cents,
  if(v.offers IS NULL, NULL, v.verdict.5) AS twin_cents,
  if(v.offers IS NULL OR v.verdict.1 = 2, NULL, v.verdict.6) AS over_cents,
  if(v.offers IS NULL, '', v.verdict.7) AS twin_product_id,
  if(v.offers IS NULL, '', v.verdict.8) AS quality,
  multiIf(h.scope != '', ${SCOPE_RESULT}, v.offers IS NULL, 'outside', v.verdict.1 = 3, 'fails', v.verdict.1 = 2, 'unjudged', 'passes') AS result,
  multiIf(
    h.scope != '', h.scope,
    v.offers IS NOT NULL, v.verdict.2,
    h.start > addYears({asOf:Date}, -1), 'firstTerm',
    ${firstRenewal > 1 ? `h.start > addYears({asOf:Date}, -${firstRenewal}), 'firstRenewal',` : ''}
    'noRenewalInPeriod') AS reason
FROM ${held} AS h
LEFT JOIN worst AS v ON v.contract_id = h.contract_id`;

const heldFact = (name: string): Fact => ({
  name: `${name}_held`,
  reads: ['contract', 'customer', 'product'],
  after: [],
  orderBy: ['contract_id'],
  sql: `
WITH
  ${heldContractsSql({ consumersOnly: true, unnamed: "''" })}
SELECT * FROM held`,
});

/** One row per renewal offer that was written or took effect in the period: by price event, otherwise the last anniversary of a contract without one. */
const casesFact = ({ name, firstRenewal }: RenewalRule, held: Fact): Fact => ({
  name: `${name}_cases`,
  reads: ['price_event'],
  after: [held],
  orderBy: ['contract_id', 'effective', 'event'],
  sql: `
WITH
  offered AS (
    SELECT
      contract_id,
      valid_from AS effective,
      ifNull(toString(kind), '') AS event,
      coalesce(letter_date, valid_from) AS day,
      ifNull(accepted = false, false) AS refused,
      coalesce(offered_price, price) AS price,
      ifNull(toString(price_period), '') AS period,
      ifNull(toString(price_basis), '') AS basis
    FROM price_event
    WHERE event NOT IN ('correction', 'discount_end') AND day <= {asOf:Date} AND greatest(day, effective) > addMonths({asOf:Date}, -{periodMonths:UInt16})
  ),
  events AS (
    SELECT h.* EXCEPT (price, period, basis), o.effective AS effective, o.event AS event, o.day AS day, o.refused AS refused, o.price AS price,
      if(o.period = '', h.period, o.period) AS period, if(o.basis = '', h.basis, o.basis) AS basis
    FROM ${held.name} AS h
    INNER JOIN offered AS o ON o.contract_id = h.contract_id
    WHERE h.scope = '' AND dateDiff('day', h.start, o.effective) > ${FIRST_WEEKS_DAYS}
  ),
  anniversaries AS (
    SELECT * EXCEPT (price, period, basis, last_day), addYears(start, age('year', start, last_day)) AS effective, 'anniversary' AS event, effective AS day, false AS refused,
      price, period, basis
    FROM (SELECT *, least(ifNull(addDays(end, -1), toDate32({asOf:Date})), toDate32({asOf:Date})) AS last_day FROM ${held.name})
    WHERE scope = '' AND last_day >= addYears(start, 1) AND day > addMonths({asOf:Date}, -{periodMonths:UInt16})
      AND contract_id NOT IN (SELECT contract_id FROM events)
  )
SELECT *, age('year', start, addDays(effective, ${EARLY_DAYS})) AS renewal
FROM (SELECT * FROM events UNION ALL SELECT * FROM anniversaries)
WHERE day >= {ruleFrom:Date} AND renewal >= ${firstRenewal}`,
});

const foundFact = ({ name, anchor }: RenewalRule, cases: Fact): Fact => ({
  name: `${name}_found`,
  reads: ['new_business_price'],
  after: [cases],
  orderBy: ['contract_id', 'effective', 'event'],
  sql: newcomerLineSql(cases.name, anchor),
});

/**
 * One row per contract that ran in the period: the worst of its renewal offers, each against the first-year price (introduction and bonus
 * included) that the anchor's lines name for the same day, product, channel, region, class and volume. The offer is the price offered or charged
 * by a price event, on the day of its letter; where no event lies in the period, today's price on the last anniversary.
 */
export function renewalPriceFact(rule: RenewalRule): Fact {
  const held = heldFact(rule.name);
  const cases = casesFact(rule, held);
  const found = foundFact(rule, cases);
  return {
    name: rule.name,
    reads: ['new_business_price'],
    after: [held, cases, found],
    orderBy: ['subject_id'],
    sql: worstOfferSql(rule, { held: held.name, cases: cases.name, found: found.name }),
  };
}
