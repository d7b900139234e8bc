import type { Format } from '#domain/format.ts';
import type { Unit } from '#domain/verdict-terms.ts';

interface Sided {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
}

interface IntervalWords {
  readonly interval: (low: string, high: string) => string;
  readonly unbounded: string;
}

/** Half the width of an interval, by which numbers are rounded; undefined where it has none. */
export function precisionOf({ low, high }: Pick<Sided, 'low' | 'high'>): number | undefined {
  return low === null || high === null || low === high ? undefined : (high - low) / 2;
}

const unitIn = (text: string) => /\D*$/.exec(text)?.[0] ?? '';

/** The interval of an effect, its unit said once; '' where it has none. */
export function intervalText(effect: Sided, format: Format, words: IntervalWords): string {
  const { low, high, unit } = effect;
  if (low === high) return '';
  const side = (bound: number | null) =>
    bound === null ? words.unbounded : format.quantity(bound, unit, precisionOf(effect));
  const [from, to] = [side(low), side(high)];
  const shared = unitIn(to);
  const once = unit !== 'seconds' && shared !== '' && unitIn(from) === shared;
  return words.interval(once ? from.slice(0, -shared.length) : from, to);
}
