import { takeInventory } from '#audit/take-inventory.ts';
import type { Inventory } from '#checks/inventory.ts';
import { NETWORK_TIES } from '#endpoints/networks.ts';
import { listAudits } from '#register/audits.ts';
import type { Register } from '#register/register.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { withPeople } from '../audits/affected-people.ts';
import { auditOf } from '../audits/audit-shown.ts';
import { keptPromises, keptRecommenders, keptTwins } from '../customers/kept-answers.ts';
import { type NetworkView, networkView } from '../customers/network-view.ts';
import { originsOf } from '../lineage/origins.ts';
import type { DataStore } from './data-store.ts';
import { rememberPer } from './remember.ts';

/** Answers that take long to make and stay as long as the data do. */
export interface Answers {
  inventory(): Promise<Inventory>;
  network(limit: number): Promise<NetworkView>;
  /** Files and imports that the standing rows of a table come from. */
  origins(table: Table): ReturnType<typeof originsOf>;
}

interface Source {
  readonly warehouse: Warehouse;
  readonly data: DataStore;
}

export function createAnswers({ warehouse, data }: Source): Answers {
  const inventoryOf = rememberPer<Inventory>(data.dataHash);
  const origins = rememberPer<Awaited<ReturnType<typeof originsOf>>>(data.dataHash, TABLES.length);
  // Who objects meanwhile must leave the picture at once.
  const pictureOf = rememberPer<NetworkView>(async () => `${await data.dataHash()} ${await data.personsStand()}`);
  return {
    inventory: () => inventoryOf('inventory', () => takeInventory(warehouse)),
    origins: (table) => origins(table.name, async () => originsOf(warehouse, table, await data.imports())),
    network: (limit) => pictureOf(String(limit), () => networkView({ warehouse, data }, limit)),
  };
}

const MOST_LISTS = 10;

/** What people look at first after the data have changed, the most wanted first. */
export async function* mostWanted(
  source: Source & { readonly answers: Answers; readonly register: Register },
): AsyncGenerator<() => Promise<unknown>> {
  const { data, answers, register } = source;
  yield () => answers.inventory();
  for (const kept of [keptTwins, keptPromises, keptRecommenders]) yield async () => kept(data, await data.latestDay());
  const [newest] = await listAudits(register);
  if (newest !== undefined) {
    const audit = await auditOf(register, newest.id);
    const findings = audit.parsed.checks.filter(({ outcome }) => outcome === 'finding').slice(0, MOST_LISTS);
    for (const { id } of findings) yield () => withPeople(source, audit, id, async () => {});
  }
  yield () => answers.network(NETWORK_TIES);
}
