const en = {
  open: (what: string) => `To be filled in: ${what}`,
  controller: 'name and contact of the controller (and of a representative)',
  officer: 'name and contact of the data protection officer',
  company: (name: string) => `Company as entered in the settings: ${name === '' ? 'not entered' : name}`,
  lead: (at: string, version: string) =>
    `Written on ${at} by Stammkunde ${version} from what this installation holds and does. A template: whoever is responsible completes, checks and signs it.`,
  days: (count: string) => `${count} days`,
  hours: (count: string) => `${count} hours`,
  always: 'as long as the installation stands',
  concerns: {
    customer: 'customer',
    staff: 'people who work here',
    freeText: 'free text',
    matter: 'contract or matter',
  },
  rows: (count: string) => `${count} rows`,
  empty: 'The store holds no data yet.',
  pseudonymous: 'Numbers of customers are stored as keyed pseudonyms.',
  plain:
    'Numbers of customers are stored as they are in the files; a mapping file can ask for pseudonyms (customer_ids: pseudonym).',
  staffPseudonymous:
    'Ids of people who work here are always stored as keyed pseudonyms; the secret stays on this machine.',
  freeTextOn: 'Free text may be imported: data protection has allowed it.',
  freeTextOff: 'Free text is refused at import.',
  agreementOn: (title: string, day: string, group: string) =>
    `Questions about staff are asked under the works agreement “${title}” of ${day}, for groups of ${group} or more.`,
  agreementOff: 'Questions about staff are off: no works agreement stands.',
  cells: (count: string) => `Groups of fewer than ${count} are not shown.`,
  closed: (count: string) => `Customers who objected or are restricted, in no list: ${count}.`,
  erased: (count: string) => `Persons erased so far: ${count}.`,
  roles: (count: string, roles: string) =>
    `Accounts: ${count}, in these roles: ${roles}. Every address of the server names its roles; a test tries each role at each address.`,
  session: (hours: string) =>
    `A session ends after ${hours} hours; passwords have twelve characters or more and are kept as hashes.`,
  companySignIn: (name: string) => `People may sign in with the company account (${name}).`,
  log: 'Every deed is a line of a log in which each line is hashed over the one before; a changed line is found with its place.',
  local: 'Both stores lie on the company’s own machine; the program sends nothing outside and fetches nothing.',
  server: 'The data store is a server of the company’s own choice; where it stands is to be stated here.',
  encrypted: 'The connection to the browser is encrypted (https).',
  unencrypted:
    'The address of the server begins with http: outside one machine an encrypted connection must be put in front.',
  retention: (at: string | null) =>
    at === null ? 'Retention has not been carried out yet.' : `Retention was last carried out on ${at}.`,
  copies: (names: string) => `Copies from before an update that still hold data: ${names}.`,
  noCopies: 'There are no copies from before an update.',
};
const de: typeof en = {
  open: (what) => `Auszufüllen: ${what}`,
  controller: 'Name und Kontaktdaten des Verantwortlichen (und eines Vertreters)',
  officer: 'Name und Kontaktdaten der oder des Datenschutzbeauftragten',
  company: (name) => `Unternehmen laut Einstellungen: ${name === '' ? 'nicht eingetragen' : name}`,
  lead: (at, version) =>
    `Am ${at} von Stammkunde ${version} aus dem geschrieben, was diese Installation enthält und tut. Eine Vorlage: Wer verantwortlich ist, ergänzt, prüft und unterschreibt sie.`,
  days: (count) => `${count} Tage`,
  hours: (count) => `${count} Stunden`,
  always: 'solange die Installation besteht',
  concerns: { customer: 'Kunde', staff: 'Mitarbeitende', freeText: 'Freitext', matter: 'Vertrag oder Vorgang' },
  rows: (count) => `${count} Zeilen`,
  empty: 'Der Bestand enthält noch keine Daten.',
  pseudonymous: 'Kundennummern sind als Pseudonyme mit Schlüssel gespeichert.',
  plain:
    'Kundennummern sind gespeichert, wie sie in den Dateien stehen; eine Zuordnungsdatei kann Pseudonyme verlangen (customer_ids: pseudonym).',
  staffPseudonymous:
    'Kennungen von Mitarbeitenden sind immer als Pseudonyme mit Schlüssel gespeichert; der Schlüssel bleibt auf dieser Maschine.',
  freeTextOn: 'Freitext darf eingelesen werden: Der Datenschutz hat es erlaubt.',
  freeTextOff: 'Freitext wird beim Einlesen abgewiesen.',
  agreementOn: (title, day, group) =>
    `Fragen zu Mitarbeitenden werden nach der Betriebsvereinbarung „${title}“ vom ${day} gestellt, für Gruppen ab ${group}.`,
  agreementOff: 'Fragen zu Mitarbeitenden sind aus: Es gilt keine Betriebsvereinbarung.',
  cells: (count) => `Gruppen unter ${count} werden nicht gezeigt.`,
  closed: (count) => `Kunden mit Widerspruch oder Einschränkung, in keiner Liste: ${count}.`,
  erased: (count) => `Bisher gelöschte Personen: ${count}.`,
  roles: (count, roles) =>
    `Konten: ${count}, in diesen Rollen: ${roles}. Jede Adresse des Servers nennt ihre Rollen; ein Test probiert jede Rolle an jeder Adresse.`,
  session: (hours) =>
    `Eine Sitzung endet nach ${hours} Stunden; Passwörter haben mindestens zwölf Zeichen und liegen nur als Hashwert vor.`,
  companySignIn: (name) => `Die Anmeldung mit dem Firmenkonto ist möglich (${name}).`,
  log: 'Jeder Vorgang ist eine Zeile eines Protokolls, in dem jede Zeile mit der vorigen verkettet ist; eine geänderte Zeile wird mit ihrer Stelle gefunden.',
  local:
    'Beide Bestände liegen auf der eigenen Maschine des Unternehmens; das Programm sendet nichts nach außen und lädt nichts nach.',
  server: 'Der Datenbestand liegt auf einem Server nach Wahl des Unternehmens; wo er steht, ist hier anzugeben.',
  encrypted: 'Die Verbindung zum Browser ist verschlüsselt (https).',
  unencrypted:
    'Die Adresse des Servers beginnt mit http: Außerhalb einer einzelnen Maschine gehört eine verschlüsselte Verbindung davor.',
  retention: (at) =>
    at === null
      ? 'Die Löschung nach Frist wurde noch nicht ausgeführt.'
      : `Die Löschung nach Frist wurde zuletzt am ${at} ausgeführt.`,
  copies: (names) => `Kopien von vor einer Aktualisierung, die noch Daten enthalten: ${names}.`,
  noCopies: 'Es gibt keine Kopien von vor einer Aktualisierung.',
};
export const SHARED_WORDS = { en, de };
