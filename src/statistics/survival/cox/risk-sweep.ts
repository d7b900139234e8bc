import type { Ties, WeightMeaning } from './cox-rows.ts';
import type { RiskBlock, RiskOrder } from './risk-order.ts';

/** Sums over those at risk (s) and those who end (d) at one moment; matrices lower triangle only, row-major. */
export interface DeathTime {
  readonly block: RiskBlock;
  readonly s0: number;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
  readonly d1: Float64Array;
  readonly d2: Float64Array;
  /** Weighted sum of the columns, and of the linear predictors, of those who end. */
  readonly ended: Float64Array;
  readonly endedPredictor: number;
  /** Ends that share the moment, and the weight of each. */
  readonly deaths: number;
  readonly meanWeight: number;
  readonly ties: TieSums;
}

/** Sums over the tied ends k of powers of 1 / (s0 - f_k d0) and of the part f_k already gone. */
interface TieSums {
  readonly logSum: number;
  readonly inverse: number;
  readonly goneInverse: number;
  readonly square: number;
  readonly goneSquare: number;
  readonly goneGoneSquare: number;
}

export interface SweepOptions {
  readonly ties: Ties;
  readonly weightMeaning: WeightMeaning;
}

/**
 * Walks each stratum from the last exit to the first, keeping the sums over those at risk up to date, and calls visit at
 * every moment with an end. The arrays handed over are reused: visit must not keep them.
 */
export function riskSweep(
  order: RiskOrder,
  predictor: Float64Array,
  options: SweepOptions,
  visit: (moment: DeathTime) => void,
): void {
  const atRisk = emptySums(order.size);
  const own = { ...emptySums(order.size), ended: new Float64Array(order.size) };
  for (const block of order.blocks) {
    if (block.firstOfStratum) clear(atRisk);
    const { deaths, deathWeight, endedPredictor } = addBlock({ order, predictor, block }, atRisk, own);
    removeBlock({ order, predictor, block }, atRisk);
    if (deaths === 0) continue;
    const tied = options.weightMeaning === 'counts' ? deathWeight : deaths;
    visit({
      block,
      s0: atRisk.zero,
      s1: atRisk.one,
      s2: atRisk.two,
      d1: own.one,
      d2: own.two,
      ended: own.ended,
      endedPredictor,
      deaths: tied,
      meanWeight: deathWeight / tied,
      ties: tieSums(tied, atRisk.zero, own.zero, options.ties),
    });
  }
}

interface RiskSums {
  zero: number;
  readonly one: Float64Array;
  readonly two: Float64Array;
  /** Scratch: columns of the row at hand that are not 0. */
  readonly filled: Int32Array;
}

interface OwnSums extends RiskSums {
  readonly ended: Float64Array;
}

interface BlockPass {
  readonly order: RiskOrder;
  readonly predictor: Float64Array;
  readonly block: RiskBlock;
}

function addBlock({ order, predictor, block }: BlockPass, atRisk: RiskSums, own: OwnSums) {
  const { design, weights, event, size } = order;
  clear(own);
  own.ended.fill(0);
  let deaths = 0;
  let deathWeight = 0;
  let endedPredictor = 0;
  for (let at = block.start; at < block.end; at++) {
    const weight = weights[at] ?? 0;
    const risk = weight * Math.exp(predictor[at] ?? 0);
    add(atRisk, design, at * size, risk);
    if (event[at] !== 1 || weight === 0) continue;
    add(own, design, at * size, risk);
    deaths += 1;
    deathWeight += weight;
    endedPredictor += weight * (predictor[at] ?? 0);
    for (let j = 0; j < size; j++) own.ended[j] = (own.ended[j] ?? 0) + weight * (design[at * size + j] ?? 0);
  }
  return { deaths, deathWeight, endedPredictor };
}

function removeBlock({ order, predictor, block }: BlockPass, atRisk: RiskSums): void {
  const { byEntry, weights, design, size } = order;
  for (let k = block.removeFrom; k < block.removeTo; k++) {
    const at = byEntry[k] ?? 0;
    add(atRisk, design, at * size, -(weights[at] ?? 0) * Math.exp(predictor[at] ?? 0));
  }
}

function emptySums(size: number): RiskSums {
  return { zero: 0, one: new Float64Array(size), two: new Float64Array(size * size), filled: new Int32Array(size) };
}

function clear(sums: RiskSums): void {
  sums.zero = 0;
  sums.one.fill(0);
  sums.two.fill(0);
}

// Only entries that are not 0 are visited: indicator columns make most of them 0.
function add(sums: RiskSums, design: Float64Array, start: number, risk: number): void {
  const { one, two, filled } = sums;
  const size = one.length;
  sums.zero += risk;
  let count = 0;
  for (let j = 0; j < size; j++) {
    const value = design[start + j] ?? 0;
    if (value === 0) continue;
    filled[count] = j;
    count += 1;
    const part = risk * value;
    const row = j * size;
    one[j] = (one[j] ?? 0) + part;
    for (let f = 0; f < count; f++) {
      const k = filled[f] ?? 0;
      two[row + k] = (two[row + k] ?? 0) + part * (design[start + k] ?? 0);
    }
  }
}

function tieSums(deaths: number, s0: number, d0: number, ties: Ties): TieSums {
  let logSum = 0;
  let inverse = 0;
  let goneInverse = 0;
  let square = 0;
  let goneSquare = 0;
  let goneGoneSquare = 0;
  for (let k = 0; k < deaths; k++) {
    const gone = ties === 'efron' ? k / deaths : 0;
    const left = s0 - gone * d0;
    const one = 1 / left;
    const two = one * one;
    logSum += Math.log(left);
    inverse += one;
    goneInverse += gone * one;
    square += two;
    goneSquare += gone * two;
    goneGoneSquare += gone * gone * two;
  }
  return { logSum, inverse, goneInverse, square, goneSquare, goneGoneSquare };
}
