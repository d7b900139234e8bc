/** One row of a delimited text. */
export interface DelimitedRecord {
  readonly fields: readonly string[];
  /** Physical line on which the record begins, from 1 in this text. */
  readonly line: number;
  /** False for a last record that the text may have cut off. */
  readonly complete: boolean;
}

const QUOTE = 34;
const LINE_FEED = 10;

/** A cursor over the text; the methods move it. Reads as the engine does: a quote counts only at the start of a field. */
class Cursor {
  readonly #text: string;
  readonly #delimiter: string;
  at = 0;
  line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  /** The text of a quoted field; the cursor stands behind the closing quote, or at the end when there is none. */
  #quoted(): string {
    let from = this.at + 1;
    let text = '';
    for (;;) {
      const quote = this.#text.indexOf('"', from);
      const end = quote < 0 ? this.#text.length : quote;
      text += this.#text.slice(from, end);
      this.at = end + 1;
      if (quote < 0 || this.#text.charCodeAt(quote + 1) !== QUOTE) break;
      text += '"';
      from = quote + 2;
    }
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) this.line += 1;
    return text;
  }

  /** Everything up to the next delimiter or line feed, without outer blanks. */
  #plain(): string {
    const mark = this.#delimiter.charCodeAt(0);
    const start = this.at;
    while (this.at < this.#text.length) {
      const code = this.#text.charCodeAt(this.at);
      if (code === mark || code === LINE_FEED) break;
      this.at += 1;
    }
    return this.#text.slice(start, this.at).trim();
  }

  #field(): string {
    if (this.#text.charCodeAt(this.at) !== QUOTE) return this.#plain();
    return this.#quoted() + this.#plain();
  }

  record(): DelimitedRecord {
    const { line } = this;
    const fields = [this.#field()];
    while (this.#text[this.at] === this.#delimiter) {
      this.at += 1;
      fields.push(this.#field());
    }
    const complete = this.#text.charCodeAt(this.at) === LINE_FEED;
    this.at += 1;
    this.line += 1;
    return { fields, line, complete };
  }
}

/** Splits delimited text into records, quotes understood; at most `most` of them. Blank lines are records of one field. */
export function readRecords(text: string, delimiter: string, most: number): readonly DelimitedRecord[] {
  const cursor = new Cursor(text, delimiter);
  const records: DelimitedRecord[] = [];
  while (!cursor.done && records.length < most) records.push(cursor.record());
  return records;
}

export const isBlank = (record: DelimitedRecord) => record.fields.every((field) => field === '');
