import type { Format } from '#domain/format.ts';

type Subject = 'contract' | 'tariff';
type Result = 'passes' | 'fails' | 'unjudged' | 'outside';
interface Answer extends Readonly<Record<Result, number>> {
  readonly overCents: number;
  readonly asOf: string;
  readonly subject: Subject;
}

interface RulesWords {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly holdsFrom: (day: string) => string;
  readonly held: (from: string, to: string) => string;
  readonly version: (version: string) => string;
  readonly mayNotRun: string;
  readonly limits: string;
  readonly sources: string;
  readonly scope: Readonly<
    Record<'day' | 'dayHint' | 'lines' | 'linesHint' | 'products' | 'productsHint' | 'submit', string>
  >;
  readonly answer: (answer: Answer, format: Format) => string;
  readonly results: Readonly<Record<Result, string>>;
  /** Where the price comes from that a contract is held against. */
  readonly qualities: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<'title' | 'result' | 'reason' | 'count' | 'over', string>>;
  readonly rows: {
    readonly title: Readonly<Record<Subject, string>>;
    readonly subject: Readonly<Record<Subject, string>>;
    readonly traits: string;
    readonly judgedOn: string;
    readonly price: string;
    readonly twin: string;
    readonly over: string;
    readonly result: string;
    readonly none: string;
    readonly show: string;
    readonly all: string;
    readonly number: string;
    readonly anyReason: (reason: string) => string;
    readonly more: string;
    readonly shown: (shown: string, total: string) => string;
    readonly withheld: (count: string) => string;
  };
  readonly attestation: Readonly<Record<'title' | 'text' | 'submit' | 'offline', string>>;
}

const en: RulesWords = {
  title: 'Do we keep the rules?',
  lead: 'Rules of law put as computations: each judges every single contract or tariff, to the cent.',
  back: 'All rules',
  countries: { GB: 'United Kingdom', IE: 'Ireland', DE: 'Germany' },
  holdsFrom: (day) => `in force since ${day}`,
  held: (from, to) => `in force from ${from} to ${to}`,
  version: (version) => `rule pack ${version}`,
  mayNotRun: 'Touchpoint managers, heads of care and analysts run this rule.',
  limits: 'What this rule does not see here',
  sources: 'Sources',
  scope: {
    day: 'As of',
    dayHint: 'Empty: the last day the data know.',
    lines: 'Lines of business',
    linesHint: 'As in your data, with commas. Empty: all.',
    products: 'Products',
    productsHint: 'Their numbers, with commas. Empty: all.',
    submit: 'Judge now',
  },
  answer: ({ passes, fails, unjudged, outside, overCents, asOf, subject }, f) => {
    const [one, many] = subject === 'contract' ? ['contract', 'contracts'] : ['tariff', 'tariffs'];
    const judged = passes + fails;
    const cost = overCents > 0 ? ` Together they pay ${f.money(overCents / 100, 2)} a year too much.` : '';
    const open = unjudged > 0 ? ` ${f.count(unjudged)} cannot be judged.` : '';
    const out = outside > 0 ? ` The rule does not reach ${f.count(outside)}.` : '';
    return `As of ${f.day(asOf)}: ${f.count(fails)} of ${f.count(judged)} ${judged === 1 ? one : many} that could be judged ${fails === 1 ? 'breaks' : 'break'} the rule.${cost}${open}${out}`;
  },
  results: { passes: 'passes', fails: 'fails', unjudged: 'cannot be judged', outside: 'not reached' },
  qualities: { q1: 'by a quote', q2: 'by matched newcomers', q4: 'by the price list' },
  reasons: {
    title: 'Why?',
    result: 'Result',
    reason: 'Reason',
    count: 'How many',
    over: 'Too much a year',
  },
  rows: {
    title: { contract: 'Contract by contract', tariff: 'Tariff by tariff' },
    subject: { contract: 'Contract', tariff: 'Tariff' },
    traits: 'Product and traits',
    judgedOn: 'Judged on',
    price: 'Pays a year',
    twin: 'Held against',
    over: 'Difference',
    result: 'Result and reason',
    none: 'Nothing fits these filters.',
    show: 'Show',
    all: 'Everything',
    number: 'Number contains',
    anyReason: (reason) => `Any reason (now: ${reason})`,
    more: 'Show more',
    shown: (shown, total) => `${shown} of ${total} shown.`,
    withheld: (count) =>
      `${count} more are counted but not listed: their holders objected to profiling or their data are restricted.`,
  },
  attestation: {
    title: 'Attestation',
    text: 'A packed folder with the verdict, every contract or tariff, settings, hashes of the data and of every file. The same data give the same bytes. It names no customer; that you made it goes into the log.',
    submit: 'Make the attestation',
    offline: 'The server does not answer. Please try again in a moment.',
  },
};

