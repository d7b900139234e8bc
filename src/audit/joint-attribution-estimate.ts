import type { Cells } from '#checks/cells.ts';
import { attributedExits, groupsByCauses } from '#checks/flight-radar/attributed-exits.ts';
import { fitHazard, type HazardModel, hazardModel, hazards } from '#checks/flight-radar/hazard-model.ts';
import { type MonthTable, monthTable, sumColumn } from '#checks/flight-radar/month-cells.ts';
import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Exposure } from '#domain/exposure.ts';
import { cellValues, yearsToCome } from '#facts/exposure-value.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';

/** Half-years back from the day of the audit that make the year for which exits are put down to exposures. */
const YEAR_HALVES = 2;

interface ExposurePart {
  readonly exposure: Exposure;
  /** Shapley part of the total, in exits a year. */
  readonly exits: Estimate;
  readonly money: Estimate;
  /** Exits that would go with it if it were looked at alone; overlaps with the others. */
  readonly alone: Estimate;
  /** Remaining value that left with these; overlaps as well. */
  readonly aloneMoney: Estimate;
  /** Share of the year's customer-months under it. */
  readonly exposedShare: number;
}

export interface JointEstimate {
  readonly model: HazardModel;
  readonly table: MonthTable;
  /** Exits of the last twelve months by the customers' own decision: as they were, and as the model expects them. */
  readonly observed: number;
  readonly expected: Estimate;
  readonly exits: Estimate;
  readonly share: Estimate;
  readonly money: Estimate;
  readonly parts: readonly ExposurePart[];
}

const sumOver = (values: ArrayLike<number>, rows: readonly number[]) =>
  rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);

/** The months and the exposures that they can carry. */
export function jointModel(cells: Cells) {
  const table = monthTable(cells);
  const total = (name: string) => sumColumn(cells, cells.total, name);
  return { table, model: hazardModel(table, total('months'), total('leaves')) };
}

/**
 * Exits of a year that go with what the company did, from one joint hazard model with every exposure at its reference, in total and split by
 * Shapley; intervals from leaving out one random group of customers after the other through the whole pipeline (fit by one Newton step,
 * attribution, value). null where no exposure can be told of.
 */
export function estimateJoint(cells: Cells, audit: AuditSettings): JointEstimate | null {
  const columnsOf = (sums: ArrayLike<number>) => ({
    months: sumColumn(cells, sums, 'months'),
    leaves: sumColumn(cells, sums, 'leaves'),
  });
  const full = columnsOf(cells.total);
  const { table, model } = jointModel(cells);
  if (model.causes.length === 0) return null;
  const fit = fitHazard({ model, table, ...full, from: null });
  const everyRow = Array.from({ length: table.rows }, (_, row) => row);
  const year = everyRow.filter((row) => (table.half[row] ?? YEAR_HALVES) < YEAR_HALVES);
  const groups = groupsByCauses(model, year);
  const allMonths = sumOver(full.months, everyRow);
  const causes = model.causes.length;

  const pipeline = (sums: Float64Array): number[] => {
    const { months, leaves } = columnsOf(sums);
    const isFull = sumOver(months, everyRow) === allMonths;
    const { values } = isFull ? fit : fitHazard({ model, table, months, leaves, from: fit });
    // What is left stands for everybody.
    const scale = allMonths / sumOver(months, everyRow);
    const exits = attributedExits(model, values, groups, months);
    const worth = cellValues(months, sumColumn(cells, sums, 'value'), sumColumn(cells, sums, 'valued'), year);
    const ended = sumOver(sumColumn(cells, sums, 'ends'), year) / Math.max(sumOver(months, year), 1);
    const years = yearsToCome(ended, audit);
    const money = attributedExits(model, values, groups, worth);
    const chance = hazards(model, values, table.rows);
    const expected = sumOver(
      chance.map((one, row) => one * (months[row] ?? 0)),
      year,
    );
    return [
      exits.total * scale,
      expected * scale,
      exits.total / expected,
      money.total * scale * years,
      ...exits.parts.map((part) => part * scale),
      ...money.parts.map((part) => part * scale * years),
      ...exits.alone.map((part) => part * scale),
      ...money.alone.map((part) => part * scale * years),
    ];
  };
  const { estimates } = deleteAGroup({ ...cells, theta: pipeline, scale: 'identity' });
  const at = (index: number): Estimate => estimates[index] ?? { value: 0, low: 0, high: 0, level: 0.95 };
  const yearMonths = sumOver(full.months, year);
  return {
    model,
    table,
    observed: sumOver(full.leaves, year),
    exits: at(0),
    expected: at(1),
    share: at(2),
    money: at(3),
    parts: model.causes.map(({ exposure }, c) => {
      const rows = groups.flatMap((group) => (group.causes.includes(c) ? group.rows : []));
      return {
        exposure,
        exits: at(4 + c),
        money: at(4 + causes + c),
        alone: at(4 + 2 * causes + c),
        aloneMoney: at(4 + 3 * causes + c),
        exposedShare: sumOver(full.months, rows) / Math.max(yearMonths, 1),
      };
    }),
  };
}
