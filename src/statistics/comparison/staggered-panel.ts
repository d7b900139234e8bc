import { requireFinite, requireLength } from '../regression/column-check.ts';
import { groupCodes } from '../regression/group-codes.ts';

/** One entry per unit and period. */
export interface StaggeredPanelInput {
  readonly unit: ArrayLike<number | string>;
  readonly period: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  /** First treated period of the row's unit; Infinity for units never treated. */
  readonly firstTreated: ArrayLike<number>;
  /** Weight of the row's unit, the same in all its rows; null for 1. */
  readonly weights: ArrayLike<number> | null;
  /** Label within which units are not independent, the same in all rows of a unit; null for the unit itself. */
  readonly cluster: ArrayLike<number | string> | null;
}

/** The panel as a units x periods table (NaN where a unit was not observed). */
export interface StaggeredPanel {
  readonly periods: readonly number[];
  readonly units: number;
  readonly response: Float64Array;
  readonly firstTreated: Float64Array;
  readonly weights: Float64Array;
  readonly cluster: Int32Array;
  readonly clusters: number;
}

/** RangeError on lengths, on a unit whose first treated period changes, and on two rows for one unit and period. */
export function staggeredPanel(input: StaggeredPanelInput): StaggeredPanel {
  const rows = input.unit.length;
  requireLength('period', input.period, rows);
  requireLength('response', input.response, rows);
  requireLength('firstTreated', input.firstTreated, rows);
  requireFinite('period', input.period);
  requireFinite('response', input.response);
  const unit = groupCodes(input.unit);
  const cluster = groupCodes(input.cluster ?? input.unit);
  const periods = [...new Set(Array.from(input.period))].sort((a, b) => a - b);
  const place = new Map(periods.map((period, k) => [period, k]));
  const units = unit.labels.length;
  const panel = {
    periods,
    units,
    response: new Float64Array(units * periods.length).fill(Number.NaN),
    firstTreated: new Float64Array(units).fill(Number.NaN),
    weights: new Float64Array(units).fill(1),
    cluster: new Int32Array(units),
    clusters: cluster.labels.length,
  };
  for (let i = 0; i < rows; i++) {
    const u = unit.codes[i] ?? 0;
    requireSameStart(panel.firstTreated[u] ?? Number.NaN, input.firstTreated[i] ?? Number.NaN, i);
    const at = u * periods.length + (place.get(input.period[i] ?? 0) ?? 0);
    if (!Number.isNaN(panel.response[at])) throw new RangeError(`period[${i}] occurs twice in its unit`);
    panel.response[at] = input.response[i] ?? 0;
    panel.firstTreated[u] = input.firstTreated[i] ?? Number.NaN;
    panel.cluster[u] = cluster.codes[i] ?? 0;
    panel.weights[u] = input.weights === null ? 1 : (input.weights[i] ?? 0);
  }
  requireFinite('weights', panel.weights, 0);
  return panel;
}

function requireSameStart(known: number, first: number, row: number): void {
  if (Number.isNaN(first)) throw new RangeError(`firstTreated[${row}] is not a number; use Infinity for never`);
  if (!Number.isNaN(known) && known !== first) throw new RangeError(`firstTreated[${row}] differs within its unit`);
}
