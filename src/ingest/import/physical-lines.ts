import type { Source, TablePlan } from '../plan.ts';
import { type DataLines, dataLines } from './line-count.ts';
import { type LineShift, type RecordScan, scanRecords } from './record-scan.ts';

/** Where the rows of a file stand in it, as far as that holds for every row. */
interface Shifts {
  readonly shifts: readonly LineShift[];
  readonly knownTo: number;
}

/** Collects rows by plan and says on which physical line of the file each begins. */
export class PhysicalLines {
  readonly #plans: readonly TablePlan[];
  readonly #rowsRead: ReadonlyMap<number, number>;
  readonly #wanted = new Map<number, Set<number>>();
  readonly #lines = new Map<number, ReadonlyMap<number, number>>();
  readonly #shifts = new Map<number, Shifts>();
  readonly #counted = new Map<string, Promise<DataLines>>();

  /** `rowsRead` tells how many records of each plan's file the engine read, where that is known. */
  constructor(plans: readonly TablePlan[], rowsRead: ReadonlyMap<number, number> = new Map()) {
    this.#plans = plans;
    this.#rowsRead = rowsRead;
  }

  want(file: number, row: number): void {
    const rows = this.#wanted.get(file) ?? new Set();
    this.#wanted.set(file, rows.add(row));
  }

  /** Reads each file that has wanted rows, or of which all rows are to be placed. */
  async find(): Promise<void> {
    for (const [file, { source }] of this.#plans.entries()) {
      const rowsRead = this.#rowsRead.get(file) ?? null;
      const wanted = this.#wanted.get(file) ?? new Set<number>();
      if (rowsRead !== null) await this.#placeAll(file, source, rowsRead, wanted);
      else if (wanted.size > 0 && isText(source)) this.#lines.set(file, (await scanRecords(source, wanted)).lines);
    }
  }

  /** Line minus row wherever it changes, and up to which row that is the whole truth; 0 where only some rows are known. */
  shiftsOf(file: number): Shifts {
    const known = this.#shifts.get(file);
    if (known !== undefined) return known;
    const shifts: LineShift[] = [[1, plainShift(this.#plans[file]?.source)]];
    for (const [row, line] of [...(this.#lines.get(file) ?? [])].toSorted(([a], [b]) => a - b))
      if (shifts.at(-1)?.[1] !== line - row) shifts.push([row, line - row]);
    return { shifts, knownTo: 0 };
  }

  lineOf(file: number, row: number): number {
    return this.#lines.get(file)?.get(row) ?? row + plainShift(this.#plans[file]?.source);
  }

  async #placeAll(file: number, source: Source, rowsRead: number, wanted: ReadonlySet<number>): Promise<void> {
    const plain = { shifts: [[1, plainShift(source)]] as const, knownTo: rowsRead };
    const counted = isText(source) ? await this.#countedLines(source) : null;
    if (counted === null || counted.lines === rowsRead) {
      this.#shifts.set(file, plain);
      return;
    }
    const scan = await scanRecords(source, wanted);
    this.#lines.set(file, scan.lines);
    // Where the engine took the file apart otherwise than the scan, rows cannot be told by lines.
    if (scan.shiftsKnownTo < scan.records || agree(scan, counted, rowsRead))
      this.#shifts.set(file, { shifts: scan.shifts, knownTo: Math.min(scan.shiftsKnownTo, rowsRead) });
  }

  #countedLines(source: Source): Promise<DataLines> {
    const counted = this.#counted.get(source.readPath) ?? dataLines(source);
    this.#counted.set(source.readPath, counted);
    return counted;
  }
}

const agree = (scan: RecordScan, { blankAtEnd }: DataLines, rowsRead: number) => scan.records - blankAtEnd === rowsRead;

/** A line break in a cell of a sheet makes no new row of it; objects and records have no lines. */
const isText = ({ format, counted }: Source) => format === 'csv' && counted === 'lines';

/** How much larger a row's place is than its number where no field holds a line break. */
function plainShift(source: Source | undefined): number {
  if (source?.format !== 'csv') return 0;
  return source.counted === 'sheetRows' ? source.skipLines : source.firstDataLine - 1;
}
