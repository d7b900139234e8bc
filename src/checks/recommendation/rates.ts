import type { Estimate } from '#statistics/estimate.ts';
import { poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';

/** Newcomers of the window by how they came. */
export interface Sources {
  readonly recommended: number;
  readonly other: number;
  readonly unknown: number;
  /** Newcomers by contract who stand in no list of sources. */
  readonly unlisted: number;
}

export function sourcesOf(newcomers: Cells): Sources {
  const of = (source: string) =>
    sumOf(newcomers, 'newcomers', (tuple) => tuple[newcomers.by.indexOf('source')] === source);
  return { recommended: of('recommendation'), other: of('other'), unknown: of('unknown'), unlisted: of('unlisted') };
}

/** Where nothing but recommendations is listed, whoever is not listed counts as not recommended. */
export const onlyRecommendations = ({ recommended, other }: Sources) => recommended > 0 && other === 0;

export const knownSources = (sources: Sources) =>
  sources.recommended + sources.other + (onlyRecommendations(sources) ? sources.unlisted : 0);

export interface ReferralRate {
  /** As if the unknown came like the known. */
  readonly asKnown: Estimate;
  /** No unknown newcomer was recommended; all of them were. */
  readonly none: Estimate;
  readonly all: Estimate;
}

/** Share of newcomers who came by recommendation, with what the newcomers of unknown source leave open. */
export function referralRate(sources: Sources): ReferralRate {
  const { recommended, unknown } = sources;
  const known = knownSources(sources);
  return {
    asKnown: wilsonInterval({ successes: recommended, trials: known }),
    none: wilsonInterval({ successes: recommended, trials: known + unknown }),
    all: wilsonInterval({ successes: recommended + unknown, trials: known + unknown }),
  };
}

/** From the lowest that the unknown allow to the highest, sampling included. */
export function bounded({ asKnown, none, all }: ReferralRate): Estimate {
  return {
    value: asKnown.value,
    low: Math.min(none.low, asKnown.low),
    high: Math.max(all.high, asKnown.high),
    level: asKnown.level,
  };
}

/**
 * New customers whom one customer brings within a cycle (K), and what one newcomer becomes with those who follow, 1 / (1 - K).
 * Bounds as for the rate; the multiplier is unbounded above where K may reach 1. null without customer-years.
 */
export function growthOf({ recommended, other, unknown }: Sources, years: number, cycleMonths: number) {
  if (years <= 0) return null;
  const perCycle = cycleMonths / 12;
  const rate = (events: number) => poissonRate({ events, exposure: years / perCycle });
  const share = recommended / Math.max(1, recommended + other);
  const factor: Estimate = {
    value: ((recommended + unknown * share) * perCycle) / years,
    low: rate(recommended).low,
    high: rate(recommended + unknown).high,
    level: 0.95,
  };
  const multiply = (k: number) => (k < 1 ? 1 / (1 - k) : Number.POSITIVE_INFINITY);
  const multiplier: Estimate = {
    value: multiply(factor.value),
    low: multiply(factor.low),
    high: multiply(factor.high),
    level: 0.95,
  };
  return { factor, multiplier };
}
