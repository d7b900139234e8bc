/** The scale on which an interval is symmetric: log for ratios above 0, logit for shares within 0..1. */
export type Scale = 'identity' | 'log' | 'logit';

interface ScaleFunctions {
  readonly forward: (value: number) => number;
  readonly back: (value: number) => number;
  /** Derivative of forward. */
  readonly slope: (value: number) => number;
  readonly lowest: number;
  readonly highest: number;
}

export const SCALES: Readonly<Record<Scale, ScaleFunctions>> = {
  identity: {
    forward: (value) => value,
    back: (value) => value,
    slope: () => 1,
    lowest: Number.NEGATIVE_INFINITY,
    highest: Number.POSITIVE_INFINITY,
  },
  log: {
    forward: Math.log,
    back: Math.exp,
    slope: (value) => 1 / value,
    lowest: 0,
    highest: Number.POSITIVE_INFINITY,
  },
  logit: {
    forward: (value) => Math.log(value / (1 - value)),
    back: (value) => 1 / (1 + Math.exp(-value)),
    slope: (value) => 1 / (value * (1 - value)),
    lowest: 0,
    highest: 1,
  },
};
