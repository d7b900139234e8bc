import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const dayOf = (v: Verdict, f: Format) => {
  const asOf = String(v.overturn?.values['asOf'] ?? v.reason?.values['asOf'] ?? '');
  return asOf === '' ? '' : f.day(asOf);
};
const dimensionsOf = (v: Verdict) => Number(v.overturn?.values['dimensions'] ?? 0);
/** Dimensions with a given outcome, by their names. */
const named = (v: Verdict, outcome: string, names: Readonly<Record<string, string>>) =>
  v.strata.flatMap((stratum) => (stratum.outcome === outcome ? [names[stratum.key] ?? stratum.key] : [])).join(', ');

const DIMENSIONS_EN = {
  pay: 'pay',
  training: 'hours of training',
  trained: 'ever trained in service',
  recognition: 'recognition',
  limit: 'decision limit',
  turnover: 'turnover',
  variable: 'variable part of the pay',
};

const DIMENSIONS_DE: typeof DIMENSIONS_EN = {
  pay: 'Entgelt',
  training: 'Schulungsstunden',
  trained: 'je im Service geschult',
  recognition: 'Anerkennung',
  limit: 'Entscheidungsspielraum',
  turnover: 'Fluktuation',
  variable: 'variabler Anteil am Entgelt',
};

const en: CheckWords = {
  question: () => 'Parity of care: do those who look after customers have the same conditions as those who win them?',
  answer: (v, f) => {
    if (v.reason?.id === 'noWorksAgreement')
      return 'Nothing is said about staff until a works agreement on it is recorded (setting worksAgreement=1).';
    if (v.outcome === 'notApplicable')
      return 'This question needs a staff table with role class and first day; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (v.effect === null) return 'The data do not tell how the conditions of care and acquisition compare.';
    const { value, low, high } = v.effect;
    const bounds = Number.isFinite(high) ? `${f.number(low, 2)} to ${f.number(high, 2)}` : 'not bounded';
    const over = dimensionsOf(v) === 1 ? 'one condition' : `${f.count(dimensionsOf(v))} conditions`;
    const evidence = `care against acquisition over ${over}: ratio ${f.number(value, 2)}, ${bounds}; below 1 care is worse off; as of ${dayOf(v, f)}`;
    const worse = named(v, 'finding', DIMENSIONS_EN);
    const better = named(v, 'reversed', DIMENSIONS_EN);
    if (v.outcome === 'finding')
      return `No: care is placed worse in ${worse === '' ? 'the whole profile' : worse} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: care is placed better in ${better === '' ? 'the whole profile' : better} (${evidence}).`;
    if (v.outcome === 'clear') return `Yes: the conditions are about the same (${evidence}).`;
    return `The data do not tell whether the conditions are the same (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison of pay is not shown.'
      : `The plain mean pay of care is ${f.number(v.naive.value, 2)} of that of acquisition. It mixes full and part time and follows single high commissions.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could agree with the works council on steps towards parity: equal training, commission on the portfolio, the same rites of recognition, a wider decision limit; and look at pulse and turnover again after some quarters.';
    if (outcome === 'reversed')
      return 'You could look at the conditions of acquisition; for care no change suggests itself.';
    if (outcome === 'clear') return 'You could keep the profile under monitoring; no change suggests itself.';
    return 'You could complete the staff table: pay, training, recognition and decision limit by person and role.';
  },
  method:
    'Two groups are compared, those whose role is care and those whose role is acquisition, in several conditions; nothing is said of smaller groups, teams or persons. Pay is the mean of the middle half, for a full-time post; training and recognition are per full-time post; turnover counts exits per person-year over a closed span. Figures move on only after seven persons of a role have come or gone, so that two audits cannot be subtracted, and are told in coarse steps. Intervals treat every person as one unit; that something is worse must hold although several conditions are asked about. The geometric mean is no more than a summary of the profile beside it.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noWorksAgreement: () =>
      'Figures on staff need a works agreement, even in groups. Once there is one, record it with the setting worksAgreement=1.',
    smallGroups: (values, f) =>
      `Needs a group of ${f.count(num(values, 'minimum'))} persons in care and one in acquisition with the same condition on record, or ${f.count(num(values, 'years'))} person-years with seven exits in each. How many there are is not told, since it could point to a person.`,
    wideInterval: (values, f) =>
      `${num(values, 'dimensions') === 1 ? 'The one condition on record' : `${f.count(num(values, 'open'))} of ${f.count(num(values, 'dimensions'))} conditions`} cannot be told apart from parity or from a difference that matters (ratio ${f.number(num(values, 'relevant'), 2)}). Larger groups would be needed.`,
    payAlone: () =>
      'Pay is the only condition on record, and nothing holds seniority and qualification equal, which pay goes with. Training, recognition, limits or turnover beside it would tell.',
    mixed: (values, f) =>
      `Of ${f.count(num(values, 'dimensions'))} conditions some are worse and some better for care, or differ by less than what matters.`,
    closing: (values, f) =>
      `The groups are those at the end of a quarter, the earliest of them ${f.day(String(values['day'] ?? '1970-01-01'))}; later changes of single persons do not show.`,
    payPerPost: () => 'Pay is divided by the part of a full-time post.',
    payAlreadyFull: () =>
      'Pay appears to be stated for a full-time post already: part-timers earn about as much as others.',
    payUnadjusted: () => 'Qualification, region and seniority are not held equal; part of a gap in pay may lie there.',
    ownAccord: () => 'Turnover counts exits of one’s own accord only.',
    allExits: () => 'Kinds of exit are not recorded, so turnover counts all exits.',
    variableNotJudged: () => 'A variable part of the pay is chance and risk at once, so it is shown but not judged.',
    providers: () => 'Staff of providers count only where they are in the table; outsourced centres are often missing.',
    noMoney: () => 'No sum is named: it would take the cost of replacing a person.',
    fewDimensions: (values, f) =>
      num(values, 'dimensions') === 1
        ? 'The answer rests on a single condition.'
        : `The answer rests on ${f.count(num(values, 'dimensions'))} conditions only.`,
    overturn: () =>
      'The statement would fall if the two roles differed in qualification, hours or seniority in a way that explains the profile, or if the roles are assigned wrongly.',
  },
  details: {
    payCare: 'Pay in care, full time, mean of the middle half',
    payAcquisition: 'Pay in acquisition, full time, mean of the middle half',
    trainingCare: 'Hours of training a year per post in care',
    trainingAcquisition: 'Hours of training a year per post in acquisition',
    trainedCare: 'Ever trained in service, care',
    trainedAcquisition: 'Ever trained in service, acquisition',
    recognitionCare: 'Recognitions a year per post in care',
    recognitionAcquisition: 'Recognitions a year per post in acquisition',
    limitCare: 'Mean decision limit in care',
    limitAcquisition: 'Mean decision limit in acquisition',
    turnoverCare: 'Exits per person-year in care',
    turnoverAcquisition: 'Exits per person-year in acquisition',
    variableCare: 'Variable part of the pay in care',
    variableAcquisition: 'Variable part of the pay in acquisition',
  },
  counts: { carers: 'Persons in care', hunters: 'Persons in acquisition' },
  excluded: {},
  dimensions: {
    pay: 'Pay, care over acquisition',
    training: 'Hours of training, care over acquisition',
    trained: 'Ever trained in service, care over acquisition',
    recognition: 'Recognition, care over acquisition',
    limit: 'Decision limit, care over acquisition',
    turnover: 'Turnover, care over acquisition',
    variable: 'Variable part of the pay, care over acquisition',
  },
  charts: {
    profile: { title: 'Parity of care', x: 'Condition', y: 'Care over acquisition', series: DIMENSIONS_EN },
    pulse: {
      title: 'What staff say, by role',
      x: 'Question',
      y: 'Mean answer',
      series: { existing: 'Care', newcomer: 'Acquisition' },
    },
  },
};

