import { AppError, ERROR_CODES } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { ApiError } from '#endpoints/client.ts';
import { importProblemWords } from '#ingest/import/import-problem.ts';
import { problemText } from '#ingest/problems.ts';
import { errorSentence } from '#server/errors/error-sentence.ts';
import { EXIT, EXIT_OF } from './exit-codes.ts';
import { CLI_WORDS } from './words.ts';

/** A sentence that says what happened, what is safe and what to do. */
export function errorText(error: unknown, language: Language): string {
  const words = CLI_WORDS[language].errors;
  // The server has made the sentence already, in the language asked for.
  if (error instanceof ApiError) return error.message;
  if (!(error instanceof AppError)) return words.internal(error instanceof Error ? error.message : String(error));
  const detail = (name: string) => String(error.details[name] ?? '');
  switch (error.code) {
    case 'storeInUse':
      return words.storeInUse(detail('where'));
    case 'storeNewer':
      return words.storeNewer(detail('version'), detail('newest'));
    case 'storeBroken':
      return words.storeBroken(detail('what'));
    case 'storeUnreachable':
      return words.storeUnreachable(detail('where'), detail('reason'));
    case 'storeFull':
      return words.storeFull;
    case 'importNotFound':
      return words.importNotFound(detail('importId'));
    case 'argumentInvalid':
      return error.details['argument'] === 'as-of' ? words.noDay : error.message;
    case 'stopped':
      return words.stopped;
    case 'queryFailed':
      return words.internal(error.message);
    case 'importRefused':
    case 'fileNotFound':
    case 'fileUnreadable':
    case 'mappingInvalid':
    case 'expressionInvalid':
      return refusalText(error, language);
    default:
      return errorSentence(error, language);
  }
}

function refusalText(error: AppError, language: Language): string {
  const known = Object.entries(importProblemWords[language]).find(([problem]) => problem === error.details['problem']);
  return known === undefined ? problemText(error, language) : known[1](error.details);
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof AppError) return EXIT_OF[error.code];
  if (!(error instanceof ApiError)) return EXIT.failure;
  const code = ERROR_CODES.find((known) => known === error.code);
  return code === undefined ? EXIT.failure : EXIT_OF[code];
}
