import { contactRiskFact } from '#facts/contact-change.ts';
import { observedSpellFact } from '#facts/observed-spell.ts';
import { partyValueFact } from '#facts/party-value.ts';
import { defineCheck } from '../check.ts';
import { assessContactChange } from './assess.ts';
import { contactPersonChangeMessages } from './messages.ts';
import { changeSubjects, contactChangeCells, NEWLY_HANDED_OVER } from './query.ts';
import { contactPersonChangeDefaults } from './settings.ts';

/** M12: do customers leave more after their contact person changed? */
export const contactPersonChange = defineCheck({
  id: 'contact-person-change',
  measure: 'M12',
  requires: {
    assignment: ['customer_id', 'staff_pid', 'valid_from'],
    contract: ['customer_id', 'start_date', 'end_date'],
  },
  sharpens: {
    assignment: ['change_cause', 'handover', 'valid_to'],
    contract: ['notice_date', 'end_reason'],
    customer_value: ['margin'],
    contact: ['staff_pid'],
  },
  facts: [contactRiskFact, observedSpellFact, partyValueFact],
  defaults: contactPersonChangeDefaults,
  subjects: changeSubjects,
  cells: contactChangeCells,
  affected: NEWLY_HANDED_OVER,
  assess: assessContactChange,
  messages: contactPersonChangeMessages,
});
