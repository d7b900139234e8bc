import type { AssessInput } from '../check.ts';
import type { episodeCells } from './episode-query.ts';
import type { momentCells } from './query.ts';
import type { MomentsOfTruthSettings } from './settings.ts';

export type MomentsOfTruthInput = AssessInput<
  MomentsOfTruthSettings,
  keyof typeof momentCells | keyof typeof episodeCells | 'worth'
>;
