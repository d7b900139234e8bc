import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { LOSS_ALONE } from '../joint-words.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const rate = (value: number, f: Format) => f.number(value, 2);
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const dayOf = (values: Values, name: string, f: Format) => f.day(String(values[name] ?? ''));

interface Numbers {
  readonly gap: string;
  readonly low: string;
  readonly high: string;
  readonly existing: string;
  readonly newcomer: string;
  readonly dry: string | null;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const day = v.overturn?.values['asOf'];
  const [existing, newcomer, dry] = ['givingExisting', 'givingNewcomer', 'dryShare'].map((key) => detail(v, key));
  if (v.effect === null || day === undefined || !existing || !newcomer) return null;
  const { value, low, high } = v.effect;
  return {
    gap: rate(Math.abs(value), f),
    low: rate(low, f),
    high: rate(high, f),
    existing: rate(existing.value, f),
    newcomer: rate(newcomer.value, f),
    dry: dry ? f.percent(dry.value, 0) : null,
    day: f.day(String(day)),
  };
}

const en: CheckWords = {
  question: () => 'Do existing customers hear something good from you less often than newcomers?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contacts with their customer, their day and their kind or tone; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null)
      return 'The data do not tell whether existing customers hear something good less often than newcomers.';
    const dry = n.dry === null ? '' : `; ${n.dry} of the existing customers had no giving contact for twelve months`;
    const evidence = `${n.existing} giving contacts per customer and year against ${n.newcomer} in the first days after signature; gap between ${n.low} and ${n.high} per year${dry}; as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: existing customers receive ${n.gap} giving contacts a year fewer than newcomers (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: existing customers receive ${n.gap} giving contacts a year more than newcomers (${evidence}).`;
    if (v.outcome === 'clear' && v.caveats.some(({ id }) => id === 'givesNobody'))
      return `No: nobody receives a giving contact, newcomers as little as existing customers (${evidence}). That is a drought for all, and no difference between the two.`;
    if (v.outcome === 'clear' && v.caveats.some(({ id }) => id === 'courtedNotDry'))
      return `No drought: newcomers receive ${n.gap} giving contacts a year more, but nearly every existing customer heard something good within twelve months (${evidence}).`;
    if (v.outcome === 'clear') return `No: both hear something good about equally often (${evidence}).`;
    return `The data do not tell whether existing customers hear something good less often than newcomers (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Without regard to product and consent the two differ by ${rate(v.naive.value, f)} giving contacts per customer and year (newcomers minus existing customers). That mixes products with much and with little contact.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could plan one contact a year that sells nothing, such as a thank-you or a saving tip, for a part of the customers chosen by lot, and compare later.';
    if (outcome === 'reversed')
      return 'You could look at what newcomers hear in their first weeks; for existing customers no change suggests itself.';
    if (outcome === 'clear')
      return 'You could keep the list of long droughts under monitoring; the comparison with newcomers asks for no change.';
    return 'You could record for every contact of yours whom it reached, when, and whether it gave, sold, or was a burden.';
  },
  method:
    'Contacts that the company began are told apart by tone: burden, neutral, giving, selling; where no tone is given, by kind. Dunning is counted on its own, since it is earned. Giving contacts per customer and year are compared between the first days after signature and the time from one year of tenure on, within equal product, consent and half of the look-back window, in the mix of the existing customers. Intervals treat all contacts of one customer as one unit. There is no target for the ratio of burdens to gifts.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewContacts: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} contacts begun by the company and known by customer, has ${f.count(num(values, 'has'))}.`,
    fewExisting: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} existing customers within the time the contact log covers, has ${f.count(num(values, 'has'))}.`,
    fewNewcomers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} newcomers who signed within the time the contact log covers, has ${f.count(num(values, 'has'))}.`,
    noGivingKnown: (values, f) =>
      `Not one contact is known as giving, and only ${f.percent(num(values, 'has'), 0)} of the contacts have a kind that tells its tone (needs ${f.percent(num(values, 'needed'), 0)}). Either none was made, or none was recorded as such.`,
    toneDecides: (values, f) =>
      `${f.percent(num(values, 'share'), 0)} of the contacts have a kind that tells no tone, and they decide: counted as neutral they lead to another answer than counted as giving.`,
    existingUnlogged: (values, f) =>
      `Existing customers have ${f.count(num(values, 'has'))} invoices and other burdens on record; at the newcomers’ rate there would be ${f.count(num(values, 'needed'))}. The log does not know existing customers, so their silence in it says nothing.`,
    lowOverlap: (values, f) =>
      `Only ${f.percent(num(values, 'has'), 0)} of the existing customers' time has comparable newcomers (same product and consent); needs ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `The gap lies between ${rate(num(values, 'low'), f)} and ${rate(num(values, 'high'), f)} giving contacts a year; it matters from ${rate(num(values, 'relevant'), f)}. More newcomers or a longer log would narrow it.`,
    givesNobody: () =>
      'Not one contact of the whole log is a giving one, neither for newcomers nor for existing customers.',
    courtedNotDry: (values, f) =>
      `Newcomers receive more, but only ${f.percent(num(values, 'share'))} of the existing customers had no giving contact for twelve months; up to ${f.percent(num(values, 'tolerated'), 0)} is not called a drought.`,
    noContracts: () =>
      'Without contracts the first contact on record stands for the signature, and the last one for the end; this is a rough picture.',
    partialOverlap: (values, f) =>
      `The statement holds for the ${f.percent(num(values, 'overlap'), 0)} of the existing customers' time that has comparable newcomers.`,
    productNotShared: () => 'Newcomers and existing customers hardly share a product, so products are not held equal.',
    noConsent: () =>
      'Consent is not in the data, so it is not held equal: who may not be written to cannot be told from who is not written to.',
    toneByKind: (values, f) =>
      `For ${f.percent(num(values, 'share'), 0)} of the contacts the tone was taken from their kind.`,
    toneless: (values, f) =>
      `${f.percent(num(values, 'share'), 0)} of the contacts have a kind that tells no tone; they count as neutral.`,
    shortLog: (values, f) =>
      `The contact log begins only on ${dayOf(values, 'day', f)}, so nobody can be said to have heard nothing for twelve months.`,
    invoicesMissing: (values, f) =>
      `About ${f.percent(num(values, 'share'), 0)} of the invoices to be expected from the billing cycle are logged; burdens are understated.`,
    recognitionApart: () =>
      'Gifts and honours that are kept in the table of recognition only are not counted as contacts here.',
    noTarget: () =>
      'No ratio of giving to burdening contacts is a target; the known rule of five to one comes from research on couples.',
    permission: () =>
      'A friendly call or mail may count as advertising in law; each giving contact needs its own permission by channel.',
    ...LOSS_ALONE.en,
    noMoney: () =>
      'No amount of money: what a drought costs takes the departures that go with it, which this comparison does not hold.',
    overturn: (values, f) =>
      `The answer would change if giving contacts are made that the log does not hold (it covers ${dayOf(values, 'logStart', f)} to ${dayOf(values, 'logEnd', f)}), or if newcomers and existing customers differ in something else that goes with being contacted.`,
  },
  details: {
    givingExisting: 'Giving contacts per existing customer and year',
    givingNewcomer: 'Giving contacts per newcomer and year, at the mix of the existing customers',
    givingBefore: 'Giving contacts per year in the 90 days before signature',
    dryShare: 'Existing customers without a giving contact for twelve months',
    onlyBurdenShare: 'Existing customers with nothing but burdens since signature',
    givingShare: 'Giving contacts among all contacts of existing customers',
    burdenPerGiving: 'Burdens for one giving contact, dunning left out',
    burdenRate: 'Burdens per existing customer and year, dunning left out',
    dunningRate: 'Dunning letters per existing customer and year',
    sellingRate: 'Selling contacts per existing customer and year',
    firstBurdenMonths: 'Months until half of the customers had their first burden',
    firstGivingMonths: 'Months until half of the customers had their first giving contact after signature',
    invoicesLogged: 'Invoices logged of those to be expected',
  },
  counts: {
    existing: 'Existing customers compared',
    newcomers: 'Newcomers compared',
    contacts: 'Contacts begun by the company',
    givingContacts: 'Giving contacts among them',
  },
  excluded: { neverNewcomer: 'Customers whose first days lie before the log, or are not known' },
  dimensions: { product: 'Product' },
  charts: {
    drought: {
      title: 'Existing customers without a giving contact for at least so many months',
      x: 'Months',
      y: 'Share of existing customers',
      series: { existing: 'Existing customers' },
    },
  },
};

