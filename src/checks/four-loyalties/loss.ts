import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { sumOf } from '../cells.ts';
import { assumedMargin, remainingValue, worthOf } from '../remaining-value.ts';
import type { Note } from '../verdict.ts';
import type { Input } from './assess.ts';
import type { Levels } from './levels.ts';
import { exitsPerTenPoints } from './ten-points.ts';

interface Loss {
  readonly loss: Estimate | null;
  readonly notes: readonly Note[];
}

const none = (id: string, values: Note['values'] = {}): Loss => ({ loss: null, notes: [{ id, values }] });

/**
 * Remaining value of the departures of a year that go with ten points less of the weakest loyalty, of those who answered on all four
 * within the window and whom no contract binds; nobody else is counted. Only beside a finding, and only where these departures are
 * above zero for certain.
 */
export function lossPerTenPoints({ cells, audit }: Input, outcome: Outcome, { respondents }: Levels): Loss {
  if (outcome !== 'finding') return none('noMoney');
  const perAnswer = exitsPerTenPoints(cells.link);
  if (perAnswer === null || !(perAnswer.low > 0)) return none('noMoney');
  const each = remainingValue(cells.worth, audit);
  if (each === null) return none('noWorth');
  const states = (keep: (state: string) => boolean) => sumOf(cells.states, 'answers', ([state]) => keep(String(state)));
  const free = states((state) => state === 'left' || state === 'stayed') / states((state) => state !== 'open');
  const people = respondents * free;
  if (people < audit.minimumMoneyUnits) return none('noMoney');
  const { value, low, high, level } = perAnswer;
  const exits = { value: value * people, low: low * people, high: high * people, level };
  const values = { people, exits: exits.value, low: exits.low, high: exits.high };
  return { loss: worthOf(exits, each), notes: [{ id: 'lossPerTenPoints', values }, ...assumedMargin(each, audit)] };
}
