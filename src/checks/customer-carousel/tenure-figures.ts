import type { Estimate } from '#statistics/estimate.ts';
import { aalenJohansen } from '#statistics/survival/aalen-johansen.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { type ChartPoint, type Detail, quantity } from '../verdict.ts';
import { lastSupportedMonth, type TenureTable } from './curves.ts';

const MOMENTS = [1, 12, 24, 48, 72] as const;
const STEP_MONTHS = 3;
const LONGEST_MONTHS = 120;

/** Months until half have left of their own accord; null where that lies beyond the months with enough people. */
export function halfLife(table: TenureTable, minimum: number): Estimate | null {
  const supported = lastSupportedMonth(table, minimum);
  if (supported === 0) return null;
  const median = medianSurvival(table.voluntary);
  return median.value <= supported ? median : null;
}

/** Half-life, shares still there, mean time within two years, and the competing ends, as far as enough people were there. */
export function tenureDetails(table: TenureTable, minimum: number): readonly Detail[] {
  const supported = lastSupportedMonth(table, minimum);
  if (supported === 0) return [];
  const median = halfLife(table, minimum);
  const curve = kaplanMeier(table.voluntary);
  const details: Detail[] = median === null ? [] : [{ key: 'halfLife', quantity: quantity(median, 'months') }];
  for (const moment of MOMENTS)
    if (moment <= supported)
      details.push({ key: `survival${moment}`, quantity: quantity(survivalShare(curve, moment), 'share') });
  if (supported < 24) return details;
  const { mean } = restrictedMean(table.voluntary, { horizon: 24 });
  const { voluntary, otherwise } = table;
  const competing = { time: voluntary.time, atRisk: voluntary.atRisk, eventsByCause: [voluntary.events, otherwise] };
  const incidence = aalenJohansen(competing).causes.map(({ incidence: share, low, high }) => ({
    value: share[23] ?? 0,
    low: low[23] ?? 0,
    high: high[23] ?? 1,
    level: mean.level,
  }));
  const [byChoice, byOthers] = incidence;
  details.push({ key: 'meanOfTwoYears', quantity: quantity(mean, 'months') });
  if (byChoice !== undefined) details.push({ key: 'leftVoluntary24', quantity: quantity(byChoice, 'share') });
  if (byOthers !== undefined) details.push({ key: 'leftOtherwise24', quantity: quantity(byOthers, 'share') });
  return details;
}

/** Shares still there when those who were seen only later count as seen from the start: what the plain curve would have said. */
export function naiveDetails(table: TenureTable, minimum: number): readonly Detail[] {
  const supported = lastSupportedMonth(table, minimum);
  if (supported === 0) return [];
  const curve = kaplanMeier(table.voluntary);
  return [12, 24, 48]
    .filter((moment) => moment <= supported)
    .map((moment) => ({ key: `naiveSurvival${moment}`, quantity: quantity(survivalShare(curve, moment), 'share') }));
}

/** The share still there, every three months. */
export function curvePoints(series: string, table: TenureTable, minimum: number): readonly ChartPoint[] {
  const supported = Math.min(LONGEST_MONTHS, lastSupportedMonth(table, minimum));
  if (supported === 0) return [];
  const curve = kaplanMeier(table.voluntary);
  const points: ChartPoint[] = [{ series, x: 0, value: 1, low: null, high: null }];
  for (let month = STEP_MONTHS; month <= supported; month += STEP_MONTHS) {
    const { value, low, high } = survivalShare(curve, month);
    points.push({ series, x: month, value, low, high });
  }
  return points;
}
