import { observedSpellFact, spellRecordFact } from '#facts/observed-spell.ts';
import { defineCheck } from '../check.ts';
import { assessBait } from './assess.ts';
import { baitOfferMessages } from './messages.ts';
import { AFFECTED, baitSubjects, rateCells, sceneCells, stayCells } from './query.ts';
import { BAIT_DEFAULTS } from './settings.ts';

/** M09: do offers that win customers pay in the full account, with those who leave, come back and were there before? */
export const baitOffer = defineCheck({
  id: 'bait-offer',
  measure: 'M09',
  requires: { contract: ['customer_id', 'start_date', 'acquisition_offer_id'] },
  sharpens: {
    customer: ['identity_key'],
    contract: ['price', 'end_date', 'end_reason'],
    offer: ['value', 'kind', 'audience'],
    cost: ['amount'],
    customer_value: ['margin', 'revenue'],
  },
  facts: [observedSpellFact, spellRecordFact],
  defaults: BAIT_DEFAULTS,
  subjects: baitSubjects,
  cells: { stays: stayCells, rates: rateCells, scene: sceneCells },
  affected: AFFECTED,
  assess: assessBait,
  messages: baitOfferMessages,
});
