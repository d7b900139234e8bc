import { requireLength } from '../regression/column-check.ts';

/** Row numbers of each stratum, strata in ascending order of their code, rows in their own order. */
export function splitByStratum(stratum: ArrayLike<number> | null, rows: number): Int32Array[] {
  if (stratum === null) return [Int32Array.from({ length: rows }, (_, i) => i)];
  requireLength('stratum', stratum, rows);
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows; i++) {
    const code = stratum[i] ?? Number.NaN;
    const list = members.get(code);
    if (list === undefined) members.set(code, [i]);
    else list.push(i);
  }
  return [...members].sort(([a], [b]) => a - b).map(([, list]) => Int32Array.from(list));
}
