import type { CellKey, Cells } from '../cells.ts';

/** Customers of one field of the two-by-two table and how many of them bought again. */
export interface Field {
  readonly customers: number;
  readonly again: number;
}
/** Fields by satisfaction with the sale, then with what came after: yesNo is content with the sale only. */
export const FIELDS = ['yesYes', 'noYes', 'yesNo', 'noNo'] as const;
export type FieldName = (typeof FIELDS)[number];
export type Matrix = Readonly<Record<FieldName, Field>>;

/** Bars an answer has to pass to count as satisfied: one step below the cut, the cut, one step above. */
export type Bar = 1 | 2 | 3;

export type FieldIndex = readonly (FieldName | null)[];

/** Which field every cell belongs to; null for customers without an after-sales answer or without an outcome. */
export function fieldIndex(cells: Cells, bar: Bar): FieldIndex {
  const [sale, after, state] = ['sale_level', 'after_level', 'state'].map((name) => cells.by.indexOf(name));
  const at = (tuple: readonly CellKey[], column: number | undefined) => tuple[column ?? -1] ?? null;
  return cells.tuples.map((tuple) => {
    const [saleLevel, afterLevel] = [Number(at(tuple, sale)), Number(at(tuple, after))];
    if (at(tuple, state) !== 'decided' || saleLevel < 0 || afterLevel < 0) return null;
    if (saleLevel >= bar) return afterLevel >= bar ? 'yesYes' : 'yesNo';
    return afterLevel >= bar ? 'noYes' : 'noNo';
  });
}

/** One sum by field, of all subjects or without a replicate. */
export function byField(cells: Cells, index: FieldIndex, sum: string, sums: Float64Array): Record<FieldName, number> {
  const at = cells.sumNames.indexOf(sum);
  const fields = { yesYes: 0, noYes: 0, yesNo: 0, noNo: 0 };
  for (const [key, field] of index.entries()) if (field !== null) fields[field] += sums[key * cells.sums + at] ?? 0;
  return fields;
}

export function matrixOf(cells: Cells, bar: Bar): Matrix {
  return matrixAt(cells, fieldIndex(cells, bar));
}

function matrixAt(cells: Cells, index: FieldIndex): Matrix {
  const { total: sums } = cells;
  const customers = byField(cells, index, 'customers', sums);
  const again = byField(cells, index, 'again', sums);
  const field = (name: FieldName): Field => ({ customers: customers[name], again: again[name] });
  return { yesYes: field('yesYes'), noYes: field('noYes'), yesNo: field('yesNo'), noNo: field('noNo') };
}

/** The field index of every product line by itself, in the order of their names. */
export function lineIndexes(cells: Cells, bar: Bar): readonly FieldIndex[] {
  const at = cells.by.indexOf('line');
  const index = fieldIndex(cells, bar);
  const lineOf = (key: number) => String(cells.tuples[key]?.[at] ?? '');
  const names = [...new Set(index.flatMap((field, key) => (field === null ? [] : [lineOf(key)])))].toSorted();
  return names.map((name) => index.map((field, key) => (lineOf(key) === name ? field : null)));
}

/** The table of every product line by itself. */
export const linesOf = (cells: Cells, bar: Bar): readonly Matrix[] =>
  lineIndexes(cells, bar).map((index) => matrixAt(cells, index));
