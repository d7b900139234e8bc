import { createWriteStream, openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#domain/app-error.ts';
import { downloadRefusedRows, getPreview, startImport, uploadFiles } from '#endpoints/company-data.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { sentence } from '#ingest/problems.ts';
import { listFiles } from '#ingest/reading/list-files.ts';
import { agreed } from '../agreed.ts';
import type { ImportCommandOptions } from '../commands/import.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { createBar } from '../progress.ts';
import { finished, type RunningServer } from './running-server.ts';

type Found = ReplyOf<typeof getPreview>;

async function handOver(server: RunningServer, context: Context, files: readonly string[]): Promise<string> {
  const listed = await listFiles(files, ({ path, problem }) =>
    context.note(sentence(problem, { file: path }, context.language)),
  );
  const form = new FormData();
  // A blob of a file is read as it is sent, never whole into memory.
  for (const { path } of listed) form.append('files', await openAsBlob(path), basename(path));
  return (await server.client.call(uploadFiles, { form, signal: context.signal })).id;
}

async function mappingText(options: ImportCommandOptions): Promise<string | null> {
  if (options.mapping === undefined) return null;
  const { mapping } = options;
  return readFile(mapping, 'utf8').catch((cause: unknown) => {
    throw new AppError('fileNotFound', mapping, { problem: 'fileNotFound', file: mapping }, cause);
  });
}

function recognised({ columns }: Found, title: string): string | null {
  if (columns.every(({ origin }) => origin === 'canonical')) return null;
  const lines = columns.map(({ table, column, headers, sample }) => {
    const shown = sample === null ? '' : `   (${sample})`;
    return `  ${table}.${column} ← ${headers.join(', ')}${shown}`;
  });
  return [title, ...lines].join('\n');
}

async function takeRefused(server: RunningServer, importId: number, file: string): Promise<void> {
  const { body } = await server.client.open(downloadRefusedRows, { params: { importId } });
  if (body !== null) await pipeline(Readable.fromWeb(body), createWriteStream(file));
}

/** The import command, done by the server that has the store open. */
export async function remoteImport(
  server: RunningServer,
  context: Context,
  files: readonly string[],
  options: ImportCommandOptions & { readonly ask: boolean },
): Promise<number> {
  const mapping = await mappingText(options);
  const uploadId = await handOver(server, context, files);
  const run = async (preview: boolean): Promise<Found> => {
    const bar = createBar(context.words.importing, 'MB');
    try {
      const started = await server.client.call(startImport, { body: { uploadId, preview, mapping } });
      const job = await finished(server, context, started, ({ progress: { done, total, note } }) =>
        bar.update(done / 1e6, total / 1e6, note),
      );
      return await server.client.call(getPreview, { params: { id: job.id } });
    } finally {
      bar.stop();
    }
  };
  if (options.ask) {
    const columns = recognised(await run(true), context.words.recognised);
    if (columns !== null) context.note(columns);
    if (columns !== null && !(await agreed(context))) {
      context.note(context.words.declined);
      return EXIT.ok;
    }
  }
  const { receipt, text } = await run(options.preview ?? false);
  context.say(options.format === 'json' ? JSON.stringify(receipt, null, 2) : text);
  if (options.refused !== undefined && receipt.outcome === 'imported') {
    await takeRefused(server, receipt.importId, options.refused);
    context.note(context.words.written(options.refused));
  }
  return receipt.outcome === 'nothingUsable' ? EXIT.input : EXIT.ok;
}
