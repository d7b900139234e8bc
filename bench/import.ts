// A company's whole import against the engine's own typed insert of the same file. `npm run bench -- import`, rows as an argument.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { importFiles } from '#ingest/import/import-files.ts';
import { proposePlans } from '#ingest/mapping/propose-plans.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { engineType } from '#warehouse/ddl.ts';
import { identifier, quoted } from '#warehouse/query.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';

const ROWS = 20_000_000;
const TARGET_RATIO = 1.5;
const TARGET_MEMORY_BYTES = 2e9;

const Side = z.object({
  milliseconds: z.number(),
  processorMilliseconds: z.number(),
  memoryBytes: z.number(),
  rows: z.number(),
});
type Side = z.infer<typeof Side>;

/** One line of the table of benches. `ratio` is our figure over the peer's; it should be at most `target`. */
interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly peer: string;
  readonly peerMilliseconds: number;
  readonly ratio: number;
  readonly target: number;
}

// Values follow from the row number alone: the same file every time.
const pick = (words: readonly string[], salt: number) =>
  `[${words.map(quoted).join(', ')}][1 + cityHash64(number, ${salt}) % ${words.length}]`;
const FIELDS: Readonly<Record<string, string>> = {
  contact_id: `concat('K', leftPad(toString(number), 9, '0'))`,
  started_at: `toDateTime('2019-01-01 00:00:00', 'UTC') + toUInt32(cityHash64(number, 1) % 220000000)`,
  customer_id: `concat('C', leftPad(toString(cityHash64(number, 2) % 1000000), 7, '0'))`,
  direction: pick(['in', 'out', 'system'], 3),
  channel: pick(['phone', 'email', 'letter', 'chat'], 4),
  kind: pick(['invoice', 'dunning', 'info', 'thanks', 'advice'], 5),
  tone: pick(['burden', 'neutral', 'giving', 'selling'], 6),
  topic: `concat('topic ', toString(cityHash64(number, 7) % 40))`,
  caller_class: pick(['prospect', 'newcomer', 'existing', 'unknown'], 8),
  wait_s: 'cityHash64(number, 9) % 600',
  answered: 'cityHash64(number, 10) % 10 < 8',
};

const contact = TABLES.find(({ name }) => name === 'contact');
if (contact === undefined) throw new RangeError('no table contact');

async function generate(warehouse: Warehouse, file: string, rows: number): Promise<void> {
  const fields = Object.entries(FIELDS).map(([name, sql]) => `${sql} AS ${identifier(name)}`);
  const sql = `INSERT INTO FUNCTION file(${quoted(file)}, 'CSVWithNames') SELECT ${fields.join(', ')} FROM numbers(${rows})`;
  await warehouse.run({ name: 'generate', sql });
}

async function ours(warehouse: Warehouse, file: string, work: string): Promise<number> {
  const sources = await openSources([file], work);
  const { plans } = await proposePlans({ sources, tables: TABLES, mapping: null });
  const receipt = await importFiles({
    warehouse,
    plans,
    importDay: '2026-06-30',
    pseudonyms: { secret: 'the secret of a company that does not exist', customers: null },
  });
  return receipt.files[0]?.rowsImported ?? 0;
}

async function peer(warehouse: Warehouse, file: string): Promise<number> {
  const columns = Object.entries(contact?.columns ?? {}).filter(([name]) => FIELDS[name] !== undefined);
  const structure = Object.keys(FIELDS)
    .map((name) => columns.find(([column]) => column === name))
    .flatMap((entry) => (entry === undefined ? [] : [`${identifier(entry[0])} ${engineType(entry[1])}`]))
    .join(', ');
  await warehouse.run({
    name: 'typed table',
    sql: `CREATE TABLE typed (${structure}) ENGINE = MergeTree ORDER BY (customer_id, contact_id) SETTINGS allow_nullable_key = 1`,
  });
  await warehouse.run({
    name: 'typed insert',
    sql: `INSERT INTO typed SELECT * FROM file(${quoted(file)}, 'CSVWithNames', ${quoted(structure)})`,
  });
  const [rows] = await warehouse.rows({
    name: 'typed rows',
    sql: 'SELECT count() AS n FROM typed ORDER BY n',
    params: {},
    row: z.object({ n: z.number() }),
  });
  return rows?.n ?? 0;
}

/** Runs one side in this process, in a store of its own, and prints what it took. */
async function side(name: string, file: string, rows: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-bench-side-'));
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory: join(home, 'warehouse') } });
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    generate: () => generate(warehouse, file, rows),
    ours: () => ours(warehouse, file, home),
    peer: () => peer(warehouse, file),
  };
  const start = performance.now();
  const cpu = process.cpuUsage();
  const done = await work[name]?.();
  const used = process.cpuUsage(cpu);
  const taken: Side = {
    milliseconds: performance.now() - start,
    processorMilliseconds: (used.user + used.system) / 1000,
    memoryBytes: process.resourceUsage().maxRSS * 1024,
    rows: typeof done === 'number' ? done : rows,
  };
  await warehouse.close();
  rmSync(home, { recursive: true, force: true });
  console.log(JSON.stringify(taken));
}

function spawnSide(name: string, file: string, rows: number): Side {
  const flags = ['--disable-warning=ExperimentalWarning', import.meta.filename, name, file, String(rows)];
  const child = spawnSync(process.execPath, flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const taken = Side.parse(JSON.parse(child.stdout.trim().split('\n').at(-1) ?? ''));
  if (taken.rows !== rows) throw new RangeError(`${name} stored ${taken.rows} rows instead of ${rows}`);
  return taken;
}

/** Generates the file, imports it, inserts it typed, each in a process of its own. */
export async function run(rows = ROWS): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stammkunde-bench-'));
  try {
    const file = join(folder, 'contact.csv');
    spawnSide('generate', file, rows);
    const mine = spawnSide('ours', file, rows);
    const engine = spawnSide('peer', file, rows);
    const figures = (taken: Side) =>
      `${(taken.milliseconds / 1000).toFixed(1)} s, ${(taken.processorMilliseconds / 1000).toFixed(1)} s of processor, ${(taken.memoryBytes / 1e6).toFixed(0)} MB at most`;
    console.log(`${rows} rows, import with receipt: ${figures(mine)}`);
    console.log(`${rows} rows, the engine's typed insert: ${figures(engine)}`);
    console.log(mine.memoryBytes <= TARGET_MEMORY_BYTES ? 'memory met' : 'memory MISSED');
    return [
      {
        name: `import of ${rows} contacts`,
        milliseconds: mine.milliseconds,
        peer: 'typed insert of the same file',
        peerMilliseconds: engine.milliseconds,
        ratio: mine.milliseconds / engine.milliseconds,
        target: TARGET_RATIO,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [name = '', file = '', rows = ''] = process.argv.slice(2);
  if (['generate', 'ours', 'peer'].includes(name)) await side(name, file, Number(rows));
  else console.log(await run(name === '' ? ROWS : Number(name)));
}
