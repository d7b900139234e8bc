import { z } from 'zod';
import { TABLES } from './catalogue.ts';
import { rowsOf } from './ddl.ts';
import { customerColumns, type PersonIds, personCondition, unreadCondition } from './person-rows.ts';
import { identifier } from './query.ts';
import type { Table } from './table.ts';
import type { Warehouse } from './warehouse.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Leaves out columns that are about somebody else. */
export type Shown = (table: Table, column: string) => boolean;

const Counted = z.object({ n: z.coerce.number() });

export async function erasuresMade(warehouse: Warehouse): Promise<number> {
  const query = { name: 'erasures', sql: 'SELECT count() AS n FROM erasure_log ORDER BY n', params: {}, row: Counted };
  return (await warehouse.rows(query))[0]?.n ?? 0;
}

/** How often data protection said something about a customer. */
export async function marksMade(warehouse: Warehouse): Promise<number> {
  const query = { name: 'marks', sql: 'SELECT count() AS n FROM customer_mark ORDER BY n', params: {}, row: Counted };
  return (await warehouse.rows(query))[0]?.n ?? 0;
}

export async function personIds(warehouse: Warehouse, customerId: string): Promise<PersonIds> {
  const held = async (table: string, id: string) => {
    const sql = `SELECT DISTINCT ${id} AS id FROM ${table} WHERE customer_id = {customerId:String} AND ${id} != '' ORDER BY id`;
    const row = z.object({ id: z.string() });
    return (await warehouse.rows({ name: `${id} of a person`, sql, params: { customerId }, row })).map(
      ({ id: one }) => one,
    );
  };
  return {
    customerId,
    contracts: await held('rows_contract', 'contract_id'),
    cases: await held('rows_case', 'case_id'),
  };
}

const bind = ({ customerId, contracts, cases }: PersonIds) => ({
  customerId,
  contracts: [...contracts],
  cases: [...cases],
});

async function counted(warehouse: Warehouse, table: Table, ids: PersonIds, where: string): Promise<number> {
  const sql = `SELECT count() AS n FROM ${identifier(rowsOf(table))} WHERE ${where} ORDER BY n`;
  const rows = await warehouse.rows({ name: `${table.name} of a person`, sql, params: bind(ids), row: Counted });
  return rows[0]?.n ?? 0;
}

/** Tables in the order in which they may be erased: what is found through contracts and cases goes before these. */
const ORDER = ['case', 'contract', 'customer'];
const PERSONAL = TABLES.filter((table) => personCondition(table) !== null).sort(
  (a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name),
);

/** How many stored rows of each table are about the customer, replaced and refused ones too. */
export async function personCounts(warehouse: Warehouse, ids: PersonIds) {
  const found: { readonly table: Table; readonly rows: number }[] = [];
  for (const table of PERSONAL) {
    const rows = await counted(warehouse, table, ids, personCondition(table) ?? 'false');
    if (rows > 0) found.push({ table, rows });
  }
  return found;
}

/** Every stored row about the customer. Numbers of other customers (the other end of a tie) stay out. */
export async function personRows(warehouse: Warehouse, ids: PersonIds, shown: Shown) {
  const found: { readonly table: Table; readonly rows: readonly Readonly<Record<string, z.infer<typeof Value>>>[] }[] =
    [];
  for (const table of PERSONAL) {
    const own = customerColumns(table);
    const columns = Object.keys(table.columns).filter((column) => shown(table, column));
    const select = columns.map((name) =>
      own.includes(name)
        ? `if(stored.${identifier(name)} = {customerId:String}, stored.${identifier(name)}, NULL) AS ${identifier(name)}`
        : `stored.${identifier(name)} AS ${identifier(name)}`,
    );
    const rows = await warehouse.rows({
      name: `${table.name} of a person`,
      sql: `SELECT ${select.join(', ')}
FROM (SELECT * FROM ${identifier(rowsOf(table))} WHERE ${personCondition(table)}) AS stored
ORDER BY stored._import, stored._file, stored._row`,
      params: bind(ids),
      row: z.record(z.string(), Value),
    });
    if (rows.length > 0) found.push({ table, rows });
  }
  return found;
}

/** Deletes every stored row about the customer for good. Cut short, it can be repeated: the customer's own row goes last. */
export async function erasePerson(warehouse: Warehouse, ids: PersonIds): Promise<number> {
  let erased = 0;
  for (const table of PERSONAL) {
    const where = `(${personCondition(table)}) OR (${unreadCondition(table)})`;
    const rows = await counted(warehouse, table, ids, where);
    if (rows === 0) continue;
    const sql = `ALTER TABLE ${identifier(rowsOf(table))} DELETE WHERE ${where} SETTINGS mutations_sync = 2`;
    await warehouse.run({ name: `erase from ${table.name}`, sql, params: bind(ids) });
    erased += rows;
  }
  const marks = 'ALTER TABLE customer_mark DELETE WHERE customer_id = {customerId:String} SETTINGS mutations_sync = 2';
  await warehouse.run({ name: 'erase marks', sql: marks, params: { customerId: ids.customerId } });
  await warehouse.run({ name: 'note erasure', sql: 'INSERT INTO erasure_log SELECT count() FROM erasure_log' });
  return erased;
}

export interface CustomerMark {
  readonly restricted: boolean;
  readonly objection: boolean;
}

/** The word of data protection about a customer; the last one counts. */
export async function markCustomer(warehouse: Warehouse, customerId: string, mark: CustomerMark): Promise<void> {
  await warehouse.run({
    name: 'mark customer',
    sql: `INSERT INTO customer_mark
SELECT {customerId:String}, (SELECT count() FROM customer_mark WHERE customer_id = {customerId:String}), {restricted:Bool}, {objection:Bool}`,
    params: { customerId, ...mark },
  });
}

const Receipt = z.object({ import_id: z.number(), sequence: z.number(), receipt: z.string() });

/** Receipts quote first values of files: those that name the person are rewritten. */
export async function rewriteReceipts(
  warehouse: Warehouse,
  ids: PersonIds,
  rewrite: (receipt: string) => string,
): Promise<number> {
  const found = await warehouse.rows({
    name: 'receipts that quote a person',
    sql: `SELECT import_id, sequence, receipt
FROM import_log
WHERE multiSearchAny(receipt, {numbers:Array(String)})
ORDER BY import_id, sequence`,
    params: { numbers: [ids.customerId, ...ids.contracts, ...ids.cases].slice(0, 250) },
    row: Receipt,
  });
  let changed = 0;
  for (const { import_id: importId, sequence, receipt } of found) {
    const written = rewrite(receipt);
    if (written === receipt) continue;
    changed += 1;
    await warehouse.run({
      name: 'rewrite receipt',
      sql: `ALTER TABLE import_log UPDATE receipt = {written:String} WHERE import_id = {importId:UInt32} AND sequence = {sequence:UInt32} SETTINGS mutations_sync = 2`,
      params: { written, importId, sequence },
    });
  }
  return changed;
}
