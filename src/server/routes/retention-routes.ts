import { RETENTION } from '#domain/retention.ts';
import { getRetention } from '#endpoints/retention.ts';
import { companySettings } from '#register/company-settings.ts';
import { lastCarriedOut } from '#register/retention.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function retentionRoutes(router: Router, { register }: Services): void {
  router.add(getRetention, async ({ query, language }) => {
    const spoken = query.language ?? language;
    const { sessionHours } = await companySettings(register);
    const kept = Object.entries(RETENTION).map(([id, { hours, what, why }]) => ({
      id,
      what: what[spoken],
      why: why[spoken],
      hours: hours === 'sessionHours' ? sessionHours : hours,
    }));
    return { lastAt: (await lastCarriedOut(register))?.toISOString() ?? null, kept };
  });
}
