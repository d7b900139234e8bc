import type { PresentedCheck, ReportCheck } from '../parts/report-shape.ts';
import type { Answer } from './view.ts';

const CHECK: ReportCheck = {
  id: 'bait-offer',
  measure: 'M09',
  reference: '',
  outcome: 'finding',
  grade: 'C',
  effect: null,
  naive: null,
  strata: [],
  details: [],
  counts: {},
  affected: null,
  money: { transfer: null, loss: null, atRisk: null, recoverable: null },
  adjustedFor: [],
  overlap: null,
  excluded: {},
  caveats: [],
  reason: null,
  overturn: null,
  sharpen: null,
  charts: [],
};
const SPOKEN: PresentedCheck = {
  id: 'bait-offer',
  reference: '',
  measure: 'M09',
  outcome: 'finding',
  outcomeText: '',
  grade: 'C',
  gradeText: null,
  judged: true,
  question: '',
  answer: '',
  naive: '',
  action: '',
  method: '',
  methodSources: [],
  affected: null,
  adjusted: '',
  caveats: [],
  overturn: null,
  sharpen: null,
  money: [],
  details: [],
  strata: [],
  counts: [],
  excluded: [],
  charts: [],
  listable: false,
  aboutStaff: false,
};

/** An answer that says nothing but what is given. */
export const answerWith = (check: Partial<ReportCheck>, spoken: Partial<PresentedCheck> = {}): Answer => ({
  check: { ...CHECK, ...check },
  spoken: { ...SPOKEN, ...spoken },
});

export const lineOf = (label: string) => ({ label, value: label, interval: '' });
export const exactly = (value: number) => ({ value, low: value, high: value, level: 0.95 });
