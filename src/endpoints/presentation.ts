import { z } from 'zod';
import { EVIDENCE_GRADES, OUTCOMES, UNITS } from '#domain/verdict-terms.ts';
import { LanguageName } from './shapes.ts';

/** A row of a small table, as text. */
const Line = z.object({ label: z.string(), value: z.string(), interval: z.string() });

const ChartWords = z.object({
  title: z.string(),
  x: z.string(),
  y: z.string(),
  series: z.record(z.string(), z.string()),
});

/** One question with its answer in words. Numbers for charts lie in the report under the same `id` and `reference`. */
const PresentedCheck = z.object({
  id: z.string(),
  reference: z.string(),
  measure: z.string(),
  outcome: z.enum(OUTCOMES),
  /** The outcome in words. */
  outcomeText: z.string(),
  grade: z.enum(EVIDENCE_GRADES).nullable(),
  gradeText: z.string().nullable(),
  /** There is an answer, or at least a number, to explain. */
  judged: z.boolean(),
  question: z.string(),
  answer: z.string(),
  naive: z.string(),
  action: z.string(),
  method: z.string(),
  /** Where the method was read; empty where only counts and sums are made. */
  methodSources: z.array(z.string()),
  affected: z.string().nullable(),
  adjusted: z.string(),
  caveats: z.array(z.string()),
  overturn: z.string().nullable(),
  sharpen: z.string().nullable(),
  money: z.array(Line),
  details: z.array(Line),
  strata: z.array(Line),
  counts: z.array(Line),
  excluded: z.array(Line),
  charts: z.array(
    ChartWords.extend({
      id: z.string(),
      kind: z.enum(['bars', 'curve', 'matrix']),
      unit: z.enum(UNITS),
    }),
  ),
  /** Whether the people behind the number can be listed at all (never for questions about staff). */
  listable: z.boolean(),
  /** The question is about people who work here (carers), not about customers. */
  aboutStaff: z.boolean(),
});

/** The only total of the report: every customer who left counted once, split among what touched them. */
const PresentedJoint = z.object({
  outcome: z.enum(OUTCOMES),
  question: z.string(),
  answer: z.string(),
  grade: z.string().nullable(),
  partsHeading: z.string(),
  exposureHeading: z.string(),
  exitsHeading: z.string(),
  /** Largest part first; empty where there is no total to split. */
  parts: z.array(Line),
  caveats: z.array(z.string()),
});

/** A report in the words of one language, ready to draw. */
export const Presentation = z.object({
  language: LanguageName,
  currency: z.string(),
  title: z.string(),
  subtitle: z.string(),
  lead: z.string(),
  moneyNote: z.string(),
  joint: PresentedJoint.nullable(),
  checks: z.array(PresentedCheck),
  settings: z.array(Line),
  tables: z.array(z.object({ name: z.string(), rows: z.number() })),
});
