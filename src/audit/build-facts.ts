import type { Fact } from '#facts/fact.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Facts with those they build on before them, each once. */
export function factsInOrder(wanted: readonly Fact[]): readonly Fact[] {
  const ordered: Fact[] = [];
  const visit = (fact: Fact) => {
    if (ordered.includes(fact)) return;
    fact.after.forEach(visit);
    ordered.push(fact);
  };
  wanted.forEach(visit);
  return ordered;
}

/** Builds the facts as tables; `dropFacts` removes them when the audit is over. */
export async function buildFacts(warehouse: Warehouse, facts: readonly Fact[], params: Params): Promise<void> {
  for (const fact of facts) {
    const name = identifier(fact.name);
    await warehouse.run({ name: `drop ${fact.name}`, sql: `DROP TABLE IF EXISTS ${name}` });
    await warehouse.run({
      name: `build ${fact.name}`,
      sql: `CREATE TABLE ${name}
ENGINE = MergeTree
ORDER BY tuple()
AS ${fact.sql}`,
      params,
    });
  }
}

export async function dropFacts(warehouse: Warehouse, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts)
    await warehouse.run({ name: `drop ${fact.name}`, sql: `DROP TABLE IF EXISTS ${identifier(fact.name)}` });
}
