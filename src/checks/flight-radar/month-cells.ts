import type { CellSpec, Cells, Subjects } from '../cells.ts';

/** Months at risk and, as half-year -1, the month to come. */
export const monthSubjects: Subjects = {
  name: 'months at risk',
  cluster: 'party_group',
  id: 'party_group',
  pooled: true,
  sql: `SELECT *, 2 * intDiv(half, 2) AS year_half FROM fact_exposure_month`,
};

const sums = {
  months: 'months',
  leaves: 'leaves',
  ends: 'ends',
  value: 'value',
  valued: 'valued',
  exposed: 'exposed',
};

/** Months at risk by all that the hazard model knows; few replicates, because the cells are many. */
export const monthCells: CellSpec = {
  by: ['known', 'value_source', 'tenure', 'line', 'year_half', 'renewing', 'exact', 'pattern'],
  subjects: monthSubjects,
  replicates: 24,
  where: 'half >= 0',
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
