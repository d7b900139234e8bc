import { periodFirstDaySql, periodMonthsSql } from '#facts/period.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { COHORT_YEARS, SPANS, TENURE_BANDS, TENURE_EDGES } from './settings.ts';

const asOf = 'toDate32({asOf:Date})';

/**
 * One row per spell of a party, with when it began, was seen from and ended. What was spent on winning customers in the last twelve
 * months stands in every row: cost periods count by the days that lie within, and `spend_covered` is the share of the twelve months
 * that the cost table knows.
 */
export const carouselSubjects: Subjects = {
  name: 'customer-carousel',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT
  s.*,
  toUInt16(greatest(toYear(s.start), toYear(${asOf}) - ${COHORT_YEARS - 1})) AS cohort,
  intDiv(age('month', s.start, ${asOf}), 12) AS start_span,
  intDiv(age('month', s.last_day, ${asOf}), 12) AS end_span,
  left_voluntarily AND end_span = 0 AS lost_last_year,
  if(s.offer = '', 'without', 'offer') AS won_by,
  toString(ifNull(s.record_start, toDate32('1970-01-01'))) AS records_from,
  length(r.migration_days) AS migrations,
  toString(if(migrations = 0, toDate32('1970-01-01'), r.migration_days[1])) AS first_migration,
  r.one_day_share AS one_day_share,
  c.spend AS spend,
  c.spend_covered AS spend_covered
FROM fact_observed_spell AS s
CROSS JOIN fact_spell_record AS r
CROSS JOIN (
  SELECT
    toFloat64(sum(toDecimal128(spent * seen, 8))) AS spend,
    least(1, sumIf(seen_days, position = 1) / dateDiff('day', addMonths(${asOf}, -12), ${asOf})) AS spend_covered
  FROM (
    SELECT
      toFloat64(amount) AS spent,
      ${periodFirstDaySql('period')} AS first_day,
      addMonths(first_day, ${periodMonthsSql('period')}) AS next_day,
      greatest(0, dateDiff('day', greatest(first_day, addMonths(${asOf}, -12) + 1), least(next_day, ${asOf} + 1))) AS seen_days,
      seen_days / dateDiff('day', first_day, next_day) AS seen,
      row_number() OVER (PARTITION BY toString(period) ORDER BY spent) AS position
    FROM cost
    WHERE purpose = 'acquisition' AND ${periodMonthsSql('period')} > 0
  )
) AS c`,
};

const yearAgo = `addMonths(${asOf}, -12)`;

/** Newcomers, losses and customer-years of the last twelve months, and how the spells were recorded. */
export const flowCells: CellSpec = {
  by: ['spend', 'spend_covered', 'records_from', 'migrations', 'first_migration', 'one_day_share'],
  sums: {
    adds: 'NOT migrated AND start_span = 0',
    losses: 'lost_last_year',
    otherwise: 'left_otherwise AND end_span = 0',
    customer_years: `greatest(0, dateDiff('day', greatest(start, ${yearAgo}), last_day)) / dateDiff('day', ${yearAgo}, ${asOf})`,
    spells: '1',
    running: 'running',
    returned: 'spell > 1 AND start_span = 0',
    contracts_begun: 'contracts_begun',
    contracts_ended: 'contracts_ended',
    ends: 'left_voluntarily AND in_curves',
    other_ends: 'left_otherwise AND in_curves',
    unknown_ends: "end_kind = 'unknown' AND in_curves",
    migrated: 'migrated',
    before_records: 'before_records',
    seen_later: 'in_curves AND entry_months > 0',
    lost_from_sight: "end_kind = 'switch_internal'",
  },
};

/** Newcomers and losses by twelve months, for the drawing. */
export const addsCells: CellSpec = {
  by: ['start_span'],
  where: `NOT migrated AND start_span < ${SPANS}`,
  replicates: 1,
  sums: { adds: '1' },
};
export const lossesCells: CellSpec = {
  by: ['end_span'],
  where: `left_voluntarily AND end_span < ${SPANS}`,
  replicates: 1,
  sums: { losses: '1' },
};

/** Who is last seen, and how, in which month of tenure; replicates are not needed, the intervals are Greenwood's. */
export const leavingCells: CellSpec = {
  by: ['top_channel', 'top_offer', 'cohort', 'exit_month'],
  where: 'in_curves',
  replicates: 1,
  sums: { spells: '1', voluntary: 'left_voluntarily', otherwise: 'left_otherwise', unseen: 'unseen_part' },
};

/** Who comes under observation only later, in which month of tenure. */
export const enteringCells: CellSpec = {
  by: ['top_channel', 'top_offer', 'cohort', 'entry_month'],
  where: 'in_curves AND entry_months > 0',
  replicates: 1,
  sums: { spells: '1', seen: 'entry_part' },
};

const bandSums = (band: number): Record<string, string> => {
  const [from, to] = [TENURE_EDGES[band] ?? 0, TENURE_EDGES[band + 1] ?? 0];
  return {
    [`ends_${band}`]: `left_voluntarily AND exit_months <= ${to} AND ${band === 0 ? 'true' : `exit_months > ${from}`}`,
    [`months_${band}`]: `greatest(0, least(exit_months, ${to}) - greatest(entry_months, ${from}))`,
  };
};

/** Voluntary ends and months at risk by band of tenure. */
export const rateCells = (by: readonly string[], replicates: number): CellSpec => ({
  by,
  where: by[0] === 'top_channel' ? "in_curves AND top_channel != ''" : 'in_curves',
  replicates,
  sums: {
    spells: '1',
    ...Object.assign({}, ...Array.from({ length: TENURE_BANDS }, (_, band) => bandSums(band))),
  },
});
