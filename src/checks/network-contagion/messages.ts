import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Quantity, Verdict } from '../verdict.ts';

const half = ({ low, high }: Quantity) => (Number.isFinite(high - low) ? (high - low) / 2 : 0.1);
const value = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const bound = (side: number, q: Quantity, f: Format) =>
  Number.isFinite(side) ? f.quantity(side, q.unit, half(q)) : '…';
const range = (q: Quantity, f: Format, to: string) => `${bound(q.low, q, f)} ${to} ${bound(q.high, q, f)}`;
const dayOf = (v: Verdict, f: Format, before: string) => {
  const asOf = v.overturn?.values['asOf'] ?? v.reason?.values['asOf'];
  return typeof asOf === 'string' ? ` (${before} ${f.day(asOf)})` : '';
};

const en: CheckWords = {
  question: () => 'When a customer leaves, do those tied to him leave too?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'as of');
    if (v.outcome === 'notApplicable')
      return 'The question needs ties between customers, and contracts with start and end.';
    if (v.outcome === 'failed') return 'This check could not be computed.';
    if (v.effect === null) return `Whether leaving passes from customer to customer cannot be told${day}.`;
    const odds = `${value(v.effect, f)} (${range(v.effect, f, 'to')})`;
    if (v.outcome === 'finding')
      return `Yes${day}: in the three months after a tied customer has left, the odds of leaving are ${odds} times those of customers who are alike.`;
    if (v.outcome === 'clear')
      return `Not to an extent that matters${day}: in the three months after a tied customer has left, the odds of leaving are ${odds} times those of customers who are alike.`;
    if (v.outcome === 'reversed')
      return `The other way round${day}: after a tied customer has left, fewer of the others leave; the odds are ${odds} times those of customers who are alike.`;
    return `The data do not tell${day}: in the three months after a tied customer has left, the odds of leaving are ${odds} times those of customers who are alike.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison gives no ratio here.'
      : `A plain comparison would have said ${value(v.naive, f)} times. People who are tied are alike: they also leave alike when nothing passes between them.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'After an exit, ask the leaver why, and look after the circle as a whole without mentioning anybody. Try it for a randomly drawn half of the circles, and compare exits after three months.'
      : 'Record ties and dates of notice; the question can then be asked again with more exits.',
  method:
    'For each month of a customer with known ties it is asked whether somebody tied to him, outside his own household, decided to leave in the three months before. Those months are compared with months of customers of the same segment, tenure, number of ties and months since the anniversary of their contract who saw just as many tied customers leave within a year, only longer ago: they are as much alike, so what is left is the recent exit. Two checks stand beside it: strangers of the same region, line and segment put in the place of the tied must show nothing, and a shock shared by region and quarter must not explain it. A household that decides together counts once.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    failed: ({ message }) => `The computation failed: ${message}.`,
    noTies: () => 'No tie joins two customers whose months as customers are known.',
    onlyHouseholds: ({ household }, f) =>
      `Ties are known within households only (${f.count(Number(household))} customers). Who lives together decides together, so contagion cannot be told; ties between households (referral, group, community) would make it possible.`,
    fewExposed: ({ exposed, neededExposed, exits, neededExits }, f) =>
      `It needs ${f.count(Number(neededExposed))} customers who saw a tied one leave and ${f.count(Number(neededExits))} exits among them within three months; there are ${f.count(Number(exposed))} and ${f.count(Number(exits))}.`,
    nobodyToMatch: () => 'Nobody saw a tied customer leave longer ago, so there are no equals to compare with.',
    undecided: ({ relevant, exits, needed }, f) =>
      `Not decided with ${f.count(Number(exits))} exits after a tied one; about ${f.count(Number(needed))} would tell a ratio of ${f.number(Number(relevant), 2)} from none.`,
    strangersToo: () =>
      'Strangers put in the place of tied customers show the same, so likeness or a shared shock is not yet held equal; nothing is claimed.',
    likeness: () =>
      'Ties say who is alike as well as who talks. What is held equal is the number of earlier exits among the tied, segment, tenure, number of ties and months since the anniversary.',
    households: ({ count }, f) =>
      `${f.count(Number(count))} exits in the same month as another one of the household count with it as one decision.`,
    moneyFew: ({ found, needed }, f) =>
      `No amount: it takes ${f.count(Number(needed))} excess exits a year and known values; there are ${f.number(Number(found), 0)}.`,
    aggregateOnly: () =>
      'Sums only: there is no list, because the tie of one customer tells about another. Nobody may be told that somebody else left.',
    overturnFinding: () =>
      'A shared shock within the circle that no column shows, such as a move or a rival’s campaign in one street, or ties that were recorded because of the exit.',
    overturnClear: () => 'Ties that matter but are not recorded, or exits without a date of notice.',
  },
  details: {
    adjusted: 'Equal segment, tenure, number of ties and months since the anniversary only',
    sameRegionAndQuarter: 'Equal region, quarter and earlier exits among the tied',
    strangers: 'Strangers in the place of the tied (must be near 1)',
    comingNaive: 'A tied customer’s exit that is still to come, plainly (shows the likeness)',
    comingMatched: 'The same, like with like',
    perExit: 'Further exits that go with one exit',
    multiplier: 'One exit stands for so many in the end',
  },
  counts: {
    customers: 'customers at risk in the window',
    tied: 'of them with ties outside the household',
    household: 'with ties within the household',
    householdDecisions: 'exits that follow the household’s decision',
    exposed: 'saw a tied customer leave',
    exposedExits: 'exits within three months after it',
    exits: 'exits of customers with ties',
  },
  excluded: { householdDecision: 'exit decided together with the household' },
  dimensions: {},
  charts: {
    since: {
      title: 'Odds of leaving by months since the exit, against 10 to 12 months',
      x: 'Months since the exit of a tied customer',
      y: 'Times the odds',
      series: { existing: 'Customers' },
    },
    ways: {
      title: 'Four ways to compare',
      x: '',
      y: 'Times the odds',
      series: { naive: 'Plain', adjusted: 'Adjusted', matched: 'Matched', strangers: 'Strangers instead' },
    },
  },
};

