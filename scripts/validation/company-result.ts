import { z } from 'zod';
import { Report } from '../../src/audit/report.ts';

const Numbers = z.record(z.string(), z.number());

/** What the harness reads of truth.json; the rest is kept as it is. */
const KnownTruth = z.looseObject({
  world: z.enum(['A', 'B', 'C', 'D']),
  seed: z.number(),
  customers: z.number(),
  asOf: z.string(),
  off: z.array(z.string()),
  realised: z.looseObject({
    prices: Numbers,
    waits: z.looseObject({
      standardisedGapSeconds: z.number(),
      byTopic: z.record(z.string(), z.object({ customer: z.number(), prospect: z.number() })),
    }),
    halfLifeMonths: z.record(z.string(), z.number().nullable()),
    yearlyVoluntaryExitShare: z.record(z.string(), z.number().nullable()),
    repurchase: Numbers,
    haloPhi: z.number(),
    marginShareOfExisting: z.number(),
  }),
  counterfactual: z.looseObject({ transferEuroPerYear: z.number() }),
});
export type KnownTruth = z.infer<typeof KnownTruth>;

/** One invented company and what the audit said of it. */
export const CompanyResult = z.object({
  truth: KnownTruth,
  report: Report,
  seconds: z.object({ simulate: z.number(), import: z.number(), audit: z.number() }),
});
export type CompanyResult = z.infer<typeof CompanyResult>;
export type WorldName = KnownTruth['world'];
export type Answer = CompanyResult['report']['checks'][number];
