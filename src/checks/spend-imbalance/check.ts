import { contractFact } from '#facts/contract.ts';
import { partySpellFact } from '#facts/party-spell.ts';
import { defineCheck } from '../check.ts';
import { assessSpend } from './assess.ts';
import { spendImbalanceMessages } from './messages.ts';
import { contractCells, forgoneCells, partyCells, spendCells, spendSubjects, valueCells } from './query.ts';
import { SPEND_DEFAULTS } from './settings.ts';

/** M08: is what is spent on keeping customers in proportion to what they bring? */
export const spendImbalance = defineCheck({
  id: 'spend-imbalance',
  measure: 'M08',
  requires: { cost: ['period', 'amount', 'purpose'] },
  sharpens: {
    customer_value: ['margin'],
    contract: ['start_date', 'price', 'discount', 'discount_end'],
    customer: ['customer_since', 'identity_key'],
  },
  facts: [contractFact, partySpellFact],
  defaults: SPEND_DEFAULTS,
  subjects: spendSubjects,
  cells: {
    spend: spendCells,
    values: valueCells,
    contracts: contractCells,
    parties: partyCells,
    forgone: forgoneCells,
  },
  affected: null,
  assess: assessSpend,
  messages: spendImbalanceMessages,
});
