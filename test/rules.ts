import { buildFacts, dropFacts, factsInOrder } from '../src/audit/build-facts.ts';
import { packTotals, ruleParams } from '../src/rules/judge.ts';
import { type RulePack, type RuleScope, WHOLE_STORE } from '../src/rules/rule-pack.ts';
import { allRows, type RuleRow } from '../src/rules/rule-rows.ts';
import type { Company } from './company.ts';

/** Builds a pack's fact, uses it, and drops it. */
export async function withPack<T>(
  { warehouse }: Company,
  pack: RulePack,
  asOf: string,
  scope: RuleScope,
  use: () => Promise<T>,
): Promise<T> {
  const facts = factsInOrder([pack.fact]);
  await buildFacts(warehouse, facts, ruleParams(pack, asOf, scope));
  try {
    return await use();
  } finally {
    await dropFacts(warehouse, facts);
  }
}

/** Totals and every row of a pack, by id. */
export function judged(company: Company, pack: RulePack, asOf: string, scope: RuleScope = WHOLE_STORE) {
  return withPack(company, pack, asOf, scope, async () => {
    const rows: RuleRow[] = [];
    for await (const portion of allRows(company.warehouse, pack)) rows.push(...portion);
    return {
      totals: await packTotals(company.warehouse, pack),
      rows: new Map(rows.map((row) => [row.subjectId, row])),
      reasons: Object.fromEntries(rows.map((row) => [row.subjectId, row.reason])),
    };
  });
}
