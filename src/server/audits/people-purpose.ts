import { silentOverpayment } from '#checks/silent-overpayment/check.ts';
import type { Purpose } from '#domain/purpose.ts';
import { notPossible } from '#register/refusals.ts';

/** Who pays too much without a word must not be woken by a campaign. @throws AppError notPossibleNow correctionOnly */
export function requirePurpose(checkId: string, purpose: Purpose): void {
  if (checkId === silentOverpayment.id && purpose !== 'correction') throw notPossible('correctionOnly');
}
