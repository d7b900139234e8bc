import { staffGroupFact, staffTurnoverFact } from '#facts/staff-group.ts';
import { defineCheck } from '../check.ts';
import { assessStaffDisparity } from './assess.ts';
import { staffDisparityMessages } from './messages.ts';
import { staffCells, staffSubjects } from './query.ts';
import { staffDisparityDefaults } from './settings.ts';

/** M11: are those who care for customers placed like those who win them? Only groups, and only under a works agreement. */
export const staffDisparity = defineCheck({
  id: 'staff-disparity',
  measure: 'M11',
  requires: { staff: ['role_class', 'entered'] },
  sharpens: {
    staff: [
      'pay',
      'training_hours',
      'left',
      'exit_kind',
      'recognition_n',
      'decision_limit',
      'last_service_training',
      'fte',
    ],
    team_pulse: ['mean'],
  },
  facts: [staffGroupFact, staffTurnoverFact],
  defaults: staffDisparityDefaults,
  subjects: staffSubjects,
  cells: staffCells,
  // People of the house are never listed.
  affected: null,
  assess: assessStaffDisparity,
  messages: staffDisparityMessages,
});
