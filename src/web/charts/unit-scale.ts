import type { Format } from '#domain/format.ts';
import type { Unit } from '#domain/verdict-terms.ts';
import { type NiceScale, niceScale } from './nice-scale.ts';

const MINUTE = 60;
const LONG = 3 * MINUTE;

/** A round axis in the unit that people read: long durations step in minutes, not in hundreds of seconds. */
export function unitScale(unit: Unit, values: readonly number[], steps: number): NiceScale {
  const isLong = unit === 'seconds' && Math.max(...values.map(Math.abs)) >= LONG;
  if (!isLong) return niceScale(values, steps);
  const { min, max, step } = niceScale(
    values.map((value) => value / MINUTE),
    steps,
  );
  return { min: min * MINUTE, max: max * MINUTE, step: step * MINUTE };
}

/** A mark of an axis, with no more digits than its steps need. */
export function tickText(value: number, unit: Unit, { step }: NiceScale, format: Format): string {
  return value === 0 && unit === 'seconds' ? format.number(0, 0) : format.quantity(value, unit, step * 2);
}
