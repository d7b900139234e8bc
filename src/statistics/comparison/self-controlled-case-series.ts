import { type ConditionalPoissonFit, conditionalPoisson } from '../regression/conditional-poisson.ts';

export interface CaseSeriesInput {
  /** First and last observed day of each person, inclusive, on one scale (age or calendar). */
  readonly persons: readonly { readonly person: string; readonly startDay: number; readonly endDay: number }[];
  readonly events: readonly { readonly person: string; readonly day: number }[];
  /** Days at risk after an exposure, inclusive; the window's name becomes a coefficient. */
  readonly exposures: readonly {
    readonly person: string;
    readonly fromDay: number;
    readonly toDay: number;
    readonly window: string;
  }[];
  /** Last day of each age or season band but the last; [] for none. */
  readonly bandEndDays: readonly number[];
}

/**
 * Self-controlled case series: compares each person's rate inside the exposure windows with the same person's rate
 * outside, so whatever does not change within a person cannot confound. Coefficients are log rate ratios: first the
 * windows in order of their names, then the bands against the first. Assumes that an event changes neither later
 * exposure nor the end of observation, and that events recur independently or are rare.
 * Farrington, C. P. (1995), Biometrics 51(1), 228-235; Whitaker, H. J. et al. (2006), Statistics in Medicine 25, 1768-1797.
 * RangeError on unknown persons, days outside observation or windows that end before they start.
 */
export function selfControlledCaseSeries(
  input: CaseSeriesInput,
  options: { readonly level?: number; readonly variance?: 'model' | 'robust' } = {},
): ConditionalPoissonFit {
  const windows = [...new Set(input.exposures.map((exposure) => exposure.window))].sort();
  const bands = [...input.bandEndDays].sort((a, b) => a - b);
  const names = [...windows, ...bands.map((end) => `after day ${end}`)];
  const rows = splitHistories(input, bands);
  const columns = [
    ...windows.map((window) => rows.map((row) => (row.windows.includes(window) ? 1 : 0))),
    ...bands.map((_, band) => rows.map((row) => (row.band === band + 1 ? 1 : 0))),
  ];
  return conditionalPoisson(
    {
      names,
      columns,
      events: rows.map((row) => row.events),
      exposure: rows.map((row) => row.days),
      group: rows.map((row) => row.person),
    },
    options,
  );
}

interface Interval {
  readonly person: string;
  readonly days: number;
  readonly events: number;
  readonly windows: readonly string[];
  readonly band: number;
}

/** Cuts each person with an event at the ends of windows and bands; persons without events say nothing. */
function splitHistories(input: CaseSeriesInput, bands: readonly number[]): readonly Interval[] {
  const eventsOf = groupBy(input.events, (event) => event.person);
  const exposuresOf = groupBy(input.exposures, (exposure) => exposure.person);
  const known = new Set(input.persons.map(({ person }) => person));
  for (const { person } of [...input.events, ...input.exposures]) {
    if (!known.has(person)) throw new RangeError(`persons does not list ${person}`);
  }
  return input.persons.flatMap(({ person, startDay, endDay }) => {
    const events = eventsOf.get(person) ?? [];
    if (!(endDay >= startDay)) throw new RangeError(`persons: ${person} ends before the start`);
    if (events.some(({ day }) => day < startDay || day > endDay)) {
      throw new RangeError(`events: ${person} has one outside the observed days`);
    }
    const exposures = exposuresOf.get(person) ?? [];
    if (exposures.some(({ fromDay, toDay }) => toDay < fromDay)) {
      throw new RangeError(`exposures: ${person} has a window that ends before it starts`);
    }
    if (events.length === 0) return [];
    const starts = [startDay, ...exposures.flatMap((x) => [x.fromDay, x.toDay + 1]), ...bands.map((end) => end + 1)];
    const cuts = [...new Set(starts)].filter((day) => day >= startDay && day <= endDay).sort((a, b) => a - b);
    return cuts.map((from, k) => {
      const until = cuts[k + 1] ?? endDay + 1;
      return {
        person,
        days: until - from,
        events: events.filter(({ day }) => day >= from && day < until).length,
        windows: exposures.filter((x) => x.fromDay <= from && from <= x.toDay).map((x) => x.window),
        band: bands.filter((end) => end < from).length,
      };
    });
  });
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
