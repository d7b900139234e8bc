import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const share = (values: Values, name: string, f: Format) => f.percent(num(values, name));
const day = (values: Values, name: string, f: Format) => f.day(String(values[name] ?? ''));

/** Words that differ between the languages, in the order of the sentence. */
interface Parts {
  readonly brought: Readonly<Record<string, string>>;
  readonly between: (low: string, high: string) => string;
  readonly line: (n: {
    brought: string;
    of: string;
    keep: string;
    parity: string;
    bounds: string;
    day: string;
  }) => string;
}

function evidence(v: Verdict, f: Format, parts: Parts): string {
  const values = v.overturn?.values;
  if (v.effect === null || values?.['base'] === undefined) return '';
  const { value, low, high } = v.effect;
  return parts.line({
    brought: share(values, 'base', f),
    of: parts.brought[String(values['source'])] ?? '',
    keep: share(values, 'keep', f),
    parity: f.number(value, 2),
    bounds: high - low > 0.005 ? parts.between(f.number(low, 2), f.number(high, 2)) : '',
    day: day(values, 'day', f),
  });
}

const EN: Parts = {
  brought: {
    margin: 'of the margin',
    revenue: 'of the revenue',
    price: 'of the yearly prices',
    heads: 'of the running contracts',
  },
  between: (low, high) => `, between ${low} and ${high} by how mixed lines are split`,
  line: (n) =>
    `existing customers stand for ${n.brought} ${n.of} and get ${n.keep} of the spend; that is ${n.parity} of their share (1 is in proportion${n.bounds}; twelve months to ${n.day})`,
};
const DE: Parts = {
  brought: {
    margin: 'des Deckungsbeitrags',
    revenue: 'des Umsatzes',
    price: 'der Jahrespreise',
    heads: 'der laufenden Verträge',
  },
  between: (low, high) => `, zwischen ${low} und ${high} je nach Aufteilung gemischter Posten`,
  line: (n) =>
    `Auf Bestandskunden entfallen ${n.brought} ${n.of} und ${n.keep} der Ausgaben; das ist das ${n.parity}-Fache ihres Anteils (1 ist im Verhältnis${n.bounds}; zwölf Monate bis ${n.day})`,
};

