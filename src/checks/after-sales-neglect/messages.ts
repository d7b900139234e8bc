import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const points = (share: number, f: Format) => f.quantity(share, 'percentagePoints', 0.02);
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity.value ?? null;

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly both: string;
  readonly saleOnly: string;
  readonly day: string;
  readonly months: string;
  readonly inLines: boolean;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [both, saleOnly] = [detail(v, 'rate_yesYes'), detail(v, 'rate_yesNo')];
  const { asOf, months } = v.overturn?.values ?? {};
  if (v.effect === null || both === null || saleOnly === null || asOf === undefined || months === undefined)
    return null;
  const { value, low, high } = v.effect;
  return {
    size: points(Math.abs(value), f),
    low: points(low, f),
    high: points(high, f),
    both: f.percent(both, 0),
    saleOnly: f.percent(saleOnly, 0),
    day: f.day(String(asOf)),
    months: f.count(Number(months)),
    inLines: v.adjustedFor.includes('contract.product_id'),
  };
}

const FIELDS_EN: Readonly<Record<string, string>> = {
  yesYes: 'content with the sale and with what came after',
  noYes: 'content only with what came after the sale',
  yesNo: 'content with the sale, not with what came after',
  noNo: 'content with neither',
};
const FIELDS_DE: Readonly<Record<string, string>> = {
  yesYes: 'zufrieden mit dem Verkauf und mit der Betreuung danach',
  noYes: 'nur mit der Betreuung nach dem Kauf zufrieden',
  yesNo: 'zufrieden mit dem Verkauf, nicht mit der Betreuung danach',
  noNo: 'mit beidem nicht zufrieden',
};

