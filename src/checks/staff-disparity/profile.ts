import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import { type EventCount, poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { personFigures, ROLES, type Role } from './person-figures.ts';
import { DIMENSIONS, type DimensionKey } from './settings.ts';

/** One dimension of the working conditions, care beside acquisition. */
export interface Parity {
  readonly dimension: DimensionKey;
  /** 1 more is better, -1 worse, 0 neither. */
  readonly better: number;
  readonly care: number;
  readonly acquisition: number;
  /** Care over acquisition at a level of confidence. */
  readonly ratio: (level: number) => Estimate;
  readonly carers: number;
  readonly hunters: number;
  readonly closing: string;
}

export interface Profile {
  readonly parities: readonly Parity[];
  /** Geometric mean of the judged ratios, turned so that below 1 means care is worse off; null without any. */
  readonly composite: Estimate | null;
  /** Plain ratio of mean pay, care over acquisition, hours not held equal; null without pay. */
  readonly plainPay: Estimate | null;
  readonly payPerPost: boolean;
  readonly byWillOnly: boolean;
}

const betterOf = (dimension: string) => DIMENSIONS.find(({ key }) => key === dimension)?.better ?? 0;

function onRatioScale(log: number, error: number, freedom: number, level: number): Estimate {
  const half = freedom >= 1 ? tQuantile(0.5 + level / 2, freedom) * error : Number.POSITIVE_INFINITY;
  return { value: Math.exp(log), low: Math.exp(log - half), high: Math.exp(log + half), level };
}

/** Ratios of care to acquisition by dimension; intervals over persons (jackknife, t with the smaller group's freedom) or of counts. */
export function profileOf(persons: Cells, turnover: Cells, minimumPersonYears: number): Profile {
  const figures = personFigures(persons);
  const judged = figures.dimensions.filter((key) => betterOf(key) !== 0);
  const logRatio = (sums: Float64Array, key: string) =>
    Math.log(figures.level(sums, key, 'care') / figures.level(sums, key, 'acquisition'));
  const finite = judged.filter((key) => Number.isFinite(logRatio(persons.total, key)));
  const shown = figures.dimensions.filter((key) => finite.includes(key) || betterOf(key) === 0);
  const exits = turnoverOf(turnover, minimumPersonYears);
  const { estimates, standardErrors } = deleteAGroup({
    ...persons,
    scale: 'identity',
    theta: (sums) => [
      ...shown.map((key) => logRatio(sums, key)),
      finite.reduce((sum, key) => sum + logRatio(sums, key), 0),
      Math.log(figures.plainPay(sums, 'care') / figures.plainPay(sums, 'acquisition')),
    ],
  });
  const freedom = (key: string) => Math.min(...ROLES.map((role) => figures.persons(key, role))) - 1;
  const parities = shown.map(
    (dimension, i): Parity => ({
      dimension,
      better: betterOf(dimension),
      care: figures.level(persons.total, dimension, 'care'),
      acquisition: figures.level(persons.total, dimension, 'acquisition'),
      ratio: (level) =>
        onRatioScale(estimates[i]?.value ?? Number.NaN, standardErrors[i] ?? Number.NaN, freedom(dimension), level),
      carers: figures.persons(dimension, 'care'),
      hunters: figures.persons(dimension, 'acquisition'),
      closing: earlier(figures.closing(dimension, 'care'), figures.closing(dimension, 'acquisition')),
    }),
  );
  const least = Math.min(...finite.map(freedom));
  const sum = { value: estimates[shown.length]?.value ?? 0, error: standardErrors[shown.length] ?? 0 };
  return {
    parities: [...parities, ...(exits === null ? [] : [exits.parity])],
    composite: compositeOf(finite.length === 0 ? null : { ...sum, dimensions: finite.length, freedom: least }, exits),
    plainPay: finite.includes('pay')
      ? onRatioScale(
          estimates[shown.length + 1]?.value ?? Number.NaN,
          standardErrors[shown.length + 1] ?? Number.NaN,
          freedom('pay'),
          DEFAULT_LEVEL,
        )
      : null,
    payPerPost: figures.payPerPost,
    byWillOnly: exits?.byWillOnly ?? false,
  };
}

const earlier = (one: string, other: string) => (one < other ? one : other);

interface Turnover {
  readonly parity: Parity;
  readonly byWillOnly: boolean;
  readonly logRatio: number;
  readonly variance: number;
}

/**
 * Rates of exits. The spans end once enough have left, so one exit fewer is counted, which takes nearly all of the bias out (exactly where
 * they end with an exit: Haldane 1945, Biometrika 33, 222-225).
 */
function turnoverOf(cells: Cells, minimumPersonYears: number): Turnover | null {
  const [role, closing, byWill] = ['role', 'closing', 'by_will_only'].map((name) => cells.by.indexOf(name));
  const [exitsAt, yearsAt, personsAt] = ['exits', 'person_years', 'persons'].map((name) =>
    cells.sumNames.indexOf(name),
  );
  const of = (own: Role) => {
    const cell = cells.tuples.findIndex((tuple) => tuple[role ?? -1] === own);
    if (cell < 0) return null;
    const sum = (at: number | undefined) => cells.total[cell * cells.sums + (at ?? 0)] ?? 0;
    const count: EventCount = { events: sum(exitsAt) - 1, exposure: sum(yearsAt) };
    const tuple = cells.tuples[cell] ?? [];
    return {
      count,
      persons: sum(personsAt),
      closing: String(tuple[closing ?? -1]),
      byWill: Number(tuple[byWill ?? -1]) === 1,
    };
  };
  const [care, acquisition] = [of('care'), of('acquisition')];
  if (care === null || acquisition === null) return null;
  if (Math.min(care.count.exposure, acquisition.count.exposure) < minimumPersonYears) return null;
  return {
    parity: {
      dimension: 'turnover',
      better: betterOf('turnover'),
      care: poissonRate(care.count).value,
      acquisition: poissonRate(acquisition.count).value,
      ratio: (level) => poissonRateRatio(care.count, acquisition.count, { level }),
      carers: care.persons,
      hunters: acquisition.persons,
      closing: earlier(care.closing, acquisition.closing),
    },
    byWillOnly: care.byWill && acquisition.byWill,
    logRatio: Math.log(poissonRateRatio(care.count, acquisition.count).value),
    variance: 1 / care.count.events + 1 / acquisition.count.events,
  };
}

function compositeOf(
  persons: {
    readonly value: number;
    readonly error: number;
    readonly dimensions: number;
    readonly freedom: number;
  } | null,
  exits: Turnover | null,
): Estimate | null {
  const dimensions = (persons?.dimensions ?? 0) + (exits === null ? 0 : 1);
  if (dimensions === 0) return null;
  const log = ((persons?.value ?? 0) - (exits?.logRatio ?? 0)) / dimensions;
  const error = Math.sqrt((persons?.error ?? 0) ** 2 + (exits?.variance ?? 0)) / dimensions;
  return onRatioScale(log, error, persons?.freedom ?? 1000, DEFAULT_LEVEL);
}
