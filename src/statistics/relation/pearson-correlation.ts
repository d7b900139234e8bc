import { type Correlation, fisherCorrelation } from './fisher-correlation.ts';
import { checkedCounts, type PairedColumns } from './paired-columns.ts';

/**
 * Pearson's correlation of two columns, rows or counted cells. Interval by Fisher's z, which assumes independent
 * customers and a joint normal distribution: with long tails it is too narrow (see the calibration) and Spearman's the
 * better choice. Throws RangeError for columns that are not finite, of unequal length or constant.
 * Fisher (1921), Metron 1, 3-32.
 */
export function pearsonCorrelation(columns: PairedColumns, options: { readonly level?: number } = {}): Correlation {
  const counts = checkedCounts(columns);
  return fisherCorrelation(columns.left, columns.right, counts, { ...options, spread: () => 1 });
}
