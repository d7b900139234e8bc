import { firstAfter } from './moments.ts';
import type { RiskTable } from './risk-table.ts';

/**
 * The part of a risk table after a moment: curves from it are of those still there then. With delayed entry the first times
 * may have a handful at risk, one of whose ends would spoil the whole curve; start after them.
 */
export function conditionalRiskTable({ time, atRisk, events }: RiskTable, start: number): RiskTable {
  const from = firstAfter(time, start);
  const rest = (column: ArrayLike<number>) => Float64Array.from(column).subarray(from);
  return { time: rest(time), atRisk: rest(atRisk), events: rest(events) };
}
