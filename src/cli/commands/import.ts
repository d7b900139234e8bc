import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { receiptText } from '#ingest/import/receipt-text.ts';
import { refusedRows } from '#ingest/import/refused-rows.ts';
import { type Context, homeOf, type StoreOptions, storeAddress, today, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { loadFiles } from '../load-files.ts';
import { remoteImport } from '../remote/remote-import.ts';
import { runningServer } from '../remote/running-server.ts';

export interface ImportCommandOptions extends StoreOptions {
  readonly mapping?: string;
  readonly preview?: boolean;
  readonly yes?: boolean;
  readonly refused?: string;
  readonly format?: string;
}

/** Imports files into the store, or only checks them; shows the receipt. */
export async function importCommand(
  context: Context,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<number> {
  const ask = !(options.yes ?? false) && !(options.preview ?? false) && process.stdin.isTTY === true;
  const server = await runningServer(context, options);
  if (server !== null) return remoteImport(server, context, files, { ...options, ask });
  return withStore(context, storeAddress(options), async (warehouse) => {
    const receipt = await loadFiles(context, warehouse, {
      files,
      mapping: options.mapping ?? null,
      preview: options.preview ?? false,
      ask,
      importDay: today(),
      home: homeOf(options),
    });
    if (receipt === null) {
      context.note(context.words.declined);
      return EXIT.ok;
    }
    context.say(options.format === 'json' ? JSON.stringify(receipt, null, 2) : receiptText(receipt, context.language));
    if (options.refused !== undefined && receipt.outcome === 'imported') {
      await pipeline(Readable.from(refusedRows(warehouse, receipt.importId)), createWriteStream(options.refused));
      context.note(context.words.written(options.refused));
    }
    return receipt.outcome === 'nothingUsable' ? EXIT.input : EXIT.ok;
  });
}
