import { customerGapFact } from '#facts/customer-gap.ts';
import { departureFact } from '#facts/departure.ts';
import { defineCheck } from '../check.ts';
import { assessSilentOverpayment } from './assess.ts';
import { silentOverpaymentMessages } from './messages.ts';
import { AFFECTED, customerCells, listeningCells, newcomerCells, overpayerSubjects } from './query.ts';
import { silentOverpaymentDefaults } from './settings.ts';
import { wakingCells } from './waking-query.ts';

/** M07: do regulars pay far more than newcomers without a word ever being heard of them? */
export const silentOverpayment = defineCheck({
  id: 'silent-overpayment',
  measure: 'M07',
  requires: { contract: ['customer_id', 'product_id', 'start_date', 'price'] },
  sharpens: {
    new_business_price: ['price', 'source'],
    exit_event: ['at', 'kind'],
    concession: ['at'],
    case: ['complaint'],
    contact: ['kind'],
    notice_event: ['at', 'scope'],
    price_event: ['offered_price'],
    contract: ['risk_class', 'region', 'notice_date'],
  },
  facts: [customerGapFact, departureFact],
  defaults: silentOverpaymentDefaults,
  subjects: overpayerSubjects,
  cells: { customers: customerCells, newcomers: newcomerCells, listening: listeningCells, waking: wakingCells },
  affected: AFFECTED,
  assess: assessSilentOverpayment,
  messages: silentOverpaymentMessages,
});
