import { expect, test } from 'vitest';
import { callSentence, helpTerm, helpTitle } from './call-words.ts';

const CASES = [
  [
    'unknownOption',
    "error: unknown option '--hom'\n(Did you mean --home?)",
    'Die Option --hom gibt es nicht. Meinten Sie --home?',
  ],
  ['unknownCommand', "error: unknown command 'x'", 'Den Befehl x gibt es nicht.'],
  ['missingArgument', "error: missing required argument 'files'", 'Hinter dem Befehl fehlt eine Angabe: <Dateien>.'],
  [
    'optionMissingArgument',
    "error: option '--home <dir>' argument missing",
    'Der Wert zur Option --home <Ordner> fehlt.',
  ],
  [
    'missingMandatoryOptionValue',
    "error: required option '--pack <id>' not specified",
    'Die Option --pack <Kennung> wird gebraucht.',
  ],
  [
    'excessArguments',
    "error: too many arguments for 'tables'. Expected 0 arguments but got 1: x.",
    'Hinter dem Befehl tables stehen zu viele Angaben.',
  ],
] as const;

test.each(CASES)('%s is told in German and in English', (code, message, german) => {
  expect(callSentence(`commander.${code}`, message, 'de')).toBe(german);
  expect(callSentence(`commander.${code}`, message, 'en')).not.toMatch(/^error|[äöüß]/);
});

test('headings and placeholders of the help are German too', () => {
  expect(helpTitle('Usage:', 'de')).toBe('Aufruf:');
  expect(helpTerm('import [options] <files...>', 'de')).toBe('import [Optionen] <Dateien...>');
  expect(helpTerm('--language <de|en>', 'de')).toBe('--language <de|en>');
  expect(helpTitle('Usage:', 'en')).toBe('Usage:');
});
