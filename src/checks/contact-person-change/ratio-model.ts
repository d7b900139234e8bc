import type { GeneralisedLinearFit } from '#statistics/regression/generalised-linear.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import type { CellKey, Cells } from '../cells.ts';

/** Exposure of a cell: a name of `slots`, '' for the reference, null for months that do not enter. */
type SlotOf = (state: string, handedOver: string) => string | null;

/** A fitted model, ready to be moved by one Newton step for every replicate. */
export interface RatioModel {
  readonly slots: readonly string[];
  readonly fit: GeneralisedLinearFit;
  /** Log ratios of leaving in the order of `slots`, from sums that miss a replicate. NaN without any leaving in a slot. */
  readonly logRatios: (sums: Float64Array) => readonly number[];
}

interface Rows {
  readonly rowOf: Int32Array;
  readonly labels: readonly (readonly [tenure: string, quarter: string, line: string, slot: string])[];
}

function rowsOf(cells: Cells, slotOf: SlotOf): Rows {
  const at = ['tenure', 'quarter', 'line', 'state', 'handed_over'].map((name) => cells.by.indexOf(name));
  const rowOf = new Int32Array(cells.keys).fill(-1);
  const index = new Map<string, number>();
  const labels: (readonly [string, string, string, string])[] = [];
  for (const [cell, tuple] of cells.tuples.entries()) {
    const [tenure = '', quarter = '', line = '', state = '', handedOver = ''] = at.map((i) => text(tuple[i]));
    const slot = slotOf(state, handedOver);
    if (slot === null) continue;
    const key = JSON.stringify([tenure, quarter, line, slot]);
    const row = index.get(key) ?? labels.length;
    if (row === labels.length) {
      index.set(key, row);
      labels.push([tenure, quarter, line, slot]);
    }
    rowOf[cell] = row;
  }
  return { rowOf, labels };
}
const text = (key: CellKey | undefined) => String(key ?? '');

/** Leavings and months a row. */
function countsOf(cells: Cells, { rowOf, labels }: Rows, sums: Float64Array) {
  const [monthsAt, leavesAt] = [cells.sumNames.indexOf('months'), cells.sumNames.indexOf('leaves')];
  const months = new Float64Array(labels.length);
  const leaves = new Float64Array(labels.length);
  for (const [cell, row] of rowOf.entries()) {
    if (row < 0) continue;
    months[row] = (months[row] ?? 0) + (sums[cell * cells.sums + monthsAt] ?? 0);
    leaves[row] = (leaves[row] ?? 0) + (sums[cell * cells.sums + leavesAt] ?? 0);
  }
  return { trials: months, successes: leaves };
}

/** Indicator of every value but the commonest. */
function indicators(name: string, values: readonly string[], sizes: Float64Array) {
  const size = new Map<string, number>();
  for (const [row, value] of values.entries()) size.set(value, (size.get(value) ?? 0) + (sizes[row] ?? 0));
  const levels = [...size.keys()].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a < b ? -1 : 1)).slice(1);
  return levels.map((level) => ({
    name: `${name}=${level}`,
    column: Float64Array.from(values, (value) => (value === level ? 1 : 0)),
  }));
}

/**
 * Odds of deciding to leave in a month, exposed against not, with tenure, quarter and product held equal: pooled logistic regression on
 * counted person-months (see pooledLogistic; steps of tenure take the place of its spline, so that cells stay few). The odds ratio of a
 * month is close to a hazard ratio. Columns of the nuisance terms have no estimate where nobody left.
 */
export function ratioModel(cells: Cells, slots: readonly string[], slotOf: SlotOf): RatioModel {
  const rows = rowsOf(cells, slotOf);
  const whole = countsOf(cells, rows, cells.total);
  const column = (i: 0 | 1 | 2) => rows.labels.map((label) => label[i]);
  const terms = [
    { name: 'one', column: new Float64Array(rows.labels.length).fill(1) },
    ...indicators('tenure', column(0), whole.trials),
    ...indicators('quarter', column(1), whole.trials),
    ...indicators('line', column(2), whole.trials),
    ...slots.map((slot) => ({
      name: slot,
      column: Float64Array.from(rows.labels, (label) => (label[3] === slot ? 1 : 0)),
    })),
  ];
  const names = terms.map((term) => term.name);
  const columns = terms.map((term) => term.column);
  const frame = { names, columns, offset: null, cluster: null };
  // Weak ridge: quarters in which nobody left must not send their columns to infinity.
  const fit = logisticRegression({ ...frame, ...whole }, { penalty: RIDGE });
  const start = fit.coefficients.map(({ estimate }) => estimate.value);
  const first = names.length - slots.length;
  const logRatios = (sums: Float64Array) => {
    const counts = countsOf(cells, rows, sums);
    const step = logisticRegression({ ...frame, ...counts }, { penalty: RIDGE, start, maximumIterations: 1 });
    return slots.map((slot, i) => {
      const left = rows.labels.reduce(
        (sum, label, row) => sum + (label[3] === slot ? (counts.successes[row] ?? 0) : 0),
        0,
      );
      return left > 0 ? (step.coefficients[first + i]?.estimate.value ?? Number.NaN) : Number.NaN;
    });
  };
  return { slots, fit, logRatios };
}
const RIDGE = 0.01;

/** Share of the exposed months that have enough months of the reference in the same tenure, quarter and product, 0..1. */
export function overlapOf(cells: Cells, slotOf: SlotOf, minimum: number): number {
  const rows = rowsOf(cells, slotOf);
  const { trials } = countsOf(cells, rows, cells.total);
  const reference = new Map<string, number>();
  const stratum = (label: readonly string[]) => JSON.stringify(label.slice(0, 3));
  for (const [row, label] of rows.labels.entries())
    if (label[3] === '') reference.set(stratum(label), trials[row] ?? 0);
  let [all, shared] = [0, 0];
  for (const [row, label] of rows.labels.entries()) {
    if (label[3] !== 'year') continue;
    all += trials[row] ?? 0;
    if ((reference.get(stratum(label)) ?? 0) >= minimum) shared += trials[row] ?? 0;
  }
  return all > 0 ? shared / all : 0;
}
