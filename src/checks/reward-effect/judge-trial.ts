import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { detectableDifference } from '#statistics/planning/detectable-difference.ts';
import { sampleSizeTwoShares } from '#statistics/planning/sample-size-two-shares.ts';
import { judgeGap } from '../judge-gap.ts';
import { type ChartPoint, type Detail, quantity, type Stratum } from '../verdict.ts';
import { type ArmMeans, armMeans, customersIn, shareDifference } from './contrast.ts';
import type { RewardEffectSettings } from './settings.ts';
import { armOf, type Group, kindGroups, stratumIn, type Trial, totalOf } from './trials.ts';

const GONE = { sum: 'gone', over: 'customers' };
const SECOND = { sum: 'secondGone', over: 'secondSeen' };

function kindsOf(trial: Trial): readonly string[] {
  return [...new Set(armOf(trial.counted, 'treated').map(({ kind }) => kind))].sort();
}

/** Share with its interval, of means that stand for so many customers. */
export function shareOf(value: number, count: number): Estimate {
  return wilsonInterval({ successes: Math.min(Math.max(value, 0), 1) * count, trials: count });
}

export interface KindResult {
  readonly kind: string;
  readonly means: ArmMeans;
  readonly stratum: Stratum;
}

/** Each way of thanking against its holdouts, judged so that all of them together are wrong no more often than one would be. */
export function kindResults(trial: Trial, settings: RewardEffectSettings): readonly KindResult[] {
  const kinds = kindsOf(trial);
  if (kinds.length < 2) return [];
  const stratum = (group: Group) => String(group.period);
  return kinds.flatMap((kind): readonly KindResult[] => {
    const groups = kindGroups(trial, kind);
    const [treated, holdout] = [customersIn(groups, 'treated'), customersIn(groups, 'holdout')];
    if (Math.min(treated, holdout) < settings.minimumPerArm) return [];
    const means = armMeans(groups, GONE, stratum);
    const joint = shareDifference(means, 1 - 0.05 / kinds.length);
    const found: Stratum = {
      key: `kind:${kind}`,
      effect: quantity(shareDifference(means), 'percentagePoints'),
      outcome: judgeGap(joint, settings.relevantDifference),
      counts: { treated, holdout },
    };
    return [{ kind, means, stratum: found }];
  });
}

/** The year after the first, among those still there: what remains, and whether its end is felt. */
export function secondYears(trial: Trial, settings: RewardEffectSettings): readonly Stratum[] {
  const period = (group: Group) => String(group.period);
  const parts = [
    { name: 'all', groups: trial.counted, by: stratumIn(trial) },
    ...kindsOf(trial).map((name) => ({ name, groups: kindGroups(trial, name), by: period })),
  ];
  const shown = parts.length === 2 ? parts.slice(0, 1) : parts;
  return shown.flatMap(({ name, groups, by }) => {
    const [treated, holdout] = [
      totalOf(armOf(groups, 'treated'), 'secondSeen'),
      totalOf(armOf(groups, 'holdout'), 'secondSeen'),
    ];
    if (Math.min(treated, holdout) < settings.minimumPerArm) return [];
    const means = armMeans(groups, SECOND, by);
    const joint = shareDifference(means, 1 - 0.05 / shown.length);
    return [
      {
        key: `secondYear:${name}`,
        effect: quantity(shareDifference(means), 'percentagePoints'),
        outcome: judgeGap(joint, settings.relevantDifference),
        counts: { treated, holdout },
      },
    ];
  });
}

export interface Power {
  /** Smallest difference that customers as many as these would show four times in five; null: none. */
  readonly detectable: number | null;
  /** Customers an arm would need to show the smallest difference that matters. */
  readonly needed: number;
}

export function powerOf(leavingShare: number, perArm: readonly [number, number], relevant: number): Power {
  const share = Math.min(Math.max(leavingShare, 1.5 * relevant), 0.5);
  const [size, otherSize] = perArm;
  return {
    detectable: detectableDifference({ otherShare: share, size, otherSize, direction: 'lower' }),
    needed: sampleSizeTwoShares({ share: share - relevant, otherShare: share, otherPerOne: 1 }).size,
  };
}

/** How much more often the thanked did something than the holdouts, positive where that is good for the company. */
export function sideEffect(trial: Trial, key: string, sum: string, sign: 1 | -1): Detail {
  const found = shareDifference(armMeans(trial.counted, { sum, over: 'customers' }, stratumIn(trial)));
  const turned = sign === 1 ? found : { value: -found.value, low: -found.high, high: -found.low, level: found.level };
  return { key, quantity: quantity(turned, 'percentagePoints') };
}

export function kindPoints(results: readonly KindResult[], all: ArmMeans): readonly ChartPoint[] {
  const point = (x: string, series: string, value: number, count: number): ChartPoint => {
    const { low, high } = shareOf(value, count);
    return { series, x, value, low, high };
  };
  return [
    point('holdout', 'holdout', all.holdout, all.holdoutCount),
    ...(results.length === 0 ? [point('treated', 'treated', all.treated, all.treatedCount)] : []),
    ...results.map(({ kind, means }) => point(kind, 'treated', means.treated, means.treatedCount)),
  ];
}
