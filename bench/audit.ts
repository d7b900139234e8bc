import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../src/audit/run-audit.ts';
import { CHECKS } from '../src/checks/catalogue.ts';
import { TABLES } from '../src/warehouse/catalogue.ts';
import { rowsOf } from '../src/warehouse/ddl.ts';
import { refreshViews } from '../src/warehouse/ledger.ts';
import { openWarehouse, type Warehouse } from '../src/warehouse/warehouse.ts';

const AS_OF = '2026-06-30';
const seconds = (since: number) => (performance.now() - since) / 1000;

/** SELECTs that fill the tables of an invented company of a given size; plain arithmetic, so that making it takes seconds. */
function contents(customers: number): Readonly<Record<string, { columns: readonly string[]; select: string }>> {
  const contracts = Math.round(customers * 1.5);
  const contacts = customers * 20;
  return {
    customer: {
      columns: ['customer_id', 'segment', 'region'],
      select: `SELECT concat('k', toString(number)) AS customer_id, concat('S', toString(number % 4)) AS segment, toString(40 + number % 20) AS region FROM numbers(${customers})`,
    },
    product: {
      columns: ['product_id', 'line', 'open_for_new'],
      select: `SELECT concat('P', toString(number)) AS product_id, concat('L', toString(number % 3)) AS line, true AS open_for_new FROM numbers(12)`,
    },
    contract: {
      columns: [
        'contract_id',
        'customer_id',
        'product_id',
        'start_date',
        'end_date',
        'end_reason',
        'price',
        'price_period',
        'risk_class',
        'channel',
        'acquisition_offer_id',
      ],
      select: `SELECT concat('c', toString(number)) AS contract_id, concat('k', toString(number % ${customers})) AS customer_id,
        concat('P', toString(cityHash64(number, 'p') % 12)) AS product_id,
        toDate32('2026-06-30') - cityHash64(number, 's') % 3650 AS start_date,
        if(cityHash64(number, 'e') % 10 < 4, least(start_date + 1 + cityHash64(number, 'l') % 2500, toDate32('2027-01-01')), NULL) AS end_date,
        if(end_date IS NULL, NULL, ['voluntary', 'voluntary', 'move', 'provider'][cityHash64(number, 'r') % 4 + 1]) AS end_reason,
        toDecimal64(200 + cityHash64(number, 'n') % 400, 4) AS price, 'year' AS price_period,
        concat('SF', toString(cityHash64(number, 'k') % 12)) AS risk_class, ['web', 'agent', 'phone'][cityHash64(number, 'c') % 3 + 1] AS channel,
        if(cityHash64(number, 'o') % 2 = 0, concat('O', toString(cityHash64(number, 'o') % 9)), NULL) AS acquisition_offer_id FROM numbers(${contracts})`,
    },
    price_event: {
      columns: ['contract_id', 'valid_from', 'price', 'kind'],
      select: `SELECT concat('c', toString(number % ${contracts})) AS contract_id, toDate32('2018-01-01') + 365 * intDiv(number, ${contracts}) + number % 300 AS valid_from,
        toDecimal64(200 + cityHash64(number % ${contracts}, 'n') % 400 + 5 * intDiv(number, ${contracts}), 4) AS price, 'renewal_offer' AS kind FROM numbers(${contracts * 3})`,
    },
    new_business_price: {
      columns: ['product_id', 'valid_from', 'price', 'risk_class'],
      select: `SELECT concat('P', toString(number % 12)) AS product_id, toDate32('2017-01-01') + 365 * (intDiv(number, 144) % 10) AS valid_from, toDecimal64(350, 4) AS price, concat('SF', toString(intDiv(number, 12) % 12)) AS risk_class FROM numbers(1440)`,
    },
    contact: {
      columns: [
        'contact_id',
        'started_at',
        'customer_id',
        'direction',
        'channel',
        'topic',
        'line_class',
        'caller_class',
        'wait_s',
        'answered',
      ],
      select: `SELECT toString(number) AS contact_id, toDateTime64('2024-07-01 07:00:00', 3, 'UTC') + (number * 3) % 63000000 AS started_at,
        concat('k', toString(cityHash64(number) % ${customers})) AS customer_id, if(number % 3 = 0, 'out', 'in') AS direction, 'phone' AS channel,
        concat('topic', toString(number % 7)) AS topic, if(number % 5 = 0, 'sales', 'service') AS line_class, if(number % 5 = 0, 'prospect', 'existing') AS caller_class,
        if(number % 3 = 0, NULL, toFloat64(cityHash64(number, 'w') % 900)) AS wait_s, if(number % 3 = 0, NULL, cityHash64(number, 'a') % 10 != 0) AS answered FROM numbers(${contacts})`,
    },
    survey: {
      columns: ['customer_id', 'at', 'item', 'value', 'scale_max'],
      select: `SELECT concat('k', toString(intDiv(number, 2) % ${customers})) AS customer_id, toDateTime64('2020-01-01 00:00:00', 3, 'UTC') + cityHash64(intDiv(number, 2)) % 100000000 AS at,
        if(number % 2 = 0, 'satisfaction_sale', 'satisfaction_after_sales') AS item, toFloat64(1 + cityHash64(number, 'v') % 5) AS value, 5. AS scale_max FROM numbers(${Math.round(customers / 5)})`,
    },
  };
}

