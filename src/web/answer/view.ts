import type { AuditSummary, PresentedCheck, Report, ReportCheck, Spoken } from '../parts/report-shape.ts';

/** An audit in numbers and in words, as a page draws it. */
export interface ReportView {
  readonly audit: AuditSummary;
  readonly report: Report;
  readonly spoken: Spoken;
}

/** One question: its numbers and its words. */
export interface Answer {
  readonly check: ReportCheck;
  readonly spoken: PresentedCheck;
}

/** All answers of a check; more than one where it compares with several references. */
export function answersOf({ report, spoken }: ReportView, id: string): readonly Answer[] {
  return report.checks.flatMap((check) => {
    const words = spoken.checks.find((one) => one.id === check.id && one.reference === check.reference);
    return check.id === id && words !== undefined ? [{ check, spoken: words }] : [];
  });
}

export const answerOf = (view: ReportView, id: string): Answer | null => answersOf(view, id)[0] ?? null;

/** A further number of a check by its key; null where it was not given. */
export const detailOf = (answer: Answer | null, key: string) =>
  answer?.check.details.find((detail) => detail.key === key)?.quantity ?? null;

/** Its label and text as the check itself writes them; details in words stand in the order of the numbers. */
export function detailLine(answer: Answer | null, key: string): PresentedCheck['details'][number] | null {
  if (answer === null) return null;
  const at = answer.check.details.findIndex((detail) => detail.key === key);
  return at < 0 ? null : (answer.spoken.details[at] ?? null);
}
