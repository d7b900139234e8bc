/** An axis whose ends and steps are round numbers. */
export interface NiceScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const ROUND = [1, 2, 2.5, 5, 10];

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that covers the values, and always zero, in about `steps` steps. */
export function niceScale(values: readonly number[], steps: number, fromZero = true): NiceScale {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite, fromZero ? 0 : Number.POSITIVE_INFINITY);
  const high = Math.max(...finite, fromZero ? 0 : Number.NEGATIVE_INFINITY);
  if (!(high > low)) return Number.isFinite(low) ? { min: low, max: low + 1, step: 1 } : { min: 0, max: 1, step: 1 };
  const raw = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * (ROUND.find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10);
  const clean = (value: number) => Number(value.toPrecision(12));
  return {
    min: clean(Math.floor(low / step + 1e-9) * step),
    max: clean(Math.ceil(high / step - 1e-9) * step),
    step: clean(step),
  };
}
