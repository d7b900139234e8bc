import { EXPOSURES, type Exposure } from '#facts/exposure-party.ts';
import { WINDOW_MONTHS } from '#facts/exposure-window.ts';
import type { CellSpec, Cells, Subjects } from '../cells.ts';

/** Lower ends of the bands of tenure, in months, after the first. */
export const TENURE_EDGES = [6, 13, 18, 24, 30, 42, 60, 84, 120] as const;

/** Parts of a pattern of exposures: how many levels each has. Levels of `peer`: within a year after a tied customer's exit, within three months. */
const PARTS = {
  price_gap: 4,
  contact_change: 3,
  peer: 3,
  drought: 2,
  long_wait: 2,
  unresolved_case: 2,
  claim_refusal: 2,
  new_only_offer: 2,
} as const;
export type PatternPart = keyof typeof PARTS;

/** What a level of the price gap stands for: its middle, as a share of the newcomer price. */
export const GAP_MIDDLES = [0, 0.05, 0.12, 0.2] as const;

const bit = (column: string, month: string) => `toInt32(bitTest(${column}, ${month}))`;
const LEVEL: Readonly<Record<PatternPart, (month: string) => string>> = {
  price_gap: (m) => `(${bit('gap_1', m)} + ${bit('gap_2', m)} + ${bit('gap_3', m)})`,
  contact_change: (m) => `(${bit('change_soon', m)} + 2 * ${bit('change_later', m)})`,
  peer: (m) => `(${bit('peer_before', m)} + ${bit('peer_exit', m)})`,
  drought: (m) => bit('drought', m),
  long_wait: (m) => bit('long_wait', m),
  unresolved_case: (m) => bit('unresolved_case', m),
  claim_refusal: (m) => bit('claim_refusal', m),
  new_only_offer: (m) => bit('new_only_offer', m),
};

const names = Object.keys(PARTS).filter((name): name is PatternPart => name in PARTS);
const weights: Readonly<Record<string, number>> = Object.fromEntries(
  names.map((name, i) => [name, names.slice(0, i).reduce((product, before) => product * PARTS[before], 1)]),
);

/** All exposures of a month as one number. */
const patternSql = (month: string) => names.map((name) => `${weights[name] ?? 1} * ${LEVEL[name](month)}`).join(' + ');

/** The number of a month under these levels; the others are 0. */
export function patternOf(levels: Partial<Record<string, number>>): number {
  return names.reduce((sum, name) => sum + (weights[name] ?? 1) * (levels[name] ?? 0), 0);
}

/** The level of one part of a pattern. */
export function levelOf(pattern: number, part: PatternPart): number {
  return Math.floor(pattern / (weights[part] ?? 1)) % PARTS[part];
}

const tenureSql = (month: string) => {
  const cases = TENURE_EDGES.map((edge, band) => `${month} - start_month < ${edge}, ${band}`);
  return `multiIf(${cases.join(', ')}, ${TENURE_EDGES.length})`;
};

const knownSql = EXPOSURES.map((exposure, i) => `${2 ** i} * knows_${exposure}`).join(' + ');
export const isKnown = (known: number, exposure: Exposure) =>
  Math.floor(known / 2 ** EXPOSURES.indexOf(exposure)) % 2 === 1;

/** Whether acts of the company touch a month; a price is no act of one day, and what a tied customer does is not the company's. */
export const exposedSql = (month: string) =>
  `${bit('change_soon', month)} + ${bit('change_later', month)} + ${['drought', 'long_wait', 'unresolved_case', 'claim_refusal', 'new_only_offer'].map((column) => bit(column, month)).join(' + ')} > 0`;

/** The acts that touch a month, named as in the order for action ("drought+long_wait"). */
export const actsSql = (month: string) => {
  const acts: readonly (readonly [Exposure, string])[] = [
    ['drought', bit('drought', month)],
    ['long_wait', bit('long_wait', month)],
    ['contact_change', `greatest(${bit('change_soon', month)}, ${bit('change_later', month)})`],
    ['unresolved_case', bit('unresolved_case', month)],
    ['claim_refusal', bit('claim_refusal', month)],
    ['new_only_offer', bit('new_only_offer', month)],
  ];
  const named = acts.map(([act, touched]) => `if(${touched} = 1, '${act}', '')`);
  return `arrayStringConcat(arrayFilter(act -> act != '', [${named.join(', ')}]), '+')`;
};

