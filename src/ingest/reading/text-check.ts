import { isUtf8 } from 'node:buffer';

/** The longest line that is still believed to be one. */
export const LONGEST_LINE_BYTES = 16 * 1024 * 1024;

/** What a pass over all bytes of a text has found. */
export interface TextFindings {
  readonly bytes: number;
  readonly utf8: boolean;
  readonly hasNul: boolean;
  /** Place of a line longer than the limit; null: there is none. */
  readonly longLineAt: number | null;
}

/** Bytes of the character that begins at the end of the chunk and is not complete; 0: the chunk ends between characters. */
function cutCharacter(chunk: Buffer): { held: number; missing: number } {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const size = Math.max(2, Math.min(Math.clz32(~(byte << 24)), 4));
    return size > back ? { held: back, missing: size - back } : { held: 0, missing: 0 };
  }
  return { held: 0, missing: 0 };
}

/** Looks at every byte of a text, chunk by chunk, as cheaply as the hash beside it. */
export class TextCheck {
  #bytes = 0;
  #utf8 = true;
  #hasNul = false;
  #longLineAt: number | null = null;
  #lineStart = 0;
  #cut: Buffer = Buffer.alloc(0);
  #missing = 0;
  readonly #lineEnd: number;

  /** @param lineEnd the byte that ends a line: 10, or 13 in files of old Macs */
  constructor(lineEnd: number) {
    this.#lineEnd = lineEnd;
  }

  #checkUtf8(chunk: Buffer) {
    const rest = chunk.subarray(this.#missing);
    const joined = Buffer.concat([this.#cut, chunk.subarray(0, this.#missing)]);
    if (chunk.length < this.#missing) {
      this.#cut = joined;
      this.#missing -= chunk.length;
      return;
    }
    const { held, missing } = cutCharacter(rest);
    const whole = rest.subarray(0, rest.length - held);
    this.#utf8 = (joined.length === 0 || isUtf8(joined)) && isUtf8(whole);
    this.#cut = Buffer.from(rest.subarray(rest.length - held));
    this.#missing = missing;
  }

  // A line longer than the limit holds a whole chunk without a line end, or spans the ends of two: the ends suffice.
  #checkLine(chunk: Buffer) {
    const first = chunk.indexOf(this.#lineEnd);
    const lineBytes = this.#bytes + (first < 0 ? chunk.length : first) - this.#lineStart;
    if (lineBytes > LONGEST_LINE_BYTES) this.#longLineAt ??= this.#lineStart;
    if (first >= 0) this.#lineStart = this.#bytes + chunk.lastIndexOf(this.#lineEnd) + 1;
  }

  /** Chunks must be smaller than the longest line. */
  add(chunk: Buffer): void {
    if (this.#utf8) this.#checkUtf8(chunk);
    this.#hasNul ||= chunk.includes(0);
    this.#checkLine(chunk);
    this.#bytes += chunk.length;
  }

  get findings(): TextFindings {
    return {
      bytes: this.#bytes,
      utf8: this.#utf8 && this.#cut.length === 0,
      hasNul: this.#hasNul,
      longLineAt: this.#longLineAt,
    };
  }
}
