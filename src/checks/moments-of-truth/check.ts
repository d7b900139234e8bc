import { observedSpellFact, spellRecordFact } from '#facts/observed-spell.ts';
import { defineCheck } from '../check.ts';
import { WORTH_FACTS, worthCells } from '../remaining-value.ts';
import { assessMomentsOfTruth } from './assess.ts';
import { episodeCells } from './episode-query.ts';
import { momentsOfTruthMessages } from './messages.ts';
import { answerSubjects, DISAPPOINTED, momentCells } from './query.ts';
import { momentsOfTruthDefaults } from './settings.ts';

/** M15: at which touchpoints does a disappointing experience weigh in what customers say of the whole, and who leaves after it? */
export const momentsOfTruth = defineCheck({
  id: 'moments-of-truth',
  measure: 'M15',
  requires: { survey: ['at', 'item', 'value', 'scale_max', 'touchpoint_id'] },
  sharpens: {
    touchpoint: ['name', 'frequency_per_year'],
    survey: ['customer_id'],
    contract: ['end_date', 'notice_date'],
    customer_value: ['margin'],
  },
  facts: [spellRecordFact, observedSpellFact, ...WORTH_FACTS],
  defaults: momentsOfTruthDefaults,
  subjects: answerSubjects,
  cells: { ...momentCells, ...episodeCells, worth: worthCells },
  affected: DISAPPOINTED,
  assess: assessMomentsOfTruth,
  messages: momentsOfTruthMessages,
});
