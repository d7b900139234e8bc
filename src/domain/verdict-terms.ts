/**
 * `finding`: existing customers are second class. `reversed`: newcomers are. `clear`: neither, and the data are good enough to say so.
 * `inconclusive`: the data do not tell. `notApplicable`: the question does not arise or its tables are missing. `failed`: a fault of ours.
 */
export const OUTCOMES = ['finding', 'reversed', 'clear', 'inconclusive', 'notApplicable', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A randomised or hard natural experiment · B adjusted with overlap and a placebo passed · C stratified description · D raw counts. */
export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** Units of effects; Format knows how to write each. */
export const UNITS = [
  'share',
  'percentagePoints',
  'money/year',
  'money',
  'seconds',
  'hours',
  'months',
  '1/year',
  'ratio',
  'count',
  'correlation',
  'points',
] as const;
export type Unit = (typeof UNITS)[number];
