import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { LOSS_ALONE } from '../joint-words.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const secondsOf = (values: Values, name: string, f: Format) => f.duration(Math.round(num(values, name)));
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity.value ?? null;
const size = (value: number, f: Format) => f.duration(Math.round(Math.abs(value)));
const from = (value: number, f: Format) => f.duration(Math.round(value));

/** The day of the audit travels with every answer that carries a number. */
const dayOf = (v: Verdict) => String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? '');

interface Numbers {
  readonly gap: string;
  readonly low: string;
  readonly high: string;
  readonly existing: string;
  readonly newcomer: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [existing, newcomer] = [detail(v, 'meanExisting'), detail(v, 'meanNewcomer')];
  const day = dayOf(v);
  if (v.effect === null || existing === null || newcomer === null || day === '') return null;
  const { value, low, high } = v.effect;
  return {
    gap: size(value, f),
    low: from(low, f),
    high: from(high, f),
    existing: from(existing, f),
    newcomer: from(newcomer, f),
    day: f.day(day),
  };
}

const en: CheckWords = {
  question: () => 'Do existing customers wait longer for a person than newcomers?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contacts with their time and the seconds waited; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether existing customers wait longer than newcomers.';
    const evidence = `mean waits counted up to 30 minutes: ${n.existing} against ${n.newcomer}; gap between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: existing customers wait ${n.gap} longer for a person than newcomers (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: newcomers wait ${n.gap} longer for a person than existing customers (${evidence}).`;
    if (v.outcome === 'clear') return `No: both groups wait about equally long (${evidence}).`;
    return `The data do not tell whether existing customers wait longer than newcomers (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `The plain means of answered contacts differ by ${from(v.naive.value, f)} (existing customers minus newcomers). They leave out everybody who hung up, and they mix hours, channels and topics.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could give both groups one queue, or the same answering target, for some weeks and compare again.';
    if (outcome === 'reversed')
      return 'You could look at how prospects reach you; for existing customers no change suggests itself.';
    if (outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could record for every call who called, how long the wait was and whether a person answered.';
  },
  method:
    'Contacts that waited for a person are compared at equal hour of the day, kind of day and, where both groups have them, channel and topic, in the mix of the existing customers. Queue and line are left as they are: a queue of its own is what the question is about. Who hangs up counts as waiting up to that moment, so the waits of the patient and the impatient both enter. This is worked out for each topic on its channel, for those with few contacts together, since both how long people wait and how many hang up differ between topics; then the topics are put together as existing customers call. Waits are counted up to 30 minutes, and where few of a group still wait, the course that both groups share steadies its curve. Intervals treat the contacts of one day as one unit, since they share its congestion, and take the mix as given.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noOutcome: () =>
      'Waits are there, but not one says whether a person answered or the caller hung up; this takes the column answered or abandoned.',
    noClass: () =>
      'Not one contact says whether an existing customer or a newcomer called; this takes the class of the caller or the class of the line.',
    tooFewExisting: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} contacts of existing customers, has ${f.count(num(values, 'has'))}.`,
    tooFewNewcomers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} contacts of newcomers or prospects, has ${f.count(num(values, 'has'))}.`,
    tooFewDaysExisting: (values, f) =>
      `Needs contacts of existing customers on ${f.count(num(values, 'needed'))} days, has ${f.count(num(values, 'has'))} days.`,
    tooFewDaysNewcomers: (values, f) =>
      `Needs contacts of newcomers or prospects on ${f.count(num(values, 'needed'))} days, has ${f.count(num(values, 'has'))} days.`,
    lowOverlap: (values, f) =>
      `Only ${f.percent(num(values, 'has'))} of the existing customers' contacts have a comparable contact of a newcomer (same months, hours, channel and topic); needs ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `The gap lies between ${secondsOf(values, 'low', f)} and ${secondsOf(values, 'high', f)}; a gap matters from ${secondsOf(values, 'relevant', f)}. More days or more contacts of newcomers would narrow it.`,
    unknownCallersDecide: (values, f) =>
      `${f.percent(num(values, 'share'))} of the callers are unknown, and the answer depends on who they are; up to ${f.percent(num(values, 'tolerated'), 0)} would be tolerated.`,
    heavyCallers: (values, f) =>
      `Left out is whoever alone makes more than a tenth of the contacts of his group, since his waits would pass for those of all: ${f.percent(num(values, 'existing'))} of the contacts of existing customers and ${f.percent(num(values, 'newcomers'))} of those of newcomers. The statement holds for the others.`,
    partialOverlap: (values, f) =>
      `The statement holds for the ${f.percent(num(values, 'overlap'))} of the existing customers' contacts that have a comparable contact of a newcomer.`,
    unknownCallers: (values, f) =>
      `${f.percent(num(values, 'share'))} of the callers are unknown and left out; the figures show both extremes of who they may be.`,
    classByLine: (values, f) =>
      `For ${f.percent(num(values, 'share'))} of the contacts only the line tells who called: the service line stands for existing customers, the sales line for newcomers.`,
    topicNotShared: () =>
      'The two groups hardly share a topic, so topics are not held equal: the lines are compared as such.',
    channelNotShared: () =>
      'The two groups hardly share a channel, so channels are not held equal: the ways in are compared as such.',
    noTimeOfDay: () => 'The contacts carry no time of day, so busy and quiet hours are mixed.',
    transfers: (values, f) =>
      `${f.percent(num(values, 'share'))} of the contacts were passed on; where each transfer counts as a new wait, the true wait is longer.`,
    ...LOSS_ALONE.en,
    noMoney: () =>
      'No sum of money is named: it would take the cost of a contact and what a customer does after a long wait.',
    patience: (values, f) =>
      `Counting answered contacts only, the gap is ${secondsOf(values, 'low', f)}; had everybody who hung up waited 30 minutes, it is ${secondsOf(values, 'high', f)}. The statement would fall if those who hang up were on the way to quite other waits than those who stay, or if the two groups call about unlike matters under the same topic.`,
  },
  details: {
    meanExisting: 'Mean wait of existing customers, up to 30 minutes',
    meanNewcomer: 'Mean wait of newcomers, up to 30 minutes',
    medianExisting: 'Half of the existing customers wait longer than',
    medianNewcomer: 'Half of the newcomers wait longer than',
    p90Existing: 'One in ten existing customers waits longer than',
    p90Newcomer: 'One in ten newcomers waits longer than',
    over10Existing: 'Existing customers who need to wait more than 10 minutes',
    over10Newcomer: 'Newcomers who need to wait more than 10 minutes',
    over30Existing: 'Existing customers who need to wait more than 30 minutes',
    over30Newcomer: 'Newcomers who need to wait more than 30 minutes',
    promptExisting: 'Service level of existing customers: answered in under 20 seconds',
    promptNewcomer: 'Service level of newcomers: answered in under 20 seconds',
    abandonedExisting: 'Existing customers who hang up',
    abandonedNewcomer: 'Newcomers who hang up',
    answeredOnlyExisting: 'Mean wait of existing customers, answered contacts only (lower bound)',
    answeredOnlyNewcomer: 'Mean wait of newcomers, answered contacts only (lower bound)',
    waitedMaxExisting: 'Mean wait of existing customers if everybody who hung up had waited 30 minutes (upper bound)',
    waitedMaxNewcomer: 'Mean wait of newcomers if everybody who hung up had waited 30 minutes (upper bound)',
    gapAnsweredOnly: 'Gap counting answered contacts only',
    gapWaitedMax: 'Gap if everybody who hung up had waited 30 minutes',
    ifExisting: 'Gap if all unknown callers are existing customers',
    ifNewcomer: 'Gap if all unknown callers are newcomers',
    lifetimeHours: 'Hours of their lifetime that existing customers would wait less each year',
  },
  counts: {
    existing: 'Contacts of existing customers',
    newcomers: 'Contacts of newcomers and prospects',
    unknown: 'Contacts of unknown callers',
    existingDays: 'Days with contacts of existing customers',
    newcomerDays: 'Days with contacts of newcomers',
  },
  excluded: {
    shortAbandon: 'Hung up within 5 seconds',
    newOnService: 'Newcomers on the service line',
    noOutcome: 'Neither answered nor hung up is recorded',
    written: 'Written channels, where nobody waits in line',
    heavyCaller: 'Contacts of customers who alone make more than a tenth of the contacts of their group',
    existingWithoutCounterpart: 'Contacts of existing customers without a comparable contact of a newcomer',
    newcomerWithoutCounterpart: 'Contacts of newcomers without a comparable contact of an existing customer',
  },
  dimensions: { hour: 'Hour of the day', topic: 'Topic', channel: 'Channel' },
  charts: {
    waiting: {
      title: 'Share still waiting for a person',
      x: 'Minutes',
      y: 'Share still waiting',
      series: { existing: 'Existing customers', newcomer: 'Newcomers' },
    },
    hours: {
      title: 'Mean wait by hour of the day',
      x: 'Hour of the day',
      y: 'Mean wait in seconds',
      series: { existing: 'Existing customers', newcomer: 'Newcomers' },
    },
  },
};

