import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** What every plan fixes beforehand. */
export interface DesignOptions {
  /** Confidence level of the two-sided interval or test, 0..1; default 0.95. */
  readonly level?: number;
  /** Chance of finding the effect if it is as large as assumed, 0..1; default 0.8. */
  readonly power?: number;
}

export interface DesignQuantiles {
  readonly level: number;
  readonly power: number;
  /** Normal quantiles of the two-sided level and of the power. */
  readonly zLevel: number;
  readonly zPower: number;
}

/** RangeError unless level and power lie within 0..1 and the power is above the error rate. */
export function designQuantiles(options: DesignOptions): DesignQuantiles {
  const { level = 0.95, power = 0.8 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level is ${level}, expected between 0 and 1`);
  if (!(power > 1 - level && power < 1)) throw new RangeError(`power is ${power}, expected between ${1 - level} and 1`);
  return { level, power, zLevel: normalQuantile((1 + level) / 2, 0, 1), zPower: normalQuantile(power, 0, 1) };
}

/** RangeError unless the value lies strictly between 0 and 1. */
export function requireShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} is ${value}, expected between 0 and 1`);
}

/** RangeError unless the value is finite and above 0. */
export function requireAbove0(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`${name} is ${value}, expected above 0`);
}
