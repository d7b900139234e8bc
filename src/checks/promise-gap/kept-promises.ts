import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import {
  type Chart,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { lossAfterBroken } from './loss.ts';
import type { PromiseGapSettings } from './settings.ts';

type Input = AssessInput<PromiseGapSettings, 'occasions' | 'aftermath' | 'worth'>;

interface PromiseCounts {
  readonly promise: string;
  readonly kept: number;
  readonly broken: number;
  readonly pending: number;
  /** At a time of which nothing on record could tell whether it was kept. */
  readonly untold: number;
  /** Hung up after a wait that is not on record: kept or broken. */
  readonly gaveUp: number;
  readonly isTestable: boolean;
  /** Share of occasions that may be asked for, after what is tolerated. */
  readonly bar: number;
}

function promiseCounts(cells: Cells, settings: PromiseGapSettings): readonly PromiseCounts[] {
  const at = (name: string) => cells.by.indexOf(name);
  const names = [...new Set(cells.tuples.map((tuple) => String(tuple[at('promise')])))].sort();
  return names.map((promise) => {
    const own = cells.tuples.filter((tuple) => String(tuple[at('promise')]) === promise);
    const of = (state: string) =>
      sumOf(cells, 'occasions', (tuple) => own.includes(tuple) && tuple[at('state')] === state);
    const promised = Math.max(...own.map((tuple) => Number(tuple[at('promised')])));
    const always = own.every((tuple) => Number(tuple[at('is_promised_always')]) === 1);
    return {
      promise,
      kept: of('kept'),
      broken: of('broken'),
      pending: of('pending'),
      untold: of('untold'),
      gaveUp: of('gaveUp'),
      isTestable: of('untestable') === 0,
      bar: promised - (always ? settings.toleratedBroken : settings.toleratedBelowShare),
    };
  });
}

const due = ({ kept, broken }: PromiseCounts) => kept + broken;
type Counted = Pick<PromiseCounts, 'kept' | 'broken' | 'gaveUp'>;

/** Share kept where that is known; the limits also hold that of those who gave up all were kept, or none. */
function shareKept({ kept, broken, gaveUp }: Counted): Estimate {
  const known = wilsonInterval({ successes: kept, trials: kept + broken });
  if (gaveUp === 0) return known;
  const trials = kept + broken + gaveUp;
  const [none, all] = [kept, kept + gaveUp].map((successes) => wilsonInterval({ successes, trials }));
  return { ...known, low: Math.min(known.low, none?.low ?? 0), high: Math.max(known.high, all?.high ?? 1) };
}

function outcomeOf(one: PromiseCounts): Outcome {
  const { low, high } = shareKept(one);
  if (high < one.bar) return 'finding';
  return low >= one.bar ? 'clear' : 'inconclusive';
}

function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('finding')) return 'finding';
  return outcomes.includes('inconclusive') ? 'inconclusive' : 'clear';
}

function trendChart(cells: Cells, tested: readonly PromiseCounts[]): Chart {
  const at = (name: string) => cells.by.indexOf(name);
  const names = tested.map(({ promise }) => promise);
  const halves = [...new Set(cells.tuples.map((tuple) => String(tuple[at('half_year')])))]
    .filter((half) => half !== '')
    .sort();
  const points = halves.flatMap((half) => {
    const of = (state: string) =>
      sumOf(
        cells,
        'occasions',
        (tuple) =>
          tuple[at('half_year')] === half &&
          tuple[at('state')] === state &&
          names.includes(String(tuple[at('promise')])),
      );
    const counts = { kept: of('kept'), broken: of('broken'), gaveUp: of('gaveUp') };
    if (counts.kept + counts.broken < 10) return [];
    const { value, low, high } = shareKept(counts);
    return [{ series: 'kept', x: half, value, low, high }];
  });
  return { id: 'trend', kind: 'bars', unit: 'share', points, benchmark: [] };
}

/** Whether promises are kept, one by one and together. */
export function judgePromises(input: Input): Verdict {
  const { settings } = input;
  const { asOf } = input.audit;
  const cells = input.cells.occasions;
  const all = promiseCounts(cells, settings);
  const testable = all.filter(({ isTestable }) => isTestable);
  const tested = testable.filter((one) => due(one) >= settings.minimumOccasions);
  const sum = (list: readonly PromiseCounts[], of: (one: PromiseCounts) => number) =>
    list.reduce((total, one) => total + of(one), 0);
  const untestable = all.length - testable.length;
  const parts: Partial<Verdict> = {
    counts: { promises: all.length, tested: tested.length, untestable, occasions: sum(tested, due) },
    excluded: {
      pending: sum(testable, ({ pending }) => pending),
      untold: sum(testable, ({ untold }) => untold),
      gaveUp: sum(testable, ({ gaveUp }) => gaveUp),
      thinPromises: sum(testable, due) - sum(tested, due),
    },
  };
  if (testable.length === 0 && untestable > 0) return inconclusive('notTestable', { promises: untestable }, parts);
  if (tested.length === 0) {
    const has = Math.max(0, ...testable.map(due));
    const untold = sum(testable, (one) => one.untold);
    if (untold > 0 && testable.some((one) => due(one) + one.untold >= settings.minimumOccasions))
      return inconclusive('tooFewTold', { needed: settings.minimumOccasions, has, untold }, parts);
    return inconclusive('tooFewOccasions', { needed: settings.minimumOccasions, has }, parts);
  }
  const strata = tested.map(
    (one): Stratum => ({
      key: `promise:${one.promise}`,
      effect: quantity(shareKept(one), 'share'),
      outcome: outcomeOf(one),
      counts: { kept: one.kept, broken: one.broken, pending: one.pending },
    }),
  );
  const outcome = together(strata.map((stratum) => stratum.outcome));
  const broken = strata.filter((stratum) => stratum.outcome === 'finding').map(({ key }) => key);
  const shown = broken.length > 0 ? tested.filter(({ promise }) => broken.includes(`promise:${promise}`)) : tested;
  const counted = (list: readonly PromiseCounts[]) => ({
    kept: sum(list, (o) => o.kept),
    broken: sum(list, (o) => o.broken),
    gaveUp: sum(list, (o) => o.gaveUp),
  });
  const effect = shareKept(counted(shown));
  const { loss, details, notes } = lossAfterBroken(
    input,
    broken.map((key) => key.slice('promise:'.length)),
  );
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  return verdict({
    ...parts,
    outcome,
    grade: 'C',
    effect: quantity(effect, 'share'),
    naive: quantity(shareKept(counted(tested)), 'share'),
    // Every broken occasion, also of promises too rare to be judged.
    affected: sum(testable, ({ broken: count }) => count),
    strata,
    details,
    money: { ...NO_MONEY, loss },
    caveats: [
      ...note(sum(tested, (one) => one.untold) > 0, 'untold', { occasions: sum(tested, (one) => one.untold) }),
      ...note(sum(tested, (one) => one.gaveUp) > 0, 'gaveUp', { occasions: sum(tested, (one) => one.gaveUp) }),
      ...note(untestable > 0, 'someNotTestable', { promises: untestable, all: all.length }),
      ...note(testable.length > tested.length, 'thinPromises', {
        promises: testable.length - tested.length,
        needed: settings.minimumOccasions,
      }),
      ...notes,
    ],
    reason:
      outcome === 'inconclusive'
        ? { id: 'nearPromise', values: { low: effect.low, high: effect.high, needed: tested[0]?.bar ?? 0 } }
        : null,
    overturn: { id: 'otherClock', values: { asOf } },
    charts: [trendChart(cells, tested)],
  });
}
