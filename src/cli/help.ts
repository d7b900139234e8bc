import type { Language } from '#domain/language.ts';

const en = {
  program: 'Finds where a company treats its own customers as second class, how sure that is and what it costs.',
  help: 'show this help',
  language: 'language of the answer (otherwise that of the environment)',
  home: 'directory of the store (otherwise STAMMKUNDE_HOME or ~/.stammkunde; CLICKHOUSE_URL names a server)',
  import: 'import files into the store: CSV, TSV, JSON lines, Parquet, XLSX, also gzipped, or a folder of them',
  audit: 'audit the store, or the given files in a store that lives only as long as the audit',
  attest: 'judge every contract by one rule of law and write the attestation as a folder (docs/rules.md)',
  undo: 'take back an import as a whole; without a number the latest',
  tables: 'show what the store holds and the imports it came from',
  doctor: 'look whether everything needed is there',
  serve: 'run the server with the web application; the terminal shows its address',
  host: 'address to listen on (default 127.0.0.1: this machine only; HOST)',
  port: 'port to listen on (default 3210; PORT)',
  simulate:
    'invent a company whose truth is known: A everything wrong, B business customers, C nothing wrong, D reversed',
  customers: 'number of customers (default: the full size of the world)',
  seed: 'whole number that fixes every draw; same seed, same files (default 1)',
  simulateOut: 'empty folder for the files, or one of an earlier invention, which is replaced',
  without: 'mechanisms to switch off, G1 to G26, e.g. G6,G14',
  clean: 'without the mess of real exports',
  variants: 'also write the files as five other systems would have exported them, under exports/',
  mapping: 'YAML file that says which header means what (docs/mapping.md)',
  preview: 'check every row, write nothing',
  yes: 'do not ask before importing recognised columns',
  refused: 'write all refused rows and values to this CSV file',
  receiptFormat: 'text or json (default text)',
  asOf: 'day of the audit, 2026-12-31 or 31.12.2026 (default: the latest day the data know)',
  format: 'text, json or html (default text)',
  out: 'write to this file instead of the terminal',
  set: 'settings, e.g. newcomerDays=365 marginRate=0.2 loyalty-penalty.relevantGap=0.03',
  failOnFinding: 'end with exit code 7 when there is a finding',
  pack: 'rule pack',
  attestOut: 'empty folder for the attestation, or one of an earlier attestation, which is replaced',
  lines: 'lines of business that the rule reaches, as in product.line (default: as the pack has it)',
  products: 'products that the rule reaches, by their numbers (default: as the pack has it)',
  failOnBreach: 'end with exit code 7 when there is a breach',
  importExamples: `
Examples:
  stammkunde import contract.csv customer.csv.gz
  stammkunde import exports/ --preview
  stammkunde import kunden.xlsx --mapping mapping.yaml --refused refused.csv`,
  auditExamples: `
Examples:
  stammkunde audit --language en
  stammkunde audit contract.csv contact.csv --as-of 2026-06-30 --format html --out report.html
  stammkunde audit policies.csv --mapping motor.yaml --set newcomerDays=365 --format json`,
  attestExamples: `
Examples:
  stammkunde attest --pack icobs-6b --as-of 2026-06-30 --lines motor,home --out attestation
  stammkunde attest --pack enwg-36 --out nachweis --fail-on-finding`,
  undoExamples: `
Examples:
  stammkunde undo
  stammkunde undo 3`,
  serveExamples: `
Examples:
  stammkunde serve
  stammkunde serve --home /srv/stammkunde --host 0.0.0.0 --port 8080
Environment: PUBLIC_URL, DATABASE_URL, CLICKHOUSE_URL, OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME,
BEHIND_PROXY=yes, LOG_LEVEL (docs/server.md)`,
  simulateExamples: `
Examples:
  stammkunde simulate A --out demo
  stammkunde simulate C --customers 4000 --seed 7 --without G6,G14 --out null-world`,
  after: `
Exit codes: 0 done · 1 failure of the program · 2 wrong call · 3 not installed · 4 input refused · 5 store cannot be used · 6 stopped · 7 finding (with --fail-on-finding) · 8 refused by the running server`,
};

