import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const ratio = (values: Values, name: string, f: Format) => f.number(num(values, name), 2);
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const dayOf = (v: Verdict, f: Format) => {
  const asOf = String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? '');
  return asOf === '' ? '' : f.day(asOf);
};

/** Months after the change that decided. */
const spanOf = (v: Verdict) => Number(v.overturn?.values['months'] ?? 12);

/** Value with its interval; an open side is written as such. */
const between = (q: { value: number; low: number; high: number }, f: Format, and: string, open: string) =>
  Number.isFinite(q.high)
    ? `${f.number(q.value, 2)} (${f.number(q.low, 2)} ${and} ${f.number(q.high, 2)})`
    : `${f.number(q.value, 2)} (${open})`;

const en: CheckWords = {
  question: () => 'Do customers leave more often after their contact person changed?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contracts with start and end and a list of who looked after which customer from when; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (v.effect === null)
      return 'The data do not tell whether customers leave more often after a change of contact person.';
    const evidence = `risk of leaving in the ${spanOf(v) === 3 ? 'three' : 'twelve'} months after, as a multiple of that without a change: ${between(v.effect, f, 'to', 'not bounded')}, as of ${dayOf(v, f)}`;
    const other = detail(v, spanOf(v) === 3 ? 'ratioYear' : 'ratioFirstMonths');
    const when = spanOf(v) === 3 ? 'Over twelve months' : 'In the first three months';
    const early = other === null ? '' : ` ${when} the multiple is ${between(other, f, 'to', 'not bounded')}.`;
    if (v.outcome === 'finding')
      return `Yes: after a change of contact person that the house brought with it, customers leave more often (${evidence}).${early}`;
    if (v.outcome === 'reversed')
      return `No, the other way round: after a change of contact person customers leave less often (${evidence}).${early}`;
    if (v.outcome === 'clear')
      return `No: after a change of contact person customers leave about as often as without (${evidence}).`;
    return `The data do not tell whether customers leave more often after a change of contact person (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Over all changes, whatever their reason, the plain ratio is ${f.number(v.naive.value, 2)}. It also counts customers who were handed to others since they were about to leave.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could let the former and the new person introduce the change together, plan handovers before somebody goes, avoid moving many customers at once, and test this with a random order of who is handed over in person first.';
    if (outcome === 'reversed')
      return 'You could look at what the new contact persons do differently; a change may also freshen a tired relationship.';
    if (outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could record for every change of contact person its reason, the day and how it was handed over.';
  },
  method:
    'Every month in which a customer could decide to leave is counted, from the day the change took place on, so nobody counts as changed before. Only changes that have nothing to do with the customer are held against the others: the former person left, was on leave or the territory was redrawn. They are compared with customers whose person stayed, at equal length of custom, quarter and product. Customers who were moved for another reason leave the comparison from that day. As a test, the customers of persons who will go within twelve months are followed before anybody knew: they should leave as often as the others. Intervals treat all customers of one person as one unit.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noChanges: () => 'No customer changed the contact person within the time looked at.',
    fewDepartures: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} persons who left, were on leave or lost their territory; there are fewer. How many is not told, since it could point to a person.`,
    fewLeavesAfter: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} customers who left within a year of a change, has ${f.count(num(values, 'has'))}.`,
    fewLeavesWithout: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} customers who left without a change, has ${f.count(num(values, 'has'))}.`,
    lowOverlap: (values, f) =>
      `Only ${f.percent(num(values, 'has'))} of the months after a change have comparable months without one (same length of custom, quarter and product); needs ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `The ratio lies between ${ratio(values, 'low', f)} and ${ratio(values, 'high', f)}, from ${f.count(num(values, 'leaves'))} customers who left after a change; it matters from ${ratio(values, 'relevant', f)}. A longer history would narrow it.`,
    unbounded: (values, f) =>
      `${f.count(num(values, 'leaves'))} customers who left after a change are concentrated on so few contact persons that the ratio has no bounds.`,
    differedBefore: (values, f) =>
      `The customers of those who later went left times ${ratio(values, 'value', f)} as often even before (${ratio(values, 'low', f)} to ${ratio(values, 'high', f)}): their portfolios were not like the others, so only a further rise would count.`,
    alikeBefore: (values, f) =>
      `Test passed: before their person went, the same customers left times ${ratio(values, 'value', f)} as often as the others (${ratio(values, 'low', f)} to ${ratio(values, 'high', f)}).`,
    nothingBefore: () => 'Too few customers left before their person went to test whether portfolios were alike.',
    causeInferred: () =>
      'No reason of a change is recorded. A person whose whole portfolio passed on within a month counts as gone; single moves are left out.',
    partialOverlap: (values, f) =>
      `The statement holds for the ${f.percent(num(values, 'overlap'))} of the months after a change that have comparable months without one.`,
    endForNotice: () =>
      'The day of notice is unknown, so the end of the contract stands for it; with long notice periods the effect appears later and weaker.',
    reasonsUnknown: () =>
      'Reasons for leaving are unknown: moves and deaths are counted too, which makes the ratio smaller.',
    fewNamed: () => 'Fewer than half of the customers have a contact person; the statement holds for them only.',
    noMoney: () =>
      'No sum is named: it would take grade B, enough customers who left after a change, and a margin or price of the customers.',
    marginAssumed: (values, f) =>
      `No margin is in the data; the loss uses the price and an assumed margin of ${f.percent(num(values, 'rate'), 0)}.`,
    massMove: (values, f) =>
      `On ${f.day(String(values['day'] ?? '1970-01-01'))} the books moved ${f.count(num(values, 'moved'))} of ${f.count(num(values, 'base'))} customers at once. That day is left out; please check whether anybody really changed.`,
    overturn: () =>
      'The statement would fall if those whose person went differed from the others in something that is not in the data and that changed at the same time, for example a closed branch, or if the list of contact persons shows who last opened the record rather than who looks after the customer.',
  },
  details: {
    ratioYear: 'Risk of leaving, months 1 to 12 after a change against none',
    ratioFirstMonths: 'Risk of leaving, months 1 to 3 after a change against none',
    ratioBefore: 'Test: the twelve months before the person goes against none',
    baseRisk: 'Customers without a change who leave within a year',
    everAgainstNever: 'Misleading: odds of having left, ever changed against never',
    changesPerYear: 'Changes of contact person per customer',
    withoutPerson: 'Customers without a contact person today',
    usualContact: 'Contacts with the person most often spoken to',
    continuity: 'Continuity of care (0: always another person, 1: always the same)',
    warmHandover: 'Handed over in person',
    coldHandover: 'Handed over on paper only',
    noHandover: 'Not handed over at all',
    vacancy: 'Changes with more than 14 days without a person',
  },
  counts: {
    customers: 'Customers',
    changes: 'Changes of contact person in the last twelve months',
    monthsAfter: 'Customer-months within a year of a change',
    monthsWithout: 'Customer-months without a change',
    leavesAfter: 'Customers who left within a year of a change',
    leavesWithout: 'Customers who left without a change',
    leaves: 'Customers who left',
  },
  excluded: {
    otherCauses: 'Customer-months after a change for another or an unknown reason',
    monthOfChange: 'Customer-months in which the change took place',
    massMove: 'Customer-months within a year of a day on which the books moved many at once',
  },
  dimensions: { window: 'Months after the change', handover: 'Handover' },
  charts: {
    windows: {
      title: 'Risk of leaving before and after the contact person goes',
      x: 'Months',
      y: 'Times the risk without a change',
      series: { ratio: 'Ratio' },
    },
  },
};

const de: CheckWords = {
  question: () => 'Gehen Kunden häufiger, nachdem ihr Ansprechpartner gewechselt hat?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Verträge mit Beginn und Ende und eine Liste, wer welchen Kunden ab wann betreut hat; sie liegen nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage konnte nicht berechnet werden; die anderen Antworten gelten.';
    if (v.effect === null)
      return 'Die Daten sagen nicht, ob Kunden nach einem Wechsel des Ansprechpartners häufiger gehen.';
    const evidence = `Risiko zu gehen in den ${spanOf(v) === 3 ? 'drei' : 'zwölf'} Monaten danach als Vielfaches dessen ohne Wechsel: ${between(v.effect, f, 'bis', 'nicht eingegrenzt')}, Stand ${dayOf(v, f)}`;
    const other = detail(v, spanOf(v) === 3 ? 'ratioYear' : 'ratioFirstMonths');
    const when = spanOf(v) === 3 ? 'Über zwölf Monate' : 'In den ersten drei Monaten';
    const early =
      other === null ? '' : ` ${when} beträgt das Vielfache ${between(other, f, 'bis', 'nicht eingegrenzt')}.`;
    if (v.outcome === 'finding')
      return `Ja: Nach einem Ansprechpartnerwechsel, der vom Haus ausging, gehen Kunden häufiger (${evidence}).${early}`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Nach einem Ansprechpartnerwechsel gehen Kunden seltener (${evidence}).${early}`;
    if (v.outcome === 'clear')
      return `Nein: Nach einem Ansprechpartnerwechsel gehen Kunden etwa so oft wie ohne (${evidence}).`;
    return `Die Daten sagen nicht, ob Kunden nach einem Ansprechpartnerwechsel häufiger gehen (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich wird nicht gezeigt.'
      : `Über alle Wechsel, gleich aus welchem Grund, beträgt das einfache Verhältnis ${f.number(v.naive.value, 2)}. Es zählt auch Kunden mit, die anderen übergeben wurden, weil sie ohnehin gehen wollten.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten den Wechsel von beiden Personen gemeinsam ankündigen lassen, Übergaben vor dem Ausscheiden planen, große Umverteilungen auf einmal vermeiden und dies mit einer ausgelosten Reihenfolge der persönlichen Übergaben prüfen.';
    if (outcome === 'reversed')
      return 'Sie könnten ansehen, was die neuen Ansprechpartner anders machen; ein Wechsel kann eine müde Beziehung auch auffrischen.';
    if (outcome === 'clear') return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jedem Ansprechpartnerwechsel Grund, Tag und Art der Übergabe festhalten.';
  },
  method:
    'Gezählt wird jeder Monat, in dem ein Kunde sich zum Gehen entschließen könnte, nach dem Wechsel erst von dessen Tag an; so gilt niemand vorher als gewechselt. Verglichen werden nur Wechsel, die mit dem Kunden nichts zu tun haben: Die bisherige Person schied aus, war abwesend, oder das Gebiet wurde neu geschnitten. Ihnen stehen Kunden gegenüber, deren Person blieb, bei gleicher Kundendauer, gleichem Quartal und Produkt. Wer aus anderem Grund übergeben wurde, scheidet von diesem Tag an aus dem Vergleich. Zur Probe werden die Kunden von Personen, die in den nächsten zwölf Monaten gehen, schon vorher verfolgt: Sie sollten so oft gehen wie die anderen. Die Intervalle behandeln alle Kunden einer Person als eine Einheit.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noChanges: () => 'In der betrachteten Zeit hat kein Kunde den Ansprechpartner gewechselt.',
    fewDepartures: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Personen, die ausschieden, abwesend waren oder ihr Gebiet abgaben; es sind weniger. Wie viele, bleibt ungesagt, denn es könnte auf eine Person deuten.`,
    fewLeavesAfter: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kunden, die binnen eines Jahres nach einem Wechsel gingen, es sind ${f.count(num(values, 'has'))}.`,
    fewLeavesWithout: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Kunden, die ohne Wechsel gingen, es sind ${f.count(num(values, 'has'))}.`,
    lowOverlap: (values, f) =>
      `Nur ${f.percent(num(values, 'has'))} der Monate nach einem Wechsel haben vergleichbare Monate ohne Wechsel (gleiche Kundendauer, gleiches Quartal und Produkt); es braucht ${f.percent(num(values, 'needed'), 0)}.`,
    wideInterval: (values, f) =>
      `Das Verhältnis liegt zwischen ${ratio(values, 'low', f)} und ${ratio(values, 'high', f)}, aus ${f.count(num(values, 'leaves'))} Kunden, die nach einem Wechsel gingen; von Belang ist es ab ${ratio(values, 'relevant', f)}. Eine längere Vorgeschichte würde es eingrenzen.`,
    unbounded: (values, f) =>
      `${f.count(num(values, 'leaves'))} Kunden, die nach einem Wechsel gingen, verteilen sich auf so wenige Ansprechpartner, dass das Verhältnis keine Grenzen hat.`,
    differedBefore: (values, f) =>
      `Die Kunden derer, die später ausschieden, gingen schon vorher ${ratio(values, 'value', f)}-mal so oft (${ratio(values, 'low', f)} bis ${ratio(values, 'high', f)}): Ihre Bestände waren nicht wie die übrigen, daher zählt nur ein weiterer Anstieg.`,
    alikeBefore: (values, f) =>
      `Probe bestanden: Bevor ihre Person ausschied, gingen dieselben Kunden ${ratio(values, 'value', f)}-mal so oft wie die anderen (${ratio(values, 'low', f)} bis ${ratio(values, 'high', f)}).`,
    nothingBefore: () =>
      'Vor dem Ausscheiden ihrer Person gingen zu wenige Kunden, um zu prüfen, ob die Bestände einander glichen.',
    causeInferred: () =>
      'Gründe der Wechsel sind nicht vermerkt. Wessen ganzer Bestand binnen eines Monats überging, gilt als ausgeschieden; einzelne Übergaben bleiben außen vor.',
    partialOverlap: (values, f) =>
      `Die Aussage gilt für die ${f.percent(num(values, 'overlap'))} der Monate nach einem Wechsel, zu denen es vergleichbare Monate ohne Wechsel gibt.`,
    endForNotice: () =>
      'Der Tag der Kündigung ist unbekannt, daher steht das Vertragsende für ihn; bei langen Fristen erscheint die Wirkung später und schwächer.',
    reasonsUnknown: () =>
      'Die Gründe des Gehens sind unbekannt: Umzüge und Todesfälle zählen mit, das macht das Verhältnis kleiner.',
    fewNamed: () => 'Weniger als die Hälfte der Kunden hat einen Ansprechpartner; die Aussage gilt nur für sie.',
    noMoney: () =>
      'Ein Betrag wird nicht genannt: Dafür braucht es Stufe B, genügend Kunden, die nach einem Wechsel gingen, und Deckungsbeitrag oder Preis der Kunden.',
    marginAssumed: (values, f) =>
      `Ein Deckungsbeitrag liegt nicht vor; der Verlust rechnet mit dem Preis und einem angenommenen Satz von ${f.percent(num(values, 'rate'), 0)}.`,
    massMove: (values, f) =>
      `Am ${f.day(String(values['day'] ?? '1970-01-01'))} übergaben die Bücher ${f.count(num(values, 'moved'))} von ${f.count(num(values, 'base'))} Kunden auf einmal. Dieser Tag bleibt außen vor; bitte prüfen Sie, ob wirklich jemand wechselte.`,
    overturn: () =>
      'Die Aussage fiele, wenn sich die Kunden der Ausgeschiedenen in etwas unterschieden, das nicht in den Daten steht und sich zur selben Zeit änderte, etwa eine geschlossene Filiale, oder wenn die Liste der Ansprechpartner zeigt, wer den Datensatz zuletzt öffnete, und nicht, wer den Kunden betreut.',
  },
  details: {
    ratioYear: 'Risiko zu gehen, Monat 1 bis 12 nach einem Wechsel gegen ohne',
    ratioFirstMonths: 'Risiko zu gehen, Monat 1 bis 3 nach einem Wechsel gegen ohne',
    ratioBefore: 'Probe: die zwölf Monate vor dem Ausscheiden der Person gegen ohne',
    baseRisk: 'Kunden ohne Wechsel, die binnen eines Jahres gehen',
    everAgainstNever: 'Irreführend: Chance, gegangen zu sein, je gewechselt gegen nie',
    changesPerYear: 'Ansprechpartnerwechsel je Kunde',
    withoutPerson: 'Kunden ohne Ansprechpartner am Stichtag',
    usualContact: 'Kontakte mit der am häufigsten gesprochenen Person',
    continuity: 'Betreuungskontinuität (0: immer jemand anderes, 1: immer dieselbe Person)',
    warmHandover: 'Persönlich übergeben',
    coldHandover: 'Nur nach Akte übergeben',
    noHandover: 'Gar nicht übergeben',
    vacancy: 'Wechsel mit mehr als 14 Tagen ohne Person',
  },
  counts: {
    customers: 'Kunden',
    changes: 'Ansprechpartnerwechsel in den letzten zwölf Monaten',
    monthsAfter: 'Kundenmonate binnen eines Jahres nach einem Wechsel',
    monthsWithout: 'Kundenmonate ohne Wechsel',
    leavesAfter: 'Kunden, die binnen eines Jahres nach einem Wechsel gingen',
    leavesWithout: 'Kunden, die ohne Wechsel gingen',
    leaves: 'Kunden, die gingen',
  },
  excluded: {
    otherCauses: 'Kundenmonate nach einem Wechsel aus anderem oder unbekanntem Grund',
    monthOfChange: 'Kundenmonate, in denen der Wechsel lag',
    massMove: 'Kundenmonate binnen eines Jahres nach einem Tag, an dem die Bücher viele auf einmal übergaben',
  },
  dimensions: { window: 'Monate nach dem Wechsel', handover: 'Übergabe' },
  charts: {
    windows: {
      title: 'Risiko zu gehen, bevor und nachdem der Ansprechpartner ausscheidet',
      x: 'Monate',
      y: 'Vielfaches des Risikos ohne Wechsel',
      series: { ratio: 'Verhältnis' },
    },
  },
};

export const contactPersonChangeMessages: CheckMessages = { en, de };