const de: CheckWords = {
  question: () =>
    'Gleichstellung der Betreuung: Haben jene, die Kunden betreuen, dieselben Bedingungen wie jene, die sie gewinnen?',
  answer: (v, f) => {
    if (v.reason?.id === 'noWorksAgreement')
      return 'Über Beschäftigte wird nichts gesagt, solange keine Betriebsvereinbarung dazu vermerkt ist (Einstellung worksAgreement=1).';
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht eine Personaltabelle mit Rollenklasse und Eintritt; sie liegt nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage konnte nicht berechnet werden; die anderen Antworten gelten.';
    if (v.effect === null)
      return 'Die Daten sagen nicht, wie die Bedingungen von Betreuung und Akquise zueinander stehen.';
    const { value, low, high } = v.effect;
    const bounds = Number.isFinite(high) ? `${f.number(low, 2)} bis ${f.number(high, 2)}` : 'nicht eingegrenzt';
    const over = dimensionsOf(v) === 1 ? 'eine Bedingung' : `${f.count(dimensionsOf(v))} Bedingungen`;
    const evidence = `Betreuung zu Akquise über ${over}: Verhältnis ${f.number(value, 2)}, ${bounds}; unter 1 steht die Betreuung schlechter; Stand ${dayOf(v, f)}`;
    const worse = named(v, 'finding', DIMENSIONS_DE);
    const better = named(v, 'reversed', DIMENSIONS_DE);
    if (v.outcome === 'finding')
      return `Nein: Die Betreuung ist schlechter gestellt bei ${worse === '' ? 'dem Profil im Ganzen' : worse} (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Die Betreuung ist besser gestellt bei ${better === '' ? 'dem Profil im Ganzen' : better} (${evidence}).`;
    if (v.outcome === 'clear') return `Ja: Die Bedingungen sind etwa gleich (${evidence}).`;
    return `Die Daten sagen nicht, ob die Bedingungen gleich sind (${evidence}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich des Entgelts wird nicht gezeigt.'
      : `Das einfache mittlere Entgelt der Betreuung beträgt das ${f.number(v.naive.value, 2)}-Fache dessen der Akquise. Es mischt Voll- und Teilzeit und folgt einzelnen hohen Provisionen.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten mit dem Betriebsrat Schritte zur Gleichstellung vereinbaren: gleiche Schulung, Bestandsprovision, dieselben Formen der Anerkennung, mehr Entscheidungsspielraum; und nach einigen Quartalen Stimmung und Fluktuation erneut ansehen.';
    if (outcome === 'reversed')
      return 'Sie könnten die Bedingungen der Akquise ansehen; für die Betreuung drängt sich keine Änderung auf.';
    if (outcome === 'clear')
      return 'Sie könnten das Profil im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten die Personaltabelle ergänzen: Entgelt, Schulung, Anerkennung und Entscheidungsspielraum je Person und Rolle.';
  },
  method:
    'Verglichen werden zwei Gruppen in mehreren Bedingungen: wer Kunden betreut und wer Kunden gewinnt; über kleinere Gruppen, Teams oder Personen wird nichts gesagt. Das Entgelt ist das Mittel der mittleren Hälfte, auf Vollzeit gerechnet; Schulung und Anerkennung gelten je Vollzeitstelle; die Fluktuation zählt Austritte je Personenjahr in einer abgeschlossenen Spanne. Die Zahlen rücken erst weiter, wenn sieben Personen einer Rolle gekommen oder gegangen sind, damit sich zwei Audits nicht voneinander abziehen lassen, und sind grob gerundet. Die Intervalle behandeln jede Person als eine Einheit; dass etwas schlechter ist, muss auch dann gelten, wenn mehrere Bedingungen gefragt sind. Das geometrische Mittel fasst das Profil daneben nur zusammen.',
  notes: {
    missingColumns: ({ columns }) => `Es fehlen: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noWorksAgreement: () =>
      'Zahlen über Beschäftigte brauchen eine Betriebsvereinbarung, auch in Gruppen. Liegt sie vor, vermerken Sie sie mit der Einstellung worksAgreement=1.',
    smallGroups: (values, f) =>
      `Es braucht in Betreuung und Akquise je eine Gruppe von ${f.count(num(values, 'minimum'))} Personen, für die dieselbe Bedingung vermerkt ist, oder je ${f.count(num(values, 'years'))} Personenjahre mit sieben Austritten. Wie viele es sind, bleibt ungesagt, denn es könnte auf eine Person deuten.`,
    wideInterval: (values, f) =>
      `${num(values, 'dimensions') === 1 ? 'Die eine bekannte Bedingung lässt' : `${f.count(num(values, 'open'))} von ${f.count(num(values, 'dimensions'))} Bedingungen lassen`} sich weder von Gleichstellung noch von einem Unterschied von Belang (Verhältnis ${f.number(num(values, 'relevant'), 2)}) unterscheiden. Dafür bräuchte es größere Gruppen.`,
    payAlone: () =>
      'Das Entgelt ist die einzige Bedingung in den Daten, und nichts hält Dauer im Beruf und Qualifikation gleich, mit denen es einhergeht. Weiterbildung, Anerkennung, Befugnisse oder Weggänge daneben würden es zeigen.',
    mixed: (values, f) =>
      `Von ${f.count(num(values, 'dimensions'))} Bedingungen sind für die Betreuung manche schlechter und manche besser, oder sie unterscheiden sich um weniger, als von Belang ist.`,
    closing: (values, f) =>
      `Die Gruppen sind die an einem Quartalsende, das früheste ist der ${f.day(String(values['day'] ?? '1970-01-01'))}; spätere Wechsel einzelner Personen zeigen sich nicht.`,
    payPerPost: () => 'Das Entgelt ist auf Vollzeit hochgerechnet.',
    payAlreadyFull: () =>
      'Das Entgelt ist offenbar schon auf Vollzeit bezogen: Teilzeitkräfte verdienen etwa so viel wie andere.',
    payUnadjusted: () =>
      'Qualifikation, Region und Dauer der Zugehörigkeit sind nicht gleich gehalten; ein Teil eines Abstands beim Entgelt kann dort liegen.',
    ownAccord: () => 'Die Fluktuation zählt nur Austritte aus eigenem Entschluss.',
    allExits: () => 'Arten des Austritts sind nicht vermerkt, daher zählt die Fluktuation alle.',
    variableNotJudged: () =>
      'Ein variabler Anteil am Entgelt ist Chance und Risiko zugleich, daher wird er gezeigt, aber nicht bewertet.',
    providers: () =>
      'Beschäftigte von Dienstleistern zählen nur, wo sie in der Tabelle stehen; ausgelagerte Center fehlen oft.',
    noMoney: () => 'Ein Betrag wird nicht genannt: Dafür braucht es die Kosten, eine Person zu ersetzen.',
    fewDimensions: (values, f) =>
      num(values, 'dimensions') === 1
        ? 'Die Antwort stützt sich auf eine einzige Bedingung.'
        : `Die Antwort stützt sich nur auf ${f.count(num(values, 'dimensions'))} Bedingungen.`,
    overturn: () =>
      'Die Aussage fiele, wenn sich beide Rollen in Qualifikation, Stunden oder Zugehörigkeit so unterscheiden, dass es das Profil erklärt, oder wenn Rollen falsch zugeordnet sind.',
  },
  details: {
    payCare: 'Entgelt in der Betreuung, Vollzeit, Mittel der mittleren Hälfte',
    payAcquisition: 'Entgelt in der Akquise, Vollzeit, Mittel der mittleren Hälfte',
    trainingCare: 'Schulungsstunden im Jahr je Stelle in der Betreuung',
    trainingAcquisition: 'Schulungsstunden im Jahr je Stelle in der Akquise',
    trainedCare: 'Je im Service geschult, Betreuung',
    trainedAcquisition: 'Je im Service geschult, Akquise',
    recognitionCare: 'Anerkennungen im Jahr je Stelle in der Betreuung',
    recognitionAcquisition: 'Anerkennungen im Jahr je Stelle in der Akquise',
    limitCare: 'Mittlerer Entscheidungsspielraum in der Betreuung',
    limitAcquisition: 'Mittlerer Entscheidungsspielraum in der Akquise',
    turnoverCare: 'Austritte je Personenjahr in der Betreuung',
    turnoverAcquisition: 'Austritte je Personenjahr in der Akquise',
    variableCare: 'Variabler Anteil am Entgelt in der Betreuung',
    variableAcquisition: 'Variabler Anteil am Entgelt in der Akquise',
  },
  counts: { carers: 'Personen in der Betreuung', hunters: 'Personen in der Akquise' },
  excluded: {},
  dimensions: {
    pay: 'Entgelt, Betreuung zu Akquise',
    training: 'Schulungsstunden, Betreuung zu Akquise',
    trained: 'Je im Service geschult, Betreuung zu Akquise',
    recognition: 'Anerkennung, Betreuung zu Akquise',
    limit: 'Entscheidungsspielraum, Betreuung zu Akquise',
    turnover: 'Fluktuation, Betreuung zu Akquise',
    variable: 'Variabler Anteil am Entgelt, Betreuung zu Akquise',
  },
  charts: {
    profile: {
      title: 'Gleichstellung der Betreuung',
      x: 'Bedingung',
      y: 'Betreuung zu Akquise',
      series: DIMENSIONS_DE,
    },
    pulse: {
      title: 'Was Beschäftigte sagen, nach Rolle',
      x: 'Frage',
      y: 'Mittlere Antwort',
      series: { existing: 'Betreuung', newcomer: 'Akquise' },
    },
  },
};

export const staffDisparityMessages: CheckMessages = { en, de };
