import { AppError } from '#domain/app-error.ts';
import type { TablePlan } from '../plan.ts';
import { importProblem } from './import-problem.ts';
import { scanRecords } from './record-scan.ts';

const CUT_SHORT =
  /inflate|gzip|zlib|unexpected end of file|Unexpected EOF|Cannot read all data|Premature|ATTEMPT_TO_READ_AFTER_EOF/i;
const BAD_RECORD = /Cannot parse input|Expected end of line|Size of CSV row|too large|CANNOT_PARSE|INCORRECT_DATA/;

/** Turns what the engine says about a file it cannot read into a problem with file and line; anything else stays as it is. */
export async function explainFailure(error: unknown, plan: TablePlan): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'queryFailed') return error;
  const reason = String(error.details['reason'] ?? error.message);
  const file = plan.source.path;
  if (CUT_SHORT.test(reason)) return importProblem('fileCutShort', { file, reason: reason.slice(0, 120) }, error);
  if (plan.source.format !== 'csv' || !BAD_RECORD.test(reason)) return error;
  const scan = await scanRecords(plan.source, null);
  if (scan.brokenQuoteLine !== null) return importProblem('brokenQuote', { file, line: scan.brokenQuoteLine }, error);
  if (scan.openQuoteLine !== null) return importProblem('openQuote', { file, line: scan.openQuoteLine }, error);
  return error;
}
