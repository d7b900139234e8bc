import { contractFact } from '#facts/contract.ts';
import { observedSpellFact } from '#facts/observed-spell.ts';
import { partyValueFact } from '#facts/party-value.ts';
import { defineCheck } from '../check.ts';
import { assessRecommendation } from './assess.ts';
import { recommendationMessages } from './messages.ts';
import {
  answerCells,
  conversionCells,
  customerCells,
  followedCells,
  livedCells,
  newcomerCells,
  recommenderSubjects,
  UNTHANKED,
} from './query.ts';
import { RECOMMENDATION_DEFAULTS } from './settings.ts';

/** M18: do customers recommend us, in deeds and in words, and are those who do thanked as newcomers are welcomed? */
export const recommendation = defineCheck({
  id: 'recommendation',
  measure: 'M18',
  // Either the list of sources or the survey is enough, so neither can be demanded.
  requires: {},
  oneOf: { referral: ['source_type'], survey: ['item'] },
  sharpens: {
    referral: ['source_type', 'referrer_customer_id', 'reward', 'converted'],
    survey: ['item', 'value', 'customer_id'],
    offer: ['audience', 'value'],
    contract: ['start_date', 'discount', 'discount_end'],
    customer_value: ['margin'],
  },
  facts: [contractFact, observedSpellFact, partyValueFact],
  defaults: RECOMMENDATION_DEFAULTS,
  subjects: recommenderSubjects,
  cells: {
    customers: customerCells,
    newcomers: newcomerCells,
    conversions: conversionCells,
    lived: livedCells,
    answers: answerCells,
    followed: followedCells,
  },
  affected: UNTHANKED,
  assess: assessRecommendation,
  messages: recommendationMessages,
});
