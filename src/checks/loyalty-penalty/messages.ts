import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { LOSS_ALONE } from '../joint-words.ts';
import type { Quantity, Verdict } from '../verdict.ts';

const half = ({ low, high }: Quantity) => (high - low) / 2;
const size = (q: Quantity, f: Format) => f.quantity(Math.abs(q.value), q.unit, half(q));
const range = (q: Quantity, f: Format, to: string) =>
  `${f.quantity(q.low, q.unit, half(q))} ${to} ${f.quantity(q.high, q.unit, half(q))}`;
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const money = (v: Verdict, f: Format) => {
  const mean = detail(v, 'meanMoney');
  return mean === null ? '' : ` (${f.quantity(mean.value, mean.unit, half(mean))})`;
};

const YEARS = {
  en: {
    '0': 'under 1 year',
    '1': '1 year',
    '2': '2 years',
    '3-4': '3–4 years',
    '5-8': '5–8 years',
    '9+': '9 years and more',
  },
  de: {
    '0': 'unter 1 Jahr',
    '1': '1 Jahr',
    '2': '2 Jahre',
    '3-4': '3–4 Jahre',
    '5-8': '5–8 Jahre',
    '9+': 'ab 9 Jahren',
  },
} as const;
const REFERENCES = {
  en: { market: 'the market price', technical: 'the technical price', list: 'the list price' },
  de: { market: 'am Marktpreis', technical: 'am technischen Preis', list: 'am Listenpreis' },
} as const;
const named = (words: Readonly<Record<string, string>>, reference: string, own: string) =>
  reference === '' ? own : (words[reference] ?? `“${reference}”`);

