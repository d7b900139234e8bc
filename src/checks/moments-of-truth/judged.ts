import type { Outcome } from '#domain/verdict-terms.ts';
import type { Note } from '../verdict.ts';
import type { JudgedTouchpoint } from './judge-touchpoints.ts';
import type { TouchpointCounts } from './touchpoint-counts.ts';

export interface Judged extends JudgedTouchpoint {
  readonly counts: TouchpointCounts;
}

/** Touchpoints in a drawing: more cannot be taken in at a glance; the table has them all. */
export const DRAWN = 8;

export const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);

export function outcomeOf(judged: readonly Judged[]): Outcome {
  if (judged.some(({ lossOutcome }) => lossOutcome === 'finding')) return 'finding';
  return judged.every(({ lossOutcome }) => lossOutcome === 'clear') ? 'clear' : 'inconclusive';
}

/** Which of the touchpoints that matter must not fail, which ones delight, and which ones do both. */
export function kindsOf(judged: readonly Judged[]): readonly Note[] {
  const named = judged.filter((one) => one.lossOutcome === 'finding' || one.isDelight);
  const names = (kind: Judged['kind']) =>
    named
      .filter((one) => one.kind === kind)
      .map(({ counts }) => counts.name)
      .join(', ');
  const [mustBe, performance, delighter] = [names('mustBe'), names('performance'), names('delighter')];
  return note(mustBe + performance + delighter !== '', 'kinds', { mustBe, performance, delighter });
}
