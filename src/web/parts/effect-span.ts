import type { Outcome, Unit } from '#domain/verdict-terms.ts';

interface Measured {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
}

/**
 * Where an effect lies between the two groups: -1 newcomers are second class, 0 no difference, 1 existing customers are.
 * `openLow`, `openHigh`: the interval has no end on that side.
 */
export interface EffectSpan {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

const neutralOf = (unit: Unit) => (unit === 'ratio' ? 1 : 0);

/** Distances from "no difference"; some effects are counted so that less is worse, and then point the other way. */
function distances(effect: Measured, outcome: Outcome): readonly [number, number, number] {
  const neutral = neutralOf(effect.unit);
  const value = effect.value - neutral;
  const low = (effect.low ?? Number.NEGATIVE_INFINITY) - neutral;
  const high = (effect.high ?? Number.POSITIVE_INFINITY) - neutral;
  const against = (outcome === 'finding' && value < 0) || (outcome === 'reversed' && value > 0);
  return against ? [-value, -high, -low] : [value, low, high];
}

const reach = (effect: Measured, outcome: Outcome) =>
  Math.max(...distances(effect, outcome).filter(Number.isFinite).map(Math.abs), 0);

/** The largest distance among effects of one unit, so that they can be drawn on one scale. */
export const sharedReach = (effects: readonly (readonly [Measured, Outcome])[]): number =>
  Math.max(...effects.map(([effect, outcome]) => reach(effect, outcome)), 0);

/** An effect on a scale from -1 to 1 whose end is `most` (its own largest side when not given). */
export function effectSpan(effect: Measured, outcome: Outcome, most = reach(effect, outcome)): EffectSpan {
  const [value, low, high] = distances(effect, outcome);
  const scaled = (distance: number) => (most === 0 ? 0 : Math.max(-1, Math.min(1, distance / most)));
  return {
    value: scaled(value),
    low: scaled(low),
    high: scaled(high),
    openLow: !Number.isFinite(low),
    openHigh: !Number.isFinite(high),
  };
}
