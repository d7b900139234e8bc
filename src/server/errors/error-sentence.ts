import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { importProblemWords } from '#ingest/import/import-problem.ts';
import { problemText } from '#ingest/problems.ts';
import { ERROR_WORDS, INTERNAL, NO_DAY, REASON_WORDS } from './error-words.ts';

function fileSentence(error: AppError, language: Language): string {
  if (error.details['argument'] === 'as-of') return NO_DAY[language];
  const known = Object.entries(importProblemWords[language]).find(([problem]) => problem === error.details['problem']);
  return known === undefined ? problemText(error, language) : known[1](error.details);
}

/** What happened, what is safe and what to do, in one language. Unknown failures tell nothing of their inside. */
export function errorSentence(error: unknown, language: Language): string {
  if (!(error instanceof AppError)) return INTERNAL[language];
  const detail = (name: string) => String(error.details[name] ?? '');
  switch (error.code) {
    case 'importRefused':
    case 'fileNotFound':
    case 'fileUnreadable':
    case 'mappingInvalid':
    case 'expressionInvalid':
    case 'argumentInvalid':
      return fileSentence(error, language);
    case 'notPossibleNow': {
      const known = Object.entries(REASON_WORDS[language]).find(([reason]) => reason === detail('reason'));
      return known?.[1] ?? error.message;
    }
    default:
      return ERROR_WORDS[language][error.code](detail);
  }
}
