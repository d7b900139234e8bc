import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';

/**
 * The verdict on a gap "existing minus newcomer", positive where existing customers are worse off, against the smallest gap that matters.
 * Finding or reversed need an interval clear of zero and a value that matters; clear needs an interval that leaves no room for a gap
 * that matters; everything else the data do not tell.
 */
export function judgeGap(gap: Estimate, relevant: number): Outcome {
  if (gap.low > 0 && gap.value >= relevant) return 'finding';
  if (gap.high < 0 && gap.value <= -relevant) return 'reversed';
  if (gap.low > -relevant && gap.high < relevant) return 'clear';
  return 'inconclusive';
}

/**
 * Whether a judgement falls with rows that may belong to it or not: `gap` without them, `other` with all of them. A clear one falls once the
 * other tells of a difference, a finding or reversed one once the other's value no longer matters on the same side.
 */
export function turnsRound(gap: Estimate, other: Estimate, relevant: number): boolean {
  const known = judgeGap(gap, relevant);
  if (known === 'inconclusive') return false;
  if (known === 'clear') return ['finding', 'reversed'].includes(judgeGap(other, relevant));
  return (known === 'finding' ? other.value : -other.value) < relevant;
}
