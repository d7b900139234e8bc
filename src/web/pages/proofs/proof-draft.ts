/** What a person types; percentages as they are written, '' while empty. */
export interface ProofDraft {
  readonly title: string;
  readonly outcome: string;
  readonly checkId: string;
  readonly actionId: string;
  readonly customers: string;
  readonly holdoutPercent: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly todayPercent: string;
  readonly smallestPoints: string;
  readonly plan: string;
}

export const emptyDraft = (actionId: string): ProofDraft => ({
  title: '',
  outcome: '',
  checkId: '',
  actionId,
  customers: '',
  holdoutPercent: '50',
  startsOn: '',
  endsOn: '',
  todayPercent: '',
  smallestPoints: '',
  plan: '',
});

/** "12,5" and "12.5" are the same; null for what is no number. */
export function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export interface Size {
  readonly customers: number;
  readonly holdoutShare: number;
  readonly shareToday: number;
  readonly smallestDifference: number;
}

const between = (value: number, low: number, high: number) => value > low && value < high;

/** The size in shares 0..1; null while something is missing or impossible. */
export function sizeOf(draft: ProofDraft): Size | null {
  const customers = numberOf(draft.customers);
  const [holdout, today, smallest] = [draft.holdoutPercent, draft.todayPercent, draft.smallestPoints].map(numberOf);
  if (customers === null || holdout == null || today == null || smallest == null) return null;
  const possible =
    Number.isInteger(customers) &&
    between(customers, 0, 1e9) &&
    between(holdout, 0, 100) &&
    between(today, 0, 100) &&
    between(smallest, 0, 100);
  return possible
    ? { customers, holdoutShare: holdout / 100, shareToday: today / 100, smallestDifference: smallest / 100 }
    : null;
}
