import { byText } from '#domain/by-text.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import {
  type Chart,
  type ChartPoint,
  type Detail,
  inconclusive,
  type Note,
  type Quantity,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { beyondMood } from './beyond-mood.ts';
import { experienceEffects } from './experience-effects.ts';
import type { MomentsOfTruthInput } from './input.ts';
import { judgeTouchpoints } from './judge-touchpoints.ts';
import { DRAWN, type Judged, kindsOf, note, outcomeOf } from './judged.ts';
import { plainLoss } from './plain-loss.ts';
import type { MomentsOfTruthSettings } from './settings.ts';
import { shareStrata } from './share-strata.ts';
import { priorityOf, type TouchpointCounts, touchpointCounts } from './touchpoint-counts.ts';

interface Weighed extends Judged {
  readonly priority: number;
}

const byPriority = (a: Weighed, b: Weighed) =>
  Number(b.lossOutcome === 'finding') - Number(a.lossOutcome === 'finding') ||
  b.priority - a.priority ||
  (b.pulledLoss?.value ?? 0) - (a.pulledLoss?.value ?? 0) ||
  byText(a.place, b.place);

function strataOf(judged: readonly Judged[]): readonly Stratum[] {
  const numbers = ({ counts }: Judged) => ({
    ratings: counts.ratings,
    disappointed: counts.disappointed,
    delighted: counts.delighted,
  });
  const losses = judged.flatMap((one): Stratum[] =>
    one.loss === null
      ? []
      : [
          {
            key: `loss:${one.counts.name}`,
            effect: quantity(one.loss, 'points'),
            outcome: one.lossOutcome,
            counts: numbers(one),
          },
        ],
  );
  const gains = judged.flatMap((one): Stratum[] =>
    one.isDelight && one.gain !== null
      ? [
          {
            key: `gain:${one.counts.name}`,
            effect: quantity(one.gain, 'points'),
            outcome: 'clear',
            counts: numbers(one),
          },
        ]
      : [],
  );
  return [...losses, ...gains];
}

function chartsOf(judged: readonly Judged[], all: readonly TouchpointCounts[], minimum: number): readonly Chart[] {
  const bar = (
    series: string,
    x: string,
    { value, low, high }: Pick<Quantity, 'value' | 'low' | 'high'>,
  ): ChartPoint => ({
    series,
    x,
    value,
    low,
    high,
  });
  const effects = judged
    .slice(0, DRAWN)
    .flatMap(({ loss, gain, counts }) => [
      ...(loss === null ? [] : [bar('loss', counts.name, loss)]),
      ...(gain === null ? [] : [bar('gain', counts.name, gain)]),
    ]);
  const shares = all
    .filter(({ ratings }) => ratings >= minimum)
    .toSorted((a, b) => b.disappointed - a.disappointed || byText(a.name, b.name))
    .slice(0, DRAWN)
    .flatMap(({ name, ratings, disappointed, delighted }) => [
      bar('disappointing', name, wilsonInterval({ successes: disappointed, trials: ratings })),
      bar('delighting', name, wilsonInterval({ successes: delighted, trials: ratings })),
    ]);
  return [
    ...(effects.length > 0
      ? [{ id: 'effects', kind: 'bars', unit: 'points', points: effects, benchmark: [] } as const]
      : []),
    ...(shares.length > 0
      ? [{ id: 'shares', kind: 'bars', unit: 'share', points: shares, benchmark: [] } as const]
      : []),
  ];
}

function detailsOf(top: Judged, mood: number, withMood: boolean): readonly Detail[] {
  const { ratings, disappointed, delighted } = top.counts;
  const share = (key: string, successes: number): Detail => ({
    key,
    quantity: quantity(wilsonInterval({ successes, trials: ratings }), 'share'),
  });
  const moodLoss = { value: -mood, low: -mood, high: -mood, level: 0.95 };
  return [
    share('disappointedAtTop', disappointed),
    share('delightedAtTop', delighted),
    ...(withMood ? [{ key: 'mood', quantity: quantity(moodLoss, 'points') }] : []),
  ];
}

function undecided(
  { inMood, open, tested }: Readonly<Record<'inMood' | 'open' | 'tested', number>>,
  { relevantLoss, lossBeyondMood, minimumForMood }: MomentsOfTruthSettings,
): Note {
  return inMood > 0
    ? { id: 'moodInWords', values: { touchpoints: inMood, tested, beyond: lossBeyondMood, needed: minimumForMood } }
    : { id: 'openLosses', values: { open, tested, relevant: relevantLoss } };
}

