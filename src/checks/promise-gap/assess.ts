import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { type Verdict, verdict } from '../verdict.ts';
import { judgePromises } from './kept-promises.ts';
import type { promiseCells } from './query.ts';
import { judgeSelfRating } from './self-rating.ts';
import type { PromiseGapSettings } from './settings.ts';

type Input = AssessInput<PromiseGapSettings, keyof typeof promiseCells>;

/** Promises and, as a second answer, the company's view of itself; without a list of promises that half does not apply. */
export function assessPromiseGap({ cells, settings, audit, inventory }: Input): readonly Verdict[] {
  const reason = { id: 'missingColumns', values: { columns: 'promise.promise_id' } };
  const kept = holds(inventory, 'promise', 'promise_id')
    ? judgePromises(cells.occasions, settings, audit.asOf)
    : verdict({ outcome: 'notApplicable', reason, sharpen: 'promise.promise_id' });
  const self = judgeSelfRating(cells.ratings, settings, audit.asOf);
  return self === null ? [kept] : [kept, self];
}
