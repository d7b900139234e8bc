import { HORIZON_SECONDS, WAIT_EDGES } from '#facts/queue-tally.ts';

const BINS = WAIT_EDGES.length;

/** Callers at the common pace that steady each class of the slower half. */
const ADDED_CALLERS = 10;

/** Weights by class of waiting time, with the exact seconds waited (cut at half an hour). */
export interface BinnedWaits {
  readonly answered: Float64Array;
  readonly answeredSeconds: Float64Array;
  readonly left: Float64Array;
  readonly leftSeconds: Float64Array;
  /** Squared weights of all callers of the class: how few they really are when some stand for many. */
  readonly squares: Float64Array;
}

export function noWaits(): BinnedWaits {
  return {
    answered: new Float64Array(BINS),
    answeredSeconds: new Float64Array(BINS),
    left: new Float64Array(BINS),
    leftSeconds: new Float64Array(BINS),
    squares: new Float64Array(BINS),
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
 * used inside the classes, so without hanging up the mean is the plain mean of min(wait, 1800 s), whatever the classes. In the slower
 * half, ten callers at its common pace are added to every class, never more than hung up before: the last few left do not swing the
 * mean, many outweigh them, and where nobody is left the curve goes on at that pace (after the manner of Brown, Hollander & Korwar
 * 1974), since a flat end would count every last caller who hung up as waiting on.
 * Kaplan & Meier (1958), JASA 53, 457-481, section 3; Klein & Moeschberger (2003), Survival Analysis, section 4.5 and 5.4.
 */
export function waitingCurve(waits: BinnedWaits): WaitingCurve {
  const staying = remaining(waits);
  const waiting = new Float64Array(BINS).fill(1);
  const late = { answered: 0, seconds: 0 };
  const added = ADDED_CALLERS * typicalWeight(waits);
  let leftBefore = 0;
  let meanSeconds = (staying[0] ?? 0) > 0 ? 0 : Number.NaN;
  for (let b = 0; b < BINS - 1; b++) {
    const share = waiting[b] ?? 1;
    const { atRisk, answered, seconds } = classOf(waits, staying, b);
    if (share <= 0.5) {
      late.answered += answered;
      late.seconds += seconds;
    }
    const lent = share <= 0.5 ? Math.min(added, leftBefore) : 0;
    const pace = carriedOn(late, widthOf(b));
    const known = atRisk + lent;
    const end =
      known > 0
        ? { area: (seconds + lent * pace.area) / known, stays: 1 - (answered + lent * (1 - pace.stays)) / known }
        : pace;
    leftBefore += waits.left[b] ?? 0;
    meanSeconds += share * end.area;
    waiting[b + 1] = share * Math.max(0, end.stays);
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

/** Weight of one caller where weights differ: the sum of squares over the sum, as in Kish (1965), Survey Sampling. */
function typicalWeight({ answered, left, squares }: BinnedWaits): number {
  const total = sum(answered) + sum(left);
  return total > 0 ? sum(squares) / total : 0;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const edge = (b: number) => WAIT_EDGES[b] ?? HORIZON_SECONDS;
const widthOf = (b: number) => edge(b + 1) - edge(b);

function remaining({ answered, left }: BinnedWaits): Float64Array {
  const staying = new Float64Array(BINS);
  let sum = 0;
  for (let b = BINS - 1; b >= 0; b--) {
    sum += (answered[b] ?? 0) + (left[b] ?? 0);
    staying[b] = sum;
  }
  return staying;
}

/** Who is at risk in a class, who is answered there, and the seconds waited inside it by everybody who reached it. */
function classOf(waits: BinnedWaits, staying: Float64Array, b: number) {
  const answered = waits.answered[b] ?? 0;
  const left = waits.left[b] ?? 0;
  const leftInside = Math.max(0, (waits.leftSeconds[b] ?? 0) - left * edge(b));
  const answeredInside = Math.max(0, (waits.answeredSeconds[b] ?? 0) - answered * edge(b));
  return {
    atRisk: (staying[b] ?? 0) - left + leftInside / widthOf(b),
    answered,
    seconds: (staying[b + 1] ?? 0) * widthOf(b) + answeredInside + leftInside,
  };
}

function carriedOn(late: { readonly answered: number; readonly seconds: number }, width: number) {
  if (!(late.answered > 0 && late.seconds > 0)) return { area: width, stays: 1 };
  const rate = late.answered / late.seconds;
  const stays = Math.exp(-rate * width);
  return { area: (1 - stays) / rate, stays };
}
