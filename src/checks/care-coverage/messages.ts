import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const whole = (share: number, f: Format) => f.percent(share, 0);
const count = (values: Values, name: string, f: Format) => f.count(num(values, name));
const detail = (v: Verdict, key: string) => v.details.find((one) => one.key === key)?.quantity ?? null;

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly first: string;
  readonly second: string;
  readonly cut: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const keys =
    v.reference === 'commission' ? ['coverageRunning', 'coverageEnded'] : ['coverageBefore', 'coverageAfter'];
  const [first, second] = keys.map((key) => detail(v, key));
  const { asOf, cut } = v.overturn?.values ?? {};
  if (v.effect === null || asOf === undefined || !first || !second) return null;
  const { value, low, high } = v.effect;
  return {
    size: f.quantity(Math.abs(value), 'percentagePoints', 0.02),
    low: f.quantity(low, 'percentagePoints', 0.02),
    high: f.quantity(high, 'percentagePoints', 0.02),
    first: whole(first.value, f),
    second: whole(second.value, f),
    cut: f.count(Number(cut ?? 0)),
    day: f.day(String(asOf)),
  };
}

const evidenceEn = (n: Numbers, v: Verdict) =>
  v.reference === 'commission'
    ? `${n.first} covered with commission on the portfolio, ${n.second} without; difference between ${n.low} and ${n.high}; as of ${n.day}`
    : `${n.first} covered in the year before, ${n.second} in the year after; drop between ${n.low} and ${n.high}; as of ${n.day}`;