const de: typeof en = {
  question: () => 'Wenn ein Kunde geht, gehen dann auch die mit ihm verbundenen?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'Stand');
    if (v.outcome === 'notApplicable')
      return 'Die Frage braucht Verbindungen zwischen Kunden und Verträge mit Beginn und Ende.';
    if (v.outcome === 'failed') return 'Diese Prüfung ließ sich nicht rechnen.';
    if (v.effect === null) return `Ob sich das Gehen von Kunde zu Kunde überträgt, lässt sich nicht sagen${day}.`;
    const odds = `das ${value(v.effect, f)}-Fache derer von Kunden gleicher Art (${range(v.effect, f, 'bis')})`;
    if (v.outcome === 'finding')
      return `Ja${day}: In den drei Monaten, nachdem ein verbundener Kunde ging, ist die Chance zu gehen ${odds}.`;
    if (v.outcome === 'clear')
      return `Nicht in einem Maß, das zählt${day}: In den drei Monaten, nachdem ein verbundener Kunde ging, ist die Chance zu gehen ${odds}.`;
    if (v.outcome === 'reversed')
      return `Umgekehrt${day}: Nachdem ein verbundener Kunde ging, gehen von den übrigen weniger; die Chance ist ${odds}.`;
    return `Die Daten sagen es nicht${day}: In den drei Monaten, nachdem ein verbundener Kunde ging, ist die Chance zu gehen ${odds}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich ergibt hier kein Verhältnis.'
      : `Ein einfacher Vergleich hätte das ${value(v.naive, f)}-Fache ergeben. Verbundene sind einander ähnlich: Sie gehen auch dann ähnlich oft, wenn sich nichts überträgt.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Fragen Sie nach einem Weggang den, der geht, und kümmern Sie sich um den Kreis als Ganzes, ohne jemanden zu erwähnen. Erproben Sie es in einer ausgelosten Hälfte der Kreise, und vergleichen Sie nach drei Monaten die Weggänge.'
      : 'Halten Sie Verbindungen und Kündigungstage fest; dann lässt sich die Frage mit mehr Weggängen erneut stellen.',
  method:
    'Für jeden Monat eines Kunden mit bekannten Verbindungen wird gefragt, ob sich jemand außerhalb seines Haushalts, mit dem er verbunden ist, in den drei Monaten davor entschied zu gehen. Verglichen werden diese Monate mit Monaten von Kunden gleichen Segments, gleicher Kundendauer, gleicher Zahl von Verbindungen und gleich vieler Monate seit dem Jahrestag ihres Vertrags, die binnen eines Jahres ebenso viele Verbundene gehen sahen, nur vor längerer Zeit: Sie sind einander gleich ähnlich, übrig bleibt der frische Weggang. Zwei Proben stehen daneben: Fremde gleicher Region, Linie und gleichen Segments an der Stelle der Verbundenen dürfen nichts zeigen, und eine gemeinsame Erschütterung in Region und Quartal darf es nicht erklären. Ein Haushalt, der gemeinsam entscheidet, zählt einmal.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    failed: ({ message }) => `Die Rechnung schlug fehl: ${message}.`,
    noTies: () => 'Keine Verbindung verknüpft zwei Kunden, deren Monate als Kunde bekannt sind.',
    onlyHouseholds: ({ household }, f) =>
      `Verbindungen sind nur innerhalb von Haushalten bekannt (${f.count(Number(household))} Kunden). Wer zusammen lebt, entscheidet zusammen; eine Ansteckung lässt sich so nicht erkennen. Verbindungen zwischen Haushalten (Empfehlung, Konzern, Gemeinschaft) würden es ermöglichen.`,
    fewExposed: ({ exposed, neededExposed, exits, neededExits }, f) =>
      `Nötig sind ${f.count(Number(neededExposed))} Kunden, die einen Verbundenen gehen sahen, und ${f.count(Number(neededExits))} Weggänge unter ihnen binnen drei Monaten; vorhanden sind ${f.count(Number(exposed))} und ${f.count(Number(exits))}.`,
    nobodyToMatch: () =>
      'Niemand sah vor längerer Zeit einen Verbundenen gehen; es gibt also keine Gleichen zum Vergleich.',
    undecided: ({ relevant, exits, needed }, f) =>
      `Mit ${f.count(Number(exits))} Weggängen nach einem verbundenen nicht entschieden; etwa ${f.count(Number(needed))} würden ein Verhältnis von ${f.number(Number(relevant), 2)} von keinem unterscheiden.`,
    strangersToo: () =>
      'Fremde an der Stelle der Verbundenen zeigen dasselbe; Ähnlichkeit oder eine gemeinsame Erschütterung ist also noch nicht gleichgehalten, und nichts wird behauptet.',
    likeness: () =>
      'Verbindungen sagen, wer einander ähnlich ist, so gut wie, wer miteinander spricht. Gleichgehalten sind die Zahl früherer Weggänge unter den Verbundenen, Segment, Kundendauer, Zahl der Verbindungen und Monate seit dem Jahrestag.',
    households: ({ count }, f) =>
      `${f.count(Number(count))} Weggänge im selben Monat wie ein anderer des Haushalts zählen mit ihm als eine Entscheidung.`,
    moneyFew: ({ found, needed }, f) =>
      `Kein Betrag: Dafür braucht es ${f.count(Number(needed))} zusätzliche Weggänge im Jahr und bekannte Werte; es sind ${f.number(Number(found), 0)}.`,
    aggregateOnly: () =>
      'Nur Summen: Es gibt keine Liste, weil die Verbindung des einen etwas über den anderen sagt. Niemandem darf gesagt werden, dass ein anderer ging.',
    overturnFinding: () =>
      'Eine gemeinsame Erschütterung im Kreis, die keine Spalte zeigt, etwa ein Umzug oder die Aktion eines Wettbewerbers in einer Straße, oder Verbindungen, die erst des Weggangs wegen verzeichnet wurden.',
    overturnClear: () => 'Verbindungen, die zählen, aber nicht verzeichnet sind, oder Weggänge ohne Kündigungstag.',
  },
  details: {
    adjusted: 'Nur bei gleichem Segment, gleicher Kundendauer, Zahl der Verbindungen und Monaten seit dem Jahrestag',
    sameRegionAndQuarter: 'Bei gleicher Region, gleichem Quartal und gleich vielen früheren Weggängen Verbundener',
    strangers: 'Fremde an der Stelle der Verbundenen (muss nahe 1 sein)',
    comingNaive: 'Ein erst noch kommender Weggang eines Verbundenen, einfach verglichen (zeigt die Ähnlichkeit)',
    comingMatched: 'Dasselbe, Gleiches mit Gleichem',
    perExit: 'Weitere Weggänge, die mit einem Weggang einhergehen',
    multiplier: 'Ein Weggang steht am Ende für so viele',
  },
  counts: {
    customers: 'Kunden im Zeitraum, die gehen konnten',
    tied: 'davon mit Verbindungen außerhalb des Haushalts',
    household: 'mit Verbindungen im Haushalt',
    householdDecisions: 'Weggänge, die der Entscheidung des Haushalts folgen',
    exposed: 'sahen einen Verbundenen gehen',
    exposedExits: 'Weggänge binnen drei Monaten danach',
    exits: 'Weggänge von Kunden mit Verbindungen',
  },
  excluded: { householdDecision: 'Weggang gemeinsam mit dem Haushalt entschieden' },
  dimensions: {},
  charts: {
    since: {
      title: 'Chance zu gehen nach Monaten seit dem Weggang, gegen 10 bis 12 Monate',
      x: 'Monate seit dem Weggang eines Verbundenen',
      y: 'Vielfaches der Chance',
      series: { existing: 'Kunden' },
    },
    ways: {
      title: 'Vier Arten zu vergleichen',
      x: '',
      y: 'Vielfaches der Chance',
      series: {
        naive: 'Einfach',
        adjusted: 'Bereinigt',
        matched: 'Gleiche mit Gleichen',
        strangers: 'Fremde statt Verbundener',
      },
    },
  },
};

export const networkContagionMessages: CheckMessages = { en, de };
