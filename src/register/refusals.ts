import { AppError } from '#domain/app-error.ts';

/** Why something cannot be done as things stand; the words lie with the server. */
const REASONS = [
  'emailTaken',
  'lastAdministrator',
  'practiceStep',
  'notRemeasured',
  'otherMeasure',
  'correctionOnly',
  'reasonMissing',
  'proofBegun',
  'proofWindow',
  'proofRunning',
  'proofSettled',
  'councilExists',
  'ownerUnknown',
  'jobOver',
  'uploadEmpty',
  'reportOlder',
  'listLarge',
  'workbookLarge',
  'exportGone',
  'exportOvertaken',
] as const;
export type Reason = (typeof REASONS)[number];

export const notPossible = (reason: Reason) => new AppError('notPossibleNow', reason, { reason });
