import type { Estimate } from '#statistics/estimate.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { type Cells, selectCells } from '../cells.ts';

export interface Delay {
  /** Hours until half, and nine in ten, of the requests are decided; still pending ones count as waiting. */
  readonly median: Estimate;
  readonly slowest: Estimate;
}

/** Delay of the requests under the given rules; null where no decision carries its time. */
export function delayOf(delays: Cells, members: readonly string[]): Delay | null {
  const rules = new Set(members);
  const [rule, delay, timed] = ['rule', 'delay', 'is_timed'].map((name) => delays.by.indexOf(name));
  const chosen = selectCells(delays, (tuple) => rules.has(String(tuple[rule ?? -1])));
  const event = chosen.tuples.map((tuple) => (Number(tuple[timed ?? -1]) === 1 ? 1 : 0));
  if (!event.includes(1)) return null;
  const table = riskTable({
    entry: null,
    exit: chosen.tuples.map((tuple) => Number(tuple[delay ?? -1])),
    event,
    weights: chosen.total,
  });
  return { median: medianSurvival(table), slowest: medianSurvival(table, { share: 0.1 }) };
}
