import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Day } from './shapes.ts';

/** Ties that the page draws. */
export const NETWORK_TIES = 60_000;

/** Nobody can be found in it: customers are running numbers drawn by lot, and those who objected to profiling are not in it. */
export const getNetwork = defineEndpoint({
  id: 'getNetwork',
  method: 'GET',
  path: '/api/network',
  summary: 'Ties between customers as an anonymous picture: who is there, who left, in which community',
  access: ['touchpointManager', 'analyst'],
  query: z.object({
    /** Ties in the picture at most; with more in the store, those of customers drawn by lot. */
    limit: z.coerce.number().int().min(1).max(100_000).default(20_000),
  }),
  reply: z.object({
    /** Day on which somebody is there or has left. */
    asOf: Day,
    /** Ties in the store that could be shown. */
    ties: z.number(),
    sampled: z.boolean(),
    /** Communities smaller than this are told apart from no other. */
    minimum: z.number(),
    /** Of each customer, by running number; -1: a community too small to be told. */
    community: z.array(z.number()),
    there: z.array(z.boolean()),
    /** Running numbers at the ends of each tie. */
    from: z.array(z.number()),
    to: z.array(z.number()),
    /** Largest first. */
    communities: z.array(z.object({ customers: z.number(), left: z.number() })),
  }),
});
