import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, inconclusive, quantity, type Verdict, verdict } from '../verdict.ts';
import type { mentionCells } from './query.ts';
import { ratingTrend } from './rating-trend.ts';
import type { PublicVoiceSettings } from './settings.ts';

/** Under which this second question is asked of the same mentions. */
export const STARS = 'stars';

type Input = AssessInput<PublicVoiceSettings, keyof typeof mentionCells>;

/** "2026-H1" of the month that lies this many months before the day of the audit. */
function halfYear(asOf: string, monthsAgo: number): string {
  const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1 - monthsAgo;
  return `${Math.floor(month / 12)}-H${month % 12 < 6 ? 1 : 2}`;
}

function chartsOf(ratings: Cells, asOf: string, least: number): readonly Chart[] {
  const month = ratings.by.indexOf('months_ago');
  const speaker = ratings.by.indexOf('speaker');
  const halfOf = (tuple: Cells['tuples'][number]) => halfYear(asOf, Number(tuple[month]));
  const points = [...new Set(ratings.tuples.map(halfOf))].sort().flatMap((half) => {
    const own = (tuple: Cells['tuples'][number]) => halfOf(tuple) === half && tuple[speaker] === 'customer';
    const given = sumOf(ratings, 'mentions', own);
    if (given < least) return [];
    return [{ series: 'stars', x: half, value: sumOf(ratings, 'stars', own) / given, low: null, high: null }];
  });
  return points.length > 1 ? [{ id: 'stars', kind: 'bars', unit: 'points', points, benchmark: [] }] : [];
}

/** Do the stars that customers give fall? No verdict where nobody gives any. */
export function assessStars({ cells, settings, audit }: Input): readonly Verdict[] {
  const { rated, months, fall, plainFall } = ratingTrend(cells.ratings);
  if (rated === 0) return [];
  const parts: Partial<Verdict> = { reference: STARS, counts: { rated, months }, sharpen: '' };
  const { minimumMentions, minimumMonths } = settings;
  if (rated < minimumMentions) return [inconclusive('tooFewStars', { needed: minimumMentions, has: rated }, parts)];
  if (months < minimumMonths) return [inconclusive('noTrend', { needed: minimumMonths, has: months }, parts)];
  const outcome = judgeGap(fall, settings.relevantFall);
  return [
    verdict({
      ...parts,
      outcome,
      grade: 'D',
      effect: quantity(fall, 'points'),
      naive: quantity(plainFall, 'points'),
      adjustedFor: ['mention.source'],
      caveats: [
        { id: 'notRepresentative', values: {} },
        { id: 'noMoney', values: {} },
      ],
      reason:
        outcome === 'inconclusive'
          ? { id: 'wideFall', values: { low: fall.low, high: fall.high, relevant: settings.relevantFall } }
          : null,
      overturn: { id: 'otherStars', values: { asOf: audit.asOf } },
      charts: chartsOf(cells.ratings, audit.asOf, settings.minimumPerReason),
    }),
  ];
}
