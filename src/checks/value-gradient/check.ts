import { rankedContractFact } from '#facts/ranked-contract.ts';
import { defineCheck } from '../check.ts';
import { assessGradient } from './assess.ts';
import { valueGradientMessages } from './messages.ts';
import { gradientSubjects, pricedCells, rankedCells, TOP_FIFTH } from './query.ts';
import { GRADIENT_DEFAULTS } from './settings.ts';

/** M03: do conditions worsen as customers become more valuable? */
export const valueGradient = defineCheck({
  id: 'value-gradient',
  measure: 'M03',
  requires: { contract: ['customer_id', 'product_id', 'start_date'] },
  sharpens: {
    contract: ['volume', 'price'],
    new_business_price: ['price'],
    recognition: ['value'],
    contact: ['wait_s', 'customer_id', 'topic'],
    customer_value: ['margin'],
  },
  facts: [rankedContractFact],
  defaults: GRADIENT_DEFAULTS,
  subjects: gradientSubjects,
  cells: { ranked: rankedCells, priced: pricedCells },
  affected: TOP_FIFTH,
  assess: assessGradient,
  messages: valueGradientMessages,
});
