import { EXPOSURES, type Exposure } from '#domain/exposure.ts';
import { designMatrix, type Term } from '#statistics/regression/design-matrix.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import type { MonthTable } from './month-cells.ts';
import { GAP_MIDDLES, isKnown, levelOf, type PatternPart } from './month-patterns.ts';

/** Below this many events per parameter estimates shrink towards no effect. */
export const EVENTS_PER_PARAMETER = 10;
/** An exposure under which fewer exits than this are to be expected says nothing and is left out. */
const FEWEST_EXPECTED = 5;

// Strength of the ridge in events: as if so many more had shown no effect. The weak one only keeps empty groups finite.
const WEAK = 0.1;
const STRONG = 10;

/** Months in which a contract renews, and others of its year in which people leave by custom. */
const RENEWING = 1;
const CUSTOMARY = 2;

interface Cause {
  readonly exposure: Exposure;
  readonly positions: readonly number[];
}

/** The columns of the model and which of them belong to which exposure; the rest is held equal. */
export interface HazardModel {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly causes: readonly Cause[];
  /** Position of the price gap, whose slope comes from exact months alone; -1 where it is not known. */
  readonly price: number;
  readonly unknown: readonly Exposure[];
  /** Known, but too rare to tell anything: exposure -> exits to be expected under it. */
  readonly rare: ReadonlyMap<Exposure, number>;
  /** Left out because the company chose whom it touches by how likely he is to stay. */
  readonly selected: readonly Exposure[];
  /** Left out because not one exit happened under them where several were to be expected: they are on record of those only who stayed. */
  readonly onlyStayers: readonly Exposure[];
  readonly penalty: number;
  readonly eventsPerParameter: number;
}

const LEVELS: Readonly<Record<Exposure, readonly (readonly [name: string, part: PatternPart, level: number])[]>> = {
  price_gap: [],
  drought: [['drought', 'drought', 1]],
  long_wait: [['long_wait', 'long_wait', 1]],
  contact_change: [
    ['contact_change_soon', 'contact_change', 1],
    ['contact_change_later', 'contact_change', 2],
  ],
  unresolved_case: [['unresolved_case', 'unresolved_case', 1]],
  claim_refusal: [['claim_refusal', 'claim_refusal', 1]],
  new_only_offer: [['new_only_offer', 'new_only_offer', 1]],
  peer_exit: [['peer_exit', 'peer', 2]],
};

const isExposed = (exposure: Exposure, pattern: number) =>
  exposure === 'price_gap'
    ? levelOf(pattern, 'price_gap') > 0
    : LEVELS[exposure].some(([, part, level]) => levelOf(pattern, part) === level);

function exposureTerms({ pattern }: MonthTable, exposure: Exposure): readonly Term[] {
  if (exposure === 'price_gap') {
    const values = pattern.map((one) => GAP_MIDDLES[levelOf(one, 'price_gap')] ?? 0);
    return [{ kind: 'numeric', name: 'price_gap', values }];
  }
  return LEVELS[exposure].map(([name, part, level]) => ({
    kind: 'numeric',
    name,
    values: pattern.map((one) => Number(levelOf(one, part) === level)),
  }));
}

function heldEqual(table: MonthTable, withPeers: boolean): readonly Term[] {
  const category = (name: string, values: readonly (string | number)[]): readonly Term[] =>
    new Set(values).size > 1 ? [{ kind: 'category', name, values, reference: null }] : [];
  const peers = table.pattern.map((one) => Number(levelOf(one, 'peer') > 0));
  return [
    { kind: 'intercept' },
    ...category('tenure', table.tenure),
    ...category('line', table.line),
    ...category(
      'half',
      table.half.map((half) => Math.max(half, 0)),
    ),
    { kind: 'numeric', name: 'renewing', values: table.renewing.map((level) => Number(level === RENEWING)) },
    ...(table.renewing.includes(CUSTOMARY)
      ? [{ kind: 'numeric' as const, name: 'customary', values: table.renewing.map((l) => Number(l === CUSTOMARY)) }]
      : []),
    ...(withPeers ? [{ kind: 'numeric' as const, name: 'peer_before', values: peers }] : []),
  ];
}

/**
 * Chooses the columns that the months can carry. Nobody stays because he pays more: where those with the larger price gap leave less at
 * equal tenure, prices were raised for those who look least, and the gap's own part cannot be told.
 */
export function hazardModel(table: MonthTable, months: Float64Array, leaves: Float64Array): HazardModel {
  const model = modelOf(table, months, leaves, []);
  if (model.price < 0) return model;
  const slope = fitHazard({ model, table, months, leaves, from: null }).values[model.price] ?? 0;
  return slope > 0 ? model : modelOf(table, months, leaves, ['price_gap']);
}

