/** Kinds of values and columns, as our own English sentences name them. */
const KINDS: Readonly<Record<string, string>> = {
  text: 'Text',
  number: 'Zahl',
  date: 'Tag',
  instant: 'Zeitpunkt',
  boolean: 'Ja oder Nein',
  id: 'Kennung',
  category: 'Kategorie',
  json: 'JSON',
  money: 'Betrag',
  count: 'Anzahl',
  share: 'Anteil',
  seconds: 'Dauer',
  nothing: 'nichts',
  string: 'Text',
  array: 'Liste',
  object: 'Gruppe von Einträgen',
  record: 'Gruppe von Einträgen',
  undefined: 'nichts',
  null: 'nichts',
};
const kind = (name: string) => KINDS[name] ?? name;
const kinds = (list: string) => list.split(', ').map(kind).join(', ');

type Phrase = readonly [english: RegExp, german: (...found: readonly string[]) => string];

const RULES: readonly Phrase[] = [
  [/^unexpected "(.*)"$/s, (what) => `„${what}“ steht hier unerwartet`],
  [/^the rule ends too early$/, () => 'die Regel hört zu früh auf'],
  [/^the rule is nested too deeply$/, () => 'die Regel ist zu tief verschachtelt'],
  [/^the rule is too long for the engine$/, () => 'die Regel ist zu lang'],
  [/^a rule has at most (\d+) characters$/, (n) => `eine Regel hat höchstens ${n} Zeichen`],
  [/^there is no function (.*)$/, (name) => `eine Funktion ${name} gibt es nicht`],
  [/^there is no column (.*)$/, (name) => `eine Spalte ${name} gibt es nicht`],
  [
    /^(\S+) takes (.+) values, not (\d+)$/,
    (name, wanted, given) =>
      `${name} nimmt ${wanted?.replace('to any number of', 'bis beliebig viele').replace(' to ', ' bis ').replace(' or ', ' oder ')} Werte, nicht ${given}`,
  ],
  [/^value (\d+) of (\S+) must be written out$/, (n, name) => `Wert ${n} von ${name} muss ausgeschrieben sein`],
  [/^value (\d+) of (\S+) is empty$/, (n, name) => `Wert ${n} von ${name} ist leer`],
  [
    /^(\S+) expected, this is (\S+)$/,
    (wanted = '', given = '') => `erwartet wird ${kind(wanted)}, dies ist ${kind(given)}`,
  ],
  [/^these values are of different types: (.*)$/, (list = '') => `diese Werte sind verschiedener Art: ${kinds(list)}`],
  [/^the style is one of (.*)$/, (list) => `die Schreibweise ist eine von ${list}`],
  [/^nothing to (?:read|sum|pick)$/, () => 'in der Klammer fehlt ein Wert'],
  [
    /^(\S+) needs number\(\.\.\.\) or date\(\.\.\.\) inside$/,
    (name) => `${name} braucht number(...) oder date(...) in der Klammer`,
  ],
  [
    /^(\S+) compares numbers and days, these are texts; write (.*) around them$/,
    (name, hint) =>
      `${name} vergleicht Zahlen und Tage, dies sind Texte; schreiben Sie ${hint?.replaceAll(' or ', ' oder ')} darum`,
  ],
  [
    /^patterns cannot look around or refer back$/,
    () => 'Muster können nicht voraus, zurück oder auf sich selbst verweisen',
  ],
  [/^not a pattern: (.*)$/, (reason) => `das ist kein Muster: ${reason}`],
  [
    /^(\S+) is a (\S+), the rule gives a (\S+)$/,
    (name, wanted = '', given = '') => `${name} ist ${kind(wanted)}, die Regel ergibt ${kind(given)}`,
  ],
];

