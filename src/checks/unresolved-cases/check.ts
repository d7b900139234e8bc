import { contractFact } from '#facts/contract.ts';
import { defineCheck } from '../check.ts';
import { assessUnresolvedCases } from './assess.ts';
import { unresolvedCasesMessages } from './messages.ts';
import { CAME_AGAIN, matterCells, matterSubjects } from './query.ts';
import { unresolvedCasesDefaults } from './settings.ts';

/** M14, first half: do existing customers have to come again with the same matter more often than newcomers? */
export const unresolvedCases = defineCheck({
  id: 'unresolved-cases',
  measure: 'M14',
  // Cases or contacts: either is enough, so neither is required.
  requires: {},
  oneOf: { case: ['customer_id'], contact: ['topic'] },
  sharpens: {
    case: ['case_id', 'topic', 'reopened', 'contacts', 'first_contact_resolved'],
    contact: ['customer_id', 'topic', 'caller_class', 'channel', 'direction'],
    contract: ['start_date'],
    approval: ['case_id'],
  },
  facts: [contractFact],
  defaults: unresolvedCasesDefaults,
  subjects: matterSubjects,
  cells: matterCells,
  affected: CAME_AGAIN,
  assess: assessUnresolvedCases,
  messages: unresolvedCasesMessages,
});
