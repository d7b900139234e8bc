// Times of the estimators beside those of what analysts use. `npm run bench -- statistics`.
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';

const Rows = z.array(
  z.object({
    name: z.string(),
    milliseconds: z.number(),
    peer: z.string(),
    peerMilliseconds: z.number(),
    ratio: z.number(),
    target: z.number(),
  }),
);
type Row = z.infer<typeof Rows>[number];

/** Runs every topic in bench/statistics, prints one table and returns its rows. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const file of globSync('bench/statistics/*.ts').sort()) {
    const topic: unknown = await import(resolve(file));
    const { run: measure } = z.object({ run: z.function({ output: z.promise(Rows) }).optional() }).parse(topic);
    if (measure === undefined) continue;
    const measured = await measure();
    rows.push(...measured.map((row) => ({ ...row, name: `${basename(file, '.ts')}: ${row.name}` })));
  }
  print(rows);
  return rows;
}

function print(rows: readonly Row[]): void {
  const time = (milliseconds: number) => milliseconds.toFixed(milliseconds < 10 ? 2 : 0);
  const cells = rows.map((row) => [
    row.name,
    time(row.milliseconds),
    time(row.peerMilliseconds),
    row.ratio.toFixed(3),
    `${row.target}`,
    row.ratio <= row.target ? 'met' : 'MISSED',
    row.peer,
  ]);
  const table = [['what', 'ms', 'peer ms', 'ratio', 'target', '', 'peer'], ...cells];
  const widths = table[0]?.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0))) ?? [];
  for (const line of table) console.log(line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
}

if (import.meta.main) await run();