const de: RulesWords = {
  title: 'Halten wir die Regeln ein?',
  lead: 'Rechtsregeln als Rechnung: Jede beurteilt jeden einzelnen Vertrag oder Tarif, auf den Cent.',
  back: 'Alle Regeln',
  countries: { GB: 'Vereinigtes Königreich', IE: 'Irland', DE: 'Deutschland' },
  holdsFrom: (day) => `gilt seit ${day}`,
  held: (from, to) => `galt vom ${from} bis ${to}`,
  version: (version) => `Regelpaket ${version}`,
  mayNotRun: 'Touchpoint-Manager, Leitung der Kundenbetreuung und Analyse wenden diese Regel an.',
  limits: 'Was diese Regel hier nicht sieht',
  sources: 'Quellen',
  scope: {
    day: 'Stichtag',
    dayHint: 'Leer: der letzte Tag, den die Daten kennen.',
    lines: 'Sparten',
    linesHint: 'Wie in Ihren Daten, mit Kommas. Leer: alle.',
    products: 'Produkte',
    productsHint: 'Ihre Nummern, mit Kommas. Leer: alle.',
    submit: 'Jetzt beurteilen',
  },
  answer: ({ passes, fails, unjudged, outside, overCents, asOf, subject }, f) => {
    const [one, many] = subject === 'contract' ? ['Vertrag', 'Verträgen'] : ['Tarif', 'Tarifen'];
    const judged = passes + fails;
    const cost = overCents > 0 ? ` Zusammen zahlen sie im Jahr ${f.money(overCents / 100, 2)} zu viel.` : '';
    const open = unjudged > 0 ? ` ${f.count(unjudged)} ${unjudged === 1 ? 'ist' : 'sind'} nicht beurteilbar.` : '';
    const out = outside > 0 ? ` ${f.count(outside)} erfasst die Regel nicht.` : '';
    return `Stand ${f.day(asOf)}: ${f.count(fails)} von ${f.count(judged)} beurteilbaren ${judged === 1 ? one : many} ${fails === 1 ? 'verstößt' : 'verstoßen'} gegen die Regel.${cost}${open}${out}`;
  },
  results: { passes: 'besteht', fails: 'verstößt', unjudged: 'nicht beurteilbar', outside: 'nicht erfasst' },
  qualities: { q1: 'nach Angebot', q2: 'nach vergleichbaren Neukunden', q4: 'nach Preisblatt' },
  reasons: {
    title: 'Warum?',
    result: 'Ergebnis',
    reason: 'Grund',
    count: 'Wie viele',
    over: 'Im Jahr zu viel',
  },
  rows: {
    title: { contract: 'Vertrag für Vertrag', tariff: 'Tarif für Tarif' },
    subject: { contract: 'Vertrag', tariff: 'Tarif' },
    traits: 'Produkt und Merkmale',
    judgedOn: 'Beurteilt zum',
    price: 'Zahlt im Jahr',
    twin: 'Gemessen an',
    over: 'Unterschied',
    result: 'Ergebnis und Grund',
    none: 'Zu diesen Filtern passt nichts.',
    show: 'Zeigen',
    all: 'Alles',
    number: 'Nummer enthält',
    anyReason: (reason) => `Alle Gründe (jetzt: ${reason})`,
    more: 'Mehr zeigen',
    shown: (shown, total) => `${shown} von ${total} gezeigt.`,
    withheld: (count) =>
      `${count} weitere sind gezählt, aber nicht aufgeführt: Wer dahintersteht, hat der Profilbildung widersprochen oder die Daten sind eingeschränkt.`,
  },
  attestation: {
    title: 'Nachweis zum Mitnehmen',
    text: 'Ein gepackter Ordner mit dem Urteil, jedem Vertrag oder Tarif, den Einstellungen und den Prüfsummen der Daten und aller Dateien. Dieselben Daten ergeben dieselben Bytes. Er nennt keine Kunden; dass Sie ihn erstellt haben, steht im Protokoll.',
    submit: 'Nachweis erstellen',
    offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
  },
};

export const RULES_WORDS = { en, de };
