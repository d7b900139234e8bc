import { z } from 'zod';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { type FaultyValue, firstRefused } from './faulty-values.ts';
import { type FileFacts, fileFacts, fileReceipt, wantLines } from './file-receipt.ts';
import { PhysicalLines } from './physical-lines.ts';
import type { Receipt, ReceiptWarning, RefusedRow } from './receipt.ts';
import { type Suspicion, suspicionsOf } from './suspicions.ts';

const SHOWN_REFUSED_ROWS = 20;

const ConflictRow = z.object({ file: z.number(), row: z.number(), first_file: z.number(), first_row: z.number() });
const CountRow = z.object({ n: z.number() });

interface Refused extends FaultyValue {
  readonly file: number;
  readonly first: { readonly file: number; readonly row: number } | null;
}

async function conflicts(
  warehouse: Warehouse,
  plan: TablePlan,
  place: { readonly importId: number; readonly file: number; readonly limit: number },
): Promise<readonly Refused[]> {
  const rows = await warehouse.rows({
    name: 'conflicting rows',
    sql: `SELECT file, row, first_file, first_row
FROM replaced_rows
WHERE by_import = {importId:UInt32} AND import_id = {importId:UInt32} AND table_name = {table:String}
  AND file = {file:UInt16} AND reason = 'conflict'
ORDER BY row
LIMIT {limit:UInt32}`,
    params: { ...place, table: plan.table.name },
    row: ConflictRow,
  });
  return rows.map(({ file, row, first_file, first_row }) => ({
    file,
    row,
    column: null,
    fault: 'duplicateKey',
    value: '',
    first: { file: first_file, row: first_row },
  }));
}

/** The first refused rows over all files: no more than twenty rows, each with all its faults. */
async function refusedOf(
  warehouse: Warehouse,
  plans: readonly TablePlan[],
  importId: number,
): Promise<readonly Refused[]> {
  const all: Refused[] = [];
  for (const [file, plan] of plans.entries()) {
    const place = { importId, file, limit: SHOWN_REFUSED_ROWS };
    const faulty = await firstRefused(warehouse, plan, place);
    all.push(...faulty.map((value): Refused => ({ ...value, file, first: null })));
    all.push(...(await conflicts(warehouse, plan, place)));
  }
  const ordered = all.toSorted((a, b) => a.file - b.file || a.row - b.row);
  const shown = new Set<string>();
  return ordered.filter(({ file, row }) => shown.add(`${file}:${row}`).size <= SHOWN_REFUSED_ROWS);
}

async function rowsReplaced(warehouse: Warehouse, tables: readonly Table[], importId: number): Promise<number> {
  let replaced = 0;
  for (const table of tables) {
    const entries = `SELECT import_id, file, row FROM replaced_rows WHERE table_name = '${table.name}'`;
    const others = `by_import != ${importId} AND by_import IN (SELECT import_id FROM standing_import)`;
    const rows = await warehouse.rows({
      name: 'rows that give way',
      sql: `SELECT count() AS n FROM \`rows_${table.name}\`
WHERE _refused = 0 AND _import IN (SELECT import_id FROM standing_import) AND _import != ${importId}
  AND (_import IN (SELECT import_id FROM (${entries} AND by_import = ${importId} AND reason = 'replacedWhole'))
    OR (_import, _file, _row) IN (${entries} AND by_import = ${importId} AND reason = 'replaced'))
  AND _import NOT IN (SELECT import_id FROM (${entries} AND ${others} AND reason = 'replacedWhole'))
  AND (_import, _file, _row) NOT IN (${entries} AND ${others} AND reason != 'replacedWhole')
ORDER BY n`,
      params: {},
      row: CountRow,
    });
    replaced += rows[0]?.n ?? 0;
  }
  return replaced;
}

function warningOf(suspicion: Suspicion, plans: readonly TablePlan[], lines: PhysicalLines): ReceiptWarning {
  const placed = (at: { file: number; row: number }) => ({
    path: plans[at.file]?.source.path ?? '',
    line: lines.lineOf(at.file, at.row),
  });
  if (suspicion.kind === 'crowdedDay') return { ...suspicion, examples: suspicion.examples.map(placed) };
  const examples = suspicion.examples.map((at) => ({ ...placed(at), price: at.price, median: at.median }));
  return { ...suspicion, examples };
}

function refusedRow(refused: Refused, plans: readonly TablePlan[], lines: PhysicalLines): RefusedRow {
  const plan = plans[refused.file];
  return {
    path: plan?.source.path ?? '',
    table: plan?.table.name ?? '',
    line: lines.lineOf(refused.file, refused.row),
    column: refused.column,
    fault: refused.fault,
    value: refused.value,
    firstLine: refused.first === null ? null : lines.lineOf(refused.first.file, refused.first.row),
  };
}

/** Each table of the plans once, with the columns that any plan fills. */
export function tablesOf(plans: readonly TablePlan[]): ReadonlyMap<Table, ReadonlySet<string>> {
  const tables = new Map<Table, Set<string>>();
  for (const { table, columns } of plans) {
    const planned = tables.get(table) ?? new Set<string>();
    for (const name of Object.keys(columns)) planned.add(name);
    tables.set(table, planned);
  }
  return tables;
}

/** What the store and the files say about an import whose rows are in. */
export async function buildReceipt(
  warehouse: Warehouse,
  plans: readonly TablePlan[],
  head: Pick<Receipt, 'importId' | 'importDay' | 'fingerprint' | 'currency'> & {
    readonly pseudonyms: NonNullable<Receipt['pseudonyms']>;
  },
): Promise<Omit<Receipt, 'outcome'>> {
  const { importId } = head;
  const facts: FileFacts[] = [];
  for (const [file, plan] of plans.entries()) facts.push(await fileFacts(warehouse, plan, importId, file));
  const tables = tablesOf(plans);
  const suspicions: Suspicion[] = [];
  for (const [table, planned] of tables) suspicions.push(...(await suspicionsOf(warehouse, table, planned, importId)));
  const refused = await refusedOf(warehouse, plans, importId);
  const lines = new PhysicalLines(plans, new Map(facts.map(({ file, counts }) => [file, counts.read])));
  for (const fact of facts) wantLines(fact, lines);
  for (const { examples } of suspicions) for (const { file, row } of examples) lines.want(file, row);
  for (const { file, row, first } of refused) {
    lines.want(file, row);
    if (first !== null) lines.want(first.file, first.row);
  }
  await lines.find();
  return {
    ...head,
    files: facts.map((fact) => fileReceipt(fact, lines, head.pseudonyms)),
    rowsReplaced: await rowsReplaced(warehouse, [...tables.keys()], importId),
    warnings: suspicions.map((suspicion) => warningOf(suspicion, plans, lines)),
    refusedRows: refused.map((row) => refusedRow(row, plans, lines)),
  };
}
