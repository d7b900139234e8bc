import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Instant, LanguageQuery } from './shapes.ts';

export const getRetention = defineEndpoint({
  id: 'getRetention',
  method: 'GET',
  path: '/api/retention',
  summary: 'What is kept how long, why, and when it was last thrown away',
  access: ['dataProtection', 'administrator'],
  query: LanguageQuery,
  reply: z.object({
    /** null: not yet. */
    lastAt: Instant.nullable(),
    kept: z.array(
      z.object({
        id: z.string(),
        what: z.string(),
        why: z.string(),
        /** null: as long as the installation stands. */
        hours: z.number().nullable(),
      }),
    ),
  }),
});
