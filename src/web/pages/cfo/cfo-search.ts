import { z } from 'zod';

const share = z.number().min(0).max(1).optional().catch(undefined);

/** What the address of the CFO view holds: the audit, and every assumption that was turned away from the audit's own. */
export const CfoSearch = z.object({
  audit: z.string().optional(),
  givenBack: share,
  waterbed: share,
  margin: share,
  discount: share,
  horizon: z.number().int().min(6).max(120).optional().catch(undefined),
});
export type CfoSearch = z.infer<typeof CfoSearch>;
