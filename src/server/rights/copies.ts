import { readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { StoreAddress } from '#warehouse/engine.ts';

/** Names of copies from before a migration, which lie beside the stores and still hold whoever was erased. */
export async function keptCopies(store: StoreAddress, home: string): Promise<readonly string[]> {
  const folders = new Set([home, ...(store.kind === 'embedded' ? [dirname(resolve(store.directory))] : [])]);
  const own = store.kind === 'embedded' ? basename(resolve(store.directory)) : 'warehouse';
  const found: string[] = [];
  for (const folder of folders)
    for (const name of await readdir(folder).catch(() => []))
      if (name.startsWith(`${own}-before-version-`) || /^register-before-\d+\.tar\.gz$/.test(name)) found.push(name);
  return [...new Set(found)].sort();
}
