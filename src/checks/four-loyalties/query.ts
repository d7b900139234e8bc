import { LOYALTIES, loyaltySql, percentSql, waveSql } from '#facts/loyalty-answer.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/** One row per person and survey wave. */
export const answerSubjects: Subjects = {
  name: 'four-loyalties',
  cluster: 'person',
  id: 'person',
  sql: `
WITH
  owned AS (SELECT customer_id, argMin(line, (start, contract_id)) AS line FROM fact_contract GROUP BY customer_id),
  (SELECT groupArray(line) FROM (SELECT line FROM owned GROUP BY line ORDER BY count() DESC, line LIMIT 4)) AS lines
SELECT
  a.*,
  complete AND is_latest AND weakest_lag >= {listedLag:Float64} AS listed,
  round(mean_level / 2.5) * 2.5 AS mean_step,
  round(weakest_level / 5) * 5 AS weakest_step,
  multiIf(tenure_months < 24, 'early', tenure_months < 60, 'middle', 'late') AS tenure,
  if(has(lines, o.line), o.line, '*') AS line
FROM fact_loyalty_answer AS a
LEFT JOIN owned AS o ON o.customer_id = a.customer_id`,
};

const perLoyalty = (of: (name: string) => Readonly<Record<string, string>>) => Object.assign({}, ...LOYALTIES.map(of));

/** The latest answers of the window: levels of each loyalty, and of all four of those who answered on every one. */
export const levelCells: CellSpec = {
  standsOn: ['survey'],
  by: ['segment'],
  where: 'is_latest',
  sums: {
    respondents: '1',
    complete: 'complete',
    listed: 'listed',
    geometric: 'if(complete, geometric, 0)',
    ...perLoyalty((name) => ({
      [`known_${name}`]: `${name} IS NOT NULL`,
      [`any_${name}`]: `ifNull(${name}, 0)`,
      [`level_${name}`]: `if(complete, ifNull(${name}, 0), 0)`,
    })),
  },
};

/** Who left within twelve months after answering, by mean and weakest loyalty, by tenure and by what they bought first. */
export const linkCells: CellSpec = {
  standsOn: ['survey'],
  by: ['mean_step', 'weakest_step', 'tenure', 'line'],
  where: `complete AND state IN ('left', 'stayed')`,
  sums: { answers: '1', left: "state = 'left'" },
};

/** The same by each of the four in steps of 20 points: which goes most with staying. */
const steps = (name: string) => `toUInt8(least(4, floor(ifNull(${name}, 0) / 20)))`;
export const dimensionCells: CellSpec = {
  standsOn: ['survey'],
  by: LOYALTIES.map((name) => `step_${name}`),
  subjects: {
    ...answerSubjects,
    name: 'four-loyalties by each',
    sql: `
SELECT
  person, complete, state,
  ${LOYALTIES.map((name) => `${steps(name)} AS step_${name}`).join(',\n  ')}
FROM fact_loyalty_answer`,
  },
  where: `complete AND state IN ('left', 'stayed')`,
  replicates: 40,
  sums: { answers: '1', left: "state = 'left'" },
};

export const stateCells: CellSpec = {
  standsOn: ['survey'],
  by: ['state'],
  where: 'complete',
  replicates: 1,
  sums: { answers: '1' },
};

/** Patterns of answers to the items of one loyalty, in tenths, for those who answered all of its items. */
export const patternCells: CellSpec = {
  standsOn: ['survey'],
  by: ['loyalty', 'pattern'],
  replicates: 1,
  subjects: {
    name: 'loyalty items',
    cluster: 'person',
    id: 'person',
    sql: `
SELECT *
FROM (
  SELECT
    person, loyalty,
    arrayStringConcat(arrayMap(answer -> toString(answer.2), arraySort(groupArray((toString(item), toUInt8(round(percent / 10)))))), '|') AS pattern,
    uniqExact(item) AS answered,
    max(answered) OVER (PARTITION BY loyalty) AS items
  FROM (
    SELECT
      coalesce(customer_id, respondent_id, '') AS person, ${waveSql} AS wave_key, item,
      ${loyaltySql('item')} AS loyalty, ${percentSql} AS percent
    FROM survey
    WHERE at < {asOf:Date} + 1 AND at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64})) AND loyalty != '' AND percent BETWEEN 0 AND 100
  )
  GROUP BY person, wave_key, loyalty
  HAVING count() = answered
)
WHERE answered = items AND items > 1`,
  },
  sums: { answers: '1' },
};

/**
 * Existing customers by what they do, no survey needed: years beyond the minimum term (full marks after five), further products, one and the
 * same contact person over the window, recommendations and people around them who are customers too.
 */
export const behaviourCells: CellSpec = {
  by: ['knows_people', 'knows_networks'],
  subjects: {
    name: 'loyal behaviour',
    cluster: 'party',
    id: 'party',
    sql: `
WITH
  (SELECT count() FROM assignment) > 0 AS knows_people,
  (SELECT count() FROM referral WHERE referrer_customer_id IS NOT NULL) + (SELECT count() FROM tie) > 0 AS knows_networks,
  linked AS (
    SELECT DISTINCT customer_id
    FROM (
      SELECT assumeNotNull(referrer_customer_id) AS customer_id FROM referral WHERE referrer_customer_id IS NOT NULL AND at < {asOf:Date} + 1
      UNION ALL
      SELECT referred_customer_id FROM referral WHERE source_type = 'recommendation' AND ifNull(converted, true) AND at < {asOf:Date} + 1
      UNION ALL
      SELECT customer_id_a FROM tie WHERE to IS NULL OR to > {asOf:Date}
      UNION ALL
      SELECT customer_id_b FROM tie WHERE to IS NULL OR to > {asOf:Date}
    )
  ),
  cared AS (
    SELECT customer_id, uniqExact(staff_pid) AS persons
    FROM assignment
    WHERE valid_from <= {asOf:Date} AND (valid_to IS NULL OR valid_to > addMonths({asOf:Date}, -toInt32({windowMonths:Float64})))
    GROUP BY customer_id
  )
SELECT
  c.party AS party,
  knows_people,
  knows_networks,
  max(100 * least(1, greatest(0, dateDiff('day', coalesce(c.min_term_end, addYears(c.start, 1)), toDate32({asOf:Date}))) / 1826)) AS company,
  100 * least(1, (uniqExact(c.line) - 1) / 2) AS offers,
  if(count(k.customer_id) = 0, NULL, 100 / greatest(1, ifNull(max(k.persons), 1))) AS people,
  if(countIf(c.customer_id IN (SELECT customer_id FROM linked)) > 0, 100, 0) AS networks
FROM fact_contract AS c
LEFT JOIN cared AS k ON k.customer_id = c.customer_id
WHERE c.is_existing
GROUP BY c.party`,
  },
  sums: {
    customers: '1',
    cared: 'people IS NOT NULL',
    ...perLoyalty((name) => ({ [name]: `ifNull(${name}, 0)` })),
  },
};
