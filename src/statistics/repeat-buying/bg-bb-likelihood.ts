import { real } from './entry.ts';
import { emptyLogRise, fillLogRise, type LogRise } from './log-rise.ts';

/** Rising factorials of the BG/BB's four parameters and their sums, for every number of occasions. */
export interface BgBbTables {
  readonly steps: Float64Array;
  readonly buy: LogRise;
  readonly skip: LogRise;
  readonly chance: LogRise;
  readonly stay: LogRise;
  readonly life: LogRise;
}

/** Room for histories of up to `occasions` occasions. */
export function bgBbTables(occasions: number): BgBbTables {
  const size = occasions + 2;
  return {
    steps: Float64Array.from({ length: size }, (_, k) => k),
    buy: emptyLogRise(size),
    skip: emptyLogRise(size),
    chance: emptyLogRise(size),
    stay: emptyLogRise(size),
    life: emptyLogRise(size),
  };
}

export function fillBgBbTables(tables: BgBbTables, [alpha = 0, beta = 0, gamma = 0, delta = 0]: Float64Array): void {
  fillLogRise(alpha, tables.steps, tables.buy);
  fillLogRise(beta, tables.steps, tables.skip);
  fillLogRise(alpha + beta, tables.steps, tables.chance);
  fillLogRise(delta, tables.steps, tables.stay);
  fillLogRise(gamma + delta, tables.steps, tables.life);
}

/**
 * Log-likelihood of `frequency` purchases in `occasions` occasions, the last at `recency`: still there at the end, or
 * gone after any occasion since. Adds `weight` times its gradient (alpha, beta, gamma, delta) to `gradient`.
 */
export function addBgBbCell(
  tables: BgBbTables,
  cell: { readonly frequency: number; readonly recency: number; readonly occasions: number; readonly weight: number },
  gamma: number,
  gradient: Float64Array,
): number {
  const { frequency, recency, occasions, weight } = cell;
  const logGamma = Math.log(gamma);
  const here =
    purchases(tables, frequency, occasions) + real(tables.stay.value, occasions) - real(tables.life.value, occasions);
  const goneAt = (seen: number) =>
    purchases(tables, frequency, seen) + logGamma + real(tables.stay.value, seen) - real(tables.life.value, seen + 1);
  let largest = here;
  for (let seen = recency; seen < occasions; seen++) largest = Math.max(largest, goneAt(seen));
  let total = Math.exp(here - largest);
  for (let seen = recency; seen < occasions; seen++) total += Math.exp(goneAt(seen) - largest);
  const value = largest + Math.log(total);
  addPath(tables, frequency, occasions, occasions, weight * Math.exp(here - value), gradient);
  for (let seen = recency; seen < occasions; seen++) {
    const share = weight * Math.exp(goneAt(seen) - value);
    addPath(tables, frequency, seen, seen + 1, share, gradient);
    gradient[2] = real(gradient, 2) + share / gamma;
  }
  return weight * value;
}

/** log of B(alpha + bought, beta + seen - bought) / B(alpha, beta). */
function purchases(tables: BgBbTables, bought: number, seen: number): number {
  return real(tables.buy.value, bought) + real(tables.skip.value, seen - bought) - real(tables.chance.value, seen);
}

function addPath(
  tables: BgBbTables,
  bought: number,
  seen: number,
  lived: number,
  share: number,
  gradient: Float64Array,
): void {
  const chance = real(tables.chance.slope, seen);
  const life = real(tables.life.slope, lived);
  gradient[0] = real(gradient, 0) + share * (real(tables.buy.slope, bought) - chance);
  gradient[1] = real(gradient, 1) + share * (real(tables.skip.slope, seen - bought) - chance);
  gradient[2] = real(gradient, 2) - share * life;
  gradient[3] = real(gradient, 3) + share * (real(tables.stay.slope, seen) - life);
}
