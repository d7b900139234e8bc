import type { Source, TablePlan } from '../plan.ts';
import { scanRecords } from './record-scan.ts';

/** Collects rows by plan and says on which physical line of the file each begins. */
export class PhysicalLines {
  readonly #plans: readonly TablePlan[];
  readonly #wanted = new Map<number, Set<number>>();
  readonly #lines = new Map<number, ReadonlyMap<number, number>>();

  constructor(plans: readonly TablePlan[]) {
    this.#plans = plans;
  }

  want(file: number, row: number): void {
    const rows = this.#wanted.get(file) ?? new Set();
    this.#wanted.set(file, rows.add(row));
  }

  /** Scans each file that has wanted rows once. A file that is gone by now leaves the lines as row numbers tell them. */
  async find(): Promise<void> {
    for (const [file, rows] of this.#wanted) {
      const source = this.#plans[file]?.source;
      if (source?.format === 'csv') this.#lines.set(file, (await scanRecords(source, rows)).lines);
    }
  }

  lineOf(file: number, row: number): number {
    return this.#lines.get(file)?.get(row) ?? plainLine(this.#plans[file]?.source, row);
  }
}

/** The line of a row where no field holds a line break. */
function plainLine(source: Source | undefined, row: number): number {
  return source?.format === 'csv' ? source.firstDataLine - 1 + row : row;
}
