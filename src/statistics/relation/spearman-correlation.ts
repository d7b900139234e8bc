import { type Correlation, fisherCorrelation } from './fisher-correlation.ts';
import { midRanks } from './mid-ranks.ts';
import { checkedCounts, type PairedColumns } from './paired-columns.ts';

/**
 * Spearman's rank correlation of two columns, rows or counted cells, ties at mid-ranks. Interval on Fisher's z scale
 * with variance (1 + r^2 / 2) / (n - 3); assumes independent customers, no shape of distribution.
 * Throws RangeError for columns that are not finite, of unequal length or constant.
 * Bonett & Wright (2000), Psychometrika 65, 23-28, https://doi.org/10.1007/BF02294183
 */
export function spearmanCorrelation(columns: PairedColumns, options: { readonly level?: number } = {}): Correlation {
  const counts = checkedCounts(columns);
  const [left, right] = [midRanks(columns.left, counts), midRanks(columns.right, counts)];
  return fisherCorrelation(left, right, counts, { ...options, spread: (correlation) => 1 + correlation ** 2 / 2 });
}
