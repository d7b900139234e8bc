import { listLog, verifyLog } from '#endpoints/audit-log.ts';
import { allowFreeText, changeSettings, getSettings } from '#endpoints/settings.ts';
import { changeCompanySettings, companySettings } from '#register/company-settings.ts';
import * as log from '#register/log.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function houseRoutes(router: Router, { register }: Services): void {
  router.add(getSettings, () => companySettings(register));
  router.add(changeSettings, ({ asker, body }) => changeCompanySettings(register, asker, body));
  router.add(allowFreeText, ({ asker, body: { version, allowed, reason } }) =>
    changeCompanySettings(register, asker, { version, reason, freeTextAllowed: allowed }),
  );
  router.add(listLog, ({ query }) => log.listLog(register, query));
  router.add(verifyLog, () => log.verifyLog(register.db));
}
