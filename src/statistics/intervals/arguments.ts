import { DEFAULT_LEVEL } from '../estimate.ts';

/** What every interval lets the caller choose. */
export interface IntervalOptions {
  /** Nominal coverage, strictly between 0 and 1. */
  readonly level?: number;
}

/** The level asked for, or the default. Throws RangeError unless 0 < level < 1. */
export function levelOf(options: IntervalOptions): number {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  return level;
}

/** Throws RangeError naming the argument unless it is finite and at least 0. */
export function requireNonNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be a finite number of at least 0, got ${value}`);
  }
}

/** Throws RangeError naming the argument unless it is finite and above 0. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be a finite number above 0, got ${value}`);
  }
}
