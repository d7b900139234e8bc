import { defineCheck } from '../check.ts';
import { assessRuleCorset } from './assess.ts';
import { ruleCorsetMessages } from './messages.ts';
import { approvalSubjects, corsetCells, WAITED_FOR_A_YES } from './query.ts';
import { ruleCorsetDefaults } from './settings.ts';

/** M14, second half: do customers wait for permissions that are granted anyway? */
export const ruleCorset = defineCheck({
  id: 'rule-corset',
  measure: 'M14',
  requires: { approval: ['case_id', 'requested_at'] },
  sharpens: { approval: ['outcome', 'rule_id', 'decided_at'], case: ['case_id', 'rule_blocked'] },
  facts: [],
  defaults: ruleCorsetDefaults,
  subjects: approvalSubjects,
  cells: corsetCells,
  affected: WAITED_FOR_A_YES,
  assess: assessRuleCorset,
  messages: ruleCorsetMessages,
});
