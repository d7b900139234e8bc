import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { concordance } from '#statistics/survival/concordance.ts';
import { cox } from '#statistics/survival/cox/cox.ts';
import { proportionalHazards } from '#statistics/survival/cox/proportional-hazards.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { logRank } from '#statistics/survival/log-rank.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { DATA, telcoRows } from '../../test/oracles/survival-data.ts';

interface BenchRow {
  readonly name: string;
  readonly milliseconds: number;
  readonly peer: string;
  readonly peerMilliseconds: number;
  /** Ours over the peer's; below 1 we are faster. */
  readonly ratio: number;
  readonly target: number;
}

/** Best of R and Python on the reference machine, two cores; used where R is not installed. */
const REFERENCE = new Map([['cox', 26]]);

/** Best of warm calls (other work on the machine only ever adds), on 7,043 telecom customers; no rows where the data set or a peer's time is absent. */
export function run(): Promise<BenchRow[]> {
  const file = `${DATA}/ibm_telco_churn.csv`;
  if (!existsSync(file)) return Promise.resolve([]);
  const { rows, cox: telco } = telcoRows();
  const contracts = ['Month-to-month', 'One year', 'Two year'];
  const group = rows.map((row) => contracts.indexOf(row.get('Contract') ?? ''));
  const fit = cox(telco);
  const beta = fit.coefficients.map(({ estimate }) => estimate.value);
  const peers = peerTimes(file);
  const row = (key: string, name: string, work: () => unknown): BenchRow[] => {
    const measured = peers.get(key);
    const peerMilliseconds = measured ?? REFERENCE.get(key);
    if (peerMilliseconds === undefined) return [];
    const milliseconds = bestTime(work);
    const peer = measured === undefined ? 'reference machine' : 'R survival';
    return [{ name, milliseconds, peer, peerMilliseconds, ratio: milliseconds / peerMilliseconds, target: 1 }];
  };
  return Promise.resolve([
    // R's coxph computes the concordance too, so ours does here.
    ...row('cox', 'Cox, 12 columns, with concordance', () => concordance({ ...telco, score: cox(telco).predictor })),
    ...row('zph', 'test of proportional hazards, 12 columns', () => proportionalHazards({ ...telco, beta })),
    ...row('km', 'Kaplan-Meier', () => kaplanMeier(riskTable(telco))),
    ...row('logrank', 'log-rank, 3 groups', () => logRank({ ...telco, group, stratum: null })),
  ]);
}

function bestTime(work: () => unknown): number {
  for (let warm = 0; warm < 10; warm++) work();
  const times = Float64Array.from({ length: 21 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.reduce((best, time) => Math.min(best, time), Number.POSITIVE_INFINITY);
}

/** Milliseconds by name as R reports them; empty when R or its survival package is not installed. */
function peerTimes(file: string): Map<string, number> {
  const { stdout, status } = spawnSync('Rscript', ['bench/statistics/survival.R', file], { encoding: 'utf8' });
  if (status !== 0) return new Map();
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([name = '', seconds = '']) => [name, 1000 * Number(seconds)]),
  );
}
