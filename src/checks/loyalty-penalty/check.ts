import { contractFact } from '#facts/contract.ts';
import { newcomerPriceFact } from '#facts/newcomer-price.ts';
import { pricedContractFact, priceGapFact } from '#facts/price-gap.ts';
import { priceMeanFact } from '#facts/price-regression.ts';
import { defineCheck } from '../check.ts';
import { assessPenalty } from './assess.ts';
import { loyaltyPenaltyMessages } from './messages.ts';
import { excludedCells, gapCells, penaltySubjects, regressionCells, standingCells } from './query.ts';
import { PENALTY_DEFAULTS } from './settings.ts';

/** Do existing customers pay more than the same customers would pay if they arrived today? */
export const loyaltyPenalty = defineCheck({
  id: 'loyalty-penalty',
  measure: 'M01',
  requires: { contract: ['product_id', 'start_date', 'price'] },
  sharpens: {
    new_business_price: ['price'],
    contract: ['risk_class', 'region', 'channel', 'volume', 'discount', 'price_period'],
  },
  facts: [contractFact, newcomerPriceFact, pricedContractFact, priceGapFact, priceMeanFact],
  defaults: PENALTY_DEFAULTS,
  subjects: penaltySubjects,
  cells: { gaps: gapCells, regression: regressionCells, standing: standingCells, excluded: excludedCells },
  affected: 'headline AND relative_gap > {clearlyMore:Float64}',
  assess: assessPenalty,
  messages: loyaltyPenaltyMessages,
});
