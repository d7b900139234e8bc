import type { Source } from '../plan.ts';
import { sourceBytes } from './source-bytes.ts';

const LONGEST_FIELD_BYTES = 65_536;

/** More changes than these are not kept: a file with a line break in every row is told by rows. */
const MOST_SHIFTS = 2000;

/** From this record on its physical line is so much larger than its number. */
export type LineShift = readonly [record: number, shift: number];

/** What a scan of a CSV file learns about the records asked for. */
export interface RecordScan {
  /** Record number (from 1, after the header) to the physical line on which it begins. */
  readonly lines: ReadonlyMap<number, number>;
  /** Where line minus record changes: [[1, 1]] is one header line and no line break in any field. */
  readonly shifts: readonly LineShift[];
  /** Records that were read, and up to which of them `shifts` is the whole truth. */
  readonly records: number;
  readonly shiftsKnownTo: number;
  /** Physical line of the first field that goes on after its closing quote; null: none seen. */
  readonly brokenQuoteLine: number | null;
  /** Physical line of the first record with a quoted field longer than 64 kB or not closed at all; null: none seen. */
  readonly openQuoteLine: number | null;
}

// Kinds of bytes and places within a record; a quote opens a field only as its first character, a doubled quote is a quote.
const [OTHER, QUOTE, NEWLINE, DELIMITER, SPACE] = [0, 1, 2, 3, 4];
const [START, PLAIN, QUOTED, CLOSED] = [0, 1, 2, 3];
const [NOTHING, LINE, RECORD, OPENED, BROKEN] = [0, 1, 2, 3, 4];
const KINDS = 5;

/** Rows: place in the record; columns: kind of byte. */
const NEXT = Uint8Array.from([
  ...[PLAIN, QUOTED, START, START, START],
  ...[PLAIN, PLAIN, START, START, PLAIN],
  ...[QUOTED, CLOSED, QUOTED, QUOTED, QUOTED],
  ...[PLAIN, QUOTED, START, START, CLOSED],
]);
const EVENT = Uint8Array.from([
  ...[NOTHING, OPENED, RECORD, NOTHING, NOTHING],
  ...[NOTHING, NOTHING, RECORD, NOTHING, NOTHING],
  ...[NOTHING, NOTHING, LINE, NOTHING, NOTHING],
  ...[BROKEN, NOTHING, RECORD, NOTHING, NOTHING],
]);

function kindsOfBytes(delimiter: string): Uint8Array {
  const kinds = new Uint8Array(256).fill(OTHER);
  const set = (character: string, kind: number) => {
    kinds[character.charCodeAt(0)] = kind;
  };
  set(' ', SPACE);
  set('\r', SPACE);
  set('"', QUOTE);
  set('\n', NEWLINE);
  set(delimiter, DELIMITER);
  return kinds;
}

class Scanner {
  readonly #kinds: Uint8Array;
  readonly #wanted: readonly number[];
  #found = 0;
  #state = START;
  #line: number;
  #recordLine: number;
  #record = 1;
  #quoteAt = 0;
  #read = 0;
  #overflowAt: number | null = null;
  readonly lines = new Map<number, number>();
  readonly shifts: LineShift[] = [];
  brokenQuoteLine: number | null = null;
  openQuoteLine: number | null = null;

  constructor(source: Source, wanted: ReadonlySet<number>) {
    this.#kinds = kindsOfBytes(source.delimiter ?? ',');
    this.#wanted = [...wanted].toSorted((a, b) => a - b);
    this.#line = source.firstDataLine;
    this.#recordLine = source.firstDataLine;
  }

  get records(): number {
    return this.#record - 1;
  }

  get shiftsKnownTo(): number {
    return this.#overflowAt === null ? this.records : this.#overflowAt - 1;
  }

  /** Nothing that is asked for lies behind the last wanted record. */
  get knowsAll(): boolean {
    return this.#found === this.#wanted.length && this.#overflowAt !== null;
  }

  // Two gigabytes pass through this loop: everything that happens at every field stays in local variables.
  read(chunk: Buffer): void {
    const kinds = this.#kinds;
    let state = this.#state;
    let quoteAt = this.#quoteAt;
    for (let place = 0; place < chunk.length; place += 1) {
      const step = state * KINDS + (kinds[chunk[place] ?? 0] ?? OTHER);
      state = NEXT[step] ?? START;
      const event = EVENT[step] ?? NOTHING;
      if (event === NOTHING) continue;
      if (event === OPENED) quoteAt = this.#read + place;
      else this.#happened(event, this.#read + place - quoteAt);
    }
    this.#state = state;
    this.#quoteAt = quoteAt;
    this.#read += chunk.length;
  }

  end(): void {
    if (this.#state === QUOTED) this.openQuoteLine ??= this.#recordLine;
    if (this.#state !== START) this.#endRecord();
  }

  #happened(event: number, quotedBytes: number) {
    if (event === BROKEN) {
      this.brokenQuoteLine ??= this.#recordLine;
      return;
    }
    this.#line += 1;
    if (event === RECORD) this.#endRecord();
    else if (quotedBytes > LONGEST_FIELD_BYTES) this.openQuoteLine ??= this.#recordLine;
  }

  #endRecord() {
    if (this.#wanted[this.#found] === this.#record) {
      this.lines.set(this.#record, this.#recordLine);
      this.#found += 1;
    }
    this.#noteShift(this.#recordLine - this.#record);
    this.#record += 1;
    this.#recordLine = this.#line;
  }

  #noteShift(shift: number) {
    if (this.#overflowAt !== null || this.shifts.at(-1)?.[1] === shift) return;
    if (this.shifts.length < MOST_SHIFTS) this.shifts.push([this.#record, shift]);
    else this.#overflowAt = this.#record;
  }
}

/** Gives what lies behind the first lines. */
function behindLines(count: number): (chunk: Buffer) => Buffer {
  let left = count;
  return (chunk) => {
    let at = 0;
    while (left > 0) {
      const newline = chunk.indexOf('\n', at);
      if (newline < 0) return chunk.subarray(chunk.length);
      at = newline + 1;
      left -= 1;
    }
    return chunk.subarray(at);
  };
}

/**
 * Reads a CSV file once to say on which physical line each record begins: the wanted ones, and all of them by the changes. With `wanted`
 * null it reads until it has found a broken quote.
 */
export async function scanRecords(source: Source, wanted: ReadonlySet<number> | null): Promise<RecordScan> {
  const scanner = new Scanner(source, wanted ?? new Set());
  const stream = sourceBytes(source);
  const data = behindLines(source.firstDataLine - 1);
  for await (const chunk of stream) {
    scanner.read(data(chunk));
    if (wanted === null ? scanner.brokenQuoteLine !== null : scanner.knowsAll) break;
  }
  stream.destroy();
  scanner.end();
  return scanner;
}
