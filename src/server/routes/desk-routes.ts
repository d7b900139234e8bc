import * as endpoints from '#endpoints/desk.ts';
import * as desk from '#register/desk.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function deskRoutes(router: Router, { register }: Services): void {
  router.add(endpoints.getGoodwill, () => desk.goodwill(register));
  router.add(endpoints.setGoodwill, ({ asker, body }) => desk.setGoodwill(register, asker, body));
  router.add(endpoints.reportRule, async ({ body }) => {
    await desk.reportRule(register, body.rule, body.touchpoint);
    return null;
  });
  router.add(endpoints.listBlockingRules, async () => ({ rules: await desk.blockingRules(register) }));
  router.add(endpoints.answerRule, async ({ asker, body }) => {
    await desk.answerRule(register, asker, body);
    return null;
  });
}
