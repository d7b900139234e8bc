import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';
import { isByLeaving, LEAVING_WORDS } from './leaving-words.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
/** "zwischen 0,8 und 1,4 Punkten". */
const dative = (text: string) => text.replace(/Punkte$/, 'Punkten');
const namesOf = (v: Verdict, dimension: string, outcome: string) =>
  v.strata
    .filter((stratum) => stratum.key.startsWith(`${dimension}:`) && stratum.outcome === outcome)
    .map(({ key }) => key.slice(dimension.length + 1));

/** Sentences of those kinds that have members. */
const kinds = (values: Note['values'], words: Readonly<Record<'mustBe' | 'performance' | 'delighter', string>>) =>
  (['mustBe', 'performance', 'delighter'] as const)
    .filter((kind) => (values[kind] ?? '') !== '')
    .map((kind) => `${words[kind]}: ${values[kind]}.`)
    .join(' ');

interface Numbers {
  readonly top: string;
  readonly loss: string;
  readonly low: string;
  readonly high: string;
  readonly day: string;
  readonly others: readonly string[];
  readonly delights: readonly string[];
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const { asOf, top } = v.overturn?.values ?? {};
  if (v.effect === null || typeof asOf !== 'string' || typeof top !== 'string') return null;
  const side = (value: number) => (v.effect === null ? '' : f.quantity(value, v.effect.unit, half(v.effect)));
  return {
    top,
    loss: written(v.effect, f),
    low: side(v.effect.low),
    high: side(v.effect.high),
    day: f.day(asOf),
    others: namesOf(v, 'loss', 'finding').filter((name) => name !== top),
    delights: namesOf(v, 'gain', 'clear'),
  };
}

const [deedsEn, deedsDe] = [LEAVING_WORDS.en, LEAVING_WORDS.de];

