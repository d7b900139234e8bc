import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { createRandom } from '#statistics/random.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { normalEquations, solveLeastSquares } from '#statistics/regression/normal-equations.ts';
import { replicateSteps } from '#statistics/regression/replicate-steps.ts';
import { type BenchRow, bestOf, compared } from './best-of.ts';

const Peer = z.object({ small: z.number(), long: z.number(), jackknife: z.number(), leastSquares: z.number() });

/** Limits of the product itself, where no peer is installed: seconds that a page may take. */
const LIMITS = { small: 13, long: 1000, jackknife: 2000, leastSquares: 1000 };

/** Counted cells of four trials with planted log odds, of the same shape as in regression.R. */
function cells(rows: number, size: number) {
  const random = createRandom(rows + size);
  const columns = Array.from({ length: size }, (_, j) =>
    Float64Array.from({ length: rows }, () => (j === 0 ? 1 : random.normal())),
  );
  const successes = Float64Array.from({ length: rows }, (_, i) => {
    const logOdds = columns.reduce(
      (sum, column, j) => sum + (j === 0 ? -1 : 0.1 * ((j % 3) - 1)) * (column[i] ?? 0),
      0,
    );
    const chance = 1 / (1 + Math.exp(-logOdds));
    let won = 0;
    for (let trial = 0; trial < 4; trial++) won += random.uniform() < chance ? 1 : 0;
    return won;
  });
  const trials = new Float64Array(rows).fill(4);
  return { names: columns.map((_, j) => `b${j}`), columns, successes, trials, offset: null, cluster: null };
}

function measurePeer() {
  const ran = spawnSync('Rscript', ['bench/statistics/regression.R'], { encoding: 'utf8', timeout: 170_000 });
  if (ran.status !== 0) return null;
  return Peer.parse(JSON.parse(ran.stdout));
}

export async function run(): Promise<BenchRow[]> {
  const measured = measurePeer();
  const peer = measured ?? LIMITS;
  const label = (name: string) => (measured === null ? 'limit of the product (R not installed)' : name);
  const [small, medium, long] = [cells(7043, 24), cells(5000, 20), cells(1_000_000, 20)];
  const replicate = Int32Array.from({ length: 5000 }, (_, i) => i % 200);
  const jackknife = () => {
    const fit = logisticRegression(medium);
    return replicateSteps({ fit, columns: medium.columns, replicate, replicateCount: 200 });
  };
  const leastSquares = () => {
    const { columns, successes: response } = long;
    return solveLeastSquares(normalEquations({ columns, response, weights: null, replicate: null, replicateCount: 0 }));
  };
  return [
    compared(
      { name: 'logit, 7,043 rows, 24 columns', milliseconds: bestOf(10, () => logisticRegression(small)) },
      { peer: label('R glm.fit'), peerMilliseconds: peer.small, target: 1 },
    ),
    compared(
      { name: 'logit, 1,000,000 counted cells, 20 columns', milliseconds: bestOf(4, () => logisticRegression(long)) },
      { peer: label('R glm.fit'), peerMilliseconds: peer.long, target: 1 },
    ),
    compared(
      { name: 'jackknife of a logit, 5,000 cells, 200 replicates, 20 columns', milliseconds: bestOf(5, jackknife) },
      { peer: label('R glm.fit from the full fit, 200 times'), peerMilliseconds: peer.jackknife, target: 1 },
    ),
    compared(
      { name: 'least squares, 1,000,000 rows, 20 columns', milliseconds: bestOf(4, leastSquares) },
      { peer: label('R .lm.fit'), peerMilliseconds: peer.leastSquares, target: 1 },
    ),
  ];
}
