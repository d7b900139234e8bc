import type { CellSpec, Subjects } from '../cells.ts';

/** Hours up to which delays are told apart by the half hour; beyond by half days, up to thirty days. */
const FINE_HOURS = 48;
const LONGEST_HOURS = 720;
/** A request that nobody has decided for so long is not on its way to a yes: whether it was refused or forgotten is not on record. */
const LAPSED_HOURS = 2160;

/**
 * One row per request for permission in the window. `state` is what was decided by the day of the audit; of a request decided without a
 * word on the outcome, or left lying for a quarter of a year, it is 'unknown'. The forty rules with the most requests keep their names, the others are one.
 */
export const approvalSubjects: Subjects = {
  name: 'rule-corset',
  cluster: 'case_id',
  id: 'case_id',
  sql: `
WITH
  asked AS (
    SELECT
      case_id,
      ifNull(toString(rule_id), '') AS own_rule,
      ifNull(toString(outcome), '') AS decision,
      requested_at,
      if(decided_at < {asOf:Date} + 1, decided_at, NULL) AS decided
    FROM approval
    WHERE requested_at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))
      AND requested_at < {asOf:Date} + 1
  ),
  (SELECT groupArray(own_rule) FROM (SELECT own_rule FROM asked GROUP BY own_rule ORDER BY count() DESC, own_rule LIMIT 40)) AS rules
SELECT
  case_id,
  if(has(rules, own_rule), own_rule, '*') AS rule,
  multiIf(
    decision IN ('granted', 'changed', 'refused'), decision,
    decided IS NULL AND hours < ${LAPSED_HOURS}, 'pending',
    'unknown') AS state,
  decided IS NOT NULL AS is_timed,
  greatest(0, dateDiff('second', requested_at, ifNull(decided, toDateTime64({asOf:Date} + 1, 3, 'UTC'))) / 3600) AS hours,
  multiIf(
    hours < ${FINE_HOURS}, floor(hours * 2) / 2 + 0.25,
    hours < ${LONGEST_HOURS}, floor(hours / 12) * 12 + 6,
    ${LONGEST_HOURS}) AS delay
FROM asked`,
};

/** One row per case of the window: whether it needed a permission, and whether a rule stood in the way. */
const caseSubjects: Subjects = {
  name: 'cases of the rule corset',
  cluster: 'case_id',
  id: 'case_id',
  sql: `
SELECT
  case_id,
  toUInt8(case_id IN (SELECT case_id FROM approval WHERE requested_at < {asOf:Date} + 1)) AS needs_approval,
  toUInt8(rule_blocked IS NOT NULL) AS is_told,
  toUInt8(ifNull(rule_blocked, false)) AS is_blocked
FROM \`case\`
WHERE opened_at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))
  AND opened_at < {asOf:Date} + 1`,
};

/** Cases that waited for a permission which was then granted as asked for. */
export const WAITED_FOR_A_YES = `state = 'granted' AND is_timed AND hours >= {relevantDelayHours:Float64}`;

export const corsetCells = {
  rules: {
    by: ['rule', 'state'],
    replicates: 1,
    sums: { approvals: '1', waited: WAITED_FOR_A_YES, waitedHours: 'if(is_timed, hours, 0)' },
  },
  delays: {
    by: ['rule', 'delay', 'is_timed'],
    where: `is_timed OR state IN ('pending', 'unknown')`,
    replicates: 1,
    sums: { approvals: '1' },
  },
  cases: {
    by: ['needs_approval'],
    subjects: caseSubjects,
    replicates: 1,
    sums: { cases: '1', told: 'is_told', blocked: 'is_blocked' },
  },
} satisfies Record<string, CellSpec>;
