import type { EvidenceGrade, Outcome, Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';

/** An estimate in its unit. */
export interface Quantity extends Estimate {
  readonly unit: Unit;
}

/** Money a year with its interval, in the currency of the store. */
type Amount = Estimate;

/** Four kinds that are never added together. null: cannot be said (a note says why). */
export interface MoneySplit {
  /** Moved from existing customers to the company or to others; no loss to the company. */
  readonly transfer: Amount | null;
  /** Margin actually lost. */
  readonly loss: Amount | null;
  /** Exposed to an event, times its probability. */
  readonly atRisk: Amount | null;
  /** What a tested repair would bring back; before a test a planning value. */
  readonly recoverable: Amount | null;
}

export const NO_MONEY: MoneySplit = { transfer: null, loss: null, atRisk: null, recoverable: null };

/** A sentence by its id; the words lie in the check's messages, the numbers here. */
export interface Note {
  readonly id: string;
  readonly values: Readonly<Record<string, number | string>>;
}

/** The same question for a part of the customers. */
export interface Stratum {
  /** "dimension:value", for example "tenure:3-4" or "product:P7". */
  readonly key: string;
  readonly effect: Quantity | null;
  readonly outcome: Outcome;
  readonly counts: Readonly<Record<string, number>>;
}

/** A further number worth showing; its label lies in the check's messages under the same key. */
export interface Detail {
  readonly key: string;
  readonly quantity: Quantity;
}

export interface ChartPoint {
  /** 'existing' and 'newcomer' have their fixed colours; other series are grey. */
  readonly series: string;
  readonly x: number | string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Data of a drawing; title, axis and series names lie in the check's messages under `charts[id]`. */
export interface Chart {
  readonly id: string;
  /** bars: categories · curve: lines over a numeric x · matrix: two-by-two, x is "row|column". */
  readonly kind: 'bars' | 'curve' | 'matrix';
  readonly unit: Unit;
  readonly points: readonly ChartPoint[];
  /** Named published figures, drawn dashed. */
  readonly benchmark: readonly ChartPoint[];
}

/** The answer to one question about one company. */
export interface Verdict {
  /** Which reference the question was asked against, for example "market"; '' when there is only one. */
  readonly reference: string;
  readonly outcome: Outcome;
  readonly grade: EvidenceGrade | null;
  readonly effect: Quantity | null;
  /** What a plain comparison would have said. */
  readonly naive: Quantity | null;
  readonly strata: readonly Stratum[];
  readonly details: readonly Detail[];
  readonly counts: Readonly<Record<string, number>>;
  /** Subjects behind the number. */
  readonly affected: number | null;
  readonly money: MoneySplit;
  /** "table.column" that were held equal. */
  readonly adjustedFor: readonly string[];
  /** Share of existing customers with a comparable newcomer, 0..1; null where the question needs none. */
  readonly overlap: number | null;
  /** Rows left out, by reason id. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly caveats: readonly Note[];
  /** Why there is no answer, where there is none. */
  readonly reason: Note | null;
  /** What would overturn the verdict. */
  readonly overturn: Note | null;
  /** "table.column" that would sharpen the answer most; null leaves it to the check's list, '' says that nothing would. */
  readonly sharpen: string | null;
  readonly charts: readonly Chart[];
}

const EMPTY: Verdict = {
  reference: '',
  outcome: 'inconclusive',
  grade: null,
  effect: null,
  naive: null,
  strata: [],
  details: [],
  counts: {},
  affected: null,
  money: NO_MONEY,
  adjustedFor: [],
  overlap: null,
  excluded: {},
  caveats: [],
  reason: null,
  overturn: null,
  sharpen: null,
  charts: [],
};

/** A verdict from its parts; what is not named is absent, not zero. */
export function verdict(parts: Partial<Verdict> & Pick<Verdict, 'outcome'>): Verdict {
  return { ...EMPTY, ...parts };
}

/** "The data do not tell", with the reason: which minimum is missed and by how much. */
export function inconclusive(id: string, values: Note['values'], parts: Partial<Verdict> = {}): Verdict {
  return { ...EMPTY, ...parts, outcome: 'inconclusive', reason: { id, values } };
}

export function quantity(estimate: Estimate, unit: Unit): Quantity {
  return { ...estimate, unit };
}