const en: CheckWords = {
  question: (v) =>
    isByLeaving(v)
      ? deedsEn.question
      : 'At which touchpoints does a disappointment weigh most in what customers say of you?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs ratings of single touchpoints in a survey; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (isByLeaving(v)) return deedsEn.answer(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell which touchpoints are moments of truth.';
    const evidence = `between ${n.low} and ${n.high} of ten, as of ${n.day}`;
    if (v.outcome === 'finding') {
      const more = n.others.length === 0 ? '' : ` Also: ${n.others.join(', ')}.`;
      const good =
        n.delights.length === 0
          ? ''
          : ` A delighting experience goes with a better judgement at: ${n.delights.join(', ')}.`;
      return `First at “${n.top}”: whom it disappointed judges the whole ${n.loss} worse than after an ordinary experience there (${evidence}).${more}${good}`;
    }
    if (v.outcome === 'clear')
      return `At none: no disappointment goes with a noticeably worse judgement of the whole; the largest difference is ${n.loss}, at “${n.top}” (${evidence}).`;
    if (v.outcome === 'reversed') return `At none: the largest difference is ${n.loss}, at “${n.top}” (${evidence}).`;
    return `The data do not tell which touchpoints are moments of truth; the largest difference so far is ${n.loss}, at “${n.top}” (${evidence}).`;
  },
  naive: (v, f) => {
    if (isByLeaving(v)) return deedsEn.naive(v, f);
    return v.naive === null
      ? 'A plain comparison is not shown.'
      : `Plainly, those whom this touchpoint disappointed judge the whole ${written(v.naive, f)} worse than everybody else. That mixes in what they met elsewhere, and their mood.`;
  },
  action: (v) => {
    if (isByLeaving(v)) return deedsEn.action(v);
    const { outcome } = v;
    if (outcome === 'finding')
      return 'You could rework the first touchpoint of the list together with those who serve it, at some places first, and compare ratings and exits.';
    if (outcome === 'clear') return 'You could keep the ratings under monitoring; no touchpoint suggests itself.';
    return 'You could ask after single touchpoints, and for the overall judgement in the same survey, until each has enough ratings.';
  },
  method: `Ratings of touchpoints of the last five years (a setting) are sorted into disappointing, okay and delighting (1-2, 3-4, 5 of five; 0-6, 7-8, 9-10 of ten). The overall judgement, the willingness to recommend where it is asked, is compared between those with a disappointing and those with an okay experience of the same touchpoint, all touchpoints held equal at once. With enough touchpoints, the difference that they all share is taken off as the mood of the one who answers; with fewer, a touchpoint is named when it stands out from the others. For naming and order, values are pulled together as far as their own number is thin, and the share of touchpoints named wrongly is held down over all of them. Intervals treat all answers of one person as one unit.${deedsEn.method}`,
  notes: {
    ...deedsEn.notes,
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noJudgement: () =>
      'Touchpoints are rated, but no question asks for the overall judgement (willingness to recommend or satisfaction).',
    tooFewAnswers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} overall judgements of people who also rated a touchpoint, has ${f.count(num(values, 'has'))}.`,
    tooFewRatings: (values, f) =>
      `A touchpoint needs ${f.count(num(values, 'needed'))} ratings, ten of them disappointing; the largest has ${f.count(num(values, 'has'))}.`,
    openLosses: (values, f) =>
      `For ${f.count(num(values, 'open'))} of ${f.count(num(values, 'tested'))} touchpoints the interval reaches beyond ${f.quantity(num(values, 'relevant'), 'points', 0.5)}, from where on it matters; more ratings would narrow it.`,
    moodInWords: (values, f) =>
      `After a disappointment the whole is judged worse at ${f.count(num(values, 'touchpoints'))} of ${f.count(num(values, 'tested'))} touchpoints, and none stands out from the others: that may be the mood of those who answer. A difference clearly above ${f.quantity(num(values, 'beyond'), 'points', 0.5)}, or ratings of ${f.count(num(values, 'needed'))} touchpoints, would tell.`,
    moodStays: (values, f) =>
      `Mood can be told from experience with ${f.count(num(values, 'needed'))} touchpoints, there are ${f.count(num(values, 'has'))}: who is in a bad mood rates everything low, and that is in the numbers.`,
    thinTouchpoints: (values, f) =>
      `${f.count(num(values, 'touchpoints'))} touchpoints have too few ratings (${f.count(num(values, 'needed'))} are needed, ten of them disappointing) and are not judged.`,
    openTouchpoints: (values, f) => `For ${f.count(num(values, 'open'))} further touchpoints the data do not tell.`,
    kinds: (values) =>
      kinds(values, {
        mustBe: 'Failing weighs more than excelling at',
        performance: 'Failing and excelling both weigh at',
        delighter: 'Excelling weighs more than failing at',
      }),
    severity: () =>
      'A touchpoint that follows a loss, such as a claim, also bears the weight of the loss; how bad it was is not in the survey.',
    noMoney: () => 'No sum of money is named: answers of a survey are no exits.',
    oneMood: () =>
      'The statement would fall if those who answer differ from those who do not, if answers of one survey only share a mood, or if what happened to them was worse and not how they were treated.',
  },
  details: {
    ...deedsEn.details,
    disappointedAtTop: 'Disappointing ratings at this touchpoint',
    delightedAtTop: 'Delighting ratings at this touchpoint',
    mood: 'Difference common to all touchpoints, taken off as mood',
  },
  counts: {
    ...deedsEn.counts,
    answers: 'Overall judgements of people who rated a touchpoint',
    ratings: 'Ratings of touchpoints',
    touchpoints: 'Touchpoints rated',
    tested: 'Touchpoints with enough ratings',
  },
  excluded: {
    ...deedsEn.excluded,
    withoutRating: 'Overall judgements without a rated touchpoint',
    thinTouchpoints: 'Ratings of touchpoints that have too few',
  },
  dimensions: {
    ...deedsEn.dimensions,
    loss: 'Worse judgement after disappointment',
    gain: 'Better judgement after delight',
  },
  charts: {
    leaving: deedsEn.chart,
    effects: {
      title: 'What a disappointing and a delighting experience go with',
      x: 'Touchpoint',
      y: 'Points of ten in the overall judgement',
      series: { loss: 'Worse after disappointment', gain: 'Better after delight' },
    },
    shares: {
      title: 'Where most are disappointed, and how many are delighted there',
      x: 'Touchpoint',
      y: 'Share of ratings',
      series: { disappointing: 'Disappointing', delighting: 'Delighting' },
    },
  },
};

const de: typeof en = {
  question: (v) =>
    isByLeaving(v)
      ? deedsDe.question
      : 'An welchen Touchpoints wiegt eine Enttäuschung am schwersten in dem, was Kunden über Sie sagen?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es Bewertungen einzelner Touchpoints aus einer Befragung; sie stehen nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
    if (isByLeaving(v)) return deedsDe.answer(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, welche Touchpoints Momente der Wahrheit sind.';
    const evidence = `zwischen ${dative(n.low)} und ${dative(n.high)} von zehn, Stand ${n.day}`;
    if (v.outcome === 'finding') {
      const more = n.others.length === 0 ? '' : ` Außerdem: ${n.others.join(', ')}.`;
      const good =
        n.delights.length === 0
          ? ''
          : ` Mit einem begeisternden Erlebnis geht ein besseres Urteil einher bei: ${n.delights.join(', ')}.`;
      return `Zuerst bei „${n.top}“: Wer dort enttäuscht wurde, beurteilt das Ganze um ${n.loss} schlechter als nach einem gewöhnlichen Erlebnis dort (${evidence}).${more}${good}`;
    }
    if (v.outcome === 'clear')
      return `An keinem: Mit keiner Enttäuschung geht ein spürbar schlechteres Gesamturteil einher; der größte Unterschied ist ${n.loss}, bei „${n.top}“ (${evidence}).`;
    if (v.outcome === 'reversed')
      return `An keinem: Der größte Unterschied ist ${n.loss}, bei „${n.top}“ (${evidence}).`;
    return `Die Daten sagen nicht, welche Touchpoints Momente der Wahrheit sind; der größte Unterschied ist bisher ${n.loss}, bei „${n.top}“ (${evidence}).`;
  },
  naive: (v, f) => {
    if (isByLeaving(v)) return deedsDe.naive(v, f);
    return v.naive === null
      ? 'Ein schlichter Vergleich wird nicht gezeigt.'
      : `Schlicht verglichen urteilen die dort Enttäuschten um ${written(v.naive, f)} schlechter über das Ganze als alle anderen. Darin steckt auch, was sie anderswo erlebten, und ihre Stimmung.`;
  },
  action: (v) => {
    if (isByLeaving(v)) return deedsDe.action(v);
    const { outcome } = v;
    if (outcome === 'finding')
      return 'Sie könnten den ersten Touchpoint der Liste mit denen, die ihn bedienen, neu gestalten, zuerst an einigen Stellen, und Bewertungen und Abgänge vergleichen.';
    if (outcome === 'clear')
      return 'Sie könnten die Bewertungen im Monitoring behalten; kein Touchpoint drängt sich auf.';
    return 'Sie könnten nach einzelnen Touchpoints und in derselben Befragung nach dem Gesamturteil fragen, bis jeder genügend Bewertungen hat.';
  },
  method: `Bewertungen von Touchpoints aus den letzten fünf Jahren (eine Einstellung) werden in enttäuschend, okay und begeisternd geteilt (1-2, 3-4, 5 von fünf; 0-6, 7-8, 9-10 von zehn). Das Gesamturteil, wo gefragt die Empfehlungsbereitschaft, wird zwischen Menschen mit enttäuschendem und mit gewöhnlichem Erlebnis desselben Touchpoints verglichen, alle Touchpoints zugleich gleich gehalten. Bei genügend Touchpoints wird der Unterschied, den alle gemeinsam haben, als Stimmung abgezogen; bei weniger wird ein Touchpoint genannt, wenn er aus den anderen heraussticht. Für Nennung und Reihenfolge werden Werte so weit zueinander gezogen, wie die eigene Zahl dünn ist, und der Anteil zu Unrecht genannter Touchpoints wird über alle hinweg klein gehalten. Die Intervalle behandeln alle Antworten eines Menschen als eine Einheit.${deedsDe.method}`,
  notes: {
    ...deedsDe.notes,
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noJudgement: () =>
      'Touchpoints sind bewertet, aber keine Frage gilt dem Gesamturteil (Empfehlungsbereitschaft oder Zufriedenheit).',
    tooFewAnswers: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Gesamturteile von Menschen, die auch einen Touchpoint bewerteten, es sind ${f.count(num(values, 'has'))}.`,
    tooFewRatings: (values, f) =>
      `Ein Touchpoint braucht ${f.count(num(values, 'needed'))} Bewertungen, davon zehn enttäuschende; der größte hat ${f.count(num(values, 'has'))}.`,
    openLosses: (values, f) =>
      `Bei ${f.count(num(values, 'open'))} von ${f.count(num(values, 'tested'))} Touchpoints reicht das Intervall über ${f.quantity(num(values, 'relevant'), 'points', 0.5)} hinaus, ab denen es von Belang ist; mehr Bewertungen würden es eingrenzen.`,
    moodInWords: (values, f) =>
      `Nach einer Enttäuschung wird das Ganze an ${f.count(num(values, 'touchpoints'))} von ${f.count(num(values, 'tested'))} Touchpoints schlechter beurteilt, und keiner sticht heraus: Das kann die Stimmung derer sein, die antworten. Ein Unterschied deutlich über ${dative(f.quantity(num(values, 'beyond'), 'points', 0.5))} oder Bewertungen von ${f.count(num(values, 'needed'))} Touchpoints würden es sagen.`,
    moodStays: (values, f) =>
      `Stimmung lässt sich bei ${f.count(num(values, 'needed'))} Touchpoints vom Erlebnis trennen, es sind ${f.count(num(values, 'has'))}: Wer schlechter Stimmung ist, bewertet alles niedrig, und das steckt in den Zahlen.`,
    thinTouchpoints: (values, f) =>
      `${f.count(num(values, 'touchpoints'))} Touchpoints haben zu wenige Bewertungen (es braucht ${f.count(num(values, 'needed'))}, davon zehn enttäuschende) und werden nicht beurteilt.`,
    openTouchpoints: (values, f) =>
      `Bei ${f.count(num(values, 'open'))} weiteren Touchpoints sagen es die Daten nicht.`,
    kinds: (values) =>
      kinds(values, {
        mustBe: 'Versagen wiegt schwerer als Glänzen bei',
        performance: 'Versagen und Glänzen wiegen beide bei',
        delighter: 'Glänzen wiegt schwerer als Versagen bei',
      }),
    severity: () =>
      'Ein Touchpoint nach einem Verlust, etwa einem Schaden, trägt auch das Gewicht des Verlusts; wie schlimm er war, steht nicht in der Befragung.',
    noMoney: () => 'Ein Geldbetrag wird nicht genannt: Antworten einer Befragung sind keine Abgänge.',
    oneMood: () =>
      'Die Aussage fiele, wenn sich die Antwortenden von den übrigen unterscheiden, wenn Antworten einer Befragung nur eine Stimmung teilen oder wenn das Geschehene schlimmer war und nicht die Behandlung.',
  },
  details: {
    ...deedsDe.details,
    disappointedAtTop: 'Enttäuschende Bewertungen an diesem Touchpoint',
    delightedAtTop: 'Begeisterte Bewertungen an diesem Touchpoint',
    mood: 'Allen Touchpoints gemeinsamer Unterschied, als Stimmung abgezogen',
  },
  counts: {
    ...deedsDe.counts,
    answers: 'Gesamturteile von Menschen, die einen Touchpoint bewerteten',
    ratings: 'Bewertungen von Touchpoints',
    touchpoints: 'Bewertete Touchpoints',
    tested: 'Touchpoints mit genügend Bewertungen',
  },
  excluded: {
    ...deedsDe.excluded,
    withoutRating: 'Gesamturteile ohne bewerteten Touchpoint',
    thinTouchpoints: 'Bewertungen von Touchpoints, die zu wenige haben',
  },
  dimensions: {
    ...deedsDe.dimensions,
    loss: 'Schlechteres Urteil nach Enttäuschung',
    gain: 'Besseres Urteil nach Begeisterung',
  },
  charts: {
    leaving: deedsDe.chart,
    effects: {
      title: 'Womit enttäuschende und begeisternde Erlebnisse einhergehen',
      x: 'Touchpoint',
      y: 'Punkte von zehn im Gesamturteil',
      series: { loss: 'Schlechter nach Enttäuschung', gain: 'Besser nach Begeisterung' },
    },
    shares: {
      title: 'Wo die meisten enttäuscht sind, und wie viele dort begeistert',
      x: 'Touchpoint',
      y: 'Anteil der Bewertungen',
      series: { disappointing: 'Enttäuschend', delighting: 'Begeisternd' },
    },
  },
};

export const momentsOfTruthMessages: CheckMessages = { en, de };
