import { z } from 'zod';
import { EXPOSURES } from '#domain/exposure.ts';
import { EVIDENCE_GRADES } from '#domain/verdict-terms.ts';

const side = z.number().nullable();
const Interval = z.strictObject({ value: z.number(), low: side, high: side, level: z.number() });
const Note = z.strictObject({ id: z.string(), values: z.record(z.string(), z.union([z.number(), z.string()])) });

/** What went together with the company's own acts, counted once: the only total of the report. */
export const JointReport = z
  .strictObject({
    outcome: z
      .enum(['finding', 'reversed', 'inconclusive', 'notApplicable', 'failed'])
      .describe('finding: more exits than without the exposures, its interval clear of zero.'),
    grade: z.enum(EVIDENCE_GRADES).nullable(),
    months: z.number().describe('Months up to the day of the audit that are counted.'),
    observedExits: z.number().nullable().describe('Decisions of customers to leave within these months.'),
    exits: Interval.nullable().describe('Exits that go with all exposures together.'),
    share: Interval.nullable().describe('The same as a share of all expected exits, 0..1.'),
    money: Interval.nullable().describe('Remaining value that left with these exits, in the currency of the report.'),
    byExposure: z
      .array(
        z.strictObject({
          exposure: z.enum(EXPOSURES),
          exits: Interval.describe('Part by Shapley; the parts add up to the total.'),
          money: Interval.nullable(),
          alone: Interval.describe('Looked at alone; these overlap and must not be added.'),
          exposedShare: z.number().describe('Share of customer-months under the exposure, 0..1.'),
        }),
      )
      .describe('In the order of the exposures, not of their size.'),
    leftOut: z.array(z.strictObject({ exposure: z.enum(EXPOSURES), reason: Note })),
    caveats: z.array(Note),
    reason: Note.nullable().describe('Why there is no answer, where there is none.'),
  })
  .describe(
    'Exits and money that go with the exposures together, from one model. Findings of single checks overlap and are never added.',
  );
export type JointReport = z.infer<typeof JointReport>;
