import type { SurvivalRows } from '../survival-rows.ts';

/** One row per person, per spell of a person (start-stop), or per cell of people who share everything. */
export interface CoxRows extends SurvivalRows {
  readonly names: readonly string[];
  /** One column per name. */
  readonly columns: readonly ArrayLike<number>[];
  /** Each stratum has a baseline hazard of its own; null for one baseline. */
  readonly stratum: ArrayLike<number> | null;
}

/**
 * How tied ends share a moment. efron: as if in unknown order; breslow: as if all at once, biased towards 0 with many ties.
 */
export type Ties = 'efron' | 'breslow';

/**
 * counts: a row of weight 3 is three people, whole numbers only, same answer as three rows. sampling: a row stands for
 * others of its kind, any weight from 0, as in R's coxph.
 */
export type WeightMeaning = 'counts' | 'sampling';