/** Whether any answer is an overall judgement. */
export const asksForJudgement = (answers: Cells) => sumOf(answers, 'answers') > 0;

/** Cross products of experiences to the verdict which touchpoints decide; see the method in the messages. */
export function judgeByWords({ cells, settings, audit }: MomentsOfTruthInput): Verdict {
  const all = touchpointCounts(cells.ratings);
  const answers = sumOf(cells.answers, 'answers', ([isRated]) => Number(isRated) === 1);
  const ratings = all.reduce((sum, one) => sum + one.ratings, 0);
  const large = all.filter(
    (one) => one.ratings >= settings.minimumRatings && one.disappointed >= settings.minimumEvents,
  );
  const thin = all.filter((one) => !large.includes(one));
  const parts: Partial<Verdict> = {
    counts: { answers, ratings, touchpoints: all.length, tested: large.length },
    excluded: {
      withoutRating: sumOf(cells.answers, 'answers') - answers,
      thinTouchpoints: thin.reduce((sum, one) => sum + one.ratings, 0),
    },
    strata: shareStrata(all, settings.minimumRatings),
    charts: chartsOf([], all, settings.minimumRatings),
  };
  const refuse = (id: string, needed: number, has: number) => inconclusive(id, { needed, has }, parts);
  if (ratings > 0 && !asksForJudgement(cells.answers)) return refuse('noJudgement', settings.minimumAnswers, 0);
  if (answers < settings.minimumAnswers) return refuse('tooFewAnswers', settings.minimumAnswers, answers);
  if (large.length === 0)
    return refuse('tooFewRatings', settings.minimumRatings, Math.max(0, ...all.map((one) => one.ratings)));
  const takeOffMood = large.length >= settings.minimumForMood;
  const tested = large.map(({ place, delighted }) => ({
    place,
    disappointing: true,
    delighting: delighted >= settings.minimumEvents,
  }));
  const found = experienceEffects(cells.pairs, tested, takeOffMood);
  const plainly = judgeTouchpoints(found, settings);
  const limits = { relevant: settings.relevantLoss, beyond: settings.lossBeyondMood };
  const judged = (takeOffMood ? plainly : beyondMood(plainly, found.apart, limits))
    .flatMap((one): Weighed[] => {
      const counts = large.find(({ place }) => place === one.place);
      return counts === undefined
        ? []
        : [{ ...one, counts, priority: priorityOf(counts, one.pulledLoss?.value ?? 0, large) }];
    })
    .sort(byPriority);
  const outcome = outcomeOf(judged);
  const decisive = judged.filter(({ lossOutcome }) => lossOutcome === 'finding');
  const top = decisive[0] ?? [...judged].sort((a, b) => (b.pulledLoss?.value ?? 0) - (a.pulledLoss?.value ?? 0))[0];
  const shown = decisive.length > 0 ? top?.loss : top?.pulledLoss;
  if (top === undefined || shown === undefined || shown === null)
    return refuse('tooFewRatings', settings.minimumRatings, ratings);
  const open = judged.filter(({ lossOutcome }) => lossOutcome === 'inconclusive').length;
  const inMood = plainly.filter(({ lossOutcome }) => lossOutcome === 'finding').length;
  const plain = plainLoss(cells.pairs, top.place);
  return verdict({
    ...parts,
    outcome,
    grade: 'C',
    // The largest of many is large by luck; where none is named, the pulled value says so.
    effect: quantity(shown, 'points'),
    naive: plain === null ? null : quantity(plain, 'points'),
    affected: sumOf(cells.answers, 'disappointed'),
    strata: [...strataOf(judged), ...shareStrata(all, settings.minimumRatings)],
    details: detailsOf(top, found.mood, takeOffMood),
    adjustedFor: ['survey.touchpoint_id'],
    caveats: [
      ...note(!takeOffMood, 'moodStays', { needed: settings.minimumForMood, has: large.length }),
      ...note(thin.length > 0, 'thinTouchpoints', { touchpoints: thin.length, needed: settings.minimumRatings }),
      ...note(open > 0 && outcome !== 'inconclusive', 'openTouchpoints', { open }),
      ...kindsOf(judged),
      ...note(true, 'severity'),
      ...note(true, 'noMoney'),
    ],
    reason: outcome === 'inconclusive' ? undecided({ inMood, open, tested: judged.length }, settings) : null,
    overturn: { id: 'oneMood', values: { asOf: audit.asOf, top: top.counts.name, decisive: decisive.length } },
    charts: chartsOf(judged, all, settings.minimumRatings),
  });
}
