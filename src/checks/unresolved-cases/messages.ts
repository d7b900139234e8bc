import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { LOSS_ALONE } from '../joint-words.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const points = (values: Note['values'], name: string, f: Format) =>
  f.quantity(num(values, name), 'percentagePoints', 0.05);
/** "zwischen 3 und 5 Prozentpunkten". */
const dative = (text: string) => text.replace(/Prozentpunkte$/, 'Prozentpunkten');
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const sized = (q: Quantity, f: Format) => f.quantity(Math.abs(q.value), q.unit, half(q));
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly day: string;
  readonly days: string;
  /** Shares of both groups; null where there are no newcomers to compare with. */
  readonly both: { readonly existing: string; readonly newcomer: string } | null;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const day = v.overturn?.values['asOf'];
  if (v.effect === null || typeof day !== 'string') return null;
  const [existing, newcomer] = [detail(v, 'returnExisting'), detail(v, 'returnNewcomer')];
  const side = (value: number) => (v.effect === null ? '' : f.quantity(value, v.effect.unit, half(v.effect)));
  return {
    size: sized(v.effect, f),
    low: side(v.effect.low),
    high: side(v.effect.high),
    day: f.day(day),
    days: f.count(num(v.overturn?.values ?? {}, 'days')),
    both:
      existing === null || newcomer === null
        ? null
        : { existing: written(existing, f), newcomer: written(newcomer, f) },
  };
}

function aloneEn(v: Verdict, n: Numbers): string {
  const evidence = `${n.size} of the matters come up again within ${n.days} days (between ${n.low} and ${n.high}, as of ${n.day}); no newcomers are there to compare with`;
  if (v.outcome === 'finding') return `Yes, more often than is put up with: ${evidence}.`;
  if (v.outcome === 'clear') return `No, not more often than is put up with: ${evidence}.`;
  if (v.outcome === 'reversed') return `Newcomers come again more often: ${evidence}.`;
  return `The data do not tell whether customers have to come again too often: ${evidence}.`;
}

function aloneDe(v: Verdict, n: Numbers): string {
  const evidence = `${n.size} der Anliegen kommen binnen ${n.days} Tagen wieder (zwischen ${n.low} und ${n.high}, Stand ${n.day}); Neukunden zum Vergleich gibt es nicht`;
  if (v.outcome === 'finding') return `Ja, öfter als hingenommen: ${evidence}.`;
  if (v.outcome === 'clear') return `Nein, nicht öfter als hingenommen: ${evidence}.`;
  if (v.outcome === 'reversed') return `Neukunden müssen öfter nachhaken: ${evidence}.`;
  return `Die Daten sagen nicht, ob Kunden zu oft nachhaken müssen: ${evidence}.`;
}

