import type { ReportCheck } from '../../parts/report-shape.ts';

export const CONDITIONS = ['pay', 'training', 'trained', 'recognition', 'limit', 'turnover', 'variable'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Conditions of work that the answer says nothing about; a group with a name but no number is withheld too. */
export function withheldConditions({ strata }: Pick<ReportCheck, 'strata'>): readonly Condition[] {
  const told = strata.filter(({ effect }) => effect !== null).map(({ key }) => key);
  return CONDITIONS.filter((condition) => !told.includes(condition));
}
