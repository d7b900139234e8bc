import { renewalGapFact } from '#facts/renewal-gap.ts';
import { defineCheck } from '../check.ts';
import { assessWalking, WALKING_DEFAULTS } from './assess.ts';
import { priceWalkingMessages } from './messages.ts';
import { AFFECTED, renewalCells, renewalSubjects } from './query.ts';

/** Do prices rise from renewal to renewal while newcomers' prices do not? */
export const priceWalking = defineCheck({
  id: 'price-walking',
  measure: 'M01',
  requires: { price_event: ['contract_id', 'valid_from', 'price'], contract: ['customer_id', 'product_id'] },
  sharpens: { new_business_price: ['price', 'valid_from'], price_event: ['offered_price', 'kind', 'accepted'] },
  facts: [renewalGapFact],
  defaults: WALKING_DEFAULTS,
  subjects: renewalSubjects,
  cells: { renewals: renewalCells },
  affected: AFFECTED,
  assess: assessWalking,
  messages: priceWalkingMessages,
});