export async function fill(warehouse: Warehouse, customers: number): Promise<void> {
  await warehouse.run({ name: 'standing import', sql: `INSERT INTO import_log SELECT 1, 0, 'done', '', 'bench', ''` });
  for (const [name, { columns, select }] of Object.entries(contents(customers))) {
    const table = TABLES.find((candidate) => candidate.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    const list = columns.map((column) => `\`${column}\``).join(', ');
    const sql = `INSERT INTO ${rowsOf(table)} (${list}, _import, _row) SELECT ${list}, 1, rowNumberInAllBlocks() FROM (${select})`;
    await warehouse.run({ name: `fill ${name}`, sql });
  }
  await refreshViews(warehouse);
}

/** The questions of the first audit: readiness, loyalty penalty with price walking, wait gap, carousel, matrix, base value. */
const FIRST_AUDIT = CHECKS.filter(({ measure }) => ['M26', 'M01', 'M04', 'M10', 'M13', 'M22'].includes(measure));

/** Seconds of a whole audit; each check is told as it ends. */
async function timed(
  warehouse: Warehouse,
  checks: typeof CHECKS,
  tell: (name: string, took: number) => void,
): Promise<number> {
  const began = performance.now();
  let last = began;
  let before = 'facts and inventory';
  const onProgress = (_done: number, _total: number, name: string) => {
    tell(before, seconds(last));
    last = performance.now();
    before = name;
  };
  const report = await runAudit({ warehouse, asOf: AS_OF, programVersion: 'bench', checks, onProgress });
  for (const check of report.checks.filter(({ outcome }) => outcome === 'failed'))
    console.log(`  FAILED ${check.id}: ${check.reason?.values['message']}`);
  return seconds(began);
}

async function auditOf(customers: number): Promise<{ first: number; all: number; scan: number }> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-bench-'));
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  try {
    await fill(warehouse, customers);
    const scanned = performance.now();
    await warehouse.columns({
      name: 'plain scan',
      sql: 'SELECT count(customer_id) AS a, count(started_at) AS b, sum(wait_s) AS c FROM contact',
      params: {},
    });
    const scan = seconds(scanned);
    const first = await timed(warehouse, FIRST_AUDIT, () => {});
    const label = `  ${customers.toLocaleString('en')} customers`;
    const all = await timed(warehouse, CHECKS, (name, took) =>
      console.log(`${label}  ${name.padEnd(24)} ${took.toFixed(2)} s`),
    );
    return { first, all, scan };
  } finally {
    await warehouse.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function motorFile(): void {
  const file = '../shared/data/cas_eudirectlapse.csv';
  if (!existsSync(file)) {
    console.log('motor file: the real data are not on this machine');
    return;
  }
  const call = [
    'audit',
    file,
    '--mapping',
    'examples/mappings/eudirectlapse.yaml',
    '--as-of',
    AS_OF,
    '--format',
    'json',
  ];
  const times = Array.from({ length: 6 }, () => {
    const began = performance.now();
    const { status } = spawnSync('./bin/stammkunde', call);
    if (status !== 0) throw new Error(`the audit of the motor file ended with ${status}`);
    return seconds(began);
  });
  // The first call finds neither the engine nor our own compiled code in the memory of the machine.
  const [first = 0, ...others] = times;
  const sorted = others.sort((x, y) => x - y).map((time) => time.toFixed(2));
  console.log(
    `motor file (23,060 rows), start to finish: ${sorted[2]} s in the middle of five calls (${sorted[0]} to ${sorted[4]}; limit 5 s), ${first.toFixed(2)} s the first`,
  );
}

/** All checks at three sizes, and the motor file from start to finish. */
export async function run(): Promise<void> {
  motorFile();
  const sizes = [100_000, 1_000_000];
  const times = [];
  for (const customers of sizes) {
    const found = await auditOf(customers);
    times.push(found.all);
    const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
    const of = `${customers.toLocaleString('en')} customers, ${(customers * 20).toLocaleString('en')} contacts`;
    const scans = (time: number) =>
      `${time.toFixed(1)} s, ${(time / found.scan).toFixed(0)} x a plain scan of the contacts`;
    console.log(
      `${FIRST_AUDIT.length} checks of the first audit, ${of}: ${scans(found.first)} (limit at 1 million: 30 s)`,
    );
    console.log(
      `${CHECKS.length} checks, ${of}: ${scans(found.all)}, peak ${peak} MB (few tables are filled; the limit of 90 s is for npm run bench -- world)`,
    );
  }
  console.log(`ten times the customers take ${((times[1] ?? 0) / (times[0] ?? 1)).toFixed(1)} times as long`);
}
