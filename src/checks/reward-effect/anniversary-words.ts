import type { Format } from '#domain/format.ts';
import type { CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

interface Words extends Pick<CheckWords, 'notes' | 'details' | 'counts'> {
  readonly question: string;
  readonly answer: (v: Verdict, f: Format) => string;
}

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const points = (value: number, f: Format) => f.quantity(value, 'percentagePoints');

/** Size and interval of the effect, the anniversaries and the day; null without an effect. */
function numbersOf({ effect, overturn }: Verdict, f: Format) {
  if (effect === null) return null;
  const precision = (effect.high - effect.low) / 2;
  const written = (value: number) => f.quantity(value, 'percentagePoints', precision);
  return {
    size: written(Math.abs(effect.value)),
    low: written(effect.low),
    high: written(effect.high),
    years: String(overturn?.values['years'] ?? ''),
    day: f.day(String(overturn?.values['asOf'] ?? '')),
  };
}

const en: Words = {
  question: 'Does leaving fall at an anniversary with thanks by more than at one without?',
  answer: (v, f) => {
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether thanks at an anniversary go with staying.';
    const evidence = `in points of yearly leaving; between ${n.low} and ${n.high}, as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: after the anniversary with thanks (year ${n.years}) leaving falls by ${n.size} more than at those without (${evidence}).`;
    if (v.outcome === 'reversed')
      return `The other way round: after the anniversary with thanks (year ${n.years}) leaving falls by ${n.size} less than at those without (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: at the anniversary with thanks (year ${n.years}) leaving changes as it does at those without (${evidence}).`;
    return `The data do not tell whether leaving falls by more at the anniversary with thanks (year ${n.years}; ${evidence}).`;
  },
  notes: {
    fewAtAnniversary: (values, f) =>
      `It needs ${f.count(num(values, 'needed'))} departures in the half-years before and after the anniversaries with thanks (${values['years']}) and without (${values['others']}); the fewest are ${f.count(num(values, 'has'))}.`,
    othersDiffer: ({ others }) =>
      `The anniversaries without thanks (${others}) differ among themselves, so they cannot stand for what would have been without.`,
    wideAnniversary: (values, f) =>
      `The difference lies between ${points(num(values, 'low'), f)} and ${points(num(values, 'high'), f)}; more anniversaries would narrow it.`,
    notDrawn: ({ share }, f) =>
      `Nobody was drawn by lot: ${f.percent(Number(share))} of those who reach the anniversary are thanked, and leaving half a year before it is held against half a year after it, less the same at anniversaries without thanks. Whoever already knows of the thanks may wait for it.`,
    oneOther: () => 'Only one anniversary without thanks is near, so whether such days tell alike cannot be tested.',
    noTrialMoney: () => 'No sum of money is named: that takes a trial.',
    besideThanks: ({ years }) =>
      `The statement would fall if something else changes at year ${years}, such as a price, a term or a letter, or if a drawing by lot showed nothing.`,
  },
  details: {
    beforeDay: 'Leaving in a year at the pace of the half-year before the anniversary with thanks',
    afterDay: 'The same at the pace of the half-year after it',
    otherDays: 'Fall of leaving at anniversaries without thanks',
    amongOthers: 'Test: that fall at the earlier of them less at the later (near 0 if they tell alike)',
  },
  counts: { reached: 'Customers who reach the anniversary', thankedThen: 'Of these thanked with it' },
};

const de: Words = {
  question: 'Lässt das Gehen an einem Jahrestag mit Dank stärker nach als an einem ohne?',
  answer: (v, f) => {
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten lassen nicht erkennen, ob Dank an einem Jahrestag mit Bleiben einhergeht.';
    const evidence = `in Punkten des jährlichen Weggangs; zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Nach dem Jahrestag mit Dank (Jahr ${n.years}) sinkt der Weggang um ${n.size} mehr als an Jahrestagen ohne (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Umgekehrt: Nach dem Jahrestag mit Dank (Jahr ${n.years}) sinkt der Weggang um ${n.size} weniger als an Jahrestagen ohne (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Am Jahrestag mit Dank (Jahr ${n.years}) ändert sich der Weggang wie an Jahrestagen ohne (${evidence}).`;
    return `Die Daten lassen nicht erkennen, ob der Weggang am Jahrestag mit Dank stärker sinkt (Jahr ${n.years}; ${evidence}).`;
  },
  notes: {
    fewAtAnniversary: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Weggänge in den Halbjahren vor und nach den Jahrestagen mit Dank (${values['years']}) und ohne (${values['others']}); die wenigsten sind ${f.count(num(values, 'has'))}.`,
    othersDiffer: ({ others }) =>
      `Die Jahrestage ohne Dank (${others}) unterscheiden sich untereinander; sie können nicht dafür stehen, was ohne Dank gewesen wäre.`,
    wideAnniversary: (values, f) =>
      `Der Unterschied liegt zwischen ${points(num(values, 'low'), f)} und ${points(num(values, 'high'), f)}; mehr Jahrestage würden ihn eingrenzen.`,
    notDrawn: ({ share }, f) =>
      `Niemand wurde ausgelost: ${f.percent(Number(share))} derer, die den Jahrestag erreichen, wird gedankt; das Gehen im halben Jahr davor wird dem im halben Jahr danach gegenübergestellt, abzüglich desselben an Jahrestagen ohne Dank. Wer vom Dank schon weiß, wartet ihn vielleicht ab.`,
    oneOther: () =>
      'Nur ein Jahrestag ohne Dank liegt in der Nähe; ob solche Tage einander gleichen, lässt sich nicht prüfen.',
    noTrialMoney: () => 'Ein Geldbetrag wird nicht genannt: Dazu braucht es eine Auslosung.',
    besideThanks: ({ years }) =>
      `Die Aussage fiele, wenn sich im Jahr ${years} noch anderes ändert, etwa Preis, Laufzeit oder ein Schreiben, oder wenn eine Auslosung nichts zeigte.`,
  },
  details: {
    beforeDay: 'Weggang im Jahr nach dem Tempo des Halbjahrs vor dem Jahrestag mit Dank',
    afterDay: 'Dasselbe nach dem Tempo des Halbjahrs danach',
    otherDays: 'Rückgang des Weggangs an Jahrestagen ohne Dank',
    amongOthers:
      'Prüfung: dieser Rückgang an den früheren von ihnen weniger an den späteren (nahe 0, wenn sie einander gleichen)',
  },
  counts: { reached: 'Kunden, die den Jahrestag erreichen', thankedThen: 'Davon mit Dank' },
};

export const ANNIVERSARY_WORDS = { en, de };
