import { defineCheck } from '../check.ts';
import { assessReadiness, READINESS_DEFAULTS } from './assess.ts';
import { dataReadinessMessages } from './messages.ts';
import { probeCells, probeSubjects } from './query.ts';

/** How far do the imported data carry? An accusation of the data, never of the company. */
export const dataReadiness = defineCheck({
  id: 'data-readiness',
  measure: 'M26',
  requires: {},
  sharpens: {},
  facts: [],
  defaults: READINESS_DEFAULTS,
  subjects: probeSubjects,
  cells: { probes: probeCells },
  affected: null,
  assess: assessReadiness,
  messages: dataReadinessMessages,
});
