import type { AuditSummary } from '../../parts/report-shape.ts';

/** Of the questions that could be judged, how many found existing customers or carers second class. */
export interface ClassIndex {
  readonly found: number;
  readonly judged: number;
}

/** The audits of a course up to one of them (newest made first): the last made for each day, by day; only those that judged something. */
export function courseUpTo<A extends Pick<AuditSummary, 'asOf' | 'outcomes'>>(
  audit: A,
  list: readonly A[],
  most: number,
): readonly A[] {
  const before = list.slice(list.indexOf(audit)).filter(({ asOf }) => asOf <= audit.asOf);
  return before
    .filter(({ asOf }, at) => before.findIndex((other) => other.asOf === asOf) === at)
    .filter(({ outcomes }) => classIndex(outcomes).judged > 0)
    .sort((a, b) => a.asOf.localeCompare(b.asOf))
    .slice(-most);
}

/** Every judged question counts the same; what the data do not tell counts nowhere. */
export function classIndex({ finding = 0, reversed = 0, clear = 0 }: AuditSummary['outcomes']): ClassIndex {
  return { found: finding, judged: finding + reversed + clear };
}
