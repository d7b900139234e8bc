import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepServing, openServer } from '../src/cli/commands/serve.ts';
import { languageOf } from '../src/cli/context.ts';
import { errorText, exitCodeOf } from '../src/cli/error-text.ts';
import { loadFiles } from '../src/cli/load-files.ts';
import { programVersion } from '../src/cli/program-version.ts';
import { remoteAudit } from '../src/cli/remote/remote-audit.ts';
import { runningServer } from '../src/cli/remote/running-server.ts';
import { buildPages } from '../src/cli/web-pages.ts';
import { CLI_WORDS } from '../src/cli/words.ts';
import { listAudits } from '../src/endpoints/audits.ts';
import { reportText } from '../src/report/text.ts';
import type { RunningServer } from '../src/server/main.ts';
import { simulate } from '../src/simulator/simulate.ts';
import { embeddedDirectory } from '../src/warehouse/engine.ts';
import { openWarehouse } from '../src/warehouse/warehouse.ts';

// The demo: an invented energy and insurance company whose truth is known. Made once and kept in .cache; the server shows it.
const AS_OF = '2026-06-30';
const SEED = 1;
const cache = join(import.meta.dirname, '..', '.cache', 'demo');
const language = languageOf(undefined);
const words = CLI_WORDS[language];
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
const context = {
  language,
  words,
  signal: stop.signal,
  say: (text: string) => void process.stdout.write(`${text}\n`),
  note: (text: string) => void process.stderr.write(`${text}\n`),
};
const SAID = {
  en: {
    making: 'Inventing the demo company Rheinbogen Energie & Schutz (only the first time) ...',
    reading: 'Importing its files ...',
    auditing: 'Auditing it; the pages can be opened meanwhile ...',
    next: 'Your own data: ./bin/stammkunde serve, or ./bin/stammkunde import <files> and ./bin/stammkunde audit',
  },
  de: {
    making: 'Die Beispielfirma Rheinbogen Energie & Schutz wird erfunden (nur beim ersten Mal) ...',
    reading: 'Ihre Dateien werden eingelesen ...',
    auditing: 'Sie wird geprüft; die Seiten lassen sich derweil schon öffnen ...',
    next: 'Ihre eigenen Daten: ./bin/stammkunde serve, oder ./bin/stammkunde import <Dateien> und ./bin/stammkunde audit',
  },
} as const;

/** Makes the store under another name and renames it when it is whole, so that an interrupted start leaves nothing half-made. */
async function makeStore(home: string): Promise<void> {
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  const files = join(part, 'files');
  mkdirSync(files, { recursive: true });
  context.note(SAID[language].making);
  await simulate({
    world: 'A',
    customers: null,
    seed: SEED,
    without: [],
    clean: false,
    directory: files,
    variants: false,
    counterfactuals: 'none',
    onProgress: () => {},
    signal: stop.signal,
  });
  renameSync(join(files, 'truth.json'), join(part, 'truth.json'));
  context.note(SAID[language].reading);
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: embeddedDirectory(part) } });
  try {
    await loadFiles(context, warehouse, {
      files: [files],
      mapping: null,
      preview: false,
      ask: false,
      importDay: AS_OF,
      home: part,
    });
  } finally {
    await warehouse.close();
  }
  rmSync(files, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  renameSync(part, home);
}

async function makeDemo(home: string): Promise<void> {
  const stamp = join(cache, 'made-by');
  const wanted = `${programVersion()} seed ${SEED}`;
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (made === wanted && existsSync(home)) return;
  await makeStore(home);
  writeFileSync(stamp, wanted);
}

/** The newest audit of the data as they stand, or a new one. */
async function auditDemo(home: string): Promise<void> {
  const server = await runningServer({ ...context, note: () => {} }, { home });
  if (server === null) return;
  const { audits } = await server.client.call(listAudits);
  const standing = audits.find(({ dataStand, programVersion: by }) => dataStand && by === programVersion());
  if (standing !== undefined) return;
  context.note(SAID[language].auditing);
  const report = await remoteAudit(server, context, AS_OF, { audit: {}, checks: {} });
  context.say(reportText(report, language));
}

async function openOnAnyPort(home: string): Promise<RunningServer> {
  try {
    return await openServer(context, { home });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    return openServer(context, { home, port: '0' });
  }
}

async function demo(): Promise<void> {
  const home = join(cache, 'home');
  await Promise.all([makeDemo(home), buildPages(context)]);
  const server = await openOnAnyPort(home);
  const serving = keepServing(context, server);
  await auditDemo(home);
  context.say(SAID[language].next);
  await serving;
}

try {
  await demo();
} catch (error) {
  context.note(errorText(error, language));
  process.exitCode = exitCodeOf(error);
}
