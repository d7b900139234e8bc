import { AppError, ERROR_CODES } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { HOUR_MILLISECONDS, LIMITED } from '#domain/retention.ts';
import type { Job } from '#endpoints/jobs.ts';
import { exportOutcome } from '#register/exports.ts';
import type { StoredJob } from '#register/jobs.ts';
import { errorSentence } from '../errors/error-sentence.ts';

/** A job as people see it: the sentence of its failure is made in their language. */
export function jobShown(job: StoredJob, language: Language): Job {
  const { id, kind, state, progress, createdAt, createdBy, finishedAt, auditId, importId, error } = job;
  return {
    id,
    kind,
    state,
    progress,
    createdAt,
    createdBy: { ...createdBy },
    finishedAt,
    result: { auditId, importId, file: fileOf(job) },
    error: error === null ? null : { code: error.code, message: told(error, language), details: error.details },
  };
}

function fileOf(job: StoredJob): Job['result']['file'] {
  const outcome = exportOutcome(job);
  if (outcome === null || job.finishedAt === null) return null;
  const until = new Date(Date.parse(job.finishedAt) + LIMITED.exports.hours * HOUR_MILLISECONDS).toISOString();
  return { name: outcome.name, rows: outcome.rows, bytes: outcome.bytes, until };
}

function told(error: NonNullable<StoredJob['error']>, language: Language): string {
  const code = ERROR_CODES.find((known) => known === error.code);
  return code === undefined
    ? errorSentence(null, language)
    : errorSentence(new AppError(code, error.message, error.details), language);
}
