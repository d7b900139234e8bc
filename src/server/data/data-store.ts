import { createHash } from 'node:crypto';
import { buildFacts, dropFacts, factsInOrder } from '#audit/build-facts.ts';
import type { Fact } from '#facts/fact.ts';
import { imports } from '#warehouse/ledger.ts';
import { erasuresMade } from '#warehouse/persons.ts';
import type { Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** The store of facts about customers, used by one piece of work at a time where derived tables are built. */
export interface DataStore {
  /** Waits until the work before is done; audits, imports and lists of people would tread on each other's tables. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** In turn, with these derived tables built for these values; they stay for the next list of the same key. */
  withFacts<T>(
    wanted: { readonly facts: readonly Fact[]; readonly params: Params },
    work: () => Promise<T>,
  ): Promise<T>;
  /** Changes with every import that is made or taken back, and with every person erased. */
  dataHash(): Promise<string>;
}

interface Standing {
  readonly key: string;
  readonly facts: readonly Fact[];
}

export function createDataStore(warehouse: Warehouse): DataStore {
  let last: Promise<unknown> = Promise.resolve();
  let standing: Standing | null = null;

  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  const clear = async () => {
    if (standing !== null) await dropFacts(warehouse, standing.facts);
    standing = null;
  };
  const dataHash = async () => {
    const done = (await imports(warehouse)).filter((record) => record.state === 'done');
    const erasures = await erasuresMade(warehouse);
    const lines = done.map((record) => `${record.importId} ${record.fingerprint}`);
    // Nobody erased leaves the hash as it always was.
    if (erasures > 0) lines.push(`erasures ${erasures}`);
    return createHash('sha256').update(lines.join('\n')).digest('hex');
  };
  const build = async (facts: readonly Fact[], params: Params) => {
    const ordered = factsInOrder(facts);
    const key = JSON.stringify([await dataHash(), ordered.map(({ name }) => name), params]);
    if (standing?.key === key) return;
    await clear();
    standing = { key: '', facts: ordered };
    await buildFacts(warehouse, ordered, params);
    standing = { key, facts: ordered };
  };
  return {
    inTurn: (work) =>
      queued(async () => {
        await clear();
        return work();
      }),
    withFacts: ({ facts, params }, work) =>
      queued(async () => {
        await build(facts, params);
        return work();
      }),
    dataHash,
  };
}
