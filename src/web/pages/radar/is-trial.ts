import type { Answer } from '../../answer/view.ts';

/** The answer rests on a lot, not on who happened to be chosen: grade A and judged. */
export const isTrial = ({ check }: Pick<Answer, 'check'>): boolean =>
  check.grade === 'A' && check.effect !== null && check.outcome !== 'inconclusive' && check.outcome !== 'failed';