const en: CheckWords = {
  question: (v) =>
    v.reference === ''
      ? 'Do existing customers pay more than they would as newcomers?'
      : `Do existing customers pay more than newcomers, measured by ${named(REFERENCES.en, v.reference, '')}?`,
  answer: (v, f) => {
    const against =
      v.reference === ''
        ? 'they would pay if they arrived today'
        : `newcomers, measured by ${named(REFERENCES.en, v.reference, '')}`;
    if (v.effect === null) return 'The data do not tell what these customers would pay if they arrived today.';
    const numbers = `${range(v.effect, f, 'to')}`;
    if (v.outcome === 'finding')
      return `Yes: on average ${size(v.effect, f)} more than ${against}${money(v, f)}; the data allow ${numbers}.`;
    if (v.outcome === 'reversed')
      return `The other way round: on average ${size(v.effect, f)} less than ${against}${money(v, f)}; the data allow ${numbers}.`;
    if (v.outcome === 'clear')
      return `No gap that matters: ${f.quantity(v.effect.value, v.effect.unit, half(v.effect))} on average; the data allow ${numbers}.`;
    return `The data do not tell: ${f.quantity(v.effect.value, v.effect.unit, half(v.effect))} on average, but anything from ${numbers} fits them.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'There are too few newcomers for a plain comparison.'
      : `A plain comparison of average prices would have said ${f.quantity(v.naive.value, v.naive.unit, half(v.naive))}. It mixes products, risks and sizes.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Renew at no more than the newcomer price, largest gaps first, and try it with a control group before it goes to everyone: a letter can also wake people who were content.'
      : 'Keep the comparison running at every price change, so that a gap is seen when it opens.',
  method:
    'Each running contract is compared with the price its holder would be offered today as a newcomer: from a quote, from newcomers of the last weeks with the same product, region, channel and risk, from a regression, or from the tariff sheet. The average is taken over your existing customers as they are. Contracts of one customer count as belonging together. The gap is shown without introductory price and bonus (variant B); with them in the first year (A) and spread over three years (C) beside it.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    noTwin: () =>
      'Nobody became a customer lately and there is no list of newcomer prices, so there is nothing to compare with. A tariff sheet (table new_business_price) would make it possible.',
    tooFew: ({ newcomers, needed, existing }, f) =>
      `It needs ${f.count(Number(needed))} newcomers and ${f.count(Number(needed))} existing customers with a price; there are ${f.count(Number(newcomers))} and ${f.count(Number(existing))}. A tariff sheet or a wider newcomer window would help.`,
    notSeparable: () =>
      'Newcomers and existing customers do not share products and risks enough to tell the price of staying from the price of the risk.',
    overlapTooSmall: ({ overlap, needed }, f) =>
      `Only ${f.percent(Number(overlap), 0)} of the existing customers have a newcomer price to compare with; at least ${f.percent(Number(needed), 0)} are needed.`,
    stockNotWalking: () => 'This is one look at today. It does not show whether prices rose at each renewal.',
    namedReference: ({ reference }) =>
      `The comparison is with the reference price "${reference}", not with what your own newcomers pay.`,
    yardstick: ({ reference }) =>
      `The reference price "${reference}" is the yardstick: what newcomers pay measured by it is what existing customers are held against.`,
    restrictedToOverlap: ({ overlap }, f) =>
      `The statement holds only for the ${f.percent(Number(overlap), 0)} of existing customers who have a comparable newcomer price.`,
    regression: () => 'The newcomer price is estimated by a regression, because too few newcomers match exactly.',
    riskExtrapolated: () =>
      'Newcomers and long-standing customers hardly share risk classes; the class enters as a number and the result leans on that.',
    tariffSheet: () =>
      'The newcomer price comes from a tariff sheet, not from prices that newcomers were really charged.',
    periodAssumed: () =>
      'No column says whether prices are monthly or yearly; they were read as yearly. Percentages do not depend on it, money does.',
    riskUnknown: () =>
      'No risk class was imported. If risks differ between newcomers and existing customers, part of the gap may be a fair price for risk.',
    unevenlySpread: ({ share }, f) =>
      `The average hides a spread: ${f.percent(Number(share), 0)} pay clearly more although the average is small.`,
    sourcesDisagree: ({ source, gap }, f) =>
      `Another source of newcomer prices (${source}) says ${f.percent(Number(gap))}. Settle which of the two is right before acting.`,
    closeProduct: ({ share }, f) =>
      `${f.percent(Number(share), 0)} hold a product that is closed for newcomers; they are compared with the product that took its place, which may offer more or less.`,
    ...LOSS_ALONE.en,
    netTransfer: () => 'The amount is the balance of those who pay more and those who pay less.',
    'overturn-q1': () =>
      'Quotes that are not what a real newcomer would be charged, or a difference in cover that the quotes leave out.',
    'overturn-q2': () =>
      'A difference between newcomers and existing customers that no imported column shows, such as cover, claims or payment.',
    'overturn-q3': () => 'A risk or a quality that grows with tenure and is not in the imported columns.',
    'overturn-q4': () => 'Newcomers who in fact pay less or more than the tariff sheet says.',
  },
  details: {
    meanMoney: 'Mean gap a year',
    shareAbove: 'Share paying over 5% more',
    shareBelow: 'Share paying over 5% less',
    existingToReference: 'Existing customers against the reference price itself',
    newcomersToReference: 'Newcomers against the reference price itself',
    variantA: 'Against a newcomer in the first year, bonus included (A)',
    variantC: 'Against equal cost over the horizon (C)',
    overpaid: 'Paid more by those above the newcomer price',
    underpaid: 'Paid less by those below the newcomer price',
    netMoney: 'Balance of over- and underpayment a year',
    breakEvenExits: 'Giving the difference back pays if it avoids at least this share of exits a year (planning value)',
    'source-sheet': 'The same gap from imported newcomer prices',
    'source-match': 'The same gap from matched newcomers (q2)',
  },
  counts: {
    existing: 'existing customers’ contracts',
    newcomers: 'newcomers’ contracts',
    compared: 'compared contracts',
    matchedNewcomers: 'matched newcomers’ contracts',
  },
  excluded: {
    noPrice: 'no price',
    implausiblePrice: 'price far off the usual for the product',
    noTwin: 'no comparable newcomer price',
  },
  dimensions: { tenure: 'Years under contract', line: 'Product line' },
  charts: {
    gapByTenure: {
      title: 'Price against the newcomer price, by years under contract',
      x: 'Years under contract',
      y: 'Above or below the newcomer price',
      series: { existing: 'Existing customers', newcomer: 'Newcomers', new: '', ...YEARS.en },
    },
    againstReference: {
      title: 'Price against the reference price, by years under contract',
      x: 'Years under contract',
      y: 'Above or below the reference price',
      series: { existing: 'Existing customers', newcomer: 'Newcomers', new: '', ...YEARS.en },
    },
  },
};

