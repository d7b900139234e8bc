import { Report } from '#audit/report.ts';
import { AppError } from '#domain/app-error.ts';
import { OUTCOMES } from '#domain/verdict-terms.ts';
import { findAudit, type StoredAudit } from '#register/audits.ts';
import type { Register } from '#register/register.ts';

/** @throws AppError notFound */
export async function auditOf(register: Register, id: string): Promise<StoredAudit & { parsed: Report }> {
  const audit = await findAudit(register, id);
  if (audit === null) throw new AppError('notFound', `no audit ${id}`);
  return { ...audit, parsed: Report.parse(JSON.parse(audit.report)) };
}

/** One line of the list of audits; `dataHash` is that of the store now. */
export function auditShown(audit: StoredAudit & { parsed: Report }, dataHash: string) {
  const { parsed } = audit;
  const count = (outcome: string) => parsed.checks.filter((check) => check.outcome === outcome).length;
  const { finding, reversed, clear, inconclusive, notApplicable, failed } = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, count(outcome)]),
  );
  return {
    id: audit.id,
    asOf: audit.asOf,
    createdAt: audit.createdAt,
    createdBy: audit.createdBy,
    programVersion: parsed.programVersion,
    dataHash: audit.dataHash,
    dataStand: audit.dataHash === dataHash,
    outcomes: {
      finding: finding ?? 0,
      reversed: reversed ?? 0,
      clear: clear ?? 0,
      inconclusive: inconclusive ?? 0,
      notApplicable: notApplicable ?? 0,
      failed: failed ?? 0,
    },
    note: audit.note,
  };
}
