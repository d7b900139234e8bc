import { z } from 'zod';

/** What the address of the page of actions and practices holds. */
export const WorkSearch = z.object({
  tab: z.enum(['actions', 'practices', 'rules']).optional().catch(undefined),
  show: z.enum(['standing', 'all']).optional().catch(undefined),
  /** Id of what is being edited, or `new`. */
  edit: z.string().optional(),
  /** Check that a new action answers. */
  check: z.string().optional(),
});
export type WorkSearch = z.infer<typeof WorkSearch>;
