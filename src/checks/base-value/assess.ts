import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import { type Cells, sumOf } from '../cells.ts';
import { inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { figuresOf } from './figures.ts';
import { type Base, chartsOf, detailsOf, type Input, type Source, strataOf } from './parts.ts';
import { YEARS_BACK } from './settings.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const UNKNOWN_DAY = '1970-01-01';
/** Above this share of ends on one day they are a snapshot: who was a customer earlier cannot be told. */
const SNAPSHOT_SHARE = 0.5;

/** Above this share of today's customers that came on the day of a migration, who was a regular in earlier years cannot be told. */
const MIGRATED_SHARE = 0.1;

const constant = (cells: Cells, name: string) => cells.tuples[0]?.[cells.by.indexOf(name)] ?? null;
const sourceOf = (cells: Cells): Source => {
  const name = constant(cells, 'source');
  return name === 'margin' || name === 'revenue' ? name : 'price';
};

/** A day so many years earlier, good enough to compare with the first day of the records. */
const yearsBefore = (iso: string, years: number) => `${Number(iso.slice(0, 4)) - years}${iso.slice(4)}`;

function noTrendOf(input: Input, recordsFrom: string): Base['noTrend'] {
  const { values } = input.cells;
  const longest = YEARS_BACK.at(-1) ?? 0;
  if (Number(constant(values, 'known_ends')) === 0) return 'noEnds';
  if (Number(constant(values, 'one_day_share')) > SNAPSHOT_SHARE) return 'snapshot';
  if (recordsFrom !== UNKNOWN_DAY && recordsFrom > yearsBefore(input.audit.asOf, longest)) return 'recordsTooShort';
  if (sumOf(values, 'since_unsure') > MIGRATED_SHARE * sumOf(values, 'active_0')) return 'migrated';
  return sumOf(values, `active_${longest}`) < input.settings.minimumCustomers ? 'fewThen' : null;
}

/** Only a falling share of regulars in a base that did not grow is an accusation: a growing base lowers the share without any fault. */
function outcomeOf({ figures: { trend, growth }, noTrend, input: { settings } }: Base): Outcome {
  if (noTrend !== null) return 'inconclusive';
  const falls = trend.value <= -settings.relevantFall;
  if (!falls || growth.value > 0) return 'clear';
  return trend.high < 0 ? 'finding' : 'inconclusive';
}

function caveatsOf(base: Base): readonly Note[] {
  const { source, input, figures, noTrend, hasEnds, recordsFrom } = base;
  const { values } = input.cells;
  const caveats: Note[] = [note('tenureIsNoCause')];
  if (source !== 'margin') caveats.push(note(`from-${source}`, { marginRate: input.audit.marginRate }));
  if (hasEnds)
    caveats.push(note('planningValue', { step: input.settings.retentionStep }), note('extrapolated'), note('partYear'));
  if (!hasEnds) caveats.push(note('noRetention'));
  if (recordsFrom !== UNKNOWN_DAY) caveats.push(note('delayedEntry', { day: recordsFrom }));
  if (noTrend !== null) caveats.push(note('trendUnknown'));
  if (noTrend === null && figures.growth.value > 0 && figures.trend.value < 0)
    caveats.push(note('growingBase', { growth: figures.growth.value }));
  if (sumOf(values, 'negative') > 0) caveats.push(note('negativeValues', { count: sumOf(values, 'negative') }));
  return [...caveats, note('noTest')];
}

const gradeOf = (source: Source): EvidenceGrade => (source === 'margin' ? 'C' : 'D');

/** Why nothing is proven: the history does not tell, or it wavers. */
function reasonOf({ noTrend, recordsFrom, figures, input }: Base): Note {
  const asOf = input.audit.asOf;
  if (noTrend === 'recordsTooShort') return note('recordsTooShort', { day: recordsFrom, asOf });
  if (noTrend === 'fewThen') {
    const found = sumOf(input.cells.values, `active_${YEARS_BACK.at(-1)}`);
    return note('fewThen', { found, needed: input.settings.minimumCustomers, asOf });
  }
  if (noTrend !== null) return note(noTrend, { asOf });
  return note('trendUndecided', { low: figures.trend.low, high: figures.trend.high, asOf });
}

function judged(base: Base): Verdict {
  const { input, source, figures, customers, regulars } = base;
  const { values } = input.cells;
  const outcome = outcomeOf(base);
  return verdict({
    outcome,
    grade: gradeOf(source),
    effect: quantity(figures.regularValueShare, 'share'),
    naive: quantity(figures.regularShare, 'share'),
    strata: strataOf(base),
    details: detailsOf(base),
    counts: { customers, regulars, existing: sumOf(values, 'existing') },
    affected: regulars,
    excluded: { withoutValue: sumOf(values, 'without_value'), withoutSince: sumOf(values, 'without_since') },
    caveats: caveatsOf(base),
    reason: outcome === 'inconclusive' ? reasonOf(base) : null,
    overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', {
      asOf: input.audit.asOf,
      regularYears: input.audit.regularYears,
      months: input.audit.horizonMonths,
      step: input.settings.retentionStep,
    }),
    charts: chartsOf(base),
  });
}

/** Pure: sums of parties in, the value of the base out. */
export function assessBaseValue(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const { values } = cells;
  const customers = sumOf(values, 'customers');
  const excluded = { withoutValue: sumOf(values, 'without_value'), withoutSince: sumOf(values, 'without_since') };
  const regulars = sumOf(values, 'regulars');
  const known = customers + excluded.withoutSince;
  if (known === 0)
    return [verdict({ outcome: 'notApplicable', reason: note('noValue'), excluded, sharpen: 'customer_value.margin' })];
  const counts = { customers, regulars, existing: sumOf(values, 'existing') };
  if (customers < settings.minimumCustomers)
    return [
      inconclusive(
        'fewCustomers',
        { found: customers, needed: settings.minimumCustomers, asOf: audit.asOf },
        { counts, excluded, affected: regulars },
      ),
    ];
  const source = sourceOf(values);
  const total = sumOf(values, 'value');
  if (!(total > 0))
    return [inconclusive('noPositiveValue', { asOf: audit.asOf }, { counts, excluded, affected: regulars })];
  const horizon = {
    months: audit.horizonMonths,
    discountRate: audit.discountRate,
    retentionStep: settings.retentionStep,
  };
  const recordsFrom = String(constant(values, 'records_from') ?? UNKNOWN_DAY);
  const ends = sumOf(values, 'stay_value') === 0 ? 0 : Number(constant(values, 'known_ends'));
  const hasEnds = ends > 0 && Number(constant(values, 'one_day_share')) <= SNAPSHOT_SHARE;
  const figures = figuresOf(values, horizon);
  const noTrend = noTrendOf(input, recordsFrom);
  return [judged({ input, source, figures, customers, regulars, noTrend, recordsFrom, hasEnds })];
}
