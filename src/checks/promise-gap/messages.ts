import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { REMAINING_VALUE } from '../remaining-value-words.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const points = (values: Note['values'], name: string, f: Format) => f.quantity(num(values, name), 'points', 0.5);
/** "zwischen 2,7 und 3,9 Punkten". */
const dative = (text: string) => text.replace(/Punkte$/, 'Punkten');
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const isSelf = (v: Verdict) => v.reference === 'selfRating';
const named = (v: Verdict) =>
  v.strata
    .filter(({ key, outcome }) => outcome === 'finding' && key.startsWith('promise:'))
    .map(({ key }) => key.slice('promise:'.length))
    .join(', ');

interface Numbers {
  readonly value: string;
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly day: string;
  readonly management: string;
  readonly customers: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const day = v.overturn?.values['asOf'];
  if (v.effect === null || typeof day !== 'string') return null;
  const { effect } = v;
  const side = (value: number) => f.quantity(value, effect.unit, half(effect));
  const mean = (key: string) => {
    const found = detail(v, key);
    return found === null ? '' : f.number(found.value, 1);
  };
  return {
    value: written(effect, f),
    size: f.quantity(Math.abs(effect.value), effect.unit, half(effect)),
    low: side(effect.low),
    high: side(effect.high),
    day: f.day(day),
    management: mean('management'),
    customers: mean('customers'),
  };
}

function selfEn(v: Verdict, n: Numbers): string {
  const evidence = `${n.management} against ${n.customers} of ten on the same question; difference between ${n.low} and ${n.high}, as of ${n.day}`;
  if (v.outcome === 'finding')
    return `Yes: the management rates itself ${n.size} higher than customers do (${evidence}).`;
  if (v.outcome === 'reversed')
    return `No, the other way round: the management rates itself ${n.size} lower than customers do (${evidence}).`;
  if (v.outcome === 'clear') return `No: management and customers rate about alike (${evidence}).`;
  return `The data do not tell whether the management sees itself as its customers do (${evidence}).`;
}

function selfDe(v: Verdict, n: Numbers): string {
  const evidence = `${n.management} gegen ${n.customers} von zehn auf dieselbe Frage; Unterschied zwischen ${dative(n.low)} und ${dative(n.high)}, Stand ${n.day}`;
  if (v.outcome === 'finding')
    return `Ja: Die Leitung bewertet sich um ${n.size} besser, als Kunden es tun (${evidence}).`;
  if (v.outcome === 'reversed')
    return `Nein, umgekehrt: Die Leitung bewertet sich um ${n.size} schlechter, als Kunden es tun (${evidence}).`;
  if (v.outcome === 'clear') return `Nein: Leitung und Kunden bewerten etwa gleich (${evidence}).`;
  return `Die Daten sagen nicht, ob die Leitung sich sieht wie ihre Kunden (${evidence}).`;
}