const de: typeof en = {
  question: (v) =>
    v.reference === ''
      ? 'Zahlen Bestandskunden mehr, als sie als Neukunden zahlen würden?'
      : `Zahlen Bestandskunden mehr als Neukunden, gemessen ${named(REFERENCES.de, v.reference, 'daran')}?`,
  answer: (v, f) => {
    const against =
      v.reference === ''
        ? 'als sie als Neukunden heute zahlen würden'
        : `als Neukunden zahlen, gemessen ${named(REFERENCES.de, v.reference, 'daran')}`;
    if (v.effect === null) return 'Die Daten sagen nicht, was diese Kunden als Neukunden heute zahlen würden.';
    const numbers = range(v.effect, f, 'bis');
    if (v.outcome === 'finding')
      return `Ja: im Mittel ${size(v.effect, f)} mehr, ${against}${money(v, f)}; die Daten lassen ${numbers} zu.`;
    if (v.outcome === 'reversed')
      return `Umgekehrt: im Mittel ${size(v.effect, f)} weniger, ${against}${money(v, f)}; die Daten lassen ${numbers} zu.`;
    if (v.outcome === 'clear')
      return `Kein Abstand, der zählt: im Mittel ${f.quantity(v.effect.value, v.effect.unit, half(v.effect))} gegenüber dem Vergleichspreis; die Daten lassen ${numbers} zu.`;
    return `Die Daten sagen es nicht: im Mittel ${f.quantity(v.effect.value, v.effect.unit, half(v.effect))} gegenüber dem Vergleichspreis, doch alles von ${numbers} passt zu ihnen.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Für einen einfachen Vergleich gibt es zu wenige Neukunden.'
      : `Ein einfacher Vergleich der Durchschnittspreise hätte ${f.quantity(v.naive.value, v.naive.unit, half(v.naive))} ergeben. Er vermischt Produkte, Risiken und Größen.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Verlängern Sie höchstens zum Neukundenpreis, die größten Abstände zuerst, und erproben Sie es mit einer Kontrollgruppe, bevor es an alle geht: Ein Brief kann auch Zufriedene wecken.'
      : 'Lassen Sie den Vergleich bei jeder Preisänderung mitlaufen, damit ein Abstand auffällt, sobald er entsteht.',
  method:
    'Jeder laufende Vertrag wird mit dem Preis verglichen, den sein Inhaber heute als Neukunde bekäme: aus einer Tarifberechnung, von Neukunden der letzten Wochen mit gleichem Produkt, gleicher Region, gleichem Vertriebsweg und gleichem Risiko, aus einer Regression oder vom Tarifblatt. Gemittelt wird über Ihre Bestandskunden, wie sie sind. Verträge desselben Kunden zählen als zusammengehörig. Der Abstand gilt ohne Einstiegspreis und Prämie (Variante B); mit ihnen im ersten Jahr (A) und auf drei Jahre verteilt (C) steht er daneben.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    noTwin: () =>
      'In letzter Zeit kam niemand als Neukunde und es gibt keine Liste der Neugeschäftspreise; es fehlt also der Vergleich. Ein Tarifblatt (Tabelle new_business_price) würde ihn ermöglichen.',
    tooFew: ({ newcomers, needed, existing }, f) =>
      `Nötig sind je ${f.count(Number(needed))} Neukunden und Bestandskunden mit Preis; vorhanden sind ${f.count(Number(newcomers))} und ${f.count(Number(existing))}. Ein Tarifblatt oder ein weiteres Neukundenfenster würde helfen.`,
    notSeparable: () =>
      'Neukunden und Bestandskunden haben zu wenige Produkte und Risiken gemeinsam, um den Preis des Bleibens vom Preis des Risikos zu trennen.',
    overlapTooSmall: ({ overlap, needed }, f) =>
      `Nur für ${f.percent(Number(overlap), 0)} der Bestandskunden gibt es einen Neukundenpreis zum Vergleich; nötig sind mindestens ${f.percent(Number(needed), 0)}.`,
    stockNotWalking: () =>
      'Das ist ein Blick auf den heutigen Stand. Ob die Preise mit jeder Verlängerung stiegen, zeigt er nicht.',
    namedReference: ({ reference }) =>
      `Verglichen wird mit dem Bezugspreis „${reference}“, nicht mit dem, was Ihre eigenen Neukunden zahlen.`,
    yardstick: ({ reference }) =>
      `Der Bezugspreis „${reference}“ ist das Maß: Was Neukunden daran gemessen zahlen, daran werden Bestandskunden gemessen.`,
    restrictedToOverlap: ({ overlap }, f) =>
      `Die Aussage gilt nur für die ${f.percent(Number(overlap), 0)} der Bestandskunden, zu denen es einen vergleichbaren Neukundenpreis gibt.`,
    regression: () => 'Der Neukundenpreis ist durch eine Regression geschätzt, weil zu wenige Neukunden genau passen.',
    riskExtrapolated: () =>
      'Neukunden und langjährige Kunden haben kaum gemeinsame Risikoklassen; die Klasse geht als Zahl ein, und das Ergebnis stützt sich darauf.',
    tariffSheet: () => 'Der Neukundenpreis stammt vom Tarifblatt, nicht aus Preisen, die Neukunden wirklich zahlten.',
    periodAssumed: () =>
      'Keine Spalte sagt, ob Preise monatlich oder jährlich sind; sie wurden als jährlich gelesen. Prozente hängen davon nicht ab, Beträge schon.',
    riskUnknown: () =>
      'Es wurde keine Risikoklasse eingelesen. Unterscheiden sich die Risiken von Neu- und Bestandskunden, kann ein Teil des Abstands ein angemessener Preis des Risikos sein.',
    unevenlySpread: ({ share }, f) =>
      `Der Durchschnitt verdeckt eine Streuung: ${f.percent(Number(share), 0)} zahlen deutlich mehr, obwohl der Durchschnitt klein ist.`,
    sourcesDisagree: ({ source, gap }, f) =>
      `Eine andere Quelle der Neukundenpreise (${source}) ergibt ${f.percent(Number(gap))}. Klären Sie vor dem Handeln, welche der beiden stimmt.`,
    closeProduct: ({ share }, f) =>
      `${f.percent(Number(share), 0)} haben ein Produkt, das für Neukunden geschlossen ist; verglichen wird mit dem Nachfolgeprodukt, das mehr oder weniger bieten kann.`,
    ...LOSS_ALONE.de,
    netTransfer: () => 'Der Betrag ist der Saldo aus denen, die mehr zahlen, und denen, die weniger zahlen.',
    'overturn-q1': () =>
      'Tarifberechnungen, die nicht dem entsprechen, was ein wirklicher Neukunde zahlt, oder ein Unterschied im Leistungsumfang, den sie auslassen.',
    'overturn-q2': () =>
      'Ein Unterschied zwischen Neu- und Bestandskunden, den keine eingelesene Spalte zeigt, etwa Leistungsumfang, Schäden oder Zahlungsweise.',
    'overturn-q3': () =>
      'Ein Risiko oder eine Leistung, die mit der Vertragsdauer wächst und nicht in den eingelesenen Spalten steht.',
    'overturn-q4': () => 'Neukunden, die in Wirklichkeit weniger oder mehr zahlen, als das Tarifblatt sagt.',
  },
  details: {
    meanMoney: 'Mittlerer Abstand im Jahr',
    shareAbove: 'Anteil, der über 5 % mehr zahlt',
    shareBelow: 'Anteil, der über 5 % weniger zahlt',
    existingToReference: 'Bestandskunden gegenüber dem Bezugspreis selbst',
    newcomersToReference: 'Neukunden gegenüber dem Bezugspreis selbst',
    variantA: 'Gegenüber einem Neukunden im ersten Jahr, Prämie eingerechnet (A)',
    variantC: 'Gegenüber gleichen Kosten über den Betrachtungszeitraum (C)',
    overpaid: 'Mehr gezahlt von denen über dem Neukundenpreis',
    underpaid: 'Weniger gezahlt von denen unter dem Neukundenpreis',
    netMoney: 'Saldo aus Mehr- und Minderzahlung im Jahr',
    breakEvenExits:
      'Die Differenz zurückzugeben lohnt sich, wenn es mindestens diesen Anteil an Abgängen im Jahr vermeidet (Planwert)',
    'source-sheet': 'Derselbe Abstand aus eingelesenen Neugeschäftspreisen',
    'source-match': 'Derselbe Abstand aus passenden Neukunden (q2)',
  },
  counts: {
    existing: 'Verträge von Bestandskunden',
    newcomers: 'Verträge von Neukunden',
    compared: 'verglichene Verträge',
    matchedNewcomers: 'passende Neukundenverträge',
  },
  excluded: {
    noPrice: 'ohne Preis',
    implausiblePrice: 'Preis weit außerhalb des Üblichen für das Produkt',
    noTwin: 'ohne vergleichbaren Neukundenpreis',
  },
  dimensions: { tenure: 'Vertragsjahre', line: 'Produktlinie' },
  charts: {
    gapByTenure: {
      title: 'Preis gegenüber dem Neukundenpreis, nach Vertragsjahren',
      x: 'Vertragsjahre',
      y: 'Über oder unter dem Neukundenpreis',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden', new: '', ...YEARS.de },
    },
    againstReference: {
      title: 'Preis gegenüber dem Bezugspreis, nach Vertragsjahren',
      x: 'Vertragsjahre',
      y: 'Über oder unter dem Bezugspreis',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden', new: '', ...YEARS.de },
    },
  },
};

export const loyaltyPenaltyMessages: CheckMessages = { en, de };
