import type { Language } from '#domain/language.ts';
import type { Fact } from '#facts/fact.ts';

/** `outside`: the rule says nothing about this one. `unjudged`: it does, but the data do not tell. */
export const RESULTS = ['passes', 'fails', 'unjudged', 'outside'] as const;
export type Result = (typeof RESULTS)[number];

/** Where a statement about the rule was read; `id` is its number in our list of sources, null where it has none. */
interface RuleSource {
  readonly id: string | null;
  readonly place: string;
}

interface PackWords {
  readonly title: string;
  /** What is asked of every single subject. */
  readonly question: string;
  /** What the pack cannot see or does not decide. */
  readonly limits: readonly string[];
}

/**
 * One rule of law as a question to single contracts (or tariffs). Its fact gives one row per subject in the columns of `RuleRow`. A change of
 * anything that can change a result needs a new version.
 */
export interface RulePack {
  readonly id: string;
  readonly version: string;
  /** ISO 3166 code of the country. */
  readonly country: string;
  readonly law: string;
  /** First and last day on which the rule is known to hold; null: no end known. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sources: readonly RuleSource[];
  readonly subject: 'contract' | 'tariff';
  /** How far back renewals, offers and notices are judged. */
  readonly periodMonths: number;
  readonly fact: Fact;
  readonly words: Readonly<Record<Language, PackWords>>;
}

/** What a company may say about the reach of a rule; empty lists leave it to the pack. */
export interface RuleScope {
  /** Lines of business as in product.line. */
  readonly lines: readonly string[];
  readonly products: readonly string[];
}

export const WHOLE_STORE: RuleScope = { lines: [], products: [] };
