import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFormat } from '#domain/format.ts';
import { listImports } from '#endpoints/company-data.ts';
import { imports } from '#warehouse/ledger.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { type Context, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { type RunningServer, runningServer } from '../remote/running-server.ts';

async function engineVersion(warehouse: Warehouse): Promise<string> {
  const answer = await warehouse.columns({ name: 'engine version', sql: 'SELECT version() AS version', params: {} });
  return String(answer['version']?.[0] ?? '');
}

async function standingThere({ client }: RunningServer): Promise<number> {
  return (await client.call(listImports)).imports.filter(({ state }) => state === 'done').length;
}

/** Looks whether everything needed is there and says what is not; a missing store is no fault. */
export async function doctorCommand(context: Context, options: StoreOptions): Promise<number> {
  const { words } = context;
  const address = storeAddress(options);
  context.say(`${words.doctor.node}: ${process.version}`);
  const temporary = await mkdtemp(join(tmpdir(), 'stammkunde-doctor-'));
  try {
    await withStore(context, { kind: 'embedded', directory: join(temporary, 'warehouse') }, async (warehouse) => {
      context.say(`${words.doctor.engine}: ${await engineVersion(warehouse)}. ${words.doctor.temporary}`);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  const where = address.kind === 'server' ? address.url.replace(/\/\/[^@/]*@/, '//') : address.directory;
  context.say(`${words.doctor.store}: ${where}`);
  const server = await runningServer(context, options);
  if (server === null && (address.kind === 'server' || existsSync(address.directory))) {
    await withStore(context, address, async (warehouse) => {
      const standing = (await imports(warehouse)).filter(({ state }) => state === 'done');
      context.say(`${words.doctor.imports}: ${standing.length}`);
    });
  }
  if (server !== null) context.say(`${words.doctor.imports}: ${await standingThere(server)}`);
  if (address.kind === 'embedded') {
    const beside = [address.directory, dirname(address.directory), dirname(dirname(address.directory))].find(
      existsSync,
    );
    const { bavail, bsize } = await statfs(beside ?? '.');
    context.say(`${words.doctor.free}: ${createFormat(context.language).number((bavail * bsize) / 1e9, 1)} GB`);
  }
  context.say(words.doctor.fine);
  return EXIT.ok;
}
