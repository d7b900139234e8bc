import { offerPartyFact } from '#facts/offer-party.ts';
import { offerTermsFact } from '#facts/offer-terms.ts';
import { defineCheck } from '../check.ts';
import { assessLockout } from './assess.ts';
import { offerLockoutMessages } from './messages.ts';
import { AFFECTED, customerCells, lockoutSubjects, offerCells, recordCells } from './query.ts';
import { LOCKOUT_DEFAULTS } from './settings.ts';

/** M02: are existing customers locked out of offers that newcomers get? */
export const offerLockout = defineCheck({
  id: 'offer-lockout',
  measure: 'M02',
  requires: { offer: ['offer_id', 'valid_from', 'audience'] },
  sharpens: {
    contract: ['customer_id', 'start_date'],
    offer: ['value', 'reachable_for_existing', 'eligibility'],
    recognition: ['customer_id'],
    concession: ['customer_id'],
    customer: ['kind'],
  },
  facts: [offerTermsFact, offerPartyFact],
  defaults: LOCKOUT_DEFAULTS,
  subjects: lockoutSubjects,
  cells: { customers: customerCells, offers: offerCells, record: recordCells },
  affected: AFFECTED,
  assess: assessLockout,
  messages: offerLockoutMessages,
});
