import { AppError, type ErrorCode } from '#domain/app-error.ts';
import { type Details, type ProblemId, sentence } from './problems.ts';

const CODES: Partial<Readonly<Record<ProblemId, ErrorCode>>> = {
  noSuchFile: 'fileNotFound',
  noPermission: 'fileUnreadable',
  readFailure: 'fileUnreadable',
  binaryFile: 'fileUnreadable',
  halfGzip: 'fileUnreadable',
  brokenGzip: 'fileUnreadable',
  brokenParquet: 'fileUnreadable',
  brokenWorkbook: 'fileUnreadable',
  notJson: 'fileUnreadable',
  lineTooLong: 'fileUnreadable',
  mappingSyntax: 'mappingInvalid',
  mappingKey: 'mappingInvalid',
  mappingValue: 'mappingInvalid',
  mappingTable: 'mappingInvalid',
  mappingColumn: 'mappingInvalid',
  mappingHeader: 'mappingInvalid',
  mappingExpression: 'mappingInvalid',
  mappingGather: 'mappingInvalid',
};

/** A refusal that a person can act on: the sentence is the English one, `details.problem` finds it in other languages. */
export function refusal(problem: ProblemId, details: Details, cause?: unknown): AppError {
  return new AppError(
    CODES[problem] ?? 'importRefused',
    sentence(problem, details, 'en'),
    { ...details, problem },
    cause,
  );
}
