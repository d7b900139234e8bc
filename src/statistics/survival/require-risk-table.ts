import { requireFinite, requireLength } from '../regression/column-check.ts';

/** Throws RangeError naming the column unless times ascend and no more leave than were there. */
export function requireRiskTable(
  time: ArrayLike<number>,
  atRisk: ArrayLike<number>,
  events: readonly ArrayLike<number>[],
): void {
  requireLength('atRisk', atRisk, time.length);
  requireFinite('time', time);
  for (let i = 1; i < time.length; i++) {
    if (!((time[i] ?? 0) > (time[i - 1] ?? 0))) throw new RangeError(`time[${i}] does not come after the one before`);
  }
  for (const column of events) {
    requireLength('events', column, time.length);
    requireFinite('events', column, 0);
  }
  for (let i = 0; i < time.length; i++) {
    const leaving = events.reduce((sum, column) => sum + (column[i] ?? 0), 0);
    // Weights that are fractions may overshoot by rounding.
    if (leaving > 0 && leaving > (atRisk[i] ?? 0) * (1 + 1e-9)) {
      throw new RangeError(`events[${i}] is ${leaving}: more than the ${atRisk[i]} at risk`);
    }
  }
}
