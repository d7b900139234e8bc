import type { CellSpec, Subjects } from '#checks/cells.ts';
import { type ColumnsQuery, identifier, type Params } from '#warehouse/query.ts';

const REPLICATES = 200;
const KEY = 'key_';
const SUM = 'sum_';

// Sums are taken in millionths as whole numbers: unlike floating point they do not depend on the order in which threads add them.
// A cell's total must stay below 9.2 million million. Most sums of most subjects are nought, and what is not added costs no look-up.
const exactSum = (expression: string) => {
  if (expression === '1') return 'toFloat64(count())';
  const millionths = `toInt64((${expression}) * 1e6)`;
  return `ifNull(sumIf(${millionths}, ${millionths} != 0), 0) / 1e6`;
};
const pooledSum = (column: string) => `ifNull(sum(${column}), 0) / 1e6`;

/** The cells of a check: its subjects grouped by cell and replicate, one row each. */
export function cellsQuery(subjects: Subjects, spec: CellSpec, params: Params): ColumnsQuery {
  const keys = spec.by.map((name) => `  ${identifier(name)} AS ${KEY}${name}`);
  const summed = subjects.pooled === true ? pooledSum : exactSum;
  const sums = Object.entries(spec.sums).map(([name, sql]) => `  ${summed(sql)} AS ${SUM}${name}`);
  const cluster = identifier(subjects.cluster);
  const hash = subjects.pooled === true ? cluster : `cityHash64(toString(${cluster}))`;
  const replicate = `${hash} % ${Math.trunc(spec.replicates ?? REPLICATES)}`;
  const names = [...spec.by.map((name) => `${KEY}${name}`), 'replicate'];
  return {
    name: `${subjects.name} cells`,
    sql: `WITH subjects AS (
${subjects.sql}
)
SELECT
${[...keys, `  ${replicate} AS replicate`, ...sums].join(',\n')}
FROM subjects${spec.where === undefined ? '' : `\nWHERE ${spec.where}`}
GROUP BY ${names.join(', ')}
ORDER BY ${names.join(', ')}`,
    params,
  };
}

/** Splits the engine's answer into keys, replicate and sums. */
export function cellColumns(
  spec: CellSpec,
  columns: Readonly<Record<string, readonly (string | number | boolean | null)[]>>,
) {
  const numbers = (name: string) => (columns[name] ?? []).map(Number);
  return {
    keys: Object.fromEntries(spec.by.map((name) => [name, columns[`${KEY}${name}`] ?? []])),
    replicate: numbers('replicate'),
    sums: Object.fromEntries(Object.keys(spec.sums).map((name) => [name, numbers(`${SUM}${name}`)])),
  };
}
