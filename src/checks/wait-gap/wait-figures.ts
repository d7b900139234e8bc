import { HORIZON_SECONDS, WAIT_EDGES } from '#facts/queue-tally.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Scale } from '#statistics/jackknife/scale.ts';
import type { Cells } from '../cells.ts';
import { addedUp, type BinnedWaits, everybody } from './binned-waits.ts';
import { COMPARED, type Reading, readerOf } from './both-waits.ts';
import { GAP_SCALES, gapOf, gapTheta, UNKNOWN } from './gap-interval.ts';
import { mixedCurves } from './mixed-curves.ts';
import { secondsUntil, type WaitingCurve } from './waiting-curve.ts';

interface Figure {
  readonly unit: 'seconds' | 'share';
  readonly scale: Scale;
  readonly of: (waits: BinnedWaits, curve: WaitingCurve) => number;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const stillWaitingAt = (seconds: (typeof WAIT_EDGES)[number]): Figure['of'] => {
  const position = WAIT_EDGES.indexOf(seconds);
  return (_, { waiting }) => waiting[position] ?? Number.NaN;
};

/** Classes of waits under 20 seconds, the usual mark of a service level. */
const PROMPT = WAIT_EDGES.indexOf(20);

/** Figures of one group, all at the existing customers' mix. */
const FIGURES = {
  mean: { unit: 'seconds', scale: 'log', of: (_, { meanSeconds }) => meanSeconds },
  median: { unit: 'seconds', scale: 'log', of: (_, curve) => secondsUntil(curve, 0.5) },
  p90: { unit: 'seconds', scale: 'log', of: (_, curve) => secondsUntil(curve, 0.1) },
  over10: { unit: 'share', scale: 'logit', of: stillWaitingAt(600) },
  over30: { unit: 'share', scale: 'logit', of: stillWaitingAt(1800) },
  abandoned: { unit: 'share', scale: 'logit', of: (waits) => sum(waits.left) / everybody(waits) },
  prompt: { unit: 'share', scale: 'logit', of: (waits) => sum(waits.answered.subarray(0, PROMPT)) / everybody(waits) },
  answeredOnly: { unit: 'seconds', scale: 'log', of: (w) => sum(w.answeredSeconds) / sum(w.answered) },
  waitedMax: {
    unit: 'seconds',
    scale: 'log',
    of: (w) => (sum(w.answeredSeconds) + HORIZON_SECONDS * sum(w.left)) / everybody(w),
  },
} satisfies Record<string, Figure>;

type FigureName = keyof typeof FIGURES;
const NAMED: readonly (readonly [string, Figure])[] = Object.entries(FIGURES);
const NAMES = NAMED.map(([name]) => name);

export interface GroupFigures {
  /** By name of figure. */
  readonly figures: ReadonlyMap<string, { readonly estimate: Estimate; readonly unit: Figure['unit'] }>;
  /** Share still waiting at each edge of WAIT_EDGES. */
  readonly curve: readonly Estimate[];
}

export interface WaitFigures {
  readonly gap: Estimate;
  readonly gapAnsweredOnly: Estimate;
  readonly gapWaitedMax: Estimate;
  readonly existing: GroupFigures;
  readonly newcomer: GroupFigures;
}

const groupTheta = (waits: BinnedWaits, curve: WaitingCurve): number[] => [
  ...NAMED.map(([, figure]) => figure.of(waits, curve)),
  ...curve.waiting,
];
const WIDTH = NAMES.length + WAIT_EDGES.length;
const GROUP_SCALES: readonly Scale[] = [
  ...NAMED.map(([, { scale }]) => scale),
  ...WAIT_EDGES.map(() => 'identity' as const),
];

/**
 * The gap alone, in seconds: for parts of the contacts and for other readings of the unknown callers. Days are the clusters; where the
 * days of a handful of calls that stand for many decide nearly all, degrees of freedom are as few as those days.
 */
export function waitGap(cells: Cells, reading: Reading = COMPARED): Estimate {
  const read = readerOf(cells, reading);
  const theta = (sums: Float64Array) => {
    const { existing, newcomer } = mixedCurves(read(sums));
    return gapTheta(existing.meanSeconds, newcomer.meanSeconds);
  };
  return gapOf(deleteAGroup({ ...cells, scale: 'identity', freedom: 'spread', theta }));
}

/** Everything that is said about the two groups. Days are the clusters: who calls on the same day shares its congestion. */
export function waitFigures(cells: Cells): WaitFigures {
  const read = readerOf(cells, COMPARED);
  const result = deleteAGroup({
    ...cells,
    freedom: 'spread',
    scale: [...GAP_SCALES, 'identity', 'identity', ...GROUP_SCALES, ...GROUP_SCALES],
    theta: (sums) => {
      const matters = read(sums);
      const curves = mixedCurves(matters);
      const existing = groupTheta(addedUp(matters.map((both) => both.existing)), curves.existing);
      const newcomer = groupTheta(addedUp(matters.map((both) => both.newcomer)), curves.newcomer);
      const of = (group: readonly number[], name: FigureName) => group[NAMES.indexOf(name)] ?? Number.NaN;
      const gap = (name: FigureName) => of(existing, name) - of(newcomer, name);
      return [
        ...gapTheta(of(existing, 'mean'), of(newcomer, 'mean')),
        gap('answeredOnly'),
        gap('waitedMax'),
        ...existing,
        ...newcomer,
      ];
    },
  });
  const groups = GAP_SCALES.length + 2;
  return {
    gap: gapOf(result),
    gapAnsweredOnly: result.estimates[GAP_SCALES.length] ?? UNKNOWN,
    gapWaitedMax: result.estimates[GAP_SCALES.length + 1] ?? UNKNOWN,
    existing: groupOf(result.estimates.slice(groups, groups + WIDTH)),
    newcomer: groupOf(result.estimates.slice(groups + WIDTH)),
  };
}

function groupOf(estimates: readonly Estimate[]): GroupFigures {
  const figures = NAMED.flatMap(([name, { unit }], i) => {
    const estimate = estimates[i];
    return estimate === undefined ? [] : [[name, { estimate, unit }] as const];
  });
  const curve = estimates
    .slice(NAMES.length)
    .map((e) => ({ ...e, low: Math.max(0, e.low), high: Math.min(1, e.high) }));
  return { figures: new Map(figures), curve };
}
