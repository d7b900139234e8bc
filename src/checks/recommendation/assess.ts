import { type Verdict, verdict } from '../verdict.ts';
import { deedsVerdict } from './deeds.ts';
import type { Input } from './input.ts';
import { wordsVerdict } from './words-verdict.ts';

/** Pure: sums in, one verdict on what customers do and one on what they say out; deeds first, since they say more. */
export function assessRecommendation(input: Input): readonly Verdict[] {
  const found = [deedsVerdict(input), wordsVerdict(input)].flatMap((each) => (each === null ? [] : [each]));
  if (found.length > 0) return found;
  return [
    verdict({ outcome: 'notApplicable', reason: { id: 'noSource', values: {} }, sharpen: 'referral.source_type' }),
  ];
}
