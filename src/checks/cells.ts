import type { ReplicateSums } from '#statistics/jackknife/replicate-sums.ts';

/** One row per subject (customer, contract, contact ...), in SQL over canonical tables and facts. */
export interface Subjects {
  readonly name: string;
  /** May use {asOf:Date}, every setting as {name:Float64}, and the audit settings of the same name. */
  readonly sql: string;
  /** Column whose equal values belong together (customer, day, staff); null cannot occur in it. */
  readonly cluster: string;
  /** Column that names the subject in lists. */
  readonly id: string;
  /**
   * Set where a row stands for many subjects that are alike: its sums come as whole millionths, and the cluster is the hash of theirs modulo a
   * multiple of the replicates.
   */
  readonly pooled?: boolean;
}

/** How subjects are summed: group by these columns, sum these expressions (each of one subject row). */
export interface CellSpec {
  readonly by: readonly string[];
  /** Name of the sum -> SQL of one subject's contribution; `1` counts. */
  readonly sums: Readonly<Record<string, string>>;
  /** Only subjects for which this SQL condition holds. */
  readonly where?: string;
  /** Another kind of subject than the check's own, where a question needs two. */
  readonly subjects?: Subjects;
  /** Without a row in any of these tables there are no subjects, and the engine is not asked. */
  readonly standsOn?: readonly string[];
  /** Random groups for the jackknife; 200 unless the number of cells must stay small. */
  readonly replicates?: number;
}

export type CellKey = string | number | boolean | null;

/** Sums of the subjects by cell, with the part of every replicate so that the jackknife can leave it out. */
export interface Cells extends ReplicateSums {
  readonly by: readonly string[];
  readonly sumNames: readonly string[];
  /** One tuple a cell, in the order of `by`. */
  readonly tuples: readonly (readonly CellKey[])[];
}

/** What the engine returns: one array a column, rows ordered by cell and replicate. */
export interface CellColumns {
  readonly keys: Readonly<Record<string, readonly CellKey[]>>;
  readonly replicate: readonly number[];
  readonly sums: Readonly<Record<string, readonly number[]>>;
}

/** Gathers the engine's rows into cells. */
export function toCells(spec: CellSpec, columns: CellColumns): Cells {
  const sumNames = Object.keys(spec.sums);
  const width = sumNames.length;
  const rows = columns.replicate.length;
  const index = new Map<string, number>();
  const tuples: CellKey[][] = [];
  const cellOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const tuple = spec.by.map((name) => columns.keys[name]?.[row] ?? null);
    const text = JSON.stringify(tuple);
    let cell = index.get(text);
    if (cell === undefined) {
      cell = tuples.length;
      index.set(text, cell);
      tuples.push(tuple);
    }
    cellOf[row] = cell;
  }
  const total = new Float64Array(tuples.length * width);
  const byReplicate = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const replicate = columns.replicate[row] ?? 0;
    const members = byReplicate.get(replicate);
    if (members === undefined) byReplicate.set(replicate, [row]);
    else members.push(row);
    for (const [s, name] of sumNames.entries()) {
      const at = (cellOf[row] ?? 0) * width + s;
      total[at] = (total[at] ?? 0) + (columns.sums[name]?.[row] ?? 0);
    }
  }
  const replicates = [...byReplicate.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => ({
      key: Int32Array.from(members, (row) => cellOf[row] ?? 0),
      values: Float64Array.from(members.flatMap((row) => sumNames.map((name) => columns.sums[name]?.[row] ?? 0))),
    }));
  return { by: spec.by, sumNames, tuples, keys: tuples.length, sums: width, total, replicates };
}

/** Cells whose tuple passes, as cells of their own; replicates keep their members. */
export function selectCells(cells: Cells, keep: (tuple: readonly CellKey[]) => boolean): Cells {
  const kept: number[] = [];
  const newIndex = new Int32Array(cells.keys).fill(-1);
  for (const [i, tuple] of cells.tuples.entries()) {
    if (!keep(tuple)) continue;
    newIndex[i] = kept.length;
    kept.push(i);
  }
  const width = cells.sums;
  const total = new Float64Array(kept.length * width);
  for (const [to, from] of kept.entries())
    total.set(cells.total.subarray(from * width, (from + 1) * width), to * width);
  const replicates = cells.replicates.map(({ key, values }) => {
    const rows = [...key.keys()].filter((row) => (newIndex[key[row] ?? 0] ?? -1) >= 0);
    return {
      key: Int32Array.from(rows, (row) => newIndex[key[row] ?? 0] ?? 0),
      values: Float64Array.from(rows.flatMap((row) => [...values.subarray(row * width, (row + 1) * width)])),
    };
  });
  return { ...cells, tuples: kept.map((i) => cells.tuples[i] ?? []), keys: kept.length, total, replicates };
}

/** One sum over all cells. */
export function sumOf(cells: Cells, name: string, keep: (tuple: readonly CellKey[]) => boolean = () => true): number {
  const s = cells.sumNames.indexOf(name);
  if (s < 0) throw new RangeError(`no sum named ${name}`);
  let sum = 0;
  for (const [i, tuple] of cells.tuples.entries()) if (keep(tuple)) sum += cells.total[i * cells.sums + s] ?? 0;
  return sum;
}
