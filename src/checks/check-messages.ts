import type { Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { Note, Verdict } from './verdict.ts';

type Words<V> = (values: V, format: Format) => string;

/** Everything a check says, in one language. Sentences are made from ids and numbers at the last moment. */
export interface CheckWords {
  /** The question a page asks, e.g. "Do regulars pay more than newcomers?". */
  readonly question: Words<Verdict>;
  /** One or two plain sentences with value, interval and unit, for every outcome. */
  readonly answer: Words<Verdict>;
  /** What the plain comparison would have said and why it misleads. */
  readonly naive: Words<Verdict>;
  /** What one could do, as a proposal. */
  readonly action: Words<Verdict>;
  /** How it was computed, in three or four sentences without formulas. */
  readonly method: string;
  /** By id of caveat, reason, overturn. */
  readonly notes: Readonly<Record<string, Words<Note['values']>>>;
  /** By key of detail. */
  readonly details: Readonly<Record<string, string>>;
  /** By name of count. */
  readonly counts: Readonly<Record<string, string>>;
  /** By reason of exclusion. */
  readonly excluded: Readonly<Record<string, string>>;
  /** Dimension of a stratum ("tenure" of "tenure:3-4") -> label. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly charts: Readonly<Record<string, ChartWords>>;
}

export interface ChartWords {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Series name -> label; also names of benchmarks. */
  readonly series: Readonly<Record<string, string>>;
}

export type CheckMessages = Readonly<Record<Language, CheckWords>>;