const en: CheckWords = {
  question: (v) =>
    v.reference === 'commission'
      ? 'Are customers looked after less where their carer is not paid for the portfolio?'
      : 'Are customers looked after less from a certain contract month on?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contracts with their start, and either the named person of each customer or contacts that the company began; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    const covered = detail(v, 'coveredToday');
    const today =
      covered === null ? '' : ` Of the customers of a year and more ${whole(covered.value, f)} are looked after today.`;
    if (n === null) return `The data do not tell whether customers are looked after less later on.${today}`;
    const evidence = evidenceEn(n, v);
    if (v.reference === 'commission') {
      if (v.outcome === 'finding')
        return `Yes: ${n.size} fewer customers are looked after where the carer is not paid for the portfolio (${evidence}).`;
      if (v.outcome === 'reversed')
        return `No, the other way round: ${n.size} more customers are looked after where the carer is not paid for the portfolio (${evidence}).`;
      if (v.outcome === 'clear')
        return `No: customers are looked after about as often with commission on the portfolio as without (${evidence}).`;
      return `The data do not tell whether customers are looked after less where the carer is not paid for the portfolio (${evidence}).`;
    }
    if (v.outcome === 'finding')
      return `Yes: around contract month ${n.cut} the share of customers who are looked after drops by ${n.size} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: around contract month ${n.cut} the share of customers who are looked after rises by ${n.size} (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: at no contract month does coverage change by as much as matters; the largest change lies around month ${n.cut} (${evidence}).${today}`;
    return `The data do not tell whether customers are looked after less later on; the largest change lies around contract month ${n.cut} (${evidence}).${today}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'A plain comparison is not shown.';
    const size = f.quantity(v.naive.value, 'percentagePoints', 0.02);
    return v.reference === 'commission'
      ? `Without regard to product and value coverage differs by ${size}. Products and large customers are not spread evenly over the carers.`
      : `By the name in the books alone, coverage differs by ${size}. A name that nobody acts upon looks like care.`;
  },
  action: ({ outcome, reference }) => {
    if (outcome === 'finding' && reference === 'commission')
      return 'You could pay a part of the carers, chosen by lot with the works council, for the portfolio as well, and compare the coverage of their customers.';
    if (outcome === 'finding')
      return 'You could name a carer and plan one call a year without selling for customers past that month, for a part of them chosen by lot, and compare later.';
    if (outcome === 'clear' || outcome === 'reversed')
      return 'You could keep coverage under monitoring; no change suggests itself.';
    return 'You could keep who looks after whom with first and last day, and every contact of a carer with its day.';
  },
  method:
    'A customer is covered who has a named person and whom a person of the company approached at least once within twelve months without selling; a name without a contact does not count. For every contract month the year before is set beside the year after, for the same customers where the records are long enough. One half of the customers, chosen by lot, shows at which month coverage changes most; the other half measures the change. Other months serve as a placebo. Where it is known what carers are paid for, their customers are compared at equal product and value, and the customers of one carer are one unit. Staff are only ever counted in groups.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noCut: (values, f) =>
      `Needs ${count(values, 'needed', f)} customers with a year of records before and after the same contract month, or as many customers on either side of it today; ${count(values, 'has', f)} customers of a year and more can be judged at all.`,
    fewInGroup: (values, f) =>
      `Needs ${count(values, 'needed', f)} customers in each group of commission, has ${count(values, 'has', f)} in the smaller one.`,
    fewStaff: (values, f) =>
      `Needs ${count(values, 'needed', f)} carers in each group of commission; one group has fewer, and people are never shown singly.`,
    lowOverlap: (values, f) =>
      `Only ${whole(num(values, 'has'), f)} of the customers without commission have a comparable customer with it (same product and value); needs ${whole(num(values, 'needed'), f)}.`,
    wideInterval: (values, f) =>
      `The difference lies between ${whole(num(values, 'low'), f)} and ${whole(num(values, 'high'), f)}; it matters from ${whole(num(values, 'relevant'), f)}. More customers or longer records would narrow it.`,
    cutFound: (values, f) =>
      `The month was found in the data: ${count(values, 'cut', f)}; months ${count(values, 'from', f)} to ${count(values, 'to', f)} cannot be told from it.`,
    samePeople: () => 'The same customers are compared before and after, so they differ in nothing that stays.',
    otherPeople: () =>
      'The records are too short to follow the same customers; customers before and after that month are different people.',
    noPlacebo: () => 'No other contract month has enough customers to serve as a placebo.',
    placebosQuiet: (values, f) =>
      `${count(values, 'count', f)} other contract months, tried as a placebo, show no change that matters.`,
    placebosSpeak: (values, f) =>
      `Of ${count(values, 'count', f)} other contract months tried as a placebo at least one shows a change as well, so coverage may fade gradually or with the calendar.`,
    namesOnly: () =>
      'No contacts without selling are on record, so the name in the books stands for care, though a name alone is none.',
    notPersonal: () =>
      'No contact shows which person made it, so every contact of the company counts that neither sells nor burdens.',
    noNames: () => 'Named persons are not in the data, so the contact alone stands for care.',
    staffInGroups: () => 'Carers are counted in groups only; nothing here tells about a single one.',
    noMoney: () =>
      'No amount of money: whom a carer calls is chosen. Customers who are doing well, or of whom more is expected, may be called more often, and who has already decided to leave less; departures with and without care would measure this choice, also at equal product and value. Care given to some by lot, or from a set threshold on, would show what its lack costs.',
    partialOverlap: (values, f) =>
      `The statement holds for the ${whole(num(values, 'overlap'), f)} of the customers without commission who have a comparable customer with it.`,
    carersDiffer: () => 'Carers who are paid for the portfolio may differ in other ways from those who are not.',
    overturn: (values, f) =>
      `The answer would change if carers keep contacts after month ${count(values, 'cut', f)} in a system that is not in the data, or if something else changes at that month.`,
    overturnClear: () =>
      'The answer would change if carers keep contacts with some customers in a system that is not in the data.',
    overturnCommission: () =>
      'The answer would change if carers with and without commission on the portfolio record their contacts differently.',
  },
  details: {
    coveredToday: 'Customers of a year and more who are looked after',
    namedToday: 'Customers with a named person in the books',
    touchedToday: 'Customers approached without selling within twelve months',
    coveredValue: 'Share of what customers bring that comes from those looked after',
    cutMonth: 'Contract month with the largest change',
    coverageBefore: 'Looked after in the year before that month',
    coverageAfter: 'Looked after in the year after that month',
    largestPlacebo: 'Largest drop at another contract month',
    coverageRunning: 'Looked after, carer paid for the portfolio',
    coverageEnded: 'Looked after, carer not paid for the portfolio',
  },
  counts: {
    customers: 'Customers today',
    judged: 'Customers of a year and more',
    measured: 'Customers that measured the change',
    running: 'Customers whose carer is paid for the portfolio',
    ended: 'Customers whose carer is not',
  },
  excluded: {},
  dimensions: {},
  charts: {
    years: {
      title: 'Customers looked after, by contract year',
      x: 'Contract year',
      y: 'Share of the customers',
      series: { coverage: 'Looked after' },
    },
  },
};

const evidenceDe = (n: Numbers, v: Verdict) =>
  v.reference === 'commission'
    ? `${n.first} betreut mit Bestandsprovision, ${n.second} ohne; Unterschied zwischen ${n.low} und ${n.high}; Stand ${n.day}`
    : `${n.first} betreut im Jahr davor, ${n.second} im Jahr danach; Rückgang zwischen ${n.low} und ${n.high}; Stand ${n.day}`;

const de: CheckWords = {
  question: (v) =>
    v.reference === 'commission'
      ? 'Werden Kunden weniger betreut, wo die Betreuung nicht für den Bestand bezahlt wird?'
      : 'Werden Kunden ab einem bestimmten Vertragsmonat weniger betreut?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Verträge mit ihrem Beginn und entweder die benannte Person je Kunde oder Kontakte, die von der Firma ausgingen; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage konnte nicht berechnet werden; die anderen Antworten gelten.';
    const n = numbersOf(v, f);
    const covered = detail(v, 'coveredToday');
    const today =
      covered === null ? '' : ` Von den Kunden ab einem Jahr sind heute ${whole(covered.value, f)} betreut.`;
    if (n === null) return `Die Daten sagen nicht, ob Kunden später weniger betreut werden.${today}`;
    const evidence = evidenceDe(n, v);
    if (v.reference === 'commission') {
      if (v.outcome === 'finding')
        return `Ja: Wo die Betreuung nicht für den Bestand bezahlt wird, sind ${n.size} weniger Kunden betreut (${evidence}).`;
      if (v.outcome === 'reversed')
        return `Nein, umgekehrt: Wo die Betreuung nicht für den Bestand bezahlt wird, sind ${n.size} mehr Kunden betreut (${evidence}).`;
      if (v.outcome === 'clear')
        return `Nein: Mit und ohne Bestandsprovision sind Kunden etwa gleich oft betreut (${evidence}).`;
      return `Die Daten sagen nicht, ob Kunden weniger betreut sind, wo die Betreuung nicht für den Bestand bezahlt wird (${evidence}).`;
    }
    if (v.outcome === 'finding')
      return `Ja: Um den Vertragsmonat ${n.cut} sinkt der Anteil der betreuten Kunden um ${n.size} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Um den Vertragsmonat ${n.cut} steigt der Anteil der betreuten Kunden um ${n.size} (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: In keinem Vertragsmonat ändert sich die Betreuung so sehr, dass es von Belang wäre; die größte Änderung liegt um Monat ${n.cut} (${evidence}).${today}`;
    return `Die Daten sagen nicht, ob Kunden später weniger betreut werden; die größte Änderung liegt um Vertragsmonat ${n.cut} (${evidence}).${today}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'Ein schlichter Vergleich wird nicht gezeigt.';
    const size = f.quantity(v.naive.value, 'percentagePoints', 0.02);
    return v.reference === 'commission'
      ? `Ohne Rücksicht auf Produkt und Wert unterscheidet sich die Betreuung um ${size}. Produkte und große Kunden sind nicht gleichmäßig verteilt.`
      : `Nach dem Namen in den Büchern allein unterscheidet sich die Betreuung um ${size}. Ein Name, dem nichts folgt, sieht wie Betreuung aus.`;
  },
  action: ({ outcome, reference }) => {
    if (outcome === 'finding' && reference === 'commission')
      return 'Sie könnten einen mit dem Betriebsrat ausgelosten Teil der Betreuung auch für den Bestand bezahlen und die Betreuung der Kunden vergleichen.';
    if (outcome === 'finding')
      return 'Sie könnten für einen ausgelosten Teil der Kunden jenseits dieses Monats eine Ansprechperson benennen und einen Anruf im Jahr ohne Verkauf vorsehen und später vergleichen.';
    if (outcome === 'clear' || outcome === 'reversed')
      return 'Sie könnten die Betreuung im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten festhalten, wer wen vom ersten bis zum letzten Tag betreut, und jeden Kontakt der Betreuung mit seinem Tag.';
  },
  method:
    'Betreut ist ein Kunde, der eine benannte Person hat und auf den binnen zwölf Monaten mindestens einmal ein Mensch der Firma ohne Verkauf zukam; ein Name ohne Kontakt zählt nicht. Zu jedem Vertragsmonat steht das Jahr davor neben dem Jahr danach, bei denselben Kunden, wo die Aufzeichnungen lang genug sind. Eine ausgeloste Hälfte der Kunden zeigt, in welchem Monat sich die Betreuung am stärksten ändert; die andere Hälfte misst die Änderung. Andere Monate dienen als Scheinprobe. Wo bekannt ist, wofür die Betreuung bezahlt wird, werden ihre Kunden bei gleichem Produkt und Wert verglichen, und die Kunden einer Person sind eine Einheit. Beschäftigte werden nur in Gruppen gezählt.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noCut: (values, f) =>
      `Nötig sind ${count(values, 'needed', f)} Kunden mit je einem Jahr Aufzeichnung vor und nach demselben Vertragsmonat, oder ebenso viele Kunden heute auf beiden Seiten davon; beurteilen lassen sich überhaupt ${count(values, 'has', f)} Kunden ab einem Jahr.`,
    fewInGroup: (values, f) =>
      `Nötig sind ${count(values, 'needed', f)} Kunden in jeder Provisionsgruppe, die kleinere hat ${count(values, 'has', f)}.`,
    fewStaff: (values, f) =>
      `Nötig sind ${count(values, 'needed', f)} betreuende Personen in jeder Provisionsgruppe; eine Gruppe hat weniger, und niemand wird einzeln gezeigt.`,
    lowOverlap: (values, f) =>
      `Nur ${whole(num(values, 'has'), f)} der Kunden ohne Bestandsprovision haben einen vergleichbaren Kunden mit ihr (gleiches Produkt, gleicher Wert); nötig sind ${whole(num(values, 'needed'), f)}.`,
    wideInterval: (values, f) =>
      `Der Unterschied liegt zwischen ${whole(num(values, 'low'), f)} und ${whole(num(values, 'high'), f)}; von Belang ist er ab ${whole(num(values, 'relevant'), f)}. Mehr Kunden oder längere Aufzeichnungen würden ihn eingrenzen.`,
    cutFound: (values, f) =>
      `Der Monat wurde in den Daten gefunden: ${count(values, 'cut', f)}; die Monate ${count(values, 'from', f)} bis ${count(values, 'to', f)} sind von ihm nicht zu unterscheiden.`,
    samePeople: () =>
      'Verglichen werden dieselben Kunden davor und danach; sie unterscheiden sich in nichts, was bleibt.',
    otherPeople: () =>
      'Die Aufzeichnungen sind zu kurz, um dieselben Kunden zu verfolgen; vor und nach diesem Monat stehen verschiedene Menschen.',
    noPlacebo: () => 'Kein anderer Vertragsmonat hat genug Kunden für eine Scheinprobe.',
    placebosQuiet: (values, f) =>
      `${count(values, 'count', f)} andere Vertragsmonate zeigen als Scheinprobe keine Änderung von Belang.`,
    placebosSpeak: (values, f) =>
      `Von ${count(values, 'count', f)} anderen Vertragsmonaten zeigt als Scheinprobe mindestens einer ebenfalls eine Änderung; die Betreuung lässt also vielleicht allmählich oder mit dem Kalender nach.`,
    namesOnly: () =>
      'Kontakte ohne Verkauf sind nicht vermerkt; daher steht der Name in den Büchern für Betreuung, obwohl ein Name allein keine ist.',
    notPersonal: () =>
      'Kein Kontakt zeigt, welcher Mensch ihn führte; daher zählt jeder Kontakt der Firma, der weder verkauft noch belastet.',
    noNames: () => 'Benannte Personen fehlen in den Daten; daher steht der Kontakt allein für Betreuung.',
    staffInGroups: () => 'Betreuende werden nur in Gruppen gezählt; nichts hier sagt etwas über eine einzelne Person.',
    noMoney: () =>
      'Kein Geldbetrag: Wen ein Betreuer anruft, ist ausgewählt. Kunden, mit denen es gut läuft oder von denen mehr erwartet wird, werden vielleicht öfter angerufen, und wer schon gehen will, seltener; Abgänge mit und ohne Betreuung würden diese Auswahl messen, auch bei gleichem Produkt und Wert. Betreuung nach Los oder ab einer festen Schwelle würde zeigen, was ihr Fehlen kostet.',
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${whole(num(values, 'overlap'), f)} der Kunden ohne Bestandsprovision, die einen vergleichbaren Kunden mit ihr haben.`,
    carersDiffer: () =>
      'Wer für den Bestand bezahlt wird, unterscheidet sich von anderen Betreuenden vielleicht auch sonst.',
    overturn: (values, f) =>
      `Die Antwort änderte sich, wenn Kontakte nach Monat ${count(values, 'cut', f)} in einem System stehen, das nicht in den Daten ist, oder wenn sich in diesem Monat noch etwas anderes ändert.`,
    overturnClear: () =>
      'Die Antwort änderte sich, wenn Kontakte mit einem Teil der Kunden in einem System stehen, das nicht in den Daten ist.',
    overturnCommission: () =>
      'Die Antwort änderte sich, wenn Betreuende mit und ohne Bestandsprovision ihre Kontakte verschieden vermerken.',
  },
  details: {
    coveredToday: 'Betreute Kunden unter denen ab einem Jahr',
    namedToday: 'Kunden mit benannter Person in den Büchern',
    touchedToday: 'Kunden, auf die binnen zwölf Monaten jemand ohne Verkauf zukam',
    coveredValue: 'Anteil dessen, was Kunden einbringen, der von Betreuten kommt',
    cutMonth: 'Vertragsmonat mit der größten Änderung',
    coverageBefore: 'Betreut im Jahr vor diesem Monat',
    coverageAfter: 'Betreut im Jahr nach diesem Monat',
    largestPlacebo: 'Größter Rückgang in einem anderen Vertragsmonat',
    coverageRunning: 'Betreut, Betreuung für den Bestand bezahlt',
    coverageEnded: 'Betreut, Betreuung nicht für den Bestand bezahlt',
  },
  counts: {
    customers: 'Kunden heute',
    judged: 'Kunden ab einem Jahr',
    measured: 'Kunden, an denen die Änderung gemessen ist',
    running: 'Kunden, deren Betreuung für den Bestand bezahlt wird',
    ended: 'Kunden, deren Betreuung nicht für den Bestand bezahlt wird',
  },
  excluded: {},
  dimensions: {},
  charts: {
    years: {
      title: 'Betreute Kunden nach Vertragsjahr',
      x: 'Vertragsjahr',
      y: 'Anteil der Kunden',
      series: { coverage: 'Betreut' },
    },
  },
};

export const careCoverageMessages: CheckMessages = { en, de };
