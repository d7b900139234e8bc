import type { Estimate } from '#statistics/estimate.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';

const OPEN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/** Contacts of a kind per person and year within a window. */
const perYear = (window: string, kind: string) => [`${window}_${kind}`, `${window}_years`] as const;

function ratesOf(cells: Cells, pairs: readonly (readonly [string, string])[], sums: Float64Array): number[] {
  return pairs.map((pair) => {
    const [events = 0, years = 0] = pair.map((name) => {
      const at = cells.sumNames.indexOf(name);
      let total = 0;
      for (let cell = 0; cell < cells.keys; cell++) total += sums[cell * cells.sums + at] ?? 0;
      return total;
    });
    return events / years;
  });
}

/** A rate per person and year with its interval. */
export function rateOf(cells: Cells, window: string, kind: string): Estimate {
  return rateOfSums(cells, perYear(window, kind));
}

export function rateOfSums(cells: Cells, pair: readonly [string, string]): Estimate {
  const { estimates } = deleteAGroup({ ...cells, scale: 'log', theta: (sums) => ratesOf(cells, [pair], sums) });
  return estimates[0] ?? OPEN;
}

/**
 * Rate of a window over the rate before signature, for the same people. No contact at all in the window gives the exact bound of a
 * Poisson count, since the jackknife sees no spread there.
 */
export function ratioOf(cells: Cells, window: string, kind: string): Estimate {
  const side = (name: string) => {
    const [events, exposure] = perYear(name, kind);
    return { events: sumOf(cells, events), exposure: sumOf(cells, exposure) };
  };
  const [there, before] = [side(window), side('before')];
  if (!(there.exposure > 0 && before.exposure > 0 && before.events > 0)) return OPEN;
  if (there.events === 0) return poissonRateRatio(there, before);
  const pairs = [perYear(window, kind), perYear('before', kind)];
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'log',
    theta: (sums) => {
      const [after = Number.NaN, first = Number.NaN] = ratesOf(cells, pairs, sums);
      return [after / first];
    },
  });
  return estimates[0] ?? OPEN;
}

/** 1 - ratio: the part of the contacts that is gone, below 0 where there are more. */
export function dropOf({ value, low, high, level }: Estimate): Estimate {
  return { value: 1 - value, low: 1 - high, high: 1 - low, level };
}

/**
 * First minus second of two independent estimates, the distances to their limits joined by squaring and adding.
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702.
 */
export function differenceOf(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
    level: first.level,
  };
}