const de: CheckWords = {
  question: () => 'Hören Bestandskunden seltener etwas Gutes von Ihnen als Neukunden?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Kontakte mit Kunde, Tag und Art oder Ton; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage konnte nicht berechnet werden; die anderen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, ob Bestandskunden seltener etwas Gutes hören als Neukunden.';
    const dry =
      n.dry === null ? '' : `; ${n.dry} der Bestandskunden hatten zwölf Monate lang keinen schenkenden Kontakt`;
    const evidence = `${n.existing} schenkende Kontakte je Kunde und Jahr gegen ${n.newcomer} in den ersten Tagen nach der Unterschrift; Abstand zwischen ${n.low} und ${n.high} je Jahr${dry}; Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Bestandskunden erhalten im Jahr ${n.gap} schenkende Kontakte weniger als Neukunden (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Bestandskunden erhalten im Jahr ${n.gap} schenkende Kontakte mehr als Neukunden (${evidence}).`;
    if (v.outcome === 'clear' && v.caveats.some(({ id }) => id === 'givesNobody'))
      return `Nein: Niemand erhält einen schenkenden Kontakt, Neukunden so wenig wie Bestandskunden (${evidence}). Das ist eine Dürre für alle und kein Unterschied zwischen beiden.`;
    if (v.outcome === 'clear' && v.caveats.some(({ id }) => id === 'courtedNotDry'))
      return `Keine Dürre: Neukunden erhalten zwar im Jahr ${n.gap} schenkende Kontakte mehr, aber fast jeder Bestandskunde hörte binnen zwölf Monaten etwas Gutes (${evidence}).`;
    if (v.outcome === 'clear') return `Nein: Beide hören etwa gleich oft etwas Gutes (${evidence}).`;
    return `Die Daten sagen nicht, ob Bestandskunden seltener etwas Gutes hören als Neukunden (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein schlichter Vergleich wird nicht gezeigt.'
      : `Ohne Rücksicht auf Produkt und Einwilligung unterscheiden sich beide um ${rate(v.naive.value, f)} schenkende Kontakte je Kunde und Jahr (Neukunden minus Bestandskunden). Das mischt Produkte mit viel und mit wenig Kontakt.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten für einen ausgelosten Teil der Kunden einen Kontakt im Jahr vorsehen, der nichts verkauft, etwa einen Dank oder einen Spartipp, und später vergleichen.';
    if (outcome === 'reversed')
      return 'Sie könnten ansehen, was Neukunden in den ersten Wochen hören; für Bestandskunden drängt sich keine Änderung auf.';
    if (outcome === 'clear')
      return 'Sie könnten die Liste langer Dürren im Monitoring behalten; der Vergleich mit Neukunden verlangt keine Änderung.';
    return 'Sie könnten zu jedem eigenen Kontakt festhalten, wen er wann erreichte und ob er schenkte, verkaufte oder belastete.';
  },
  method:
    'Kontakte, die von der Firma ausgingen, werden nach dem Ton unterschieden: belastend, neutral, schenkend, verkaufend; wo kein Ton angegeben ist, nach der Art. Mahnungen zählen für sich, denn sie sind verdient. Verglichen werden schenkende Kontakte je Kunde und Jahr in den ersten Tagen nach der Unterschrift und in der Zeit ab einem Jahr Vertragsdauer, bei gleichem Produkt, gleicher Einwilligung und gleicher Hälfte des Rückblicks, in der Mischung der Bestandskunden. Die Intervalle behandeln alle Kontakte eines Kunden als eine Einheit. Ein Sollwert für das Verhältnis von Belastungen zu Geschenken besteht nicht.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    fewContacts: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} von der Firma ausgehende Kontakte mit bekanntem Kunden, vorhanden ${f.count(num(values, 'has'))}.`,
    fewExisting: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Bestandskunden in der Zeit, die das Kontaktprotokoll abdeckt, vorhanden ${f.count(num(values, 'has'))}.`,
    fewNewcomers: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Neukunden, die in der Zeit des Kontaktprotokolls unterschrieben, vorhanden ${f.count(num(values, 'has'))}.`,
    noGivingKnown: (values, f) =>
      `Kein Kontakt ist als schenkend bekannt, und nur bei ${f.percent(num(values, 'has'), 0)} der Kontakte verrät die Art den Ton (nötig ${f.percent(num(values, 'needed'), 0)}). Entweder gab es keinen, oder keiner wurde so vermerkt.`,
    toneDecides: (values, f) =>
      `Bei ${f.percent(num(values, 'share'), 0)} der Kontakte verrät die Art keinen Ton, und sie entscheiden: als neutral gezählt führen sie zu einer anderen Antwort als als schenkend gezählt.`,
    existingUnlogged: (values, f) =>
      `Bei Bestandskunden sind ${f.count(num(values, 'has'))} Rechnungen und andere Belastungen vermerkt; im Maß der Neukunden wären es ${f.count(num(values, 'needed'))}. Das Protokoll kennt Bestandskunden nicht, ihr Schweigen darin sagt also nichts.`,
    lowOverlap: (values, f) =>
      `Nur ${f.percent(num(values, 'has'), 0)} der Zeit der Bestandskunden hat vergleichbare Neukunden (gleiches Produkt, gleiche Einwilligung); nötig sind ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `Der Abstand liegt zwischen ${rate(num(values, 'low'), f)} und ${rate(num(values, 'high'), f)} schenkenden Kontakten im Jahr; von Belang ist er ab ${rate(num(values, 'relevant'), f)}. Mehr Neukunden oder ein längeres Protokoll würden ihn eingrenzen.`,
    givesNobody: () => 'Kein Kontakt im ganzen Protokoll ist schenkend, weder für Neukunden noch für Bestandskunden.',
    courtedNotDry: (values, f) =>
      `Neukunden erhalten mehr, doch nur ${f.percent(num(values, 'share'))} der Bestandskunden hatten zwölf Monate keinen schenkenden Kontakt; bis ${f.percent(num(values, 'tolerated'), 0)} heißt das nicht Dürre.`,
    noContracts: () =>
      'Ohne Verträge steht der erste vermerkte Kontakt für die Unterschrift und der letzte für das Ende; das ist ein grobes Bild.',
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${f.percent(num(values, 'overlap'), 0)} der Zeit der Bestandskunden, zu der es vergleichbare Neukunden gibt.`,
    productNotShared: () =>
      'Neukunden und Bestandskunden haben kaum ein Produkt gemeinsam, daher sind Produkte nicht gleichgehalten.',
    noConsent: () =>
      'Einwilligungen fehlen in den Daten und sind nicht gleichgehalten: Wer nicht angeschrieben werden darf, ist von dem nicht zu trennen, der nicht angeschrieben wird.',
    toneByKind: (values, f) =>
      `Bei ${f.percent(num(values, 'share'), 0)} der Kontakte wurde der Ton aus ihrer Art genommen.`,
    toneless: (values, f) =>
      `Bei ${f.percent(num(values, 'share'), 0)} der Kontakte verrät die Art keinen Ton; sie zählen als neutral.`,
    shortLog: (values, f) =>
      `Das Kontaktprotokoll beginnt erst am ${dayOf(values, 'day', f)}; daher lässt sich von niemandem sagen, er habe zwölf Monate nichts gehört.`,
    invoicesMissing: (values, f) =>
      `Etwa ${f.percent(num(values, 'share'), 0)} der nach dem Abrechnungsrhythmus zu erwartenden Rechnungen sind vermerkt; Belastungen sind untertrieben.`,
    recognitionApart: () =>
      'Geschenke und Ehrungen, die nur in der Tabelle der Anerkennungen stehen, zählen hier nicht als Kontakte.',
    noTarget: () =>
      'Kein Verhältnis von schenkenden zu belastenden Kontakten ist ein Sollwert; die bekannte Regel fünf zu eins stammt aus der Paarforschung.',
    permission: () =>
      'Ein freundlicher Anruf oder eine freundliche E-Mail kann rechtlich Werbung sein; jeder schenkende Kontakt braucht seine eigene Erlaubnis je Kanal.',
    ...LOSS_ALONE.de,
    noMoney: () =>
      'Kein Geldbetrag: Was eine Dürre kostet, verlangt die Abgänge, die mit ihr einhergehen; dieser Vergleich enthält sie nicht.',
    overturn: (values, f) =>
      `Die Antwort änderte sich, wenn es schenkende Kontakte gibt, die das Protokoll nicht enthält (es reicht vom ${dayOf(values, 'logStart', f)} bis zum ${dayOf(values, 'logEnd', f)}), oder wenn Neukunden und Bestandskunden sich in etwas anderem unterscheiden, das mit Kontakten einhergeht.`,
  },
  details: {
    givingExisting: 'Schenkende Kontakte je Bestandskunde und Jahr',
    givingNewcomer: 'Schenkende Kontakte je Neukunde und Jahr, in der Mischung der Bestandskunden',
    givingBefore: 'Schenkende Kontakte je Jahr in den 90 Tagen vor der Unterschrift',
    dryShare: 'Bestandskunden ohne schenkenden Kontakt seit zwölf Monaten',
    onlyBurdenShare: 'Bestandskunden mit nichts als Belastungen seit der Unterschrift',
    givingShare: 'Anteil schenkender an allen Kontakten der Bestandskunden',
    burdenPerGiving: 'Belastungen auf einen schenkenden Kontakt, ohne Mahnungen',
    burdenRate: 'Belastungen je Bestandskunde und Jahr, ohne Mahnungen',
    dunningRate: 'Mahnungen je Bestandskunde und Jahr',
    sellingRate: 'Verkaufende Kontakte je Bestandskunde und Jahr',
    firstBurdenMonths: 'Monate, bis die Hälfte der Kunden die erste Belastung hatte',
    firstGivingMonths: 'Monate, bis die Hälfte der Kunden nach der Unterschrift den ersten schenkenden Kontakt hatte',
    invoicesLogged: 'Vermerkte unter den zu erwartenden Rechnungen',
  },
  counts: {
    existing: 'Verglichene Bestandskunden',
    newcomers: 'Verglichene Neukunden',
    contacts: 'Von der Firma ausgehende Kontakte',
    givingContacts: 'Schenkende darunter',
  },
  excluded: { neverNewcomer: 'Kunden, deren erste Tage vor dem Protokoll liegen oder unbekannt sind' },
  dimensions: { product: 'Produkt' },
  charts: {
    drought: {
      title: 'Bestandskunden ohne schenkenden Kontakt seit mindestens so vielen Monaten',
      x: 'Monate',
      y: 'Anteil der Bestandskunden',
      series: { existing: 'Bestandskunden' },
    },
  },
};

export const contactDroughtMessages: CheckMessages = { en, de };
