import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ReadRow = Readonly<Record<string, string>>;

/** Rows of a canonical file as text, an empty cell as ''. For files small enough to hold: tests count the truth with it. */
export function readCanonical(directory: string, table: string): readonly ReadRow[] {
  const [header = '', ...lines] = readFileSync(join(directory, `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',');
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'));
}
