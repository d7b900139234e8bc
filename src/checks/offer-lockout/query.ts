import type { CellSpec, Subjects } from '../cells.ts';
import {
  boundsSql,
  DIMENSIONS_SQL,
  dimensionSql,
  keySql,
  NUMBERS_SQL,
  newcomerRuleSql,
  valuesSql,
} from './criteria.ts';

const asOf = 'toDate32({asOf:Date})';
const windowStart = `addMonths(${asOf}, -toInt32({windowMonths:Float64}))`;
const place = (edges: string, value: string) =>
  `arrayCount(e -> e < ${value}, ${edges}) + arrayCount(e -> e <= ${value}, ${edges})`;

/**
 * Offers that were open within the window, each with its criteria, and which of them each kind of existing customer meets. A kind is
 * what the criteria ask for and nothing else, so that kinds stay few however many customers there are. `closed`: an existing customer
 * cannot get it. Levels: 3 every criterion
 * is met on record, 2 it is once the customer orders by the channel asked for, 1 nothing on record speaks against it.
 */
const MATCHED = `
  offers AS (
    SELECT
      *,
      arrayMap(x -> (${keySql('x.1')}, x.2), JSONExtractKeysAndValuesRaw(rule)) AS keys,
      arrayExists(x -> ${newcomerRuleSql('x.1')} AND x.2 NOT IN ('false', '0', 'null'), keys) AS rule_says_new,
      arrayConcat(
        arrayMap(
          x -> (${dimensionSql('x.1')}, ${valuesSql('x.2')}, ${boundsSql('x.1', 'x.2')}),
          arrayFilter(x -> NOT ${newcomerRuleSql('x.1')} AND x.2 != 'null', keys)),
        if(rule != '' AND empty(keys) AND NOT match(rule, '^\\\\s*(\\\\{\\\\s*\\\\}|null)\\\\s*$'), [('', CAST([], 'Array(String)'), (-inf, inf))], []),
        if(region_list = '', [], [('region', arrayMap(x -> lower(trim(x)), arrayConcat([region_list], if(match(region_list, '[,;|]'), splitByRegexp('[,;|]', region_list), splitByRegexp('\\\\s+', region_list)))), (-inf, inf))])) AS criteria,
      arrayExists(c -> c.1 = '', criteria) AS rule_unclear,
      audience = 'existing' AS only_existing,
      NOT only_existing AND multiIf(reach = 'never', true, reach != '', false, audience = 'new' OR rule_says_new) AS closed,
      NOT only_existing AND NOT closed AND (audience = 'new' OR rule_says_new OR reach != '') AND reach IN ('term_end', 'on_request') AS hidden
    FROM (
      SELECT DISTINCT
        offer_id,
        valid_from,
        least(coalesce(valid_to, ${asOf}), ${asOf}) AS last_day,
        toString(audience) AS audience,
        ifNull(toString(reachable_for_existing), '') AS reach,
        toFloat64(value) AS worth,
        trim(ifNull(eligibility, '')) AS rule,
        trim(ifNull(regions, '')) AS region_list
      FROM offer
      WHERE valid_from <= ${asOf} AND (valid_to IS NULL OR valid_to > ${windowStart}) AND (value IS NULL OR value > 0)
    )
  ),
  (SELECT arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> c.1, criteria)))) FROM offers) AS asked,
  arrayConcat(asked, if(has(asked, 'product_id'), ['twin'], [])) AS used,
  (SELECT arraySort(groupUniqArray(last_day)) FROM offers) AS last_days,
  (SELECT arraySort(arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> [c.3.1, c.3.2], arrayFilter(c -> c.1 = 'volume', criteria)))))) FROM offers) AS volumes,
  (SELECT arraySort(arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> [c.3.1, c.3.2], arrayFilter(c -> c.1 = 'tenure', criteria)))))) FROM offers) AS tenures,
  holder AS (
    SELECT
      f.party AS party,
      f.customer_id AS customer_id,
      f.is_regular AS is_regular,
      f.party_since AS party_since,
      f.customer_id IN (
        SELECT customer_id FROM recognition WHERE toDate32(at) > ${windowStart} AND toDate32(at) <= ${asOf} AND ifNull(arm != 'holdout', true)
        UNION ALL
        SELECT customer_id FROM concession WHERE toDate32(at) > ${windowStart} AND toDate32(at) <= ${asOf} AND value > 0) AS given,
      -- The first condition met makes an existing customer; offers that closed before passed the same person as a newcomer.
      greatest(f.start, least(
        addMonths(f.start, toInt32({existingMonths:Float64})),
        ifNull(f.discount_end, toDate32('2299-12-31')),
        ifNull(f.min_term_end, toDate32('2299-12-31')))) AS existing_since,
      arrayMap(
        (name, own) -> if(has(used, name), lower(trim(own)), ''),
        ${DIMENSIONS_SQL},
        [
          f.region, f.product_id, f.line, f.segment, ifNull(toString(c.kind), ''), f.risk_class, f.payment_mode, f.location_id, f.channel,
          if(f.volume IS NULL, '', toString(${place('volumes', 'assumeNotNull(f.volume)')})),
          toString(${place('tenures', `age('month', f.party_since, ${asOf})`)}),
          f.twin_product_id
        ]) AS traits,
      arrayCount(day -> day < existing_since, last_days) AS passed,
      cityHash64(traits, passed) AS kind_key
    FROM fact_contract AS f
    LEFT JOIN customer AS c ON c.customer_id = f.customer_id
    WHERE f.is_existing
  ),
  member AS (
    SELECT
      party,
      min(customer_id) AS customer_id,
      max(is_regular) AS is_regular,
      max(given) AS remembered,
      min(party_since) AS since,
      arraySort(groupUniqArray(kind_key)) AS kind_keys,
      cityHash64(kind_keys) AS group_key
    FROM holder
    GROUP BY party
  ),
  met AS (
    SELECT
      k.kind_key AS kind_key,
      o.offer_id AS offer_id,
      o.valid_from AS valid_from,
      arrayMin(arrayConcat([3], arrayMap(
        c -> multiIf(
          c.1 = '', 1,
          c.1 = 'channel', if(has(c.2, k.traits[indexOf(${DIMENSIONS_SQL}, 'channel')]), 3, 2),
          c.1 = 'product_id', if(hasAny(c.2, [k.traits[indexOf(${DIMENSIONS_SQL}, 'product_id')], k.traits[indexOf(${DIMENSIONS_SQL}, 'twin')]]), 3, 0),
          k.traits[indexOf(${DIMENSIONS_SQL}, c.1)] = '', 1,
          has(${NUMBERS_SQL}, c.1), if(
            toUInt32OrZero(k.traits[indexOf(${DIMENSIONS_SQL}, c.1)]) BETWEEN
              if(c.1 = 'volume', ${place('volumes', 'c.3.1')}, ${place('tenures', 'c.3.1')})
              AND if(c.1 = 'volume', ${place('volumes', 'c.3.2')}, ${place('tenures', 'c.3.2')}), 3, 0),
          has(c.2, k.traits[indexOf(${DIMENSIONS_SQL}, c.1)]), 3,
          0),
        o.criteria))) AS level
    FROM (SELECT DISTINCT kind_key, traits, passed FROM holder) AS k
    CROSS JOIN offers AS o
    WHERE indexOf(last_days, o.last_day) > k.passed
  ),
  open_to AS (
    SELECT
      g.group_key AS group_key,
      g.parties AS parties,
      m.offer_id AS offer_id,
      m.valid_from AS valid_from,
      max(m.level) AS level
    FROM (
      SELECT group_key, parties, arrayJoin(kind_keys) AS kind_key
      FROM (SELECT group_key, kind_keys, count() AS parties FROM member GROUP BY group_key, kind_keys)
    ) AS g
    INNER JOIN met AS m ON m.kind_key = g.kind_key
    WHERE m.level > 0
    GROUP BY group_key, parties, offer_id, valid_from
  )`;

