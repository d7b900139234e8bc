import { z } from 'zod';
import { abreast } from '#warehouse/abreast.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { type FaultyValue, firstRefused } from './faulty-values.ts';
import { type FileFacts, fileFacts, fileReceipt, wantLines } from './file-receipt.ts';
import { gaveWay } from './gave-way.ts';
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
  facts: readonly FileFacts[],
  importId: number,
  atATime: number,
): Promise<readonly Refused[]> {
  const all = await abreast(facts, atATime, async ({ file, plan, counts, setAside }) => {
    const place = { importId, file, limit: SHOWN_REFUSED_ROWS };
    const faulty = counts.refused === 0 ? [] : await firstRefused(warehouse, plan, place);
    const refused = faulty.map((value): Refused => ({ ...value, file, first: null }));
    return setAside.conflicting === 0 ? refused : [...refused, ...(await conflicts(warehouse, plan, place))];
  });
  const ordered = all.flat().toSorted((a, b) => a.file - b.file || a.row - b.row);
  const shown = new Set<string>();
  return ordered.filter(({ file, row }) => shown.add(`${file}:${row}`).size <= SHOWN_REFUSED_ROWS);
}

async function rowsReplaced(warehouse: Warehouse, { name }: Table, importId: number): Promise<number> {
  const entries = `SELECT import_id, file, row FROM replaced_rows WHERE table_name = '${name}'`;
  const others = `by_import != ${importId} AND by_import IN (SELECT import_id FROM standing_import)`;
  const rows = await warehouse.rows({
    name: 'rows that give way',
    sql: `SELECT count() AS n FROM \`rows_${name}\`
WHERE _refused = 0 AND _import IN (SELECT import_id FROM standing_import) AND _import != ${importId}
  AND (_import IN (SELECT import_id FROM (${entries} AND by_import = ${importId} AND reason = 'replacedWhole'))
    OR (_import, _file, _row) IN (${entries} AND by_import = ${importId} AND reason = 'replaced'))
  AND _import NOT IN (SELECT import_id FROM (${entries} AND ${others} AND reason = 'replacedWhole'))
  AND (_import, _file, _row) NOT IN (${entries} AND ${others} AND reason != 'replacedWhole')
ORDER BY n`,
    params: {},
    row: CountRow,
  });
  return rows[0]?.n ?? 0;
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

/** What the store and the files say about an import whose rows are in, asking so many questions at a time. */
export async function buildReceipt(
  warehouse: Warehouse,
  plans: readonly TablePlan[],
  head: Pick<Receipt, 'importId' | 'importDay' | 'fingerprint' | 'currency'> & {
    readonly pseudonyms: NonNullable<Receipt['pseudonyms']>;
  },
  atATime: number,
): Promise<Omit<Receipt, 'outcome'>> {
  const { importId } = head;
  const tables = tablesOf(plans);
  const { own, olderTables } = await gaveWay(warehouse, importId);
  const facts = await abreast([...plans.entries()], atATime, ([file, plan]) =>
    fileFacts(warehouse, plan, importId, { file, setAside: own(plan.table.name, file) }),
  );
  const suspected = await abreast([...tables], atATime, ([table, planned]) =>
    suspicionsOf(warehouse, table, planned, importId),
  );
  const suspicions = suspected.flat();
  const refused = await refusedOf(warehouse, facts, importId, atATime);
  const older = [...tables.keys()].filter(({ name }) => olderTables.has(name));
  const replaced = await abreast(older, atATime, (table) => rowsReplaced(warehouse, table, importId));
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
    rowsReplaced: replaced.reduce((sum, rows) => sum + rows, 0),
    warnings: suspicions.map((suspicion) => warningOf(suspicion, plans, lines)),
    refusedRows: refused.map((row) => refusedRow(row, plans, lines)),
  };
}
