import type { ErrorCode } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import type { Reason } from '#register/refusals.ts';

type Detail = (name: string) => string;
type Words = (detail: Detail) => string;

/** Codes whose sentence is made of problem and file, by the words of the import. */
type FileCode =
  | 'importRefused'
  | 'fileNotFound'
  | 'fileUnreadable'
  | 'mappingInvalid'
  | 'expressionInvalid'
  | 'argumentInvalid';

const en: Readonly<Record<Exclude<ErrorCode, FileCode>, Words>> = {
  storeInUse: () => 'Another process is using the data store. Stop it, or let it finish.',
  storeNewer: () => 'A newer program has written the data store. Update the program; the store was not touched.',
  storeBroken: (d) => `The data store cannot be used: ${d('what')}. It was not touched.`,
  storeUnreachable: (d) => `The data store cannot be opened: ${d('reason')}`,
  storeFull: () => 'The disk of the server is full. Nothing half-done stands; make room and try again.',
  queryFailed: () => 'A question to the data store failed on our side. Nothing was changed.',
  importNotFound: (d) => `There is no standing import ${d('importId')}.`,
  stopped: () => 'Stopped. Nothing half-done stands.',
  registerUnreachable: () =>
    'The database of the register cannot be reached just now. Nothing is lost; try again in a moment.',
  registerNewer: (d) =>
    `The register was written by a newer program (version ${d('version')}, this one knows ${d('newest')}). Update the program; the register was not touched.`,
  registerBroken: (d) => `The register cannot be used: ${d('what')}. It was not touched; restore a copy.`,
  serverRunning: (d) => `A server already runs on this store: ${d('url')}. Use it, or stop it first.`,
  serverRefused: (d) => `The running server cannot be reached or does not understand: ${d('reason')}`,
  notSignedIn: () => 'You are not signed in, or the session has ended. Please sign in; what you typed is still there.',
  signInRefused: () => 'E-mail or password is not right, or the account is locked.',
  linkInvalid: () => 'This link was used already or is too old. Ask your administrator for a new one.',
  forbidden: () => 'None of your roles may do this.',
  originRefused: () => 'This request came from another site and was not carried out. Open Stammkunde itself.',
  notFound: () => 'There is no such thing, or it was deleted meanwhile.',
  ruleNotInForce: (d) => d('problem'),
  requestInvalid: (d) => `This cannot be: ${d('field')} (${d('problem')}). Nothing was changed.`,
  changedMeanwhile: (d) =>
    `${d('by') === '' ? 'Somebody' : d('by')} changed this meanwhile (${d('fields')}). Load it again; nothing was overwritten.`,
  notPossibleNow: (d) => d('reason'),
  dataChanged: () => 'The data are no longer those that were audited. Run the audit again and open the list there.',
  staffLocked: () => 'Questions about staff are off until a works agreement is recorded.',
  freeTextLocked: (d) => `The mapping asks for free text (${d('columns')}), which data protection has not allowed.`,
  tooLarge: (d) =>
    `The files are larger than ${d('megabytes')} MB, the limit of this server. What had arrived was thrown away.`,
  tooManyRequests: () => 'Too many requests. Please wait a minute.',
};

