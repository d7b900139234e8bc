import { byText } from '#domain/by-text.ts';
import type { Outcome } from '#domain/verdict-terms.ts';
import type { ReportCheck } from './report.ts';

const OUTCOME_ORDER: Readonly<Record<Outcome, number>> = {
  finding: 0,
  reversed: 1,
  failed: 2,
  clear: 3,
  inconclusive: 4,
  notApplicable: 5,
};

/** The largest single kind of money; kinds are never added. */
function moneyAtStake(check: ReportCheck): number {
  const { transfer, loss, atRisk } = check.money;
  return Math.max(0, ...[transfer, loss, atRisk].map((amount) => Math.abs(amount?.value ?? 0)));
}

/** Order of the report: findings first, then by money at stake, then by evidence, then by measure. */
export function ranked(checks: readonly ReportCheck[]): ReportCheck[] {
  return [...checks].sort(
    (a, b) =>
      OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
      moneyAtStake(b) - moneyAtStake(a) ||
      byText(a.grade ?? 'Z', b.grade ?? 'Z') ||
      byText(a.measure, b.measure) ||
      byText(a.id, b.id) ||
      byText(a.reference, b.reference),
  );
}
