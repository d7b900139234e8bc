import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Scale } from '#statistics/jackknife/scale.ts';
import type { Cells } from '../cells.ts';
import { RETENTION_EDGES, TENURE_BANDS, YEARS_BACK } from './settings.ts';

const BANDS = RETENTION_EDGES.length - 1;

/** What the future of the base is reckoned with. */
export interface Horizon {
  readonly months: number;
  /** A year, 0..1. */
  readonly discountRate: number;
  /** Change of the yearly retention that is tried. */
  readonly retentionStep: number;
}

/** All numbers that one set of sums gives; one entry each for tenure bands and years back. */
interface Numbers {
  readonly regularValueShare: number;
  readonly regularShare: number;
  readonly existingValueShare: number;
  readonly existingShare: number;
  readonly topFifthShare: number;
  readonly meanValue: number;
  readonly retention: number;
  readonly bookValue: number;
  readonly gainOfStep: number;
  readonly lossOfStep: number;
  readonly trend: number;
  readonly growth: number;
  readonly bands: readonly number[];
  readonly bandShares: readonly number[];
  readonly years: readonly number[];
}

const SCALES: Readonly<Record<keyof Omit<Numbers, 'bands' | 'bandShares' | 'years'>, Scale>> = {
  regularValueShare: 'logit',
  regularShare: 'logit',
  existingValueShare: 'logit',
  existingShare: 'logit',
  topFifthShare: 'logit',
  meanValue: 'identity',
  retention: 'logit',
  bookValue: 'log',
  gainOfStep: 'log',
  lossOfStep: 'log',
  trend: 'identity',
  growth: 'identity',
};

/** Estimates of the same numbers. */
export type Figures = { readonly [K in keyof typeof SCALES]: Estimate } & {
  readonly bands: readonly Estimate[];
  readonly bandShares: readonly Estimate[];
  readonly years: readonly Estimate[];
};

/** Monthly rate of leaving by band; a band that nobody reached takes the rate before it. */
function ratesOf(ends: readonly number[], months: readonly number[]): readonly number[] {
  const rates: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    const own = months[band] ?? 0;
    rates.push(own > 0 ? (ends[band] ?? 0) / own : (rates[band - 1] ?? 0));
  }
  return rates;
}

/** The same rates when the yearly retention of everybody moves by a step. */
const moved = (rates: readonly number[], step: number) =>
  rates.map((rate) => -Math.log(Math.min(1, Math.max(1e-6, Math.exp(-12 * rate) + step))) / 12);

function bandOf(month: number): number {
  let band = 0;
  while (band < BANDS - 1 && month >= (RETENTION_EDGES[band + 1] ?? 0)) band += 1;
  return band;
}

/** Worth today of one unit a month for as long as the customer stays, from a tenure on: sum of S(k) / (1 + d)^(k/12). */
function annuity(rates: readonly number[], tenureMonths: number, { months, discountRate }: Horizon): number {
  let survival = 1;
  let worth = 0;
  for (let month = 1; month <= months; month++) {
    survival *= Math.exp(-(rates[bandOf(tenureMonths + month - 0.5)] ?? 0));
    worth += survival / (1 + discountRate) ** (month / 12);
  }
  return worth;
}

/** Slope of a share over the years, least squares; the first entry is today. */
function slopeOf(shares: readonly number[]): number {
  const middle = (shares.length - 1) / 2;
  let above = 0;
  let below = 0;
  for (const [years, share] of shares.entries()) {
    above += (middle - years) * share;
    below += (middle - years) ** 2;
  }
  return above / below;
}

function reader(cells: Cells) {
  const bandAt = cells.by.indexOf('band');
  const quarterAt = cells.by.indexOf('stay_quarter');
  const threshold = Number(cells.tuples[0]?.[cells.by.indexOf('threshold')] ?? 0);
  const bandOfCell = cells.tuples.map((tuple) => TENURE_BANDS.indexOf(String(tuple[bandAt])));
  const quarters = cells.tuples.map((tuple) => Number(tuple[quarterAt]));
  const column = (name: string) => cells.sumNames.indexOf(name);
  return { threshold, bandOfCell, quarters, column };
}

