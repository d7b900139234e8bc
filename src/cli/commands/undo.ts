import { AppError } from '#domain/app-error.ts';
import { undoImport } from '#ingest/import/undo-import.ts';
import { imports } from '#warehouse/ledger.ts';
import { type Context, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';

/** Takes back one import as a whole; without a number the latest that stands. */
export async function undoCommand(context: Context, asked: string | undefined, options: StoreOptions): Promise<number> {
  return withStore(context, storeAddress(options), async (warehouse) => {
    const standing = (await imports(warehouse)).filter((record) => record.state === 'done');
    const id = asked === undefined ? standing.at(-1)?.importId : Number(asked);
    if (id === undefined || !Number.isInteger(id))
      throw new AppError('importNotFound', `no import ${asked ?? ''}`, { importId: asked ?? '' });
    await undoImport(warehouse, id);
    context.say(context.words.undone(id));
    return EXIT.ok;
  });
}
