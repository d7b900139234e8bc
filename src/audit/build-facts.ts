import type { Fact } from '#facts/fact.ts';
import { abreast } from '#warehouse/abreast.ts';
import { createLanes } from '#warehouse/lanes.ts';
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

async function build(warehouse: Warehouse, fact: Fact, params: Params, signal: AbortSignal | undefined): Promise<void> {
  const watching = signal === undefined ? {} : { signal };
  // Read whole and once or twice, so sorting would cost more than it gives.
  const sql = `CREATE OR REPLACE TABLE ${identifier(fact.name)}
ENGINE = MergeTree
ORDER BY tuple()
AS ${fact.sql}`;
  await warehouse.run({ name: `build ${fact.name}`, sql, params }, watching);
}

/** Builds facts as tables, in the order given. */
export async function buildFacts(warehouse: Warehouse, facts: readonly Fact[], params: Params): Promise<void> {
  for (const fact of facts) await build(warehouse, fact, params, undefined);
}

export async function dropFacts(warehouse: Warehouse, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const names = facts.map(({ name }) => identifier(name)).join(', ');
  await warehouse.run({ name: 'drop facts', sql: `DROP TABLE IF EXISTS ${names}` });
}

/** Facts are built when they are first needed and stand until all are dropped. */
export interface FactStore {
  /**
   * Builds what is missing of these facts. null, or what went wrong: a fact that cannot be built fails the checks that need it, not the
   * audit. @throws AppError stopped
   */
  need(facts: readonly Fact[]): Promise<string | null>;
  dropAll(): Promise<void>;
}

/** @param atATime how many facts are built side by side, whoever asks for them */
export function createFactStore(
  warehouse: Warehouse,
  params: Params,
  atATime: number,
  signal: AbortSignal | undefined,
): FactStore {
  const begun = new Map<Fact, Promise<string | null>>();
  const turn = createLanes({ first: null, open: () => null, limit: atATime });
  const built = async (fact: Fact): Promise<string | null> => {
    const foundation = (await Promise.all(fact.after.map(outcome))).find((fault) => fault !== null);
    if (foundation !== undefined) return foundation;
    try {
      await turn(() => build(warehouse, fact, params, signal));
      return null;
    } catch (error) {
      if (signal?.aborted) throw error;
      return error instanceof Error ? error.message : String(error);
    }
  };
  const outcome = (fact: Fact): Promise<string | null> => {
    const known = begun.get(fact) ?? built(fact);
    begun.set(fact, known);
    return known;
  };
  return {
    need: async (facts) => {
      const outcomes = await abreast(factsInOrder(facts), atATime, outcome);
      return outcomes.find((fault) => fault !== null) ?? null;
    },
    dropAll: () => dropFacts(warehouse, [...begun.keys()]),
  };
}
