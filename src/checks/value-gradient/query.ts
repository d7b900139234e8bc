import { RANK_BINS } from '#facts/ranked-contract.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { CONDITIONS, KINDS } from './conditions.ts';

/** One row per running contract of an existing customer, with its place by value and its conditions. */
export const gradientSubjects: Subjects = {
  name: 'value-gradient',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT *
FROM fact_ranked_contract`,
};

/** The most valuable fifth of the customers, by the value of their oldest contract within its product. */
export const TOP_FIFTH = `is_main AND rank_bin >= ${0.8 * RANK_BINS}`;

const perCondition = (of: (condition: (typeof CONDITIONS)[number]) => Readonly<Record<string, string>>) =>
  Object.assign({}, ...CONDITIONS.map(of));

/** What each place by value gets, beside what its like gets: same product and tenure, and for waits the same topic and hour. */
export const rankedCells: CellSpec = {
  by: ['basis', 'rank_bin'],
  sums: {
    contracts: '1',
    customers: 'is_main',
    affected: TOP_FIFTH,
    ...perCondition((condition) => {
      const { units, got, expected, short } = KINDS[condition];
      return {
        [`${condition}_units`]: units,
        [`${condition}_got`]: got,
        [`${condition}_expected`]: expected,
        [`${condition}_short`]: short ?? '0',
        [`${condition}_some`]: `ifNull(${got} > 0, false)`,
      };
    }),
  },
};

/** The same by today's price over all products, nothing held equal: the plain comparison. */
export const pricedCells: CellSpec = {
  by: ['price_bin'],
  where: 'price_bin >= 0',
  sums: perCondition((condition) => ({
    [`${condition}_units`]: KINDS[condition].units,
    [`${condition}_got`]: KINDS[condition].got,
  })),
};
