import { getHealth, getMetrics } from '#endpoints/service.ts';
import { companySettings } from '#register/company-settings.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const answers = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

export function serviceRoutes(router: Router, { warehouse, register, metrics }: Services): void {
  router.add(getHealth, async ({ reply }) => {
    const query = { name: 'health', sql: 'SELECT 1 AS one ORDER BY one', params: {} };
    const [store, people] = await Promise.all([answers(warehouse.columns(query)), answers(companySettings(register))]);
    const healthy = store && people;
    if (!healthy) void reply.code(503);
    return { healthy, warehouse: store, register: people };
  });

  router.add(getMetrics, async () => ({ type: metrics.contentType, name: null, body: await metrics.metrics() }));
}
