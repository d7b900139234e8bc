import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Job } from './jobs.ts';
import { Day, LanguageQuery, PageQuery } from './shapes.ts';

const READERS = [
  'touchpointManager',
  'headOfCare',
  'cfo',
  'analyst',
  'marketing',
  'dataProtection',
  'administrator',
] as const;
const RUNNERS = ['touchpointManager', 'headOfCare', 'analyst'] as const;

const RULE_RESULTS = ['passes', 'fails', 'unjudged', 'outside'] as const;
const PackParams = z.object({
  /** Of the rule pack, e.g. icobs-6b. */
  id: z.string().max(60),
});
const Names = z
  .string()
  .max(2000)
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const Scope = z.object({
  /** Otherwise the latest day the data know. */
  asOf: Day.optional(),
  /** Lines of business that the rule reaches, separated by commas; empty: as the pack has it. */
  lines: Names,
  products: Names,
});

const Pack = z.object({
  id: z.string(),
  version: z.string(),
  country: z.string(),
  law: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  sources: z.array(z.object({ id: z.string().nullable(), place: z.string() })),
  subject: z.enum(['contract', 'tariff']),
  periodMonths: z.number(),
  title: z.string(),
  question: z.string(),
  limits: z.array(z.string()),
});

export const listRulePacks = defineEndpoint({
  id: 'listRulePacks',
  method: 'GET',
  path: '/api/rules',
  summary: 'Rule packs with law, dates and sources',
  access: READERS,
  query: LanguageQuery,
  reply: z.object({
    /** Not legal advice, in the reader's language. */
    notAdvice: z.string(),
    packs: z.array(Pack),
  }),
});

export const judgeByRule = defineEndpoint({
  id: 'judgeByRule',
  method: 'GET',
  path: '/api/rules/:id/verdict',
  summary: 'Judge the store by one rule: what passes, fails and cannot be judged, with counts and reasons',
  access: RUNNERS,
  params: PackParams,
  query: Scope.extend(LanguageQuery.shape),
  reply: z.object({
    pack: Pack,
    notAdvice: z.string(),
    asOf: Day,
    outcome: z.enum(['passes', 'fails', 'open', 'empty']),
    outcomeText: z.string(),
    counts: z.record(z.enum(RULE_RESULTS), z.number()),
    /** What is paid too much a year, in cents. */
    overCents: z.number(),
    reasons: z.array(
      z.object({
        result: z.enum(RULE_RESULTS),
        reason: z.string(),
        reasonText: z.string(),
        quality: z.string(),
        subjects: z.number(),
        overCents: z.number(),
      }),
    ),
  }),
});

export const listRuleRows = defineEndpoint({
  id: 'listRuleRows',
  method: 'GET',
  path: '/api/rules/:id/rows',
  summary: 'The contracts or tariffs that a rule judged, page by page, the dearest first',
  access: RUNNERS,
  params: PackParams,
  query: Scope.extend(PageQuery.shape).extend({
    result: z.enum(['', ...RULE_RESULTS]).default(''),
    reason: z.string().max(60).default(''),
    /** Part of the contract's or tariff's id. */
    search: z.string().max(100).default(''),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        subjectId: z.string(),
        productId: z.string(),
        region: z.string(),
        channel: z.string(),
        riskClass: z.string(),
        cases: z.number(),
        judgedOn: Day.nullable(),
        priceCents: z.number().nullable(),
        twinCents: z.number().nullable(),
        overCents: z.number().nullable(),
        twinProductId: z.string(),
        quality: z.string(),
        result: z.enum(RULE_RESULTS),
        reason: z.string(),
      }),
    ),
    total: z.number(),
    /** Counted, but their holders objected to being profiled or their data are restricted: in no list. */
    withheld: z.number(),
  }),
});

/** One packed folder, as `stammkunde attest` writes it: the same data, settings and program give the same bytes. Names no customer. */
export const startAttestation = defineEndpoint({
  id: 'startAttestation',
  method: 'POST',
  path: '/api/rules/:id/attestation',
  summary: 'Write the attestation of a rule to a packed folder as work of its own; that it was written is logged',
  access: RUNNERS,
  params: PackParams,
  body: Scope,
  reply: Job,
  status: 202,
});