const de: typeof en = {
  program:
    'Findet, wo eine Firma die eigenen Kunden als zweite Klasse behandelt, wie sicher das ist und was es kostet.',
  help: 'diese Hilfe zeigen',
  language: 'Sprache der Antwort (sonst die der Umgebung)',
  home: 'Ordner des Bestands (sonst STAMMKUNDE_HOME oder ~/.stammkunde; CLICKHOUSE_URL nennt einen Server)',
  import: 'Dateien einlesen: CSV, TSV, JSON-Zeilen, Parquet, XLSX, auch gepackt, oder ein Ordner davon',
  audit: 'den Bestand prüfen oder die genannten Dateien in einem Bestand, der nur so lange lebt',
  attest: 'jeden Vertrag nach einer Rechtsregel beurteilen und den Nachweis als Ordner schreiben (docs/rules.md)',
  undo: 'einen Import als Ganzes zurücknehmen; ohne Nummer den letzten',
  tables: 'zeigen, was der Bestand enthält und aus welchen Importen es kam',
  doctor: 'nachsehen, ob alles Nötige da ist',
  serve: 'den Server mit der Web-Anwendung betreiben; das Terminal zeigt die Adresse',
  host: 'Adresse, auf der er hört (sonst 127.0.0.1: nur dieser Rechner; HOST)',
  port: 'Port, auf dem er hört (sonst 3210; PORT)',
  simulate:
    'eine Firma erfinden, deren Wahrheit bekannt ist: A alles falsch, B Geschäftskunden, C nichts falsch, D umgekehrt',
  customers: 'Zahl der Kunden (sonst die volle Größe der Welt)',
  seed: 'ganze Zahl, die alles Zufällige festlegt; gleiche Zahl, gleiche Dateien (sonst 1)',
  simulateOut: 'leerer Ordner für die Dateien oder der einer früheren Erfindung, die ersetzt wird',
  without: 'Mechanismen, die fehlen sollen, G1 bis G26, z. B. G6,G14',
  clean: 'ohne die Unordnung wirklicher Exporte',
  variants: 'die Dateien auch so schreiben, wie fünf andere Systeme sie ausgeben, unter exports/',
  mapping: 'YAML-Datei, die sagt, welche Überschrift was bedeutet (docs/mapping.md)',
  preview: 'jede Zeile prüfen, nichts schreiben',
  yes: 'vor dem Einlesen erkannter Spalten nicht fragen',
  refused: 'alle abgelehnten Zeilen und Werte in diese CSV-Datei schreiben',
  receiptFormat: 'text oder json (sonst text)',
  asOf: 'Stichtag, 31.12.2026 oder 2026-12-31 (sonst der letzte Tag, den die Daten kennen)',
  format: 'text, json oder html (sonst text)',
  out: 'in diese Datei schreiben statt ins Terminal',
  set: 'Einstellungen, z. B. newcomerDays=365 marginRate=0.2 loyalty-penalty.relevantGap=0.03',
  failOnFinding: 'mit Code 7 enden, wenn es einen Befund gibt',
  pack: 'Regelpaket',
  attestOut: 'leerer Ordner für den Nachweis oder der eines früheren Nachweises, der ersetzt wird',
  lines: 'Sparten, die die Regel erfasst, wie in product.line (sonst wie im Paket)',
  products: 'Produkte, die die Regel erfasst, mit ihren Nummern (sonst wie im Paket)',
  failOnBreach: 'mit Code 7 enden, wenn es einen Verstoß gibt',
  importExamples: `
Beispiele:
  stammkunde import contract.csv customer.csv.gz
  stammkunde import exporte/ --preview
  stammkunde import kunden.xlsx --mapping zuordnung.yaml --refused abgelehnt.csv`,
  auditExamples: `
Beispiele:
  stammkunde audit --language de
  stammkunde audit contract.csv contact.csv --as-of 30.06.2026 --format html --out bericht.html
  stammkunde audit policen.csv --mapping kfz.yaml --set newcomerDays=365 --format json`,
  attestExamples: `
Beispiele:
  stammkunde attest --pack icobs-6b --as-of 30.06.2026 --lines kfz,hausrat --out nachweis
  stammkunde attest --pack enwg-36 --out nachweis --fail-on-finding`,
  undoExamples: `
Beispiele:
  stammkunde undo
  stammkunde undo 3`,
  serveExamples: `
Beispiele:
  stammkunde serve
  stammkunde serve --home /srv/stammkunde --host 0.0.0.0 --port 8080
Umgebung: PUBLIC_URL, DATABASE_URL, CLICKHOUSE_URL, OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME,
BEHIND_PROXY=yes, LOG_LEVEL (docs/server.md)`,
  simulateExamples: `
Beispiele:
  stammkunde simulate A --out demo
  stammkunde simulate C --customers 4000 --seed 7 --without G6,G14 --out nullwelt`,
  after: `
Codes am Ende: 0 getan · 1 Fehler des Programms · 2 falscher Aufruf · 3 nicht eingerichtet · 4 Eingabe abgelehnt · 5 Bestand nicht benutzbar · 6 angehalten · 7 Befund (mit --fail-on-finding) · 8 vom laufenden Server abgelehnt`,
};

export const HELP: Readonly<Record<Language, typeof en>> = { en, de };
