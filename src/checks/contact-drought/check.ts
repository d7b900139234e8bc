import { defineCheck } from '../check.ts';
import { assessDrought } from './assess.ts';
import { contactDroughtMessages } from './messages.ts';
import { droughtCells, droughtFact, droughtSubjects } from './query.ts';
import { DROUGHT_DEFAULTS } from './settings.ts';

/** M05: do existing customers hear something good from the company less often than newcomers? */
export const contactDrought = defineCheck({
  id: 'contact-drought',
  measure: 'M05',
  requires: { contact: ['customer_id', 'started_at'] },
  sharpens: {
    contract: ['start_date'],
    contact: ['tone', 'direction'],
    customer: ['consent_email', 'consent_phone', 'customer_since'],
    product: ['line'],
  },
  facts: [droughtFact],
  defaults: DROUGHT_DEFAULTS,
  subjects: droughtSubjects,
  cells: droughtCells,
  affected: 'is_dry',
  assess: assessDrought,
  messages: contactDroughtMessages,
});
