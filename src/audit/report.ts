import { z } from 'zod';
import { EVIDENCE_GRADES, OUTCOMES, UNITS } from '#domain/verdict-terms.ts';
import { JointReport } from './joint-report.ts';

/** Version of the published contract: the first number changes when a reader of the old form would break. */
export const REPORT_VERSION = '1.1';

// JSON has no infinity: an unbounded side of an interval is null.
const side = z.number().nullable();
const Amount = z
  .strictObject({ value: z.number(), low: side, high: side, level: z.number() })
  .describe('Money a year with its interval, in the currency of the report; null sides are unbounded.');
const Quantity = z
  .strictObject({ value: z.number(), low: side, high: side, level: z.number(), unit: z.enum(UNITS) })
  .describe('A number with its interval and unit; shares are 0..1.');
const Counts = z.record(z.string(), z.number());
const Note = z
  .strictObject({ id: z.string(), values: z.record(z.string(), z.union([z.number(), z.string()])) })
  .describe('A sentence by its id with the numbers in it; words are made where they are shown.');
const Point = z.strictObject({
  series: z.string(),
  x: z.union([z.number(), z.string()]),
  value: z.number(),
  low: side,
  high: side,
});

export const ReportCheck = z.strictObject({
  id: z.string().describe('The check, a noun of what goes wrong.'),
  measure: z.string().describe('Measure of the method, M01 to M28.'),
  reference: z.string().describe('What was compared with, when a check asks against several; otherwise empty.'),
  outcome: z.enum(OUTCOMES),
  grade: z.enum(EVIDENCE_GRADES).nullable(),
  effect: Quantity.nullable().describe('Adjusted gap, positive where existing customers are worse off.'),
  naive: Quantity.nullable().describe('What a plain comparison would have said.'),
  strata: z.array(
    z.strictObject({ key: z.string(), effect: Quantity.nullable(), outcome: z.enum(OUTCOMES), counts: Counts }),
  ),
  details: z.array(z.strictObject({ key: z.string(), quantity: Quantity })),
  counts: Counts,
  affected: z.number().nullable().describe('Subjects behind the number.'),
  money: z
    .strictObject({
      transfer: Amount.nullable(),
      loss: Amount.nullable(),
      atRisk: Amount.nullable(),
      recoverable: Amount.nullable(),
    })
    .describe('Four kinds that must not be added together.'),
  adjustedFor: z.array(z.string()),
  overlap: z.number().nullable(),
  excluded: Counts,
  caveats: z.array(Note),
  reason: Note.nullable(),
  overturn: Note.nullable(),
  sharpen: z.string().nullable().describe('The column, as table.column, that would sharpen the answer most.'),
  charts: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['bars', 'curve', 'matrix']),
      unit: z.enum(UNITS),
      points: z.array(Point),
      benchmark: z.array(Point),
    }),
  ),
});
export type ReportCheck = z.infer<typeof ReportCheck>;

export const Report = z
  .strictObject({
    reportVersion: z.literal(REPORT_VERSION),
    programVersion: z.string(),
    asOf: z.iso.date(),
    settings: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    tables: z.array(z.strictObject({ name: z.string(), rows: z.number() })),
    joint: JointReport.nullable().describe('null when the audit was asked for single checks only.'),
    checks: z.array(ReportCheck).describe('Ordered by outcome, money at stake and evidence.'),
  })
  .describe('One audit of one company. Same input, same report, byte for byte.');
export type Report = z.infer<typeof Report>;

/** The published JSON Schema of the report. */
export function reportSchema(): unknown {
  return { title: 'Stammkunde audit report', ...z.toJSONSchema(Report, { target: 'draft-2020-12' }) };
}
