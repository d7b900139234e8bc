import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type CellKey, type Cells, sumOf } from '../cells.ts';

type Caller = 'existing' | 'newcomer' | 'unknown';

/** What the contacts amount to before anything is compared; both groups without customers who stand for much of theirs. */
export interface ContactCounts {
  readonly all: number;
  readonly existing: number;
  readonly newcomers: number;
  readonly unknown: number;
  readonly existingDays: number;
  readonly newcomerDays: number;
  /** From the first to the last day with a counted contact. */
  readonly spanDays: number;
  readonly existingCompared: number;
  readonly newcomersCompared: number;
  readonly longWaits: number;
  readonly heavyExisting: number;
  readonly heavyNewcomers: number;
  readonly shortAbandons: number;
  readonly noOutcome: number;
  /** Newcomers who call the service line: customers already, though not existing ones. */
  readonly newOnService: number;
  readonly written: number;
  /** Shares of the counted contacts of known callers, 0..1. */
  readonly byLineShare: number;
  readonly transferredShare: number;
  readonly timedShare: number;
  readonly topicShared: boolean;
  readonly channelShared: boolean;
  /** Plain difference of the means of answered contacts, existing minus newcomers, in seconds. */
  readonly naive: Estimate;
}

type CountCells = Readonly<Record<'days' | 'compared' | 'long' | 'heavy', Cells>>;

/** Reads the cells by day, caller and state, those of the contacts that have a counterpart, of long waits and of heavy callers. */
export function contactCounts({ days, compared, long, heavy }: CountCells): ContactCounts {
  const [day, caller, state] = ['day', 'caller', 'state'].map((name) => days.by.indexOf(name));
  const inState = (name: string) => (tuple: readonly CellKey[]) => tuple[state ?? -1] === name;
  const counted = inState('counted');
  const countedOf = (who: Caller) => (tuple: readonly CellKey[]) => counted(tuple) && tuple[caller ?? -1] === who;
  const known = (tuple: readonly CellKey[]) => counted(tuple) && tuple[caller ?? -1] !== 'unknown';
  const among = (cells: Cells, who: Caller) =>
    sumOf(cells, 'contacts', (tuple) => tuple[cells.by.indexOf('caller')] === who);
  const of = (who: Caller) => sumOf(days, 'contacts', countedOf(who)) - among(heavy, who);
  const daysOf = (who: (tuple: readonly CellKey[]) => boolean) =>
    new Set(days.tuples.filter(who).map((tuple) => String(tuple[day ?? -1]))).size;
  const knownCount = sumOf(days, 'contacts', known);
  const share = (name: string) => (knownCount > 0 ? sumOf(days, name, known) / knownCount : 0);
  return {
    all: sumOf(days, 'contacts'),
    existing: of('existing'),
    newcomers: of('newcomer'),
    unknown: of('unknown'),
    existingDays: daysOf(countedOf('existing')),
    newcomerDays: daysOf(countedOf('newcomer')),
    spanDays: spanOf(days.tuples.filter(counted).map((tuple) => String(tuple[day ?? -1]))),
    existingCompared: among(compared, 'existing'),
    newcomersCompared: among(compared, 'newcomer'),
    longWaits: sumOf(long, 'contacts'),
    heavyExisting: among(heavy, 'existing'),
    heavyNewcomers: among(heavy, 'newcomer'),
    shortAbandons: sumOf(days, 'contacts', inState('shortAbandon')),
    newOnService: sumOf(days, 'contacts', inState('newOnService')),
    noOutcome: sumOf(days, 'contacts', inState('noOutcome')),
    written: sumOf(days, 'contacts', inState('written')),
    byLineShare: share('byLine'),
    transferredShare: share('transferred'),
    timedShare: share('timed'),
    topicShared: sumOf(compared, 'topicShared') > 0,
    channelShared: sumOf(compared, 'channelShared') > 0,
    naive: naiveGap(days, countedOf('existing'), countedOf('newcomer')),
  };
}

function spanOf(days: readonly string[]): number {
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return times.length === 0 ? 0 : times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b)) + 1;
}

type Pick = (tuple: readonly CellKey[]) => boolean;

function naiveGap(days: Cells, existing: Pick, newcomer: Pick): Estimate {
  const sides = days.tuples.map((tuple) => [existing(tuple), newcomer(tuple)] as const);
  const answered = days.sumNames.indexOf('answered');
  const seconds = days.sumNames.indexOf('answeredSeconds');
  const mean = (sums: Float64Array, side: 0 | 1) => {
    let count = 0;
    let total = 0;
    for (const [key, member] of sides.entries()) {
      if (!member[side]) continue;
      count += sums[key * days.sums + answered] ?? 0;
      total += sums[key * days.sums + seconds] ?? 0;
    }
    return total / count;
  };
  const { estimates } = deleteAGroup({
    ...days,
    scale: 'identity',
    theta: (sums) => [mean(sums, 0) - mean(sums, 1)],
  });
  return estimates[0] ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };
}
