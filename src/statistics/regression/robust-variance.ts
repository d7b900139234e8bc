import { choleskyFactor, choleskyInverse, sandwich } from '../linear-algebra.ts';
import { CrossProductSum, forEachBlock } from './gram.ts';
import { groupCodes } from './group-codes.ts';
import { independentColumns, keptSquare, spreadSquare } from './independent-columns.ts';

/** Sum over rows of squaredFactor * x x'. */
export function squaredScores(columns: readonly ArrayLike<number>[], squaredFactors: Float64Array): Float64Array {
  const sum = new CrossProductSum(columns.length);
  forEachBlock(columns, squaredFactors.length, (block) => {
    sum.addGram(block, squaredFactors.subarray(block.start, block.start + block.rows));
  });
  return sum.total().gram;
}

/** Scores added up within clusters: row g holds sum of factor * x over the rows of cluster g. */
export interface ClusterScores {
  readonly scores: Float64Array;
  readonly clusterCount: number;
}

export function clusterScores(
  columns: readonly ArrayLike<number>[],
  factors: ArrayLike<number>,
  cluster: ArrayLike<number | string>,
): ClusterScores {
  const { codes, labels } = groupCodes(cluster);
  const size = columns.length;
  const scores = new Float64Array(labels.length * size);
  columns.forEach((column, j) => {
    for (let i = 0; i < codes.length; i++) {
      const at = (codes[i] ?? 0) * size + j;
      scores[at] = (scores[at] ?? 0) + (factors[i] ?? 0) * (column[i] ?? 0);
    }
  });
  return { scores, clusterCount: labels.length };
}

/** Sum of s s' over the rows of a row-major matrix with `size` columns. */
export function outerProductSum(scores: Float64Array, size: number): Float64Array {
  const sum = new Float64Array(size * size);
  for (let start = 0; start < scores.length; start += size) {
    for (let row = 0; row < size; row++) {
      const left = scores[start + row] ?? 0;
      if (left === 0) continue;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        sum[at] = (sum[at] ?? 0) + left * (scores[start + column] ?? 0);
      }
    }
  }
  return sum;
}

/**
 * Cluster-robust covariance (CR1): bread * sum over clusters of s s' * bread * G/(G-1) * (n-1)/(n-p).
 * Liang, K.-Y. & Zeger, S. L. (1986), Biometrika 73(1), 13-22. Small-sample factor as in Stata and R's `vcovCL`.
 * Infinite with fewer than two clusters: one cluster says nothing about others.
 */
export function clusterRobustCovariance(input: {
  readonly columns: readonly ArrayLike<number>[];
  readonly factors: ArrayLike<number>;
  readonly cluster: ArrayLike<number | string>;
  readonly bread: Float64Array;
  /** n of the small-sample factor; null leaves (n-1)/(n-p) out. */
  readonly rows: number | null;
  readonly parameters: number;
}): { readonly covariance: Float64Array; readonly clusterCount: number } {
  const { scores, clusterCount } = clusterScores(input.columns, input.factors, input.cluster);
  const size = input.columns.length;
  if (clusterCount < 2) {
    return { covariance: new Float64Array(size * size).fill(Number.POSITIVE_INFINITY), clusterCount };
  }
  const meat = outerProductSum(scores, size);
  const rowFactor = input.rows === null ? 1 : (input.rows - 1) / Math.max(input.rows - input.parameters, 1);
  const scale = (clusterCount / (clusterCount - 1)) * rowFactor;
  return { covariance: sandwich(input.bread, meat).map((value) => value * scale), clusterCount };
}

/**
 * Covariance from leaving out one cluster at a time (CV3): (G-1)/G * sum of (b(g) - b)(b(g) - b)', b(g) from the exact
 * normal equations without cluster g. Wider than CR1 and closer to nominal with few or unequal clusters.
 * MacKinnon, J. G., Nielsen, M. O. & Webb, M. D. (2023), J. Applied Econometrics 38(5), 671-694.
 */
export function leaveOneOutCovariance(
  replicates: readonly ArrayLike<number>[],
  center: ArrayLike<number>,
): Float64Array {
  const size = center.length;
  const differences = new Float64Array(replicates.length * size);
  replicates.forEach((replicate, g) => {
    for (let k = 0; k < size; k++) differences[g * size + k] = (replicate[k] ?? 0) - (center[k] ?? 0);
  });
  const scale = (replicates.length - 1) / replicates.length;
  return outerProductSum(differences, size).map((value) => value * scale);
}

/** Inverse of a cross product with the dependent columns left out (zero rows and columns in their places). */
export function generalisedInverse(gram: Float64Array): {
  readonly inverse: Float64Array;
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
} {
  const size = Math.round(Math.sqrt(gram.length));
  const { kept, dropped } = independentColumns(gram);
  const factor = choleskyFactor(keptSquare(gram, kept));
  if (factor === null) throw new RangeError('columns are too close to dependent to be inverted');
  return { inverse: spreadSquare(choleskyInverse(factor), kept, size), kept, dropped };
}
