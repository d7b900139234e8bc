import { AppError } from '#domain/app-error.ts';
import * as companyData from '#endpoints/company-data.ts';
import { undoImport } from '#ingest/import/undo-import.ts';
import { imports } from '#warehouse/ledger.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { type Context, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { type RunningServer, runningServer } from '../remote/running-server.ts';

/** The import that is meant: the one named, otherwise the latest that stands. */
function meant(standing: readonly number[], asked: string | undefined): number {
  const id = asked === undefined ? standing.at(-1) : Number(asked);
  if (id === undefined || !Number.isInteger(id))
    throw new AppError('importNotFound', `no import ${asked ?? ''}`, { importId: asked ?? '' });
  return id;
}

async function undoByServer({ client }: RunningServer, asked: string | undefined): Promise<number> {
  const { imports: listed } = await client.call(companyData.listImports);
  const standing = listed.filter(({ state }) => state === 'done').map(({ importId }) => importId);
  const importId = meant(standing.reverse(), asked);
  await client.call(companyData.undoImport, { params: { importId } });
  return importId;
}

async function undoHere(warehouse: Warehouse, asked: string | undefined): Promise<number> {
  const standing = (await imports(warehouse)).filter((record) => record.state === 'done');
  const id = meant(
    standing.map(({ importId }) => importId),
    asked,
  );
  await undoImport(warehouse, id);
  return id;
}

/** Takes back one import as a whole; without a number the latest that stands. */
export async function undoCommand(context: Context, asked: string | undefined, options: StoreOptions): Promise<number> {
  const server = await runningServer(context, options);
  const id =
    server === null
      ? await withStore(context, storeAddress(options), (warehouse) => undoHere(warehouse, asked))
      : await undoByServer(server, asked);
  context.say(context.words.undone(id));
  return EXIT.ok;
}
