import type { Language } from '#domain/language.ts';
import { judgeByRule, listRulePacks, listRuleRows, startAttestation } from '#endpoints/rules.ts';
import { RULE_PACKS } from '#rules/catalogue.ts';
import { packTotals } from '#rules/judge.ts';
import { RULE_WORDS, reasonWord } from '#rules/reason-words.ts';
import type { RulePack } from '#rules/rule-pack.ts';
import { pageOfRows } from '#rules/rule-rows.ts';
import type { ExportInput } from '../exports/export-input.ts';
import { jobShown } from '../jobs/job-shown.ts';
import type { Router } from '../route.ts';
import { packInForce, withVerdict } from '../rules/with-verdict.ts';
import type { Services } from '../services.ts';

const packShown = ({ fact: _, words, ...pack }: RulePack, language: Language) => ({ ...pack, ...words[language] });

export function ruleRoutes(router: Router, { warehouse, data, jobs }: Services): void {
  router.add(listRulePacks, async ({ query, language }) => {
    const spoken = query.language ?? language;
    return { notAdvice: RULE_WORDS[spoken].notAdvice, packs: RULE_PACKS.map((pack) => packShown(pack, spoken)) };
  });

  router.add(judgeByRule, async ({ params, query, language }) => {
    const spoken = query.language ?? language;
    const words = RULE_WORDS[spoken];
    const { pack, day } = await packInForce(data, params.id, query.asOf, spoken);
    const { reasons, ...totals } = await withVerdict(data, pack, day, query, () => packTotals(warehouse, pack));
    return {
      pack: packShown(pack, spoken),
      notAdvice: words.notAdvice,
      asOf: day,
      ...totals,
      outcomeText: words.outcomes[totals.outcome],
      reasons: reasons.map((total) => ({ ...total, reasonText: reasonWord(total.reason, spoken) })),
    };
  });

  router.add(listRuleRows, async ({ params, query, language }) => {
    const { pack, day } = await packInForce(data, params.id, query.asOf, language);
    return withVerdict(data, pack, day, query, () => pageOfRows(warehouse, pack, query));
  });

  router.add(startAttestation, async ({ asker, params, body, language }) => {
    const { pack, day } = await packInForce(data, params.id, body.asOf, language);
    const { lines, products } = body;
    const input: ExportInput = { what: 'attestation', pack: pack.id, asOf: day, lines, products };
    return jobShown(await jobs.ask(asker, 'export', input), language);
  });
}
