import { observedSpellFact, spellRecordFact } from '#facts/observed-spell.ts';
import { partyValueFact } from '#facts/party-value.ts';
import { defineCheck } from '../check.ts';
import { assessBaseValue } from './assess.ts';
import { baseValueMessages } from './messages.ts';
import { baseValueSubjects, distributionCells, valueCells } from './query.ts';
import { BASE_VALUE_DEFAULTS } from './settings.ts';

/** What are those worth who are already customers, and does the base of regulars hold? */
export const baseValue = defineCheck({
  id: 'base-value',
  measure: 'M22',
  // Either contracts or values will do; which of them is missing the verdict says itself.
  requires: {},
  oneOf: { customer_value: ['margin', 'revenue'], contract: ['price'] },
  sharpens: {
    customer_value: ['margin', 'cost_to_serve'],
    contract: ['end_date', 'end_reason'],
    customer: ['customer_since', 'identity_key'],
  },
  facts: [partyValueFact, observedSpellFact, spellRecordFact],
  defaults: BASE_VALUE_DEFAULTS,
  subjects: baseValueSubjects,
  cells: { values: valueCells, distribution: distributionCells },
  affected: 'is_regular',
  assess: assessBaseValue,
  messages: baseValueMessages,
});
