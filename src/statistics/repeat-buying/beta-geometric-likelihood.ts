import type { Objective } from '../minimise.ts';
import { type BetaGeometricTables, betaGeometricTables, type FirstExit } from './beta-geometric-tables.ts';
import type { DistinctCells } from './distinct-cells.ts';
import { real, whole } from './entry.ts';
import { fillLogRise } from './log-rise.ts';

/**
 * Negative log-likelihood of BG/NBD or MBG/NBD on distinct (frequency, recency, age) cells, parameters r, alpha, a, b.
 * Every logarithm is taken once per distinct count or time; a cell costs one exponential and one logarithm. Both ways
 * to have gone silent are added on the log scale, so neither large counts nor long times overflow.
 */
export function betaGeometricLikelihood(cells: DistinctCells, firstExit: FirstExit): Objective {
  const tables = betaGeometricTables(cells, firstExit);
  return (parameters, gradient) => {
    gradient.fill(0);
    fillTables(tables, parameters);
    const value =
      addCounts(tables, gradient) + addEnds(tables, parameters, gradient) + addExits(tables, parameters, gradient);
    for (let k = 0; k < 4; k++) gradient[k] = -real(gradient, k);
    return -value;
  };
}

function fillTables(tables: BetaGeometricTables, [r = 0, alpha = 0, a = 0, b = 0]: Float64Array): void {
  const { counts, flips, starts, ends } = tables;
  fillLogRise(r, counts, tables.rate);
  fillLogRise(b, flips, tables.stay);
  fillLogRise(a + b, flips, tables.both);
  for (let i = 0; i < starts.length; i++) {
    const start = alpha + real(starts, i);
    tables.logStart[i] = Math.log(start);
    tables.inverseStart[i] = 1 / start;
  }
  for (let i = 0; i < ends.length; i++) {
    const end = alpha + real(ends, i);
    tables.logEnd[i] = Math.log(end);
    tables.inverseEnd[i] = 1 / end;
  }
  for (let i = 0; i < flips.length; i++) tables.logExit[i] = Math.log(a / (b + real(flips, i) - 1));
}

/** The part that depends on the count alone: gamma functions of r, a and b. */
function addCounts({ perCount, rate, stay, both }: BetaGeometricTables, gradient: Float64Array): number {
  let value = 0;
  let [slopeR, slopeA, slopeB] = [0, 0, 0];
  for (let i = 0; i < perCount.length; i++) {
    const customers = real(perCount, i);
    value += customers * (real(rate.value, i) + real(stay.value, i) - real(both.value, i));
    slopeR += customers * real(rate.slope, i);
    slopeA -= customers * real(both.slope, i);
    slopeB += customers * (real(stay.slope, i) - real(both.slope, i));
  }
  gradient[0] = real(gradient, 0) + slopeR;
  gradient[2] = real(gradient, 2) + slopeA;
  gradient[3] = real(gradient, 3) + slopeB;
  return value;
}

/** Being silent to the end while still a customer: alpha^r / (alpha + age)^(r + frequency). */
function addEnds(tables: BetaGeometricTables, parameters: Float64Array, gradient: Float64Array): number {
  const [r = 0, alpha = 0] = parameters;
  const logAlpha = Math.log(alpha);
  let value = 0;
  let [slopeR, slopeAlpha] = [0, 0];
  for (let i = 0; i < tables.ends.length; i++) {
    const end = real(tables.logEnd, i);
    const customers = real(tables.perEnd, i);
    const purchases = real(tables.purchasesPerEnd, i);
    value += r * customers * (logAlpha - end) - purchases * end;
    slopeR += customers * (logAlpha - end);
    slopeAlpha += (r * customers) / alpha - (r * customers + purchases) * real(tables.inverseEnd, i);
  }
  gradient[0] = real(gradient, 0) + slopeR;
  gradient[1] = real(gradient, 1) + slopeAlpha;
  return value;
}

/** What having left at the last purchase adds to the likelihood of still being there: log(1 + odds), per cell. */
function addExits(tables: BetaGeometricTables, parameters: Float64Array, gradient: Float64Array): number {
  const [r = 0, , a = 0, b = 0] = parameters;
  const { exits } = tables;
  let value = 0;
  let [slopeR, slopeAlpha, slopeA, slopeB] = [0, 0, 0, 0];
  for (let i = 0; i < exits.customers.length; i++) {
    const count = whole(exits.count, i);
    const start = whole(exits.start, i);
    const end = whole(exits.end, i);
    const total = r + real(tables.counts, count);
    const gap = real(tables.logEnd, end) - real(tables.logStart, start);
    const logOdds = real(tables.logExit, count) + total * gap;
    // Only the smaller of both exponentials is taken: it cannot overflow.
    const small = Math.exp(-Math.abs(logOdds));
    const customers = real(exits.customers, i);
    value += customers * (Math.max(logOdds, 0) + Math.log(1 + small));
    const left = (customers * (logOdds > 0 ? 1 : small)) / (1 + small);
    slopeR += left * gap;
    slopeAlpha += left * total * (real(tables.inverseEnd, end) - real(tables.inverseStart, start));
    slopeA += left / a;
    slopeB -= left / (b + real(tables.flips, count) - 1);
  }
  gradient[0] = real(gradient, 0) + slopeR;
  gradient[1] = real(gradient, 1) + slopeAlpha;
  gradient[2] = real(gradient, 2) + slopeA;
  gradient[3] = real(gradient, 3) + slopeB;
  return value;
}
