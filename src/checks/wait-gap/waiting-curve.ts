import { HORIZON_SECONDS, WAIT_EDGES } from '#facts/queue-tally.ts';
import type { BinnedWaits } from './binned-waits.ts';

const BINS = WAIT_EDGES.length;

/** Callers at the common pace that steady each class. */
const ADDED_CALLERS = 10;

/** As many as this still waiting are few: from here on their own pace sets the level. */
const FEW_CALLERS = 30;

export interface WaitingCurve {
  /** Share still waiting at each edge of WAIT_EDGES, 0..1. */
  readonly waiting: Float64Array;
  /** Mean wait until a person answers, counted up to half an hour, in seconds. */
  readonly meanSeconds: number;
}

/**
 * Share still waiting over time when hanging up says nothing about the wait to come: the product-limit curve on classes of waiting
 * time, for calls about one matter. Who hangs up inside a class counts as at risk for the part of it that they waited (actuarial
 * estimator); exact seconds are used inside the classes, so without hanging up the mean is the plain mean of min(wait, 1800 s),
 * whatever the classes. Ten callers are added to every class, never more than hung up before: the last few left do not swing the mean,
 * many outweigh them, and where nobody is left the curve goes on (after the manner of Brown, Hollander & Korwar 1974), since a flat
 * end would count every last caller who hung up as waiting on. They are answered at the common pace, raised or lowered to the group's
 * own level where few of it are left: a level taken from the many who are answered soon would misjudge a group most of whom wait
 * briefly and some very long. Of a group without any call the curve is the common pace.
 * Kaplan & Meier (1958), JASA 53, 457-481, section 3; Klein & Moeschberger (2003), Survival Analysis, section 4.5 and 5.4.
 */
export function waitingCurve(waits: BinnedWaits, common: Float64Array = commonPace([waits])): WaitingCurve {
  const classes = classesOf(waits);
  const level = levelOf(classes, common);
  const waiting = new Float64Array(BINS).fill(1);
  let leftBefore = 0;
  let meanSeconds = 0;
  for (const [b, { atRisk, answered, seconds, width, caller }] of classes.entries()) {
    const lent = Math.min(ADDED_CALLERS * caller, leftBefore);
    const pace = steady(level * (common[b] ?? 0), width);
    const known = atRisk + lent;
    const end =
      known > 0
        ? { area: (seconds + lent * pace.area) / known, stays: 1 - (answered + lent * (1 - pace.stays)) / known }
        : pace;
    leftBefore += waits.left[b] ?? 0;
    const share = waiting[b] ?? 1;
    meanSeconds += share * end.area;
    waiting[b + 1] = share * Math.max(0, end.stays);
  }
  return { waiting, meanSeconds };
}

/** Answers per second of waiting in each class, all groups together; one caller more at the pace of all classes, so that none is 0. */
export function commonPace(groups: readonly BinnedWaits[]): Float64Array {
  const answered = new Float64Array(BINS - 1);
  const seconds = new Float64Array(BINS - 1);
  for (const group of groups) {
    for (const [b, found] of classesOf(group).entries()) {
      answered[b] = (answered[b] ?? 0) + found.answered / found.caller;
      seconds[b] = (seconds[b] ?? 0) + found.seconds / found.caller;
    }
  }
  const overall = sum(answered) / sum(seconds);
  if (!(overall > 0 && Number.isFinite(overall))) return answered.fill(0);
  return answered.map((count, b) => (count + 1) / ((seconds[b] ?? 0) + 1 / overall));
}

/** The group's own pace over the common one: where thirty or fewer of it are left in full, less where there are more. */
function levelOf(classes: readonly WaitClass[], common: Float64Array): number {
  const ratio = (weightOf: (waiting: number) => number, prior: number) => {
    let answered = 1;
    let expected = 1 / prior;
    for (const [b, found] of classes.entries()) {
      const weight = weightOf(found.seconds / found.width / found.caller) / found.caller;
      answered += weight * found.answered;
      expected += weight * found.seconds * (common[b] ?? 0);
    }
    return expected > 0 ? answered / expected : 1;
  };
  const everywhere = ratio(() => 1, 1);
  return ratio((waiting) => Math.min(1, FEW_CALLERS / waiting) ** 2, everywhere);
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

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const edge = (b: number) => WAIT_EDGES[b] ?? HORIZON_SECONDS;
const widthOf = (b: number) => edge(b + 1) - edge(b);

interface WaitClass {
  readonly atRisk: number;
  readonly answered: number;
  /** Waited inside the class by everybody who reached it. */
  readonly seconds: number;
  readonly width: number;
  /**
   * Weight of one caller of the group: squares over the sum, as in Kish (1965), Survey Sampling. Of the whole group, not of those who
   * are left: where the few who stand for many are gone and many who stand for few are left, these must not carry on for the former.
   */
  readonly caller: number;
}

/** The classes up to half an hour; the open one behind it ends nothing. */
function classesOf(waits: BinnedWaits): readonly WaitClass[] {
  const { answered, answeredSeconds, left, leftSeconds, squares } = waits;
  const reached = fromEnd((b) => (answered[b] ?? 0) + (left[b] ?? 0));
  const everybody = reached[0] ?? 0;
  const caller = everybody > 0 ? sum(squares) / everybody : 1;
  return Array.from({ length: BINS - 1 }, (_, b) => {
    const width = widthOf(b);
    const inside = (seconds: number | undefined, count: number) => Math.max(0, (seconds ?? 0) - count * edge(b));
    const leftInside = inside(leftSeconds[b], left[b] ?? 0);
    const stayed = reached[b + 1] ?? 0;
    return {
      atRisk: stayed + (answered[b] ?? 0) + leftInside / width,
      answered: answered[b] ?? 0,
      seconds: stayed * width + inside(answeredSeconds[b], answered[b] ?? 0) + leftInside,
      width,
      caller,
    };
  });
}

/** Sums of each class and all that follow. */
function fromEnd(of: (b: number) => number): Float64Array {
  const sums = new Float64Array(BINS);
  for (let b = BINS - 1; b >= 0; b--) sums[b] = of(b) + (sums[b + 1] ?? 0);
  return sums;
}

function steady(rate: number, width: number) {
  if (!(rate > 0)) return { area: width, stays: 1 };
  const stays = Math.exp(-rate * width);
  return { area: (1 - stays) / rate, stays };
}
