import { defineCheck } from '../check.ts';
import { assessCoverage } from './assess.ts';
import { careCoverageMessages } from './messages.ts';
import { coverageCells, coverageFact, coverageSubjects } from './query.ts';
import { COVERAGE_DEFAULTS } from './settings.ts';

/** M28: does anybody still look after customers once no commission is paid for it? */
export const careCoverage = defineCheck({
  id: 'care-coverage',
  measure: 'M28',
  requires: { contract: ['customer_id', 'start_date'] },
  oneOf: { assignment: ['staff_pid'], contact: ['customer_id'] },
  sharpens: {
    contact: ['staff_pid', 'direction', 'tone'],
    assignment: ['staff_pid', 'valid_to'],
    staff: ['commission_basis'],
    contract: ['price'],
  },
  facts: [coverageFact],
  defaults: COVERAGE_DEFAULTS,
  subjects: coverageSubjects,
  cells: coverageCells,
  affected: 'is_judged AND NOT is_covered',
  assess: assessCoverage,
  messages: careCoverageMessages,
});