const en: CheckWords = {
  question: (v) =>
    isSelf(v)
      ? 'Does the management rate its service higher than customers do?'
      : 'Do you break promises to your customers?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs a list of your promises, each with what proves it; it is not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether promises are kept.';
    if (isSelf(v)) return selfEn(v, n);
    const evidence = `between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding') return `Yes: ${named(v)} is kept on ${n.value} of the occasions (${evidence}).`;
    if (v.outcome === 'clear') return `No: promises are kept on ${n.value} of the occasions (${evidence}).`;
    if (v.outcome === 'reversed') return `No: promises are kept on ${n.value} of the occasions (${evidence}).`;
    return `The data do not tell whether promises are kept as given; so far they were on ${n.value} of the occasions (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Over all promises together, ${written(v.naive, f)} of the occasions were kept. Promises that come up often hide those that come up rarely.`,
  action: (v) => {
    if (isSelf(v))
      return v.outcome === 'finding'
        ? 'You could let managers answer customers themselves for a day each quarter, and ask both sides again.'
        : 'You could ask both sides the same question again next year.';
    if (v.outcome === 'finding')
      return 'You could give the promise the people it takes, or promise what you keep; tell customers which, and compare with a promise left as it is.';
    if (v.outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could write down for each promise what proves it, or drop it.';
  },
  method:
    'Every promise of the list is compared with what happened on each occasion that falls under it: cases closed, contacts answered, mentions replied to, permissions decided, ratings given. What is not yet due does not count; what is overdue counts as broken. A promise fails when the data exclude that it was kept on nine in ten occasions, or on the share that it names itself. Promises that nothing measures are counted apart. Beside that, questions that management and customers both answered are compared by their means.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    notTestable: (values, f) =>
      `None of the ${f.count(num(values, 'promises'))} promises says how it could be proved. A promise that nobody can check is one that nobody can rely on.`,
    tooFewOccasions: (values, f) =>
      `A promise needs ${f.count(num(values, 'needed'))} occasions that are due, the most frequent one has ${f.count(num(values, 'has'))}.`,
    tooFewTold: (values, f) =>
      `A promise needs ${f.count(num(values, 'needed'))} occasions of which the data tell whether it was kept, the most frequent one has ${f.count(num(values, 'has'))}; of ${f.count(num(values, 'untold'))} occasions they do not, because it is not on record when something was settled.`,
    untold: (values, f) =>
      `${f.count(num(values, 'occasions'))} occasions lie before or after the time in which it is written down when something was settled; they are left out.`,
    gaveUp: (values, f) =>
      `On ${f.count(num(values, 'occasions'))} occasions somebody hung up and the wait is not on record. The limits hold both, that the promise was kept on all of them and that it was on none.`,
    nearPromise: (values, f) =>
      `The share kept lies between ${f.percent(num(values, 'low'))} and ${f.percent(num(values, 'high'))}; ${f.percent(num(values, 'needed'), 0)} would be enough. More occasions would tell.`,
    someNotTestable: (values, f) =>
      `${f.count(num(values, 'promises'))} of ${f.count(num(values, 'all'))} promises say nothing that could prove them. That, too, is a result.`,
    thinPromises: (values, f) =>
      `${f.count(num(values, 'promises'))} promises have fewer than ${f.count(num(values, 'needed'))} occasions and are not judged.`,
    ...REMAINING_VALUE.en,
    lossAfterBroken: (values, f) =>
      `The loss holds the mean remaining value of about ${f.number(num(values, 'exits'), 1)} departures a year (${f.number(num(values, 'low'), 1)} to ${f.number(num(values, 'high'), 1)}) within twelve months after a broken promise, beyond those after kept ones at equal promise, line, tenure and half-year; ${f.count(num(values, 'departures'))} departures stand behind it. Whose promise was broken may differ from the others in ways that are not on record. The same departures may stand behind other findings; never add them.`,
    goodwillForBroken: (values, f) =>
      `The loss holds the goodwill given within a month after broken promises, beyond that after kept ones; ${f.count(num(values, 'gifts'))} times it was given.`,
    noMoney: (values, f) =>
      `No sum of money is named: it takes a promise found broken and after it, beyond doubt, more departures or more goodwill than after kept ones, ${f.count(num(values, 'needed'))} cases at least.`,
    otherClock: () =>
      'The statement would fall if the clock of the promise runs otherwise (working hours, until a first reply), or if occasions fall under the list that the promise does not mean.',
    tooFewRatings: (values, f) =>
      `Needs the same question answered by ${f.count(num(values, 'managersNeeded'))} managers and ${f.count(num(values, 'customersNeeded'))} customers, has ${f.count(num(values, 'managers'))} and ${f.count(num(values, 'customers'))}.`,
    wideGap: (values, f) =>
      `The difference lies between ${points(values, 'low', f)} and ${points(values, 'high', f)}; it matters from ${points(values, 'relevant', f)} on.`,
    noPromises: () => 'There is no list of promises, so whether they are kept cannot be said.',
    ownWords: () => 'Ratings are what people say of themselves and of you; nothing was held equal.',
    otherRespondents: () =>
      'The statement would fall if those who answer differ from those who do not, or if both sides take the question to mean different things.',
  },
  details: {
    management: 'Mean of the management, of ten',
    leaveBroken: 'Departures in a year after broken promises',
    leaveKept: 'Departures in a year after kept promises, at the mix of the broken ones',
    goodwillForBroken: 'Goodwill after broken promises beyond that after kept ones',
    customers: 'Mean of the customers, of ten',
  },
  counts: {
    promises: 'Promises',
    tested: 'Promises with enough occasions',
    untestable: 'Promises that nothing measures',
    occasions: 'Occasions that were due',
    managers: 'Answers of the management',
    customers: 'Answers of customers',
    questions: 'Questions that both answered',
  },
  excluded: {
    pending: 'Not yet due, or given up before the time was over',
    untold: 'Before or after the time in which it is written down when something was settled',
    gaveUp: 'Hung up after a wait that is not on record',
    thinPromises: 'Occasions of promises too rare to be judged',
  },
  dimensions: { promise: 'Kept', question: 'Question' },
  charts: {
    trend: {
      title: 'Share of occasions on which promises were kept',
      x: 'Half-year',
      y: 'Share kept',
      series: { kept: 'Kept' },
    },
  },
};

const de: typeof en = {
  question: (v) =>
    isSelf(v)
      ? 'Bewertet die Leitung ihren Service besser, als Kunden es tun?'
      : 'Brechen Sie Versprechen an Ihre Kunden?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es eine Liste Ihrer Versprechen mit dem, was sie beweist; sie steht nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, ob Versprechen gehalten werden.';
    if (isSelf(v)) return selfDe(v, n);
    const evidence = `zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    if (v.outcome === 'finding') return `Ja: ${named(v)} wird bei ${n.value} der Anlässe gehalten (${evidence}).`;
    if (v.outcome === 'clear') return `Nein: Versprechen werden bei ${n.value} der Anlässe gehalten (${evidence}).`;
    if (v.outcome === 'reversed') return `Nein: Versprechen werden bei ${n.value} der Anlässe gehalten (${evidence}).`;
    return `Die Daten sagen nicht, ob Versprechen wie gegeben gehalten werden; bisher war es bei ${n.value} der Anlässe so (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein schlichter Vergleich wird nicht gezeigt.'
      : `Über alle Versprechen zusammen wurden ${written(v.naive, f)} der Anlässe gehalten. Häufige Versprechen verdecken seltene.`,
  action: (v) => {
    if (isSelf(v))
      return v.outcome === 'finding'
        ? 'Sie könnten Führungskräfte jedes Quartal einen Tag lang selbst Kunden antworten lassen und beide Seiten erneut fragen.'
        : 'Sie könnten beide Seiten nächstes Jahr dieselbe Frage wieder stellen.';
    if (v.outcome === 'finding')
      return 'Sie könnten dem Versprechen die Menschen geben, die es braucht, oder versprechen, was Sie halten; sagen Sie Kunden, welches von beiden, und vergleichen Sie mit einem unveränderten Versprechen.';
    if (v.outcome === 'clear')
      return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Versprechen festhalten, was es beweist, oder es streichen.';
  },
  method:
    'Jedes Versprechen der Liste wird mit dem verglichen, was bei jedem Anlass geschah, der darunter fällt: Vorgänge gelöst, Kontakte angenommen, Äußerungen beantwortet, Freigaben entschieden, Bewertungen abgegeben. Noch nicht Fälliges zählt nicht; Überfälliges zählt als gebrochen. Ein Versprechen fällt durch, wenn die Daten ausschließen, dass es bei neun von zehn Anlässen oder bei dem selbst genannten Anteil gehalten wurde. Versprechen, die nichts misst, werden getrennt gezählt. Daneben werden Fragen, die Leitung und Kunden beide beantworteten, nach Mittelwerten verglichen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    notTestable: (values, f) =>
      `Keines der ${f.count(num(values, 'promises'))} Versprechen sagt, woran es sich prüfen ließe. Auf ein Versprechen, das niemand prüfen kann, kann sich niemand verlassen.`,
    tooFewOccasions: (values, f) =>
      `Ein Versprechen braucht ${f.count(num(values, 'needed'))} fällige Anlässe, das häufigste hat ${f.count(num(values, 'has'))}.`,
    tooFewTold: (values, f) =>
      `Ein Versprechen braucht ${f.count(num(values, 'needed'))} Anlässe, von denen die Daten sagen, ob es gehalten wurde, das häufigste hat ${f.count(num(values, 'has'))}; von ${f.count(num(values, 'untold'))} Anlässen sagen sie es nicht, weil nicht erfasst ist, wann etwas erledigt war.`,
    untold: (values, f) =>
      `${f.count(num(values, 'occasions'))} Anlässe liegen außerhalb der Zeit, in der festgehalten ist, wann etwas erledigt war; sie bleiben außen vor.`,
    gaveUp: (values, f) =>
      `Bei ${f.count(num(values, 'occasions'))} Anlässen legte jemand auf, und die Wartezeit ist nicht erfasst. Die Grenzen enthalten beides, dass das Versprechen bei allen gehalten wurde und dass es bei keinem gehalten wurde.`,
    nearPromise: (values, f) =>
      `Der gehaltene Anteil liegt zwischen ${f.percent(num(values, 'low'))} und ${f.percent(num(values, 'high'))}; ${f.percent(num(values, 'needed'), 0)} wären genug. Mehr Anlässe würden es zeigen.`,
    someNotTestable: (values, f) =>
      `${f.count(num(values, 'promises'))} von ${f.count(num(values, 'all'))} Versprechen sagen nichts, woran sie sich prüfen ließen. Auch das ist ein Ergebnis.`,
    thinPromises: (values, f) =>
      `${f.count(num(values, 'promises'))} Versprechen haben weniger als ${f.count(num(values, 'needed'))} Anlässe und werden nicht beurteilt.`,
    ...REMAINING_VALUE.de,
    lossAfterBroken: (values, f) =>
      `Der Verlust enthält den mittleren Restwert von etwa ${f.number(num(values, 'exits'), 1)} Weggängen im Jahr (${f.number(num(values, 'low'), 1)} bis ${f.number(num(values, 'high'), 1)}) binnen zwölf Monaten nach einem gebrochenen Versprechen, über die nach gehaltenen bei gleichem Versprechen, gleicher Sparte, Kundendauer und gleichem Halbjahr hinaus; ${f.count(num(values, 'departures'))} Weggänge stehen dahinter. Wem ein Versprechen gebrochen wurde, der kann sich von den übrigen in manchem unterscheiden, das nicht verzeichnet ist. Dieselben Weggänge können hinter anderen Befunden stehen; zählen Sie sie nie zusammen.`,
    goodwillForBroken: (values, f) =>
      `Der Verlust enthält die Kulanz binnen eines Monats nach gebrochenen Versprechen, über die nach gehaltenen hinaus; ${f.count(num(values, 'gifts'))}-mal wurde sie gewährt.`,
    noMoney: (values, f) =>
      `Ein Geldbetrag wird nicht genannt: Dafür braucht es ein als gebrochen erkanntes Versprechen und danach ohne Zweifel mehr Weggänge oder mehr Kulanz als nach gehaltenen, mindestens ${f.count(num(values, 'needed'))} Fälle.`,
    otherClock: () =>
      'Die Aussage fiele, wenn die Uhr des Versprechens anders läuft (Geschäftszeiten, bis zur ersten Antwort) oder wenn Anlässe unter die Liste fallen, die das Versprechen nicht meint.',
    tooFewRatings: (values, f) =>
      `Dieselbe Frage müssten ${f.count(num(values, 'managersNeeded'))} Führungskräfte und ${f.count(num(values, 'customersNeeded'))} Kunden beantworten, es sind ${f.count(num(values, 'managers'))} und ${f.count(num(values, 'customers'))}.`,
    wideGap: (values, f) =>
      `Der Unterschied liegt zwischen ${dative(points(values, 'low', f))} und ${dative(points(values, 'high', f))}; von Belang ist er ab ${dative(points(values, 'relevant', f))}.`,
    noPromises: () => 'Es gibt keine Liste der Versprechen; ob sie gehalten werden, lässt sich daher nicht sagen.',
    ownWords: () => 'Bewertungen sind, was Menschen über sich und über Sie sagen; nichts wurde gleich gehalten.',
    otherRespondents: () =>
      'Die Aussage fiele, wenn sich die Antwortenden von den übrigen unterscheiden oder wenn beide Seiten die Frage verschieden verstehen.',
  },
  details: {
    management: 'Mittelwert der Leitung, von zehn',
    leaveBroken: 'Weggänge in einem Jahr nach gebrochenen Versprechen',
    leaveKept: 'Weggänge in einem Jahr nach gehaltenen Versprechen, in der Mischung der gebrochenen',
    goodwillForBroken: 'Kulanz nach gebrochenen Versprechen über die nach gehaltenen hinaus',
    customers: 'Mittelwert der Kunden, von zehn',
  },
  counts: {
    promises: 'Versprechen',
    tested: 'Versprechen mit genügend Anlässen',
    untestable: 'Versprechen, die nichts misst',
    occasions: 'Fällige Anlässe',
    managers: 'Antworten der Leitung',
    customers: 'Antworten von Kunden',
    questions: 'Fragen, die beide beantworteten',
  },
  excluded: {
    pending: 'Noch nicht fällig oder vor Ablauf der Zeit aufgegeben',
    untold: 'Außerhalb der Zeit, in der festgehalten ist, wann etwas erledigt war',
    gaveUp: 'Aufgelegt, die Wartezeit ist nicht erfasst',
    thinPromises: 'Anlässe von Versprechen, die zu selten für ein Urteil sind',
  },
  dimensions: { promise: 'Gehalten', question: 'Frage' },
  charts: {
    trend: {
      title: 'Anteil der Anlässe, bei denen Versprechen gehalten wurden',
      x: 'Halbjahr',
      y: 'Anteil gehalten',
      series: { kept: 'Gehalten' },
    },
  },
};

export const promiseGapMessages: CheckMessages = { en, de };
