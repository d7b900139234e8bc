import type { Source, TablePlan } from '../plan.ts';
import { dataLines } from './line-count.ts';
import { scanRecords } from './record-scan.ts';

/** Up to here it is quicker to follow the quotes than to count all lines first. */
const EARLY_ROWS = 100_000;

/** Collects rows by plan and says on which physical line of the file each begins. */
export class PhysicalLines {
  readonly #plans: readonly TablePlan[];
  readonly #rowsRead: ReadonlyMap<number, number>;
  readonly #wanted = new Map<number, Set<number>>();
  readonly #lines = new Map<number, ReadonlyMap<number, number>>();

  /** `rowsRead` tells how many records of each plan's file the engine read, where that is known. */
  constructor(plans: readonly TablePlan[], rowsRead: ReadonlyMap<number, number> = new Map()) {
    this.#plans = plans;
    this.#rowsRead = rowsRead;
  }

  want(file: number, row: number): void {
    const rows = this.#wanted.get(file) ?? new Set();
    this.#wanted.set(file, rows.add(row));
  }

  /** Reads each file that has wanted rows as far as needed. */
  async find(): Promise<void> {
    for (const [file, rows] of this.#wanted) {
      const source = this.#plans[file]?.source;
      if (source?.format !== 'csv') continue;
      const lineARow = Math.max(...rows) > EARLY_ROWS && (await dataLines(source)) === this.#rowsRead.get(file);
      if (!lineARow) this.#lines.set(file, (await scanRecords(source, rows)).lines);
    }
  }

  /** The change points of line minus row over the wanted rows of a file: [[1, 1]] where each row is one line. */
  shiftsOf(file: number): readonly (readonly [number, number])[] {
    const shifts: [number, number][] = [[1, plainLine(this.#plans[file]?.source, 1) - 1]];
    for (const [row, line] of [...(this.#lines.get(file) ?? [])].toSorted(([a], [b]) => a - b))
      if (shifts.at(-1)?.[1] !== line - row) shifts.push([row, line - row]);
    return shifts;
  }

  lineOf(file: number, row: number): number {
    return this.#lines.get(file)?.get(row) ?? plainLine(this.#plans[file]?.source, row);
  }
}

/** The line of a row where no field holds a line break. */
function plainLine(source: Source | undefined, row: number): number {
  return source?.format === 'csv' ? source.firstDataLine - 1 + row : row;
}