/**
 * One row per stay and month at risk, and one for the month to come of those who are there (`coming`): everything as it stood when the month began. `half` counts half-years back from the day of the
 * audit, the older ones are 2; `leaves` says that the customer decided to leave in the month, `ends` that the stay ended for whatever reason.
 */
export const monthSubjects: Subjects = {
  name: 'months at risk',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT
  party, customer_id, line, segment, region, month, value_source,
  ${knownSql} AS known,
  ${tenureSql('month')} AS tenure,
  month = ${WINDOW_MONTHS} AS coming,
  if(coming, -1, least(2, intDiv(${WINDOW_MONTHS} - 1 - month, 6))) AS half,
  2 * intDiv(half, 2) AS year_half,
  toUInt8(bitTest(renewal_months, month)) AS renewing,
  toUInt8(month >= gap_exact_from) AS exact,
  ${patternSql('month')} AS pattern,
  toUInt8(decided = 1 AND month = last_month) AS leaves,
  toUInt8(NOT running AND month = last_month) AS ends,
  toUInt8(${exposedSql('month')}) AS exposed,
  ifNull(value, 0) AS known_value,
  toUInt8(value IS NOT NULL) AS valued
FROM fact_exposure_party
ARRAY JOIN range(toUInt32(greatest(0, first_month)), toUInt32(greatest(0, last_month + 1 + running))) AS month`,
};

const sums = {
  months: '1',
  leaves: 'leaves',
  ends: 'ends',
  value: 'known_value',
  valued: 'valued',
  exposed: 'exposed',
};

/** Months at risk by all that the hazard model knows; few replicates, because the cells are many. */
export const monthCells: CellSpec = {
  by: ['known', 'value_source', 'tenure', 'line', 'year_half', 'renewing', 'exact', 'pattern'],
  subjects: monthSubjects,
  replicates: 24,
  where: 'NOT coming',
  sums,
};

/** The same by half-years, with the month to come as half-year -1. */
export const radarCells: CellSpec = {
  by: ['known', 'value_source', 'tenure', 'line', 'half', 'renewing', 'exact', 'pattern'],
  subjects: monthSubjects,
  replicates: 16,
  sums,
};

/** The cells column by column. */
export interface MonthTable {
  readonly rows: number;
  readonly known: number;
  /** Where yearly values come from: margin, revenue or price; '' without rows. */
  readonly valueSource: string;
  readonly tenure: readonly number[];
  readonly line: readonly string[];
  readonly half: readonly number[];
  readonly renewing: readonly number[];
  readonly exact: readonly number[];
  readonly pattern: readonly number[];
}

export function monthTable({ tuples, by, keys }: Cells): MonthTable {
  const column = (name: string) => {
    const at = by.indexOf(name);
    return tuples.map((tuple) => tuple[at] ?? null);
  };
  const numbers = (name: string) => column(name).map(Number);
  return {
    rows: keys,
    known: numbers('known')[0] ?? 0,
    valueSource: String(column('value_source')[0] ?? ''),
    tenure: numbers('tenure'),
    line: column('line').map(String),
    half: numbers(by.includes('half') ? 'half' : 'year_half'),
    renewing: numbers('renewing'),
    exact: numbers('exact'),
    pattern: numbers('pattern'),
  };
}

/** One sum of every cell out of keys x sums. */
export function sumColumn({ sumNames, keys, sums }: Cells, values: ArrayLike<number>, name: string): Float64Array {
  const s = sumNames.indexOf(name);
  if (s < 0) throw new RangeError(`no sum named ${name}`);
  return Float64Array.from({ length: keys }, (_, i) => values[i * sums + s] ?? 0);
}
