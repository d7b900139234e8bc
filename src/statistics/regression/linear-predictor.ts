import { quadraticForm } from '../linear-algebra.ts';

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

/** x' inverse x of every row: the leverage before weighting. */
export function rowQuadraticForms(
  columns: readonly ArrayLike<number>[],
  inverse: Float64Array,
  rows: number,
): Float64Array {
  const forms = new Float64Array(rows);
  const row = new Float64Array(columns.length);
  for (let i = 0; i < rows; i++) {
    columns.forEach((column, j) => {
      row[j] = column[i] ?? 0;
    });
    forms[i] = quadraticForm(inverse, row);
  }
  return forms;
}
