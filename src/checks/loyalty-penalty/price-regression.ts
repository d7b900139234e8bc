import { LAST_YEAR, PRICE_TERMS } from '#facts/price-regression.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { ReplicateSums } from '#statistics/jackknife/replicate-sums.ts';
import { solveLeastSquares } from '#statistics/regression/normal-equations.ts';
import { type Cells, selectCells } from '../cells.ts';
import { BANDS, bandOf } from './settings.ts';

export interface RegressionGap {
  readonly fit: 'exact' | 'linear';
  /** Mean relative gap over the existing customers' own mix of tenures. */
  readonly gap: Estimate;
  /** Yearly price above (below) what a newcomer would pay, all existing customers together. */
  readonly money: Estimate;
  readonly byBand: Readonly<Record<string, Estimate>>;
}

const SIZE = PRICE_TERMS.length;
const POSITION = new Map([...PRICE_TERMS, 'log_price'].map((term, i) => [term, i]));
const YEARS = Array.from({ length: LAST_YEAR + 1 }, (_, year) => year);
const yearTerm = (year: number) => POSITION.get(`year_${year}`) ?? -1;
const ROLE_TERMS = [POSITION.get('year_between') ?? -1, ...YEARS.map(yearTerm)];

/** One product line: where its cross products and its customers lie in the joined sums. */
interface Line {
  /** Offset of the cell of cross products. */
  readonly products: number;
  /** Per contract year: offset of (contracts, price) of the existing customers, or null without any. */
  readonly years: readonly (number | null)[];
}

interface Layout {
  readonly lines: readonly Line[];
  readonly pairs: readonly { readonly i: number; readonly j: number }[];
}

/** Puts cells of unlike width into one set of sums of width 1, so that one jackknife leaves a replicate out of both. */
function join(parts: readonly Cells[]): ReplicateSums {
  const offsets = parts.map((_, p) => parts.slice(0, p).reduce((sum, part) => sum + part.total.length, 0));
  const total = Float64Array.from(parts.flatMap((part) => [...part.total]));
  const groups = Math.max(...parts.map((part) => part.replicates.length));
  const replicates = Array.from({ length: groups }, (_, g) => {
    const rows = parts.map((part) => part.replicates[g] ?? { key: new Int32Array(0), values: new Float64Array(0) });
    const key = rows.flatMap(({ key: own, values }, p) =>
      [...values.keys()].map((at) => {
        const width = parts[p]?.sums ?? 1;
        return (offsets[p] ?? 0) + (own[Math.floor(at / width)] ?? 0) * width + (at % width);
      }),
    );
    return { key: Int32Array.from(key), values: Float64Array.from(rows.flatMap(({ values }) => [...values])) };
  });
  return { keys: total.length, sums: 1, total, replicates };
}

function layoutOf(products: Cells, standing: Cells): Layout {
  const pairs = products.sumNames.map((name) => {
    const [i, j] = name.split('_x_').map((term) => POSITION.get(term) ?? -1);
    return { i: i ?? -1, j: j ?? -1 };
  });
  const lines = products.tuples.map((tuple, cell) => ({
    products: cell * products.sums,
    years: YEARS.map((year) => {
      const at = standing.tuples.findIndex(
        (own) => own[0] === tuple[1] && own[1] === 'existing' && own[2] === String(year),
      );
      return at < 0 ? null : products.total.length + at * standing.sums;
    }),
  }));
  return { lines, pairs };
}

/** So many newcomers must stand beside existing customers like them (sum over groups of existing x newcomers / all), or nothing is compared. */
const LEAST_SHARED = 10;
/** Fewer contracts in common are no bridge from one contract year to the next. */
const BRIDGE = 0.5;

/**
 * Which terms of role and year can be told from newcomers: those in a group with them, or with a year that is (for the years of a tariff
 * that no newcomer can get there is no such bridge, and the regression would set one of them to zero). Terms are taken off their group's
 * mean, therefore products of two of them are -sum(own x other / all) and a row adds up to sum(own x newcomers / all).
 */
function bridged(gram: Float64Array): ReadonlySet<number> {
  const shared = (i: number, j: number) => gram[i * SIZE + j] ?? 0;
  const withNewcomers = ROLE_TERMS.map((i) => ROLE_TERMS.reduce((sum, j) => sum + shared(i, j), 0));
  if (withNewcomers.reduce((sum, each) => sum + each, 0) < LEAST_SHARED) return new Set();
  const found = new Set(ROLE_TERMS.filter((_, at) => (withNewcomers[at] ?? 0) > BRIDGE));
  for (const from of found) for (const to of ROLE_TERMS) if (-shared(from, to) > BRIDGE) found.add(to);
  return found;
}

