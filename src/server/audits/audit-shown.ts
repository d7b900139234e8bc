import { z } from 'zod';
import { Report } from '#audit/report.ts';
import { AppError } from '#domain/app-error.ts';
import { OUTCOMES } from '#domain/verdict-terms.ts';
import { findAudit, type StoredAudit } from '#register/audits.ts';
import { notPossible } from '#register/refusals.ts';
import type { Register } from '#register/register.ts';

/** What the list of audits needs; also of a report of another version than this program writes. */
const Outline = z.object({ programVersion: z.string(), checks: z.array(z.object({ outcome: z.enum(OUTCOMES) })) });

const MOST_REMEMBERED = 8;
const remembered = new WeakMap<Register, Map<string, StoredAudit & { parsed: Report }>>();

/** A kept audit never changes, so its report is read and parsed once. @throws AppError notFound; notPossibleNow reportOlder for a report whose form this program no longer reads */
export async function auditOf(register: Register, id: string): Promise<StoredAudit & { parsed: Report }> {
  const known = remembered.get(register) ?? new Map<string, StoredAudit & { parsed: Report }>();
  remembered.set(register, known);
  const seen = known.get(id);
  if (seen !== undefined) return seen;
  const audit = await findAudit(register, id);
  if (audit === null) throw new AppError('notFound', `no audit ${id}`);
  const parsed = Report.safeParse(JSON.parse(audit.report));
  if (!parsed.success) throw notPossible('reportOlder');
  const read = { ...audit, parsed: parsed.data };
  const [oldest] = known.keys();
  if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(id, read);
  return read;
}

/** One line of the list of audits; `dataHash` is that of the store now. */
export function auditShown(audit: StoredAudit, dataHash: string) {
  const parsed = Outline.parse(JSON.parse(audit.report));
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