const de: typeof en = {
  storeInUse: () => 'Ein anderer Prozess benutzt den Bestand. Beenden Sie ihn oder lassen Sie ihn fertig werden.',
  storeNewer: () =>
    'Der Bestand stammt von einem neueren Programm. Bringen Sie das Programm auf den neuesten Stand; der Bestand wurde nicht angetastet.',
  storeBroken: (d) => `Der Bestand ist nicht benutzbar: ${d('what')}. Er wurde nicht angetastet.`,
  storeUnreachable: (d) => `Der Bestand lässt sich nicht öffnen: ${d('reason')}`,
  storeFull: () =>
    'Der Datenträger des Servers ist voll. Nichts Halbfertiges gilt; schaffen Sie Platz und versuchen Sie es erneut.',
  queryFailed: () => 'Eine Frage an den Bestand ist auf unserer Seite gescheitert. Nichts wurde verändert.',
  importNotFound: (d) => `Es gilt kein Import ${d('importId')}.`,
  stopped: () => 'Angehalten. Nichts Halbfertiges gilt.',
  registerUnreachable: () =>
    'Die Datenbank des Registers ist gerade nicht erreichbar. Nichts ist verloren; versuchen Sie es gleich noch einmal.',
  registerNewer: (d) =>
    `Das Register stammt von einem neueren Programm (Version ${d('version')}, dieses kennt ${d('newest')}). Bringen Sie das Programm auf den neuesten Stand; das Register wurde nicht angetastet.`,
  registerBroken: (d) =>
    `Das Register ist nicht benutzbar: ${d('what')}. Es wurde nicht angetastet; spielen Sie eine Kopie zurück.`,
  serverRunning: (d) =>
    `Auf diesem Bestand läuft schon ein Server: ${d('url')}. Benutzen Sie ihn oder beenden Sie ihn zuerst.`,
  serverRefused: (d) => `Der laufende Server ist nicht erreichbar oder versteht die Anfrage nicht: ${d('reason')}`,
  notSignedIn: () =>
    'Sie sind nicht angemeldet, oder die Sitzung ist abgelaufen. Bitte melden Sie sich an; was Sie geschrieben haben, ist noch da.',
  signInRefused: () => 'E-Mail oder Passwort stimmt nicht, oder das Konto ist gesperrt.',
  linkInvalid: () => 'Dieser Link wurde schon benutzt oder ist zu alt. Bitten Sie Ihre Verwaltung um einen neuen.',
  forbidden: () => 'Keine Ihrer Rollen darf das.',
  originRefused: () =>
    'Diese Anfrage kam von einer anderen Seite und wurde nicht ausgeführt. Öffnen Sie Stammkunde selbst.',
  notFound: () => 'Das gibt es nicht, oder es wurde inzwischen gelöscht.',
  ruleNotInForce: (d) => d('problem'),
  requestInvalid: (d) => `Das geht nicht: ${d('field')} (${d('problem')}). Nichts wurde verändert.`,
  changedMeanwhile: (d) =>
    `${d('by') === '' ? 'Jemand' : d('by')} hat das inzwischen geändert (${d('fields')}). Bitte neu laden; nichts wurde überschrieben.`,
  notPossibleNow: (d) => d('reason'),
  dataChanged: () => 'Die Daten sind nicht mehr die geprüften. Prüfen Sie noch einmal und öffnen Sie die Liste dort.',
  staffLocked: () => 'Fragen zu Mitarbeitenden sind aus, bis eine Betriebsvereinbarung eingetragen ist.',
  freeTextLocked: (d) => `Die Zuordnung verlangt Freitext (${d('columns')}), den der Datenschutz nicht erlaubt hat.`,
  tooLarge: (d) =>
    `Die Dateien sind größer als ${d('megabytes')} MB, die Grenze dieses Servers. Was schon angekommen war, ist gelöscht.`,
  tooManyRequests: () => 'Zu viele Anfragen. Bitte warten Sie eine Minute.',
};

export const ERROR_WORDS = { en, de } as const;

