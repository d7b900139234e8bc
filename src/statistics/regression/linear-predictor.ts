import { forEachBlock } from './gram.ts';

/** Linear predictor X b, plus the offset where given. */
export function linearPredictor(
  columns: readonly ArrayLike<number>[],
  coefficients: ArrayLike<number>,
  offset: ArrayLike<number> | null,
  rows: number,
): Float64Array {
  const predictor = new Float64Array(rows);
  if (offset !== null) predictor.set(offset);
  columns.forEach((column, j) => {
    const coefficient = coefficients[j] ?? 0;
    if (coefficient === 0) return;
    for (let i = 0; i < rows; i++) predictor[i] = (predictor[i] ?? 0) + coefficient * (column[i] ?? 0);
  });
  return predictor;
}

/** x' inverse x of every row: the leverage before weighting. `inverse` is symmetric. */
export function rowQuadraticForms(
  columns: readonly ArrayLike<number>[],
  inverse: Float64Array,
  rows: number,
): Float64Array {
  const size = columns.length;
  const forms = new Float64Array(rows);
  forEachBlock(columns, rows, ({ values, stride, start, rows: count }) => {
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) {
        const entry = (a === b ? 1 : 2) * (inverse[a * size + b] ?? 0);
        if (entry !== 0) addProducts(forms, start, count, { values, entry, left: a * stride, right: b * stride });
      }
    }
  });
  return forms;
}

interface ProductTerm {
  readonly values: Float64Array;
  readonly entry: number;
  readonly left: number;
  readonly right: number;
}

function addProducts(forms: Float64Array, start: number, count: number, term: ProductTerm): void {
  const { values, entry, left, right } = term;
  for (let i = 0; i < count; i++) {
    forms[start + i] = (forms[start + i] ?? 0) + entry * (values[left + i] ?? 0) * (values[right + i] ?? 0);
  }
}
