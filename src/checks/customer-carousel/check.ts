import { observedSpellFact, spellRecordFact } from '#facts/observed-spell.ts';
import { defineCheck } from '../check.ts';
import { assessCarousel } from './assess.ts';
import { customerCarouselMessages } from './messages.ts';
import {
  addsCells,
  carouselSubjects,
  enteringCells,
  flowCells,
  leavingCells,
  lossesCells,
  rateCells,
} from './query.ts';
import { CAROUSEL_DEFAULTS } from './settings.ts';

/** Do new customers only replace those who leave, and who leaves how fast? */
export const customerCarousel = defineCheck({
  id: 'customer-carousel',
  measure: 'M10',
  requires: { contract: ['customer_id', 'start_date', 'end_date'] },
  sharpens: {
    contract: ['end_reason', 'channel', 'acquisition_offer_id', 'original_start_date'],
    customer: ['identity_key'],
    cost: ['amount'],
  },
  facts: [observedSpellFact, spellRecordFact],
  defaults: CAROUSEL_DEFAULTS,
  subjects: carouselSubjects,
  cells: {
    flow: flowCells,
    adds: addsCells,
    losses: lossesCells,
    leaving: leavingCells,
    entering: enteringCells,
    channelRates: rateCells(['top_channel', 'top_product', 'cohort'], 40),
    offerRates: rateCells(['top_offer', 'top_product', 'cohort'], 50),
    wonByRates: rateCells(['won_by', 'top_product', 'cohort'], 50),
  },
  affected: 'lost_last_year',
  assess: assessCarousel,
  messages: customerCarouselMessages,
});
