import { open } from 'node:fs/promises';
import { refusal } from '../refusal.ts';

const MAGIC = 'PAR1';
const TAIL_BYTES = 8;
const MOST_FOOTER_BYTES = 64 * 1024 * 1024;

/**
 * The compact form of Thrift, as far as a Parquet footer needs it.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
class Compact {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new RangeError('the footer ends too early');
    this.#at += 1;
    return byte;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.varint();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('a name is longer than the footer');
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end;
    return text;
  }

  /** Walks over the fields of a struct; `visit` reads a field and says true, or leaves it to be skipped. */
  struct(visit: (field: number, type: number) => boolean): void {
    let field = 0;
    for (;;) {
      const head = this.#byte();
      if (head === 0) return;
      const delta = head >> 4;
      field = delta === 0 ? this.zigzag() : field + delta;
      if (!visit(field, head & 15)) this.#skip(head & 15);
    }
  }

  /** The number of elements of a list and their type. */
  list(): { size: number; type: number } {
    const head = this.#byte();
    const size = head >> 4 === 15 ? this.varint() : head >> 4;
    if (size > this.#bytes.length) throw new RangeError('a list is longer than the footer');
    return { size, type: head & 15 };
  }

  #skip(type: number): void {
    if (type === 3) this.#at += 1;
    else if (type >= 4 && type <= 6) this.varint();
    else if (type === 7) this.#at += 8;
    else if (type === 8) this.text();
    else if (type === 9 || type === 10) this.#skipList();
    else if (type === 11) this.#skipMap();
    else if (type === 12) this.struct(() => false);
    else if (type !== 1 && type !== 2) throw new RangeError(`unknown type ${type}`);
  }

  #skipList() {
    const { size, type } = this.list();
    // Inside a list a truth value has a byte of its own.
    for (let element = 0; element < size; element += 1) this.#skip(type <= 2 ? 3 : type);
  }

  #skipMap() {
    const size = this.varint();
    if (size === 0) return;
    const types = this.#byte();
    for (let entry = 0; entry < size; entry += 1) {
      this.#skip(types >> 4);
      this.#skip(types & 15);
    }
  }
}

interface Element {
  readonly name: string;
  readonly children: number;
}

function schemaElement(reader: Compact): Element {
  let name = '';
  let children = 0;
  reader.struct((field) => {
    if (field === 4) name = reader.text();
    else if (field === 5) children = reader.zigzag();
    else return false;
    return true;
  });
  return { name, children };
}

/** Names on the first level: the first element is the table itself, groups are followed by their children. */
function topLevel(elements: readonly Element[]): readonly string[] {
  const names: string[] = [];
  const pending: number[] = [];
  for (const { name, children } of elements.slice(1)) {
    if (pending.length === 0) names.push(name);
    const last = pending.length - 1;
    if (last >= 0) pending[last] = (pending[last] ?? 1) - 1;
    if (children > 0) pending.push(children);
    while (pending.length > 0 && pending[pending.length - 1] === 0) pending.pop();
  }
  return names;
}

function readFooter(footer: Buffer): { headers: readonly string[]; rows: number } {
  const reader = new Compact(footer);
  const elements: Element[] = [];
  let rows = 0;
  reader.struct((field) => {
    if (field === 3) rows = reader.zigzag();
    else if (field === 2) for (let { size } = reader.list(); size > 0; size -= 1) elements.push(schemaElement(reader));
    else return false;
    return true;
  });
  return { headers: topLevel(elements), rows };
}

/** Column names and number of rows of a Parquet file, from its footer. @throws AppError fileUnreadable (brokenParquet) */
export async function parquetFooter(
  file: string,
  path: string,
): Promise<{ readonly headers: readonly string[]; readonly rows: number }> {
  const broken = (reason: string) => refusal('brokenParquet', { file, reason });
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(TAIL_BYTES);
    await handle.read(tail, 0, TAIL_BYTES, Math.max(size - TAIL_BYTES, 0));
    const length = tail.readUInt32LE(0);
    if (tail.toString('latin1', 4) !== MAGIC) throw broken('its end is missing');
    if (length > size - TAIL_BYTES || length > MOST_FOOTER_BYTES) throw broken('its footer is too long');
    const footer = Buffer.alloc(length);
    await handle.read(footer, 0, length, size - TAIL_BYTES - length);
    try {
      return readFooter(footer);
    } catch (cause) {
      if (cause instanceof RangeError) throw broken(cause.message);
      throw cause;
    }
  } finally {
    await handle.close();
  }
}
