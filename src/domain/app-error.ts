/** Every code is documented in docs/errors.md; a test compares both ways. */
export const ERROR_CODES = [
  'storeInUse',
  'storeNewer',
  'storeBroken',
  'storeUnreachable',
  'storeFull',
  'queryFailed',
  'importRefused',
  'importNotFound',
  'fileNotFound',
  'fileUnreadable',
  'mappingInvalid',
  'expressionInvalid',
  'argumentInvalid',
  'stopped',
  'registerUnreachable',
  'registerNewer',
  'registerBroken',
  'serverRunning',
  'serverRefused',
  'notSignedIn',
  'signInRefused',
  'linkInvalid',
  'forbidden',
  'originRefused',
  'notFound',
  'requestInvalid',
  'ruleNotInForce',
  'changedMeanwhile',
  'notPossibleNow',
  'dataChanged',
  'staffLocked',
  'freeTextLocked',
  'tooLarge',
  'tooManyRequests',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that a person can act on. `details` carry ids and numbers; the sentence is made where it is shown. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(
    code: ErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
