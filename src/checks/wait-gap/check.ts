import { queueTallyFact } from '#facts/queue-tally.ts';
import { defineCheck } from '../check.ts';
import { assessWaitGap } from './assess.ts';
import { waitGapMessages } from './messages.ts';
import { LONG_WAITS, waitCells, waitSubjects } from './query.ts';
import { waitGapDefaults } from './settings.ts';

/** M04: do existing customers wait longer for a person than newcomers and prospects? */
export const waitGap = defineCheck({
  id: 'wait-gap',
  measure: 'M04',
  requires: { contact: ['started_at', 'wait_s'] },
  sharpens: { contact: ['caller_class', 'topic', 'channel', 'answered', 'transfers'] },
  facts: [queueTallyFact],
  defaults: waitGapDefaults,
  subjects: waitSubjects,
  cells: waitCells,
  affected: LONG_WAITS,
  assess: assessWaitGap,
  messages: waitGapMessages,
});
