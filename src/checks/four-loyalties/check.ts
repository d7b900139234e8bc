import { loyaltyAnswerFact } from '#facts/loyalty-answer.ts';
import { defineCheck } from '../check.ts';
import { WORTH_FACTS, worthCells } from '../remaining-value.ts';
import { assessLoyalties } from './assess.ts';
import { fourLoyaltiesMessages } from './messages.ts';
import {
  answerSubjects,
  behaviourCells,
  dimensionCells,
  levelCells,
  linkCells,
  patternCells,
  stateCells,
} from './query.ts';
import { LOYALTIES_DEFAULTS } from './settings.ts';

/** M17: is one of the four loyalties (company, offers, people, networks) neglected, and does that go with leaving? */
export const fourLoyalties = defineCheck({
  id: 'four-loyalties',
  measure: 'M17',
  requires: { contract: ['customer_id', 'product_id', 'start_date'] },
  // What customers do tells something only where something besides having a contract is on record.
  oneOf: {
    survey: ['item'],
    contract: ['end_date'],
    assignment: ['staff_pid'],
    referral: ['referrer_customer_id'],
    tie: ['customer_id_a'],
  },
  sharpens: {
    survey: ['item', 'value', 'customer_id'],
    contract: ['end_date', 'min_term_end'],
    assignment: ['staff_pid'],
    referral: ['referrer_customer_id'],
    tie: ['customer_id_a'],
    customer_value: ['margin'],
  },
  facts: [loyaltyAnswerFact, ...WORTH_FACTS],
  defaults: LOYALTIES_DEFAULTS,
  subjects: answerSubjects,
  cells: {
    levels: levelCells,
    link: linkCells,
    dimensions: dimensionCells,
    states: stateCells,
    patterns: patternCells,
    behaviour: behaviourCells,
    worth: worthCells,
  },
  affected: 'listed',
  assess: assessLoyalties,
  messages: fourLoyaltiesMessages,
});
