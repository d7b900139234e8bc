import type { Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import type { Cells } from '../cells.ts';
import { type Detail, quantity } from '../verdict.ts';
import type { Jackknifed } from './jackknifed.ts';
import { CONTRASTS, oddsRatio, rateContrast } from './rate-contrast.ts';
import { type Bar, FIELDS, type Field, linesOf, type Matrix, matrixOf } from './satisfaction-matrix.ts';
import type { AfterSalesSettings } from './settings.ts';
import { withoutAfter } from './survey-counts.ts';

const detail = (key: string, estimate: Estimate, unit: Unit): Detail[] =>
  Number.isFinite(estimate.value) ? [{ key, quantity: quantity(estimate, unit) }] : [];
const rate = (key: string, { customers, again }: Field, minimum: number): Detail[] =>
  customers < minimum ? [] : detail(key, wilsonInterval({ successes: again, trials: customers }), 'share');

/** The effect with another bar for "satisfied"; none where a field becomes too small. */
function atBar(key: string, cells: Cells, bar: Bar, minimum: number): Detail[] {
  const matrix = matrixOf(cells, bar);
  if (FIELDS.some((name) => matrix[name].customers < minimum)) return [];
  return detail(key, rateContrast(linesOf(cells, bar), CONTRASTS.after), 'percentagePoints');
}

/** Everything beside the effect: rates, the effect of the sale, how the two join, and how much the cut matters. */
export function detailsOf(cells: Cells, matrix: Matrix, further: Jackknifed, settings: AfterSalesSettings): Detail[] {
  const shown = settings.minimumShown;
  const lines = linesOf(cells, 2);
  // Odds of all lines together would hold what the lines differ in.
  const odds = (key: string, first: Field, second: Field) =>
    lines.length > 1 ? [] : detail(key, oddsRatio(first, second), 'ratio');
  return [
    ...FIELDS.flatMap((name) => rate(`rate_${name}`, matrix[name], shown)),
    ...rate('rate_yesNone', withoutAfter(cells, true), shown),
    ...rate('rate_noNone', withoutAfter(cells, false), shown),
    ...detail('saleEffect', rateContrast(lines, CONTRASTS.sale), 'percentagePoints'),
    ...detail('afterMinusSale', rateContrast(lines, CONTRASTS.afterMinusSale), 'percentagePoints'),
    ...detail('effectRatio', further.ratio, 'ratio'),
    ...detail('interaction', rateContrast(lines, CONTRASTS.interaction), 'percentagePoints'),
    ...odds('oddsAfterSaleYes', matrix.yesYes, matrix.yesNo),
    ...odds('oddsAfterSaleNo', matrix.noYes, matrix.noNo),
    ...odds('oddsSaleAfterYes', matrix.yesYes, matrix.noYes),
    ...odds('oddsSaleAfterNo', matrix.yesNo, matrix.noNo),
    ...detail('halo', further.phi, 'correlation'),
    ...atBar('effectLowerBar', cells, 1, shown),
    ...atBar('effectHigherBar', cells, 3, shown),
  ];
}
