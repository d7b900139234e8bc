import type { Language } from '#domain/language.ts';

/** What can be wrong with a call; `what` is the option, argument or command as written, `near` what may have been meant. */
interface Wrong {
  readonly what: string;
  readonly near: string;
}

const en = {
  unknownOption: ({ what, near }: Wrong) => `There is no option ${what}.${near === '' ? '' : ` Did you mean ${near}?`}`,
  unknownCommand: ({ what, near }: Wrong) =>
    `There is no command ${what}.${near === '' ? '' : ` Did you mean ${near}?`}`,
  missingArgument: ({ what }: Wrong) => `Something is missing behind the command: <${what}>.`,
  optionMissingArgument: ({ what }: Wrong) => `The value of the option ${what} is missing.`,
  missingMandatoryOptionValue: ({ what }: Wrong) => `The option ${what} is needed.`,
  excessArguments: ({ what }: Wrong) => `There is too much behind the command${what === '' ? '' : ` ${what}`}.`,
  other: ({ what }: Wrong) => `This call is not understood: ${what}`,
  hint: (command: string) => `Everything about it: ${command} --help`,
  version: 'show the version of the program',
  helpCommand: 'show the help of a command',
};

const de: typeof en = {
  unknownOption: ({ what, near }) => `Die Option ${what} gibt es nicht.${near === '' ? '' : ` Meinten Sie ${near}?`}`,
  unknownCommand: ({ what, near }) => `Den Befehl ${what} gibt es nicht.${near === '' ? '' : ` Meinten Sie ${near}?`}`,
  missingArgument: ({ what }) => `Hinter dem Befehl fehlt eine Angabe: <${what}>.`,
  optionMissingArgument: ({ what }) => `Der Wert zur Option ${what} fehlt.`,
  missingMandatoryOptionValue: ({ what }) => `Die Option ${what} wird gebraucht.`,
  excessArguments: ({ what }) => `Hinter dem Befehl${what === '' ? '' : ` ${what}`} stehen zu viele Angaben.`,
  other: ({ what }) => `Dieser Aufruf ist nicht zu verstehen: ${what}`,
  hint: (command) => `Alles dazu: ${command} --help`,
  version: 'die Version des Programms zeigen',
  helpCommand: 'die Hilfe zu einem Befehl zeigen',
};

export const CALL_WORDS = { en, de } as const;

/** Words of the help itself, as the command line's library writes them, and what they are in German. */
const GERMAN: Readonly<Record<string, string>> = {
  'Usage:': 'Aufruf:',
  'Options:': 'Optionen:',
  'Commands:': 'Befehle:',
  'Arguments:': 'Angaben:',
  options: 'Optionen',
  command: 'Befehl',
  files: 'Dateien',
  file: 'Datei',
  dir: 'Ordner',
  day: 'Tag',
  number: 'Zahl',
  address: 'Adresse',
  id: 'Kennung',
  import: 'Import',
  'name=value': 'Name=Wert',
};

export const helpTitle = (title: string, language: Language): string =>
  language === 'de' ? (GERMAN[title] ?? title) : title;

/** Placeholders such as <file> or [command] in the reader's language. */
export const helpTerm = (term: string, language: Language): string =>
  language === 'de'
    ? term.replaceAll(/([<[])([a-z=]+)/g, (_, mark: string, word: string) => `${mark}${GERMAN[word] ?? word}`)
    : term;

const KNOWN = [
  'unknownOption',
  'unknownCommand',
  'missingArgument',
  'optionMissingArgument',
  'missingMandatoryOptionValue',
  'excessArguments',
] as const;

/** The sentence for a call that the library refused with this code and message. */
export function callSentence(code: string, message: string, language: Language): string {
  const words = CALL_WORDS[language];
  const known = KNOWN.find((one) => code === `commander.${one}`);
  const written = /'([^']*)'/.exec(message)?.[1] ?? '';
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1] ?? '';
  const what = helpTerm(written, language);
  if (known === undefined) return words.other({ what: message.replace(/^error: /, ''), near });
  return words[known]({ what: known === 'missingArgument' ? helpTerm(`<${written}`, language).slice(1) : what, near });
}
