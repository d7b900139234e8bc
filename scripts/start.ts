import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runAudit } from '../src/audit/run-audit.ts';
import { bundledFont } from '../src/cli/commands/audit.ts';
import { languageOf } from '../src/cli/context.ts';
import { errorText, exitCodeOf } from '../src/cli/error-text.ts';
import { loadFiles } from '../src/cli/load-files.ts';
import { programVersion } from '../src/cli/program-version.ts';
import { CLI_WORDS } from '../src/cli/words.ts';
import { LANGUAGES } from '../src/domain/language.ts';
import { reportHtml } from '../src/report/html.ts';
import { reportText } from '../src/report/text.ts';
import { simulate } from '../src/simulator/simulate.ts';
import { embeddedDirectory } from '../src/warehouse/engine.ts';
import { openWarehouse } from '../src/warehouse/warehouse.ts';

// The demo: an invented energy and insurance company whose truth is known. Made once, kept in .cache, audited at every start.
const AS_OF = '2026-06-30';
const SEED = 1;
const cache = join(import.meta.dirname, '..', '.cache', 'demo');
const language = languageOf(undefined);
const words = CLI_WORDS[language];
const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
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
    page: 'The report as a page:',
    next: 'Your own files: ./bin/stammkunde import <files>, then ./bin/stammkunde audit',
  },
  de: {
    making: 'Die Beispielfirma Rheinbogen Energie & Schutz wird erfunden (nur beim ersten Mal) ...',
    reading: 'Ihre Dateien werden eingelesen ...',
    page: 'Der Bericht als Seite:',
    next: 'Ihre eigenen Dateien: ./bin/stammkunde import <Dateien>, danach ./bin/stammkunde audit',
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
    });
  } finally {
    await warehouse.close();
  }
  rmSync(files, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  renameSync(part, home);
}

async function demo(): Promise<void> {
  const home = join(cache, 'store');
  const stamp = join(cache, 'made-by');
  const wanted = `${programVersion()} seed ${SEED}`;
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (made !== wanted || !existsSync(home)) {
    await makeStore(home);
    writeFileSync(stamp, wanted);
  }
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: embeddedDirectory(home) } });
  try {
    const report = await runAudit({ warehouse, asOf: AS_OF, programVersion: programVersion(), signal: stop.signal });
    const font = bundledFont();
    for (const each of LANGUAGES) writeFileSync(join(cache, `report-${each}.html`), reportHtml(report, each, font));
    context.say(reportText(report, language));
  } finally {
    await warehouse.close();
  }
  context.say(`${SAID[language].page} ${pathToFileURL(join(cache, `report-${language}.html`)).href}`);
  context.say(SAID[language].next);
}

try {
  await demo();
} catch (error) {
  context.note(errorText(error, language));
  process.exitCode = exitCodeOf(error);
}
