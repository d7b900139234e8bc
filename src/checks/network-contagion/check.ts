import { exposurePartyFact } from '#facts/exposure-party.ts';
import { exposurePeerFact } from '#facts/exposure-peer.ts';
import { defineCheck } from '../check.ts';
import { assessContagion } from './assess.ts';
import { networkContagionMessages } from './messages.ts';
import { contagionSubjects, customerCells, shockCells, tiedCells } from './query.ts';
import { CONTAGION_DEFAULTS } from './settings.ts';

/** When a customer leaves, do those who are tied to him leave more than their equals? */
export const networkContagion = defineCheck({
  id: 'network-contagion',
  measure: 'M19',
  requires: {
    tie: ['customer_id_a', 'customer_id_b', 'kind'],
    contract: ['customer_id', 'start_date', 'end_date'],
  },
  sharpens: {
    contract: ['end_reason', 'notice_date'],
    customer: ['segment', 'region'],
    tie: ['from'],
    customer_value: ['margin'],
  },
  facts: [exposurePartyFact, exposurePeerFact],
  defaults: CONTAGION_DEFAULTS,
  subjects: contagionSubjects,
  cells: { customers: customerCells, tied: tiedCells, shocks: shockCells },
  // The tie of one customer tells of another: there is no list.
  affected: null,
  assess: assessContagion,
  messages: networkContagionMessages,
});
