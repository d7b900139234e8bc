import type { ErrorCode } from '#domain/app-error.ts';

/** What the process says when it ends; documented in docs/errors.md. */
export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  notInstalled: 3,
  input: 4,
  store: 5,
  stopped: 6,
  finding: 7,
} as const;

/** Every error code and the exit code it ends with. */
export const EXIT_OF: Readonly<Record<ErrorCode, number>> = {
  storeInUse: EXIT.store,
  storeNewer: EXIT.store,
  storeBroken: EXIT.store,
  storeUnreachable: EXIT.store,
  storeFull: EXIT.store,
  queryFailed: EXIT.failure,
  importRefused: EXIT.input,
  importNotFound: EXIT.input,
  fileNotFound: EXIT.input,
  fileUnreadable: EXIT.input,
  mappingInvalid: EXIT.input,
  expressionInvalid: EXIT.input,
  argumentInvalid: EXIT.usage,
  stopped: EXIT.stopped,
};
