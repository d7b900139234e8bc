/** A column whose remaining sum of squares is below this share of its own is a combination of earlier ones. */
const RELATIVE_TOLERANCE = 1e-10;

/** Which columns can be told apart, by position. */
export interface IndependentColumns {
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
}

/**
 * Splits the columns of a design into those that carry information of their own and those that earlier columns already
 * determine, judged on the cross product X'WX (row-major). First come, first kept, as in R's `lm`.
 */
export function independentColumns(gram: Float64Array): IndependentColumns {
  const size = Math.round(Math.sqrt(gram.length));
  const kept: number[] = [];
  const dropped: number[] = [];
  const factorRows: Float64Array[] = [];
  for (let column = 0; column < size; column++) {
    const products = kept.map((earlier) => gram[column * size + earlier] ?? 0);
    const { row, explained } = forwardSolve(factorRows, products);
    const own = gram[column * size + column] ?? 0;
    if (own - explained > RELATIVE_TOLERANCE * own) {
      row[kept.length] = Math.sqrt(own - explained);
      factorRows.push(row);
      kept.push(column);
    } else {
      dropped.push(column);
    }
  }
  return { kept, dropped };
}

/** The next row of the factor without its diagonal, and the sum of squares that the earlier columns explain. */
function forwardSolve(factorRows: readonly Float64Array[], products: readonly number[]) {
  const row = new Float64Array(products.length + 1);
  let explained = 0;
  factorRows.forEach((earlier, k) => {
    let value = products[k] ?? 0;
    for (let m = 0; m < k; m++) value -= (row[m] ?? 0) * (earlier[m] ?? 0);
    row[k] = value / (earlier[k] ?? 1);
    explained += (row[k] ?? 0) ** 2;
  });
  return { row, explained };
}

/** The rows and columns of a square matrix that were kept. */
export function keptSquare(matrix: Float64Array, kept: readonly number[]): Float64Array {
  const size = Math.round(Math.sqrt(matrix.length));
  const small = new Float64Array(kept.length * kept.length);
  kept.forEach((row, r) => {
    kept.forEach((column, c) => {
      small[r * kept.length + c] = matrix[row * size + column] ?? 0;
    });
  });
  return small;
}

/** Puts a small matrix back into its places; everything dropped is 0. */
export function spreadSquare(small: Float64Array, kept: readonly number[], size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  kept.forEach((row, r) => {
    kept.forEach((column, c) => {
      matrix[row * size + column] = small[r * kept.length + c] ?? 0;
    });
  });
  return matrix;
}
