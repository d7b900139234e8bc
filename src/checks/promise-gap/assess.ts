import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { type Verdict, verdict } from '../verdict.ts';
import { judgePromises } from './kept-promises.ts';
import type { promiseCells } from './query.ts';
import { judgeSelfRating } from './self-rating.ts';
import type { PromiseGapSettings } from './settings.ts';

type Input = AssessInput<PromiseGapSettings, keyof typeof promiseCells | 'aftermath' | 'worth'>;

/** Promises and, as a second answer, the company's view of itself. Without a list of promises the second stands alone. */
export function assessPromiseGap(input: Input): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const sharpen = 'promise.promise_id';
  const self = judgeSelfRating(cells.ratings, settings, audit.asOf);
  if (holds(inventory, 'promise', 'promise_id')) {
    const kept = judgePromises(input);
    return self === null ? [kept] : [kept, self];
  }
  if (self !== null) return [{ ...self, caveats: [...self.caveats, { id: 'noPromises', values: {} }], sharpen }];
  return [
    verdict({ outcome: 'notApplicable', reason: { id: 'missingColumns', values: { columns: sharpen } }, sharpen }),
  ];
}
