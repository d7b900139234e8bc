import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const share = (values: Values, name: string, f: Format) => f.percent(num(values, name));
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity.value ?? null;
const dayOf = (v: Verdict, f: Format) => f.day(String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? ''));
const isDated = (v: Verdict) => (v.overturn?.values['asOf'] ?? v.reason?.values['asOf']) !== undefined;
const alone = (v: Verdict) => v.counts['customers'] === undefined;

/** Share with the bounds that open rules leave, and the day. */
function sized(
  v: Verdict,
  f: Format,
  words: { exact: string; between: (low: string, high: string) => string; day: string },
) {
  if (v.effect === null) return '';
  const { value, low, high } = v.effect;
  const bounds = high > low ? words.between(f.percent(low), f.percent(high)) : words.exact;
  return `${f.percent(value)} (${bounds}, ${words.day} ${dayOf(v, f)})`;
}
const EN = {
  exact: 'counted in full',
  between: (low: string, high: string) => `${low} to ${high} by what the rules leave open`,
  day: 'as of',
};
const DE = {
  exact: 'voll ausgezählt',
  between: (low: string, high: string) => `${low} bis ${high} je nach offenen Regeln`,
  day: 'Stand',
};

const en: CheckWords = {
  question: () => 'Are existing customers locked out of offers that newcomers get?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs offers with their first day and whom they are for; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (v.effect === null || !isDated(v))
      return 'The data do not tell whether existing customers are locked out of offers.';
    const n = sized(v, f, EN);
    if (alone(v)) {
      const offers = `of the offers that newcomers can get, ${n} are closed to existing customers`;
      if (v.outcome === 'finding')
        return `Yes, going by the offers alone: ${offers}. How many customers that concerns is not in the data.`;
      if (v.outcome === 'clear') return `No, going by the offers alone: ${offers}.`;
      return `The data do not tell: ${offers}, and others are for existing customers only.`;
    }
    const worth = detail(v, 'bestMissed');
    const money = worth === null ? '' : ` The best single offer they miss is worth ${f.money(worth)} on average.`;
    if (v.outcome === 'finding')
      return `Yes: ${n} of the existing customers meet all that an offer asks, cannot get it, and get nothing of equal worth.${money}`;
    if (v.outcome === 'reversed')
      return `No, the other way round: ${share(v.overturn?.values ?? {}, 'better', f)} of the existing customers can get an offer that newcomers cannot; ${n} are locked out of one without a return.`;
    if (v.outcome === 'clear')
      return `No: ${n} of the existing customers are locked out of an offer without one of equal worth in return.`;
    return `The data do not tell how many existing customers are locked out of offers without a return: ${n}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Going by the word "newcomers" alone, ${f.percent(v.naive.value, 0)} of the existing customers would count as locked out, whether or not an offer holds for their region, product or group, whether it is open to them on another way, and whether they get another of equal worth.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could open the same offers to existing customers at the end of their term, or one of equal worth, in some regions or months first, and compare.';
    if (outcome === 'reversed')
      return 'You could keep the figure under monitoring; for existing customers no change suggests itself.';
    if (outcome === 'clear')
      return 'You could check every new offer for its counterpart before it starts; no other change suggests itself.';
    return 'You could record for every offer how existing customers can get it, what it is worth, and its conditions in the columns of the customers.';
  },
  method:
    'Each offer that was open within the window is held against each existing customer: does he meet all it asks, apart from being new? Conditions on region, product, line, segment, kind, risk class, payment, location, volume and tenure are read from the rule; a channel counts as open to everybody, a closed product as the one that followed it. Who meets them but is shut out counts as locked out, unless offers for existing customers only give him at least as much. Offers exclude one another, so the best one counts and they are never added up. All customers are counted, so there is no sampling error; bounds show what rules and missing fields leave open.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noOffer: (values, f) =>
      `Needs at least 1 offer open within ${f.count(num(values, 'months'))} months, has 0; the last one ended on ${f.day(String(values['last']))}.`,
    noOfferBegun: (values, f) => `Needs at least 1 offer begun by ${f.day(String(values['asOf']))}, has 0.`,
    noWorthyOffer: (values, f) =>
      `Every offer open within ${f.count(num(values, 'months'))} months is worth 0; needs at least 1 that is worth something.`,
    needsContracts: (values, f) =>
      `${f.count(num(values, 'closed'))} offers are closed to existing customers and others are for them only; needs contracts to tell who gets what.`,
    fewCustomers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} existing customers, has ${f.count(num(values, 'found'))}.`,
    rulesLeaveOpen: (values, f) =>
      `Between ${share(values, 'low', f)} and ${share(values, 'high', f)}: conditions that the data do not name, or fields that are empty, decide; up to ${share(values, 'tolerated', f)} would be tolerated.`,
    census: () => 'All existing customers are counted, so the figure has no sampling error.',
    offersOnly: () => 'There are no contracts, so offers are counted and not customers.',
    unclearRules: (values, f) =>
      `${f.count(num(values, 'count'))} offers ask for something that the data do not name, among them "${values['first'] ?? ''}"; whoever could meet it counts in the upper bound only.`,
    reachUnknown: () =>
      'Whether existing customers can get an offer on request or at the end of their term is not on record; the audience is taken at its word.',
    worthUnknown: (values, f) =>
      `${f.count(num(values, 'count'))} of the closed offers carry no worth; there the number of offers counts.`,
    onlyOnRequest: (values, f) =>
      `${share(values, 'share', f)} of the existing customers can get some offer only if they ask for it; they do not count as locked out.`,
    notAdded: () => 'Offers exclude one another: the best one counts, they are not added up.',
    noWorth: () => 'No sum of money is named: no closed offer of the last twelve months carries its worth.',
    moneyFew: (values, f) =>
      `No sum of money is named: it takes ${f.count(num(values, 'needed'))} customers with a missed offer of known worth in the last twelve months, there are ${f.count(num(values, 'found'))}.`,
    otherReasons: () =>
      'Technical reach, credit standing or the law may shut a customer out too; what is not written as a condition is not seen.',
    overturnFinding: () =>
      'The statement would fall if customers who ask are given these offers after all, or if a counterpart of equal worth exists that is not in the data.',
    overturnClear: () =>
      'The statement would fall if offers for newcomers are missing from the data, such as those of partners and comparison portals, or if an open offer is refused in practice.',
  },
  details: {
    lockedOut: 'Existing customers locked out of at least one offer of the window',
    lockedOutToday: 'Existing customers locked out of an offer that is open today',
    onlyOnRequest: 'Existing customers who get some offer only on request',
    onlyAtTermEnd: 'Existing customers who get some offer only at the end of their term',
    bestMissed: 'Best missed offer, mean of those without a return',
    summedMissed: 'All missed offers added up (misleading: they exclude one another)',
    parity: 'Offer parity: worth within reach of existing customers over that of an equal newcomer',
    nothingForRegulars: 'Regulars to whom nothing was given in the window',
  },
  counts: {
    customers: 'existing customers',
    lockedOut: 'existing customers locked out of an offer',
    offers: 'offers open within the window',
    closedOffers: 'of these closed to existing customers',
    offersInReturn: 'of these for existing customers only',
    eligible: 'existing customers who meet all else',
  },
  excluded: {},
  dimensions: { offer: 'Offer' },
  charts: {
    offers: {
      title: 'What an offer is worth to either',
      x: 'Offer',
      y: 'Worth',
      series: { existing: 'Existing customers', newcomer: 'Newcomers' },
    },
  },
};

