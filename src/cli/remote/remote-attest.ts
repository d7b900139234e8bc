import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import { downloadExport } from '#endpoints/exports.ts';
import { judgeByRule, startAttestation } from '#endpoints/rules.ts';
import { ATTESTATION_FILES } from '#rules/attestation.ts';
import type { PackTotals } from '#rules/judge.ts';
import type { RulePack, RuleScope } from '#rules/rule-pack.ts';
import type { Context } from '../context.ts';
import { createBar } from '../progress.ts';
import { finished, type RunningServer } from './running-server.ts';

const OURS: ReadonlySet<string> = new Set(ATTESTATION_FILES);

/** Unpacks as it arrives: memory does not grow with the number of contracts. */
async function unpack(packed: AsyncIterable<Uint8Array>, directory: string): Promise<void> {
  const unzip = new Unzip((file) => {
    if (!OURS.has(file.name)) return;
    const target = openSync(join(directory, file.name), 'w');
    file.ondata = (error, bytes, last) => {
      if (error !== null) throw error;
      writeSync(target, bytes);
      if (last) closeSync(target);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const bytes of packed) unzip.push(bytes);
  unzip.push(new Uint8Array(), true);
}

export interface Attesting {
  readonly pack: RulePack;
  /** null: the latest day the data know. */
  readonly asOf: string | null;
  readonly scope: RuleScope;
  /** Empty folder. */
  readonly directory: string;
}

/** The folder of an attestation, made by the server that has the store open: byte for byte the one that would be made here. */
export async function remoteAttest(
  server: RunningServer,
  context: Context,
  { pack, asOf, scope, directory }: Attesting,
): Promise<Pick<PackTotals, 'outcome' | 'counts'>> {
  const params = { id: pack.id };
  const asked = {
    ...(asOf === null ? {} : { asOf }),
    lines: scope.lines.join(','),
    products: scope.products.join(','),
  };
  const bar = createBar(context.words.attesting, 'rows');
  try {
    const started = await server.client.call(startAttestation, { params, body: asked });
    const job = await finished(server, context, started, ({ progress: { done, total, note } }) =>
      bar.update(done, total, note),
    );
    const { body } = await server.client.open(downloadExport, { params: { id: job.id } });
    if (body !== null) await unpack(body, directory);
    return await server.client.call(judgeByRule, { params, query: asked });
  } finally {
    bar.stop();
  }
}
