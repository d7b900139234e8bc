import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { REMAINING_VALUE } from '../remaining-value-words.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const day = (values: Values, f: Format) => f.day(String(values['asOf'] ?? '1970-01-01'));

interface Numbers {
  readonly weakest: string;
  readonly lag: string;
  readonly interval: readonly [string, string];
  readonly index: string;
  readonly odds: string | null;
  readonly day: string;
  readonly link: string;
  readonly behind: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const { asOf, weakest, link, lag } = v.overturn?.values ?? {};
  if (v.effect === null || asOf === undefined || weakest === undefined) return null;
  const { value, low, high } = v.effect;
  const points = (given: number) => f.number(given, 1);
  const detail = (key: string) => v.details.find((entry) => entry.key === key)?.quantity;
  const odds = detail('weakestOdds');
  return {
    weakest: String(weakest),
    lag: points(value),
    interval: [points(low), points(high)],
    index: points(detail('index')?.value ?? 0),
    odds: odds === undefined ? null : `${f.number(odds.value, 2)} (${f.number(odds.low, 2)}–${f.number(odds.high, 2)})`,
    day: f.day(String(asOf)),
    link: String(link ?? ''),
    behind: String(lag ?? ''),
  };
}

const NAMES_EN: Readonly<Record<string, string>> = {
  company: 'company and places',
  offers: 'offers, services and brands',
  people: 'people',
  networks: 'own networks',
};
const NAMES_DE: Readonly<Record<string, string>> = {
  company: 'Unternehmen und Standorte',
  offers: 'Angebote, Services und Marken',
  people: 'Menschen',
  networks: 'eigene Netzwerke',
};
const listed = (names: unknown, words: Readonly<Record<string, string>>) =>
  String(names ?? '')
    .split(',')
    .map((name) => words[name] ?? name)
    .join('; ');

