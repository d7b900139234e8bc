import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const count = (values: Values, name: string, f: Format) => f.count(num(values, name));
const yearly = (values: Values, name: string, f: Format) => f.quantity(num(values, name), 'money/year');
const detail = (v: Verdict, key: string): Quantity | null =>
  v.details.find((entry) => entry.key === key)?.quantity ?? null;
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (found: Quantity, f: Format) => f.quantity(found.value, found.unit, half(found));
const dayOf = (v: Verdict) => String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? '');

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly asked: string;
  readonly silent: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [asked, silent, day] = [detail(v, 'grantedAsked'), detail(v, 'grantedSilent'), dayOf(v)];
  if (v.effect === null || asked === null || silent === null || day === '') return null;
  const precision = half(v.effect);
  const side = (value: number) => f.quantity(value, 'money/year', precision);
  return {
    size: side(Math.abs(v.effect.value)),
    low: side(v.effect.low),
    high: side(v.effect.high),
    asked: written(asked, f),
    silent: written(silent, f),
    day: f.day(day),
  };
}

const en: CheckWords = {
  question: () => 'Do customers who threaten or press get more than equal customers who keep still?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs threats or requests with customer, date and kind, and concessions with customer, date and value; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether those who press get more than those who keep still.';
    const evidence = `a concession follows ${n.asked} of the asks, against ${n.silent} for equal customers who keep still; difference between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding') return `Yes: an ask goes with ${n.size} more than keeping still (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: those who keep still get ${n.size} more (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: those who ask get about as much as equal customers who keep still (${evidence}).`;
    return `The data do not tell whether those who press get more than those who keep still (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `The plain means differ by ${f.quantity(v.naive.value, 'money/year', half(v.naive))} per ask. They compare unlike customers: those who ask often have the higher price or the larger gap to the newcomer price.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could fix fair offers that hold equally for those who ask and those who keep still, and try this team by team, watching saved customers and departures.';
    if (outcome === 'reversed') return 'You could keep giving without being asked; no change suggests itself.';
    if (outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could record every threat and request, the team that dealt with it, and the concession that answered it.';
  },
  method:
    'Threats, requests for a better price and escalated complaints count as asks; notices only where the company saves some of them. What was given in the weeks after an ask is compared with what equal customers got in as many days around the same time, at the same product and with the same gap to the newcomer price; price, tenure and the rest of the gap are held equal by regression. An ask counts as granted where a concession names it, or came in those weeks and is not recorded as having had another trigger. The same comparison for a time before the first ask serves as a test. Intervals treat each customer as one unit.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    tooFewAsks: (values, f) =>
      `Needs ${count(values, 'needed', f)} asks in the last ${count(values, 'months', f)} months, has ${count(values, 'has', f)}.`,
    tooFewSilent: (values, f) =>
      `Needs ${count(values, 'needed', f)} customers who kept still, has ${count(values, 'has', f)}.`,
    lowOverlap: (values, f) =>
      `Only ${f.percent(num(values, 'has'))} of the asks have an equal customer who kept still; needs ${f.percent(num(values, 'needed'), 0)}.`,
    nothingGiven: (values, f) =>
      `Of ${count(values, 'asks', f)} asks in the window none was answered with a concession, nor did anybody else get one: what a concession is worth is not known.`,
    wideInterval: (values, f) =>
      `The difference lies between ${yearly(values, 'low', f)} and ${yearly(values, 'high', f)}; it matters from ${yearly(values, 'relevant', f)}. More than ${count(values, 'asks', f)} asks would narrow it.`,
    silentByEvents: () =>
      'Without contracts or customers only those are known who ever asked or got something; that overstates what the silent get, so the difference is rather too small than too large.',
    gapUnknown: (values, f) =>
      `For ${f.percent(num(values, 'share'))} of the asks the gap to the newcomer price is not known; these are compared with others of unknown gap.`,
    gapOfToday: () =>
      'The gap to the newcomer price is that of today; where a concession lowered the price itself, it was larger when the customer asked.',
    partialOverlap: (values, f) =>
      `The statement holds for the ${f.percent(num(values, 'overlap'))} of the asks that have an equal customer who kept still.`,
    placeboFails: (values, f) =>
      `Already before their first ask, those who ask got more or less than equal customers (difference between ${yearly(values, 'low', f)} and ${yearly(values, 'high', f)}): the groups differ in something that is not held equal.`,
    tooFewRepeat: (values, f) =>
      `Whether a granted ask invites the next is not said: needs ${count(values, 'needed', f)} asks followed up, has ${count(values, 'has', f)}.`,
    teamsAlike: (values, f) =>
      `The teams grant too much alike for their leniency to tell whether a granted ask invites the next (strength ${f.number(num(values, 'f'), 1)}, needs 10); the plain ratio may be that of more insistent customers.`,
    noTeams: () => 'Which team dealt with an ask is not recorded, so their leniency cannot serve as a comparison.',
    fewGranted: (values, f) =>
      `No sum of money is named: needs ${count(values, 'needed', f)} granted asks, has ${count(values, 'has', f)}.`,
    whoseMoney: () =>
      'The sum is what those who ask got beyond equal customers who keep still: it went from the company to them, at the expense of fair treatment of all others.',
    unrecorded: (values, f) =>
      `The statement would fall if concessions to customers who kept still go unrecorded, on average ${yearly(values, 'premium', f)} within ${count(values, 'days', f)} days, or if asks are recorded mainly when something was given.`,
  },
  details: {
    grantedAsked: 'Asks that were followed by a concession, whatever set it off',
    grantedSilent: 'Equal customers who kept still and got a concession',
    size: 'Mean concession, where one was given',
    givenSilent: 'Mean given to equal customers who kept still',
    granted1: 'Granted at the first ask',
    granted2: 'Granted at the second ask',
    granted3: 'Granted at the third or a further ask',
    perFurtherAsk: 'Nag factor: more for each further ask',
    askAgainRatio: 'Asking again after a granted ask, as a multiple of the rate after a refused one',
    askAgainByTeam: 'More who ask again within a year where a lenient team granted the ask',
    saveRate: 'Save rate: saved among saved and lost',
    leftAfterSave: 'Saved customers who had left within a year',
    gapBefore: 'Mean gap to the newcomer price of those who got a concession',
    gapAfter: 'The same gap less the concession',
    givenPerYear: 'Given to those who asked, in a year',
    spreadEvenly: 'The same budget spread over all customers',
    placebo: 'Test: the same difference in a time before the first ask',
  },
  counts: { asks: 'Asks', granted: 'Asks that were granted', silent: 'Customers who kept still' },
  excluded: {
    before: 'Asks before the window',
    recent: 'Asks too recent to have been answered',
    noContract: 'Asks of people without a contract at that time',
  },
  dimensions: { ask: 'Ask' },
  charts: {
    ladder: {
      title: 'What each ask earns',
      x: 'Number of the ask',
      y: 'Mean given, money a year',
      series: { silent: 'Kept still', asked: 'Asked' },
    },
  },
};

const de: typeof en = {
  question: () => 'Bekommen Kunden, die drohen oder drängen, mehr als gleiche Kunden, die still bleiben?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Drohungen oder Anfragen mit Kunde, Datum und Art sowie Zugeständnisse mit Kunde, Datum und Wert; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob Drängende mehr bekommen als Stille.';
    const evidence = `auf ${n.asked} der Anfragen folgt ein Zugeständnis, gegenüber ${n.silent} bei gleichen Kunden, die still bleiben; Unterschied zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Eine Anfrage geht mit ${n.size} mehr einher als Stillbleiben (${evidence}).`;
    if (v.outcome === 'reversed') return `Nein, umgekehrt: Wer still bleibt, bekommt ${n.size} mehr (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Wer fragt, bekommt etwa so viel wie gleiche Kunden, die still bleiben (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob Drängende mehr bekommen als Stille (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Die einfachen Mittelwerte unterscheiden sich um ${f.quantity(v.naive.value, 'money/year', half(v.naive))} je Anfrage. Sie vergleichen ungleiche Kunden: Wer fragt, zahlt oft den höheren Preis oder hat den größeren Abstand zum Neukundenpreis.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten faire Angebote festlegen, die für Fragende und Stille gleich gelten, und das Team für Team erproben; achten Sie dabei auf gehaltene Kunden und Abgänge.';
    if (outcome === 'reversed') return 'Sie könnten weiter ungefragt geben; eine Änderung drängt sich nicht auf.';
    if (outcome === 'clear') return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten jede Drohung und Anfrage festhalten, dazu das zuständige Team und das Zugeständnis, das darauf antwortete.';
  },
  method:
    'Als Anfrage zählen Drohungen, Fragen nach einem besseren Preis und eskalierte Beschwerden; Kündigungen nur, wo das Unternehmen einige davon zurückholt. Was in den Wochen nach einer Anfrage gegeben wurde, wird mit dem verglichen, was gleiche Kunden in ebenso vielen Tagen um dieselbe Zeit bekamen, bei gleichem Produkt und gleichem Abstand zum Neukundenpreis; Preis, Dauer der Kundschaft und der Rest des Abstands werden durch Regression gleich gehalten. Als gewährt gilt eine Anfrage, wenn ein Zugeständnis sie nennt oder in diesen Wochen kam und kein anderer Auslöser vermerkt ist. Derselbe Vergleich für eine Zeit vor der ersten Anfrage dient als Probe. Die Intervalle behandeln jeden Kunden als eine Einheit.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    tooFewAsks: (values, f) =>
      `Es braucht ${count(values, 'needed', f)} Anfragen in den letzten ${count(values, 'months', f)} Monaten, es sind ${count(values, 'has', f)}.`,
    tooFewSilent: (values, f) =>
      `Es braucht ${count(values, 'needed', f)} Kunden, die still blieben, es sind ${count(values, 'has', f)}.`,
    lowOverlap: (values, f) =>
      `Nur zu ${f.percent(num(values, 'has'))} der Anfragen gibt es einen gleichen Kunden, der still blieb; es braucht ${f.percent(num(values, 'needed'), 0)}.`,
    nothingGiven: (values, f) =>
      `Von ${count(values, 'asks', f)} Anfragen im Zeitraum wurde keine mit einem Zugeständnis beantwortet, und auch sonst bekam niemand eines: Was ein Zugeständnis wert ist, ist nicht bekannt.`,
    wideInterval: (values, f) =>
      `Der Unterschied liegt zwischen ${yearly(values, 'low', f)} und ${yearly(values, 'high', f)}; von Belang ist er ab ${yearly(values, 'relevant', f)}. Mehr als ${count(values, 'asks', f)} Anfragen würden ihn eingrenzen.`,
    silentByEvents: () =>
      'Ohne Verträge oder Kunden sind nur jene bekannt, die je gefragt oder etwas bekommen haben; was die Stillen bekommen, ist dadurch zu hoch angesetzt und der Unterschied eher zu klein als zu groß.',
    gapUnknown: (values, f) =>
      `Bei ${f.percent(num(values, 'share'))} der Anfragen ist der Abstand zum Neukundenpreis nicht bekannt; sie werden mit anderen von unbekanntem Abstand verglichen.`,
    gapOfToday: () =>
      'Der Abstand zum Neukundenpreis ist der von heute; wo ein Zugeständnis den Preis selbst senkte, war er bei der Anfrage größer.',
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${f.percent(num(values, 'overlap'))} der Anfragen, zu denen es einen gleichen Kunden gibt, der still blieb.`,
    placeboFails: (values, f) =>
      `Schon vor ihrer ersten Anfrage bekamen die Fragenden mehr oder weniger als gleiche Kunden (Unterschied zwischen ${yearly(values, 'low', f)} und ${yearly(values, 'high', f)}): Die Gruppen unterscheiden sich in etwas, das nicht gleich gehalten ist.`,
    tooFewRepeat: (values, f) =>
      `Ob eine gewährte Anfrage die nächste nach sich zieht, wird nicht gesagt: Es braucht ${count(values, 'needed', f)} verfolgte Anfragen, es sind ${count(values, 'has', f)}.`,
    teamsAlike: (values, f) =>
      `Die Teams gewähren zu ähnlich, als dass ihre Nachgiebigkeit zeigen könnte, ob eine gewährte Anfrage die nächste nach sich zieht (Stärke ${f.number(num(values, 'f'), 1)}, es braucht 10); das einfache Verhältnis kann das der beharrlicheren Kunden sein.`,
    noTeams: () =>
      'Welches Team eine Anfrage bearbeitete, ist nicht vermerkt; seine Nachgiebigkeit kann daher nicht als Vergleich dienen.',
    fewGranted: (values, f) =>
      `Ein Geldbetrag wird nicht genannt: Es braucht ${count(values, 'needed', f)} gewährte Anfragen, es sind ${count(values, 'has', f)}.`,
    whoseMoney: () =>
      'Der Betrag ist, was Fragende über gleiche Kunden hinaus bekamen, die still bleiben: Er ging vom Unternehmen an sie, zulasten der Gleichbehandlung aller anderen.',
    unrecorded: (values, f) =>
      `Die Aussage fiele, wenn Zugeständnisse an stille Kunden nicht vermerkt werden, im Mittel ${yearly(values, 'premium', f)} binnen ${count(values, 'days', f)} Tagen, oder wenn Anfragen vor allem dann vermerkt werden, wenn etwas gegeben wurde.`,
  },
  details: {
    grantedAsked: 'Anfragen, auf die ein Zugeständnis folgte, gleich aus welchem Anlass',
    grantedSilent: 'Gleiche Kunden, die still blieben und ein Zugeständnis bekamen',
    size: 'Mittleres Zugeständnis, wo eines gegeben wurde',
    givenSilent: 'Im Mittel an gleiche Kunden gegeben, die still blieben',
    granted1: 'Bei der ersten Anfrage gewährt',
    granted2: 'Bei der zweiten Anfrage gewährt',
    granted3: 'Bei der dritten oder einer weiteren Anfrage gewährt',
    perFurtherAsk: 'Quengelfaktor: mehr für jede weitere Anfrage',
    askAgainRatio: 'Erneutes Fragen nach einer gewährten Anfrage, als Vielfaches der Häufigkeit nach einer abgelehnten',
    askAgainByTeam: 'Mehr Kunden, die binnen eines Jahres erneut fragen, wo ein nachgiebiges Team gewährte',
    saveRate: 'Haltequote: gehalten unter gehalten und verloren',
    leftAfterSave: 'Gehaltene Kunden, die binnen eines Jahres gegangen waren',
    gapBefore: 'Mittlerer Abstand zum Neukundenpreis bei jenen, die ein Zugeständnis bekamen',
    gapAfter: 'Derselbe Abstand, vermindert um das Zugeständnis',
    givenPerYear: 'An Fragende gegeben, in einem Jahr',
    spreadEvenly: 'Dasselbe Budget, auf alle Kunden verteilt',
    placebo: 'Probe: derselbe Unterschied in einer Zeit vor der ersten Anfrage',
  },
  counts: { asks: 'Anfragen', granted: 'Gewährte Anfragen', silent: 'Kunden, die still blieben' },
  excluded: {
    before: 'Anfragen vor dem Zeitraum',
    recent: 'Anfragen, zu kürzlich, um beantwortet zu sein',
    noContract: 'Anfragen von Personen, die zu der Zeit keinen Vertrag hatten',
  },
  dimensions: { ask: 'Anfrage' },
  charts: {
    ladder: {
      title: 'Was jede Anfrage einbringt',
      x: 'Nummer der Anfrage',
      y: 'Im Mittel gegeben, Geld im Jahr',
      series: { silent: 'Still geblieben', asked: 'Gefragt' },
    },
  },
};

export const nagPremiumMessages: CheckMessages = { en, de };
