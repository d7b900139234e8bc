import type { Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';

/** Words of the report that belong to no single check. */
export interface ReportWords {
  readonly title: string;
  readonly subtitle: (asOf: string) => string;
  readonly lead: (counts: Readonly<Record<Outcome, number>>, f: Format) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** Outcome of the question about the data themselves. */
  readonly withCare: string;
  readonly grades: Readonly<Record<EvidenceGrade, string>>;
  readonly grade: string;
  readonly contents: string;
  readonly money: Readonly<Record<'transfer' | 'loss' | 'atRisk' | 'recoverable', string>>;
  readonly moneyHeading: string;
  readonly moneyNone: string;
  readonly moneyNote: string;
  readonly naive: string;
  readonly affected: (count: number, f: Format) => string;
  readonly adjusted: string;
  readonly nothingAdjusted: string;
  readonly overlap: (share: number, f: Format) => string;
  readonly caveats: string;
  readonly excluded: string;
  readonly overturn: string;
  readonly sharpen: string;
  readonly action: string;
  readonly method: string;
  readonly numbers: string;
  readonly strata: string;
  readonly table: string;
  readonly group: string;
  readonly value: string;
  readonly interval: string;
  readonly counts: string;
  readonly to: string;
  readonly unbounded: string;
  readonly benchmark: string;
  readonly settings: string;
  readonly data: string;
  readonly rows: string;
  readonly settingNames: Readonly<Record<string, string>>;
  readonly failed: (message: string) => string;
  readonly level: string;
}

const en: ReportWords = {
  title: 'Are your existing customers second class?',
  subtitle: (asOf) => `Stammkunde audit as of ${asOf}`,
  lead: (n, f) => {
    const found =
      n.finding === 0
        ? 'No place was found where existing customers are second class.'
        : `${f.count(n.finding)} ${n.finding === 1 ? 'place was' : 'places were'} found where existing customers are second class.`;
    const silent = n.inconclusive + n.notApplicable;
    const rest = [
      n.reversed > 0 ? `the other way round: ${f.count(n.reversed)}` : '',
      n.clear > 0 ? `no difference that matters: ${f.count(n.clear)}` : '',
      silent > 0 ? `these data do not tell: ${f.count(silent)}` : '',
      n.failed > 0 ? `failed on our side: ${f.count(n.failed)}` : '',
    ].filter((part) => part !== '');
    return rest.length === 0 ? found : `${found} The other questions – ${rest.join('; ')}.`;
  },
  outcomes: {
    finding: 'Second class',
    reversed: 'Reversed',
    clear: 'No difference that matters',
    inconclusive: 'The data do not tell',
    notApplicable: 'Does not apply',
    failed: 'Failed',
  },
  withCare: 'With care',
  grades: {
    A: 'Randomised comparison or hard natural experiment.',
    B: 'Like compared with like, with good overlap.',
    C: 'Description by groups; a hidden difference may be part of it.',
    D: 'Raw counts or testimony.',
  },
  grade: 'Evidence grade',
  contents: 'The questions',
  money: {
    transfer: 'Moved from existing customers (no loss to the company)',
    loss: 'Margin lost',
    atRisk: 'At risk',
    recoverable: 'Recoverable (planning value)',
  },
  moneyHeading: 'Money a year',
  moneyNone: 'These data give no amount.',
  moneyNote: 'The four kinds, and the amounts of different questions, overlap and must not be added.',
  naive: 'What a plain comparison would say',
  affected: (count, f) => `${f.count(count)} are behind this number.`,
  adjusted: 'Held equal',
  nothingAdjusted: 'Nothing could be held equal.',
  overlap: (share, f) => `${f.percent(share, 0)} have something to compare with.`,
  caveats: 'To keep in mind',
  excluded: 'Left out',
  overturn: 'What would overturn this',
  sharpen: 'The column that would sharpen this most',
  action: 'What one could do',
  method: 'How it was computed',
  numbers: 'Further numbers',
  strata: 'By group',
  table: 'The chart as a table',
  group: 'Group',
  value: 'Value',
  interval: '95% interval',
  counts: 'Counts',
  to: 'to',
  unbounded: 'unbounded',
  benchmark: 'published',
  settings: 'Asked under these settings',
  data: 'Data',
  rows: 'rows',
  settingNames: {
    asOf: 'Day of the audit',
    currency: 'Currency',
    newcomerDays: 'Newcomer: days since the start',
    newcomerQuietMonths: 'Newcomer: months without a contract before',
    existingMonths: 'Existing customer: months since the start',
    regularYears: 'Regular: years as a party',
    windowMonths: 'Look-back in months',
    horizonMonths: 'Horizon in months',
    discountRate: 'Discount rate a year',
    marginRate: 'Margin rate where no margin is imported',
    vatRate: 'VAT taken out of gross prices',
    acquisitionCost: 'Cost of winning a customer',
    minimumCell: 'Smallest group shown',
    minimumMoneyUnits: 'Smallest group with money',
    staffGroupMinimum: 'Smallest group of staff shown',
    worksAgreement: 'Works agreement on staff figures (1: recorded)',
  },
  failed: (message) => `This question failed on our side; the others stand. The engine said: ${message}`,
  level: 'Ranges are 95% intervals.',
};

const de: typeof en = {
  title: 'Sind Ihre Bestandskunden zweite Klasse?',
  subtitle: (asOf) => `Stammkunde-Audit zum ${asOf}`,
  lead: (n, f) => {
    const found =
      n.finding === 0
        ? 'Es fand sich keine Stelle, an der Bestandskunden zweite Klasse sind.'
        : `${f.count(n.finding)} ${n.finding === 1 ? 'Stelle fand sich, an der' : 'Stellen fanden sich, an denen'} Bestandskunden zweite Klasse sind.`;
    const silent = n.inconclusive + n.notApplicable;
    const rest = [
      n.reversed > 0 ? `umgekehrt: ${f.count(n.reversed)}` : '',
      n.clear > 0 ? `kein Unterschied, der zählt: ${f.count(n.clear)}` : '',
      silent > 0 ? `diese Daten sagen es nicht: ${f.count(silent)}` : '',
      n.failed > 0 ? `bei uns gescheitert: ${f.count(n.failed)}` : '',
    ].filter((part) => part !== '');
    return rest.length === 0 ? found : `${found} Die übrigen Fragen – ${rest.join('; ')}.`;
  },
  outcomes: {
    finding: 'Zweite Klasse',
    reversed: 'Umgekehrt',
    clear: 'Kein Unterschied, der zählt',
    inconclusive: 'Die Daten sagen es nicht',
    notApplicable: 'Trifft nicht zu',
    failed: 'Gescheitert',
  },
  withCare: 'Mit Vorsicht',
  grades: {
    A: 'Vergleich mit Zufallszuteilung oder hartes natürliches Experiment.',
    B: 'Gleiches mit Gleichem verglichen, mit guter Überdeckung.',
    C: 'Beschreibung nach Gruppen; ein verborgener Unterschied kann mitspielen.',
    D: 'Bloße Zählung oder Aussage.',
  },
  grade: 'Aussagekraft',
  contents: 'Die Fragen',
  money: {
    transfer: 'Von Bestandskunden abgeflossen (kein Verlust der Firma)',
    loss: 'Verlorener Deckungsbeitrag',
    atRisk: 'Gefährdet',
    recoverable: 'Rückholbar (Planwert)',
  },
  moneyHeading: 'Geld im Jahr',
  moneyNone: 'Diese Daten ergeben keinen Betrag.',
  moneyNote: 'Die vier Arten und die Beträge verschiedener Fragen überschneiden sich und dürfen nicht addiert werden.',
  naive: 'Was ein einfacher Vergleich sagen würde',
  affected: (count, f) => `${f.count(count)} stehen hinter dieser Zahl.`,
  adjusted: 'Gleich gehalten',
  nothingAdjusted: 'Es ließ sich nichts gleich halten.',
  overlap: (share, f) => `${f.percent(share, 0)} haben etwas zum Vergleichen.`,
  caveats: 'Zu bedenken',
  excluded: 'Nicht berücksichtigt',
  overturn: 'Was dies umstoßen würde',
  sharpen: 'Die Spalte, die dies am meisten schärfen würde',
  action: 'Was man tun könnte',
  method: 'Wie gerechnet wurde',
  numbers: 'Weitere Zahlen',
  strata: 'Nach Gruppen',
  table: 'Die Grafik als Tabelle',
  group: 'Gruppe',
  value: 'Wert',
  interval: '95-%-Bereich',
  counts: 'Anzahlen',
  to: 'bis',
  unbounded: 'unbegrenzt',
  benchmark: 'veröffentlicht',
  settings: 'Gefragt unter diesen Einstellungen',
  data: 'Daten',
  rows: 'Zeilen',
  settingNames: {
    asOf: 'Stichtag',
    currency: 'Währung',
    newcomerDays: 'Neukunde: Tage seit Beginn',
    newcomerQuietMonths: 'Neukunde: Monate ohne Vertrag davor',
    existingMonths: 'Bestandskunde: Monate seit Beginn',
    regularYears: 'Stammkunde: Jahre als Partei',
    windowMonths: 'Rückblick in Monaten',
    horizonMonths: 'Betrachtungszeitraum in Monaten',
    discountRate: 'Zinssatz im Jahr',
    marginRate: 'Deckungsbeitragssatz, wo keiner eingelesen ist',
    vatRate: 'Aus Bruttopreisen herausgerechnete Umsatzsteuer',
    acquisitionCost: 'Kosten je gewonnenem Kunden',
    minimumCell: 'Kleinste gezeigte Gruppe',
    minimumMoneyUnits: 'Kleinste Gruppe mit Betrag',
    staffGroupMinimum: 'Kleinste gezeigte Gruppe von Beschäftigten',
    worksAgreement: 'Betriebsvereinbarung zu Personalzahlen (1: liegt vor)',
  },
  failed: (message) => `Diese Frage ist bei uns gescheitert; die anderen gelten. Die Maschine meldet: ${message}`,
  level: 'Bereiche sind 95-%-Bereiche.',
};

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en, de };
