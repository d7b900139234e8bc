import { refusal } from '../refusal.ts';
import { unpackedBytes } from './file-bytes.ts';
import { LONGEST_LINE_BYTES } from './text-check.ts';
import { writeChunks } from './transcode.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LINE_FEED = 10;
const RETURN = 13;

/** Cuts a JSON array (or objects written over several lines) into its objects, byte by byte. */
class ObjectCutter {
  readonly #file: string;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #line = 1;
  #objectLine = 1;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Inside a text only its end counts. */
  #stepInText(byte: number) {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  #step(byte: number): 'open' | 'close' | null {
    if (byte === LINE_FEED) this.#line += 1;
    if (this.#inText) {
      this.#stepInText(byte);
      return null;
    }
    const inside = this.#depth > 0;
    if (byte === QUOTE) this.#inText = inside;
    if (byte === OPEN_BRACE || (byte === OPEN_BRACKET && inside)) {
      this.#depth += 1;
      return inside ? null : 'open';
    }
    if (!inside || (byte !== CLOSE_BRACE && byte !== CLOSE_BRACKET)) return null;
    this.#depth -= 1;
    return this.#depth === 0 ? 'close' : null;
  }

  #keep(part: Buffer) {
    this.#size += part.length;
    if (this.#size > LONGEST_LINE_BYTES) {
      const megabytes = Math.ceil(this.#size / 1024 / 1024);
      const limit = LONGEST_LINE_BYTES / 1024 / 1024;
      throw refusal('lineTooLong', { file: this.#file, line: this.#objectLine, column: 1, megabytes, limit });
    }
    this.#parts.push(part);
  }

  #object(): Buffer {
    const object = Buffer.concat([...this.#parts, Buffer.of(LINE_FEED)]);
    this.#parts = [];
    this.#size = 0;
    // Line ends between the members are blanks to JSON; one object must be one line.
    for (let at = 0; at < object.length - 1; at += 1)
      if (object[at] === LINE_FEED || object[at] === RETURN) object[at] = 32;
    return object;
  }

  *cut(chunk: Buffer): Generator<Buffer> {
    let start = this.#depth > 0 ? 0 : -1;
    for (const [at, byte] of chunk.entries()) {
      const event = this.#step(byte);
      if (event === 'open') {
        start = at;
        this.#objectLine = this.#line;
      }
      if (event !== 'close') continue;
      this.#keep(Buffer.from(chunk.subarray(Math.max(start, 0), at + 1)));
      start = -1;
      yield this.#object();
    }
    if (start >= 0) this.#keep(Buffer.from(chunk.subarray(start)));
  }

  /** @throws AppError fileUnreadable (notJson) when the last object is not closed */
  end(): void {
    if (this.#depth === 0) return;
    throw refusal('notJson', {
      file: this.#file,
      line: this.#objectLine,
      column: 1,
      reason: 'the object that begins here is never closed',
    });
  }
}

async function* objects(file: string, path: string, gzipped: boolean) {
  const cutter = new ObjectCutter(file);
  for await (const chunk of unpackedBytes(path, gzipped)) yield* cutter.cut(chunk);
  cutter.end();
}

/** Writes a JSON array as one object a line. @throws AppError fileUnreadable (notJson, lineTooLong) */
export async function writeObjectLines(file: string, from: string, gzipped: boolean, to: string): Promise<void> {
  await writeChunks(to, objects(file, from, gzipped));
}
