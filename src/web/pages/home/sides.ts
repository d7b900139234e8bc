import type { PresentedCheck } from '../../parts/report-shape.ts';

/** Questions about what those who care for customers are given, beside those about the carers themselves. */
const EQUIPMENT: ReadonlySet<string> = new Set(['spend-imbalance', 'rule-corset', 'care-coverage']);
/** Whether the data can be trusted is no verdict on the company. */
const DATA_QUALITY = 'M26';

/** The questions of a report, each group in the order of the report. */
export interface Sides {
  readonly customers: readonly PresentedCheck[];
  readonly carers: readonly PresentedCheck[];
  readonly reversed: readonly PresentedCheck[];
  readonly clear: readonly PresentedCheck[];
  readonly silent: readonly PresentedCheck[];
  readonly failed: readonly PresentedCheck[];
  /** How far the data can be trusted; null where that was not asked. */
  readonly data: PresentedCheck | null;
}

const isAboutCarers = ({ id, aboutStaff }: PresentedCheck) => aboutStaff || EQUIPMENT.has(id);

export function sidesOf(checks: readonly PresentedCheck[]): Sides {
  const asked = checks.filter(({ measure }) => measure !== DATA_QUALITY);
  const found = asked.filter(({ outcome }) => outcome === 'finding');
  const only = (...outcomes: readonly PresentedCheck['outcome'][]) =>
    asked.filter(({ outcome }) => outcomes.includes(outcome));
  return {
    customers: found.filter((check) => !isAboutCarers(check)),
    carers: found.filter(isAboutCarers),
    reversed: only('reversed'),
    clear: only('clear'),
    silent: only('inconclusive', 'notApplicable'),
    failed: only('failed'),
    data: checks.find(({ measure }) => measure === DATA_QUALITY) ?? null,
  };
}

/** A check has one entry for every reference it was asked against. */
export const keyOf = ({ id, reference }: Pick<PresentedCheck, 'id' | 'reference'>): string => `${id} ${reference}`;
