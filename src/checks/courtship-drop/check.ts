import { observedSpellFact } from '#facts/observed-spell.ts';
import { tonedContactFact } from '#facts/toned-contact.ts';
import { defineCheck } from '../check.ts';
import { assessCourtship } from './assess.ts';
import { courtshipDropMessages } from './messages.ts';
import { courtshipCells, courtshipSubjects } from './query.ts';
import { COURTSHIP_DEFAULTS } from './settings.ts';

/** M23: does the company turn away from people once they have signed? */
export const courtshipDrop = defineCheck({
  id: 'courtship-drop',
  measure: 'M23',
  requires: { contact: ['customer_id', 'started_at'], contract: ['customer_id', 'start_date'] },
  sharpens: { contact: ['tone', 'direction', 'kind'], contract: ['channel'], customer: ['identity_key'] },
  facts: [tonedContactFact, observedSpellFact],
  defaults: COURTSHIP_DEFAULTS,
  subjects: courtshipSubjects,
  cells: courtshipCells,
  affected: 'fell_silent',
  assess: assessCourtship,
  messages: courtshipDropMessages,
});
