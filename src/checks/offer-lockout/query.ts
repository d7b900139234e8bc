import { TRAITS } from '#facts/offer-criteria.ts';
import type { CellSpec, Subjects } from '../cells.ts';

const asOf = 'toDate32({asOf:Date})';
const traitAt = (trait: (typeof TRAITS)[number]) => `k.kind.1[${TRAITS.indexOf(trait) + 1}]`;
const NAMES = `[${TRAITS.map((name) => `'${name}'`).join(', ')}]`;
const own = `k.kind.1[indexOf(${NAMES}, c.1)]`;
const edges = (trait: string) =>
  `(SELECT arraySort(arrayDistinct(arrayFlatten(groupArray(arrayMap(c -> [c.3.1, c.3.2], arrayFilter(c -> c.1 = '${trait}', criteria)))))) FROM fact_offer_terms)`;
const place = (bound: string) =>
  `arrayCount(e -> e < ${bound}, if(c.1 = 'volume', volumes, tenures)) + arrayCount(e -> e <= ${bound}, if(c.1 = 'volume', volumes, tenures))`;

/**
 * Which offers of the window each group of existing customers meets, apart from being new. Levels: 3 every criterion is met on record, 2 it
 * is once the customer orders by the channel asked for, 1 nothing on record speaks against it.
 */
const MATCHED = `
  (SELECT arraySort(groupUniqArray(last_day)) FROM fact_offer_terms) AS last_days,
  ${edges('volume')} AS volumes,
  ${edges('tenure')} AS tenures,
  grouped AS (
    SELECT group_key, argMin(kinds, party) AS kinds, count() AS parties FROM fact_offer_party GROUP BY group_key
  ),
  met AS (
    SELECT
      k.kind AS kind,
      o.offer_id AS offer_id,
      o.valid_from AS valid_from,
      arrayMin(arrayConcat([3], arrayMap(
        c -> multiIf(
          c.1 = '', 1,
          c.1 = 'channel', if(has(c.2, ${traitAt('channel')}), 3, 2),
          c.1 = 'product_id', if(hasAny(c.2, [${traitAt('product_id')}, ${traitAt('twin')}]), 3, 0),
          ${own} = '', 1,
          c.1 IN ('volume', 'tenure'), if(toUInt32OrZero(${own}) BETWEEN ${place('c.3.1')} AND ${place('c.3.2')}, 3, 0),
          has(c.2, ${own}), 3,
          0),
        o.criteria))) AS level
    FROM (SELECT DISTINCT arrayJoin(kinds) AS kind FROM grouped) AS k
    CROSS JOIN fact_offer_terms AS o
    WHERE indexOf(last_days, o.last_day) > k.kind.2
  ),
  open_to AS (
    SELECT g.group_key AS group_key, g.parties AS parties, m.offer_id AS offer_id, m.valid_from AS valid_from, max(m.level) AS level
    FROM (SELECT group_key, parties, arrayJoin(kinds) AS kind FROM grouped) AS g
    INNER JOIN met AS m ON m.kind = g.kind
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
    INNER JOIN fact_offer_terms AS o ON o.offer_id = j.offer_id AND o.valid_from = j.valid_from
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
  -- Worth on record on one side alone cannot be weighed against the other side's: then all who are locked out may be worse off.
  t.returned > 0 AND (t.best_returned > 0) != (t.without_worth = 0) AS unweighed,
  -- Where every worth is known the best counts, else the number of offers.
  ${levels
    .map(
      (level) =>
        `t.locked_${level} > 0 AND ${level === 1 ? 'unweighed OR ' : ''}if(t.without_worth = 0 AND (t.returned = 0 OR t.best_returned > 0), t.best_returned < t.best_${level}, t.returned < t.locked_${level}) AS worse_${level}`,
    )
    .join(',\n  ')},
  NOT worse_1 AND t.returned > 0 AND (t.locked_1 = 0 OR t.best_returned > t.best_1) AS better
FROM fact_offer_party AS m
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
FROM fact_offer_terms AS o
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
