import { linearPredictor } from './cox-likelihood.ts';
import type { RiskBlock, RiskOrder } from './risk-order.ts';
import { type DeathTime, riskSweep, type SweepOptions } from './risk-sweep.ts';

/**
 * What each row adds to the gradient, rows x size by position, weights included: its own end less its share of the
 * hazard it lived through. They sum to 0 at the maximum; summed by cluster they give the robust variance.
 * Therneau & Grambsch (2000), Modeling Survival Data, section 7.2.
 */
export function scoreResiduals(order: RiskOrder, beta: ArrayLike<number>, options: SweepOptions): Float64Array {
  const { rows, size, weights, blocks } = order;
  const predictor = linearPredictor(order, beta);
  const steps = new Map<RiskBlock, HazardStep>();
  riskSweep(order, predictor, options, (moment) => steps.set(moment.block, hazardStep(moment)));
  const ledger: Ledger = {
    order,
    risk: predictor.map((value, at) => (weights[at] ?? 0) * Math.exp(value)),
    residuals: new Float64Array(rows * size),
    gone: new Uint8Array(rows),
    hazardAfter: 0,
    driftAfter: new Float64Array(size),
  };
  let stratumStart = 0;
  blocks.forEach((block, b) => {
    if (block.firstOfStratum) {
      stratumStart = block.start;
      ledger.hazardAfter = 0;
      ledger.driftAfter.fill(0);
    }
    passBlock(ledger, block);
    const step = steps.get(block);
    if (step !== undefined) passEnds(ledger, block, step);
    if (blocks[b + 1]?.firstOfStratum ?? true) {
      for (let at = stratumStart; at < block.end; at++) if (ledger.gone[at] === 0) charge(ledger, at, -1);
    }
  });
  return ledger.residuals;
}

interface Ledger {
  readonly order: RiskOrder;
  readonly risk: Float64Array;
  readonly residuals: Float64Array;
  /** 1 once the walk has come to before the entry of the row. */
  readonly gone: Uint8Array;
  /** Summed over the moments of the stratum that the walk, last to first, has seen. */
  hazardAfter: number;
  readonly driftAfter: Float64Array;
}

// What comes after the exit is given back in advance, what came before the entry is never charged.
function passBlock(ledger: Ledger, { start, end, removeFrom, removeTo }: RiskBlock): void {
  for (let at = start; at < end; at++) charge(ledger, at, 1);
  for (let k = removeFrom; k < removeTo; k++) {
    const at = ledger.order.byEntry[k] ?? 0;
    charge(ledger, at, -1);
    ledger.gone[at] = 1;
  }
}

function passEnds(ledger: Ledger, { start, end }: RiskBlock, step: HazardStep): void {
  const { order, residuals, risk, driftAfter } = ledger;
  for (let at = start; at < end; at++) {
    if (order.event[at] === 1) addEnd(order, residuals, at, { step, risk: risk[at] ?? 0 });
  }
  ledger.hazardAfter += step.hazard;
  step.drift.forEach((drift, j) => {
    driftAfter[j] = (driftAfter[j] ?? 0) + drift;
  });
}

function charge(
  { order: { size, design }, residuals, risk, hazardAfter, driftAfter }: Ledger,
  at: number,
  sign: number,
) {
  const part = sign * (risk[at] ?? 0);
  for (let j = 0; j < size; j++) {
    const value = design[at * size + j] ?? 0;
    residuals[at * size + j] = (residuals[at * size + j] ?? 0) + part * (value * hazardAfter - (driftAfter[j] ?? 0));
  }
}

/** Hazard at one moment, and hazard times the mean of those at risk; for those who do not end there and those who do. */
interface HazardStep {
  readonly hazard: number;
  readonly drift: Float64Array;
  readonly ownHazard: number;
  readonly ownDrift: Float64Array;
  readonly mean: Float64Array;
}

function hazardStep({ ties, meanWeight, deaths, s1, d1 }: DeathTime): HazardStep {
  const { inverse, goneInverse, square, goneSquare, goneGoneSquare } = ties;
  return {
    hazard: meanWeight * inverse,
    drift: s1.map((s, j) => meanWeight * (s * square - (d1[j] ?? 0) * goneSquare)),
    // Of those who end together, each is at risk only until its turn.
    ownHazard: meanWeight * (inverse - goneInverse),
    ownDrift: s1.map((s, j) => meanWeight * (s * (square - goneSquare) - (d1[j] ?? 0) * (goneSquare - goneGoneSquare))),
    mean: s1.map((s, j) => (s * inverse - (d1[j] ?? 0) * goneInverse) / deaths),
  };
}

function addEnd(
  { size, design, weights }: RiskOrder,
  residuals: Float64Array,
  at: number,
  { step, risk }: { readonly step: HazardStep; readonly risk: number },
): void {
  const spared = step.hazard - step.ownHazard;
  for (let j = 0; j < size; j++) {
    const value = design[at * size + j] ?? 0;
    const own = (weights[at] ?? 0) * (value - (step.mean[j] ?? 0));
    const back = risk * (value * spared - (step.drift[j] ?? 0) + (step.ownDrift[j] ?? 0));
    residuals[at * size + j] = (residuals[at * size + j] ?? 0) + own + back;
  }
}
