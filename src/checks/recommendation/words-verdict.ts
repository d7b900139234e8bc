import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { netPromoterScore } from '#statistics/intervals/net-promoter-score.ts';
import { sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, type Detail, inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Contrast, contrastOf } from './contrast.ts';
import { detail } from './deeds.ts';
import type { Input } from './input.ts';
import { sayDoDetail } from './say-do.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

function scoreOf({ cells: { answers } }: Input, role: string | null): Estimate | null {
  const sum = (name: string) => sumOf(answers, name, ([own]) => role === null || own === role);
  const given = { answers: sum('answers'), promoters: sum('promoters'), detractors: sum('detractors') };
  return given.answers === 0 ? null : netPromoterScore(given);
}

/** Net promoter score of existing customers beside that of newcomers, within equal lines. */
function contrast({ cells: { answers } }: Input): Contrast {
  const of = (role: string) => ({
    holds: (value: (name: string) => string | number | boolean | null) => value('role') === role,
    count: 'answers',
    total: (sum: (name: string) => number) => 100 * (sum('promoters') - sum('detractors')),
  });
  return contrastOf(answers, ['line'], of('existing'), of('newcomer'));
}

/** Those who stayed are the more attached, so a score above that of newcomers shows no second class of newcomers: there is no reverse. */
function outcomeOf(gap: Estimate, relevant: number): Outcome {
  const judged = judgeGap(gap, relevant);
  return judged === 'reversed' || (judged === 'inconclusive' && gap.high < relevant) ? 'clear' : judged;
}

function detailsOf(input: Input): readonly Detail[] {
  return [
    ...detail('nps', scoreOf(input, null), 'points'),
    ...detail('npsExisting', scoreOf(input, 'existing'), 'points'),
    ...detail('npsNewcomers', scoreOf(input, 'newcomer'), 'points'),
    ...sayDoDetail(input),
  ];
}

function chartOf(input: Input): Chart {
  const points = (['existing', 'newcomer'] as const).flatMap((role) => {
    const score = scoreOf(input, role);
    return score === null ? [] : [{ series: role, x: role, value: score.value, low: score.low, high: score.high }];
  });
  return { id: 'nps', kind: 'bars', unit: 'points', points, benchmark: [] };
}

/** What customers say: would they recommend, and existing ones less than newcomers? null without answers. */
export function wordsVerdict(input: Input): Verdict | null {
  const { cells, settings, audit } = input;
  const answers = sumOf(cells.answers, 'answers');
  if (answers === 0) return null;
  const of = (role: string) => sumOf(cells.answers, 'answers', ([own]) => own === role);
  const base = {
    reference: 'words',
    counts: { answers, existingAnswers: of('existing'), newcomerAnswers: of('newcomer') },
    excluded: { withoutContract: of('') },
  };
  const asOf = audit.asOf;
  if (answers < settings.minimumAnswers)
    return inconclusive('fewAnswers', { asOf, needed: settings.minimumAnswers, found: answers }, base);
  const caveats = [
    note('onlyWords'),
    ...(holds(input.inventory, 'survey', 'touchpoint_id') ? [] : [note('whenAsked')]),
  ];
  const told = { ...base, grade: 'D' as const, details: detailsOf(input), caveats, charts: [chartOf(input)] };
  const fewest = Math.min(of('existing'), of('newcomer'));
  if (fewest < settings.minimumAnswersEach)
    return inconclusive(
      'fewEach',
      { asOf, needed: settings.minimumAnswersEach, existing: of('existing'), newcomers: of('newcomer') },
      told,
    );
  const { gap, naiveGap, overlap } = contrast(input);
  if (overlap < 0.4) return inconclusive('noOverlap', { asOf, overlap }, told);
  const outcome = outcomeOf(gap, settings.relevantPoints);
  return verdict({
    ...told,
    outcome,
    grade: 'C',
    effect: quantity(gap, 'points'),
    naive: quantity(naiveGap, 'points'),
    adjustedFor: ['contract.product_id'],
    overlap,
    caveats: [...caveats, note('stayers')],
    reason:
      outcome === 'inconclusive'
        ? note('widePoints', { asOf, low: gap.low, high: gap.high, relevant: settings.relevantPoints })
        : null,
    overturn: note('overturnWords', { asOf, months: audit.windowMonths }),
  });
}
