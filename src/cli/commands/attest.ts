import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFacts, dropFacts, factsInOrder } from '#audit/build-facts.ts';
import { latestDay } from '#audit/latest-day.ts';
import { AppError } from '#domain/app-error.ts';
import { ATTESTATION_FILES, writeAttestation } from '#rules/attestation.ts';
import { packNamed, RULE_PACKS } from '#rules/catalogue.ts';
import { outOfForce, type PackTotals, ruleParams } from '#rules/judge.ts';
import { RULE_WORDS } from '#rules/reason-words.ts';
import type { RulePack } from '#rules/rule-pack.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { type Context, dayOf, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { programVersion } from '../program-version.ts';
import { type Attesting, remoteAttest } from '../remote/remote-attest.ts';
import { runningServer } from '../remote/running-server.ts';

export interface AttestCommandOptions extends StoreOptions {
  readonly pack: string;
  readonly out: string;
  readonly asOf?: string;
  readonly lines?: string;
  readonly products?: string;
  readonly failOnFinding?: boolean;
}

/** Hidden, so that nobody takes an attestation that is not finished for one. */
const UNFINISHED = '.unfinished';
const OURS: ReadonlySet<string> = new Set([...ATTESTATION_FILES, UNFINISHED]);

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function packOf({ words }: Context, id: string): RulePack {
  const pack = packNamed(id);
  if (pack !== null) return pack;
  const known = RULE_PACKS.map((one) => one.id).join(', ');
  throw new AppError('argumentInvalid', words.badChoice('--pack', id, known));
}

/** Only an empty folder or an earlier attestation may be written to: nobody's own files are replaced. */
async function requireFree({ words }: Context, directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const foreign = (await readdir(directory)).find((name) => !OURS.has(name));
  if (foreign !== undefined) throw new AppError('argumentInvalid', words.notFree(directory, foreign));
}

async function attested(context: Context, warehouse: Warehouse, attesting: Attesting): Promise<PackTotals> {
  const { pack, scope, directory } = attesting;
  const asOf = attesting.asOf ?? (await latestDay(warehouse));
  const refusal = outOfForce(pack, asOf, context.language);
  if (refusal !== null) throw new AppError('ruleNotInForce', refusal, { problem: refusal });
  const facts = factsInOrder([pack.fact]);
  try {
    await buildFacts(warehouse, facts, ruleParams(pack, asOf, scope));
    return await writeAttestation({
      warehouse,
      pack,
      asOf,
      scope,
      programVersion: programVersion(),
      write: (file, piece) => {
        if (context.signal.aborted) throw new AppError('stopped', 'the attestation was stopped');
        return appendFile(join(directory, file), piece);
      },
    });
  } finally {
    await dropFacts(warehouse, facts);
  }
}

/** Writes into a folder beside the earlier files, which are replaced only when all is there. */
async function whole<T>(out: string, write: (directory: string) => Promise<T>): Promise<T> {
  const unfinished = join(out, UNFINISHED);
  const isNew = !existsSync(out);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    const written = await write(unfinished);
    for (const file of ATTESTATION_FILES) await rename(join(unfinished, file), join(out, file));
    await rm(unfinished, { recursive: true });
    return written;
  } catch (error) {
    await rm(isNew ? out : unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Judges every contract of the store by one rule and writes the attestation as a folder: by the server that has it open, or here. */
export async function attestCommand(context: Context, options: AttestCommandOptions): Promise<number> {
  const pack = packOf(context, options.pack);
  await requireFree(context, options.out);
  const asOf = options.asOf === undefined ? null : dayOf(options.asOf, context.words);
  const scope = { lines: listOf(options.lines), products: listOf(options.products) };
  const server = await runningServer(context, options);
  const totals = await whole(options.out, (directory) => {
    const attesting = { pack, asOf, scope, directory };
    return server === null
      ? withStore(context, storeAddress(options), (warehouse) => attested(context, warehouse, attesting))
      : remoteAttest(server, context, attesting);
  });
  const words = RULE_WORDS[context.language];
  context.say(`${pack.words[context.language].title}: ${words.outcomes[totals.outcome]}`);
  for (const [result, count] of Object.entries(totals.counts))
    context.say(`  ${Object.entries(words.results).find(([id]) => id === result)?.[1] ?? result}: ${count}`);
  context.say(words.notAdvice);
  context.note(context.words.written(options.out));
  return totals.outcome === 'fails' && options.failOnFinding ? EXIT.finding : EXIT.ok;
}
