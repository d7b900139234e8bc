import { grossSql, perYearSql } from '#facts/contract.ts';
import { RECOMMENDED } from '#facts/recommendation.ts';
import type { CellSpec, Subjects } from '../cells.ts';

const asOf = 'toDate32({asOf:Date})';
const windowStart = `addMonths(${asOf}, -toInt32({windowMonths:Float64}))`;

/** A column of rewards that is filled from some day on says nothing of those who were brought before. */
const REWARDS_FROM = `(SELECT min(at) FROM referral WHERE reward IS NOT NULL AND at >= ${windowStart} AND at < ${asOf} + 1) AS rewards_from`;

/** Existing customers and everybody who recommended: what they did, and what they were given for it. */
export const recommenderSubjects: Subjects = {
  name: 'recommendation',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
WITH ${REWARDS_FROM},
gave AS (
  SELECT
    assumeNotNull(referrer_customer_id) AS customer_id,
    countIf(at >= addMonths(${asOf}, -12)) AS gave_last_year,
    countIf(ifNull(at >= rewards_from, false) AND ifNull(converted, true)) AS brought,
    sumIf(toDecimal128(ifNull(reward, 0), 4), at >= ${windowStart} AND ifNull(converted, true)) AS rewards
  FROM referral
  WHERE referrer_customer_id IS NOT NULL AND at < ${asOf} + 1 AND ${RECOMMENDED}
  GROUP BY customer_id
)
SELECT
  customer_id,
  max(existing) AS is_existing,
  max(gave_last_year) > 0 AS recommended,
  max(brought) > 0 AND max(rewards) = 0 AS unthanked
FROM (
  SELECT customer_id, toUInt8(1) AS existing, toUInt64(0) AS gave_last_year, toUInt64(0) AS brought, toDecimal128(0, 4) AS rewards
  FROM fact_contract WHERE is_existing
  UNION ALL
  SELECT customer_id, toUInt8(0), gave_last_year, brought, rewards FROM gave
)
GROUP BY customer_id`,
};
export const UNTHANKED = 'unthanked';

/** Without either table there is nothing to tell. */
const VOICES = ['referral', 'survey'];

export const customerCells: CellSpec = {
  standsOn: VOICES,
  by: ['is_existing'],
  sums: { customers: '1', recommended: 'recommended', unthanked: UNTHANKED },
};

/**
 * Newcomers of the window, by contract or by the list of sources: how they came, what they were given at the start (an offer for newcomers only, or the discount of
 * the first year if it ends within two years, whichever is more; net) and what the customer who brought them was given.
 */
export const newcomerCells: CellSpec = {
  standsOn: VOICES,
  by: ['line', 'source'],
  subjects: {
    name: 'newcomers by source',
    cluster: 'customer_id',
    id: 'customer_id',
    sql: `
WITH
  ${REWARDS_FROM},
  baits AS (SELECT offer_id, max(toFloat64(value)) AS worth FROM offer WHERE audience = 'new' AND value > 0 GROUP BY offer_id),
  begun AS (
    SELECT contract_id, customer_id, line, start, acquisition_offer_id
    FROM fact_contract
    WHERE start > ${windowStart} AND start <= party_since + 31
  ),
  gathered AS (
    SELECT
      b.customer_id AS customer_id, b.line AS line, toUInt8(1) AS has_contract,
      greatest(
        ifNull(o.worth, 0),
        if(
          c.discount_end > b.start AND c.discount_end <= addMonths(b.start, 25),
          toFloat64(c.discount) * ${perYearSql('c.price_period')} / ${grossSql('c.price_basis')}
            * least(12, dateDiff('month', b.start, c.discount_end + 15)) / 12,
          0)) AS welcome,
      toUInt8(0) AS recommended, toUInt8(0) AS otherwise, toUInt8(0) AS listed, toUInt8(0) AS by_customer, toDecimal128(0, 4) AS reward
    FROM begun AS b
    LEFT JOIN (SELECT contract_id, discount, discount_end, price_period, price_basis FROM contract WHERE contract_id IN (SELECT contract_id FROM begun)) AS c
      ON c.contract_id = b.contract_id
    LEFT JOIN baits AS o ON o.offer_id = b.acquisition_offer_id
    UNION ALL
    SELECT
      referred_customer_id, '', toUInt8(0), 0, toUInt8(${RECOMMENDED}), toUInt8(ifNull(source_type NOT IN ('unknown', 'recommendation'), false)),
      toUInt8(1), toUInt8(${RECOMMENDED} AND referrer_customer_id IS NOT NULL AND ifNull(at >= rewards_from, false)), toDecimal128(ifNull(reward, 0), 4)
    FROM referral
    WHERE ifNull(converted, true) AND at >= ${windowStart} AND at < ${asOf} + 1
  )
SELECT
  customer_id,
  max(line) AS line,
  max(has_contract) AS has_contract,
  max(welcome) AS welcome,
  max(by_customer) AS by_customer,
  toFloat64(max(reward)) AS reward,
  multiIf(max(recommended) = 1, 'recommendation', max(otherwise) = 1, 'other', max(listed) = 1, 'unknown', 'unlisted') AS source
FROM gathered
GROUP BY customer_id`,
  },
  sums: {
    newcomers: '1',
    signed: 'has_contract',
    welcome: 'if(has_contract, welcome, 0)',
    brought: 'by_customer AND has_contract',
    brought_any: 'by_customer',
    reward: 'if(by_customer AND has_contract, reward, 0)',
    rewarded: 'by_customer AND has_contract AND reward > 0',
  },
};

/** Recommendations of the window, whether they became a contract. */
export const conversionCells: CellSpec = {
  standsOn: VOICES,
  by: ['worked'],
  subjects: {
    name: 'recommendations',
    cluster: 'referred_customer_id',
    id: 'referred_customer_id',
    sql: `
SELECT referred_customer_id, toUInt8(converted) AS worked
FROM referral
WHERE ${RECOMMENDED} AND converted IS NOT NULL AND at >= ${windowStart} AND at < ${asOf} + 1`,
  },
  replicates: 1,
  sums: { recommendations: '1' },
};

/** Customer-years lived in the window. */
export const livedCells: CellSpec = {
  standsOn: VOICES,
  by: [],
  replicates: 1,
  subjects: {
    name: 'customer-years',
    cluster: 'party',
    id: 'party',
    sql: `SELECT party, start, last_day FROM fact_observed_spell WHERE last_day > ${windowStart}`,
  },
  sums: { years: `greatest(0, dateDiff('day', greatest(start, ${windowStart}), last_day)) / 365.25` },
};

/** The latest answer of the window to the question of recommending, 0 to 10. */
export const answerCells: CellSpec = {
  standsOn: VOICES,
  by: ['role', 'line'],
  subjects: {
    name: 'willing to recommend',
    cluster: 'person',
    id: 'person',
    sql: `
WITH
  answers AS (
    SELECT
      coalesce(customer_id, respondent_id, '') AS person,
      max(ifNull(customer_id, '')) AS own_customer,
      argMax((toFloat64(value), toDate32(at)), (at, value)) AS latest
    FROM survey
    WHERE match(lower(item), 'recommend|empfehl|\\\\bnps\\\\b|net.?promoter') AND scale_max = 10 AND value BETWEEN 0 AND 10
      AND at >= ${windowStart} AND at < ${asOf} + 1
    GROUP BY person
  ),
  owners AS (
    SELECT customer_id, min(party_since) AS since, argMin(line, (start, contract_id)) AS first_line
    FROM fact_contract
    GROUP BY customer_id
  )
SELECT
  a.person AS person,
  a.latest.1 AS score,
  ifNull(o.first_line, '') AS line,
  multiIf(o.since IS NULL, '', addMonths(o.since, 12) > a.latest.2, 'newcomer', 'existing') AS role,
  a.own_customer != '' AND a.own_customer IN (
    SELECT assumeNotNull(referrer_customer_id) FROM referral WHERE referrer_customer_id IS NOT NULL AND at < ${asOf} + 1 AND ${RECOMMENDED}) AS did
FROM answers AS a
LEFT JOIN owners AS o ON o.customer_id = a.own_customer`,
  },
  sums: {
    answers: '1',
    promoters: 'score >= 9',
    detractors: 'score <= 6',
    silent: 'score >= 9 AND NOT did',
    known_promoters: `score >= 9 AND role != ''`,
  },
};

/** Who came one to five years ago, by way and line and half-year: whether still there after twelve months, and what is earned today. */
export const followedCells: CellSpec = {
  standsOn: VOICES,
  by: ['came', 'line', 'half_year'],
  subjects: {
    name: 'recommended and others',
    cluster: 'party',
    id: 'party',
    sql: `
WITH
  ways AS (
    SELECT
      f.party AS party,
      multiIf(max(${RECOMMENDED}) = 1, 'recommendation', max(ifNull(source_type NOT IN ('unknown', 'recommendation'), false)) = 1, 'other', '') AS came
    FROM referral AS r
    INNER JOIN (SELECT customer_id, min(party) AS party FROM fact_contract GROUP BY customer_id) AS f ON f.customer_id = r.referred_customer_id
    WHERE ifNull(r.converted, true) AND r.at < ${asOf} + 1
    GROUP BY f.party
  ),
  lines AS (SELECT party, argMin(line, (start, contract_id)) AS line FROM fact_contract GROUP BY party)
SELECT
  s.party AS party,
  w.came AS came,
  l.line AS line,
  toString(toStartOfInterval(s.start, INTERVAL 6 MONTH)) AS half_year,
  ifNull(s.end <= addMonths(s.start, 12) AND s.left_otherwise, false) AS ended_otherwise,
  NOT ifNull(s.end <= addMonths(s.start, 12) AND s.left_voluntarily, false) AS stayed,
  ifNull(toFloat64(v.margin_value), 0) AS margin
FROM fact_observed_spell AS s
INNER JOIN ways AS w ON w.party = s.party
INNER JOIN lines AS l ON l.party = s.party
LEFT JOIN fact_party_value AS v ON v.party = s.party
WHERE s.spell = 1 AND NOT s.migrated AND s.entry_months = 0 AND w.came != ''
  AND s.start <= addMonths(${asOf}, -12) AND s.start > addMonths(${asOf}, -60)`,
  },
  where: 'NOT ended_otherwise',
  sums: { customers: '1', stayed: 'stayed', margin: 'margin' },
};
