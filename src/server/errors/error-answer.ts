import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { registerFailure } from '#register/failure.ts';
import { errorSentence } from './error-sentence.ts';
import { STATUS_OF } from './status.ts';

/** Problems of the HTTP layer itself, as ours. */
function httpCode(status: number): 'requestInvalid' | 'tooLarge' | 'tooManyRequests' | 'notFound' | null {
  if (status === 404) return 'notFound';
  if (status === 413) return 'tooLarge';
  if (status === 429) return 'tooManyRequests';
  return status >= 400 && status < 500 ? 'requestInvalid' : null;
}

function validationError(error: unknown): AppError | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const first = error.validation[0];
  const field = (first?.instancePath ?? '').replaceAll('/', '.').replace(/^[.]/, '');
  const problem = first?.message ?? '';
  return new AppError('requestInvalid', `${field}: ${problem}`, { field: field === '' ? 'body' : field, problem });
}

const statusIn = (error: unknown) =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0;

/** Any failure as one of ours; null for a fault of the program. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const ours = validationError(error) ?? registerFailure(error);
  if (ours !== null) return ours;
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return new AppError('storeFull', error.message, {}, error);
  const code = httpCode(statusIn(error));
  if (code === null) return null;
  const problem = error instanceof Error ? error.message : '';
  return new AppError(code, problem, { field: 'request', problem, megabytes: 1 }, error);
}

/** Details that say nothing about the inside of the house: no SQL, no words of the engine, no place on its disk. */
const PRIVATE = new Set(['name', 'where', 'reason', 'what']);
const openDetails = (error: AppError) =>
  error.code === 'notPossibleNow'
    ? error.details
    : Object.fromEntries(Object.entries(error.details).filter(([name]) => !PRIVATE.has(name)));

export function errorAnswer(error: unknown, language: Language) {
  const known = asAppError(error);
  if (known === null)
    return { status: 500, body: { code: 'internal', message: errorSentence(error, language), details: {} } };
  const status = STATUS_OF[known.code];
  const body = { code: known.code, message: errorSentence(known, language), details: openDetails(known) };
  return { status, body };
}
