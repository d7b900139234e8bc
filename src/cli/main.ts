import { Command, type CommanderError } from 'commander';
import { RULE_PACKS } from '#rules/catalogue.ts';
import { CALL_WORDS, callSentence, helpTerm, helpTitle } from './call-words.ts';
import type { AttestCommandOptions } from './commands/attest.ts';
import type { AuditCommandOptions } from './commands/audit.ts';
import type { ImportCommandOptions } from './commands/import.ts';
import type { ServeCommandOptions } from './commands/serve.ts';
import type { SimulateCommandOptions } from './commands/simulate.ts';
import { type Context, languageOf, type StoreOptions, spokenLanguage } from './context.ts';
import { errorText, exitCodeOf } from './error-text.ts';
import { EXIT } from './exit-codes.ts';
import { HELP } from './help.ts';
import { programVersion } from './program-version.ts';
import { CLI_WORDS } from './words.ts';

const stop = new AbortController();
const spoken = spokenLanguage(process.argv);
const help = HELP[spoken];

function contextFor(language: string | undefined): Context {
  const chosen = languageOf(language);
  return {
    language: chosen,
    words: CLI_WORDS[chosen],
    signal: stop.signal,
    say: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Runs one command; every failure becomes a sentence and an exit code. */
async function run(language: string | undefined, work: (context: Context) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work(contextFor(language));
  } catch (error) {
    process.stderr.write(`${errorText(error, spoken)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

interface Spoken {
  readonly language?: string;
}
/** A wrong call gets one sentence; the help that was asked for has been shown already. */
function endCall({ exitCode, code, message }: CommanderError): never {
  if (exitCode !== 0 && code !== 'commander.help') {
    const [name = ''] = process.argv.slice(2).filter((word) => program.commands.some((one) => one.name() === word));
    const called = ['stammkunde', name].join(' ').trim();
    process.stderr.write(`${callSentence(code, message, spoken)} ${CALL_WORDS[spoken].hint(called)}\n`);
  }
  return process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage);
}

// Commands take these settings over as they are made.
const program = new Command('stammkunde')
  .configureOutput({ outputError: () => {} })
  .configureHelp({
    styleTitle: (title) => helpTitle(title, spoken),
    styleUsage: (usage) => helpTerm(usage, spoken),
    styleOptionTerm: (term) => helpTerm(term, spoken),
    styleSubcommandTerm: (term) => helpTerm(term, spoken),
  })
  .exitOverride(endCall)
  .description(help.program)
  .version(programVersion(), '-V, --version', CALL_WORDS[spoken].version)
  .helpOption('-h, --help', help.help)
  .helpCommand('help [command]', CALL_WORDS[spoken].helpCommand)
  .addHelpText('after', help.after);

const command = (name: string, description: string, examples: string) =>
  program
    .command(name)
    .description(description)
    .option('--language <de|en>', help.language)
    .option('--home <dir>', help.home)
    .addHelpText('after', examples);

// What a command needs takes its time to load, so each brings its own when it is called.
command('import <files...>', help.import, help.importExamples)
  .option('--mapping <file>', help.mapping)
  .option('--preview', help.preview)
  .option('--yes', help.yes)
  .option('--refused <file>', help.refused)
  .option('--format <text|json>', help.receiptFormat)
  .action((files: string[], options: ImportCommandOptions & Spoken) =>
    run(options.language, async (context) =>
      (await import('./commands/import.ts')).importCommand(context, files, options),
    ),
  );
command('audit [files...]', help.audit, help.auditExamples)
  .option('--mapping <file>', help.mapping)
  .option('--as-of <day>', help.asOf)
  .option('--format <text|json|html>', help.format)
  .option('--out <file>', help.out)
  .option('--set <name=value...>', help.set)
  .option('--fail-on-finding', help.failOnFinding)
  .action((files: string[], options: AuditCommandOptions & Spoken) =>
    run(options.language, async (context) =>
      (await import('./commands/audit.ts')).auditCommand(context, files, options),
    ),
  );
command('attest', help.attest, help.attestExamples)
  .requiredOption('--pack <id>', `${help.pack}: ${RULE_PACKS.map(({ id }) => id).join(', ')}`)
  .requiredOption('--out <dir>', help.attestOut)
  .option('--as-of <day>', help.asOf)
  .option('--lines <a,b>', help.lines)
  .option('--products <a,b>', help.products)
  .option('--fail-on-finding', help.failOnBreach)
  .action((options: AttestCommandOptions & Spoken) =>
    run(options.language, async (context) => (await import('./commands/attest.ts')).attestCommand(context, options)),
  );
command('undo [import]', help.undo, help.undoExamples).action(
  (id: string | undefined, options: StoreOptions & Spoken) =>
    run(options.language, async (context) => (await import('./commands/undo.ts')).undoCommand(context, id, options)),
);
command('tables', help.tables, '').action((options: StoreOptions & Spoken) =>
  run(options.language, async (context) => (await import('./commands/tables.ts')).tablesCommand(context, options)),
);
program
  .command('simulate <A|B|C|D>')
  .description(help.simulate)
  .option('--language <de|en>', help.language)
  .option('--customers <number>', help.customers)
  .option('--seed <number>', help.seed)
  .requiredOption('--out <dir>', help.simulateOut)
  .option('--without <G1,G2>', help.without)
  .option('--clean', help.clean)
  .option('--variants', help.variants)
  .addHelpText('after', help.simulateExamples)
  .action((world: string, options: SimulateCommandOptions & Spoken) =>
    run(options.language, async (context) =>
      (await import('./commands/simulate.ts')).simulateCommand(context, world, options),
    ),
  );
command('serve', help.serve, help.serveExamples)
  .option('--host <address>', help.host)
  .option('--port <number>', help.port)
  .action((options: ServeCommandOptions & Spoken) =>
    run(options.language, async (context) => (await import('./commands/serve.ts')).serveCommand(context, options)),
  );
command('doctor', help.doctor, '').action((options: StoreOptions & Spoken) =>
  run(options.language, async (context) => (await import('./commands/doctor.ts')).doctorCommand(context, options)),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(EXIT.stopped);
    process.stderr.write(`${CLI_WORDS[spoken].stopping}\n`);
    stop.abort();
  });

await program.parseAsync();
