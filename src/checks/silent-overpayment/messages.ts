import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const count = (values: Values, name: string, f: Format) => f.count(num(values, name));
const percent = (values: Values, name: string, f: Format) => f.percent(num(values, name));
const value = (v: Verdict, name: string) => v.overturn?.values[name] ?? v.reason?.values[name] ?? null;
const isUpperBound = (v: Verdict) => v.caveats.some(({ id }) => id === 'upperBound');
const isPossible = (v: Verdict) => v.caveats.some(({ id }) => id === 'possible');

interface Numbers {
  readonly people: string;
  readonly share: string;
  readonly low: string;
  readonly high: string;
  readonly gap: string;
  readonly money: string;
  readonly under: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [people, gap, money, day] = ['people', 'relevantGap', 'relevantMoney', 'asOf'].map((name) => value(v, name));
  const under = v.details.find(({ key }) => key === 'underpayingShare')?.quantity;
  if (v.effect === null || people === null || day === null || under === undefined) return null;
  const precision = (v.effect.high - v.effect.low) / 2;
  return {
    people: f.count(Number(people)),
    share: f.quantity(v.effect.value, 'share', precision),
    low: f.quantity(v.effect.low, 'share', precision),
    high: f.quantity(v.effect.high, 'share', precision),
    gap: f.percent(Number(gap), 0),
    money: f.money(Number(money)),
    under: f.percent(under.value),
    day: f.day(String(day)),
  };
}

