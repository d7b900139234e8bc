import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';
import { ANNIVERSARY_WORDS } from './anniversary-words.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const count = (values: Values, name: string, f: Format) => f.count(num(values, name));
const points = (values: Values, name: string, f: Format) => f.quantity(num(values, name), 'percentagePoints');
const share = (v: Verdict, key: string, f: Format) => {
  const found = v.details.find((entry) => entry.key === key)?.quantity;
  return found === undefined ? null : f.quantity(found.value, 'share', (found.high - found.low) / 2);
};
const dayOf = (v: Verdict, f: Format) => {
  const day = String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? '');
  return day === '' ? '' : f.day(day);
};

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly holdout: string;
  readonly treated: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [holdout, treated, day] = [share(v, 'leftHoldout', f), share(v, 'leftTreated', f), dayOf(v, f)];
  if (v.effect === null || holdout === null || treated === null || day === '') return null;
  const { value, low, high } = v.effect;
  const precision = (high - low) / 2;
  return {
    size: f.quantity(Math.abs(value), 'percentagePoints', precision),
    low: f.quantity(low, 'percentagePoints', precision),
    high: f.quantity(high, 'percentagePoints', precision),
    holdout,
    treated,
    day,
  };
}

const en: CheckWords = {
  question: (v) =>
    v.reference === 'threshold'
      ? ANNIVERSARY_WORDS.en.question
      : `Do customers whom you thank stay more often than those drawn to go without${v.reference === '' ? '' : ` (programme ${v.reference})`}?`,
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs thank-yous with customer and date, and contracts with beginning and end; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (v.reference === 'threshold') return ANNIVERSARY_WORDS.en.answer(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether thanking customers keeps them.';
    const evidence = `left within a year: ${n.holdout} without against ${n.treated} with; difference between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: of the customers drawn to go without, ${n.size} more leave within a year than of those thanked (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: of the customers thanked, ${n.size} more leave within a year than of those drawn to go without (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: whether thanked or not, about equally many leave within a year (${evidence}).`;
    return `The data do not tell: with so few customers drawn, the difference may go either way (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Among all customers of a year ago, those never thanked left more often by ${f.quantity(v.naive.value, 'percentagePoints')} than those thanked at some time. That must not be read as an effect: who is thanked was chosen, often because they stayed.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could give it to everybody of this kind, thanks first, upgrades second, money last, and keep a small group without it to see whether the effect lasts.';
    if (outcome === 'reversed')
      return 'You could pause this programme and ask some of those who received it how it reached them.';
    if (outcome === 'clear') return 'You could try another form of thanks and draw again who goes without.';
    return 'You could let chance decide who is thanked and who goes without, record both arms, and wait a year.';
  },
  method:
    'Customers are compared as they were drawn: thanked, or held out. What happened to them later changes nothing in that (intention to treat). Counted is who had left of their own will twelve months after the drawing; who was drawn less than twelve months ago is left out. Drawings of one half-year are compared with one another. Before that, both arms must agree in tenure, contracts, earlier requests and the share that had already gone; otherwise it was no drawing by lot, and nothing is said.',
  notes: {
    ...ANNIVERSARY_WORDS.en.notes,
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    needsHoldout: (values, f) =>
      `Thank-yous are recorded, but nobody was drawn to go without, so those thanked have no counterpart. Needs a holdout: about ${count(values, 'needed', f)} customers in each arm would show a difference of ${points(values, 'relevant', f)}.`,
    tooFewTreated: (values, f) =>
      `Needs ${count(values, 'needed', f)} thanked customers who were drawn at least ${count(values, 'months', f)} months ago, has ${count(values, 'has', f)}; ${count(values, 'recent', f)} were drawn more recently, in both arms together.`,
    tooFewHoldout: (values, f) =>
      `Needs ${count(values, 'needed', f)} customers held out who were drawn at least ${count(values, 'months', f)} months ago, has ${count(values, 'has', f)}; ${count(values, 'recent', f)} were drawn more recently, in both arms together.`,
    unbalanced_tenure: (values, f) =>
      `The arms were unlike before anything was given: mean tenure ${f.number(num(values, 'treated'), 1)} years among those thanked and ${f.number(num(values, 'holdout'), 1)} years among those held out. Chance does not do that, so this was no drawing by lot.`,
    unbalanced_contracts: (values, f) =>
      `The arms were unlike before anything was given: ${f.number(num(values, 'treated'), 2)} contracts per head among those thanked and ${f.number(num(values, 'holdout'), 2)} among those held out. Chance does not do that, so this was no drawing by lot.`,
    unbalanced_askedBefore: (values, f) =>
      `The arms were unlike before anything was given: ${f.percent(num(values, 'treated'))} of those thanked and ${f.percent(num(values, 'holdout'))} of those held out had threatened or asked in the year before. Chance does not do that, so this was no drawing by lot.`,
    unbalanced_product: (values, f) =>
      `The arms were unlike before anything was given: one of the common products was held by ${f.percent(num(values, 'treated'))} of those thanked and by ${f.percent(num(values, 'holdout'))} of those held out. Chance does not do that, so this was no drawing by lot.`,
    unbalanced_region: (values, f) =>
      `The arms were unlike before anything was given: ${f.percent(num(values, 'treated'))} of those thanked and ${f.percent(num(values, 'holdout'))} of those held out lived in one and the same region. Chance does not do that, so this was no drawing by lot.`,
    drawnApart: () =>
      'Those thanked and those held out were never drawn in the same half-year and for the same kind of thanks, so there is nobody to compare them with.',
    unbalanced_absent: (values, f) =>
      `On the day of the drawing ${f.percent(num(values, 'treated'))} of those thanked and ${f.percent(num(values, 'holdout'))} of those held out were no customers any more. Chance does not do that: one of the lists was made afterwards.`,
    wideInterval: (values, f) =>
      `The difference lies between ${points(values, 'low', f)} and ${points(values, 'high', f)}; it matters from ${points(values, 'relevant', f)}. About ${count(values, 'needed', f)} customers in each arm would settle it.`,
    wideAmongMany: (values, f) =>
      `The difference lies between ${points(values, 'low', f)} and ${points(values, 'high', f)}, which is wider than for one programme alone: ${count(values, 'together', f)} are judged, and one of so many looks good or bad by chance. It matters from ${points(values, 'relevant', f)}; about ${count(values, 'needed', f)} customers in each arm would settle it.`,
    learningOnly: (values, f) =>
      `For learning only: with so many customers a difference of ${points(values, 'detectable', f)} would show in four cases out of five; the smallest that matters is ${points(values, 'relevant', f)}.`,
    crossed: (values, f) =>
      `${f.percent(num(values, 'share'))} of the customers were later recorded in the other arm; the true effect is then larger than shown.`,
    assumedMargin: (values, f) =>
      `Money is a planning value: margin assumed at ${f.percent(num(values, 'rate'), 0)} of the price, counted over ${count(values, 'months', f)} months; recommendations and saved requests are not in it.`,
    noPrice: () => 'No sum of money is named: the contracts of those held out carry no price.',
    spillOver: () =>
      'Neighbours and households may hear of it; where members of one household were drawn apart, the effect is understated.',
    drawing: (values, f) =>
      `The statement would fall if the arms were not drawn by lot after all, or if a repetition with about ${count(values, 'needed', f)} customers in each arm showed less than ${points(values, 'relevant', f)}.`,
  },
  details: {
    ...ANNIVERSARY_WORDS.en.details,
    leftHoldout: 'Left within a year, drawn to go without',
    leftTreated: 'Left within a year, thanked',
    fewerAsks: 'Fewer who threaten or ask for a better price within a year, among those thanked',
    moreReferrals: 'More who recommend within a year, among those thanked',
    netPerMoney: 'Gain for each unit of money spent, after its cost',
    netPerHead: 'Gain per customer thanked, after the cost',
  },
  counts: {
    ...ANNIVERSARY_WORDS.en.counts,
    treated: 'Customers thanked',
    holdout: 'Customers held out',
    thankedBefore: 'Customers of a year ago who had been thanked',
  },
  excluded: {
    recent: 'Drawn too recently to have been followed',
    noCustomer: 'No customer on the day of the drawing',
    contradicts: 'Recorded in both arms on one day',
    oneArm: 'In programmes with one arm only, or too small to be told apart',
  },
  dimensions: { kind: 'Form of thanks', secondYear: 'Second year' },
  charts: {
    leaving: {
      title: 'Left within a year',
      x: 'Form of thanks',
      y: 'Share that left',
      series: { treated: 'Thanked', holdout: 'Held out' },
    },
  },
};

const de: typeof en = {
  question: (v) =>
    v.reference === 'threshold'
      ? ANNIVERSARY_WORDS.de.question
      : `Bleiben Kunden, denen Sie danken, häufiger als jene, die laut Los leer ausgingen${v.reference === '' ? '' : ` (Programm ${v.reference})`}?`,
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Anerkennungen mit Kunde und Datum sowie Verträge mit Beginn und Ende; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    if (v.reference === 'threshold') return ANNIVERSARY_WORDS.de.answer(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob Dank die Kunden hält.';
    const evidence = `binnen eines Jahres gegangen: ${n.holdout} ohne gegenüber ${n.treated} mit; Unterschied zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Von den Kunden, die laut Los leer ausgingen, gehen binnen eines Jahres ${n.size} mehr als von denen, welchen gedankt wurde (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Von den Kunden, denen gedankt wurde, gehen binnen eines Jahres ${n.size} mehr als von denen, die laut Los leer ausgingen (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Ob mit oder ohne Dank, binnen eines Jahres gehen etwa gleich viele (${evidence}).`;
    return `Die Daten lassen es nicht erkennen: Bei so wenigen Ausgelosten kann der Unterschied in beide Richtungen gehen (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Unter allen Kunden von vor einem Jahr gingen jene, denen nie gedankt wurde, um ${f.quantity(v.naive.value, 'percentagePoints')} häufiger als jene, denen irgendwann gedankt wurde. Als Wirkung darf das nicht gelesen werden: Wem gedankt wird, ist ausgewählt, oft gerade weil er blieb.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten es allen Kunden dieser Art geben, zuerst Dank, dann Aufwertung, zuletzt Geld, und eine kleine Gruppe ohne lassen, um zu sehen, ob die Wirkung anhält.';
    if (outcome === 'reversed')
      return 'Sie könnten dieses Programm aussetzen und einige Empfänger fragen, wie es bei ihnen ankam.';
    if (outcome === 'clear')
      return 'Sie könnten eine andere Form des Dankes versuchen und erneut auslosen, wer leer ausgeht.';
    return 'Sie könnten das Los entscheiden lassen, wem gedankt wird und wer leer ausgeht, beide Gruppen festhalten und ein Jahr warten.';
  },
  method:
    'Verglichen werden die Kunden so, wie das Los sie verteilt hat: mit Dank oder zurückgehalten. Was später mit ihnen geschah, ändert daran nichts (Auswertung nach Zuteilung). Gezählt wird, wer zwölf Monate nach der Auslosung aus eigenem Willen gegangen war; wer vor weniger als zwölf Monaten ausgelost wurde, bleibt außen vor. Auslosungen eines Halbjahres werden miteinander verglichen. Zuvor müssen beide Gruppen in Dauer der Kundschaft, Verträgen, früheren Anfragen und im Anteil der bereits Gegangenen übereinstimmen; sonst war es kein Los, und es wird nichts ausgesagt.',
  notes: {
    ...ANNIVERSARY_WORDS.de.notes,
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    needsHoldout: (values, f) =>
      `Anerkennungen sind vermerkt, aber niemand wurde ausgelost, leer auszugehen; den Bedankten fehlt das Gegenstück. Es braucht eine Kontrollgruppe: Etwa ${count(values, 'needed', f)} Kunden je Gruppe würden einen Unterschied von ${points(values, 'relevant', f)} zeigen.`,
    tooFewTreated: (values, f) =>
      `Es braucht ${count(values, 'needed', f)} Kunden mit Dank, die vor mindestens ${count(values, 'months', f)} Monaten ausgelost wurden, es sind ${count(values, 'has', f)}; ${count(values, 'recent', f)} wurden später ausgelost, beide Gruppen zusammen.`,
    tooFewHoldout: (values, f) =>
      `Es braucht ${count(values, 'needed', f)} zurückgehaltene Kunden, die vor mindestens ${count(values, 'months', f)} Monaten ausgelost wurden, es sind ${count(values, 'has', f)}; ${count(values, 'recent', f)} wurden später ausgelost, beide Gruppen zusammen.`,
    unbalanced_tenure: (values, f) =>
      `Die Gruppen waren schon vorher ungleich: im Mittel ${f.number(num(values, 'treated'), 1)} Jahre Kunde bei den Bedankten und ${f.number(num(values, 'holdout'), 1)} Jahre bei den Zurückgehaltenen. Zufall macht das nicht, es war also kein Los.`,
    unbalanced_contracts: (values, f) =>
      `Die Gruppen waren schon vorher ungleich: ${f.number(num(values, 'treated'), 2)} Verträge je Kopf bei den Bedankten und ${f.number(num(values, 'holdout'), 2)} bei den Zurückgehaltenen. Zufall macht das nicht, es war also kein Los.`,
    unbalanced_askedBefore: (values, f) =>
      `Die Gruppen waren schon vorher ungleich: ${f.percent(num(values, 'treated'))} der Bedankten und ${f.percent(num(values, 'holdout'))} der Zurückgehaltenen hatten im Jahr davor gedroht oder nachgefragt. Zufall macht das nicht, es war also kein Los.`,
    unbalanced_product: (values, f) =>
      `Die Gruppen waren schon vorher ungleich: Eines der häufigen Produkte hatten ${f.percent(num(values, 'treated'))} der Bedankten und ${f.percent(num(values, 'holdout'))} der Zurückgehaltenen. Zufall macht das nicht, es war also kein Los.`,
    unbalanced_region: (values, f) =>
      `Die Gruppen waren schon vorher ungleich: In ein und derselben Region lebten ${f.percent(num(values, 'treated'))} der Bedankten und ${f.percent(num(values, 'holdout'))} der Zurückgehaltenen. Zufall macht das nicht, es war also kein Los.`,
    drawnApart: () =>
      'Bedankte und Zurückgehaltene wurden nie im selben Halbjahr und für dieselbe Art von Dank ausgelost, also gibt es niemanden, mit dem man sie vergleichen könnte.',
    unbalanced_absent: (values, f) =>
      `Am Tag der Auslosung waren ${f.percent(num(values, 'treated'))} der Bedankten und ${f.percent(num(values, 'holdout'))} der Zurückgehaltenen keine Kunden mehr. Zufall macht das nicht: Eine der Listen entstand im Nachhinein.`,
    wideInterval: (values, f) =>
      `Der Unterschied liegt zwischen ${points(values, 'low', f)} und ${points(values, 'high', f)}; von Belang ist er ab ${points(values, 'relevant', f)}. Etwa ${count(values, 'needed', f)} Kunden je Gruppe würden es klären.`,
    wideAmongMany: (values, f) =>
      `Der Unterschied liegt zwischen ${points(values, 'low', f)} und ${points(values, 'high', f)}, weiter gefasst als bei einem Programm allein: Beurteilt werden ${count(values, 'together', f)}, und von so vielen sieht leicht eines zufällig gut oder schlecht aus. Von Belang ist er ab ${points(values, 'relevant', f)}; etwa ${count(values, 'needed', f)} Kunden je Gruppe würden es klären.`,
    learningOnly: (values, f) =>
      `Nur zum Lernen: Bei so vielen Kunden würde sich in vier von fünf Fällen ein Unterschied von ${points(values, 'detectable', f)} zeigen; der kleinste von Belang ist ${points(values, 'relevant', f)}.`,
    crossed: (values, f) =>
      `${f.percent(num(values, 'share'))} der Kunden wurden später in der anderen Gruppe vermerkt; die wahre Wirkung ist dann größer als gezeigt.`,
    assumedMargin: (values, f) =>
      `Geld ist ein Planwert: Deckungsbeitrag angenommen mit ${f.percent(num(values, 'rate'), 0)} des Preises, gezählt über ${count(values, 'months', f)} Monate; Empfehlungen und ersparte Anfragen sind nicht darin.`,
    noPrice: () => 'Ein Geldbetrag wird nicht genannt: Die Verträge der Zurückgehaltenen tragen keinen Preis.',
    spillOver: () =>
      'Nachbarn und Haushalte können davon hören; wo Mitglieder eines Haushalts getrennt ausgelost wurden, ist die Wirkung unterschätzt.',
    drawing: (values, f) =>
      `Die Aussage fiele, wenn die Gruppen doch nicht ausgelost wurden, oder wenn eine Wiederholung mit etwa ${count(values, 'needed', f)} Kunden je Gruppe weniger als ${points(values, 'relevant', f)} zeigte.`,
  },
  details: {
    ...ANNIVERSARY_WORDS.de.details,
    leftHoldout: 'Binnen eines Jahres gegangen, laut Los ohne Dank',
    leftTreated: 'Binnen eines Jahres gegangen, mit Dank',
    fewerAsks: 'Weniger Kunden mit Dank, die binnen eines Jahres drohen oder nach einem besseren Preis fragen',
    moreReferrals: 'Mehr Kunden mit Dank, die binnen eines Jahres empfehlen',
    netPerMoney: 'Ertrag je ausgegebener Geldeinheit, nach ihren Kosten',
    netPerHead: 'Ertrag je bedanktem Kunden, nach den Kosten',
  },
  counts: {
    ...ANNIVERSARY_WORDS.de.counts,
    treated: 'Kunden mit Dank',
    holdout: 'Zurückgehaltene Kunden',
    thankedBefore: 'Kunden von vor einem Jahr, denen gedankt worden war',
  },
  excluded: {
    recent: 'Zu kürzlich ausgelost, um verfolgt worden zu sein',
    noCustomer: 'Am Tag der Auslosung kein Kunde',
    contradicts: 'Am selben Tag in beiden Gruppen vermerkt',
    oneArm: 'In Programmen mit nur einer Gruppe oder zu klein, um unterschieden zu werden',
  },
  dimensions: { kind: 'Form des Dankes', secondYear: 'Zweites Jahr' },
  charts: {
    leaving: {
      title: 'Binnen eines Jahres gegangen',
      x: 'Form des Dankes',
      y: 'Anteil der Gegangenen',
      series: { treated: 'Mit Dank', holdout: 'Zurückgehalten' },
    },
  },
};

export const rewardEffectMessages: CheckMessages = { en, de };
