import type { Language } from '#domain/language.ts';

/** What the command line itself says. */
const en = {
  program: 'Finds where a company treats its own customers as second class, how sure that is and what it costs.',
  reading: 'Looking at the files',
  importing: 'Importing',
  auditing: 'Auditing',
  attesting: 'Attesting',
  simulating: 'Inventing the company',
  recognised: 'Recognised columns:',
  asPseudonym: 'will be stored as a pseudonym',
  confirm: 'Import with these columns? [y/n] ',
  declined: 'Nothing was imported. A mapping file (--mapping) says which header means what; see docs/mapping.md.',
  undone: (id: number) => `Import ${id} was taken back as a whole; rows that it had replaced stand again.`,
  noImports: 'No imports yet. Begin with: stammkunde import <files>',
  importLine: (id: number, state: string, at: string, files: string) => `${id}  ${state}  ${at}  ${files}`,
  states: { started: 'unfinished', done: 'stands', undone: 'taken back', failed: 'failed', preview: 'preview' },
  written: (file: string) => `Written: ${file}`,
  migrated: (copy: string) => `The store was brought up to date. A copy of how it was lies in ${copy}.`,
  stopping: 'Stopping; nothing half-done stays behind ...',
  serving: (url: string) => `Stammkunde is at ${url}. Ctrl-C stops it.`,
  firstLink: (link: string) =>
    `Nobody has an account yet. Whoever opens this link first becomes the administrator (once, within three days):\n${link}`,
  buildingPages: 'Building the pages (only after changes) ...',
  pagesNotBuilt: (reason: string) => `The pages could not be built; the server answers without them. ${reason}`,
  throughServer: (url: string) => `The running server at ${url} does this.`,
  skipped: (file: string, reason: string) => `Left out: ${file} (${reason})`,
  unusedPatterns: (patterns: string) => `No file is named like this entry of the mapping: ${patterns}`,
  tables: { name: 'Table', rows: 'rows', filled: 'filled columns' },
  doctor: {
    node: 'Node',
    engine: 'Engine',
    store: 'Store',
    version: 'Schema version',
    imports: 'Imports that stand',
    free: 'Free space beside the store',
    fine: 'Everything is in order.',
    temporary: 'A temporary store opens and answers.',
  },
  errors: {
    storeInUse: (where: string) =>
      `Another process is using the store ${where}. Wait until it is done, or choose another with --home.`,
    storeNewer: (version: string, newest: string) =>
      `The store was written by a newer program (version ${version}, this one knows ${newest}). Update the program; the store was not touched.`,
    storeBroken: (what: string) =>
      `The store cannot be used: ${what}. It was not touched. Restore a copy, or choose a new one with --home.`,
    storeUnreachable: (where: string, reason: string) => `The store ${where} cannot be opened: ${reason}`,
    storeFull: 'The disk is full. Nothing half-done stands; make room and try again.',
    importNotFound: (id: string) => `There is no standing import ${id}. "stammkunde tables" lists the imports.`,
    noDay: 'The store holds nothing dated yet. Import files first, or name the day of the audit with --as-of.',
    stopped: 'Stopped. Nothing half-done stands.',
    internal: (message: string) => `This should not have happened: ${message}`,
  },
  noHome: (text: string) => `--home needs a folder, not ${text}.`,
  badDay: (text: string) => `"${text}" is not a day. Write it as 2026-12-31 or 31.12.2026.`,
  badSetting: (text: string, known: string) => `"${text}" is not a setting. Write name=number, with one of: ${known}.`,
  badChoice: (option: string, text: string, known: string) =>
    `${option}: "${text}" is not possible. Choose one of: ${known}.`,
  badNumber: (option: string, text: string, least: number) =>
    `${option}: "${text}" is not possible. Write a whole number of at least ${least}.`,
  notFree: (folder: string, file: string) =>
    `${folder} holds files of your own (${file}). Choose an empty folder; nothing was changed.`,
  simulated: (company: string, folder: string, rows: number) =>
    `${company}: ${rows} rows in ${folder}. truth.json there says what is true; everything else can be imported.`,
};

