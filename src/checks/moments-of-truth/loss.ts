import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { assumedMargin, remainingValue, worthOf } from '../remaining-value.ts';
import type { Note } from '../verdict.ts';
import type { Effect } from './experience-effects.ts';
import type { FollowedTouchpoint } from './followed-ratings.ts';
import type { MomentsOfTruthInput } from './input.ts';
import type { Judged } from './judged.ts';
import { DAYS_A_YEAR } from './settings.ts';

interface Loss {
  readonly loss: Estimate | null;
  readonly notes: readonly Note[];
}

interface First extends Judged {
  readonly after: FollowedTouchpoint;
  readonly late: Effect | null;
  /** Departures after a disappointment here beyond those after okay ratings, over all the time followed. */
  readonly excess: Estimate;
}

const none = (id: string, values: Note['values'] = {}): Loss => ({ loss: null, notes: [{ id, values }] });

/**
 * Remaining value of the departures a year after a disappointment at the first touchpoint, beyond those after okay ratings there. One
 * touchpoint only, since departures after two of them would count twice, and only those who were asked. The number of the one
 * that was picked out of many is pulled back as its ratio is. No amount where the mood of those who are unhappy anyway cannot be taken off,
 * where only the first months show a difference (who left then may have decided before), or from too few departures.
 */
export function lossAtFirst(input: MomentsOfTruthInput, outcome: Outcome, top: First, moodIsOff: boolean): Loss {
  const { cells, audit } = input;
  if (outcome !== 'finding') return none('noMoneyForLeaving');
  if (!moodIsOff) return none('noMoneyInMood');
  if (!(top.late !== null && top.late.estimate.low > 0)) return none('noMoneyTooSoon');
  const { departures } = top.after.disappointing;
  const needed = audit.minimumMoneyUnits;
  if (departures < needed) return none('noMoneyFewLeft', { needed, has: departures });
  const { excess, loss, pulledLoss } = top;
  const days = Number(cells.everybody.tuples[0]?.[0] ?? 0);
  if (!(excess.low > 0 && days > 0) || loss === null || pulledLoss === null) return none('noMoneyForLeaving');
  const each = remainingValue(cells.worth, audit);
  if (each === null) return none('noWorth');
  const pull = Math.min(1, Math.expm1(-pulledLoss.value) / Math.expm1(-loss.value));
  const yearly = (pull * DAYS_A_YEAR) / days;
  const { value, low, high, level } = excess;
  const exits = { value: value * yearly, low: low * yearly, high: high * yearly, level };
  const values = { top: top.counts.name, exits: exits.value, low: exits.low, high: exits.high, departures };
  return { loss: worthOf(exits, each), notes: [{ id: 'lossAtFirst', values }, ...assumedMargin(each, audit)] };
}
