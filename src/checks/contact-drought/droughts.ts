import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { type Cells, sumOf } from '../cells.ts';
import { INVOICE_GAPS } from './settings.ts';

/** How long existing customers of today have heard nothing giving. */
export interface Droughts {
  readonly customers: number;
  readonly affected: number;
  /** Without a giving contact for twelve months; null where nobody can be judged. */
  readonly dryShare: Estimate | null;
  /** With nothing but burdens since signature, of those whose whole time the log covers. */
  readonly onlyBurdenShare: Estimate | null;
  /** Share dry for at least so many months. */
  readonly curve: readonly { readonly months: number; readonly share: Estimate }[];
}

const share = (successes: number, trials: number) => (trials > 0 ? wilsonInterval({ successes, trials }) : null);
const CURVE_STEP = 3;
const CURVE_END = 36;

export function droughtsOf(cells: Cells): Droughts {
  const customers = sumOf(cells, 'customers');
  const affected = sumOf(cells, 'affected');
  const dryFor = (months: number) => sumOf(cells, 'customers', ([dry]) => Number(dry) >= months);
  const curve = [];
  for (let months = 0; months <= CURVE_END && customers > 0; months += CURVE_STEP)
    curve.push({ months, share: wilsonInterval({ successes: dryFor(months), trials: customers }) });
  return {
    customers,
    affected,
    dryShare: share(affected, customers),
    onlyBurdenShare: share(sumOf(cells, 'only_burden'), sumOf(cells, 'since_known')),
    curve,
  };
}

/** Months after signature until half of the customers had their first contact of a kind; infinite where not half of them do. */
export function medianMonths(race: Cells): Estimate | null {
  const stays = race.tuples.map((_, i) => race.total[i] ?? 0);
  if (stays.reduce((sum, n) => sum + n, 0) < 1) return null;
  const month = race.tuples.map(([at]) => Number(at));
  const event = race.tuples.map(([, came]) => (Number(came) === 1 || came === true ? 1 : 0));
  return medianSurvival(riskTable({ entry: null, exit: month, event, weights: stays }));
}

const CYCLES = new Set([1, 2, 3, 6, 12]);

/**
 * Share of the invoices that should be logged and are, 0..1: by product the commonest gap between two invoices is the billing
 * cycle, and a gap of twice the cycle means one that is missing. null where the log holds too few to tell.
 */
export function invoiceCompleteness(cells: Cells): number | null {
  let seen = 0;
  let expected = 0;
  for (const [cell] of cells.tuples.entries()) {
    const counts = INVOICE_GAPS.map((months, i) => ({ months, count: cells.total[cell * cells.sums + i] ?? 0 }));
    const cycles = counts.filter(({ months }) => CYCLES.has(months));
    const commonest = cycles.reduce((best, one) => (one.count > best.count ? one : best), { months: 0, count: 0 });
    if (commonest.count < 30) continue;
    for (const { months, count } of counts) {
      seen += count;
      expected += count * Math.max(1, Math.round(months / commonest.months));
    }
  }
  return expected > 0 ? seen / expected : null;
}
