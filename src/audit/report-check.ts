import type { Check } from '#checks/check.ts';
import type { Quantity, Verdict } from '#checks/verdict.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { ReportCheck } from './report.ts';

/** Nine significant digits: more than any interval supports, and free of the noise of the last bits. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : 0;
}
export const side = (value: number) => (Number.isFinite(value) ? rounded(value) : null);
const amount = (estimate: Estimate | null) =>
  estimate === null || !Number.isFinite(estimate.value)
    ? null
    : { value: rounded(estimate.value), low: side(estimate.low), high: side(estimate.high), level: estimate.level };
const quantity = (given: Quantity | null) => {
  const base = amount(given);
  return base === null || given === null ? null : { ...base, unit: given.unit };
};
const point = (given: {
  series: string;
  x: number | string;
  value: number;
  low: number | null;
  high: number | null;
}) => ({
  ...given,
  value: rounded(given.value),
  low: given.low === null ? null : side(given.low),
  high: given.high === null ? null : side(given.high),
});

/** A verdict in the form of the published contract. */
export function reportCheck(check: Pick<Check, 'id' | 'measure'>, verdict: Verdict): ReportCheck {
  return {
    id: check.id,
    measure: check.measure,
    reference: verdict.reference,
    outcome: verdict.outcome,
    grade: verdict.grade,
    effect: quantity(verdict.effect),
    naive: quantity(verdict.naive),
    strata: verdict.strata.map(({ key, effect, outcome, counts }) => ({
      key,
      effect: quantity(effect),
      outcome,
      counts,
    })),
    details: verdict.details.flatMap(({ key, quantity: given }) => {
      const shown = quantity(given);
      return shown === null ? [] : [{ key, quantity: shown }];
    }),
    counts: verdict.counts,
    affected: verdict.affected,
    money: {
      transfer: amount(verdict.money.transfer),
      loss: amount(verdict.money.loss),
      atRisk: amount(verdict.money.atRisk),
      recoverable: amount(verdict.money.recoverable),
    },
    adjustedFor: [...verdict.adjustedFor],
    overlap: verdict.overlap === null ? null : rounded(verdict.overlap),
    excluded: verdict.excluded,
    caveats: verdict.caveats.map(({ id, values }) => ({ id, values })),
    reason: verdict.reason,
    overturn: verdict.overturn,
    sharpen: verdict.sharpen,
    charts: verdict.charts.map(({ id, kind, unit, points, benchmark }) => ({
      id,
      kind,
      unit,
      points: points.filter(({ value }) => Number.isFinite(value)).map(point),
      benchmark: benchmark.map(point),
    })),
  };
}
