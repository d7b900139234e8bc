import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';
import { KINDS } from './conditions.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const signed = (value: number, f: Format) => `${value > 0 ? '+' : ''}${f.number(value, 3)}`;

interface Numbers {
  readonly condition: string;
  readonly basis: string;
  readonly index: string;
  readonly interval: readonly [string, string];
  readonly top: string;
  readonly bottom: string;
  readonly relevant: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const { condition, basis, relevant, asOf } = v.overturn?.values ?? {};
  if (v.effect === null || condition === undefined || asOf === undefined) return null;
  const written = (key: string) => {
    const found = v.details.find((entry) => entry.key === key)?.quantity;
    return found === undefined ? '?' : f.quantity(found.value, found.unit, (found.high - found.low) / 2);
  };
  return {
    condition: String(condition),
    basis: String(basis ?? ''),
    index: signed(v.effect.value, f),
    interval: [signed(v.effect.low, f), signed(v.effect.high, f)],
    top: written('topTenth'),
    bottom: written('bottomTenth'),
    relevant: f.number(Number(relevant ?? 0), 2),
    day: f.day(String(asOf)),
  };
}

const CONDITIONS_EN: Readonly<Record<string, string>> = {
  price: 'the price in multiples of the newcomer price',
  gifts: 'gifts and unasked favours',
  waits: 'the wait on the telephone',
  discount: 'the discount',
  unitPrice: 'the price per unit in multiples of the usual one',
};
const CONDITIONS_DE: Readonly<Record<string, string>> = {
  price: 'der Preis im Vielfachen des Neukundenpreises',
  gifts: 'Geschenke und Aufmerksamkeiten ohne Nachfrage',
  waits: 'die Wartezeit am Telefon',
  discount: 'der Rabatt',
  unitPrice: 'der Preis je Einheit im Vielfachen des üblichen',
};
const BASES_EN: Readonly<Record<string, string>> = {
  volume: 'volume',
  newcomerPrice: 'what a newcomer would pay for the same',
  pastValue: 'what they brought in a year earlier',
};
const BASES_DE: Readonly<Record<string, string>> = {
  volume: 'Menge',
  newcomerPrice: 'dem, was Neukunden für dasselbe zahlten',
  pastValue: 'dem, was sie ein Jahr zuvor einbrachten',
};
const listed = (names: unknown, words: Readonly<Record<string, string>>) =>
  String(names ?? '')
    .split(',')
    .map((name) => words[name] ?? name)
    .join(', ');
const isGood = (condition: string) => Object.entries(KINDS).some(([name, kind]) => name === condition && kind.isGood);