const de: typeof en = {
  question: () => 'Sind Bestandskunden von Angeboten ausgesperrt, die Neukunden bekommen?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Angebote mit erstem Tag und Zielgruppe; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht rechnen; die übrigen Antworten gelten.';
    if (v.effect === null || !isDated(v))
      return 'Die Daten sagen nicht, ob Bestandskunden von Angeboten ausgesperrt sind.';
    const n = sized(v, f, DE);
    if (alone(v)) {
      const offers = `von den Angeboten, die Neukunden bekommen können, sind ${n} für Bestandskunden geschlossen`;
      if (v.outcome === 'finding')
        return `Ja, nach den Angeboten allein: ${offers}. Wie viele Kunden das betrifft, steht nicht in den Daten.`;
      if (v.outcome === 'clear') return `Nein, nach den Angeboten allein: ${offers}.`;
      return `Die Daten sagen es nicht: ${offers}, andere gelten nur für Bestandskunden.`;
    }
    const worth = detail(v, 'bestMissed');
    const money = worth === null ? '' : ` Das beste entgangene Angebot ist im Mittel ${f.money(worth)} wert.`;
    if (v.outcome === 'finding')
      return `Ja: ${n} der Bestandskunden erfüllen alles, was ein Angebot verlangt, bekommen es nicht und erhalten nichts Gleichwertiges.${money}`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: ${share(v.overturn?.values ?? {}, 'better', f)} der Bestandskunden können ein Angebot bekommen, das Neukunden nicht bekommen; ${n} sind von einem ausgesperrt, ohne ein gleichwertiges zu erhalten.`;
    if (v.outcome === 'clear')
      return `Nein: ${n} der Bestandskunden sind von einem Angebot ausgesperrt, ohne ein gleichwertiges zu erhalten.`;
    return `Die Daten sagen nicht, wie viele Bestandskunden ohne Gegenwert von Angeboten ausgesperrt sind: ${n}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Nach dem Wort „Neukunden“ allein gälten ${f.percent(v.naive.value, 0)} der Bestandskunden als ausgesperrt, gleich ob ein Angebot für ihre Region, ihr Produkt oder ihre Gruppe gilt, ob es ihnen auf anderem Weg offensteht und ob sie ein gleichwertiges bekommen.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten dieselben Angebote Bestandskunden zum Ende ihrer Laufzeit öffnen oder ein gleichwertiges schaffen, zuerst in einigen Regionen oder Monaten, und vergleichen.';
    if (outcome === 'reversed')
      return 'Sie könnten die Zahl weiter beobachten; für Bestandskunden drängt sich keine Änderung auf.';
    if (outcome === 'clear')
      return 'Sie könnten jedes neue Angebot vor dem Start auf sein Gegenstück prüfen; eine weitere Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Angebot festhalten, wie Bestandskunden es bekommen, was es wert ist und welche Bedingungen gelten, in den Begriffen der Kundendaten.';
  },
  method:
    'Jedes Angebot, das im Zeitraum offen war, wird jedem Bestandskunden gegenübergestellt: Erfüllt er alles, was es verlangt, abgesehen davon, neu zu sein? Bedingungen an Region, Produkt, Sparte, Segment, Kundenart, Risikoklasse, Zahlungsart, Ort, Menge und Kundendauer werden aus der Regel gelesen; ein Vertriebsweg gilt als jedem offen, ein geschlossenes Produkt als sein Nachfolger. Wer sie erfüllt und dennoch nicht darf, gilt als ausgesperrt, es sei denn, Angebote nur für Bestandskunden geben ihm mindestens ebenso viel. Angebote schließen einander aus; darum zählt das beste, und sie werden nie zusammengezählt. Alle Kunden sind gezählt, einen Stichprobenfehler gibt es nicht; die Grenzen zeigen, was Regeln und leere Felder offenlassen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Rechnung brach ab: ${message ?? ''}.`,
    noOffer: (values, f) =>
      `Nötig ist mindestens 1 Angebot, das binnen ${f.count(num(values, 'months'))} Monaten offen war, vorhanden sind 0; das letzte endete am ${f.day(String(values['last']))}.`,
    noOfferBegun: (values, f) =>
      `Nötig ist mindestens 1 Angebot, das bis zum ${f.day(String(values['asOf']))} begann, vorhanden sind 0.`,
    noWorthyOffer: (values, f) =>
      `Jedes Angebot, das binnen ${f.count(num(values, 'months'))} Monaten offen war, hat den Wert 0; nötig ist mindestens 1 mit einem Wert.`,
    needsContracts: (values, f) =>
      `${f.count(num(values, 'closed'))} Angebote sind für Bestandskunden geschlossen, andere gelten nur für sie; nötig sind Verträge, um zu sagen, wer was bekommt.`,
    fewCustomers: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Bestandskunden, vorhanden sind ${f.count(num(values, 'found'))}.`,
    rulesLeaveOpen: (values, f) =>
      `Zwischen ${share(values, 'low', f)} und ${share(values, 'high', f)}: Es entscheiden Bedingungen, die die Daten nicht nennen, oder leere Felder; bis ${share(values, 'tolerated', f)} gälten als hinnehmbar.`,
    census: () => 'Alle Bestandskunden sind gezählt; die Zahl hat keinen Stichprobenfehler.',
    offersOnly: () => 'Es gibt keine Verträge; gezählt sind darum Angebote und nicht Kunden.',
    unclearRules: (values, f) =>
      `${f.count(num(values, 'count'))} Angebote verlangen etwas, das die Daten nicht nennen, darunter „${values['first'] ?? ''}“; wer es erfüllen könnte, zählt nur in der oberen Grenze.`,
    reachUnknown: () =>
      'Ob Bestandskunden ein Angebot auf Anfrage oder zum Laufzeitende bekommen, ist nicht verzeichnet; die Zielgruppe wird beim Wort genommen.',
    worthUnknown: (values, f) =>
      `${f.count(num(values, 'count'))} der geschlossenen Angebote haben keinen Wert; dort zählt die Zahl der Angebote.`,
    onlyOnRequest: (values, f) =>
      `${share(values, 'share', f)} der Bestandskunden bekommen ein Angebot nur, wenn sie danach fragen; sie gelten nicht als ausgesperrt.`,
    notAdded: () => 'Angebote schließen einander aus: Es zählt das beste, zusammengezählt wird nicht.',
    noWorth: () => 'Kein Betrag: Kein geschlossenes Angebot der letzten zwölf Monate trägt seinen Wert.',
    moneyFew: (values, f) =>
      `Kein Betrag: Nötig sind ${f.count(num(values, 'needed'))} Kunden mit einem entgangenen Angebot von bekanntem Wert in den letzten zwölf Monaten, vorhanden sind ${f.count(num(values, 'found'))}.`,
    otherReasons: () =>
      'Auch technische Verfügbarkeit, Bonität oder Recht können jemanden ausschließen; was nicht als Bedingung geschrieben steht, bleibt ungesehen.',
    overturnFinding: () =>
      'Die Aussage fiele, wenn Kunden auf Nachfrage diese Angebote doch bekommen oder wenn es ein gleichwertiges Gegenstück gibt, das nicht in den Daten steht.',
    overturnClear: () =>
      'Die Aussage fiele, wenn Angebote für Neukunden in den Daten fehlen, etwa die von Partnern und Vergleichsportalen, oder wenn ein offenes Angebot im Alltag verweigert wird.',
  },
  details: {
    lockedOut: 'Bestandskunden, die von mindestens einem Angebot des Zeitraums ausgesperrt sind',
    lockedOutToday: 'Bestandskunden, die von einem heute offenen Angebot ausgesperrt sind',
    onlyOnRequest: 'Bestandskunden, die ein Angebot nur auf Anfrage bekommen',
    onlyAtTermEnd: 'Bestandskunden, die ein Angebot nur zum Laufzeitende bekommen',
    bestMissed: 'Bestes entgangenes Angebot, Mittel derer ohne Gegenwert',
    summedMissed: 'Alle entgangenen Angebote zusammengezählt (irreführend: sie schließen einander aus)',
    parity: 'Gleichstellung: für Bestandskunden erreichbarer Wert im Verhältnis zu dem eines gleichen Neukunden',
    nothingForRegulars: 'Stammkunden, denen im Zeitraum nichts gegeben wurde',
  },
  counts: {
    customers: 'Bestandskunden',
    lockedOut: 'von einem Angebot ausgesperrte Bestandskunden',
    offers: 'im Zeitraum offene Angebote',
    closedOffers: 'davon für Bestandskunden geschlossen',
    offersInReturn: 'davon nur für Bestandskunden',
    eligible: 'Bestandskunden, die alles Übrige erfüllen',
  },
  excluded: {},
  dimensions: { offer: 'Angebot' },
  charts: {
    offers: {
      title: 'Was ein Angebot für beide wert ist',
      x: 'Angebot',
      y: 'Wert',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    },
  },
};

export const offerLockoutMessages: CheckMessages = { en, de };
