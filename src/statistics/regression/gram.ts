/** Rows that are worked on at a time, so that a block of all columns stays in the processor's cache. */
const BLOCK_ROWS = 512;

/** Sums X'WX (row-major, symmetric), X'Wz of one weighted cross product. */
export interface CrossProduct {
  readonly gram: Float64Array;
  readonly moment: Float64Array;
}

/** One block of rows, column-major: column j of the block starts at j * stride. */
export interface RowBlock {
  readonly values: Float64Array;
  readonly stride: number;
  readonly start: number;
  readonly rows: number;
}

/** Calls `visit` with consecutive blocks of rows copied out of the columns. The block is reused: do not keep it. */
export function forEachBlock(
  columns: readonly ArrayLike<number>[],
  rowCount: number,
  visit: (block: RowBlock) => void,
): void {
  const values = new Float64Array(columns.length * BLOCK_ROWS);
  for (let start = 0; start < rowCount; start += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, rowCount - start);
    columns.forEach((column, j) => {
      copyRows(column, start, rows, values, j * BLOCK_ROWS);
    });
    visit({ values, stride: BLOCK_ROWS, start, rows });
  }
}

function copyRows(from: ArrayLike<number>, start: number, rows: number, into: Float64Array, at: number): void {
  if (from instanceof Float64Array) {
    into.set(from.subarray(start, start + rows), at);
    return;
  }
  for (let i = 0; i < rows; i++) into[at + i] = from[start + i] ?? Number.NaN;
}

/** Adds up X'WX and X'Wz; entry i of `weights` and `working` belongs to row `block.start + i`. */
export class CrossProductSum {
  readonly #size: number;
  readonly #gram: Float64Array;
  readonly #moment: Float64Array;
  readonly #weighted: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.#gram = new Float64Array(size * size);
    this.#moment = new Float64Array(size);
    this.#weighted = new Float64Array(2 * BLOCK_ROWS);
  }

  /** Adds gradient terms only: X' times `factors` (one per row of the block). */
  addMoment(block: RowBlock, factors: Float64Array): void {
    for (let j = 0; j < this.#size; j++) {
      this.#moment[j] = (this.#moment[j] ?? 0) + dot(block.values, j * block.stride, factors, 0, block.rows);
    }
  }

  addGram(block: RowBlock, weights: Float64Array): void {
    const { values, stride, rows } = block;
    const weighted = this.#weighted;
    for (let j = 0; j < this.#size; j += 2) {
      const second = j + 1 < this.#size ? j + 1 : j;
      for (let i = 0; i < rows; i++) {
        const weight = weights[i] ?? 0;
        weighted[i] = weight * (values[j * stride + i] ?? 0);
        weighted[BLOCK_ROWS + i] = weight * (values[second * stride + i] ?? 0);
      }
      this.#addTwoRows(block, j, second);
    }
  }

  #addTwoRows(block: RowBlock, first: number, second: number): void {
    for (let k = 0; k <= second; k += 4) this.#addTile(block, k, [first, second]);
  }

  /**
   * Two rows of the matrix by four columns at once: eight running sums use twice over what was loaded. Past the diagonal
   * the last column is repeated and its sums are thrown away.
   */
  #addTile({ values, stride, rows }: RowBlock, k: number, [first, second]: readonly [number, number]): void {
    const weighted = this.#weighted;
    const at0 = k * stride;
    const at1 = Math.min(k + 1, second) * stride;
    const at2 = Math.min(k + 2, second) * stride;
    const at3 = Math.min(k + 3, second) * stride;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let i = 0; i < rows; i++) {
      const a = weighted[i] ?? 0;
      const b = weighted[BLOCK_ROWS + i] ?? 0;
      const v0 = values[at0 + i] ?? 0;
      const v1 = values[at1 + i] ?? 0;
      const v2 = values[at2 + i] ?? 0;
      const v3 = values[at3 + i] ?? 0;
      a0 += a * v0;
      a1 += a * v1;
      a2 += a * v2;
      a3 += a * v3;
      b0 += b * v0;
      b1 += b * v1;
      b2 += b * v2;
      b3 += b * v3;
    }
    this.#addFour(first, k, [a0, a1, a2, a3]);
    if (second !== first) this.#addFour(second, k, [b0, b1, b2, b3]);
  }

  #addFour(row: number, column: number, sums: readonly number[]): void {
    for (let c = 0; column + c <= row && c < sums.length; c++) {
      const at = row * this.#size + column + c;
      this.#gram[at] = (this.#gram[at] ?? 0) + (sums[c] ?? 0);
    }
  }

  total(): CrossProduct {
    const size = this.#size;
    const gram = Float64Array.from(this.#gram);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < row; column++) gram[column * size + row] = gram[row * size + column] ?? 0;
    }
    return { gram, moment: Float64Array.from(this.#moment) };
  }
}

/** Four running sums, so that an addition need not wait for the one before it. */
function dot(left: Float64Array, leftAt: number, right: Float64Array, rightAt: number, count: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const l = leftAt + i;
    const r = rightAt + i;
    sum0 += (left[l] ?? 0) * (right[r] ?? 0);
    sum1 += (left[l + 1] ?? 0) * (right[r + 1] ?? 0);
    sum2 += (left[l + 2] ?? 0) * (right[r + 2] ?? 0);
    sum3 += (left[l + 3] ?? 0) * (right[r + 3] ?? 0);
  }
  for (; i < count; i++) sum0 += (left[leftAt + i] ?? 0) * (right[rightAt + i] ?? 0);
  return sum0 + sum1 + (sum2 + sum3);
}
