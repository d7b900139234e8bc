import { HORIZON_SECONDS, WAIT_EDGES } from './wait-bins.ts';

const BINS = WAIT_EDGES.length;

/** Weights by class of waiting time, with the exact seconds waited (cut at half an hour). */
export interface BinnedWaits {
  readonly answered: Float64Array;
  readonly answeredSeconds: Float64Array;
  readonly left: Float64Array;
  readonly leftSeconds: Float64Array;
}

export function noWaits(): BinnedWaits {
  return {
    answered: new Float64Array(BINS),
    answeredSeconds: new Float64Array(BINS),
    left: new Float64Array(BINS),
    leftSeconds: new Float64Array(BINS),
  };
}

export interface WaitingCurve {
  /** Share still waiting at each edge of WAIT_EDGES, 0..1. */
  readonly waiting: Float64Array;
  /** Mean wait until a person answers, counted up to half an hour, in seconds. NaN without any waits. */
  readonly meanSeconds: number;
}

/**
 * Share still waiting over time when hanging up says nothing about the wait to come: the product-limit curve on classes of waiting
 * time. Who hangs up inside a class counts as at risk for the part of it that they waited (actuarial estimator); exact seconds are
 * used inside the classes, so without hanging up the mean is the plain mean of min(wait, 1800 s), whatever the classes. Where nobody
 * is left before half an hour the curve goes on with the average rate of answering (Brown, Hollander & Korwar 1974), since a flat
 * end would count every last caller who hung up as waiting on.
 * Kaplan & Meier (1958), JASA 53, 457-481, section 3; Klein & Moeschberger (2003), Survival Analysis, section 4.5 and 5.4.
 */
export function waitingCurve(waits: BinnedWaits): WaitingCurve {
  const staying = remaining(waits);
  const seconds = secondsAtRisk(waits, staying);
  const rate = answerRate(waits, seconds);
  const waiting = new Float64Array(BINS);
  let share = 1;
  let meanSeconds = (staying[0] ?? 0) > 0 ? 0 : Number.NaN;
  for (let b = 0; b < BINS; b++) {
    waiting[b] = share;
    if (b === BINS - 1) break;
    const width = widthOf(b);
    const left = waits.left[b] ?? 0;
    const atRisk = (staying[b] ?? 0) - left + Math.max(0, leftInside(waits, b)) / width;
    if (atRisk > 0) {
      meanSeconds += (share * (seconds[b] ?? 0)) / atRisk;
      share *= Math.max(0, 1 - (waits.answered[b] ?? 0) / atRisk);
    } else {
      const staysOn = Math.exp(-rate * width);
      meanSeconds += share * (rate > 0 ? (1 - staysOn) / rate : width);
      share *= staysOn;
    }
  }
  return { waiting, meanSeconds };
}

/** Seconds after which only the given share still waits, straight between edges; infinite beyond half an hour. */
export function secondsUntil({ waiting }: WaitingCurve, share: number): number {
  for (let b = 1; b < BINS; b++) {
    const before = waiting[b - 1] ?? 1;
    const after = waiting[b] ?? 1;
    if (after <= share) return edge(b - 1) + (widthOf(b - 1) * (before - share)) / (before - after);
  }
  return Number.POSITIVE_INFINITY;
}

const edge = (b: number) => WAIT_EDGES[b] ?? HORIZON_SECONDS;
const widthOf = (b: number) => edge(b + 1) - edge(b);
const leftInside = (waits: BinnedWaits, b: number) => (waits.leftSeconds[b] ?? 0) - (waits.left[b] ?? 0) * edge(b);

function remaining({ answered, left }: BinnedWaits): Float64Array {
  const staying = new Float64Array(BINS);
  let sum = 0;
  for (let b = BINS - 1; b >= 0; b--) {
    sum += (answered[b] ?? 0) + (left[b] ?? 0);
    staying[b] = sum;
  }
  return staying;
}

/** Seconds waited inside each class by everybody who reached it. */
function secondsAtRisk(waits: BinnedWaits, staying: Float64Array): Float64Array {
  return Float64Array.from(staying, (_, b) => {
    const answeredInside = (waits.answeredSeconds[b] ?? 0) - (waits.answered[b] ?? 0) * edge(b);
    const passing = (staying[b + 1] ?? 0) * widthOf(b);
    return Math.max(0, passing + answeredInside + leftInside(waits, b));
  });
}

// Calls answered at once never stood in the queue and say nothing about its pace.
function answerRate({ answered }: BinnedWaits, seconds: Float64Array): number {
  let events = 0;
  let total = 0;
  for (let b = 1; b < BINS - 1; b++) {
    events += answered[b] ?? 0;
    total += seconds[b] ?? 0;
  }
  return total > 0 ? events / total : 0;
}
