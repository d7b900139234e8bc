import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';

export const getHealth = defineEndpoint({
  id: 'getHealth',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server and its two stores answer',
  access: 'public',
  reply: z.object({ healthy: z.boolean(), warehouse: z.boolean(), register: z.boolean() }),
});

export const getMetrics = defineEndpoint({
  id: 'getMetrics',
  method: 'GET',
  path: '/api/metrics',
  summary: 'Counters and timings in the form that Prometheus reads',
  access: ['administrator'],
  sends: 'file',
});