function modelOf(
  table: MonthTable,
  months: Float64Array,
  leaves: Float64Array,
  selected: readonly Exposure[],
): HazardModel {
  const total = (values: Float64Array, keep: (row: number) => boolean) =>
    values.reduce((sum, value, row) => sum + (keep(row) ? value : 0), 0);
  const events = total(leaves, () => true);
  const rate =
    events /
    Math.max(
      total(months, () => true),
      1,
    );
  const known = EXPOSURES.filter((exposure) => isKnown(table.known, exposure));
  const expected = new Map(
    known.map((exposure) => [
      exposure,
      rate * total(months, (row) => isExposed(exposure, table.pattern[row] ?? 0) && usable(exposure, table, row)),
    ]),
  );
  const frequent = known.filter(
    (exposure) => (expected.get(exposure) ?? 0) >= FEWEST_EXPECTED && !selected.includes(exposure),
  );
  const anybodyLeft = (exposure: Exposure) =>
    total(leaves, (row) => isExposed(exposure, table.pattern[row] ?? 0) && usable(exposure, table, row)) > 0;
  const used = frequent.filter(anybodyLeft);
  const held = designMatrix({ rows: table.rows, terms: heldEqual(table, used.includes('peer_exit')) });
  const columns: Float64Array[] = [...held.columns];
  const names: string[] = [...held.names];
  const causes = used.map((exposure): Cause => {
    const part = designMatrix({ rows: table.rows, terms: exposureTerms(table, exposure) });
    const positions = part.columns.map((_, i) => columns.length + i);
    columns.push(...part.columns);
    names.push(...part.names);
    return { exposure, positions };
  });
  const eventsPerParameter = events / Math.max(columns.length, 1);
  return {
    names,
    columns,
    causes,
    price: names.indexOf('price_gap'),
    unknown: EXPOSURES.filter((exposure) => !isKnown(table.known, exposure)),
    rare: new Map([...expected].filter(([exposure, exits]) => exits < FEWEST_EXPECTED && !selected.includes(exposure))),
    selected,
    onlyStayers: frequent.filter((exposure) => !used.includes(exposure)),
    penalty: eventsPerParameter < EVENTS_PER_PARAMETER ? STRONG : WEAK,
    eventsPerParameter,
  };
}

/** Months in which prices may be compared: see the fact on prices. Renewal months hold only leavers there. */
const comparable = ({ exact, renewing, half }: MonthTable, row: number) =>
  exact[row] === 1 && renewing[row] !== RENEWING && (half[row] ?? 9) <= 1 && (half[row] ?? -1) >= 0;

const usable = (exposure: Exposure, table: MonthTable, row: number) =>
  exposure !== 'price_gap' || comparable(table, row);

export interface HazardCoefficients {
  /** In the order of the model's columns. */
  readonly values: Float64Array;
  /** Start for a replicate's Newton step in the model of exact months. */
  readonly exact: Float64Array | null;
}

interface Fit {
  readonly model: HazardModel;
  readonly table: MonthTable;
  readonly months: Float64Array;
  readonly leaves: Float64Array;
  /** Coefficients to take one step from; null for the full fit. */
  readonly from: HazardCoefficients | null;
}

/**
 * Monthly log odds of deciding to leave: logistic regression on the cells of person-months (discrete-time hazard with delayed entry), the
 * price gap's slope from the exact months first, then everything else beside it.
 */
export function fitHazard({ model, table, months, leaves, from }: Fit): HazardCoefficients {
  const { names, columns, price, penalty } = model;
  const exact = price < 0 ? null : exactFit({ model, table, months, leaves, from });
  const slope = exact?.[price] ?? 0;
  const others = columns.flatMap((_, j) => (j === price ? [] : [j]));
  const start = from === null ? {} : { start: others.map((j) => from.values[j] ?? 0), maximumIterations: 1 };
  const fit = logisticRegression(
    {
      names: others.map((j) => names[j] ?? ''),
      columns: others.map((j) => columns[j] ?? new Float64Array()),
      successes: leaves,
      trials: months,
      offset: price < 0 ? null : (columns[price]?.map((gap) => slope * gap) ?? null),
      cluster: null,
    },
    { penalty, ...start },
  );
  const values = new Float64Array(columns.length);
  others.forEach((j, i) => {
    values[j] = fit.coefficients[i]?.estimate.value ?? 0;
  });
  if (price >= 0) values[price] = slope;
  return { values, exact };
}

function exactFit({ model, table, months, leaves, from }: Fit): Float64Array {
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => comparable(table, row));
  const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row] ?? 0);
  const start = from?.exact == null ? {} : { start: from.exact, maximumIterations: 1 };
  const fit = logisticRegression(
    {
      names: model.names,
      columns: model.columns.map(pick),
      successes: pick(leaves),
      trials: pick(months),
      offset: null,
      cluster: null,
    },
    { penalty: model.penalty, ...start },
  );
  return Float64Array.from(fit.coefficients, ({ estimate }) => estimate.value);
}

/** Chance of deciding to leave within the month, per row. */
export function hazards({ columns }: HazardModel, coefficients: Float64Array, rows: number): Float64Array {
  const predictor = new Float64Array(rows);
  columns.forEach((column, j) => {
    const coefficient = coefficients[j] ?? 0;
    if (coefficient === 0) return;
    for (let row = 0; row < rows; row++) predictor[row] = (predictor[row] ?? 0) + coefficient * (column[row] ?? 0);
  });
  return predictor.map((eta) => 1 / (1 + Math.exp(-eta)));
}

/** Which of the model's causes act in a row, as bits. */
export function activeCauses({ causes, columns }: HazardModel, row: number): number {
  return causes.reduce(
    (bits, { positions }, c) => bits + (positions.some((j) => (columns[j]?.[row] ?? 0) !== 0) ? 2 ** c : 0),
    0,
  );
}
