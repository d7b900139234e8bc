import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { judgeByRule, listRulePacks, listRuleRows } from '#endpoints/rules.ts';
import { packNamed, RULE_PACKS } from '#rules/catalogue.ts';
import { outOfForce, packTotals, ruleParams } from '#rules/judge.ts';
import { RULE_WORDS, reasonWord } from '#rules/reason-words.ts';
import type { RulePack, RuleScope } from '#rules/rule-pack.ts';
import { pageOfRows } from '#rules/rule-rows.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const packShown = ({ fact: _, words, ...pack }: RulePack, language: Language) => ({ ...pack, ...words[language] });

interface Question extends RuleScope {
  readonly asOf?: string | undefined;
}

/**
 * Judges by a pack and hands out what was found; the judged rows stay for the next page.
 * @throws AppError notFound; requestInvalid where the rule is not in force
 */
async function withVerdict<T>(
  { data }: Services,
  id: string,
  { asOf, lines, products }: Question,
  language: Language,
  use: (pack: RulePack, day: string) => Promise<T>,
): Promise<T> {
  const pack = packNamed(id);
  if (pack === null) throw new AppError('notFound', `no rule pack ${id}`);
  const day = asOf ?? (await data.latestDay());
  const problem = outOfForce(pack, day, language);
  if (problem !== null) throw new AppError('requestInvalid', problem, { field: 'asOf', problem });
  const params = ruleParams(pack, day, { lines, products });
  return data.withFacts({ facts: [pack.fact], params }, () => use(pack, day));
}

export function ruleRoutes(router: Router, services: Services): void {
  const { warehouse } = services;

  router.add(listRulePacks, async ({ query, language }) => {
    const spoken = query.language ?? language;
    return { notAdvice: RULE_WORDS[spoken].notAdvice, packs: RULE_PACKS.map((pack) => packShown(pack, spoken)) };
  });

  router.add(judgeByRule, ({ params, query, language }) => {
    const spoken = query.language ?? language;
    const words = RULE_WORDS[spoken];
    return withVerdict(services, params.id, query, spoken, async (pack, asOf) => {
      const { reasons, ...totals } = await packTotals(warehouse, pack);
      return {
        pack: packShown(pack, spoken),
        notAdvice: words.notAdvice,
        asOf,
        ...totals,
        outcomeText: words.outcomes[totals.outcome],
        reasons: reasons.map((total) => ({ ...total, reasonText: reasonWord(total.reason, spoken) })),
      };
    });
  });

  router.add(listRuleRows, ({ params, query, language }) =>
    withVerdict(services, params.id, query, language, (pack) => pageOfRows(warehouse, pack, query)),
  );
}
