import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Source } from '../plan.ts';

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const LONGEST_FIELD_BYTES = 65_536;

/** What a scan of a CSV file learns about the records asked for. */
export interface RecordScan {
  /** Record number (from 1, after the header) to the physical line on which it begins. */
  readonly lines: ReadonlyMap<number, number>;
  /** Physical line of the first field that goes on after its closing quote; null: none seen. */
  readonly brokenQuoteLine: number | null;
  /** Physical line of the first quoted field longer than 64 kB or not closed at all; null: none seen. */
  readonly openQuoteLine: number | null;
}

type State = 'start' | 'plain' | 'quoted' | 'closed';

/** Follows quotes as the engine does: a quote opens a field only as its first character; a doubled quote is a quote. */
class Scanner {
  readonly #delimiter: number;
  readonly #wanted: ReadonlySet<number>;
  #state: State = 'start';
  #skip: number;
  #line = 1;
  #record = 1;
  #recordLine = 1;
  #quoteLine = 0;
  #quotedBytes = 0;
  readonly lines = new Map<number, number>();
  brokenQuoteLine: number | null = null;
  openQuoteLine: number | null = null;

  constructor(source: Source, wanted: ReadonlySet<number>) {
    this.#delimiter = (source.delimiter ?? ',').charCodeAt(0);
    this.#wanted = wanted;
    this.#skip = source.firstDataLine - 1;
    this.#recordLine = source.firstDataLine;
  }

  get record(): number {
    return this.#record;
  }

  read(chunk: Buffer): void {
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place] ?? 0;
      if (this.#skip > 0) this.#skipByte(byte);
      else if (this.#state === 'quoted') this.#quotedByte(byte);
      else this.#openByte(byte);
    }
  }

  end(): void {
    if (this.#state === 'quoted') this.openQuoteLine ??= this.#quoteLine;
    if (this.#state !== 'start') this.#endRecord();
  }

  #skipByte(byte: number) {
    if (byte !== NEWLINE) return;
    this.#skip -= 1;
    this.#line += 1;
  }

  #quotedByte(byte: number) {
    this.#quotedBytes += 1;
    if (this.#quotedBytes === LONGEST_FIELD_BYTES) this.openQuoteLine ??= this.#quoteLine;
    if (byte === NEWLINE) this.#line += 1;
    else if (byte === QUOTE) this.#state = 'closed';
  }

  #openByte(byte: number) {
    if (byte === NEWLINE) {
      this.#line += 1;
      this.#endRecord();
    } else if (byte === this.#delimiter) this.#state = 'start';
    else if (byte === QUOTE) this.#quote();
    else if (this.#state === 'start' && byte !== BLANK) this.#state = 'plain';
    else if (this.#state === 'closed' && byte !== RETURN && byte !== BLANK) {
      this.brokenQuoteLine ??= this.#recordLine;
      this.#state = 'plain';
    }
  }

  #quote() {
    if (this.#state === 'plain') return;
    if (this.#state === 'start') {
      this.#quoteLine = this.#line;
      this.#quotedBytes = 0;
    }
    this.#state = 'quoted';
  }

  #endRecord() {
    if (this.#wanted.has(this.#record)) this.lines.set(this.#record, this.#recordLine);
    this.#record += 1;
    this.#recordLine = this.#line;
    this.#state = 'start';
  }
}

function bytesOf(source: Source): Readable {
  const bytes = createReadStream(source.readPath, { highWaterMark: 1 << 20 });
  if (!source.gzipped) return bytes;
  const unzip = createGunzip();
  pipeline(bytes, unzip, () => {});
  return unzip;
}

/**
 * Reads a CSV file once, as far as needed, to say on which physical line each wanted record begins. With `wanted` null it
 * reads until it has found a broken quote.
 */
export async function scanRecords(source: Source, wanted: ReadonlySet<number> | null): Promise<RecordScan> {
  const scanner = new Scanner(source, wanted ?? new Set());
  const last = wanted === null ? Number.POSITIVE_INFINITY : Math.max(0, ...wanted);
  const stream = bytesOf(source);
  for await (const chunk of stream) {
    scanner.read(chunk);
    if (scanner.record > last || (wanted === null && scanner.brokenQuoteLine !== null)) break;
  }
  stream.destroy();
  scanner.end();
  return scanner;
}
