import { findRows, getLineage } from '#endpoints/lineage.ts';
import { note } from '#register/log.ts';
import { auditOf } from '../audits/audit-shown.ts';
import { checkLineage } from '../lineage/check-lineage.ts';
import { rowLineage } from '../lineage/row-lineage.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function lineageRoutes(router: Router, services: Services): void {
  const { register } = services;

  router.add(getLineage, async ({ params, query, language }) => {
    const audit = await auditOf(register, params.id);
    return checkLineage(services, audit, params.check, query.language ?? language);
  });

  router.add(findRows, async ({ asker, params: { table }, query, language }) => {
    const isProtection = asker.roles.includes('dataProtection');
    const found = await rowLineage(services, { ...query, table }, query.language ?? language, isProtection);
    await note(register, { actor: asker, event: 'rowsSeen', subject: '', details: { table } });
    return found;
  });
}
