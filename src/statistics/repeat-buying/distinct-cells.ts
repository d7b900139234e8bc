/** Distinct rows of the given columns, in order of first appearance, and how many customers share each. */
export interface DistinctCells {
  readonly columns: readonly Float64Array[];
  readonly customers: Float64Array;
  readonly size: number;
  readonly totalCustomers: number;
}

const FIRST_CAPACITY = 1024;

/**
 * Collapses rows to distinct cells, so that a fit costs what its cells cost and not what its customers cost.
 * One pass, open addressing on the bits of the numbers. Rows that count for 0 customers are dropped.
 * Throws RangeError when `customers` is negative, not finite or of another length.
 */
export function distinctCells(
  columns: readonly ArrayLike<number>[],
  customers: ArrayLike<number> | null,
): DistinctCells {
  const rows = columns[0]?.length ?? 0;
  if (customers !== null && customers.length !== rows) {
    throw new RangeError(`customers has ${customers.length} rows, expected ${rows}`);
  }
  const table = new CellTable(columns.length);
  const row = new Float64Array(columns.length);
  for (let i = 0; i < rows; i++) {
    const count = customers === null ? 1 : (customers[i] ?? Number.NaN);
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) throw new RangeError(`customers[${i}] is ${count}`);
    if (count === 0) continue;
    // Adding 0 turns -0 into 0, so that equal numbers have equal bits.
    for (let k = 0; k < row.length; k++) row[k] = (columns[k]?.[i] ?? Number.NaN) + 0;
    table.add(row, count);
  }
  return table.cells();
}

class CellTable {
  readonly #width: number;
  readonly #scratch: Float64Array;
  readonly #bits: Int32Array;
  #slots: Int32Array;
  #values: Float64Array;
  #counts: Float64Array;
  #size = 0;

  constructor(width: number) {
    this.#width = width;
    this.#scratch = new Float64Array(width);
    this.#bits = new Int32Array(this.#scratch.buffer);
    this.#slots = new Int32Array(2 * FIRST_CAPACITY).fill(-1);
    this.#values = new Float64Array(FIRST_CAPACITY * width);
    this.#counts = new Float64Array(FIRST_CAPACITY);
  }

  add(row: Float64Array, count: number): void {
    this.#scratch.set(row);
    const slot = this.#find();
    let cell = this.#slots[slot] ?? -1;
    if (cell < 0) {
      cell = this.#size;
      this.#slots[slot] = cell;
      this.#values.set(row, cell * this.#width);
      this.#size += 1;
    }
    this.#counts[cell] = (this.#counts[cell] ?? 0) + count;
    if (this.#size === this.#counts.length) this.#grow();
  }

  cells(): DistinctCells {
    const columns = Array.from({ length: this.#width }, () => new Float64Array(this.#size));
    columns.forEach((column, k) => {
      for (let cell = 0; cell < this.#size; cell++) column[cell] = this.#values[cell * this.#width + k] ?? 0;
    });
    const customers = this.#counts.slice(0, this.#size);
    const totalCustomers = customers.reduce((sum, count) => sum + count, 0);
    return { columns, customers, size: this.#size, totalCustomers };
  }

  /** Slot of the row in `#scratch`: its own, or the free one where it belongs. */
  #find(): number {
    let hash = 0x9e3779b9;
    for (const part of this.#bits) hash = Math.imul(hash ^ part, 0x85ebca6b) ^ (hash >>> 15);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (!this.#matches(this.#slots[slot] ?? -1)) slot = (slot + 1) & mask;
    return slot;
  }

  #matches(cell: number): boolean {
    if (cell < 0) return true;
    for (let k = 0; k < this.#width; k++) {
      if (this.#values[cell * this.#width + k] !== this.#scratch[k]) return false;
    }
    return true;
  }

  #grow(): void {
    const capacity = 2 * this.#counts.length;
    const [values, counts] = [this.#values, this.#counts];
    this.#values = new Float64Array(capacity * this.#width);
    this.#values.set(values);
    this.#counts = new Float64Array(capacity);
    this.#counts.set(counts);
    this.#slots = new Int32Array(2 * capacity).fill(-1);
    for (let cell = 0; cell < this.#size; cell++) {
      this.#scratch.set(this.#values.subarray(cell * this.#width, (cell + 1) * this.#width));
      this.#slots[this.#findFree()] = cell;
    }
  }

  #findFree(): number {
    let slot = this.#find();
    const mask = this.#slots.length - 1;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    return slot;
  }
}
