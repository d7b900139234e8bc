import type { Outcome } from '../../src/domain/verdict-terms.ts';
import { wilsonInterval } from '../../src/statistics/intervals/wilson-interval.ts';
import type { Answer, CompanyResult, WorldName } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

/** How often something happened, with the 95 % Wilson interval of its share. */
export interface Often {
  readonly times: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

export function often(times: number, of: number): Often {
  const { low, high } = of === 0 ? { low: 0, high: 1 } : wilsonInterval({ successes: times, trials: of });
  return { times, of, low, high };
}

export const ofWorld = (results: readonly CompanyResult[], world: WorldName) =>
  results.filter(({ truth }) => truth.world === world);

/** Where a check answers of several programmes, the one that the mechanism named beside it plants; others do harm on purpose. */
const PROGRAMME: Readonly<Record<string, string>> = { 'reward-effect': 'anniversary' };

/** A check may answer against several references; the company's own newcomers come first. */
function answerOf({ report }: CompanyResult, check: string): Answer | null {
  const answers = report.checks.filter(({ id }) => id === check);
  const of = (wanted: string | undefined) => answers.find(({ reference }) => reference === wanted);
  return of('') ?? of(PROGRAMME[check]) ?? answers[0] ?? null;
}

export function outcomesOf(results: readonly CompanyResult[], check: string): ReadonlyMap<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const result of results) {
    const outcome = answerOf(result, check)?.outcome;
    if (outcome !== undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** Why there was no answer, and how often. */
export function reasonsOf(results: readonly CompanyResult[], check: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const result of results) {
    const reason = answerOf(result, check)?.reason?.id;
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** Estimates beside truths over the companies of a world. */
export interface Measured {
  readonly meanTruth: number;
  readonly meanEstimate: number;
  readonly bias: number;
  /** Standard error of the bias over the companies; null for a single one. */
  readonly biasError: number | null;
  readonly covered: Often;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function errorOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** null where no company has both numbers. */
export function measured(results: readonly CompanyResult[], comparison: Comparison): Measured | null {
  const pairs = results.flatMap((result) => {
    const answer = answerOf(result, comparison.check);
    const ofCheck = () => (answer === null ? null : comparison.estimate(answer));
    const estimate = comparison.ofReport === undefined ? ofCheck() : comparison.ofReport(result.report);
    const truth = comparison.truth(result.truth);
    return estimate === null || truth === null ? [] : [{ estimate, truth }];
  });
  if (pairs.length === 0) return null;
  const errors = pairs.map(({ estimate, truth }) => estimate.value - truth);
  const holds = pairs.filter(
    ({ estimate: { low, high }, truth }) =>
      (low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY),
  );
  return {
    meanTruth: mean(pairs.map(({ truth }) => truth)),
    meanEstimate: mean(pairs.map(({ estimate }) => estimate.value)),
    bias: mean(errors),
    biasError: errorOf(errors),
    covered: often(holds.length, pairs.length),
  };
}
