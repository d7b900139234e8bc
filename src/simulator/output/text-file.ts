import { closeSync, openSync, writeSync } from 'node:fs';

/** Text gathered and written in large pieces; memory stays at one piece whatever the size of the file. */
export interface TextFile {
  append(text: string): void;
  close(): void;
}

const PIECE_CHARACTERS = 1 << 16;

export function openTextFile(path: string, encode: (text: string) => Buffer = utf8): TextFile {
  const file = openSync(path, 'w');
  let gathered = '';
  const flush = () => {
    const bytes = encode(gathered);
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    gathered = '';
  };
  return {
    append: (text) => {
      gathered += text;
      if (gathered.length >= PIECE_CHARACTERS) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}
