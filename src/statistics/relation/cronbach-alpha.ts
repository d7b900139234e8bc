import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { countsOf, requireFiniteColumn } from './paired-columns.ts';

export interface CronbachAlpha {
  /** At most 1; below 0 when items speak against one another. */
  readonly alpha: Estimate;
  readonly standardError: number;
  readonly items: number;
  readonly respondents: number;
}

/**
 * Cronbach's alpha: how far the items of a scale measure the same, a lower bound of reliability. Respondents or counted
 * cells; complete answers only. The standard error needs no normality and no equal items (influence of each respondent);
 * the interval is normal on log(1 - alpha), the scale on which alpha is least skewed.
 * Throws RangeError for fewer than 2 items or 3 respondents, answers that are not finite, or a constant total.
 * Maydeu-Olivares, Coffman & Hartmann (2007), Psychological Methods 12(2), 157-176,
 * https://doi.org/10.1037/1082-989X.12.2.157
 */
export function cronbachAlpha(
  { items, counts }: { readonly items: readonly ArrayLike<number>[]; readonly counts: ArrayLike<number> | null },
  options: { readonly level?: number } = {},
): CronbachAlpha {
  const { level = DEFAULT_LEVEL } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  if (items.length < 2) throw new RangeError(`items: at least 2 are needed, got ${items.length}`);
  const rows = items[0]?.length ?? 0;
  const weights = countsOf(counts, rows);
  const respondents = weights.reduce((sum, count) => sum + count, 0);
  if (!(respondents >= 3)) throw new RangeError(`counts: at least 3 respondents are needed, got ${respondents}`);
  const squares = new Float64Array(rows);
  const total = new Float64Array(rows);
  items.forEach((answers, item) => {
    if (answers.length !== rows) throw new RangeError(`items[${item}] has ${answers.length} answers`);
    requireFiniteColumn(`items[${item}]`, answers);
    const mean = weights.reduce((sum, count, row) => sum + count * (answers[row] ?? 0), 0) / respondents;
    for (let row = 0; row < rows; row++) {
      const deviation = (answers[row] ?? 0) - mean;
      squares[row] = (squares[row] ?? 0) + deviation * deviation;
      total[row] = (total[row] ?? 0) + deviation;
    }
  });
  const within = weights.reduce((sum, count, row) => sum + count * (squares[row] ?? 0), 0) / respondents;
  const between = weights.reduce((sum, count, row) => sum + count * (total[row] ?? 0) ** 2, 0) / respondents;
  if (!(between > 0)) throw new RangeError('items add up to the same for everybody');
  const factor = items.length / (items.length - 1);
  const value = factor * (1 - within / between);
  const influence = squares.map((own, row) => (factor * (own - (within / between) * (total[row] ?? 0) ** 2)) / between);
  const spread = weights.reduce((sum, count, row) => sum + count * (influence[row] ?? 0) ** 2, 0);
  const standardError = Math.sqrt(spread / (respondents - 1) / respondents);
  const lack = 1 - value;
  const stretch = Math.exp((normalQuantile(0.5 + level / 2, 0, 1) * standardError) / lack);
  const alpha = { value, low: 1 - lack * stretch, high: 1 - lack / stretch, level };
  return { alpha, standardError, items: items.length, respondents };
}
