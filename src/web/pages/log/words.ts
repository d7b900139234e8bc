interface LogWords {
  readonly title: string;
  readonly answer: (total: string) => string;
  readonly verify: string;
  readonly intact: (entries: string) => string;
  readonly broken: (sequence: string) => string;
  readonly lastHash: string;
  readonly lastHashWhy: string;
  readonly filter: string;
  readonly all: string;
  readonly none: string;
  readonly number: string;
  readonly at: string;
  readonly who: string;
  readonly event: string;
  readonly subject: string;
  readonly details: string;
  readonly house: string;
  readonly pages: string;
  readonly controls: Readonly<Record<'first' | 'previous' | 'next' | 'last', string>>;
  readonly events: Readonly<Record<string, string>>;
}

const en: LogWords = {
  title: 'Who did what?',
  answer: (total) => `${total} deeds are written down, each hashed over the one before. Newest first.`,
  verify: 'Recompute the chain',
  intact: (entries) => `The log is as it was written: all ${entries} lines fit.`,
  broken: (sequence) =>
    `The log was changed: line ${sequence} is the first that does not fit. Lines before it stand; compare with a copy and ask who had access to the database.`,
  lastHash: 'Hash of the last line',
  lastHashWhy: 'Kept elsewhere, it shows later that no lines were cut off.',
  filter: 'Show',
  all: 'Everything',
  none: 'Nothing of this kind is written down.',
  number: 'Line',
  at: 'When',
  who: 'Who',
  event: 'What',
  subject: 'About',
  details: 'Details',
  house: 'the house itself, or without a name',
  pages: 'Pages of the log',
  controls: { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' },
  events: {
    signedIn: 'signed in',
    signInRefused: 'sign-in refused',
    personAdded: 'person added',
    personChanged: 'person changed',
    passwordChanged: 'password changed',
    linkMade: 'one-time link made',
    linkUsed: 'one-time link used',
    firstLinkMade: 'first link made',
    apiKeyMade: 'key made',
    apiKeyEnded: 'key ended',
    settingsChanged: 'settings changed',
    filesHandedOver: 'files handed over',
    jobAsked: 'work asked for',
    tableExported: 'table exported',
    attestationMade: 'attestation of a rule made',
    exportFetched: 'exported file fetched',
    retentionCarriedOut: 'old things thrown away',
    documentTaken: 'document of data protection taken',
    imported: 'imported',
    importUndone: 'import undone',
    refusedRowsTaken: 'refused rows taken',
    auditMade: 'audit made',
    peopleExported: 'list of people exported',
    customerSeen: 'customer looked at',
    rowsSeen: 'rows of a customer looked at',
    customerMarked: 'restriction or objection recorded',
    personDataTaken: 'data of a person taken out',
    goodwillSet: 'limit of goodwill set',
    ruleAnswered: 'rule answered',
    erasureBegun: 'erasure of a person begun',
    customerErased: 'person erased',
    practiceReported: 'practice reported',
    practiceJudged: 'practice judged',
    actionDecided: 'action decided',
    actionChanged: 'action changed',
    actionDeleted: 'action deleted',
    proofRegistered: 'proof registered',
    proofEnded: 'proof ended',
    proofWithdrawn: 'proof withdrawn',
    worksAgreement: 'works agreement recorded or ended',
  },
};

const de: LogWords = {
  title: 'Wer hat was getan?',
  answer: (total) => `${total} Vorgänge sind festgehalten, jeder über den vorigen gehasht. Die neuesten stehen oben.`,
  verify: 'Kette nachrechnen',
  intact: (entries) => `Das Protokoll ist so, wie es geschrieben wurde: alle ${entries} Zeilen passen.`,
  broken: (sequence) =>
    `Das Protokoll wurde verändert: Zeile ${sequence} ist die erste, die nicht passt. Die Zeilen davor stehen; vergleichen Sie mit einer Kopie und fragen Sie, wer Zugang zur Datenbank hatte.`,
  lastHash: 'Hash der letzten Zeile',
  lastHashWhy: 'Andernorts aufbewahrt zeigt er später, dass keine Zeilen abgeschnitten wurden.',
  filter: 'Zeigen',
  all: 'Alles',
  none: 'Nichts dieser Art ist festgehalten.',
  number: 'Zeile',
  at: 'Wann',
  who: 'Wer',
  event: 'Was',
  subject: 'Betrifft',
  details: 'Einzelheiten',
  house: 'das Haus selbst oder ohne Namen',
  pages: 'Seiten des Protokolls',
  controls: { first: 'Erste Seite', previous: 'Vorige Seite', next: 'Nächste Seite', last: 'Letzte Seite' },
  events: {
    signedIn: 'angemeldet',
    signInRefused: 'Anmeldung abgewiesen',
    personAdded: 'Person hinzugefügt',
    personChanged: 'Person geändert',
    passwordChanged: 'Passwort geändert',
    linkMade: 'Einmal-Link erstellt',
    linkUsed: 'Einmal-Link benutzt',
    firstLinkMade: 'erster Link erstellt',
    apiKeyMade: 'Schlüssel erstellt',
    apiKeyEnded: 'Schlüssel beendet',
    settingsChanged: 'Einstellungen geändert',
    filesHandedOver: 'Dateien übergeben',
    jobAsked: 'Vorgang verlangt',
    tableExported: 'Tabelle exportiert',
    attestationMade: 'Nachweis zu einer Regel erstellt',
    exportFetched: 'exportierte Datei geholt',
    retentionCarriedOut: 'Altes gelöscht',
    documentTaken: 'Dokument des Datenschutzes geholt',
    imported: 'importiert',
    importUndone: 'Import rückgängig gemacht',
    refusedRowsTaken: 'abgewiesene Zeilen geholt',
    auditMade: 'Prüfung erstellt',
    peopleExported: 'Liste von Menschen ausgeleitet',
    customerSeen: 'Kunde angesehen',
    rowsSeen: 'Zeilen eines Kunden angesehen',
    customerMarked: 'Einschränkung oder Widerspruch festgehalten',
    personDataTaken: 'Daten eines Menschen ausgeleitet',
    goodwillSet: 'Kulanzrahmen gesetzt',
    ruleAnswered: 'Vorschrift beantwortet',
    erasureBegun: 'Löschung eines Menschen begonnen',
    customerErased: 'Mensch gelöscht',
    practiceReported: 'Praktik gemeldet',
    practiceJudged: 'Praktik beurteilt',
    actionDecided: 'Maßnahme beschlossen',
    actionChanged: 'Maßnahme geändert',
    actionDeleted: 'Maßnahme gelöscht',
    proofRegistered: 'Nachweis angemeldet',
    proofEnded: 'Nachweis beendet',
    proofWithdrawn: 'Nachweis zurückgezogen',
    worksAgreement: 'Betriebsvereinbarung hinterlegt oder beendet',
  },
};

export const LOG_WORDS = { en, de };