const COVARIATES = ['volume', 'risk'].map((term) => POSITION.get(term) ?? -1);

/** Volume or class that goes with the contract year in lockstep is left out of the regression, and the years would carry what it costs. */
const swallowsRisk = (gram: Float64Array, dropped: readonly number[]) =>
  COVARIATES.some((term) => dropped.includes(term) && (gram[term * SIZE + term] ?? 0) > BRIDGE);

/** Log price of every contract year against newcomers of the same product; null where the data cannot tell them apart. */
function yearLogs({ pairs }: Layout, sums: Float64Array, line: Line): readonly (number | null)[] {
  const gram = new Float64Array(SIZE * SIZE);
  const moment = new Float64Array(SIZE);
  for (const [s, { i, j }] of pairs.entries()) {
    const value = sums[line.products + s] ?? 0;
    if (i === SIZE) continue;
    if (j === SIZE) moment[i] = value;
    else {
      gram[i * SIZE + j] = value;
      gram[j * SIZE + i] = value;
    }
  }
  const { coefficients, dropped } = solveLeastSquares({ size: SIZE, total: { gram, moment }, replicates: [] });
  if (swallowsRisk(gram, dropped)) return YEARS.map(() => null);
  const known = bridged(gram);
  return YEARS.map(yearTerm).map((term) =>
    dropped.includes(term) || !known.has(term) ? null : (coefficients[term] ?? null),
  );
}

interface Totals {
  existing: number;
  unknown: number;
  gap: number;
  money: number;
  readonly bands: Map<string, { existing: number; gap: number }>;
}

function totalsOf(layout: Layout, sums: Float64Array): Totals {
  const totals: Totals = { existing: 0, unknown: 0, gap: 0, money: 0, bands: new Map() };
  for (const line of layout.lines) {
    const logs = yearLogs(layout, sums, line);
    for (const year of YEARS) {
      const at = line.years[year] ?? null;
      if (at === null) continue;
      const contracts = sums[at] ?? 0;
      const log = logs[year] ?? null;
      if (log === null) {
        totals.unknown += contracts;
        continue;
      }
      const band = totals.bands.get(bandOf(year)) ?? { existing: 0, gap: 0 };
      band.existing += contracts;
      band.gap += contracts * Math.expm1(log);
      totals.bands.set(bandOf(year), band);
      totals.existing += contracts;
      totals.gap += contracts * Math.expm1(log);
      totals.money += (sums[at + 1] ?? 0) * (1 - Math.exp(-log));
    }
  }
  return totals;
}

/**
 * Gap from a hedonic regression of the log price on contract years, volume and risk class with a level for every group of product,
 * region, channel and payment, one regression a product line; intervals by delete-a-group jackknife. `exact` compares within risk
 * classes and is preferred; where too few newcomers share a class, `linear` lets the class enter as a number. null: the data cannot
 * separate tenure from the rest for at least 80 % of the existing customers.
 */
export function regressionGap(products: Cells, standing: Cells): RegressionGap | null {
  for (const fit of ['exact', 'linear'] as const) {
    const own = selectCells(products, (tuple) => tuple[0] === fit);
    const joined = join([own, standing]);
    const layout = layoutOf(own, standing);
    const whole = totalsOf(layout, joined.total);
    if (whole.existing === 0 || whole.unknown > 0.2 * (whole.existing + whole.unknown)) continue;
    const bands = BANDS.filter((band) => whole.bands.has(band));
    const theta = (sums: Float64Array) => {
      const { existing, gap, money, bands: found } = totalsOf(layout, sums);
      const byBand = bands.map((band) => (found.get(band)?.gap ?? Number.NaN) / (found.get(band)?.existing ?? 1));
      return [gap / existing, money, ...byBand];
    };
    const { estimates } = deleteAGroup({ ...joined, scale: 'identity', theta });
    const [gap, money, ...rest] = estimates;
    if (gap === undefined || money === undefined) continue;
    const byBand = bands.flatMap((band, i) => {
      const estimate = rest[i];
      return estimate === undefined ? [] : [[band, estimate] as const];
    });
    return { fit, gap, money, byBand: Object.fromEntries(byBand) };
  }
  return null;
}