const de: typeof en = {
  program:
    'Findet, wo eine Firma die eigenen Kunden als zweite Klasse behandelt, wie sicher das ist und was es kostet.',
  reading: 'Dateien ansehen',
  importing: 'Einlesen',
  auditing: 'Prüfen',
  attesting: 'Nachweis schreiben',
  simulating: 'Firma erfinden',
  recognised: 'Erkannte Spalten:',
  asPseudonym: 'wird als Pseudonym gespeichert',
  confirm: 'Mit diesen Spalten einlesen? [j/n] ',
  declined:
    'Es wurde nichts eingelesen. Eine Zuordnungsdatei (--mapping) sagt, welche Überschrift was bedeutet; siehe docs/mapping.md.',
  undone: (id) => `Import ${id} wurde als Ganzes zurückgenommen; Zeilen, die er ersetzt hatte, gelten wieder.`,
  noImports: 'Noch keine Importe. Beginnen Sie mit: stammkunde import <Dateien>',
  importLine: (id, state, at, files) => `${id}  ${state}  ${at}  ${files}`,
  states: { started: 'unfertig', done: 'gilt', undone: 'zurückgenommen', failed: 'gescheitert', preview: 'Vorschau' },
  written: (file) => `Geschrieben: ${file}`,
  migrated: (copy) => `Der Bestand wurde auf den neuesten Stand gebracht. Eine Kopie des alten liegt in ${copy}.`,
  stopping: 'Wird angehalten; nichts Halbfertiges bleibt zurück ...',
  serving: (url) => `Stammkunde ist unter ${url} zu finden. Strg-C beendet es.`,
  firstLink: (link) =>
    `Noch hat niemand ein Konto. Wer diesen Link zuerst öffnet, wird Verwaltung (einmal, binnen drei Tagen):\n${link}`,
  buildingPages: 'Die Seiten werden gebaut (nur nach Änderungen) ...',
  pagesNotBuilt: (reason) => `Die Seiten ließen sich nicht bauen; der Server antwortet ohne sie. ${reason}`,
  throughServer: (url) => `Das erledigt der laufende Server unter ${url}.`,
  skipped: (file, reason) => `Ausgelassen: ${file} (${reason})`,
  unusedPatterns: (patterns) => `Keine Datei heißt wie dieser Eintrag der Zuordnung: ${patterns}`,
  tables: { name: 'Tabelle', rows: 'Zeilen', filled: 'gefüllte Spalten' },
  doctor: {
    node: 'Node',
    engine: 'Datenbank',
    store: 'Bestand',
    version: 'Schema-Version',
    imports: 'Geltende Importe',
    free: 'Freier Platz neben dem Bestand',
    fine: 'Alles in Ordnung.',
    temporary: 'Ein vorübergehender Bestand lässt sich öffnen und antwortet.',
  },
  errors: {
    storeInUse: (where) =>
      `Ein anderer Prozess benutzt den Bestand ${where}. Warten Sie, bis er fertig ist, oder wählen Sie mit --home einen anderen.`,
    storeNewer: (version, newest) =>
      `Der Bestand stammt von einem neueren Programm (Version ${version}, dieses kennt ${newest}). Bringen Sie das Programm auf den neuesten Stand; der Bestand wurde nicht angetastet.`,
    storeBroken: (what) =>
      `Der Bestand ist nicht benutzbar: ${what}. Er wurde nicht angetastet. Spielen Sie eine Kopie zurück oder wählen Sie mit --home einen neuen.`,
    storeUnreachable: (where, reason) => `Der Bestand ${where} lässt sich nicht öffnen: ${reason}`,
    storeFull: 'Der Datenträger ist voll. Nichts Halbfertiges gilt; schaffen Sie Platz und versuchen Sie es erneut.',
    importNotFound: (id) => `Es gilt kein Import ${id}. „stammkunde tables“ listet die Importe.`,
    noDay:
      'Der Bestand enthält noch nichts mit Datum. Lesen Sie zuerst Dateien ein oder nennen Sie den Stichtag mit --as-of.',
    stopped: 'Angehalten. Nichts Halbfertiges gilt.',
    internal: (message) => `Das hätte nicht geschehen dürfen: ${message}`,
  },
  noHome: (text) => `Zu --home gehört ein Ordner, nicht ${text}.`,
  badDay: (text) => `„${text}“ ist kein Tag. Schreiben Sie 2026-12-31 oder 31.12.2026.`,
  badSetting: (text, known) => `„${text}“ ist keine Einstellung. Schreiben Sie Name=Zahl mit einem von: ${known}.`,
  badChoice: (option, text, known) => `${option}: „${text}“ ist nicht möglich. Möglich sind: ${known}.`,
  badNumber: (option, text, least) =>
    `${option}: „${text}“ ist nicht möglich. Schreiben Sie eine ganze Zahl, mindestens ${least}.`,
  notFree: (folder, file) =>
    `${folder} enthält eigene Dateien (${file}). Wählen Sie einen leeren Ordner; nichts wurde verändert.`,
  simulated: (company, folder, rows) =>
    `${company}: ${rows} Zeilen in ${folder}. Was wahr ist, steht dort in truth.json; alles andere lässt sich einlesen.`,
};

export type CliWords = typeof en;
export const CLI_WORDS: Readonly<Record<Language, CliWords>> = { en, de };