const ENTRIES: readonly Phrase[] = [
  [/^"(.*)" is none of (.*)$/, (value, list) => `„${value}“ gehört nicht zu ${list}`],
  [/^the unit (.*) does not fit$/, (unit) => `die Einheit ${unit} passt hier nicht`],
  [/^possible are (.*)$/, (list) => `möglich sind ${list}`],
  [/^not a time zone such as (.*)$/, (zone) => `das ist keine Zeitzone wie ${zone}`],
  [/^only one of header, constant and expression$/, () => 'nur eines von header, constant und expression ist möglich'],
  [
    /^with tables, write (.*) and (\S+) inside each of them$/,
    (list, last) => `mit tables stehen ${list} und ${last} in jedem von ihnen`,
  ],
  [
    /^Invalid (?:input|option): expected (?:one of )?(.*?)(?:, received (.*))?$/,
    (wanted = '', given) =>
      `erwartet wird ${wanted.includes('|') ? `eines von ${wanted.replaceAll('"', '').replaceAll('|', ', ')}` : kind(wanted)}${given === undefined ? '' : `, hier steht ${kind(given)}`}`,
  ],
  [/^Too small: expected .*$/, () => 'hier fehlt mindestens ein Eintrag'],
  [
    /^rows are gathered, so say (.*) or (\S+) of (.*)$/,
    (list, last, columns) => `Zeilen werden zusammengefasst, also schreiben Sie ${list} oder ${last} von ${columns}`,
  ],
  [
    /^it tells the rows apart, so it cannot be made from several of them$/,
    () => 'die Spalte unterscheidet die Zeilen und kann nicht aus mehreren entstehen',
  ],
  [
    /^(.*) is gathered; write gather: true for the table$/,
    (what) =>
      `${what === 'the rule' ? 'die Regel' : what} fasst Zeilen zusammen; schreiben Sie gather: true zur Tabelle`,
  ],
  [/^rows are chosen before they are gathered$/, () => 'Zeilen werden ausgewählt, bevor sie zusammengefasst werden'],
];

const YAML: readonly Phrase[] = [
  [
    /^Implicit keys need to be on a single line$/,
    () => 'hinter einem Eintrag fehlt der Doppelpunkt oder der Zeilenumbruch',
  ],
  [/^Implicit map keys need to be followed by map values$/, () => 'hinter einem Eintrag fehlt der Doppelpunkt'],
  [/^Map keys must be unique$/, () => 'derselbe Eintrag steht zweimal da'],
  [
    /^Nested mappings are not allowed in compact mappings$/,
    () => 'ein Doppelpunkt zu viel; Text mit Doppelpunkt gehört in Anführungszeichen',
  ],
  [
    /^All (?:mapping|sequence|collection) items must start at the same column$/,
    () => 'die Einträge sind verschieden weit eingerückt',
  ],
  [/^Tabs are not allowed as indentation$/, () => 'eingerückt wird mit Leerzeichen, nicht mit Tabulator'],
  [/^Missing closing ["'](.*)quote$/, () => 'ein Anführungszeichen wird nicht geschlossen'],
];

function told(text: string, phrases: readonly Phrase[]): string | null {
  for (const [english, german] of phrases) {
    const found = english.exec(text);
    if (found !== null) return german(...found.slice(1));
  }
  return null;
}

/** "character 3 in "...": reason; did you mean x?" */
const PLACED = /^character (\d+)(?: in "(.*)")?: (.*?)(?:; did you mean (\S+)\?)?$/s;

/** The German of what is wrong with a rule or an entry of the mapping file; what other programs said stays as it is. */
export function ruleInGerman(reason: string | number | undefined): string {
  const text = String(reason);
  const placed = PLACED.exec(text);
  if (placed === null) return told(text, ENTRIES) ?? told(text, RULES) ?? told(text, YAML) ?? text;
  const [, position, rule, what = '', near] = placed;
  const where = rule === undefined ? '' : ` in „${rule}“`;
  return `Zeichen ${position}${where}: ${told(what, RULES) ?? what}${near === undefined ? '' : `; gemeint vielleicht ${near}`}`;
}