const en: CheckWords = {
  question: () => 'Do regulars pay far more than newcomers without ever having said a word?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contracts with product, beginning and price; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell how many regulars pay far more than newcomers and keep silent.';
    const evidence = `${n.low} to ${n.high}; at least ${n.gap} and ${n.money} a year above the newcomer price, as of ${n.day}`;
    const who = isUpperBound(v)
      ? `at most ${n.people} regulars, ${n.share} of them, pay far more than newcomers; whether they kept silent is not known`
      : `${n.people} regulars, ${n.share} of them, pay far more than newcomers, and nothing was heard of them`;
    if (v.outcome === 'finding') return `${isPossible(v) ? 'Possibly' : 'Yes'}: ${who} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: ${n.under} of the regulars pay far less than newcomers; silent overpayers are ${n.share} (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: silent regulars who pay far more than newcomers are no more than could be expected: ${n.share} (${evidence}).`;
    return `The data do not tell: silent regulars who pay far more than newcomers are ${n.share} (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Of all existing customers, ${f.percent(v.naive.value)} pay that much more than newcomers, whether or not they have been there for long or have asked already.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could correct these prices in steps, the largest gaps first, as a trial with a holdout: a letter can also wake customers who then leave. The list may be used for correction only, never to set prices, sell or raise.';
    if (outcome === 'reversed')
      return 'You could look at what newcomers are charged; for regulars no change suggests itself.';
    if (outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could add the price that a newcomer would pay for each contract, and record threats, requests and complaints.';
  },
  method:
    'Each regular is compared with what the same contracts would cost them as a newcomer, by quote, by matching newcomers or by tariff sheet. Who pays at least a tenth and 50 a year more, and has not complained, threatened, asked or received a concession in the window, counts. Because prices also scatter, those who pay as much less are set against them, and what is left is compared with the same among newcomers. Waking compares the three months after a notice with other months of the same region and product line, half-years held equal; the month of the notice is left out. A customer leaves once, with all contracts and by own decision; who left after or along with somebody of the household is left out.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    tooFewRegulars: (values, f) =>
      `Needs ${count(values, 'needed', f)} regulars (customers for at least ${count(values, 'years', f)} years) with a known price, has ${count(values, 'has', f)}.`,
    lowOverlap: (values, f) =>
      num(values, 'has') === 0
        ? `The price of a newcomer is known for too few customers; it needs ${f.percent(num(values, 'needed'), 0)} of them. A newcomer price per product would do.`
        : `For only ${percent(values, 'has', f)} of the regulars the price of a newcomer is known; needs ${f.percent(num(values, 'needed'), 0)}. A newcomer price per product would do.`,
    tooFewPeople: (values, f) =>
      `Only ${count(values, 'has', f)} people would stand behind the number; from ${count(values, 'needed', f)} on it is shown.`,
    wideInterval: (values, f) =>
      `The share lies between ${percent(values, 'low', f)} and ${percent(values, 'high', f)}, and prices above and below the newcomer price do not clearly outweigh each other; up to ${percent(values, 'tolerated', f)} would be tolerated. More contracts with a quoted newcomer price would narrow it.`,
    purpose: () =>
      'The list of these people serves to correct their prices and nothing else: not to price by it, not to sell by it, not to raise by it.',
    upperBound: () =>
      'An upper bound: threats and requests are not on record for the whole time looked at, so some of these customers may have spoken up.',
    complaintsUnknown: () => 'Complaints are not in the data; who only complained counts as silent.',
    concessionsUnknown: () => 'Concessions are not in the data; who already received one counts as silent.',
    possible: (values, f) =>
      `Possible, not certain: for ${percent(values, 'share', f)} of the regulars the newcomer price comes from a tariff sheet, not from a quote or a matching newcomer.`,
    partialOverlap: (values, f) =>
      `The statement holds for the ${percent(values, 'overlap', f)} of the regulars whose newcomer price is known.`,
    assumedMargin: (values, f) =>
      `What a departure would cost is a planning value: margin assumed at ${f.percent(num(values, 'rate'), 0)} of the price, over ${count(values, 'months', f)} months.`,
    noNotices: () =>
      'Whether such customers wake after a price letter or a notice is not said: notices are not in the data.',
    tooFewAsks: (values, f) =>
      `Whether they ask more after a notice is not said: needs ${count(values, 'needed', f)} asks of overpaying regulars, has ${count(values, 'has', f)}, of them ${count(values, 'after', f)} after a notice.`,
    tooFewExits: (values, f) =>
      `Whether they leave more after a notice is not said: needs ${count(values, 'needed', f)} departures of overpaying regulars, has ${count(values, 'has', f)}, of them ${count(values, 'after', f)} after a notice.`,
    gapThen: () =>
      'For waking, who overpays is known by the price of today or of the last renewal; for earlier years that gap counts as grown in equal steps.',
    severalYardsticks: ({ references }) =>
      `Several named prices (${references ?? ''}) could stand for what newcomers pay, and the data do not say which. A newcomer price of your own, without such a name, would decide it.`,
    yardstick: ({ reference }) =>
      `The reference price "${reference ?? ''}" is the yardstick: what newcomers pay measured by it is what regulars are held against.`,
    otherLimit: (values, f) =>
      `The statement would fall if newcomers with the same needs do not in truth get the price they are compared with, or if at a limit other than ${f.percent(num(values, 'relevantGap'), 0)} and ${f.money(num(values, 'relevantMoney'))} more than ${percent(values, 'tolerated', f)} lay above it and far fewer below it.`,
    reference: (values, f) =>
      `The statement would fall if newcomers with the same needs do not in truth get the price they are compared with, or if at a limit other than ${f.percent(num(values, 'relevantGap'), 0)} and ${f.money(num(values, 'relevantMoney'))} no more than ${percent(values, 'tolerated', f)} were left.`,
  },
  details: {
    shareOfExisting: 'Silent overpayers among all existing customers',
    overpayingShare: 'Regulars who overpay that much, silent or not',
    underpayingShare: 'Regulars who pay as much less than newcomers',
    possibleShare: 'Of the people counted: known by a tariff sheet only',
    meanOverpaid: 'Mean overpayment per head',
    revenueShare: 'Share of all existing customers’ payments that rests on them',
    breakEven: 'Departures a year that a full correction would have to avoid to pay for itself, as a share of them',
    askRatio: 'Waking: asks in the three months after a notice, as a multiple of other times',
    exitRatio: 'Waking: departures in the three months after a notice, as a multiple of other times',
  },
  counts: {
    regulars: 'Regulars',
    compared: 'Regulars with a known newcomer price',
    overpaying: 'Regulars who overpay that much, silent or not',
  },
  excluded: {
    noNewcomerPrice: 'Regulars without a known newcomer price',
    asked: 'Overpaying regulars who threatened, asked or gave notice',
    conceded: 'Overpaying regulars who already received a concession',
    complained: 'Overpaying regulars who complained',
  },
  dimensions: { tenure: 'Years as a customer', line: 'Product line' },
  charts: {
    tenure: {
      title: 'Silent overpayers by years as a customer',
      x: 'Years as a customer',
      y: 'Share of the regulars',
      series: { existing: 'Regulars' },
    },
  },
};

const de: typeof en = {
  question: () => 'Zahlen Stammkunden weit mehr als Neukunden, ohne je ein Wort gesagt zu haben?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Verträge mit Produkt, Beginn und Preis; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null)
      return 'Die Daten lassen nicht erkennen, wie viele Stammkunden weit mehr als Neukunden zahlen und schweigen.';
    const evidence = `${n.low} bis ${n.high}; mindestens ${n.gap} und ${n.money} im Jahr über dem Neukundenpreis, Stand ${n.day}`;
    const who = isUpperBound(v)
      ? `Höchstens ${n.people} Stammkunden, ${n.share} von ihnen, zahlen weit mehr als Neukunden; ob sie geschwiegen haben, ist nicht bekannt`
      : `${n.people} Stammkunden, ${n.share} von ihnen, zahlen weit mehr als Neukunden, und von ihnen war nichts zu hören`;
    if (v.outcome === 'finding') return `${isPossible(v) ? 'Möglicherweise' : 'Ja'}: ${who} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: ${n.under} der Stammkunden zahlen weit weniger als Neukunden; stille Zahler sind ${n.share} (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Stille Stammkunden, die weit mehr als Neukunden zahlen, sind nicht mehr als zu erwarten: ${n.share} (${evidence}).`;
    return `Die Daten lassen es nicht erkennen: Stille Stammkunden, die weit mehr als Neukunden zahlen, sind ${n.share} (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Von allen Bestandskunden zahlen ${f.percent(v.naive.value)} um so viel mehr als Neukunden, gleich ob sie lange da sind oder schon nachgefragt haben.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten diese Preise schrittweise berichtigen, die größten Abstände zuerst, als Versuch mit Kontrollgruppe: Ein Brief kann Kunden auch wecken, die dann gehen. Die Liste darf nur zur Berichtigung dienen, nie zur Preisfindung, zum Verkauf oder für Erhöhungen.';
    if (outcome === 'reversed')
      return 'Sie könnten prüfen, was Neukunden berechnet wird; für Stammkunden drängt sich keine Änderung auf.';
    if (outcome === 'clear') return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Vertrag den Preis ergänzen, den ein Neukunde zahlen würde, und Drohungen, Anfragen und Beschwerden festhalten.';
  },
  method:
    'Jeder Stammkunde wird mit dem verglichen, was dieselben Verträge ihn als Neukunden kosten würden, nach Angebot, nach gleichen Neukunden oder nach Preisblatt. Es zählt, wer mindestens ein Zehntel und 50 im Jahr mehr zahlt und im Zeitraum weder Beschwerde noch Drohung, Anfrage oder Zugeständnis hatte. Weil Preise auch streuen, werden jene dagegengehalten, die ebenso viel weniger zahlen; was bleibt, wird mit demselben bei Neukunden verglichen. Das Aufwachen vergleicht die drei Monate nach einem Hinweis mit anderen Monaten derselben Region und Sparte, bei gleichem Halbjahr; der Monat des Hinweises selbst bleibt außen vor. Ein Kunde geht einmal, mit allen Verträgen und aus eigenem Entschluss; wer nach oder mit jemandem aus dem Haushalt ging, bleibt außen vor.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    tooFewRegulars: (values, f) =>
      `Es braucht ${count(values, 'needed', f)} Stammkunden (seit mindestens ${count(values, 'years', f)} Jahren Kunde) mit bekanntem Preis, es sind ${count(values, 'has', f)}.`,
    lowOverlap: (values, f) =>
      num(values, 'has') === 0
        ? `Der Preis eines Neukunden ist für zu wenige Kunden bekannt; es braucht ${f.percent(num(values, 'needed'), 0)} von ihnen. Ein Neukundenpreis je Produkt würde genügen.`
        : `Nur bei ${percent(values, 'has', f)} der Stammkunden ist der Preis eines Neukunden bekannt; es braucht ${f.percent(num(values, 'needed'), 0)}. Ein Neukundenpreis je Produkt würde genügen.`,
    tooFewPeople: (values, f) =>
      `Nur ${count(values, 'has', f)} Personen stünden hinter der Zahl; gezeigt wird sie ab ${count(values, 'needed', f)}.`,
    wideInterval: (values, f) =>
      `Der Anteil liegt zwischen ${percent(values, 'low', f)} und ${percent(values, 'high', f)}, und Preise über und unter dem Neukundenpreis überwiegen einander nicht deutlich; hingenommen würden ${percent(values, 'tolerated', f)}. Mehr Verträge mit angebotenem Neukundenpreis würden ihn eingrenzen.`,
    purpose: () =>
      'Die Liste dieser Personen dient dazu, ihre Preise zu berichtigen, und zu nichts anderem: nicht zur Preisfindung, nicht zum Verkauf, nicht für Erhöhungen.',
    upperBound: () =>
      'Eine Obergrenze: Drohungen und Anfragen sind nicht für den ganzen betrachteten Zeitraum verzeichnet, einige dieser Kunden können sich also gemeldet haben.',
    complaintsUnknown: () => 'Beschwerden liegen nicht vor; wer sich nur beschwert hat, zählt als still.',
    concessionsUnknown: () => 'Zugeständnisse liegen nicht vor; wer schon eines bekam, zählt als still.',
    possible: (values, f) =>
      `Möglich, nicht sicher: Bei ${percent(values, 'share', f)} der Stammkunden stammt der Neukundenpreis aus einem Preisblatt, nicht aus einem Angebot oder von einem gleichen Neukunden.`,
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${percent(values, 'overlap', f)} der Stammkunden, deren Neukundenpreis bekannt ist.`,
    assumedMargin: (values, f) =>
      `Was ein Weggang kosten würde, ist ein Planwert: Deckungsbeitrag angenommen mit ${f.percent(num(values, 'rate'), 0)} des Preises, über ${count(values, 'months', f)} Monate.`,
    noNotices: () =>
      'Ob solche Kunden nach einem Preisbrief oder Hinweis aufwachen, wird nicht gesagt: Hinweise liegen nicht vor.',
    tooFewAsks: (values, f) =>
      `Ob sie nach einem Hinweis mehr nachfragen, wird nicht gesagt: Es braucht ${count(values, 'needed', f)} Anfragen zu viel zahlender Stammkunden, es sind ${count(values, 'has', f)}, davon ${count(values, 'after', f)} nach einem Hinweis.`,
    tooFewExits: (values, f) =>
      `Ob sie nach einem Hinweis häufiger gehen, wird nicht gesagt: Es braucht ${count(values, 'needed', f)} Weggänge zu viel zahlender Stammkunden, es sind ${count(values, 'has', f)}, davon ${count(values, 'after', f)} nach einem Hinweis.`,
    gapThen: () =>
      'Wer zu viel zahlt, ist für das Aufwachen am Preis von heute oder der letzten Verlängerung erkannt; für frühere Jahre gilt der Abstand als in gleichen Schritten gewachsen.',
    severalYardsticks: ({ references }) =>
      `Mehrere benannte Preise (${references ?? ''}) könnten für das stehen, was Neukunden zahlen, und die Daten sagen nicht, welcher. Ein eigener Neukundenpreis ohne solchen Namen würde es entscheiden.`,
    yardstick: ({ reference }) =>
      `Der Bezugspreis „${reference ?? ''}“ ist das Maß: Was Neukunden daran gemessen zahlen, daran werden Stammkunden gemessen.`,
    otherLimit: (values, f) =>
      `Die Aussage fiele, wenn Neukunden mit gleichem Bedarf den Vergleichspreis in Wahrheit nicht bekommen, oder wenn bei einer anderen Grenze als ${f.percent(num(values, 'relevantGap'), 0)} und ${f.money(num(values, 'relevantMoney'))} mehr als ${percent(values, 'tolerated', f)} darüber lägen und weit weniger darunter.`,
    reference: (values, f) =>
      `Die Aussage fiele, wenn Neukunden mit gleichem Bedarf den Vergleichspreis in Wahrheit nicht bekommen, oder wenn bei einer anderen Grenze als ${f.percent(num(values, 'relevantGap'), 0)} und ${f.money(num(values, 'relevantMoney'))} nicht mehr als ${percent(values, 'tolerated', f)} übrig blieben.`,
  },
  details: {
    shareOfExisting: 'Stille Zahler unter allen Bestandskunden',
    overpayingShare: 'Stammkunden, die so viel zu viel zahlen, still oder nicht',
    underpayingShare: 'Stammkunden, die ebenso viel weniger als Neukunden zahlen',
    possibleShare: 'Von den gezählten Personen: nur nach einem Preisblatt erkannt',
    meanOverpaid: 'Mittlere Überzahlung je Kopf',
    revenueShare: 'Anteil an den Zahlungen aller Bestandskunden, der auf ihnen ruht',
    breakEven: 'Weggänge im Jahr, die eine volle Berichtigung vermeiden müsste, um sich zu tragen, als Anteil an ihnen',
    askRatio: 'Aufwachen: Anfragen in den drei Monaten nach einem Hinweis, als Vielfaches anderer Zeiten',
    exitRatio: 'Aufwachen: Weggänge in den drei Monaten nach einem Hinweis, als Vielfaches anderer Zeiten',
  },
  counts: {
    regulars: 'Stammkunden',
    compared: 'Stammkunden mit bekanntem Neukundenpreis',
    overpaying: 'Stammkunden, die so viel zu viel zahlen, still oder nicht',
  },
  excluded: {
    noNewcomerPrice: 'Stammkunden ohne bekannten Neukundenpreis',
    asked: 'Zu viel zahlende Stammkunden, die drohten, nachfragten oder kündigten',
    conceded: 'Zu viel zahlende Stammkunden, die schon ein Zugeständnis bekamen',
    complained: 'Zu viel zahlende Stammkunden, die sich beschwerten',
  },
  dimensions: { tenure: 'Jahre als Kunde', line: 'Sparte' },
  charts: {
    tenure: {
      title: 'Stille Zahler nach Jahren als Kunde',
      x: 'Jahre als Kunde',
      y: 'Anteil der Stammkunden',
      series: { existing: 'Stammkunden' },
    },
  },
};

export const silentOverpaymentMessages: CheckMessages = { en, de };
