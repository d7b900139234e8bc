/** A number with its interval. `low` and `high` may be infinite where the data do not bound it. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Nominal coverage of the interval, 0..1. */
  readonly level: number;
}

/** The confidence level of every interval that a person sees. */
export const DEFAULT_LEVEL = 0.95;
