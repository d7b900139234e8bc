import { askFact } from '#facts/ask.ts';
import { defineCheck } from '../check.ts';
import { assessNagPremium } from './assess.ts';
import { nagPremiumMessages } from './messages.ts';
import { AFFECTED, askSubjects, comparedCells, doseCells, repeatCells, stateCells } from './query.ts';
import { nagPremiumDefaults } from './settings.ts';

/** M06: does a customer who threatens or presses get more than an equal one who keeps still? */
export const nagPremium = defineCheck({
  id: 'nag-premium',
  measure: 'M06',
  requires: { exit_event: ['customer_id', 'at', 'kind'], concession: ['customer_id', 'at', 'value'] },
  sharpens: {
    contract: ['customer_id', 'product_id', 'start_date', 'price'],
    concession: ['exit_event_id', 'trigger'],
    new_business_price: ['price'],
    exit_event: ['handled_by_team', 'outcome', 'exit_event_id'],
    customer: ['customer_id'],
  },
  facts: [askFact],
  defaults: nagPremiumDefaults,
  subjects: askSubjects,
  cells: { compared: comparedCells, doses: doseCells, repeats: repeatCells, states: stateCells },
  affected: AFFECTED,
  assess: assessNagPremium,
  messages: nagPremiumMessages,
});
