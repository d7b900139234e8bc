import { z } from 'zod';
import type { Report } from '#audit/report.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { byText } from '#domain/by-text.ts';
import { listAudits, type StoredAudit } from '#register/audits.ts';
import { notPossible } from '#register/refusals.ts';
import type { Register } from '#register/register.ts';
import { auditOf } from './audit-shown.ts';
import { AGREED_SETTINGS } from './audit-work.ts';

const Own = z.record(z.string(), z.record(z.string(), z.number()));
const Found = z.object({
  settings: z.record(z.string(), z.unknown()),
  checks: z.array(z.object({ id: z.string(), outcome: z.string() })),
});

const NOT_COMPARED = ['asOf', ...AGREED_SETTINGS];
const sorted = (values: Readonly<Record<string, unknown>>) =>
  JSON.stringify(
    Object.entries(values)
      .filter(([name]) => !NOT_COMPARED.includes(name))
      .sort(([a], [b]) => byText(a, b)),
  );

/** Under which settings a check was asked in an audit, as one text. */
const asked = (settings: Readonly<Record<string, unknown>>, audit: StoredAudit, checkId: string) =>
  `${sorted(settings)} ${sorted(Own.parse(JSON.parse(audit.checkSettings))[checkId] ?? {})}`;

/** As it was asked when it was last found before that audit; the presets where it never was. */
async function askedBefore(register: Register, audit: StoredAudit, checkId: string): Promise<string> {
  for (const earlier of await listAudits(register)) {
    if (earlier.id === audit.id || earlier.createdAt >= audit.createdAt) continue;
    const report = Found.safeParse(JSON.parse(earlier.report));
    if (!report.success) continue;
    if (report.data.checks.some(({ id, outcome }) => id === checkId && outcome === 'finding'))
      return asked(report.data.settings, earlier, checkId);
  }
  return asked(DEFAULT_AUDIT_SETTINGS, { ...audit, checkSettings: '{}' }, checkId);
}

function isGone(report: Report, checkId: string): boolean {
  const verdicts = report.checks.filter(({ id }) => id === checkId);
  return verdicts.length > 0 && verdicts.every(({ outcome }) => outcome === 'clear' || outcome === 'reversed');
}

/**
 * An audit in which the check looked, under the settings under which it had found something, and no longer found it; inconclusive or
 * failed proves nothing. @throws AppError notPossibleNow notRemeasured
 */
export async function remeasurement(register: Register, auditId: string | null, checkId: string | null) {
  if (auditId === null || checkId === null) return null;
  const audit = await auditOf(register, auditId);
  const same = asked(audit.parsed.settings, audit, checkId) === (await askedBefore(register, audit, checkId));
  if (!same || !isGone(audit.parsed, checkId)) throw notPossible('notRemeasured');
  return { auditId, at: audit.createdAt, asOf: audit.asOf };
}