const en: CheckWords = {
  question: () => 'Is one of the four loyalties (company, offers, people, networks) neglected?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contracts with customer, product and start; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether one of the four loyalties is neglected.';
    const name = NAMES_EN[n.weakest] ?? n.weakest;
    const odds =
      n.odds === null ? '' : `; odds of leaving per ten points less of the weakest, at an equal mean, ${n.odds}`;
    const evidence = `${n.lag} points below the other three, interval ${n.interval[0]} to ${n.interval[1]}; index ${n.index} of 100${odds}; as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: loyalty to "${name}" lies behind, and customers whose weakest loyalty is low left more often (${evidence}).`;
    if (v.outcome === 'clear' && n.behind === 'clear')
      return `No: no loyalty lies behind the others by as much as matters. The lowest is "${name}" (${evidence}).`;
    if (v.outcome === 'clear' || v.outcome === 'reversed')
      return `No: "${name}" is the lowest, but the weakest loyalty tells no more about leaving than the mean of the four (${evidence}).`;
    return `The data do not tell whether one of the four loyalties is neglected. The lowest is "${name}" (${evidence}).`;
  },
  naive: (v, f) => {
    const mean = v.details.find((entry) => entry.key === 'plainMean')?.quantity;
    return mean === undefined
      ? 'A plain mean is not shown: not all four loyalties are known.'
      : `The plain mean of the four is ${f.number(mean.value, 1)} of 100. In it a neglected loyalty is made up for by a strong one; the index does not allow that.`;
  },
  action: (v) => {
    const weakest = String(v.overturn?.values['weakest'] ?? '');
    if (v.outcome !== 'finding' && v.outcome !== 'inconclusive')
      return 'You could keep the four levels under monitoring; no change suggests itself.';
    if (v.outcome === 'inconclusive')
      return 'You could ask two or three questions on each of the four loyalties once a year and keep the customer number with the answer.';
    if (weakest === 'networks')
      return 'You could bring customers together (a community, user groups), thank those who recommend you and make an offer to households, in an order of households or communities chosen by lot.';
    if (weakest === 'people')
      return 'You could name one contact person for each customer and hand over in person, in an order chosen by lot, and compare later.';
    return 'You could ask the customers behind the number what they miss, mend it for a part of them chosen by lot, and compare later.';
  },
  method:
    'Answers are put on a scale from 0 to 100 percent of the maximum possible; a loyalty is the mean of its questions, and nothing is filled in where an answer is missing. The index is the geometric mean of the four, so that one which is neglected is not made up for by another. Whether the weakest tells more than the mean is asked of the answers given at least twelve months ago: who left of their own accord within twelve months, by mean and weakest loyalty, at equal tenure and line. Customers bound by contract for all that time are left out, as binding is not loyalty. Intervals leave out random groups of customers in turn.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewCustomers: (values, f) =>
      `Needs survey answers on the four loyalties, or ${f.count(num(values, 'needed'))} existing customers whose behaviour can be described; has ${f.count(num(values, 'found'))} on ${day(values, f)}.`,
    noAnswers: (values, f) =>
      `Only what customers do is known. To judge, it needs answers on each of the four loyalties by ${f.count(num(values, 'needed'))} people (survey items named, for example, loyalty_company, loyalty_offers, loyalty_people, loyalty_networks); there are none on ${day(values, f)}.`,
    missingLoyalties: (values, f) =>
      `No index: too few answers, or questions that do not hold together, on ${listed(values['missing'], NAMES_EN)}. Needs ${f.count(num(values, 'needed'))} people who answered on all four, has ${f.count(num(values, 'found'))} on ${day(values, f)}. What is known is shown; nothing is filled in.`,
    fewComplete: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} people who answered on all four loyalties, has ${f.count(num(values, 'found'))} on ${day(values, f)}.`,
    fewExits: (values, f) =>
      `Whether the weakest loyalty goes with leaving needs ${f.count(num(values, 'needed'))} customers who left within twelve months after answering, has ${f.count(num(values, 'found'))} of ${f.count(num(values, 'followed'))} on ${day(values, f)}.`,
    undecided: (values, f) =>
      `Still open on ${day(values, f)}: ${values['lag'] === 'finding' ? 'whether the weakest loyalty goes with leaving beyond the mean' : 'whether the lowest loyalty lies behind by as much as matters'}. More answers followed for twelve months would narrow the interval.`,
    behaviourOnly: () =>
      'Behaviour only (B-only): the four figures of behaviour are measured in different ways, so they are described and not compared with one another, and inertia may look like loyalty.',
    personStrongest: (values, f) =>
      `Loyalty to people is the strongest of the four, ${f.number(num(values, 'value'), 1)} points above the next.`,
    personNotStrongest: (values, f) =>
      `Loyalty to people is not the strongest of the four: ${f.number(Math.abs(num(values, 'value')), 1)} points below the highest.`,
    personOpen: () => 'Whether loyalty to people is the strongest of the four cannot be told.',
    singleItems: (values) =>
      `One question each, so its reliability cannot be told: ${listed(values['loyalties'], NAMES_EN)}.`,
    oneSource: () =>
      'The four answers come from one moment, where one mood colours all; leaving comes from the contracts, a source of its own.',
    whoAnswers: (values, f) =>
      `Levels come from the latest answers of the last ${f.count(num(values, 'months'))} months; who answers may be more loyal than who does not.`,
    lockedOut: (values, f) =>
      `${f.count(num(values, 'count'))} answers of customers bound by contract for the following twelve months do not count for leaving.`,
    ...REMAINING_VALUE.en,
    noMoney: () =>
      'No sum of money is named: it takes a finding, and departures that go with ten points less of the weakest loyalty beyond doubt.',
    lossPerTenPoints: (values, f) =>
      `The loss is the mean remaining value of about ${f.number(num(values, 'exits'), 1)} departures in a year (${f.number(num(values, 'low'), 1)} to ${f.number(num(values, 'high'), 1)}) that go with ten points less of the weakest loyalty, among the ${f.count(num(values, 'people'))} people who answered and are not bound by contract; nobody else is counted. Ten points more need not keep them. The same departures may stand behind other findings; never add them.`,
    overturn: (values, f) =>
      `The statement would fall if something that is not in the data, such as mood, product or region, goes both with a low weakest loyalty and with leaving. Customers whose weakest loyalty lies ${f.count(num(values, 'listedLag'))} points below the others are listed.`,
  },
  details: {
    index: 'Index of the four loyalties (geometric mean, 0 to 100)',
    plainMean: 'Plain mean of the four',
    level_company: 'Company and places',
    level_offers: 'Offers, services and brands',
    level_people: 'People',
    level_networks: 'Own networks',
    personLead: 'People above the highest of the other three',
    weakestOdds: 'Odds of leaving per ten points less of the weakest loyalty, at an equal mean',
    meanOdds: 'Odds of leaving per ten points less of the mean, at an equal weakest loyalty',
    odds_company: 'Odds of leaving per standard deviation less: company and places',
    odds_offers: 'Odds of leaving per standard deviation less: offers, services and brands',
    odds_people: 'Odds of leaving per standard deviation less: people',
    odds_networks: 'Odds of leaving per standard deviation less: own networks',
    alpha_company: 'Reliability (alpha): company and places',
    alpha_offers: 'Reliability (alpha): offers, services and brands',
    alpha_people: 'Reliability (alpha): people',
    alpha_networks: 'Reliability (alpha): own networks',
    behaviour_company: 'Behaviour: years beyond the minimum term (100 = five and more)',
    behaviour_offers: 'Behaviour: further products (100 = two and more)',
    behaviour_people: 'Behaviour: one contact person over the window (100 = always the same)',
    behaviour_networks: 'Behaviour: recommends, was recommended, or has people around who are customers (100 = yes)',
  },
  counts: {
    respondents: 'People with an answer in the window',
    complete: 'Of these with answers on all four',
    followed: 'Answers followed for twelve months',
    exits: 'Of these left of their own accord',
    behaviour: 'Existing customers whose behaviour is described',
  },
  excluded: {
    open: 'Answered less than twelve months ago',
    locked: 'Bound by contract for the following twelve months',
    otherwise: 'Ended for another reason',
    gone: 'No customer any more when answering',
    unknown: 'Anonymous or without a contract',
  },
  dimensions: { segment: 'Segment' },
  charts: {
    levels: {
      title: 'The four loyalties',
      x: 'Loyalty to',
      y: 'Points of 100',
      series: {
        existing: 'Customers',
        company: 'Company and places',
        offers: 'Offers, services and brands',
        people: 'People',
        networks: 'Own networks',
      },
    },
    leaving: {
      title: 'Who left within twelve months, by the weakest loyalty',
      x: 'Points of the weakest loyalty',
      y: 'Share that left of their own accord',
      series: { existing: 'Customers' },
    },
  },
};

const de: typeof en = {
  question: () => 'Wird eine der vier Loyalitäten (Unternehmen, Angebote, Menschen, Netzwerke) vernachlässigt?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Verträge mit Kunde, Produkt und Beginn; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob eine der vier Loyalitäten vernachlässigt wird.';
    const name = NAMES_DE[n.weakest] ?? n.weakest;
    const odds =
      n.odds === null
        ? ''
        : `; Chance zu gehen je zehn Punkte weniger bei der schwächsten, bei gleichem Mittel, ${n.odds}`;
    const evidence = `${n.lag} Punkte unter den drei anderen, Intervall ${n.interval[0]} bis ${n.interval[1]}; Index ${n.index} von 100${odds}; Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Die Loyalität zu „${name}“ liegt zurück, und Kunden mit niedriger schwächster Loyalität gingen öfter (${evidence}).`;
    if (v.outcome === 'clear' && n.behind === 'clear')
      return `Nein: Keine Loyalität liegt um so viel zurück, wie von Belang ist. Am niedrigsten ist „${name}“ (${evidence}).`;
    if (v.outcome === 'clear' || v.outcome === 'reversed')
      return `Nein: „${name}“ ist am niedrigsten, aber die schwächste Loyalität sagt nicht mehr über das Gehen als das Mittel der vier (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob eine der vier Loyalitäten vernachlässigt wird. Am niedrigsten ist „${name}“ (${evidence}).`;
  },
  naive: (v, f) => {
    const mean = v.details.find((entry) => entry.key === 'plainMean')?.quantity;
    return mean === undefined
      ? 'Ein einfaches Mittel wird nicht gezeigt: Nicht alle vier Loyalitäten sind bekannt.'
      : `Das einfache Mittel der vier liegt bei ${f.number(mean.value, 1)} von 100. In ihm wird eine vernachlässigte Loyalität durch eine starke ausgeglichen; der Index lässt das nicht zu.`;
  },
  action: (v) => {
    const weakest = String(v.overturn?.values['weakest'] ?? '');
    if (v.outcome !== 'finding' && v.outcome !== 'inconclusive')
      return 'Sie könnten die vier Werte im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    if (v.outcome === 'inconclusive')
      return 'Sie könnten einmal im Jahr zwei oder drei Fragen zu jeder der vier Loyalitäten stellen und die Kundennummer zur Antwort speichern.';
    if (weakest === 'networks')
      return 'Sie könnten Kunden zusammenbringen (Community, Anwendergruppen), Empfehlern danken und Haushalten ein Angebot machen, in ausgeloster Folge der Haushalte oder Gemeinschaften.';
    if (weakest === 'people')
      return 'Sie könnten jedem Kunden einen Ansprechpartner nennen und persönlich übergeben, in ausgeloster Folge, und später vergleichen.';
    return 'Sie könnten die Kunden hinter der Zahl fragen, was ihnen fehlt, es für einen ausgelosten Teil beheben und später vergleichen.';
  },
  method:
    'Antworten werden auf 0 bis 100 Prozent des Möglichen umgerechnet; eine Loyalität ist das Mittel ihrer Fragen, und fehlende Antworten werden nicht ergänzt. Der Index ist das geometrische Mittel der vier, damit eine vernachlässigte nicht durch eine andere ausgeglichen wird. Ob die schwächste mehr sagt als das Mittel, wird an Antworten geprüft, die mindestens zwölf Monate zurückliegen: wer binnen zwölf Monaten aus eigenem Entschluss ging, nach Mittel und schwächster Loyalität, bei gleicher Kundendauer und Linie. Kunden, die in dieser Zeit vertraglich gebunden waren, zählen nicht, denn Bindung ist keine Loyalität. Für die Intervalle werden reihum zufällige Kundengruppen weggelassen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    fewCustomers: (values, f) =>
      `Nötig sind Antworten zu den vier Loyalitäten oder ${f.count(num(values, 'needed'))} Bestandskunden, deren Verhalten sich beschreiben lässt; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}.`,
    noAnswers: (values, f) =>
      `Bekannt ist nur, was Kunden tun. Für ein Urteil braucht es Antworten von ${f.count(num(values, 'needed'))} Personen zu jeder der vier Loyalitäten (Fragen, die zum Beispiel loyalty_company, loyalty_offers, loyalty_people, loyalty_networks heißen); am ${day(values, f)} gibt es keine.`,
    missingLoyalties: (values, f) =>
      `Kein Index: zu wenige Antworten oder Fragen, die nicht zusammenpassen, zu ${listed(values['missing'], NAMES_DE)}. Nötig sind ${f.count(num(values, 'needed'))} Personen mit Antworten zu allen vier; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}. Bekanntes wird gezeigt, nichts wird ergänzt.`,
    fewComplete: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Personen mit Antworten zu allen vier Loyalitäten; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}.`,
    fewExits: (values, f) =>
      `Ob die schwächste Loyalität mit dem Gehen einhergeht, braucht ${f.count(num(values, 'needed'))} Kunden, die binnen zwölf Monaten nach ihrer Antwort gingen; am ${day(values, f)} sind es ${f.count(num(values, 'found'))} von ${f.count(num(values, 'followed'))}.`,
    undecided: (values, f) =>
      `Am ${day(values, f)} noch offen: ${values['lag'] === 'finding' ? 'ob die schwächste Loyalität über das Mittel hinaus mit dem Gehen einhergeht' : 'ob die niedrigste Loyalität um so viel zurückliegt, wie von Belang ist'}. Mehr Antworten mit zwölf Monaten danach würden das Intervall verengen.`,
    behaviourOnly: () =>
      'Nur Verhalten (B-only): Die vier Verhaltenswerte sind auf verschiedene Weise gemessen; sie werden beschrieben und nicht miteinander verglichen, und Trägheit kann wie Treue aussehen.',
    personStrongest: (values, f) =>
      `Die Loyalität zu Menschen ist die stärkste der vier, ${f.number(num(values, 'value'), 1)} Punkte über der nächsten.`,
    personNotStrongest: (values, f) =>
      `Die Loyalität zu Menschen ist nicht die stärkste der vier: ${f.number(Math.abs(num(values, 'value')), 1)} Punkte unter der höchsten.`,
    personOpen: () => 'Ob die Loyalität zu Menschen die stärkste der vier ist, lässt sich nicht sagen.',
    singleItems: (values) =>
      `Je eine Frage, deren Zuverlässigkeit sich nicht angeben lässt: ${listed(values['loyalties'], NAMES_DE)}.`,
    oneSource: () =>
      'Die vier Antworten stammen aus einem Augenblick, in dem eine Stimmung alle färbt; das Gehen stammt aus den Verträgen, einer eigenen Quelle.',
    whoAnswers: (values, f) =>
      `Die Werte stammen aus den jeweils letzten Antworten der letzten ${f.count(num(values, 'months'))} Monate; wer antwortet, kann treuer sein als wer nicht antwortet.`,
    lockedOut: (values, f) =>
      `${f.count(num(values, 'count'))} Antworten von Kunden, die in den zwölf Monaten danach vertraglich gebunden waren, zählen beim Gehen nicht.`,
    ...REMAINING_VALUE.de,
    noMoney: () =>
      'Ein Geldbetrag wird nicht genannt: Dafür braucht es einen Befund und Weggänge, die ohne Zweifel mit zehn Punkten weniger bei der schwächsten Loyalität einhergehen.',
    lossPerTenPoints: (values, f) =>
      `Der Verlust ist der mittlere Restwert von etwa ${f.number(num(values, 'exits'), 1)} Weggängen im Jahr (${f.number(num(values, 'low'), 1)} bis ${f.number(num(values, 'high'), 1)}), die mit zehn Punkten weniger bei der schwächsten Loyalität einhergehen, unter den ${f.count(num(values, 'people'))} Personen, die geantwortet haben und vertraglich nicht gebunden sind; sonst ist niemand gezählt. Zehn Punkte mehr müssen sie nicht halten. Dieselben Weggänge können hinter anderen Befunden stehen; zählen Sie sie nie zusammen.`,
    overturn: (values, f) =>
      `Die Aussage fiele, wenn etwas, das nicht in den Daten steht, etwa Stimmung, Produkt oder Region, sowohl mit einer niedrigen schwächsten Loyalität als auch mit dem Gehen einhergeht. Aufgeführt sind Kunden, deren schwächste Loyalität ${f.count(num(values, 'listedLag'))} Punkte unter den anderen liegt.`,
  },
  details: {
    index: 'Vier-Loyalitäten-Index (geometrisches Mittel, 0 bis 100)',
    plainMean: 'Einfaches Mittel der vier',
    level_company: 'Unternehmen und Standorte',
    level_offers: 'Angebote, Services und Marken',
    level_people: 'Menschen',
    level_networks: 'Eigene Netzwerke',
    personLead: 'Menschen über der höchsten der drei anderen',
    weakestOdds: 'Chance zu gehen je zehn Punkte weniger bei der schwächsten Loyalität, bei gleichem Mittel',
    meanOdds: 'Chance zu gehen je zehn Punkte weniger im Mittel, bei gleicher schwächster Loyalität',
    odds_company: 'Chance zu gehen je Standardabweichung weniger: Unternehmen und Standorte',
    odds_offers: 'Chance zu gehen je Standardabweichung weniger: Angebote, Services und Marken',
    odds_people: 'Chance zu gehen je Standardabweichung weniger: Menschen',
    odds_networks: 'Chance zu gehen je Standardabweichung weniger: eigene Netzwerke',
    alpha_company: 'Zuverlässigkeit (Alpha): Unternehmen und Standorte',
    alpha_offers: 'Zuverlässigkeit (Alpha): Angebote, Services und Marken',
    alpha_people: 'Zuverlässigkeit (Alpha): Menschen',
    alpha_networks: 'Zuverlässigkeit (Alpha): eigene Netzwerke',
    behaviour_company: 'Verhalten: Jahre über die Mindestlaufzeit hinaus (100 = fünf und mehr)',
    behaviour_offers: 'Verhalten: weitere Produkte (100 = zwei und mehr)',
    behaviour_people: 'Verhalten: ein Ansprechpartner im Zeitraum (100 = immer derselbe)',
    behaviour_networks: 'Verhalten: empfiehlt, wurde empfohlen oder hat Kunden im Umfeld (100 = ja)',
  },
  counts: {
    respondents: 'Personen mit einer Antwort im Zeitraum',
    complete: 'Davon mit Antworten zu allen vier',
    followed: 'Zwölf Monate lang verfolgte Antworten',
    exits: 'Davon aus eigenem Entschluss gegangen',
    behaviour: 'Bestandskunden mit beschriebenem Verhalten',
  },
  excluded: {
    open: 'Antwort vor weniger als zwölf Monaten',
    locked: 'In den zwölf Monaten danach vertraglich gebunden',
    otherwise: 'Aus anderem Grund beendet',
    gone: 'Bei der Antwort kein Kunde mehr',
    unknown: 'Anonym oder ohne Vertrag',
  },
  dimensions: { segment: 'Segment' },
  charts: {
    levels: {
      title: 'Die vier Loyalitäten',
      x: 'Loyalität zu',
      y: 'Punkte von 100',
      series: {
        existing: 'Kunden',
        company: 'Unternehmen und Standorte',
        offers: 'Angebote, Services und Marken',
        people: 'Menschen',
        networks: 'Eigene Netzwerke',
      },
    },
    leaving: {
      title: 'Wer binnen zwölf Monaten ging, nach der schwächsten Loyalität',
      x: 'Punkte der schwächsten Loyalität',
      y: 'Anteil, der aus eigenem Entschluss ging',
      series: { existing: 'Kunden' },
    },
  },
};

export const fourLoyaltiesMessages: CheckMessages = { en, de };