const de: typeof en = {
  question: () => 'Warten Bestandskunden länger auf einen Menschen als Neukunden?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Kontakte mit Zeitpunkt und gewarteten Sekunden; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob Bestandskunden länger warten als Neukunden.';
    const evidence = `mittlere Wartezeit, gezählt bis 30 Minuten: ${n.existing} gegenüber ${n.newcomer}; Lücke zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Bestandskunden warten ${n.gap} länger auf einen Menschen als Neukunden (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Neukunden warten ${n.gap} länger auf einen Menschen als Bestandskunden (${evidence}).`;
    if (v.outcome === 'clear') return `Nein: Beide Gruppen warten etwa gleich lang (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob Bestandskunden länger warten als Neukunden (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Die einfachen Mittelwerte der angenommenen Kontakte unterscheiden sich um ${from(v.naive.value, f)} (Bestandskunden minus Neukunden). Sie lassen alle weg, die aufgelegt haben, und mischen Uhrzeiten, Kanäle und Themen.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten beiden Gruppen einige Wochen lang dieselbe Warteschlange oder dasselbe Annahmeziel geben und danach erneut vergleichen.';
    if (outcome === 'reversed')
      return 'Sie könnten prüfen, wie Interessenten Sie erreichen; für Bestandskunden drängt sich keine Änderung auf.';
    if (outcome === 'clear') return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Anruf festhalten, wer anrief, wie lange die Wartezeit war und ob ein Mensch annahm.';
  },
  method:
    'Kontakte, die auf einen Menschen warteten, werden bei gleicher Tageszeit, gleicher Art des Tages und, wo beide Gruppen sie haben, gleichem Kanal und Thema verglichen, in der Mischung der Bestandskunden. Warteschlange und Leitung bleiben, wie sie sind: Die eigene Warteschlange ist gerade die Frage. Wer auflegt, zählt bis zu diesem Moment als wartend, so gehen Geduldige und Ungeduldige ein. Das wird für jedes Thema auf seinem Kanal gerechnet, für solche mit wenigen Kontakten gemeinsam, denn je nach Thema wartet man verschieden lange und legt verschieden oft auf; dann werden die Themen so zusammengesetzt, wie Bestandskunden anrufen. Gezählt wird bis 30 Minuten, und wo von einer Gruppe nur noch wenige warten, stützt der gemeinsame Verlauf beider Gruppen ihre Kurve. Die Intervalle behandeln die Kontakte eines Tages als eine Einheit, denn sie teilen dessen Andrang, und nehmen die Mischung als gegeben.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noOutcome: () =>
      'Wartezeiten liegen vor, aber nirgends steht, ob ein Mensch annahm oder der Anrufer auflegte; dafür braucht es die Spalte „angenommen“ oder „aufgelegt“.',
    noClass: () =>
      'Bei keinem Kontakt steht, ob ein Bestandskunde oder ein Neukunde anrief; dafür braucht es die Anrufergruppe oder die Art der Leitung.',
    tooFewExisting: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kontakte von Bestandskunden, es sind ${f.count(num(values, 'has'))}.`,
    tooFewNewcomers: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kontakte von Neukunden oder Interessenten, es sind ${f.count(num(values, 'has'))}.`,
    tooFewDaysExisting: (values, f) =>
      `Es braucht Kontakte von Bestandskunden an ${f.count(num(values, 'needed'))} Tagen, es sind ${f.count(num(values, 'has'))} Tage.`,
    tooFewDaysNewcomers: (values, f) =>
      `Es braucht Kontakte von Neukunden oder Interessenten an ${f.count(num(values, 'needed'))} Tagen, es sind ${f.count(num(values, 'has'))} Tage.`,
    lowOverlap: (values, f) =>
      `Nur ${f.percent(num(values, 'has'))} der Kontakte von Bestandskunden haben einen vergleichbaren Kontakt eines Neukunden (gleiche Monate, gleiche Tageszeit, gleicher Kanal, gleiches Thema); es braucht ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `Die Lücke liegt zwischen ${secondsOf(values, 'low', f)} und ${secondsOf(values, 'high', f)}; von Belang ist sie ab ${secondsOf(values, 'relevant', f)}. Mehr Tage oder mehr Kontakte von Neukunden würden sie eingrenzen.`,
    unknownCallersDecide: (values, f) =>
      `${f.percent(num(values, 'share'))} der Anrufer sind unbekannt, und die Antwort hängt davon ab, wer sie sind; hingenommen würden ${f.percent(num(values, 'tolerated'), 0)}.`,
    heavyCallers: (values, f) =>
      `Außen vor bleibt, wer allein mehr als ein Zehntel der Kontakte seiner Gruppe ausmacht, denn seine Wartezeiten gälten sonst als die aller: ${f.percent(num(values, 'existing'))} der Kontakte von Bestandskunden und ${f.percent(num(values, 'newcomers'))} jener von Neukunden. Die Aussage gilt für die übrigen.`,
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${f.percent(num(values, 'overlap'))} der Kontakte von Bestandskunden, zu denen es einen vergleichbaren Kontakt eines Neukunden gibt.`,
    unknownCallers: (values, f) =>
      `${f.percent(num(values, 'share'))} der Anrufer sind unbekannt und bleiben außen vor; die Zahlen zeigen beide Grenzfälle, wer sie sein könnten.`,
    classByLine: (values, f) =>
      `Bei ${f.percent(num(values, 'share'))} der Kontakte verrät nur die Leitung, wer anrief: Die Serviceleitung steht für Bestandskunden, die Verkaufsleitung für Neukunden.`,
    topicNotShared: () =>
      'Die beiden Gruppen haben kaum ein Thema gemeinsam, daher werden Themen nicht gleich gehalten: Verglichen werden die Leitungen als solche.',
    channelNotShared: () =>
      'Die beiden Gruppen haben kaum einen Kanal gemeinsam, daher werden Kanäle nicht gleich gehalten: Verglichen werden die Zugänge als solche.',
    noTimeOfDay: () => 'Die Kontakte tragen keine Uhrzeit, daher sind volle und ruhige Stunden vermischt.',
    transfers: (values, f) =>
      `${f.percent(num(values, 'share'))} der Kontakte wurden weitergeleitet; wo jede Weiterleitung als neue Wartezeit zählt, ist die wahre Wartezeit länger.`,
    ...LOSS_ALONE.de,
    noMoney: () =>
      'Ein Geldbetrag wird nicht genannt: Dafür braucht es die Kosten eines Kontakts und das Verhalten der Kunden nach langer Wartezeit.',
    patience: (values, f) =>
      `Zählt man nur angenommene Kontakte, beträgt die Lücke ${secondsOf(values, 'low', f)}; hätten alle, die auflegten, 30 Minuten gewartet, beträgt sie ${secondsOf(values, 'high', f)}. Die Aussage fiele, wenn auf jene, die auflegen, ganz andere Wartezeiten zugekommen wären als auf jene, die bleiben, oder wenn beide Gruppen unter demselben Thema mit ungleichen Anliegen anrufen.`,
  },
  details: {
    meanExisting: 'Mittlere Wartezeit der Bestandskunden, bis 30 Minuten',
    meanNewcomer: 'Mittlere Wartezeit der Neukunden, bis 30 Minuten',
    medianExisting: 'Die Hälfte der Bestandskunden wartet länger als',
    medianNewcomer: 'Die Hälfte der Neukunden wartet länger als',
    p90Existing: 'Jeder zehnte Bestandskunde wartet länger als',
    p90Newcomer: 'Jeder zehnte Neukunde wartet länger als',
    over10Existing: 'Bestandskunden, die mehr als 10 Minuten warten müssen',
    over10Newcomer: 'Neukunden, die mehr als 10 Minuten warten müssen',
    over30Existing: 'Bestandskunden, die mehr als 30 Minuten warten müssen',
    over30Newcomer: 'Neukunden, die mehr als 30 Minuten warten müssen',
    promptExisting: 'Servicelevel der Bestandskunden: in weniger als 20 Sekunden angenommen',
    promptNewcomer: 'Servicelevel der Neukunden: in weniger als 20 Sekunden angenommen',
    abandonedExisting: 'Bestandskunden, die auflegen',
    abandonedNewcomer: 'Neukunden, die auflegen',
    answeredOnlyExisting: 'Mittlere Wartezeit der Bestandskunden, nur angenommene Kontakte (Untergrenze)',
    answeredOnlyNewcomer: 'Mittlere Wartezeit der Neukunden, nur angenommene Kontakte (Untergrenze)',
    waitedMaxExisting:
      'Mittlere Wartezeit der Bestandskunden, wenn alle, die auflegten, 30 Minuten gewartet hätten (Obergrenze)',
    waitedMaxNewcomer:
      'Mittlere Wartezeit der Neukunden, wenn alle, die auflegten, 30 Minuten gewartet hätten (Obergrenze)',
    gapAnsweredOnly: 'Lücke, nur angenommene Kontakte gezählt',
    gapWaitedMax: 'Lücke, wenn alle, die auflegten, 30 Minuten gewartet hätten',
    ifExisting: 'Lücke, wenn alle unbekannten Anrufer Bestandskunden sind',
    ifNewcomer: 'Lücke, wenn alle unbekannten Anrufer Neukunden sind',
    lifetimeHours: 'Stunden Lebenszeit, die Bestandskunden im Jahr weniger warten würden',
  },
  counts: {
    existing: 'Kontakte von Bestandskunden',
    newcomers: 'Kontakte von Neukunden und Interessenten',
    unknown: 'Kontakte unbekannter Anrufer',
    existingDays: 'Tage mit Kontakten von Bestandskunden',
    newcomerDays: 'Tage mit Kontakten von Neukunden',
  },
  excluded: {
    shortAbandon: 'Innerhalb von 5 Sekunden aufgelegt',
    newOnService: 'Neukunden auf der Serviceleitung',
    noOutcome: 'Weder angenommen noch aufgelegt ist vermerkt',
    written: 'Schriftliche Kanäle, in denen niemand in der Leitung wartet',
    heavyCaller: 'Kontakte von Kunden, die allein mehr als ein Zehntel der Kontakte ihrer Gruppe ausmachen',
    existingWithoutCounterpart: 'Kontakte von Bestandskunden ohne vergleichbaren Kontakt eines Neukunden',
    newcomerWithoutCounterpart: 'Kontakte von Neukunden ohne vergleichbaren Kontakt eines Bestandskunden',
  },
  dimensions: { hour: 'Tageszeit', topic: 'Thema', channel: 'Kanal' },
  charts: {
    waiting: {
      title: 'Anteil, der noch auf einen Menschen wartet',
      x: 'Minuten',
      y: 'Anteil noch wartend',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    },
    hours: {
      title: 'Mittlere Wartezeit nach Tageszeit',
      x: 'Tageszeit',
      y: 'Mittlere Wartezeit in Sekunden',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    },
  },
};

export const waitGapMessages: CheckMessages = { en, de };
