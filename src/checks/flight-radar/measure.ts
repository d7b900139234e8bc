import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Exposure } from '#domain/exposure.ts';
import { cellValues, yearsToCome } from '#facts/exposure-value.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { type ActionOrder, orderActions, type Passed } from './action-order.ts';
import { attributedExits, groupsByCauses } from './attributed-exits.ts';
import { fitHazard, type HazardModel, hazardModel, hazards } from './hazard-model.ts';
import { type MonthTable, monthTable, sumColumn } from './month-cells.ts';
import { type Validation, validate } from './validation.ts';

/** What one exposure goes with, among the customers of today. */
interface Reason {
  readonly exposure: Exposure;
  /** Odds of leaving in a month with it against without: mean over its levels as they occur today. */
  readonly odds: Estimate;
  /** Part of the exits expected in the coming month. */
  readonly share: Estimate;
  readonly customers: number;
}

export interface Radar {
  readonly table: MonthTable;
  readonly model: HazardModel;
  readonly validation: Validation | null;
  /** Share of the exits expected in the coming month that goes with the company's own acts. */
  readonly share: Estimate;
  readonly naiveShare: Estimate;
  readonly monthlyExit: Estimate;
  /** Exits expected in twelve months if each month were like the coming one. */
  readonly exitsToCome: Estimate;
  /** Remaining value of the exits of twelve months that go with the company's own acts. */
  readonly atRisk: Estimate;
  /** Most important first. */
  readonly reasons: readonly Reason[];
  /** null where no act goes with more leaving, or no value of a customer is known. */
  readonly order: ActionOrder | null;
}

const MONTHS_OF_YEAR = 12;

/** Months that have been lived; those to come hold nobody who could have left. */
export function lived(table: MonthTable, values: Float64Array): Float64Array {
  return values.map((value, row) => ((table.half[row] ?? -1) >= 0 ? value : 0));
}

const sumOver = (values: ArrayLike<number>, rows: readonly number[]) =>
  rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);

/** The company's own acts; what tied customers do is held equal. */
const ownActs = (model: HazardModel): HazardModel => ({
  ...model,
  causes: model.causes.filter(({ exposure }) => exposure !== 'peer_exit'),
});

function meanLogOdds(model: HazardModel, values: Float64Array, cause: number, months: ArrayLike<number>): number {
  const positions = model.causes[cause]?.positions ?? [];
  let sum = 0;
  let count = 0;
  for (let row = 0; row < months.length; row++) {
    const effect = positions.reduce((total, j) => total + (values[j] ?? 0) * (model.columns[j]?.[row] ?? 0), 0);
    if (positions.every((j) => (model.columns[j]?.[row] ?? 0) === 0)) continue;
    sum += effect * (months[row] ?? 0);
    count += months[row] ?? 0;
  }
  return count === 0 ? 0 : sum / count;
}

/** Share of the exits that exposed months have beyond the rate of the others, nothing held equal. */
function plainShare(
  months: ArrayLike<number>,
  leaves: ArrayLike<number>,
  exposed: ArrayLike<number>,
  rows: readonly number[],
) {
  const plain = { months: 0, leaves: 0 };
  for (const row of rows) {
    if ((exposed[row] ?? 0) > 0) continue;
    plain.months += months[row] ?? 0;
    plain.leaves += leaves[row] ?? 0;
  }
  return 1 - ((plain.leaves / plain.months) * sumOver(months, rows)) / sumOver(leaves, rows);
}

/**
 * Chances of leaving of today's customers in the coming month and what of them goes with the company's own acts; intervals from leaving
 * out one random group of customers after the other through fit and forecast.
 */
export function measureRadar(cells: Cells, audit: AuditSettings): Radar {
  const table = monthTable(cells);
  const parts = (sums: ArrayLike<number>) => {
    const column = (name: string) => sumColumn(cells, sums, name);
    const all = column('months');
    return { all, months: lived(table, all), leaves: lived(table, column('leaves')), column };
  };
  const full = parts(cells.total);
  const whole = hazardModel(table, full.months, full.leaves);
  const model = ownActs(whole);
  const fit = fitHazard({ model: whole, table, months: full.months, leaves: full.leaves, from: null });
  const everyRow = Array.from({ length: table.rows }, (_, row) => row);
  const today = everyRow.filter((row) => (table.half[row] ?? 0) < 0);
  const past = everyRow.filter((row) => (table.half[row] ?? -1) >= 0);
  const groups = groupsByCauses(model, today);
  const everybody = sumOver(full.all, everyRow);
  const passed: Passed[] = [];

  const pipeline = (sums: Float64Array): number[] => {
    const { all, months, leaves, column } = parts(sums);
    const isFull = sumOver(all, everyRow) === everybody;
    const { values } = isFull ? fit : fitHazard({ model: whole, table, months, leaves, from: fit });
    const scale = everybody / sumOver(all, everyRow);
    const chance = hazards(whole, values, table.rows);
    const customers = sumOver(all, today);
    const expected = sumOver(
      chance.map((one, row) => one * (all[row] ?? 0)),
      today,
    );
    const exits = attributedExits(model, values, groups, all);
    const ended = sumOver(lived(table, column('ends')), past) / sumOver(months, past);
    const worth = cellValues(all, column('value'), column('valued'), today);
    const years = MONTHS_OF_YEAR * yearsToCome(ended, audit);
    const money = attributedExits(model, values, groups, worth).total * years;
    passed.push({ model: whole, coefficients: values, heads: all, worth, rows: today, years });
    return [
      exits.total / expected,
      plainShare(months, leaves, column('exposed'), past),
      expected / customers,
      expected * MONTHS_OF_YEAR * scale,
      money * scale,
      ...exits.parts.map((part) => part / expected),
      ...model.causes.map((_, c) => meanLogOdds(model, values, c, all)),
    ];
  };
  const { estimates } = deleteAGroup({ ...cells, theta: pipeline, scale: 'identity' });
  const at = (index: number): Estimate => estimates[index] ?? { value: 0, low: 0, high: 0, level: 0.95 };
  const reasons = model.causes.map(({ exposure }, c): Reason => {
    const { value, low, high, level } = at(5 + model.causes.length + c);
    const rows = groups.flatMap((group) => (group.causes.includes(c) ? group.rows : []));
    return {
      exposure,
      odds: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), level },
      share: at(5 + c),
      customers: sumOver(full.all, rows),
    };
  });
  const reachable = model.causes.filter((_, c) => at(5 + model.causes.length + c).low > 0);
  return {
    table,
    model: whole,
    validation: validate(whole, table, full.months, full.leaves),
    share: at(0),
    naiveShare: at(1),
    monthlyExit: at(2),
    exitsToCome: at(3),
    atRisk: at(4),
    reasons: [...reasons].sort((a, b) => b.share.value - a.share.value),
    order: orderActions(cells, passed, reachable, audit.minimumMoneyUnits),
  };
}
