import type { Verdict } from '../verdict.ts';
import type { MomentsOfTruthInput } from './input.ts';
import { judgeByLeaving } from './leaving.ts';
import { asksForJudgement, judgeByWords } from './overall-judgement.ts';

/** What customers say after a disappointment and, as a second answer, what they do. Without words the deeds stand alone. */
export function assessMomentsOfTruth(input: MomentsOfTruthInput): readonly Verdict[] {
  const words = judgeByWords(input);
  const deeds = judgeByLeaving(input);
  if (deeds === null) return [words];
  if (asksForJudgement(input.cells.answers)) return [words, deeds];
  return [
    {
      ...deeds,
      strata: [...deeds.strata, ...words.strata],
      caveats: [{ id: 'noJudgement', values: {} }, ...deeds.caveats],
      charts: [...deeds.charts, ...words.charts],
    },
  ];
}
