import type { AuditSettings } from '#domain/audit-settings.ts';
import { yearsToCome } from '#facts/exposure-value.ts';
import { observedSpellFact } from '#facts/observed-spell.ts';
import { partyValueFact } from '#facts/party-value.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type CellSpec, type Cells, type Subjects, sumOf } from './cells.ts';
import type { Note } from './verdict.ts';

/** Where the yearly value of a customer is known from, the best first. */
const SOURCES = ['margin', 'revenue', 'price'] as const;
type Source = (typeof SOURCES)[number];
const MONTH_DAYS = 30.4375;
const YEAR_AGO = `addMonths(toDate32({asOf:Date}), -12)`;

/** One row per stay: its months and its end within twelve months, and what the party brings if it has been there for all of them. */
const worthSubjects: Subjects = {
  name: 'worth of a customer',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  greatest(0, dateDiff('day', greatest(s.entered, ${YEAR_AGO}), s.last_day)) / ${MONTH_DAYS} AS months,
  s.end IS NOT NULL AND s.last_day > ${YEAR_AGO} AS ended,
  s.running AND s.start <= ${YEAR_AGO} AS is_full,
  ${SOURCES.map((source) => `toFloat64(v.${source}_value) AS ${source}`).join(',\n  ')}
FROM fact_observed_spell AS s
LEFT JOIN fact_party_value AS v ON v.party = s.party
WHERE NOT s.before_records`,
};

/** Facts behind `worthCells`. */
export const WORTH_FACTS = [observedSpellFact, partyValueFact] as const;

/** What a customer of today brings in a year, and how many end in a month. */
export const worthCells: CellSpec = {
  by: [],
  subjects: worthSubjects,
  standsOn: ['contract'],
  replicates: 1,
  sums: {
    months: 'months',
    ended: 'ended',
    customers: 'is_full',
    ...Object.assign(
      {},
      ...SOURCES.map((source) => ({
        [source]: `if(is_full, ifNull(${source}, 0), 0)`,
        [`with_${source}`]: `is_full AND ${source} IS NOT NULL`,
      })),
    ),
  },
};

/** Margin that is still to come from a customer of today, on average, discounted over the horizon. */
export interface RemainingValue {
  readonly value: number;
  readonly source: Source;
}

/**
 * Mean yearly margin of customers who have been there for twelve months, times the years that such a customer has left to give
 * (yearsToCome). Without margins revenue stands in, without revenue the price, times the margin rate that was set. null where less than half of them,
 * or too few, have a value, or where it is not above zero.
 */
export function remainingValue(cells: Cells, audit: AuditSettings): RemainingValue | null {
  const sum = (name: string) => sumOf(cells, name);
  const needed = Math.max(audit.minimumMoneyUnits, sum('customers') / 2);
  const source = SOURCES.find((name) => sum(`with_${name}`) >= needed);
  if (source === undefined) return null;
  const yearly = (sum(source) / sum(`with_${source}`)) * (source === 'margin' ? 1 : audit.marginRate);
  const value = yearly * yearsToCome(sum('ended') / Math.max(sum('months'), 1), audit);
  return value > 0 ? { value, source } : null;
}

/** The remaining value of departures; the worth of a customer is taken as known, so the interval is that of the departures. */
export const worthOf = ({ value, low, high, level }: Estimate, each: RemainingValue): Estimate => ({
  value: value * each.value,
  low: low * each.value,
  high: high * each.value,
  level,
});

/** How a loss was valued, where the margin had to be assumed. */
export function assumedMargin({ source }: RemainingValue, { marginRate }: AuditSettings): readonly Note[] {
  return source === 'margin' ? [] : [{ id: `${source}ForMargin`, values: { rate: marginRate } }];
}