function numbersOf(cells: Cells, horizon: Horizon): (sums: Float64Array) => Numbers {
  const { threshold, bandOfCell, quarters, column } = reader(cells);
  const at = (sums: Float64Array, cell: number, name: number) => sums[cell * cells.sums + name] ?? 0;
  const [customersAt, valueAt, stayValueAt] = ['customers', 'value', 'stay_value'].map(column);
  return (sums) => {
    const total = (name: string) => {
      const index = column(name);
      let sum = 0;
      for (let cell = 0; cell < cells.keys; cell++) sum += at(sums, cell, index);
      return sum;
    };
    const each = (name: string) => Array.from({ length: BANDS }, (_, band) => total(`${name}_${band}`));
    const [ends, months] = [each('ends'), each('months')];
    const rates = ratesOf(ends, months);
    const [better, worse] = [moved(rates, horizon.retentionStep), moved(rates, -horizon.retentionStep)];
    const bands = TENURE_BANDS.map(() => 0);
    const bandCounts = TENURE_BANDS.map(() => 0);
    let [book, up, down] = [0, 0, 0];
    for (let cell = 0; cell < cells.keys; cell++) {
      const band = bandOfCell[cell] ?? -1;
      if (band < 0) continue;
      bands[band] = (bands[band] ?? 0) + at(sums, cell, valueAt ?? 0);
      bandCounts[band] = (bandCounts[band] ?? 0) + at(sums, cell, customersAt ?? 0);
      const quarter = quarters[cell] ?? -1;
      if (quarter < 0) continue;
      const monthly = at(sums, cell, stayValueAt ?? 0) / 12;
      const tenure = 3 * quarter + 1.5;
      book += monthly * annuity(rates, tenure, horizon);
      up += monthly * annuity(better, tenure, horizon);
      down += monthly * annuity(worse, tenure, horizon);
    }
    const [customers, value] = [total('customers'), total('value')];
    const years = YEARS_BACK.map((back) => total(`regular_${back}`) / total(`active_${back}`));
    const exposure = months.reduce((sum, own) => sum + own, 0);
    return {
      regularValueShare: total('regular_value') / value,
      regularShare: total('regulars') / customers,
      existingValueShare: total('existing_value') / value,
      existingShare: total('existing') / customers,
      // The threshold is where the top fifth begins, so moving it a little changes nothing: exact, ties included.
      topFifthShare: (total('excess') + 0.2 * customers * threshold) / value,
      meanValue: value / customers,
      retention: Math.exp((-12 * ends.reduce((sum, own) => sum + own, 0)) / exposure),
      bookValue: book,
      gainOfStep: up - book,
      lossOfStep: book - down,
      trend: slopeOf(years),
      growth: total('active_0') / total(`active_${YEARS_BACK.at(-1)}`) - 1,
      bands: bands.map((own) => own / value),
      bandShares: bandCounts.map((own) => own / customers),
      years,
    };
  };
}

/**
 * Every number of the base with its delete-a-group jackknife interval over parties; value, retention and history move together. The value
 * in the books follows CLV = sum of m S(k | so far) / (1 + d)^(k/12) with constant rates of leaving within bands of tenure.
 */
export function figuresOf(cells: Cells, horizon: Horizon): Figures {
  const numbers = numbersOf(cells, horizon);
  const names = [
    'regularValueShare',
    'regularShare',
    'existingValueShare',
    'existingShare',
    'topFifthShare',
    'meanValue',
    'retention',
    'bookValue',
    'gainOfStep',
    'lossOfStep',
    'trend',
    'growth',
  ] as const;
  const lists = ['bands', 'bandShares', 'years'] as const;
  const sizes = { bands: TENURE_BANDS.length, bandShares: TENURE_BANDS.length, years: YEARS_BACK.length };
  const theta = (sums: Float64Array) => {
    const all = numbers(sums);
    return [...names.map((name) => all[name]), ...lists.flatMap((list) => [...all[list]])];
  };
  const scale: readonly Scale[] = [
    ...names.map((name) => SCALES[name]),
    ...lists.flatMap((list) => Array.from({ length: sizes[list] }, (): Scale => 'logit')),
  ];
  const { estimates } = deleteAGroup({ ...cells, theta, scale });
  const unknown: Estimate = {
    value: Number.NaN,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    level: 0,
  };
  const one = (name: (typeof names)[number]) => estimates[names.indexOf(name)] ?? unknown;
  let next = names.length;
  const take = (count: number) => {
    next += count;
    return estimates.slice(next - count, next);
  };
  return {
    regularValueShare: one('regularValueShare'),
    regularShare: one('regularShare'),
    existingValueShare: one('existingValueShare'),
    existingShare: one('existingShare'),
    topFifthShare: one('topFifthShare'),
    meanValue: one('meanValue'),
    retention: one('retention'),
    bookValue: one('bookValue'),
    gainOfStep: one('gainOfStep'),
    lossOfStep: one('lossOfStep'),
    trend: one('trend'),
    growth: one('growth'),
    bands: take(sizes.bands),
    bandShares: take(sizes.bandShares),
    years: take(sizes.years),
  };
}
