import type { ChartPoint } from '../verdict.ts';
import { FIELDS, type FieldName } from './satisfaction-matrix.ts';

/**
 * Repurchase at the same dealer as told in the founding articles, without the number of customers behind it: an anecdote to look at, so
 * no interval and no test.
 */
export const ANECDOTE: Readonly<Record<FieldName, number>> = { yesYes: 0.93, noYes: 0.45, yesNo: 0.14, noNo: 0.03 };

export const anecdotePoints: readonly ChartPoint[] = FIELDS.map((x) => ({
  series: 'anecdote',
  x: fieldPlace(x),
  value: ANECDOTE[x],
  low: null,
  high: null,
}));

/** "row|column": satisfaction with the sale, then with what came after. */
export function fieldPlace(field: FieldName): string {
  const places = {
    yesYes: 'saleYes|afterYes',
    noYes: 'saleNo|afterYes',
    yesNo: 'saleYes|afterNo',
    noNo: 'saleNo|afterNo',
  };
  return places[field];
}