const en: CheckWords = {
  question: () => 'Is what you spend on keeping customers in proportion to what they bring?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs cost lines with period, amount and purpose; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const told = evidence(v, f, EN);
    if (v.outcome === 'finding' && told !== '') return `No: ${told}.`;
    if (v.outcome === 'clear' && told !== '') return `Yes, about: ${told}.`;
    if (v.outcome === 'reversed' && told !== '') return `More than in proportion: ${told}.`;
    return told === ''
      ? 'The data do not tell whether the spend is in proportion.'
      : `The data do not tell whether the spend is in proportion: ${told}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `By the books alone the figure is ${f.number(v.naive.value, 2)}. They leave out the price forgone by introductory discounts, which is seldom in the marketing budget.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could move a part of the spend on winning into keeping, in some regions first, count the price forgone beside it, and compare how many customers come and stay.';
    if (outcome === 'clear' || outcome === 'reversed')
      return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could book each line as winning, keeping or saving, for twelve full months, and keep the margin of customers by year.';
  },
  method:
    'Cost lines of the latest twelve finished months are added up by purpose; a line of a quarter or a year counts evenly over its months. What is spent on customers who are about to leave counts as keeping, in favour of the company, and is shown apart. Discounts that customers had in those months count on the side of winning in their first year and on the side of keeping later. The share of keeping is set against the share that existing customers bring. Books have no sampling error; the bounds put all mixed lines on one side and on the other.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noFinishedPeriod: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months of costs that are over by ${day(values, 'asOf', f)}, has 0.`,
    noWinning: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months with costs of winning customers, has 0 of ${f.count(num(values, 'found'))}.`,
    noKeeping: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months with costs of keeping customers, has 0 of ${f.count(num(values, 'found'))}; a missing line does not mean that nothing was spent.`,
    winningLate: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months with costs of winning customers, has the last ${f.count(num(values, 'found'))}: before that not one was booked as such.`,
    keepingLate: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months with costs of keeping customers, has the last ${f.count(num(values, 'found'))}: before that not one was booked as such.`,
    fewMonths: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months of costs, has ${f.count(num(values, 'found'))}.`,
    onlyMixed: (values, f) =>
      `All amounts of the twelve months to ${day(values, 'day', f)} are mixed or cancel out; needs lines for winning and for keeping.`,
    noBase: (values, f) =>
      `Keeping gets ${share(values, 'keep', f)} of the spend in the twelve months to ${day(values, 'day', f)}. Whether that is in proportion takes the margin of customers, or contracts; neither is in the data.`,
    boundsOpen: (values, f) =>
      `The figure lies between ${f.number(num(values, 'low'), 2)} and ${f.number(num(values, 'high'), 2)} by how mixed lines are split; it matters below ${f.number(num(values, 'relevant'), 2)}.`,
    accounting: () => 'These are sums of the books, not a sample: there is no sampling error.',
    mixed: (values, f) =>
      `${share(values, 'share', f)} of the spend is booked as mixed; the bounds put it on either side.`,
    saveIsFailure: (values, f) =>
      `${f.money(num(values, 'amount'))} a year go to customers who are about to leave. They count as keeping here; they are a cost of failure rather than of care.`,
    discountsOnRecord: (values, f) =>
      `Price forgone is read from ${f.count(num(values, 'count'))} contracts with a discount; discounts that were deleted when they ended are missing, so it is rather too low.`,
    discountsUnknown: () => 'Discounts are not in the data; the price forgone for newcomers is left out.',
    toldTwice: (values, f) =>
      `For ${f.count(num(values, 'count'))} parts of longer periods shorter ones are on record too; if they hold the same money, it counts twice.`,
    patchy: (values, f) =>
      `Winning is on record in ${f.count(num(values, 'winning'))} of the twelve months, keeping in ${f.count(num(values, 'keeping'))}.`,
    priceForMargin: () => 'The margin of customers is not on record; revenue or prices stand in for it.',
    headsForMargin: () => 'Neither margins nor prices are on record; contracts are counted instead.',
    averages: () =>
      'An average says nothing about the next euro, and a young or growing company rightly spends more on winning.',
    noMoney: () => 'No sum of money is named: spend is no loss in itself.',
    overturnFinding: () =>
      'The statement would fall if costs of keeping stand on accounts that are not in the data, or if mixed lines belong to keeping for the most part.',
    overturnClear: () =>
      'The statement would fall if costs of winning stand on accounts that are not in the data, such as bonuses and discounts.',
  },
  details: {
    winning: 'Spent on winning',
    keeping: 'Spent on keeping, saving included',
    saving: 'Of that on saving those about to leave',
    forgone: 'Price forgone for newcomers by discounts',
    keepShareBooked: 'Share of keeping in the spend, as booked',
    keepShareFull: 'Share of keeping in the spend, price forgone included',
    broughtByExisting: 'Share that existing customers bring',
    parityWithoutSaving: 'Parity without saving (1 is in proportion)',
    perNewcomer: 'Spent per newcomer, price forgone included',
    perExisting: 'Spent per existing customer',
    perHeadRatio: 'Spent per newcomer over spent per existing customer',
  },
  counts: {
    lines: 'cost lines by month',
    months: 'months with costs',
    won: 'newcomers in the twelve months',
    existing: 'existing customers at their end',
  },
  excluded: {},
  dimensions: {},
  charts: {
    spend: {
      title: 'What was spent in twelve months',
      x: 'Purpose',
      y: 'Amount',
      series: {
        newcomer: 'Newcomers',
        existing: 'Existing customers',
        mixed: 'Mixed',
        acquisition: 'Winning',
        forgone: 'Price forgone',
        retention: 'Keeping',
        save: 'Saving',
      },
    },
  },
};

const de: typeof en = {
  question: () => 'Stehen Ihre Ausgaben für Bestandskunden im Verhältnis zu dem, was diese einbringen?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Kosten mit Zeitraum, Betrag und Zweck; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht rechnen; die übrigen Antworten gelten.';
    const told = evidence(v, f, DE);
    if (v.outcome === 'finding' && told !== '') return `Nein: ${told}.`;
    if (v.outcome === 'clear' && told !== '') return `Ja, etwa: ${told}.`;
    if (v.outcome === 'reversed' && told !== '') return `Mehr als im Verhältnis: ${told}.`;
    return told === ''
      ? 'Die Daten sagen nicht, ob die Ausgaben im Verhältnis stehen.'
      : `Die Daten sagen nicht, ob die Ausgaben im Verhältnis stehen: ${told}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Nach den Büchern allein beträgt die Zahl ${f.number(v.naive.value, 2)}. Ihnen fehlt der Preis, auf den Einstiegsrabatte verzichten; er steht selten im Werbeetat.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten einen Teil der Gewinnungskosten in die Betreuung verlagern, zuerst in einigen Regionen, den Preisverzicht daneben mitzählen und vergleichen, wie viele Kunden kommen und bleiben.';
    if (outcome === 'clear' || outcome === 'reversed')
      return 'Sie könnten die Zahl weiter beobachten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten jeden Posten als Gewinnung, Betreuung oder Rettung buchen, über zwölf volle Monate, und den Deckungsbeitrag der Kunden je Jahr festhalten.';
  },
  method:
    'Die Kosten der jüngsten zwölf abgeschlossenen Monate werden nach Zweck zusammengezählt; ein Posten eines Quartals oder Jahres zählt gleichmäßig auf seine Monate. Was für Kunden ausgegeben wird, die gehen wollen, zählt zugunsten der Firma als Betreuung und ist eigens gezeigt. Rabatte dieser Monate zählen im ersten Jahr eines Kunden zur Gewinnung, danach zur Betreuung. Der Anteil der Betreuung wird dem Anteil gegenübergestellt, den Bestandskunden einbringen. Bücher haben keinen Stichprobenfehler; die Grenzen rechnen alle gemischten Posten der einen und der anderen Seite zu.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Rechnung brach ab: ${message ?? ''}.`,
    noFinishedPeriod: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten, die bis zum ${day(values, 'asOf', f)} vorüber sind, vorhanden sind 0.`,
    noWinning: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten der Gewinnung, vorhanden sind 0 von ${f.count(num(values, 'found'))}.`,
    noKeeping: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten der Betreuung, vorhanden sind 0 von ${f.count(num(values, 'found'))}; ein fehlender Posten heißt nicht, dass nichts ausgegeben wurde.`,
    winningLate: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten der Gewinnung, vorhanden sind die letzten ${f.count(num(values, 'found'))}: Davor wurde keine als solche gebucht.`,
    keepingLate: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten der Betreuung, vorhanden sind die letzten ${f.count(num(values, 'found'))}: Davor wurde keine als solche gebucht.`,
    fewMonths: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate mit Kosten, vorhanden sind ${f.count(num(values, 'found'))}.`,
    onlyMixed: (values, f) =>
      `Alle Beträge der zwölf Monate bis ${day(values, 'day', f)} sind gemischt oder heben sich auf; nötig sind Posten für Gewinnung und für Betreuung.`,
    noBase: (values, f) =>
      `Auf die Betreuung entfallen ${share(values, 'keep', f)} der Ausgaben der zwölf Monate bis ${day(values, 'day', f)}. Ob das im Verhältnis steht, sagen erst der Deckungsbeitrag der Kunden oder Verträge; beides fehlt.`,
    boundsOpen: (values, f) =>
      `Die Zahl liegt zwischen ${f.number(num(values, 'low'), 2)} und ${f.number(num(values, 'high'), 2)}, je nach Aufteilung gemischter Posten; unter ${f.number(num(values, 'relevant'), 2)} zählt sie.`,
    accounting: () => 'Das sind Summen der Bücher und keine Stichprobe; es gibt keinen Stichprobenfehler.',
    mixed: (values, f) =>
      `${share(values, 'share', f)} der Ausgaben sind gemischt gebucht; die Grenzen rechnen sie der einen oder der anderen Seite zu.`,
    saveIsFailure: (values, f) =>
      `${f.money(num(values, 'amount'))} im Jahr gehen an Kunden, die gehen wollen. Sie zählen hier als Betreuung; eher sind es Fehlerkosten.`,
    discountsOnRecord: (values, f) =>
      `Der Preisverzicht ist aus ${f.count(num(values, 'count'))} Verträgen mit Rabatt gelesen; Rabatte, die nach ihrem Ende gelöscht wurden, fehlen, er ist also eher zu niedrig.`,
    discountsUnknown: () => 'Rabatte stehen nicht in den Daten; der Preisverzicht für Neukunden fehlt.',
    toldTwice: (values, f) =>
      `Zu ${f.count(num(values, 'count'))} Teilen längerer Zeiträume gibt es auch kürzere; meinen sie dasselbe Geld, zählt es doppelt.`,
    patchy: (values, f) =>
      `Gewinnung ist in ${f.count(num(values, 'winning'))} der zwölf Monate gebucht, Betreuung in ${f.count(num(values, 'keeping'))}.`,
    priceForMargin: () =>
      'Der Deckungsbeitrag der Kunden ist nicht verzeichnet; Umsatz oder Preise stehen an seiner Stelle.',
    headsForMargin: () => 'Weder Deckungsbeiträge noch Preise sind verzeichnet; gezählt sind stattdessen Verträge.',
    averages: () =>
      'Ein Durchschnitt sagt nichts über den nächsten Euro, und eine junge oder wachsende Firma gibt zu Recht mehr für Gewinnung aus.',
    noMoney: () => 'Kein Betrag: Ausgaben sind für sich kein Verlust.',
    overturnFinding: () =>
      'Die Aussage fiele, wenn Kosten der Betreuung auf Konten stehen, die nicht in den Daten sind, oder wenn gemischte Posten überwiegend zur Betreuung gehören.',
    overturnClear: () =>
      'Die Aussage fiele, wenn Kosten der Gewinnung auf Konten stehen, die nicht in den Daten sind, etwa Prämien und Rabatte.',
  },
  details: {
    winning: 'Für Gewinnung ausgegeben',
    keeping: 'Für Betreuung ausgegeben, Rettung eingeschlossen',
    saving: 'Davon für die Rettung Gehender',
    forgone: 'Preisverzicht für Neukunden durch Rabatte',
    keepShareBooked: 'Anteil der Betreuung an den Ausgaben, wie gebucht',
    keepShareFull: 'Anteil der Betreuung an den Ausgaben, mit Preisverzicht',
    broughtByExisting: 'Anteil, den Bestandskunden einbringen',
    parityWithoutSaving: 'Verhältnis ohne Rettung (1 ist im Verhältnis)',
    perNewcomer: 'Ausgaben je Neukunde, mit Preisverzicht',
    perExisting: 'Ausgaben je Bestandskunde',
    perHeadRatio: 'Ausgaben je Neukunde im Verhältnis zu denen je Bestandskunde',
  },
  counts: {
    lines: 'Kostenposten nach Monat',
    months: 'Monate mit Kosten',
    won: 'Neukunden in den zwölf Monaten',
    existing: 'Bestandskunden an deren Ende',
  },
  excluded: {},
  dimensions: {},
  charts: {
    spend: {
      title: 'Ausgaben in zwölf Monaten',
      x: 'Zweck',
      y: 'Betrag',
      series: {
        newcomer: 'Neukunden',
        existing: 'Bestandskunden',
        mixed: 'Gemischt',
        acquisition: 'Gewinnung',
        forgone: 'Preisverzicht',
        retention: 'Betreuung',
        save: 'Rettung',
      },
    },
  },
};

export const spendImbalanceMessages: CheckMessages = { en, de };
