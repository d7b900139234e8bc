import type { AssessInput } from '../check.ts';
import type { RecommendationSettings } from './settings.ts';

export type Input = AssessInput<
  RecommendationSettings,
  'customers' | 'newcomers' | 'conversions' | 'lived' | 'answers' | 'followed'
>;
