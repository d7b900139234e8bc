import { createHash } from 'node:crypto';
import { type ImportRecord, imports, replacedTables } from '#warehouse/ledger.ts';
import { erasuresMade, marksMade } from '#warehouse/persons.ts';
import type { Standing } from '#warehouse/point-query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { joined } from './remember.ts';

async function readHash(warehouse: Warehouse): Promise<string> {
  const done = (await imports(warehouse)).filter((record) => record.state === 'done');
  const erasures = await erasuresMade(warehouse);
  const lines = done.map((record) => `${record.importId} ${record.fingerprint}`);
  // Nobody erased leaves the hash as it always was.
  if (erasures > 0) lines.push(`erasures ${erasures}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

const readPersons = async (warehouse: Warehouse): Promise<string> =>
  `${await erasuresMade(warehouse)} ${await marksMade(warehouse)}`;

/** The imports first: what replaces rows is written before the import that does it stands. */
async function readStanding(warehouse: Warehouse): Promise<Standing> {
  const done = (await imports(warehouse)).filter(({ state }) => state === 'done');
  return { imports: done.map(({ importId }) => importId), replaced: await replacedTables(warehouse) };
}

/**
 * What tells one state of the data from another. Almost every answer asks for it, so it is remembered where the store belongs to this process
 * alone and all work that may change the data goes through `whileChanging`; a server may be written to by others at any time.
 */
export function createDataHash(warehouse: Warehouse) {
  const isOurs = warehouse.address.kind === 'embedded';
  let changing = 0;
  let stand = 0;
  const untilChanged = <T>(read: () => Promise<T>): (() => Promise<T>) => {
    let known: { readonly stand: number; readonly value: Promise<T> } | null = null;
    const current = (): Promise<T> => {
      if (!isOurs || changing > 0) return read();
      if (known?.stand === stand) return joined(known.value, current);
      const own = { stand, value: read() };
      known = own;
      own.value.catch(() => {
        if (known === own) known = null;
      });
      return own.value;
    };
    return current;
  };
  const whileChanging = async <T>(work: () => Promise<T>): Promise<T> => {
    changing += 1;
    stand += 1;
    try {
      return await work();
    } finally {
      changing -= 1;
      stand += 1;
    }
  };
  const standing = untilChanged(() => readStanding(warehouse));
  return {
    /** null while it may change at any moment. */
    standing: async (): Promise<Standing | null> => (!isOurs || changing > 0 ? null : standing()),
    current: untilChanged(() => readHash(warehouse)),
    /** Changes whenever somebody is erased, objects or is restricted. */
    persons: untilChanged(() => readPersons(warehouse)),
    imports: untilChanged<readonly ImportRecord[]>(() => imports(warehouse)),
    whileChanging,
  };
}
