import type { Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { CheckWords } from '../check-messages.ts';
import { REMAINING_VALUE } from '../remaining-value-words.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

/** Words of the second answer: what customers do after a rating. */
interface LeavingWords {
  readonly question: string;
  readonly answer: (v: Verdict, f: Format) => string;
  readonly naive: (v: Verdict, f: Format) => string;
  readonly action: (v: Verdict) => string;
  readonly method: string;
  readonly notes: CheckWords['notes'];
  readonly details: CheckWords['details'];
  readonly counts: CheckWords['counts'];
  readonly excluded: CheckWords['excluded'];
  readonly dimensions: CheckWords['dimensions'];
  readonly chart: CheckWords['charts'][string];
}

export const isByLeaving = (v: Verdict) => v.reference === 'behaviour';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const namesOf = (v: Verdict, dimension: string, outcome: string) =>
  v.strata
    .filter((stratum) => stratum.key.startsWith(`${dimension}:`) && stratum.outcome === outcome)
    .map(({ key }) => key.slice(dimension.length + 1));

function numbersOf(v: Verdict, f: Format) {
  const { asOf, top, months } = v.overturn?.values ?? {};
  if (v.effect === null || typeof asOf !== 'string' || typeof top !== 'string') return null;
  const { effect } = v;
  const { value, low, high } = effect;
  const side = (bound: number) => f.quantity(bound, 'ratio', half(effect));
  return {
    top,
    ratio: side(value),
    low: side(low),
    high: side(high),
    day: f.day(asOf),
    months: f.count(Number(months ?? 12)),
    others: namesOf(v, 'leave', 'finding').filter((name) => name !== top),
    delights: namesOf(v, 'stay', 'clear'),
  };
}

const en: LeavingWords = {
  question: 'At which touchpoints do customers leave more often after a disappointment?',
  answer: (v, f) => {
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell after which disappointments customers leave more often.';
    const evidence = `between ${n.low} and ${n.high} times, within ${n.months} months, as of ${n.day}`;
    if (v.outcome === 'finding') {
      const more = n.others.length === 0 ? '' : ` Also: ${n.others.join(', ')}.`;
      const good =
        n.delights.length === 0 ? '' : ` After a delighting rating they leave less often at: ${n.delights.join(', ')}.`;
      return `First at “${n.top}”: after a disappointing rating there customers leave ${n.ratio} times as often as after an okay one there (${evidence}).${more}${good}`;
    }
    if (v.outcome === 'inconclusive')
      return `The data do not tell after which disappointments customers leave more often; the largest ratio so far, less what the largest of many owes to luck, is ${n.ratio} times, at “${n.top}” (${evidence}).`;
    return `At none: after no disappointment do customers leave noticeably more often than after an okay rating; the largest ratio, less what the largest of many owes to luck, is ${n.ratio} times, at “${n.top}” (${evidence}); the table shows each as it was observed.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison is not shown.'
      : `Plainly, after a disappointment there customers leave ${f.quantity(v.naive.value, 'ratio', half(v.naive))} times as often as all others. That mixes in what takes customers to this touchpoint, and who answers a survey at all.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could call those who were disappointed there within days, at some places first and by lot, and compare departures.';
    if (outcome === 'clear')
      return 'You could keep ratings and departures under monitoring; no touchpoint suggests itself.';
    return 'You could ask after single touchpoints soon after the occasion, with the customer number, until each has enough ratings.';
  },
  method:
    ' Where ratings carry a customer number and contracts their ends, a second answer looks at deeds: quarter by quarter, the rate of leaving of one’s own accord in the year after a disappointing rating is compared with that after an okay rating of the same touchpoint, holding equal tenure, half-year, product line, time since the rating, and whether other touchpoints disappointed at the same time (Poisson model of rates). A new rating of the same touchpoint ends the look at the old one; ratings after the notice do not count.',
  notes: {
    tooFewFollowed: (values, f) =>
      `To tell who leaves after it, a touchpoint needs ${f.count(num(values, 'needed'))} ratings with a known contract and ${f.count(num(values, 'neededDepartures'))} departures both after disappointing and after okay ones; the largest has ${f.count(num(values, 'has'))} ratings, at most ${f.count(num(values, 'departures'))} departures stand on the thinner side.`,
    openRatios: (values, f) =>
      `For ${f.count(num(values, 'open'))} of ${f.count(num(values, 'tested'))} touchpoints the interval reaches beyond ${f.quantity(num(values, 'relevant'), 'ratio', 0.1)} times, from where on it matters; more ratings would narrow it.`,
    sharedMood: (values, f) =>
      `After a disappointment customers leave more often at ${f.count(num(values, 'touchpoints'))} of ${f.count(num(values, 'tested'))} touchpoints, and none stands out from the others: that may be the mood of those who are unhappy anyway. A ratio clearly above ${f.quantity(num(values, 'beyond'), 'ratio', 0.1)}, or ratings of more touchpoints, would tell.`,
    commonMood: (values, f) =>
      `At the touchpoints together customers leave ${f.quantity(num(values, 'ratio'), 'ratio', 0.1)} times as often after a disappointment. That was taken off as the mood of those who are unhappy anyway; it may also mean that nearly all touchpoints weigh.`,
    moodInLeaving: (values, f) =>
      `Who is unhappy anyway may rate everything low and leave more often. Held equal is whether other touchpoints disappointed at the same time; the rest can be told apart with ${f.count(num(values, 'needed'))} touchpoints, there are ${f.count(num(values, 'has'))}.`,
    thinFollowed: (values, f) =>
      `${f.count(num(values, 'touchpoints'))} touchpoints are not judged by departures: each needs ${f.count(num(values, 'needed'))} ratings, ${f.count(num(values, 'neededDepartures'))} departures after disappointing and after okay ones, and like to compare with.`,
    soonOnly: () =>
      'From the fourth month after the rating on the difference is not certain; some may have decided to leave before they rated.',
    partialOverlap: (values, f) =>
      `${f.percent(num(values, 'overlap'), 0)} of the time after disappointments at the first touchpoint has okay ratings of like customers to compare with; the statement holds for these.`,
    ...REMAINING_VALUE.en,
    lossAtFirst: (values, f) =>
      `The loss is the mean remaining value of about ${f.number(num(values, 'exits'), 1)} departures a year (${f.number(num(values, 'low'), 1)} to ${f.number(num(values, 'high'), 1)}) after a disappointment at “${values['top'] ?? ''}”, beyond those after okay ratings there; ${f.count(num(values, 'departures'))} departures stand behind it. Only customers who were asked count, and only this touchpoint. The same departures may stand behind other findings; never add them.`,
    noMoneyForLeaving: () =>
      'No sum of money is named: it takes a finding, and departures after a disappointment that are more than after okay ratings beyond doubt.',
    noMoneyInMood: () =>
      'No sum of money is named: with so few touchpoints the mood of those who are unhappy anyway cannot be taken off, and it would be counted with the disappointment.',
    noMoneyTooSoon: () =>
      'No sum of money is named: only soon after the rating is the difference certain, and who left then may have decided before.',
    noMoneyFewLeft: (values, f) =>
      `No sum of money is named: it takes ${f.count(num(values, 'needed'))} departures after a disappointment at the first touchpoint, there are ${f.count(num(values, 'has'))}.`,
    decidedBefore: () =>
      'The statement would fall if those disappointed had already decided to leave when they rated, if their occasion was worse than that of others, or if those who answer differ from those who do not.',
  },
  details: {
    leaveDisappointed: 'Departures in a year after a disappointing rating there',
    leaveOkay: 'Departures in a year after an okay rating there',
    leaveDelighted: 'Departures in a year after a delighting rating there',
    ratioDelighted: 'Leaving after a delighting rating there, as a multiple of after an okay one',
    ratioLater: 'Leaving from the fourth month after a disappointment there, as a multiple',
    ratioMood: 'Multiple common to all touchpoints, taken off as mood',
  },
  counts: {
    followed: 'Ratings with a known contract after them',
    departures: 'Departures of customers’ own accord after them',
    disappointed: 'Disappointing ratings',
    delighted: 'Delighting ratings',
  },
  excluded: {
    notFollowed: 'Ratings without a known contract on that day, after a notice, or beside another one of the same day',
  },
  dimensions: {
    leave: 'Leaving after disappointment (multiple)',
    stay: 'Leaving after delight (multiple)',
    disappointing: 'Share disappointing',
    okay: 'Share okay',
    delighting: 'Share delighting',
  },
  chart: {
    title: 'How often customers leave after a rating',
    x: 'Touchpoint',
    y: 'Multiple of leaving after an okay rating',
    series: { disappointing: 'After disappointment', delighting: 'After delight' },
  },
};

const de: LeavingWords = {
  question: 'Nach einer Enttäuschung an welchen Touchpoints gehen Kunden häufiger?',
  answer: (v, f) => {
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, nach welchen Enttäuschungen Kunden häufiger gehen.';
    const evidence = `zwischen dem ${n.low}- und dem ${n.high}-Fachen, binnen ${n.months} Monaten, Stand ${n.day}`;
    if (v.outcome === 'finding') {
      const more = n.others.length === 0 ? '' : ` Außerdem: ${n.others.join(', ')}.`;
      const good =
        n.delights.length === 0
          ? ''
          : ` Nach einer begeisterten Bewertung gehen sie seltener bei: ${n.delights.join(', ')}.`;
      return `Zuerst bei „${n.top}“: Nach einer enttäuschenden Bewertung dort gehen Kunden ${n.ratio}-mal so häufig wie nach einer mittleren dort (${evidence}).${more}${good}`;
    }
    if (v.outcome === 'inconclusive')
      return `Die Daten sagen nicht, nach welchen Enttäuschungen Kunden häufiger gehen; das größte Verhältnis ist bisher, ohne das, was das größte von vielen dem Zufall verdankt, das ${n.ratio}-Fache, bei „${n.top}“ (${evidence}).`;
    return `An keinem: Nach keiner Enttäuschung gehen Kunden spürbar häufiger als nach einer mittleren Bewertung; das größte Verhältnis ist, ohne das, was das größte von vielen dem Zufall verdankt, das ${n.ratio}-Fache, bei „${n.top}“ (${evidence}); die Tabelle zeigt jedes, wie es beobachtet wurde.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein schlichter Vergleich wird nicht gezeigt.'
      : `Schlicht verglichen gehen Kunden nach einer Enttäuschung dort ${f.quantity(v.naive.value, 'ratio', half(v.naive))}-mal so häufig wie alle anderen. Darin steckt auch, was Kunden überhaupt zu diesem Touchpoint bringt und wer auf Befragungen antwortet.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten die dort Enttäuschten binnen Tagen anrufen, zuerst an einigen Stellen und nach Los, und die Abgänge vergleichen.';
    if (outcome === 'clear')
      return 'Sie könnten Bewertungen und Abgänge im Monitoring behalten; kein Touchpoint drängt sich auf.';
    return 'Sie könnten bald nach dem Anlass und mit Kundennummer nach einzelnen Touchpoints fragen, bis jeder genügend Bewertungen hat.';
  },
  method:
    ' Wo Bewertungen eine Kundennummer tragen und Verträge ihr Ende, sieht eine zweite Antwort auf Taten: Vierteljahr für Vierteljahr wird verglichen, wie häufig Kunden im Jahr nach einer enttäuschenden Bewertung von sich aus gehen und wie häufig nach einer mittleren Bewertung desselben Touchpoints, Vertragsdauer, Halbjahr, Produktlinie, Zeit seit der Bewertung und ob zugleich andere Touchpoints enttäuschten, sind dabei gleich gehalten (Poisson-Modell der Raten). Eine neue Bewertung desselben Touchpoints beendet den Blick auf die alte; Bewertungen nach der Kündigung zählen nicht.',
  notes: {
    tooFewFollowed: (values, f) =>
      `Um zu sagen, wer danach geht, braucht ein Touchpoint ${f.count(num(values, 'needed'))} Bewertungen mit bekanntem Vertrag und je ${f.count(num(values, 'neededDepartures'))} Abgänge nach enttäuschenden und nach mittleren; der größte hat ${f.count(num(values, 'has'))} Bewertungen, auf der dünneren Seite stehen höchstens ${f.count(num(values, 'departures'))} Abgänge.`,
    openRatios: (values, f) =>
      `Bei ${f.count(num(values, 'open'))} von ${f.count(num(values, 'tested'))} Touchpoints reicht das Intervall über das ${f.quantity(num(values, 'relevant'), 'ratio', 0.1)}-Fache hinaus, ab dem es von Belang ist; mehr Bewertungen würden es eingrenzen.`,
    sharedMood: (values, f) =>
      `Nach einer Enttäuschung gehen Kunden an ${f.count(num(values, 'touchpoints'))} von ${f.count(num(values, 'tested'))} Touchpoints häufiger, und keiner sticht heraus: Das kann die Stimmung derer sein, die ohnehin unzufrieden sind. Ein Verhältnis deutlich über ${f.quantity(num(values, 'beyond'), 'ratio', 0.1)} oder Bewertungen weiterer Touchpoints würden es sagen.`,
    commonMood: (values, f) =>
      `An den Touchpoints zusammen gehen Kunden nach einer Enttäuschung ${f.quantity(num(values, 'ratio'), 'ratio', 0.1)}-mal so häufig. Das wurde als Stimmung derer abgezogen, die ohnehin unzufrieden sind; es kann auch heißen, dass fast alle Touchpoints wiegen.`,
    moodInLeaving: (values, f) =>
      `Wer ohnehin unzufrieden ist, bewertet womöglich alles niedrig und geht häufiger. Gleich gehalten ist, ob zugleich andere Touchpoints enttäuschten; der Rest lässt sich bei ${f.count(num(values, 'needed'))} Touchpoints trennen, es sind ${f.count(num(values, 'has'))}.`,
    thinFollowed: (values, f) =>
      `${f.count(num(values, 'touchpoints'))} Touchpoints werden nicht nach Abgängen beurteilt: Jeder braucht ${f.count(num(values, 'needed'))} Bewertungen, je ${f.count(num(values, 'neededDepartures'))} Abgänge nach enttäuschenden und nach mittleren und Gleiches zum Vergleichen.`,
    soonOnly: () =>
      'Ab dem vierten Monat nach der Bewertung ist der Unterschied nicht sicher; manche können schon vor der Bewertung beschlossen haben zu gehen.',
    partialOverlap: (values, f) =>
      `${f.percent(num(values, 'overlap'), 0)} der Zeit nach Enttäuschungen am ersten Touchpoint haben mittlere Bewertungen ähnlicher Kunden zum Vergleichen; die Aussage gilt für diese.`,
    ...REMAINING_VALUE.de,
    lossAtFirst: (values, f) =>
      `Der Verlust ist der mittlere Restwert von etwa ${f.number(num(values, 'exits'), 1)} Weggängen im Jahr (${f.number(num(values, 'low'), 1)} bis ${f.number(num(values, 'high'), 1)}) nach einer Enttäuschung bei „${values['top'] ?? ''}“, über die nach Bewertungen mit „in Ordnung“ dort hinaus; ${f.count(num(values, 'departures'))} Weggänge stehen dahinter. Gezählt sind nur befragte Kunden und nur dieser Kontaktpunkt. Dieselben Weggänge können hinter anderen Befunden stehen; zählen Sie sie nie zusammen.`,
    noMoneyForLeaving: () =>
      'Ein Geldbetrag wird nicht genannt: Dafür braucht es einen Befund und nach einer Enttäuschung ohne Zweifel mehr Weggänge als nach Bewertungen mit „in Ordnung“.',
    noMoneyInMood: () =>
      'Ein Geldbetrag wird nicht genannt: Bei so wenigen Kontaktpunkten lässt sich die Stimmung derer, die ohnehin unzufrieden sind, nicht abziehen; sie zählte sonst mit der Enttäuschung.',
    noMoneyTooSoon: () =>
      'Ein Geldbetrag wird nicht genannt: Nur bald nach der Bewertung ist der Unterschied sicher, und wer dann ging, kann es vorher beschlossen haben.',
    noMoneyFewLeft: (values, f) =>
      `Ein Geldbetrag wird nicht genannt: Nötig sind ${f.count(num(values, 'needed'))} Weggänge nach einer Enttäuschung beim ersten Kontaktpunkt, vorhanden sind ${f.count(num(values, 'has'))}.`,
    decidedBefore: () =>
      'Die Aussage fiele, wenn die Enttäuschten schon vor der Bewertung beschlossen hatten zu gehen, wenn ihr Anlass schlimmer war als der anderer oder wenn sich die Antwortenden von den übrigen unterscheiden.',
  },
  details: {
    leaveDisappointed: 'Abgänge im Jahr nach einer enttäuschenden Bewertung dort',
    leaveOkay: 'Abgänge im Jahr nach einer mittleren Bewertung dort',
    leaveDelighted: 'Abgänge im Jahr nach einer begeisterten Bewertung dort',
    ratioDelighted: 'Gehen nach einer begeisterten Bewertung dort, als Vielfaches gegen eine mittlere',
    ratioLater: 'Gehen ab dem vierten Monat nach einer Enttäuschung dort, als Vielfaches',
    ratioMood: 'Allen Touchpoints gemeinsames Vielfaches, als Stimmung abgezogen',
  },
  counts: {
    followed: 'Bewertungen mit bekanntem Vertrag danach',
    departures: 'Abgänge von Kunden aus eigenem Entschluss danach',
    disappointed: 'Enttäuschende Bewertungen',
    delighted: 'Begeisterte Bewertungen',
  },
  excluded: {
    notFollowed:
      'Bewertungen ohne bekannten Vertrag an dem Tag, nach einer Kündigung oder neben einer anderen vom selben Tag',
  },
  dimensions: {
    leave: 'Gehen nach Enttäuschung (Vielfaches)',
    stay: 'Gehen nach Begeisterung (Vielfaches)',
    disappointing: 'Anteil enttäuschend',
    okay: 'Anteil okay',
    delighting: 'Anteil begeisternd',
  },
  chart: {
    title: 'Wie häufig Kunden nach einer Bewertung gehen',
    x: 'Touchpoint',
    y: 'Vielfaches gegen eine mittlere Bewertung',
    series: { disappointing: 'Nach Enttäuschung', delighting: 'Nach Begeisterung' },
  },
};

export const LEAVING_WORDS: Readonly<Record<Language, LeavingWords>> = { en, de };