const en: CheckWords = {
  question: () => 'Do existing customers have to come again with the same matter more often than newcomers?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs cases, or contacts with customer and topic; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether customers have to come again with the same matter.';
    if (n.both === null) return aloneEn(v, n);
    const evidence = `within ${n.days} days ${n.both.existing} of the matters of existing customers come up again and ${n.both.newcomer} of those of newcomers, at the same topics; difference between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding') return `Yes: they have to come again more often, by ${n.size} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: newcomers have to come again more often, by ${n.size} (${evidence}).`;
    if (v.outcome === 'clear') return `No: both have to come again about equally often (${evidence}).`;
    return `The data do not tell whether existing customers have to come again more often (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null || v.naive.unit === 'share'
      ? 'A plain comparison is not shown.'
      : `The plain shares differ by ${written(v.naive, f)} (existing customers minus newcomers). Where newcomers bring other topics, part of that is not about how they are served.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could give one carer a topic from the first contact to the end, widen what carers decide alone, and compare returns week by week.';
    if (outcome === 'reversed')
      return 'You could look at what newcomers ask twice; for existing customers no change suggests itself.';
    if (outcome === 'clear')
      return 'You could keep the figure under monitoring, never as a target for single carers; no change suggests itself.';
    return 'You could record customer and topic of every contact, and ask again when there are more matters.';
  },
  method:
    'A matter is a case, or without cases a contact about a topic, that does not merely go on from an earlier one. It counts as coming up again when the same customer comes about the same topic within seven days, in whatever new case or contact; steps that the company takes itself and announced call-backs do not count. Existing customers are compared with newcomers at the same topics and channels, in the mix of the existing customers. Where no newcomers are known the share itself is held against the one you put up with. Intervals treat all matters of one customer as one unit.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''} (one of both is enough).`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    tooFewCases: (values, f) => `Needs ${f.count(num(values, 'needed'))} matters, has ${f.count(num(values, 'has'))}.`,
    tooFewTold: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} cases of which something tells whether the customer came again, has ${f.count(num(values, 'has'))}; of ${f.count(num(values, 'untold'))} further ones nothing does, because the log of contacts does not reach to them or the field of the case is empty.`,
    oneSidedLog: () =>
      'Contacts are on record for one side only, existing customers or newcomers; the other can never be seen to come again, so the two cannot be compared.',
    untold: (values, f) =>
      `Of ${f.count(num(values, 'cases'))} cases nothing on record could tell a return: the log of contacts does not reach to them, or the field of the case is empty. They are left out.`,
    crowdedMatters: (values, f) =>
      `The plain difference is ${points(values, 'value', f)}, but the matters of one side follow one another more closely in any case: from those who come again only after ${f.count(num(values, 'from'))} to ${f.count(num(values, 'to'))} days, about ${points(values, 'crowding', f)} of it are chance meetings of matters that have nothing to do with each other. Without them the answer would be another. Cases that are marked as reopened or settled at once would tell the two apart.`,
    wideInterval: (values, f) =>
      `The difference lies between ${points(values, 'low', f)} and ${points(values, 'high', f)}; it matters from ${points(values, 'relevant', f)} on. More matters of newcomers would narrow it.`,
    nearTolerated: (values, f) =>
      `The share lies between ${f.percent(num(values, 'low'))} and ${f.percent(num(values, 'high'))}; ${f.percent(num(values, 'tolerated'), 0)} are put up with.`,
    noNewcomers: (values, f) =>
      `A comparison needs ${f.count(num(values, 'needed'))} matters of newcomers in comparable topics, has ${f.count(num(values, 'has'))}; so the share is held against ${f.percent(num(values, 'tolerated'), 0)}, a setting of yours.`,
    partialOverlap: (values, f) =>
      `The statement holds for the ${f.percent(num(values, 'overlap'))} of the matters with comparable ones of newcomers.`,
    noTopics: () => 'Cases carry no topic, so every new contact of the customer counts as a return.',
    countStandsIn: () => 'No contacts are logged; a case with more than one contact counts as a return.',
    markStandsIn: () => 'No contacts are logged; a case not marked as settled at once counts as a return.',
    contactsOnly: () => 'No cases are recorded; contacts about the same topic stand for them.',
    openedLate: (values, f) =>
      `In ${f.count(num(values, 'matters'))} cases the first contact is on record an hour to a day after the case, although your cases are opened by a contact; it is taken for that contact and not for a return. Clocks that differ look like this, and logs that are kept later.`,
    ...LOSS_ALONE.en,
    noMoney: () =>
      'No sum of money is named: it would take the cost of a contact and what customers do after a return.',
    otherMatter: (values, f) =>
      `The statement would fall if customers come again within ${f.count(num(values, 'days'))} days with a new matter under the same topic, if carers code topics differently for the two groups, or if settled matters take planned further steps.`,
  },
  details: {
    returnExisting: 'Matters of existing customers that come up again',
    returnNewcomer: 'Matters of newcomers that come up again, at the same topics',
    resolvedAtOnce: 'Settled at the first contact: nobody came again within the days',
    return3: 'Came again within 3 days',
    return14: 'Came again within 14 days',
    return30: 'Came again within 30 days',
    markedSettled: 'Marked as settled at the first contact, by customer or carer',
    transferred: 'Matters that were passed on',
    returnAfterApproval: 'Came again where a permission was needed',
    returnWithoutApproval: 'Came again where none was needed, at the same topics',
    approvalGap: 'Difference between the two',
  },
  counts: {
    existing: 'Matters of existing customers',
    newcomers: 'Matters of newcomers and prospects',
    others: 'Matters of customers between the two, or unknown',
  },
  excluded: {
    recent: 'Too recent to tell',
    continued: 'Going on from an earlier matter',
    untold: 'Nothing on record could tell a return',
  },
  dimensions: { topic: 'Topic' },
  charts: {
    returns: {
      title: 'Share of matters that have come up again',
      x: 'Days',
      y: 'Share that came again',
      series: { existing: 'Existing customers', newcomer: 'Newcomers' },
    },
  },
};

const de: typeof en = {
  question: () => 'Müssen Bestandskunden öfter mit demselben Anliegen wiederkommen als Neukunden?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es Vorgänge oder Kontakte mit Kunde und Thema; sie stehen nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, ob Kunden mit demselben Anliegen wiederkommen müssen.';
    if (n.both === null) return aloneDe(v, n);
    const evidence = `binnen ${n.days} Tagen kommen ${n.both.existing} der Anliegen von Bestandskunden wieder und ${n.both.newcomer} jener von Neukunden, bei gleichen Themen; Unterschied zwischen ${dative(n.low)} und ${dative(n.high)}, Stand ${n.day}`;
    if (v.outcome === 'finding') return `Ja: Sie müssen öfter wiederkommen, um ${n.size} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Neukunden müssen öfter wiederkommen, um ${n.size} (${evidence}).`;
    if (v.outcome === 'clear') return `Nein: Beide müssen etwa gleich oft wiederkommen (${evidence}).`;
    return `Die Daten sagen nicht, ob Bestandskunden öfter wiederkommen müssen (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null || v.naive.unit === 'share'
      ? 'Ein schlichter Vergleich wird nicht gezeigt.'
      : `Die schlichten Anteile unterscheiden sich um ${written(v.naive, f)} (Bestandskunden minus Neukunden). Wo Neukunden andere Themen haben, hat ein Teil davon nichts mit der Bedienung zu tun.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten ein Thema vom ersten Kontakt bis zum Ende in eine Hand geben, den Entscheidungsspielraum der Betreuer erweitern und die Wiederkehr Woche für Woche vergleichen.';
    if (outcome === 'reversed')
      return 'Sie könnten ansehen, was Neukunden zweimal fragen; für Bestandskunden drängt sich keine Änderung auf.';
    if (outcome === 'clear')
      return 'Sie könnten die Zahl im Monitoring behalten, nie als Ziel für Einzelne; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Kontakt Kunde und Thema festhalten und erneut fragen, wenn es mehr Anliegen sind.';
  },
  method:
    'Ein Anliegen ist ein Vorgang, ohne Vorgänge ein Kontakt zu einem Thema, der nicht bloß einen früheren fortsetzt. Es kommt wieder, wenn derselbe Kunde binnen sieben Tagen zum selben Thema erneut kommt, in welchem neuen Vorgang oder Kontakt auch immer; Schritte der Firma selbst und angekündigte Rückrufe zählen nicht. Bestandskunden werden mit Neukunden bei gleichen Themen und Kanälen verglichen, in der Mischung der Bestandskunden. Wo keine Neukunden bekannt sind, wird der Anteil an dem gemessen, den Sie hinnehmen. Die Intervalle behandeln alle Anliegen eines Kunden als eine Einheit.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''} (eines von beiden genügt).`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    tooFewCases: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Anliegen, es sind ${f.count(num(values, 'has'))}.`,
    tooFewTold: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Vorgänge, bei denen etwas verrät, ob der Kunde wiederkam, es sind ${f.count(num(values, 'has'))}; bei ${f.count(num(values, 'untold'))} weiteren verrät es nichts, weil die Erfassung der Kontakte nicht bis zu ihnen reicht oder das Feld des Vorgangs leer ist.`,
    oneSidedLog: () =>
      'Kontakte sind nur für eine Seite erfasst, Bestandskunden oder Neukunden; bei der anderen ließe sich nie sehen, dass jemand wiederkommt. Ein Vergleich der beiden ist nicht möglich.',
    untold: (values, f) =>
      `Bei ${f.count(num(values, 'cases'))} Vorgängen könnte nichts in den Daten eine Wiederkehr verraten: Die Erfassung der Kontakte reicht nicht bis zu ihnen, oder das Feld des Vorgangs ist leer. Sie bleiben außen vor.`,
    crowdedMatters: (values, f) =>
      `Der schlichte Unterschied beträgt ${points(values, 'value', f)}, doch die Anliegen der einen Seite folgen ohnehin dichter aufeinander: Nach jenen, die erst nach ${f.count(num(values, 'from'))} bis ${f.count(num(values, 'to'))} Tagen wiederkommen, sind etwa ${points(values, 'crowding', f)} davon zufällig benachbarte Anliegen, die nichts miteinander zu tun haben. Ohne sie fiele die Antwort anders aus. Vorgänge mit einem Vermerk, dass sie wieder geöffnet oder sofort gelöst wurden, würden beides trennen.`,
    wideInterval: (values, f) =>
      `Der Unterschied liegt zwischen ${dative(points(values, 'low', f))} und ${dative(points(values, 'high', f))}; von Belang ist er ab ${dative(points(values, 'relevant', f))}. Mehr Anliegen von Neukunden würden ihn eingrenzen.`,
    nearTolerated: (values, f) =>
      `Der Anteil liegt zwischen ${f.percent(num(values, 'low'))} und ${f.percent(num(values, 'high'))}; hingenommen werden ${f.percent(num(values, 'tolerated'), 0)}.`,
    noNewcomers: (values, f) =>
      `Ein Vergleich braucht ${f.count(num(values, 'needed'))} Anliegen von Neukunden zu vergleichbaren Themen, es sind ${f.count(num(values, 'has'))}; der Anteil wird daher an ${f.percent(num(values, 'tolerated'), 0)} gemessen, einer Einstellung von Ihnen.`,
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${f.percent(num(values, 'overlap'))} der Anliegen, zu denen es vergleichbare von Neukunden gibt.`,
    noTopics: () => 'Die Vorgänge tragen kein Thema, daher zählt jeder neue Kontakt des Kunden als Wiederkehr.',
    countStandsIn: () => 'Kontakte sind nicht erfasst; ein Vorgang mit mehr als einem Kontakt zählt als Wiederkehr.',
    markStandsIn: () =>
      'Kontakte sind nicht erfasst; ein nicht als sofort gelöst vermerkter Vorgang zählt als Wiederkehr.',
    contactsOnly: () => 'Vorgänge sind nicht erfasst; Kontakte zum selben Thema stehen für sie.',
    openedLate: (values, f) =>
      `Bei ${f.count(num(values, 'matters'))} Vorgängen steht der erste Kontakt eine Stunde bis einen Tag nach dem Vorgang in den Daten, obwohl Ihre Vorgänge durch einen Kontakt entstehen; er gilt als dieser Kontakt, nicht als Wiederkehr. So sehen Uhren aus, die verschieden gehen, und nachgetragene Kontakte.`,
    ...LOSS_ALONE.de,
    noMoney: () =>
      'Ein Geldbetrag wird nicht genannt: Dafür braucht es die Kosten eines Kontakts und das Verhalten von Kunden, die wiederkommen mussten.',
    otherMatter: (values, f) =>
      `Die Aussage fiele, wenn Kunden binnen ${f.count(num(values, 'days'))} Tagen mit einem neuen Anliegen zum selben Thema kommen, wenn Themen bei beiden Gruppen verschieden vergeben werden oder wenn gelöste Anliegen geplante weitere Schritte haben.`,
  },
  details: {
    returnExisting: 'Anliegen von Bestandskunden, die wiederkommen',
    returnNewcomer: 'Anliegen von Neukunden, die wiederkommen, bei gleichen Themen',
    resolvedAtOnce: 'Erstlösungsquote: niemand kam binnen der Tage wieder',
    return3: 'Binnen 3 Tagen wiedergekommen',
    return14: 'Binnen 14 Tagen wiedergekommen',
    return30: 'Binnen 30 Tagen wiedergekommen',
    markedSettled: 'Laut Kunde oder Betreuer beim ersten Kontakt gelöst',
    transferred: 'Anliegen, die weitergeleitet wurden',
    returnAfterApproval: 'Wiedergekommen, wo eine Freigabe nötig war',
    returnWithoutApproval: 'Wiedergekommen, wo keine nötig war, bei gleichen Themen',
    approvalGap: 'Unterschied zwischen beiden',
  },
  counts: {
    existing: 'Anliegen von Bestandskunden',
    newcomers: 'Anliegen von Neukunden und Interessenten',
    others: 'Anliegen von Kunden dazwischen oder unbekannter Dauer',
  },
  excluded: {
    recent: 'Zu jung für ein Urteil',
    continued: 'Fortsetzung eines früheren Anliegens',
    untold: 'Nichts in den Daten könnte eine Wiederkehr verraten',
  },
  dimensions: { topic: 'Thema' },
  charts: {
    returns: {
      title: 'Anteil der Anliegen, die wiedergekommen sind',
      x: 'Tage',
      y: 'Anteil wiedergekommen',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    },
  },
};

export const unresolvedCasesMessages: CheckMessages = { en, de };
