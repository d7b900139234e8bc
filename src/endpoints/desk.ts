import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Day, Text } from './shapes.ts';

const SERVING = ['agent', 'headOfCare', 'touchpointManager'] as const;
const Seen = z.number().int().min(0).max(2_147_483_647);
const Goodwill = z.object({
  /** 0: nobody has set it yet. */
  version: Seen,
  /** What may be given to one customer in twelve months without asking anybody; null: not set, so nothing. */
  centsAYear: z.number().nullable(),
});
const RuleName = z.string().trim().min(1).max(100);
export const RULE_STATES = ['open', 'inWork', 'changed', 'stays'] as const;

export const getGoodwill = defineEndpoint({
  id: 'getGoodwill',
  method: 'GET',
  path: '/api/desk/goodwill',
  summary: 'What an agent may give without asking',
  access: SERVING,
  reply: Goodwill,
});

export const setGoodwill = defineEndpoint({
  id: 'setGoodwill',
  method: 'PUT',
  path: '/api/desk/goodwill',
  summary: 'Set what an agent may give one customer a year without asking',
  access: ['headOfCare'],
  body: z.object({ version: Seen, centsAYear: z.number().int().min(0).max(100_000_00) }),
  reply: Goodwill,
});

/** Kept are rule, touchpoint and day: neither who reported nor for which customer. */
export const reportRule = defineEndpoint({
  id: 'reportRule',
  method: 'POST',
  path: '/api/desk/rules',
  summary: 'Say that a rule stops one from helping; nobody learns who',
  access: SERVING,
  body: z.object({ rule: RuleName, touchpoint: z.string().trim().max(100).default('') }),
  status: 204,
  sends: 'nothing',
});

export const listBlockingRules = defineEndpoint({
  id: 'listBlockingRules',
  method: 'GET',
  path: '/api/desk/rules',
  summary: 'Rules that stop people from helping, counted, and what became of them',
  access: SERVING,
  reply: z.object({
    rules: z.array(
      z.object({
        rule: z.string(),
        touchpoint: z.string(),
        reports: z.number(),
        lastOn: Day,
        version: Seen,
        state: z.enum(RULE_STATES),
        answer: z.string(),
      }),
    ),
  }),
});

export const answerRule = defineEndpoint({
  id: 'answerRule',
  method: 'PUT',
  path: '/api/desk/rules',
  summary: 'Say what becomes of a rule',
  access: ['headOfCare', 'touchpointManager'],
  body: z.object({ rule: RuleName, version: Seen, state: z.enum(RULE_STATES), answer: Text }),
  status: 204,
  sends: 'nothing',
});
