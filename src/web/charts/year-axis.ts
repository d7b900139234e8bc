import { type NiceScale, niceScale } from './nice-scale.ts';

const isYear = (at: number) => Number.isInteger(at) && at >= 1900 && at <= 2200;

/** Whether the places of an axis are calendar years, which are written without separators and never halved. */
export const areYears = (places: readonly number[]): boolean => places.length > 0 && places.every(isYear);

/** An axis whose steps are whole years where its places are years, and otherwise round numbers. */
export function placeScale(places: readonly number[], steps: number): NiceScale {
  if (!areYears(places)) return niceScale(places, steps, false);
  const first = Math.min(...places);
  const step = Math.max(1, Math.ceil((Math.max(...places) - first) / steps));
  const count = Math.max(1, Math.ceil((Math.max(...places) - first) / step));
  return { min: first, max: first + count * step, step };
}