const enReasons: Readonly<Record<Reason, string>> = {
  emailTaken: 'This e-mail address belongs to another account.',
  lastAdministrator: 'The last administrator must stay one. Give somebody else the role first.',
  practiceStep:
    'A practice goes from suspected to confirmed or rejected, from confirmed to abolished, and from abolished to verified.',
  notRemeasured: 'Verified needs an audit made after the abolition in which the check no longer finds the practice.',
  otherMeasure:
    'An abolished practice keeps the question that measures it. Set it back to confirmed to choose another one.',
  correctionOnly:
    'Customers who pay too much in silence leave the house for one purpose only: to correct their price. Choose that purpose.',
  reasonMissing: 'Please give the reason.',
  proofBegun: 'A proof is registered before it begins: the first day lies in the past.',
  proofWindow: 'The window must end after it begins, and some customers must stay as before.',
  proofRunning: 'The window is still open. The result is recorded when it is over.',
  proofSettled: 'This proof already has its result or was withdrawn. Nothing of it can be changed.',
  councilExists: 'There is a works council in this house: the agreement is recorded by it.',
  ownerUnknown: 'This person has no account.',
  jobOver: 'This work has already ended.',
  uploadEmpty: 'No file was handed over, or an empty one only.',
  reportOlder:
    'This audit was kept by another version of the program, whose report this one cannot show. Run the audit again.',
  listLarge: 'This list is too long to be taken at once. Start its export; the file is fetched when it is ready.',
  workbookLarge: 'A workbook holds 1,048,575 rows and four gigabytes at most. Filter the list, or take CSV.',
  exportGone: 'This file was thrown away: its time was over, or somebody in it was erased or objected. Export again.',
  exportOvertaken: 'The data changed while the file was written. It was thrown away; export again.',
};
const deReasons: typeof enReasons = {
  emailTaken: 'Diese E-Mail-Adresse gehört zu einem anderen Konto.',
  lastAdministrator: 'Die letzte Verwaltung muss bleiben. Geben Sie die Rolle zuerst einer anderen Person.',
  practiceStep:
    'Eine Praktik geht von vermutet zu bestätigt oder verworfen, von bestätigt zu abgeschafft und von abgeschafft zu nachgewiesen.',
  notRemeasured:
    'Nachgewiesen braucht eine Prüfung nach der Abschaffung, in der die Frage die Praktik nicht mehr findet.',
  otherMeasure:
    'Eine abgeschaffte Praktik behält die Frage, die sie misst. Setzen Sie sie auf bestätigt zurück, um eine andere zu wählen.',
  correctionOnly:
    'Kunden, die stillschweigend zu viel zahlen, verlassen das Haus nur zu einem Zweck: um ihren Preis zu berichtigen. Wählen Sie diesen Zweck.',
  reasonMissing: 'Bitte nennen Sie den Grund.',
  proofBegun: 'Ein Wirkungsnachweis wird vor seinem Beginn eingetragen: Der erste Tag liegt in der Vergangenheit.',
  proofWindow: 'Das Fenster muss nach seinem Beginn enden, und ein Teil der Kunden muss bleiben wie bisher.',
  proofRunning: 'Das Fenster ist noch offen. Das Ergebnis wird eingetragen, wenn es vorbei ist.',
  proofSettled:
    'Dieser Wirkungsnachweis hat sein Ergebnis schon oder wurde zurückgezogen. Nichts daran lässt sich ändern.',
  councilExists: 'In diesem Haus gibt es einen Betriebsrat: Er trägt die Vereinbarung ein.',
  ownerUnknown: 'Diese Person hat kein Konto.',
  jobOver: 'Diese Arbeit ist schon zu Ende.',
  uploadEmpty: 'Es wurde keine Datei übergeben oder nur eine leere.',
  reportOlder:
    'Diese Prüfung stammt von einer anderen Fassung des Programms, deren Bericht diese nicht zeigen kann. Prüfen Sie noch einmal.',
  listLarge:
    'Diese Liste ist zu lang, um sie sofort mitzunehmen. Starten Sie den Export; die Datei wird geholt, wenn sie fertig ist.',
  workbookLarge:
    'Eine Arbeitsmappe fasst höchstens 1.048.575 Zeilen und vier Gigabyte. Filtern Sie die Liste, oder nehmen Sie CSV.',
  exportGone:
    'Diese Datei wurde gelöscht: Ihre Zeit war um, oder jemand darin wurde gelöscht oder hat widersprochen. Exportieren Sie noch einmal.',
  exportOvertaken:
    'Während die Datei geschrieben wurde, haben sich die Daten geändert. Sie wurde gelöscht; exportieren Sie noch einmal.',
};
export const REASON_WORDS = { en: enReasons, de: deReasons } as const;

export const INTERNAL: Readonly<Record<Language, string>> = {
  en: 'This should not have happened. It was written to the log of the server; nothing half-done stands.',
  de: 'Das hätte nicht geschehen dürfen. Es steht im Protokoll des Servers; nichts Halbfertiges gilt.',
};
export const NO_DAY: Readonly<Record<Language, string>> = {
  en: 'The store holds nothing dated yet. Import files first, or name the day of the audit.',
  de: 'Der Bestand enthält noch nichts mit Datum. Lesen Sie zuerst Dateien ein oder nennen Sie den Stichtag.',
};
