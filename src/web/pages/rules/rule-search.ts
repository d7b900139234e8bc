import { z } from 'zod';

const text = z.string().max(200).optional().catch(undefined);

/** What the address says: the rule, whether it was run and for which business, and which of its contracts are shown. */
export const RuleSearch = z.object({
  pack: text,
  /** Set once somebody pressed the button: judging reads every contract. */
  run: z.boolean().optional().catch(undefined),
  asOf: text,
  lines: text,
  products: text,
  result: z.enum(['passes', 'fails', 'unjudged', 'outside']).optional().catch(undefined),
  reason: text,
  search: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
});
export type RuleSearch = z.infer<typeof RuleSearch>;
