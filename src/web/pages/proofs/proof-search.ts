import { z } from 'zod';

/** What the address of the page of proofs holds. */
export const ProofSearch = z.object({
  /** Registering a new one, recording a result or withdrawing. */
  dialog: z.enum(['register', 'result', 'withdraw']).optional().catch(undefined),
  proof: z.string().optional(),
  /** Action that a new proof tries. */
  action: z.string().optional(),
});
export type ProofSearch = z.infer<typeof ProofSearch>;
