import { defineCheck } from '../check.ts';
import { WORTH_FACTS, worthCells } from '../remaining-value.ts';
import { AFTERMATH_FACTS, aftermathCells } from './aftermath-query.ts';
import { assessPromiseGap } from './assess.ts';
import { promiseGapMessages } from './messages.ts';
import { BROKEN, occasionSubjects, promiseCells } from './query.ts';
import { promiseGapDefaults } from './settings.ts';

/** M27: does the company keep its promises, and does it see itself as its customers do? */
export const promiseGap = defineCheck({
  id: 'promise-gap',
  measure: 'M27',
  // A list of promises, or a question that the management answers too: either is enough, so neither is required.
  requires: {},
  oneOf: { promise: ['promise_id'], survey: ['respondent_id'] },
  sharpens: {
    promise: ['promise_id', 'measure', 'threshold'],
    case: ['closed_at'],
    contact: ['wait_s'],
    mention: ['replied_at'],
    approval: ['decided_at'],
    survey: ['item'],
    contract: ['end_date', 'notice_date'],
    concession: ['value', 'trigger'],
    customer_value: ['margin'],
  },
  facts: [...AFTERMATH_FACTS, ...WORTH_FACTS],
  defaults: promiseGapDefaults,
  subjects: occasionSubjects,
  cells: { ...promiseCells, aftermath: aftermathCells, worth: worthCells },
  affected: BROKEN,
  assess: assessPromiseGap,
  messages: promiseGapMessages,
});
