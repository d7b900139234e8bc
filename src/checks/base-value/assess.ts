import type { EvidenceGrade, Outcome, Unit } from '#domain/verdict-terms.ts';
import { gini } from '#statistics/concentration/gini.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import {
  type Chart,
  type Detail,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type BaseValueSettings, TENURE_BANDS, YEARS_BACK } from './settings.ts';

type Input = AssessInput<BaseValueSettings, 'values' | 'distribution'>;
type Source = 'margin' | 'revenue' | 'price';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const UNKNOWN_DAY = '1970-01-01';
/** Above this share of ends on one day they are a snapshot: who was a customer earlier cannot be told. */
const SNAPSHOT_SHARE = 0.5;

interface Base {
  readonly input: Input;
  readonly source: Source;
  readonly figures: Figures;
  readonly customers: number;
  readonly regulars: number;
  /** Why the trend of the regulars' share cannot be told; null where it can. */
  readonly noTrend: 'noEnds' | 'snapshot' | 'recordsTooShort' | 'fewThen' | null;
  readonly recordsFrom: string;
  readonly hasEnds: boolean;
}

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
  return sumOf(values, `active_${longest}`) < input.settings.minimumCustomers ? 'fewThen' : null;
}

/** Only a falling share of regulars in a base that did not grow is an accusation: a growing base lowers the share without any fault. */
function outcomeOf({ figures: { trend, growth }, noTrend, input: { settings } }: Base): Outcome {
  if (noTrend !== null) return 'inconclusive';
  const falls = trend.value <= -settings.relevantFall;
  if (!falls || growth.value > 0) return 'clear';
  return trend.high < 0 ? 'finding' : 'inconclusive';
}

/** Bands that may be shown: none below the minimum, and never exactly one hidden, lest it be had by subtraction. */
function shownBands(customers: readonly number[], minimum: number): readonly boolean[] {
  const shown = customers.map((count) => count === 0 || count >= minimum);
  const hidden = shown.filter((own) => !own).length;
  if (hidden !== 1) return shown;
  const smallest = Math.min(...customers.filter((count, i) => shown[i] && count > 0));
  const second = customers.indexOf(smallest);
  return shown.map((own, i) => own && i !== second);
}

const bandCounts = (cells: Cells) => {
  const at = cells.by.indexOf('band');
  return TENURE_BANDS.map((band) => sumOf(cells, 'customers', (tuple) => tuple[at] === band));
};

function strataOf(base: Base): readonly Stratum[] {
  const { figures, input } = base;
  const counts = bandCounts(input.cells.values);
  const shown = shownBands(counts, input.audit.minimumCell);
  return TENURE_BANDS.flatMap((band, i): readonly Stratum[] => {
    const share = figures.bands[i];
    if (share === undefined || shown[i] !== true || (counts[i] ?? 0) === 0) return [];
    return [
      {
        key: `tenure:${band}`,
        effect: quantity(share, 'share'),
        outcome: 'clear',
        counts: { customers: counts[i] ?? 0 },
      },
    ];
  });
}

function chartsOf(base: Base): readonly Chart[] {
  const { figures, input, noTrend } = base;
  const counts = bandCounts(input.cells.values);
  const shown = shownBands(counts, input.audit.minimumCell);
  const points = TENURE_BANDS.flatMap((band, i) => {
    const [share, customers] = [figures.bands[i], figures.bandShares[i]];
    if (share === undefined || customers === undefined || shown[i] !== true || (counts[i] ?? 0) === 0) return [];
    const series = band === '0' ? 'newcomer' : 'existing';
    return [
      { series, x: band, value: share.value, low: share.low, high: share.high },
      { series: 'customers', x: band, value: customers.value, low: customers.low, high: customers.high },
    ];
  });
  const byTenure: Chart = { id: 'valueByTenure', kind: 'bars', unit: 'share', points, benchmark: [] };
  if (noTrend !== null) return [byTenure];
  const year = Number(input.audit.asOf.slice(0, 4));
  const history = figures.years.map(({ value, low, high }, back) => ({
    series: 'existing',
    x: year - back,
    value,
    low,
    high,
  }));
  return [byTenure, { id: 'regularsByYear', kind: 'curve', unit: 'share', points: history.reverse(), benchmark: [] }];
}

/** Gini of the values, where none is below zero. */
function giniOf(distribution: Cells): Estimate | null {
  const [countAt, valueAt] = ['customers', 'value'].map((name) => distribution.sumNames.indexOf(name));
  const row = (cell: number, at: number | undefined) => distribution.total[cell * distribution.sums + (at ?? 0)] ?? 0;
  const cells = [...distribution.tuples.keys()];
  const counts = cells.map((cell) => row(cell, countAt));
  const values = cells.map((cell, i) => row(cell, valueAt) / (counts[i] ?? 1));
  if (values.length === 0 || values.some((value) => value < 0) || values.every((value) => value === 0)) return null;
  return gini({ values, counts }).gini;
}

function detailsOf(base: Base): readonly Detail[] {
  const { figures, input, noTrend, hasEnds, customers } = base;
  const enough = customers >= input.audit.minimumMoneyUnits;
  const concentration = giniOf(input.cells.distribution);
  const of = (key: string, estimate: Estimate | null, unit: Unit, told = true): readonly Detail[] =>
    estimate === null || !told || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];
  return [
    ...of('existingValueShare', figures.existingValueShare, 'share'),
    ...of('existingShare', figures.existingShare, 'share'),
    ...of('topFifthShare', figures.topFifthShare, 'share'),
    ...of('gini', concentration, 'ratio'),
    ...of('meanValue', figures.meanValue, 'money/year', enough),
    ...of('retention', figures.retention, 'share', hasEnds),
    ...of('bookValue', figures.bookValue, 'money', enough && hasEnds),
    ...of('gainOfStep', figures.gainOfStep, 'money', enough && hasEnds),
    ...of('lossOfStep', figures.lossOfStep, 'money', enough && hasEnds),
    ...of('trend', figures.trend, 'percentagePoints', noTrend === null),
    ...of('growth', figures.growth, 'share', noTrend === null),
  ];
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
  const atRisk = base.hasEnds && customers >= input.audit.minimumMoneyUnits ? figures.lossOfStep : null;
  return verdict({
    outcome,
    grade: gradeOf(source),
    effect: quantity(figures.regularValueShare, 'share'),
    naive: quantity(figures.regularShare, 'share'),
    strata: strataOf(base),
    details: detailsOf(base),
    counts: { customers, regulars, existing: sumOf(values, 'existing') },
    affected: regulars,
    money: { ...NO_MONEY, atRisk },
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
