import { defineCheck } from '../check.ts';
import { anniversaryCells } from './anniversary-query.ts';
import { assessRewardEffect } from './assess.ts';
import { rewardEffectMessages } from './messages.ts';
import { drawnCells, drawnSubjects, plainCells } from './query.ts';
import { rewardEffectDefaults } from './settings.ts';

/** M20: do customers who are thanked stay more often than those drawn to go without? */
export const rewardEffect = defineCheck({
  id: 'reward-effect',
  measure: 'M20',
  requires: { recognition: ['customer_id', 'at'], contract: ['customer_id', 'start_date', 'end_date'] },
  sharpens: {
    recognition: ['arm', 'value', 'programme_id', 'kind'],
    contract: ['end_reason', 'price', 'notice_date'],
    exit_event: ['at'],
    referral: ['referrer_customer_id'],
  },
  facts: [],
  defaults: rewardEffectDefaults,
  subjects: drawnSubjects,
  cells: { drawn: drawnCells, plain: plainCells, anniversaries: anniversaryCells },
  // A trial singles nobody out: its number is a difference between groups.
  affected: null,
  assess: assessRewardEffect,
  messages: rewardEffectMessages,
});
