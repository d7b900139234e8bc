import { CHECKS } from '#checks/catalogue.ts';
import { verdict } from '#checks/verdict.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { createFormat } from '#domain/format.ts';
import { exportAffected, listAffected } from '#endpoints/affected.ts';
import {
  compareAudits,
  downloadReportPage,
  getAudit,
  getAuditSettings,
  getPresentation,
  listAudits,
  startAudit,
} from '#endpoints/audits.ts';
import { findCustomers, getCustomer, getCustomerLoyalties, getCustomerTies } from '#endpoints/customers.ts';
import { getNetwork } from '#endpoints/networks.ts';
import * as stored from '#register/audits.ts';
import { note } from '#register/log.ts';
import { reportHtml } from '#report/html.ts';
import { REPORT_WORDS } from '#report/words.ts';
import { withPeople } from '../audits/affected-people.ts';
import { auditOf, auditShown } from '../audits/audit-shown.ts';
import { AGREED_SETTINGS, requireKnownSettings } from '../audits/audit-work.ts';
import { compareReports } from '../audits/compare-reports.ts';
import { peopleFile } from '../audits/people-file.ts';
import { requirePurpose } from '../audits/people-purpose.ts';
import { presentationShown } from '../audits/presentation-shown.ts';
import { settingText } from '../audits/setting-text.ts';
import { findCustomerIds } from '../customers/customer-search.ts';
import { customerLoyalties, customerTies } from '../customers/customer-ties.ts';
import { customerView } from '../customers/customer-view.ts';
import { jobShown } from '../jobs/job-shown.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const checkSettings = Object.fromEntries(CHECKS.map((check) => [check.id, { ...check.defaults }]));

export function auditRoutes(router: Router, services: Services): void {
  const { register, data, answers, jobs, settings } = services;

  router.add(listAudits, async () => {
    const [audits, dataHash] = [await stored.listAudits(register), await data.dataHash()];
    return {
      audits: audits.map((audit) => auditShown(audit, dataHash)),
    };
  });

  router.add(getAuditSettings, async ({ language }) => ({
    audit: Object.entries(DEFAULT_AUDIT_SETTINGS).flatMap(([name, preset]) =>
      AGREED_SETTINGS.includes(name)
        ? []
        : [
            {
              name,
              label: REPORT_WORDS[language].settingNames[name] ?? name,
              preset,
            },
          ],
    ),
    checks: checkSettings,
  }));

  router.add(startAudit, async ({ asker, body, language }) => {
    requireKnownSettings(body);
    return jobShown(await jobs.ask(asker, 'audit', body), language);
  });

  router.add(getAudit, async ({ params }) => {
    const audit = await auditOf(register, params.id);
    return { ...auditShown(audit, await data.dataHash()), report: audit.parsed };
  });

  router.add(getPresentation, async ({ params, query, language }) => {
    const { parsed } = await auditOf(register, params.id);
    return presentationShown(parsed, query.language ?? language);
  });

  router.add(downloadReportPage, async ({ params, query, language }) => {
    const { parsed, asOf } = await auditOf(register, params.id);
    const body = reportHtml(parsed, query.language ?? language, settings.font);
    return { type: 'text/html; charset=utf-8', name: `stammkunde-${asOf}.html`, body };
  });

  router.add(compareAudits, async ({ params, query, language }) => {
    const [before, after] = [await auditOf(register, params.before), await auditOf(register, params.id)];
    const hash = await data.dataHash();
    const { settingsChanged, changes } = compareReports(before.parsed, after.parsed);
    const spoken = query.language ?? language;
    const format = createFormat(spoken);
    const question = ({ id, reference }: { id: string; reference: string }) =>
      CHECKS.find((check) => check.id === id)?.messages[spoken].question(
        verdict({ outcome: 'inconclusive', reference }),
        format,
      ) ?? id;
    return {
      before: auditShown(before, hash),
      after: auditShown(after, hash),
      settingsChanged: settingsChanged.map((name) => ({
        name,
        label: REPORT_WORDS[spoken].settingNames[name] ?? name,
        before: settingText(name, before.parsed.settings[name], format),
        after: settingText(name, after.parsed.settings[name], format),
      })),
      changes: changes.map((change) => ({ ...change, question: question(change) })),
    };
  });

  router.add(listAffected, async ({ params, query }) => {
    const audit = await auditOf(register, params.id);
    return withPeople(services, audit, params.check, async (list) => {
      const [rows, { shown, withheld }] = await Promise.all([list.page(query), list.counts(query)]);
      return { subject: list.subject, columns: list.columns, rows, total: shown, withheld };
    });
  });

  router.add(exportAffected, async ({ asker, params, query }) => {
    requirePurpose(params.check, query.purpose);
    const audit = await auditOf(register, params.id);
    const name = `${params.check}-${audit.asOf}`;
    const file = await withPeople(services, audit, params.check, (list) => peopleFile(list, query, query.format, name));
    const details = { check: params.check, purpose: query.purpose, rows: file.rows };
    await note(register, { actor: asker, event: 'peopleExported', subject: params.id, details });
    return file;
  });

  router.add(findCustomers, async ({ asker, query }) => ({
    customerIds: await findCustomerIds(data, query.search, asker.roles),
  }));
  router.add(getCustomer, async ({ asker, params }) => {
    const customer = await customerView(data, params.customerId, asker.roles);
    await note(register, { actor: asker, event: 'customerSeen', subject: '', details: {} });
    return customer;
  });
  router.add(getCustomerTies, async ({ asker, params }) => {
    const ties = await customerTies(services, params.customerId, asker.roles);
    await note(register, { actor: asker, event: 'customerSeen', subject: '', details: {} });
    return ties;
  });
  router.add(getCustomerLoyalties, async ({ asker, params }) => {
    const found = await customerLoyalties(data, params.customerId, asker.roles);
    await note(register, { actor: asker, event: 'customerSeen', subject: '', details: {} });
    return found;
  });

  router.add(getNetwork, ({ query }) => answers.network(query.limit));
}
