import type { Estimate } from '#statistics/estimate.ts';

export interface CoverageRow {
  readonly estimator: string;
  readonly scenario: string;
  readonly n: number;
  readonly nominal: number;
  readonly coverage: number;
  readonly note: string;
}

export interface Study {
  readonly estimator: string;
  readonly scenario: string;
  readonly n: number;
  readonly runs: number;
  readonly truth: number;
  /** The interval of one simulated data set; null when that set cannot be analysed, which counts as not covering. */
  readonly interval: () => Pick<Estimate, 'low' | 'high'> | null;
  readonly note?: string;
}

/** Share of simulated intervals that hold the truth; all studies here are of 95 % intervals. */
export function cover({ estimator, scenario, n, runs, truth, interval, note = '' }: Study): CoverageRow {
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const found = interval();
    if (found !== null && found.low <= truth && found.high >= truth) covered += 1;
  }
  return {
    estimator,
    scenario,
    n,
    nominal: 0.95,
    coverage: covered / runs,
    note: note === '' ? `${runs} runs` : `${note}; ${runs} runs`,
  };
}