const en: CheckWords = {
  question: () => 'Do the most valuable customers get the worst conditions?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs running contracts with customer, product and start; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether conditions change with the value of customers.';
    const what = CONDITIONS_EN[n.condition] ?? n.condition;
    const evidence = `index ${n.index}, interval ${n.interval[0]} to ${n.interval[1]}; top tenth ${n.top}, bottom tenth ${n.bottom}; ranked by ${BASES_EN[n.basis] ?? n.basis} within product, at equal tenure; as of ${n.day}`;
    const more = isGood(n.condition) ? 'less' : 'more';
    const other = isGood(n.condition) ? 'more' : 'less';
    if (v.outcome === 'finding')
      return `Yes: the more valuable the customer, the ${more} of this: ${what} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: the more valuable the customer, the ${other} of this: ${what} (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: none of the conditions that the data show worsens with the value of customers by as much as matters. The widest change: ${what} (${evidence}).`;
    return `The data do not tell whether conditions change with the value of customers. Least certain: ${what} (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain ranking by today’s price is not shown: prices or this condition are missing.'
      : `Ranked by today's price over all products the index would be ${signed(v.naive.value, f)}. That ranking mixes products, and whoever pays too much moves up in it by arithmetic.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could set a minimum of service and attention that does not depend on value, thank by tenure as well as by value, start with one segment after another in an order chosen by lot, and watch the index and the cost of serving.';
    if (outcome === 'reversed')
      return 'You could look whether the least valuable still get what you promise to everybody; nothing suggests itself for the most valuable.';
    if (outcome === 'clear') return 'You could keep the chart by tenths under monitoring; no change suggests itself.';
    return 'You could record what each customer gets without asking, with its value and day, and the volume of each contract.';
  },
  method:
    'Running contracts of existing customers are put in order of value within their product; value is the volume, else what a newcomer would pay, else what the customer brought in a year earlier, never today’s price. What each gets is compared with the mean of the same product and tenure, waits with calls on the same topic, channel and hour. The concentration index sums this up: 0 means no change with value, and here above 0 means that the most valuable get the worst. Intervals leave out random groups of customers in turn, and a finding has to pass a stricter interval when several conditions are looked at.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewCustomers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} existing customers whose value is known without today's price, has ${f.count(num(values, 'found'))} on ${f.day(String(values['asOf'] ?? '1970-01-01'))}; ${f.count(num(values, 'unvalued'))} contracts have no volume, newcomer price or earlier value, or a product with too few different ones.`,
    noCondition: (values, f) =>
      `Needs one condition (price, discount, gifts or waits) known for ${f.count(num(values, 'needed'))} contracts, calls or customers and enjoyed by ${f.count(num(values, 'receivers'))}; none of them is known for so many on ${f.day(String(values['asOf'] ?? '1970-01-01'))}.`,
    undecided: (values, f) =>
      `Still open: ${listed(values['open'], CONDITIONS_EN)}. The interval reaches to both sides of what matters (index of ${f.number(num(values, 'relevant'), 2)}); more customers or more recorded conditions would narrow it.`,
    rankedBy: ({ basis }) => `Most contracts are ranked by ${BASES_EN[String(basis)] ?? ''}.`,
    mixed: () => 'Some conditions worsen with value and others improve; the list by condition shows both.',
    unitPriceOnly: () =>
      'Without newcomer prices only the price per unit can be looked at. It falls with volume wherever a tariff has a basic fee, so only a rise would be a finding.',
    discountsAgreed: () =>
      'Discounts for large customers are often agreed by contract, so larger ones at the top are not held against anybody.',
    waitsOfCalls: () => 'Waits count by call, at most an hour each, up to the answer or to giving up.',
    tooThin: (values, f) =>
      `Too few to be told: ${listed(values['conditions'], CONDITIONS_EN)} (needs ${f.count(num(values, 'needed'))} who enjoyed it, and enough in every tenth).`,
    notInData: (values) =>
      `Not in the data and therefore not looked at: ${listed(values['conditions'], CONDITIONS_EN)}. The answer says nothing about it.`,
    moneyOverlaps: () =>
      'The sum is what the most valuable fifth would get at the mean condition of its like, less what it got; it moved to others or stayed with the company and overlaps with the sums of other questions.',
    noMoney: () => 'No sum of money is named: there is no finding in money, or there are too few customers behind it.',
    notHeldEqual: () =>
      'Region, channel and what was agreed one by one are not held equal; customers of other products are never compared with one another.',
    overturn: () =>
      'The statement would fall if something that goes with value and is not in the data, such as an agreed service level or another way of serving large customers, makes up the difference.',
  },
  details: {
    mean: 'Mean of all',
    topTenth: 'Most valuable tenth',
    bottomTenth: 'Least valuable tenth',
    index_price: 'Index of the price beside the newcomer price (below 0: the least valuable pay more)',
    index_gifts: 'Index of gifts (below 0: the least valuable get more)',
    index_waits: 'Index of waits (below 0: the least valuable wait longer)',
    index_discount: 'Index of discounts (below 0: the least valuable get more)',
    index_unitPrice: 'Index of the price per unit (below 0: the least valuable pay more per unit)',
    mixPart: 'Part of the index that lies with product, tenure and, for waits, topic and hour',
    boundedIndex: 'Index of discounts for shares between 0 and 1 (Erreygers)',
  },
  counts: {
    contracts: 'Contracts in the order of value',
    customers: 'Existing customers in the order of value',
    units: 'Contracts, customers or calls compared',
    receivers: 'Of these with more than nothing',
  },
  excluded: {
    noValue: 'Contracts without a known value',
    productWithoutRanks: 'Contracts of products with too few or too equal values',
  },
  dimensions: {
    price: 'Price beside the newcomer price (above 0: the most valuable pay more)',
    gifts: 'Gifts and unasked favours (above 0: the most valuable get less)',
    waits: 'Wait on the telephone (above 0: the most valuable wait longer)',
    discount: 'Discount (above 0: the most valuable get less)',
    unitPrice: 'Price per unit (above 0: the most valuable pay more per unit)',
  },
  charts: {
    price: {
      title: 'Price beside the newcomer price, by value',
      x: 'Tenth by value, 10 = most valuable',
      y: 'Multiple of the newcomer price',
      series: { existing: 'Existing customers', mean: 'Mean of all' },
    },
    gifts: {
      title: 'Gifts and unasked favours, by value',
      x: 'Tenth by value, 10 = most valuable',
      y: 'Worth a year',
      series: { existing: 'Existing customers', mean: 'Mean of all' },
    },
    waits: {
      title: 'Wait on the telephone, by value',
      x: 'Tenth by value, 10 = most valuable',
      y: 'Mean wait',
      series: { existing: 'Existing customers', mean: 'Mean of all' },
    },
    discount: {
      title: 'Discount, by value',
      x: 'Tenth by value, 10 = most valuable',
      y: 'Share of the price',
      series: { existing: 'Existing customers', mean: 'Mean of all' },
    },
    unitPrice: {
      title: 'Price per unit, by value',
      x: 'Tenth by value, 10 = most valuable',
      y: 'Multiple of the usual price per unit',
      series: { existing: 'Existing customers', mean: 'Mean of all' },
    },
  },
};

const de: typeof en = {
  question: () => 'Bekommen die wertvollsten Kunden die schlechtesten Konditionen?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht laufende Verträge mit Kunde, Produkt und Beginn; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob sich Konditionen mit dem Wert der Kunden ändern.';
    const what = CONDITIONS_DE[n.condition] ?? n.condition;
    const evidence = `Index ${n.index}, Intervall ${n.interval[0]} bis ${n.interval[1]}; oberstes Zehntel ${n.top}, unterstes Zehntel ${n.bottom}; geordnet nach ${BASES_DE[n.basis] ?? n.basis} innerhalb des Produkts, bei gleicher Vertragsdauer; Stand ${n.day}`;
    const more = isGood(n.condition) ? 'weniger' : 'mehr';
    const other = isGood(n.condition) ? 'mehr' : 'weniger';
    if (v.outcome === 'finding') return `Ja: Je wertvoller der Kunde, desto ${more} davon: ${what} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Je wertvoller der Kunde, desto ${other} davon: ${what} (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Keine der Konditionen, die in den Daten stehen, wird mit dem Wert der Kunden um so viel schlechter, wie von Belang ist. Am stärksten ändert sich: ${what} (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob sich Konditionen mit dem Wert der Kunden ändern. Am unsichersten: ${what} (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Eine einfache Rangfolge nach dem heutigen Preis wird nicht gezeigt: Preise oder diese Kondition fehlen.'
      : `Nach dem heutigen Preis über alle Produkte geordnet läge der Index bei ${signed(v.naive.value, f)}. Diese Rangfolge mischt Produkte, und wer zu viel zahlt, rückt in ihr schon rechnerisch nach oben.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten ein Mindestmaß an Service und Aufmerksamkeit festlegen, das nicht vom Wert abhängt, nach Treue ebenso wie nach Wert danken, Segment für Segment in ausgeloster Folge beginnen und Index und Betreuungskosten verfolgen.';
    if (outcome === 'reversed')
      return 'Sie könnten prüfen, ob die am wenigsten wertvollen Kunden noch erhalten, was Sie allen versprechen; für die wertvollsten drängt sich nichts auf.';
    if (outcome === 'clear')
      return 'Sie könnten das Bild nach Zehnteln im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten festhalten, was jeder Kunde ohne Nachfrage erhält, mit Wert und Tag, und die Menge jedes Vertrags.';
  },
  method:
    'Laufende Verträge von Bestandskunden werden innerhalb ihres Produkts nach Wert geordnet; Wert ist die Menge, sonst der Neukundenpreis, sonst das, was der Kunde ein Jahr zuvor einbrachte, nie der heutige Preis. Was jeder erhält, wird mit dem Mittel bei gleichem Produkt und gleicher Vertragsdauer verglichen, Wartezeiten mit Anrufen zu gleichem Thema, Kanal und gleicher Stunde. Der Konzentrationsindex fasst das zusammen: 0 heißt keine Änderung mit dem Wert, und über 0 heißt hier, dass die wertvollsten das Schlechteste erhalten. Für die Intervalle werden reihum zufällige Kundengruppen weggelassen; werden mehrere Konditionen betrachtet, muss ein Befund ein strengeres Intervall bestehen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    fewCustomers: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Bestandskunden, deren Wert ohne den heutigen Preis bekannt ist; am ${f.day(String(values['asOf'] ?? '1970-01-01'))} sind es ${f.count(num(values, 'found'))}. ${f.count(num(values, 'unvalued'))} Verträge haben weder Menge noch Neukundenpreis noch früheren Wert oder gehören zu einem Produkt mit zu wenigen verschiedenen.`,
    noCondition: (values, f) =>
      `Nötig ist eine Kondition (Preis, Rabatt, Geschenke oder Wartezeiten), die für ${f.count(num(values, 'needed'))} Verträge, Anrufe oder Kunden bekannt ist und die ${f.count(num(values, 'receivers'))} von ihnen genießen; am ${f.day(String(values['asOf'] ?? '1970-01-01'))} ist keine für so viele bekannt.`,
    undecided: (values, f) =>
      `Noch offen: ${listed(values['open'], CONDITIONS_DE)}. Das Intervall reicht auf beide Seiten dessen, was von Belang ist (Index von ${f.number(num(values, 'relevant'), 2)}); mehr Kunden oder mehr erfasste Konditionen würden es verengen.`,
    rankedBy: ({ basis }) => `Die meisten Verträge sind geordnet nach ${BASES_DE[String(basis)] ?? ''}.`,
    mixed: () =>
      'Manche Konditionen werden mit dem Wert schlechter, andere besser; die Liste nach Konditionen zeigt beides.',
    unitPriceOnly: () =>
      'Ohne Neukundenpreise lässt sich nur der Preis je Einheit betrachten. Er sinkt mit der Menge, sobald ein Tarif einen Grundpreis hat; nur ein Anstieg wäre deshalb ein Befund.',
    discountsAgreed: () =>
      'Rabatte für große Kunden sind oft vertraglich vereinbart; höhere an der Spitze werden deshalb niemandem vorgehalten.',
    waitsOfCalls: () => 'Wartezeiten zählen je Anruf, höchstens eine Stunde, bis zur Annahme oder bis zum Auflegen.',
    tooThin: (values, f) =>
      `Zu wenige für eine Aussage: ${listed(values['conditions'], CONDITIONS_DE)} (nötig sind ${f.count(num(values, 'needed'))}, die etwas davon hatten, und genug in jedem Zehntel).`,
    notInData: (values) =>
      `Nicht in den Daten und daher nicht geprüft: ${listed(values['conditions'], CONDITIONS_DE)}. Die Antwort sagt darüber nichts.`,
    moneyOverlaps: () =>
      'Der Betrag ist, was das wertvollste Fünftel zur mittleren Kondition seinesgleichen erhielte, abzüglich dessen, was es erhielt; er ging an andere oder blieb im Unternehmen und überschneidet sich mit den Beträgen anderer Fragen.',
    noMoney: () => 'Es wird kein Betrag genannt: Es gibt keinen Befund in Geld, oder zu wenige Kunden stehen dahinter.',
    notHeldEqual: () =>
      'Region, Vertriebsweg und einzeln Vereinbartes sind nicht gleichgehalten; Kunden verschiedener Produkte werden nie miteinander verglichen.',
    overturn: () =>
      'Die Aussage fiele, wenn etwas, das mit dem Wert einhergeht und nicht in den Daten steht, etwa ein vereinbarter Servicegrad oder eine andere Betreuung großer Kunden, den Unterschied ausmacht.',
  },
  details: {
    mean: 'Mittel aller',
    topTenth: 'Wertvollstes Zehntel',
    bottomTenth: 'Am wenigsten wertvolles Zehntel',
    index_price: 'Index des Preises neben dem Neukundenpreis (unter 0: die am wenigsten wertvollen zahlen mehr)',
    index_gifts: 'Index der Geschenke (unter 0: die am wenigsten wertvollen erhalten mehr)',
    index_waits: 'Index der Wartezeiten (unter 0: die am wenigsten wertvollen warten länger)',
    index_discount: 'Index der Rabatte (unter 0: die am wenigsten wertvollen erhalten mehr)',
    index_unitPrice: 'Index des Preises je Einheit (unter 0: die am wenigsten wertvollen zahlen je Einheit mehr)',
    mixPart: 'Teil des Index, der bei Produkt, Vertragsdauer und, für Wartezeiten, bei Thema und Stunde liegt',
    boundedIndex: 'Index der Rabatte für Anteile zwischen 0 und 1 (Erreygers)',
  },
  counts: {
    contracts: 'Verträge in der Rangfolge',
    customers: 'Bestandskunden in der Rangfolge',
    units: 'Verglichene Verträge, Kunden oder Anrufe',
    receivers: 'Davon mit mehr als nichts',
  },
  excluded: {
    noValue: 'Verträge ohne bekannten Wert',
    productWithoutRanks: 'Verträge von Produkten mit zu wenigen oder zu gleichen Werten',
  },
  dimensions: {
    price: 'Preis neben dem Neukundenpreis (über 0: die wertvollsten zahlen mehr)',
    gifts: 'Geschenke und Aufmerksamkeiten ohne Nachfrage (über 0: die wertvollsten erhalten weniger)',
    waits: 'Wartezeit am Telefon (über 0: die wertvollsten warten länger)',
    discount: 'Rabatt (über 0: die wertvollsten erhalten weniger)',
    unitPrice: 'Preis je Einheit (über 0: die wertvollsten zahlen je Einheit mehr)',
  },
  charts: {
    price: {
      title: 'Preis neben dem Neukundenpreis, nach Wert',
      x: 'Zehntel nach Wert, 10 = am wertvollsten',
      y: 'Vielfaches des Neukundenpreises',
      series: { existing: 'Bestandskunden', mean: 'Mittel aller' },
    },
    gifts: {
      title: 'Geschenke und Aufmerksamkeiten ohne Nachfrage, nach Wert',
      x: 'Zehntel nach Wert, 10 = am wertvollsten',
      y: 'Wert im Jahr',
      series: { existing: 'Bestandskunden', mean: 'Mittel aller' },
    },
    waits: {
      title: 'Wartezeit am Telefon, nach Wert',
      x: 'Zehntel nach Wert, 10 = am wertvollsten',
      y: 'Mittlere Wartezeit',
      series: { existing: 'Bestandskunden', mean: 'Mittel aller' },
    },
    discount: {
      title: 'Rabatt, nach Wert',
      x: 'Zehntel nach Wert, 10 = am wertvollsten',
      y: 'Anteil am Preis',
      series: { existing: 'Bestandskunden', mean: 'Mittel aller' },
    },
    unitPrice: {
      title: 'Preis je Einheit, nach Wert',
      x: 'Zehntel nach Wert, 10 = am wertvollsten',
      y: 'Vielfaches des üblichen Preises je Einheit',
      series: { existing: 'Bestandskunden', mean: 'Mittel aller' },
    },
  },
};

export const valueGradientMessages: CheckMessages = { en, de };
