import { z } from 'zod';
import { buildFacts, dropFacts, factsInOrder } from '#audit/build-facts.ts';
import { latestDay } from '#audit/latest-day.ts';
import type { Fact } from '#facts/fact.ts';
import type { ImportRecord } from '#warehouse/ledger.ts';
import { overStanding, type PointQuery } from '#warehouse/point-query.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { createDataHash } from './data-hash.ts';
import { joined, rememberPer } from './remember.ts';

/** The store of facts about customers, used by one piece of work at a time where derived tables are built. */
export interface DataStore {
  /** Waits until the work before is done; audits, imports and lists of people would tread on each other's tables. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** In turn, with these derived tables built for these values; they stay for the next list of the same key. */
  withFacts<T>(
    wanted: { readonly facts: readonly Fact[]; readonly params: Params },
    work: () => Promise<T>,
  ): Promise<T>;
  /** The name of a table with the answer to a query over derived tables, made once for the data as they are. */
  kept(wanted: KeptQuery): Promise<string>;
  /** Throws kept answers away. */
  forgetKept(): Promise<void>;
  /** The latest day that the data know, sought once for the data as they are. */
  latestDay(): Promise<string>;
  /** Changes with every import that is made or taken back, and with every person erased. */
  dataHash(): Promise<string>;
  /** Changes whenever somebody is erased, objects or is restricted. */
  personsStand(): Promise<string>;
  /** Work that says something about a customer; it need not wait for its turn. */
  whileMarking<T>(work: () => Promise<T>): Promise<T>;
  /** Every import that was ever begun. */
  imports(): Promise<readonly ImportRecord[]>;
  /** All rows of a question about few of them, which is asked often. */
  pointed<Row>(query: PointQuery<Row>): Promise<readonly Row[]>;
  /** Numbers of a kept answer, counted once while neither the data change nor anybody in them objects. */
  counted(key: string, count: () => Promise<Counts>): Promise<Counts>;
}

type Counts = Readonly<Record<string, number>>;

/** A query whose answer is worth keeping: pages and counts of it cost no scan of the store then. */
interface KeptQuery {
  /** Tells it from all other kept ones. */
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly factParams: Params;
  readonly sql: string;
  readonly params: Params;
  readonly orderBy: readonly string[];
}

const MOST_KEPT = 40;
const MOST_COUNTED = 200;
const NameRow = z.object({ name: z.string() });
const keptNames = {
  name: 'kept answers',
  sql: `SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'answer\\_%' ORDER BY name`,
  params: {},
  row: NameRow,
};

interface Standing {
  readonly key: string;
  readonly facts: readonly Fact[];
}

interface Hooks {
  /** Somebody waits for their turn: what is only being prepared makes room. */
  readonly onWaiting: () => void;
  /** Data or audits may have changed. */
  readonly onTurnEnded: () => void;
}

export function createDataStore(warehouse: Warehouse, { onWaiting, onTurnEnded }: Hooks): DataStore {
  let last: Promise<unknown> = Promise.resolve();
  let standing: Standing | null = null;

  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    onWaiting();
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  const clear = async () => {
    if (standing === null) return;
    // Cut short in the middle, some of them are gone.
    standing = { key: '', facts: standing.facts };
    await dropFacts(warehouse, standing.facts);
    standing = null;
  };
  const {
    current: dataHash,
    persons: personsStand,
    standing: standingImports,
    imports,
    whileChanging,
  } = createDataHash(warehouse);
  const counted = rememberPer<Counts>(async () => `${await dataHash()} ${await personsStand()}`, MOST_COUNTED);
  const build = async (facts: readonly Fact[], params: Params) => {
    // What reads the tables only need not undo what stands.
    if (facts.length === 0) return;
    const ordered = factsInOrder(facts);
    const key = JSON.stringify([await dataHash(), ordered.map(({ name }) => name), params]);
    if (standing?.key === key) return;
    await clear();
    standing = { key: '', facts: ordered };
    await buildFacts(warehouse, ordered, params);
    standing = { key, facts: ordered };
  };
  const withFacts = <T>({ facts, params }: { facts: readonly Fact[]; params: Params }, work: () => Promise<T>) =>
    queued(async () => {
      await build(facts, params);
      return work();
    });

  const answers = new Map<string, Promise<string>>();
  let made = 0;
  let hashOfKept = '';
  const drop = (name: string) =>
    warehouse.run({ name: 'drop kept answer', sql: `DROP TABLE IF EXISTS ${identifier(name)}` });
  const forgetKept = async () => {
    answers.clear();
    for (const { name } of await warehouse.rows(keptNames)) await drop(name);
  };
  const make = (wanted: KeptQuery) =>
    withFacts({ facts: wanted.facts, params: wanted.factParams }, async () => {
      made += 1;
      const name = `answer_${made}`;
      await warehouse.run({
        name: 'keep answer',
        sql: `CREATE OR REPLACE TABLE ${identifier(name)} ENGINE = MergeTree ORDER BY (${wanted.orderBy.map(identifier).join(', ')}) SETTINGS allow_nullable_key = 1 AS
${wanted.sql}`,
        params: wanted.params,
      });
      return name;
    });
  const kept = async (wanted: KeptQuery): Promise<string> => {
    const hash = await dataHash();
    if (hash !== hashOfKept) {
      hashOfKept = hash;
      await forgetKept().catch((error: unknown) => {
        hashOfKept = '';
        throw error;
      });
    }
    const known = answers.get(wanted.key);
    if (known !== undefined) return joined(known, () => kept(wanted));
    const making = make(wanted);
    answers.set(wanted.key, making);
    making.catch(() => answers.delete(wanted.key));
    const [oldest] = answers;
    if (answers.size > MOST_KEPT && oldest !== undefined) {
      answers.delete(oldest[0]);
      await drop(await oldest[1]);
    }
    return making;
  };

  let day: { readonly hash: string; readonly latest: Promise<string> } | null = null;
  const latest = async (): Promise<string> => {
    const hash = await dataHash();
    if (day?.hash === hash) return joined(day.latest, latest);
    const seeking = latestDay(warehouse);
    day = { hash, latest: seeking };
    seeking.catch(() => {
      if (day?.latest === seeking) day = null;
    });
    return seeking;
  };

  return {
    kept,
    forgetKept,
    latestDay: latest,
    inTurn: (work) =>
      queued(async () => {
        await clear();
        return whileChanging(work);
      }).finally(onTurnEnded),
    withFacts,
    dataHash,
    personsStand,
    whileMarking: whileChanging,
    imports,
    pointed: async (query) => {
      const known = await standingImports();
      return warehouse.rows(known === null ? query : overStanding(query, known));
    },
    counted,
  };
}
