import { createHash } from 'node:crypto';
import { imports } from '#warehouse/ledger.ts';
import { erasuresMade } from '#warehouse/persons.ts';
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

/**
 * What tells one state of the data from another. Almost every answer asks for it, so it is remembered where the store belongs to this process
 * alone and all work that may change the data goes through `whileChanging`; a server may be written to by others at any time.
 */
export function createDataHash(warehouse: Warehouse) {
  const isOurs = warehouse.address.kind === 'embedded';
  let changing = 0;
  let known: Promise<string> | null = null;
  const current = (): Promise<string> => {
    if (!isOurs || changing > 0) return readHash(warehouse);
    if (known !== null) return joined(known, current);
    const reading = readHash(warehouse);
    known = reading;
    reading.catch(() => {
      if (known === reading) known = null;
    });
    return reading;
  };
  const whileChanging = async <T>(work: () => Promise<T>): Promise<T> => {
    changing += 1;
    known = null;
    try {
      return await work();
    } finally {
      changing -= 1;
      known = null;
    }
  };
  return { current, whileChanging };
}
