import { CHECKS } from '#checks/catalogue.ts';
import { verdict } from '#checks/verdict.ts';
import { createFormat } from '#domain/format.ts';
import {
  getStaffRoom,
  getWorksAgreement,
  recordWorksAgreement,
  revokeWorksAgreement,
} from '#endpoints/works-agreement.ts';
import { listLog } from '#register/log.ts';
import * as agreements from '#register/works-agreement.ts';
import { isStaffCheck, STAFF_FIELDS } from '../data/staff.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const AUDITS_SHOWN = 100;

export function staffRoutes(router: Router, { register, answers }: Services): void {
  router.add(getWorksAgreement, async () => {
    const { staffQuestions, current, versions, newest } = await agreements.worksAgreement(register);
    return { staffQuestions, current, newestVersion: newest, versions };
  });
  router.add(recordWorksAgreement, ({ asker, body }) => {
    const actor = { id: asker.id, name: asker.name, worksCouncil: asker.roles.includes('worksCouncil') };
    return agreements.recordWorksAgreement(register, actor, body);
  });
  router.add(revokeWorksAgreement, async ({ asker, body }) => {
    await agreements.revokeWorksAgreement(register, asker, body.version, body.reason);
    return null;
  });

  router.add(getStaffRoom, async ({ language }) => {
    const { staffQuestions, current } = await agreements.worksAgreement(register);
    const inventory = await answers.inventory();
    const { entries } = await listLog(register, { offset: 0, limit: AUDITS_SHOWN, event: 'auditMade' });
    return {
      staffQuestions,
      minimumGroup: current?.minimumGroup ?? agreements.DEFAULT_MINIMUM_GROUP,
      fields: STAFF_FIELDS.map(({ table, column, ...meaning }) => ({
        table,
        column,
        meaning: meaning[language],
        filled: inventory[table]?.filled[column] ?? 0,
      })),
      checks: CHECKS.filter(isStaffCheck).map((check) => ({
        id: check.id,
        measure: check.measure,
        question: check.messages[language].question(verdict({ outcome: 'inconclusive' }), createFormat(language)),
      })),
      audits: entries.map(({ at, actor, details }) => ({
        at,
        by: actor,
        staffChecks: String(details['staffChecks'] ?? '')
          .split(' ')
          .filter((id) => id !== ''),
      })),
    };
  });
}