const en: CheckWords = {
  question: () => 'Do customers who are content with the sale but not with what comes after buy again less often?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs survey answers on the sale and on the service after it; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether satisfaction after the sale goes with buying again.';
    const evidence = `interval ${n.low} to ${n.high}, at equal satisfaction with the sale${n.inLines ? ' and in the same product line' : ''}; within ${n.months} months ${n.both} of those content with both bought again, and ${n.saleOnly} of those content with the sale only; as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: repurchase differs by ${n.size} between customers content and not content with what came after the sale (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: customers content with what came after the sale bought again less often, by ${n.size} (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: repurchase differs by no more than matters between customers content and not content with what came after the sale: ${n.size} (${evidence}).`;
    return `The data do not tell whether satisfaction after the sale goes with buying again (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Without regard to the sale, repurchase differs by ${points(v.naive.value, f)} between the two. Whoever is content with the sale is often content afterwards too, so this difference holds a part of the sale.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could ask the customers who were content with the sale and not with what came after what they missed, mend it for a part of them chosen by lot, and compare later.';
    if (outcome === 'reversed')
      return 'You could look at what is offered to customers content with the service; no change suggests itself otherwise.';
    if (outcome === 'clear') return 'You could keep both answers under monitoring; no change suggests itself.';
    return 'You could ask every buyer about the sale and, apart from it, about the service some months later, and keep the customer number with the answer.';
  },
  method:
    'For every customer the latest answers on the sale and on the service after it count, both given before the customer decided. Buying again means a later purchase at the same place within the window, or the answer of the survey where it asks for it; customers whose window is still open, or closes after the last start of any contract on record, are left out, and those who gave no answer after the sale are a group of their own. The difference is taken among customers content with the sale and among the others, within the product lines of the first purchase that hold at least three of both sides, weighted by what a line tells, and the two are averaged. Intervals join the Wilson limits of the rates.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noSaleItem: () =>
      'No survey item on the sale was recognised; its name should contain "sale", "verkauf" or "kauf", and the answer should be dated before the day of the audit.',
    noAfterItem: () =>
      'No survey item on the time after the sale was recognised; its name should contain "after", "service", "nachkauf" or "betreuung".',
    tooFewCustomers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} customers with both answers and a closed window, has ${f.count(num(values, 'has'))}; for ${f.count(num(values, 'windowOpen'))} more the window is still open, or closes after the last start of a contract on record.`,
    fieldTooSmall: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} customers in every field of the table; "${FIELDS_EN[String(values['field'])] ?? ''}" has fewer than ${f.count(num(values, 'shown'))}.`,
    linesApart: (values, f) =>
      `Missing: product lines in which some are content with what came after the sale and some are not. At equal satisfaction with the sale ${f.percent(num(values, 'share'), 0)} of the customers stand in a line that holds both, needed are ${f.percent(num(values, 'needed'), 0)}; what the line does and what the service does cannot be told apart.`,
    linesLeftOut: (values, f) =>
      `Up to ${f.percent(num(values, 'share'), 0)} of the customers at one satisfaction with the sale stand in product lines without both sides and are not compared.`,
    wideInterval: (values, f) =>
      `The difference lies between ${points(num(values, 'low'), f)} and ${points(num(values, 'high'), f)}; it matters from ${points(num(values, 'relevant'), f)}. More answers, above all of dissatisfied customers, would narrow it.`,
    items: ({ sale, after }) =>
      `Survey items taken for the sale: ${sale ?? ''}; for the time after it: ${after ?? ''}.`,
    thinField: (values, f) =>
      `"${FIELDS_EN[String(values['field'])] ?? ''}" rests on ${f.count(num(values, 'has'))} customers; a rate should rest on ${f.count(num(values, 'needed'))}.`,
    withoutAfter: (values, f) =>
      `${f.percent(num(values, 'share'))} (${f.count(num(values, 'customers'))}) gave no answer on the time after the sale before they decided; they count neither as content nor as not content.`,
    halo: (values, f) =>
      `The two answers go together (correlation ${f.number(num(values, 'phi'), 2)}); ${f.percent(num(values, 'share'), 0)} were given at the same moment, where one mood colours both.`,
    selfReport: () => 'Repurchase is what customers reported in the survey, not what contracts show.',
    notHeldEqualInLine: () =>
      'Product lines are held equal; dealer, time since the purchase and what differs within a line are not, and who answers surveys may differ from who does not.',
    notHeldEqual: () =>
      'Quality of the product, dealer and time since the purchase are not held equal, and who answers surveys may differ from who does not.',
    anecdote: () =>
      'The dashed figures (93, 45, 14 and 3 percent) are an anecdote from trade literature; the number of customers behind them was never published, so nothing is tested against them.',
    moneyUpperBound: (values, f) =>
      `The sum is an upper bound and a planning value: one year of value (where only revenue is known, ${f.percent(num(values, 'marginRate'), 0)} of it) if everybody who was content with the sale only bought again as often as those content with both.`,
    moneyWithoutFinding: () => 'No sum of money is named without a finding.',
    moneyWithoutValues: () => 'No sum of money is named: the yearly value of these customers is not in the data.',
    moneyTooFew: (values, f) =>
      `No sum of money is named: needs the yearly value of ${f.count(num(values, 'needed'))} customers who were content with the sale only, has ${f.count(num(values, 'has'))}.`,
    hidden: () =>
      'The statement would fall if something that is not in the data, such as a poor product or dealer, goes both with dissatisfaction after the sale and with not buying again, or if those who did not answer act otherwise.',
  },
  details: {
    rate_yesYes: 'Bought again: content with both',
    rate_noYes: 'Bought again: content only with what came after',
    rate_yesNo: 'Bought again: content with the sale only',
    rate_noNo: 'Bought again: content with neither',
    rate_yesNone: 'Bought again: content with the sale, no answer on the time after',
    rate_noNone: 'Bought again: not content with the sale, no answer on the time after',
    saleEffect: 'Difference by satisfaction with the sale, at equal satisfaction afterwards',
    afterMinusSale: 'Difference after the sale less difference of the sale',
    effectRatio: 'Difference after the sale in multiples of the difference of the sale',
    interaction: 'How much more the time after the sale matters when the sale was good',
    oddsAfterSaleYes: 'Odds ratio after the sale, content with the sale',
    oddsAfterSaleNo: 'Odds ratio after the sale, not content with the sale',
    oddsSaleAfterYes: 'Odds ratio of the sale, content afterwards',
    oddsSaleAfterNo: 'Odds ratio of the sale, not content afterwards',
    halo: 'Correlation of the two answers',
    effectLowerBar: 'Difference when one step less counts as content',
    effectHigherBar: 'Difference when one step more is asked for',
  },
  counts: {
    both: 'Customers with both answers and a known outcome',
    withoutAfter: 'Customers without an answer on the time after the sale',
    yesYes: 'Content with both',
    noYes: 'Content only with what came after',
    yesNo: 'Content with the sale only',
    noNo: 'Content with neither',
    afterYes: 'Content with what came after',
    afterNo: 'Not content with what came after',
  },
  excluded: {
    windowOpen: 'Window for the repurchase still open, or closing after the last start on record',
    noContract: 'No contract known, so no outcome',
    notAsked: 'Not asked whether they bought again',
    saleTooLate: 'No answer on the sale before they decided',
  },
  dimensions: {
    sale: 'Satisfaction with the sale',
    'sale:satisfied': 'Content with the sale',
    'sale:dissatisfied': 'Not content with the sale',
  },
  charts: {
    matrix: {
      title: 'Who bought again',
      x: 'Satisfaction with the sale and afterwards',
      y: 'Share that bought again',
      series: {
        again: 'Bought again',
        anecdote: 'Anecdote from trade literature (no number of customers published)',
        saleYes: 'Content with the sale',
        saleNo: 'Not content with the sale',
        afterYes: 'Content afterwards',
        afterNo: 'Not content afterwards',
      },
    },
    effects: {
      title: 'What goes with buying again',
      x: 'Satisfaction',
      y: 'Difference in repurchase',
      series: {
        difference: 'Difference',
        anecdote: 'Anecdote from trade literature (no number of customers published)',
        after: 'After the sale',
        sale: 'With the sale',
      },
    },
  },
};

const de: typeof en = {
  question: () =>
    'Kaufen Kunden, die mit dem Verkauf zufrieden waren, aber nicht mit der Betreuung danach, seltener wieder?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Befragungen zum Verkauf und zur Betreuung danach; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob Zufriedenheit nach dem Kauf mit Wiederkauf einhergeht.';
    const evidence = `Intervall ${n.low} bis ${n.high}, bei gleicher Zufriedenheit mit dem Verkauf${n.inLines ? ' und in derselben Produktlinie' : ''}; innerhalb von ${n.months} Monaten kauften ${n.both} der mit beidem Zufriedenen wieder und ${n.saleOnly} der nur mit dem Verkauf Zufriedenen; Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Zwischen Kunden, die mit der Betreuung nach dem Kauf zufrieden waren, und den übrigen liegen beim Wiederkauf ${n.size} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Mit der Betreuung nach dem Kauf zufriedene Kunden kauften seltener wieder, Abstand ${n.size} (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Der Wiederkauf unterscheidet sich zwischen mit der Betreuung Zufriedenen und den übrigen um nicht mehr, als von Belang ist: ${n.size} (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob Zufriedenheit nach dem Kauf mit Wiederkauf einhergeht (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Ohne Rücksicht auf den Verkauf liegen beim Wiederkauf ${points(v.naive.value, f)} zwischen beiden. Wer mit dem Verkauf zufrieden ist, ist es oft auch danach; in diesem Abstand steckt daher ein Teil des Verkaufs.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten die Kunden, die mit dem Verkauf zufrieden waren und mit der Betreuung nicht, fragen, was ihnen fehlte, es bei einem ausgelosten Teil beheben und später vergleichen.';
    if (outcome === 'reversed')
      return 'Sie könnten prüfen, was zufriedenen Kunden angeboten wird; sonst drängt sich keine Änderung auf.';
    if (outcome === 'clear')
      return 'Sie könnten beide Antworten im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten alle Käufer zum Verkauf und getrennt davon einige Monate später zur Betreuung befragen und die Kundennummer zur Antwort festhalten.';
  },
  method:
    'Je Kunde zählen die letzten Antworten zum Verkauf und zur Betreuung danach, beide vor der Entscheidung gegeben. Wiederkauf heißt ein späterer Kauf am selben Ort innerhalb der Frist oder die Antwort der Befragung, wo sie danach fragt; Kunden, deren Frist noch offen ist oder nach dem letzten Vertragsbeginn in den Daten endet, bleiben außen vor, und wer zur Zeit nach dem Kauf keine Antwort gab, bildet eine eigene Gruppe. Der Abstand wird unter den mit dem Verkauf Zufriedenen und unter den übrigen gebildet, innerhalb der Produktlinien des ersten Kaufs mit mindestens drei Kunden auf beiden Seiten und gewichtet danach, was eine Linie aussagt, und dann gemittelt. Die Intervalle fügen die Wilson-Grenzen der Anteile zusammen.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noSaleItem: () =>
      'Es wurde keine Frage zum Verkauf erkannt; ihr Name sollte „sale“, „verkauf“ oder „kauf“ enthalten, und die Antwort sollte vor dem Stichtag liegen.',
    noAfterItem: () =>
      'Es wurde keine Frage zur Zeit nach dem Kauf erkannt; ihr Name sollte „after“, „service“, „nachkauf“ oder „betreuung“ enthalten.',
    tooFewCustomers: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kunden mit beiden Antworten und abgelaufener Frist, es sind ${f.count(num(values, 'has'))}; bei ${f.count(num(values, 'windowOpen'))} weiteren ist die Frist noch offen oder endet nach dem letzten Vertragsbeginn in den Daten.`,
    fieldTooSmall: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kunden in jedem Feld der Tabelle; „${FIELDS_DE[String(values['field'])] ?? ''}“ hat weniger als ${f.count(num(values, 'shown'))}.`,
    linesApart: (values, f) =>
      `Es fehlen Produktlinien, in denen die einen mit der Betreuung nach dem Kauf zufrieden sind und die anderen nicht. Bei gleicher Zufriedenheit mit dem Verkauf stehen ${f.percent(num(values, 'share'), 0)} der Kunden in einer Linie mit beiden Seiten, nötig sind ${f.percent(num(values, 'needed'), 0)}; was an der Linie liegt und was an der Betreuung, lässt sich nicht trennen.`,
    linesLeftOut: (values, f) =>
      `Bis zu ${f.percent(num(values, 'share'), 0)} der Kunden gleicher Zufriedenheit mit dem Verkauf stehen in Produktlinien ohne beide Seiten und werden nicht verglichen.`,
    wideInterval: (values, f) =>
      `Der Abstand liegt zwischen ${points(num(values, 'low'), f)} und ${points(num(values, 'high'), f)}; von Belang ist er ab ${points(num(values, 'relevant'), f)}. Mehr Antworten, vor allem unzufriedener Kunden, würden ihn eingrenzen.`,
    items: ({ sale, after }) => `Als Fragen zum Verkauf erkannt: ${sale ?? ''}; zur Zeit danach: ${after ?? ''}.`,
    thinField: (values, f) =>
      `„${FIELDS_DE[String(values['field'])] ?? ''}“ beruht auf ${f.count(num(values, 'has'))} Kunden; ein Anteil sollte auf ${f.count(num(values, 'needed'))} beruhen.`,
    withoutAfter: (values, f) =>
      `${f.percent(num(values, 'share'))} (${f.count(num(values, 'customers'))}) gaben vor ihrer Entscheidung keine Antwort zur Zeit nach dem Kauf; sie zählen weder als zufrieden noch als unzufrieden.`,
    halo: (values, f) =>
      `Die beiden Antworten gehen zusammen (Korrelation ${f.number(num(values, 'phi'), 2)}); ${f.percent(num(values, 'share'), 0)} wurden im selben Moment gegeben, wo eine Stimmung beide färbt.`,
    selfReport: () => 'Der Wiederkauf ist das, was Kunden in der Befragung angaben, nicht das, was Verträge zeigen.',
    notHeldEqualInLine: () =>
      'Produktlinien sind gleich gehalten; Händler, Zeit seit dem Kauf und was sich innerhalb einer Linie unterscheidet, sind es nicht, und wer antwortet, kann sich von denen unterscheiden, die es nicht tun.',
    notHeldEqual: () =>
      'Qualität des Produkts, Händler und Zeit seit dem Kauf sind nicht gleich gehalten, und wer antwortet, kann sich von denen unterscheiden, die es nicht tun.',
    anecdote: () =>
      'Die gestrichelten Zahlen (93, 45, 14 und 3 Prozent) sind eine Anekdote aus der Fachliteratur; wie viele Kunden dahinter stehen, wurde nie veröffentlicht, daher wird nichts gegen sie geprüft.',
    moneyUpperBound: (values, f) =>
      `Der Betrag ist eine Obergrenze und ein Planwert: der Wert eines Jahres (wo nur der Umsatz bekannt ist, ${f.percent(num(values, 'marginRate'), 0)} davon), wenn alle nur mit dem Verkauf Zufriedenen so oft wieder kauften wie die mit beidem Zufriedenen.`,
    moneyWithoutFinding: () => 'Ohne Befund wird kein Geldbetrag genannt.',
    moneyWithoutValues: () => 'Ein Geldbetrag wird nicht genannt: Der Jahreswert dieser Kunden liegt nicht vor.',
    moneyTooFew: (values, f) =>
      `Ein Geldbetrag wird nicht genannt: Es braucht den Jahreswert von ${f.count(num(values, 'needed'))} nur mit dem Verkauf zufriedenen Kunden, es sind ${f.count(num(values, 'has'))}.`,
    hidden: () =>
      'Die Aussage fiele, wenn etwas, das nicht in den Daten steht, etwa ein schwaches Produkt oder ein schwacher Händler, sowohl mit Unzufriedenheit nach dem Kauf als auch mit ausbleibendem Wiederkauf einhergeht, oder wenn sich anders verhält, wer nicht antwortete.',
  },
  details: {
    rate_yesYes: 'Wieder gekauft: mit beidem zufrieden',
    rate_noYes: 'Wieder gekauft: nur mit der Betreuung danach zufrieden',
    rate_yesNo: 'Wieder gekauft: nur mit dem Verkauf zufrieden',
    rate_noNo: 'Wieder gekauft: mit beidem nicht zufrieden',
    rate_yesNone: 'Wieder gekauft: mit dem Verkauf zufrieden, keine Antwort zur Zeit danach',
    rate_noNone: 'Wieder gekauft: mit dem Verkauf nicht zufrieden, keine Antwort zur Zeit danach',
    saleEffect: 'Abstand nach Zufriedenheit mit dem Verkauf, bei gleicher Zufriedenheit danach',
    afterMinusSale: 'Abstand nach dem Kauf minus Abstand des Verkaufs',
    effectRatio: 'Abstand nach dem Kauf als Vielfaches des Abstands des Verkaufs',
    interaction: 'Wie viel mehr die Zeit nach dem Kauf zählt, wenn der Verkauf gut war',
    oddsAfterSaleYes: 'Chancenverhältnis nach dem Kauf, mit dem Verkauf zufrieden',
    oddsAfterSaleNo: 'Chancenverhältnis nach dem Kauf, mit dem Verkauf nicht zufrieden',
    oddsSaleAfterYes: 'Chancenverhältnis des Verkaufs, danach zufrieden',
    oddsSaleAfterNo: 'Chancenverhältnis des Verkaufs, danach nicht zufrieden',
    halo: 'Korrelation der beiden Antworten',
    effectLowerBar: 'Abstand, wenn eine Stufe weniger als zufrieden gilt',
    effectHigherBar: 'Abstand, wenn eine Stufe mehr verlangt wird',
  },
  counts: {
    both: 'Kunden mit beiden Antworten und bekanntem Ausgang',
    withoutAfter: 'Kunden ohne Antwort zur Zeit nach dem Kauf',
    yesYes: 'Mit beidem zufrieden',
    noYes: 'Nur mit der Betreuung danach zufrieden',
    yesNo: 'Nur mit dem Verkauf zufrieden',
    noNo: 'Mit beidem nicht zufrieden',
    afterYes: 'Mit der Betreuung danach zufrieden',
    afterNo: 'Mit der Betreuung danach nicht zufrieden',
  },
  excluded: {
    windowOpen: 'Frist für den Wiederkauf noch offen oder nach dem letzten Vertragsbeginn in den Daten zu Ende',
    noContract: 'Kein Vertrag bekannt, daher kein Ausgang',
    notAsked: 'Nicht gefragt, ob sie wieder gekauft haben',
    saleTooLate: 'Keine Antwort zum Verkauf vor der Entscheidung',
  },
  dimensions: {
    sale: 'Zufriedenheit mit dem Verkauf',
    'sale:satisfied': 'Mit dem Verkauf zufrieden',
    'sale:dissatisfied': 'Mit dem Verkauf nicht zufrieden',
  },
  charts: {
    matrix: {
      title: 'Wer wieder gekauft hat',
      x: 'Zufriedenheit mit dem Verkauf und danach',
      y: 'Anteil, der wieder kaufte',
      series: {
        again: 'Wieder gekauft',
        anecdote: 'Anekdote aus der Fachliteratur (Zahl der Kunden nicht veröffentlicht)',
        saleYes: 'Mit dem Verkauf zufrieden',
        saleNo: 'Mit dem Verkauf nicht zufrieden',
        afterYes: 'Danach zufrieden',
        afterNo: 'Danach nicht zufrieden',
      },
    },
    effects: {
      title: 'Was mit Wiederkauf einhergeht',
      x: 'Zufriedenheit',
      y: 'Abstand beim Wiederkauf',
      series: {
        difference: 'Abstand',
        anecdote: 'Anekdote aus der Fachliteratur (Zahl der Kunden nicht veröffentlicht)',
        after: 'Nach dem Kauf',
        sale: 'Mit dem Verkauf',
      },
    },
  },
};

export const afterSalesMessages: CheckMessages = { en, de };
