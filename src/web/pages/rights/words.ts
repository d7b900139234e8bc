interface RightsWords {
  readonly title: string;
  readonly lead: string;
  readonly held: (rows: string, tables: string) => string;
  readonly mentions: (count: string) => string;
  readonly access: string;
  readonly portability: string;
  readonly csv: string;
  readonly restricted: string;
  readonly restrictedWhat: string;
  readonly objection: string;
  readonly objectionWhat: string;
  readonly save: string;
  readonly saved: string;
  readonly erase: string;
  readonly eraseWhat: string;
  readonly repeat: string;
  readonly eraseNow: string;
  readonly erased: (rows: string, tables: string) => string;
  readonly byHand: (count: string) => string;
  readonly copies: (names: string) => string;
  readonly offline: string;
  readonly marks: { readonly restricted: string; readonly objection: string };
}

const en: RightsWords = {
  title: 'What are the rights of this person?',
  lead: 'Only data protection sees this part. Every step is written into the log, without saying whom it was about.',
  held: (rows, tables) => `${rows} stored rows in ${tables} tables are about this customer.`,
  mentions: (count) => `${count} texts of the house name the number.`,
  access: 'Everything stored (Art. 15), as JSON',
  portability: 'To take along (Art. 20), as JSON',
  csv: 'To take along (Art. 20), as CSV',
  restricted: 'Processing is restricted (Art. 18)',
  restrictedWhat: 'In no list; only data protection can open this page.',
  objection: 'Objects to profiling and advertising (Art. 21)',
  objectionWhat: 'In no list and not on the flight radar; counted only in numbers that name nobody.',
  save: 'Save',
  saved: 'Saved. This stands above what files say.',
  erase: 'Erase this person (Art. 17)',
  eraseWhat:
    'Deletes every row, also replaced and refused ones, and the number in texts. It cannot be undone. Erase the person in the systems that your files come from first, otherwise the next import brings them back.',
  repeat: 'Customer number once more',
  eraseNow: 'Erase for good',
  erased: (rows, tables) =>
    `Erased: ${rows} rows in ${tables} tables. Audits made before keep their numbers, which name nobody; run the audit again to open lists.`,
  byHand: (count) => `${count} texts still name the number and must be looked at by a person.`,
  copies: (names) => `These copies from before an update still hold the person; have them deleted: ${names}`,
  offline: 'The server does not answer. Please try again.',
  marks: {
    restricted: 'Processing is restricted. Only data protection sees this page.',
    objection: 'This customer objected to profiling and advertising: do not select or approach them for offers.',
  },
};

const de: RightsWords = {
  title: 'Welche Rechte hat dieser Mensch?',
  lead: 'Nur der Datenschutz sieht diesen Teil. Jeder Schritt steht im Protokoll, ohne zu sagen, um wen es ging.',
  held: (rows, tables) => `${rows} gespeicherte Zeilen in ${tables} Tabellen betreffen diesen Kunden.`,
  mentions: (count) => `${count} Texte des Hauses nennen die Nummer.`,
  access: 'Alles Gespeicherte (Art. 15) als JSON',
  portability: 'Zum Mitnehmen (Art. 20) als JSON',
  csv: 'Zum Mitnehmen (Art. 20) als CSV',
  restricted: 'Die Verarbeitung ist eingeschränkt (Art. 18)',
  restrictedWhat: 'In keiner Liste; nur der Datenschutz kann diese Seite öffnen.',
  objection: 'Widerspricht Profiling und Werbung (Art. 21)',
  objectionWhat: 'In keiner Liste und nicht auf dem Fluchtradar; nur in Zahlen mitgezählt, die niemanden nennen.',
  save: 'Speichern',
  saved: 'Gespeichert. Das gilt vor dem, was Dateien sagen.',
  erase: 'Diesen Menschen löschen (Art. 17)',
  eraseWhat:
    'Löscht jede Zeile, auch ersetzte und abgewiesene, und die Nummer in Texten. Das lässt sich nicht zurücknehmen. Löschen Sie den Menschen zuerst in den Systemen, aus denen Ihre Dateien kommen, sonst bringt ihn der nächste Import zurück.',
  repeat: 'Kundennummer noch einmal',
  eraseNow: 'Endgültig löschen',
  erased: (rows, tables) =>
    `Gelöscht: ${rows} Zeilen in ${tables} Tabellen. Frühere Prüfungen behalten ihre Zahlen, die niemanden nennen; prüfen Sie neu, um Listen zu öffnen.`,
  byHand: (count) => `${count} Texte nennen die Nummer noch; bitte sehen Sie diese selbst durch.`,
  copies: (names) =>
    `Diese Kopien von vor einer Aktualisierung enthalten den Menschen noch; lassen Sie sie löschen: ${names}`,
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es noch einmal.',
  marks: {
    restricted: 'Die Verarbeitung ist eingeschränkt. Nur der Datenschutz sieht diese Seite.',
    objection:
      'Dieser Kunde widerspricht Profiling und Werbung: Bitte wählen Sie ihn nicht aus und sprechen Sie ihn nicht auf Angebote an.',
  },
};

export const RIGHTS_WORDS = { en, de };
