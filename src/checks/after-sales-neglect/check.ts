import { contractFact } from '#facts/contract.ts';
import { defineCheck } from '../check.ts';
import { assessAfterSales } from './assess.ts';
import { afterSalesMessages } from './messages.ts';
import { afterSalesCells, afterSalesSubjects, LET_DOWN } from './query.ts';
import { afterSalesDefaults } from './settings.ts';

/** M13: do customers who were content with the sale but not with what came after buy again less often? */
export const afterSalesNeglect = defineCheck({
  id: 'after-sales-neglect',
  measure: 'M13',
  requires: { survey: ['item', 'value', 'scale_max', 'at'] },
  sharpens: { contract: ['start_date', 'location_id'], customer_value: ['margin'], survey: ['customer_id', 'wave'] },
  facts: [contractFact],
  defaults: afterSalesDefaults,
  subjects: afterSalesSubjects,
  cells: afterSalesCells,
  affected: LET_DOWN,
  assess: assessAfterSales,
  messages: afterSalesMessages,
});
