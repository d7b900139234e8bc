const en = {
  title: 'Who is behind this number',
  lead: 'Made from the same definition as the number. Use it only to correct, to care, to prove or to analyse.',
  show: 'Show the list',
  total: (shown: string, total: string) => `${shown} of ${total} loaded`,
  withheld: (count: string) =>
    `${count} more are not listed: they objected to being profiled or their data are restricted.`,
  search: (subject: string) => `Find by ${subject}`,
  column: 'Only where',
  anyColumn: 'any column',
  value: 'is exactly',
  none: 'Nobody matches.',
  yes: 'yes',
  no: 'no',
  origin: 'Origin',
  toRows: 'Rows',
  toRowsOf: (number: string) => `Rows of ${number} in the files`,
  takeAlong: 'Take the list along',
  stale: 'The data are newer than this audit: list and number could disagree, so there is no list. Audit again first.',
};
const de: typeof en = {
  title: 'Wer hinter dieser Zahl steht',
  lead: 'Aus derselben Definition wie die Zahl. Nur zum Berichtigen, Betreuen, Nachweisen oder Auswerten zu verwenden.',
  show: 'Liste zeigen',
  total: (shown, total) => `${shown} von ${total} geladen`,
  withheld: (count) =>
    `${count} weitere stehen nicht in der Liste: Sie haben der Profilbildung widersprochen, oder ihre Daten sind eingeschränkt.`,
  search: (subject) => `Nach ${subject} suchen`,
  column: 'Nur wo',
  anyColumn: 'beliebige Spalte',
  value: 'genau gleich',
  none: 'Niemand passt dazu.',
  yes: 'ja',
  no: 'nein',
  origin: 'Herkunft',
  toRows: 'Zeilen',
  toRowsOf: (number) => `Zeilen von ${number} in den Dateien`,
  takeAlong: 'Liste mitnehmen',
  stale:
    'Die Daten sind neuer als diese Prüfung: Liste und Zahl könnten einander widersprechen, deshalb gibt es keine Liste. Prüfen Sie zuerst neu.',
};
export const PEOPLE_WORDS = { en, de };
