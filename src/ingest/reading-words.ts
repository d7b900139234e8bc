/** What our own readers say of a file, in German; the English phrase is the key. */
const GERMAN: Readonly<Record<string, string>> = {
  'a PDF document': 'ein PDF-Dokument',
  'a program': 'ein Programm',
  'an image': 'ein Bild',
  'a workbook or document in an old Office format': 'eine Mappe oder ein Dokument in altem Office-Format',
  'a database file': 'eine Datenbankdatei',
  'a 7z archive': 'ein 7z-Archiv',
  'a RAR archive': 'ein RAR-Archiv',
  'a Zstandard archive': 'ein Zstandard-Archiv',
  'a bzip2 archive': 'ein bzip2-Archiv',
  'an XZ archive': 'ein XZ-Archiv',
  'a file that was compressed twice': 'eine doppelt gepackte Datei',
  'a file of bytes that are no text': 'eine Datei aus Bytes, die kein Text sind',
  'an archive or another document': 'ein Archiv oder ein anderes Dokument',
  'its table of contents is damaged': 'ihr Inhaltsverzeichnis ist beschädigt',
  'its sizes are wrong': 'ihre Größenangaben stimmen nicht',
  'a sheet is missing': 'ein Blatt fehlt',
  'its end is missing': 'ihr Ende fehlt',
  'its footer is too long': 'ihr Schlussteil ist zu lang',
  'no object': 'kein Objekt',
  'the object that begins here is never closed': 'das hier beginnende Objekt wird nicht geschlossen',
};

/** The German of a phrase of our readers; what other programs said stays as it is. */
export const inGerman = (phrase: string | number | undefined): string => GERMAN[String(phrase)] ?? String(phrase);
