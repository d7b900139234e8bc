/**
 * Dense routines on symmetric positive definite matrices, row-major in a Float64Array of size * size.
 * Golub, G. H. & Van Loan, C. F. (2013), Matrix Computations, 4th ed., section 4.2.
 */

/** A pivot below this share of its diagonal means that the column adds nothing new. */
const RELATIVE_PIVOT = 1e-13;

/**
 * Lower factor L with L L' = matrix, or null when the matrix is not positive definite.
 * Only the lower triangle is read. RangeError when the matrix is not square.
 */
export function choleskyFactor(matrix: Float64Array): Float64Array | null {
  const size = squareSize(matrix, 'matrix');
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const rest = (matrix[row * size + column] ?? 0) - rowProduct(lower, size, row, column);
      lower[row * size + column] = rest / (lower[column * size + column] ?? 1);
    }
    const diagonal = matrix[row * size + row] ?? 0;
    const pivot = diagonal - rowProduct(lower, size, row, row);
    if (!(pivot > RELATIVE_PIVOT * diagonal)) return null;
    lower[row * size + row] = Math.sqrt(pivot);
  }
  return lower;
}

/** Product of two rows of the factor over the columns before the smaller of both. */
function rowProduct(lower: Float64Array, size: number, row: number, other: number): number {
  let sum = 0;
  for (let k = 0; k < other; k++) sum += (lower[row * size + k] ?? 0) * (lower[other * size + k] ?? 0);
  return sum;
}

/** Solves matrix x = right, given the factor of matrix. */
export function choleskySolve(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = squareSize(factor, 'factor');
  if (right.length !== size) throw new RangeError(`right has ${right.length} entries, expected ${size}`);
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) rest -= (factor[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 1);
  }
  return solution;
}

/** Inverse of the matrix whose factor is given; symmetric to the last bit. */
export function choleskyInverse(factor: Float64Array): Float64Array {
  const size = squareSize(factor, 'factor');
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    const solved = choleskySolve(factor, unit);
    for (let row = column; row < size; row++) {
      inverse[row * size + column] = solved[row] ?? 0;
      inverse[column * size + row] = solved[row] ?? 0;
    }
  }
  return inverse;
}

/** Logarithm of the determinant of the matrix whose factor is given. */
export function choleskyLogDeterminant(factor: Float64Array): number {
  const size = squareSize(factor, 'factor');
  let sum = 0;
  for (let k = 0; k < size; k++) sum += 2 * Math.log(factor[k * size + k] ?? 1);
  return sum;
}

/** Product of a row-major matrix with `columns` columns and a vector. */
export function multiplyVector(matrix: Float64Array, vector: ArrayLike<number>): Float64Array {
  const columns = vector.length;
  const rows = columns === 0 ? 0 : matrix.length / columns;
  const product = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += (matrix[row * columns + k] ?? 0) * (vector[k] ?? 0);
    product[row] = sum;
  }
  return product;
}

/** outer * inner * outer for symmetric matrices of one size: the shape of every robust variance. */
export function sandwich(outer: Float64Array, inner: Float64Array): Float64Array {
  return multiplySquare(multiplySquare(outer, inner), outer);
}

/** Product of two square row-major matrices of one size. */
export function multiplySquare(left: Float64Array, right: Float64Array): Float64Array {
  const size = squareSize(left, 'left');
  if (right.length !== left.length) throw new RangeError('right must have the size of left');
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const factor = left[row * size + k] ?? 0;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        product[at] = (product[at] ?? 0) + factor * (right[k * size + column] ?? 0);
      }
    }
  }
  return product;
}

/** Quadratic form vector' * matrix * vector. */
export function quadraticForm(matrix: Float64Array, vector: ArrayLike<number>): number {
  const product = multiplyVector(matrix, vector);
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += (vector[k] ?? 0) * (product[k] ?? 0);
  return sum;
}

function squareSize(matrix: Float64Array, name: string): number {
  const size = Math.round(Math.sqrt(matrix.length));
  if (size * size !== matrix.length) throw new RangeError(`${name} has ${matrix.length} entries: not square`);
  return size;
}
