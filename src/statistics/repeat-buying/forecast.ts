/** A parameter as a fit returns it; only its value is read. */
export interface Parameter {
  readonly value: number;
}

/** What a fitted model expects of customers with known histories, one entry per row of the histories. */
export interface Forecast {
  /** Probability that the customer still is one at the end of observation, 0..1. */
  readonly probabilityAlive: Float64Array;
  /** Expected purchases from the end of observation to each horizon, one column per horizon. */
  readonly expectedPurchases: readonly Float64Array[];
}

/** Throws RangeError unless every horizon is a finite time of at least 0. */
export function requireHorizons(horizons: readonly number[]): void {
  for (const horizon of horizons) {
    if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) throw new RangeError(`horizons: ${horizon}`);
  }
}

/** Throws RangeError naming the first parameter that is not finite and above 0. */
export function requireParameters(parameters: Readonly<Record<string, Parameter>>): void {
  for (const [name, { value }] of Object.entries(parameters)) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`parameter ${name} is ${value}`);
  }
}
