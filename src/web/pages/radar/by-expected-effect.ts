import type { Answer } from '../../answer/view.ts';

/** Rests on a lot, not on who happened to be chosen. */
const isTrial = ({ check }: Answer): boolean =>
  check.grade === 'A' && check.effect !== null && check.outcome !== 'inconclusive' && check.outcome !== 'failed';

/** Measures tried by lot, those that kept the most customers first; nothing else may order anybody. */
export const byExpectedEffect = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(isTrial).sort((a, b) => (b.check.effect?.value ?? 0) - (a.check.effect?.value ?? 0));
