import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { inconclusive, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import type { PromiseGapSettings } from './settings.ts';

interface Rated {
  readonly question: string;
  readonly managers: number;
  readonly customers: number;
}

function ratedOf(cells: Cells): readonly Rated[] {
  const [question, side] = ['question', 'side'].map((name) => cells.by.indexOf(name));
  const names = [...new Set(cells.tuples.map((tuple) => String(tuple[question ?? -1])))].sort();
  return names.map((name) => {
    const of = (who: string) =>
      sumOf(cells, 'answers', (tuple) => tuple[question ?? -1] === name && tuple[side ?? -1] === who);
    return { question: name, managers: of('management'), customers: of('customers') };
  });
}

/** Means of both sides and their difference, management minus customers, in points of ten; the mean over several questions. */
function meansOf(
  cells: Cells,
  questions: readonly string[],
): readonly [gap: Estimate, management: Estimate, customers: Estimate] {
  const [question, side] = ['question', 'side'].map((name) => cells.by.indexOf(name));
  const keysOf = (name: string, who: string) =>
    cells.tuples.flatMap((tuple, key) => (tuple[question ?? -1] === name && tuple[side ?? -1] === who ? [key] : []));
  const places = questions.map((name) => ({
    management: keysOf(name, 'management'),
    customers: keysOf(name, 'customers'),
  }));
  const mean = (sums: Float64Array, keys: readonly number[]) => {
    const of = (at: number) => keys.reduce((sum, key) => sum + (sums[key * cells.sums + at] ?? 0), 0);
    return of(1) / of(0);
  };
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'identity',
    theta: (sums) => {
      const management = average(places.map((place) => mean(sums, place.management)));
      const customers = average(places.map((place) => mean(sums, place.customers)));
      return [management - customers, management, customers];
    },
  });
  const at = (i: number) => estimates[i] ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };
  return [at(0), at(1), at(2)];
}

/** How the management sees itself against how customers see it, on the questions that both were asked; null where there are none. */
export function judgeSelfRating(cells: Cells, settings: PromiseGapSettings, asOf: string): Verdict | null {
  const rated = ratedOf(cells);
  if (rated.length === 0) return null;
  const { minimumManagers, minimumCustomers, relevantPoints } = settings;
  const enough = rated.filter(
    ({ managers, customers }) => managers >= minimumManagers && customers >= minimumCustomers,
  );
  const most = (of: (one: Rated) => number) => Math.max(0, ...rated.map(of));
  if (enough.length === 0) {
    const values = {
      managersNeeded: minimumManagers,
      managers: most(({ managers }) => managers),
      customersNeeded: minimumCustomers,
      customers: most(({ customers }) => customers),
    };
    return inconclusive('tooFewRatings', values, { reference: 'selfRating' });
  }
  const questions = enough.map(({ question }) => question);
  const [gap, management, customers] = meansOf(cells, questions);
  const outcome = judgeGap(gap, relevantPoints);
  const strata = enough.map(({ question, managers, customers: answers }): Stratum => {
    const [own] = meansOf(cells, [question]);
    return {
      key: `question:${question}`,
      effect: quantity(own, 'points'),
      outcome: judgeGap(own, relevantPoints),
      counts: { managers, customers: answers },
    };
  });
  const sum = (of: (one: Rated) => number) => enough.reduce((total, one) => total + of(one), 0);
  return verdict({
    reference: 'selfRating',
    outcome,
    grade: 'D',
    effect: quantity(gap, 'points'),
    strata: strata.length > 1 ? strata : [],
    details: [
      { key: 'management', quantity: quantity(management, 'points') },
      { key: 'customers', quantity: quantity(customers, 'points') },
    ],
    counts: {
      managers: sum(({ managers }) => managers),
      customers: sum((one) => one.customers),
      questions: enough.length,
    },
    caveats: [{ id: 'ownWords', values: {} }],
    reason:
      outcome === 'inconclusive'
        ? { id: 'wideGap', values: { low: gap.low, high: gap.high, relevant: relevantPoints } }
        : null,
    overturn: { id: 'otherRespondents', values: { asOf } },
  });
}
