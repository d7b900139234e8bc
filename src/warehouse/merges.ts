import type { Warehouse } from './warehouse.ts';

/**
 * Work during which the engine does not tidy up behind imports: merging what has just been written takes the cores that reading needs, and
 * can be done later. A server of its own is left alone, since others use it too.
 */
export async function withMergesPaused<Result>(warehouse: Warehouse, work: () => Promise<Result>): Promise<Result> {
  if (warehouse.address.kind !== 'embedded') return work();
  await warehouse.run({ name: 'pause merges', sql: 'SYSTEM STOP MERGES' });
  try {
    return await work();
  } finally {
    await warehouse.run({ name: 'resume merges', sql: 'SYSTEM START MERGES' });
  }
}