const best = (condition: string) => `maxIf(ifNull(o.worth, 0), ${condition})`;
const levels = [1, 2, 3];
const perLevel = (column: (level: number) => string) => levels.map(column).join(',\n      ');
const RECENT = `o.last_day > addMonths(${asOf}, -12)`;

/**
 * One row per existing customer (party): the offers of the window that he is locked out of by each level of certainty, the best of them
 * and their sum, what existing customers alone can get in return, and whether anything was given to him in the window.
 */
export const lockoutSubjects: Subjects = {
  name: 'offer-lockout',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH${MATCHED},
  told AS (
    SELECT
      j.group_key AS group_key,
      ${perLevel((level) => `countIf(o.closed AND j.level >= ${level}) AS locked_${level}`)},
      ${perLevel((level) => `${best(`o.closed AND j.level >= ${level}`)} AS best_${level}`)},
      ${perLevel((level) => `${best(`o.closed AND j.level >= ${level} AND ${RECENT}`)} AS recent_${level}`)},
      countIf(o.closed AND j.level >= 2 AND o.last_day = ${asOf}) AS locked_now,
      countIf(o.closed AND j.level >= 1 AND o.worth IS NULL) AS without_worth,
      toFloat64(sumIf(toDecimal128(ifNull(o.worth, 0), 8), o.closed AND j.level >= 2)) AS summed,
      countIf(o.only_existing AND j.level >= 2) AS returned,
      ${best('o.only_existing AND j.level >= 2')} AS best_returned,
      ${best(`o.only_existing AND j.level >= 2 AND ${RECENT}`)} AS recent_returned,
      countIf(o.hidden AND o.reach = 'on_request' AND j.level >= 2) AS on_request,
      countIf(o.hidden AND o.reach = 'term_end' AND j.level >= 2) AS at_term_end,
      ${best('NOT o.closed AND j.level >= 2')} AS best_open,
      ${best('NOT o.only_existing AND j.level >= 2')} AS best_of_newcomer
    FROM open_to AS j
    INNER JOIN offers AS o ON o.offer_id = j.offer_id AND o.valid_from = j.valid_from
    GROUP BY group_key
  )
SELECT
  m.party AS party,
  m.customer_id AS customer_id,
  m.is_regular AS is_regular,
  age('year', m.since, ${asOf}) AS years,
  multiIf(years < 3, '0-2', years < 5, '3-4', years < 10, '5-9', '10+') AS tenure,
  m.remembered AS remembered,
  t.*,
  -- Where every worth is known the best counts, else the number of offers.
  ${levels
    .map(
      (level) =>
        `t.locked_${level} > 0 AND if(t.without_worth = 0 AND (t.returned = 0 OR t.best_returned > 0), t.best_returned < t.best_${level}, t.returned < t.locked_${level}) AS worse_${level}`,
    )
    .join(',\n  ')},
  NOT worse_1 AND t.returned > 0 AND (t.locked_1 = 0 OR t.best_returned > t.best_1) AS better
FROM member AS m
LEFT JOIN told AS t ON t.group_key = m.group_key`,
};

/** Existing customers left without an offer of equal worth: the people behind the number. */
export const AFFECTED = 'worse_2';

export const customerCells: CellSpec = {
  by: ['tenure'],
  replicates: 1,
  sums: {
    customers: '1',
    regulars: 'is_regular',
    forgotten: 'is_regular AND NOT remembered',
    affected: AFFECTED,
    worse_1: 'worse_1',
    worse_3: 'worse_3',
    better: 'better',
    locked: 'locked_2 > 0',
    locked_1: 'locked_1 > 0',
    locked_3: 'locked_3 > 0',
    locked_now: 'locked_now > 0',
    on_request: 'on_request > 0',
    at_term_end: 'at_term_end > 0',
    valued: 'worse_2 AND best_2 > 0',
    best: 'if(worse_2, best_2, 0)',
    summed: 'if(worse_2, summed, 0)',
    recent: 'worse_2 AND recent_2 > recent_returned',
    ...Object.fromEntries(
      levels.map((level) => [
        `missed_${level}`,
        `if(worse_${level}, greatest(0, recent_${level} - recent_returned), 0)`,
      ]),
    ),
    open: 'least(best_open, best_of_newcomer)',
    of_newcomer: 'best_of_newcomer',
  },
};

/** One row per offer of the window and group of customers who meet the same offers; a row without customers stands for the offer itself. */
const offerSubjects: Subjects = {
  name: 'offer-lockout offers',
  cluster: 'offer_id',
  id: 'offer_id',
  sql: `
WITH${MATCHED}
SELECT
  o.offer_id AS offer_id,
  toString(o.valid_from) AS first_day,
  toString(o.last_day) AS last_day,
  o.audience AS audience,
  o.reach AS reach,
  ifNull(o.worth, -1) AS worth,
  o.rule_unclear AS rule_unclear,
  o.closed AS closed,
  o.hidden AS hidden,
  o.only_existing AS only_existing,
  j.parties AS parties,
  j.level AS level
FROM offers AS o
LEFT JOIN open_to AS j ON j.offer_id = o.offer_id AND j.valid_from = o.valid_from`,
};

export const offerCells: CellSpec = {
  by: [
    'offer_id',
    'first_day',
    'last_day',
    'audience',
    'reach',
    'worth',
    'rule_unclear',
    'closed',
    'hidden',
    'only_existing',
  ],
  subjects: offerSubjects,
  replicates: 1,
  sums: { eligible: 'if(level >= 2, parties, 0)', possible: 'if(level >= 1, parties, 0)' },
};

/** What is on record before the window, to say why there is no offer within it. */
export const recordCells: CellSpec = {
  by: ['last_day'],
  subjects: {
    name: 'offer-lockout record',
    cluster: 'last_day',
    id: 'last_day',
    sql: `SELECT toString(max(ifNull(valid_to, ${asOf}))) AS last_day, count() AS offers FROM offer WHERE valid_from <= ${asOf}`,
  },
  replicates: 1,
  sums: { offers: 'offers' },
};
