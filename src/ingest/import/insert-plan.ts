import { AppError } from '#domain/app-error.ts';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Progress } from '#warehouse/statement.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { isPseudonymous, type Pseudonyms, pseudonymParams } from '../pseudonym/pseudonyms.ts';
import { fileSql, inputSql, type RawFields, rawFields } from '../validation/raw-fields.ts';
import { rowSelect } from '../validation/select-sql.ts';
import { enginePath } from './engine-path.ts';
import { settingsSql } from './settings-sql.ts';
import { sourceBytes } from './source-bytes.ts';

/** Where the rows of a plan go and how far the reading has come. */
export interface InsertOptions {
  readonly importId: number;
  /** Place of the plan in the import, from 0; stored with every row. */
  readonly file: number;
  readonly lastDay: string;
  readonly pseudonyms: Pseudonyms;
  readonly onProgress: (progress: Pick<Progress, 'readRows' | 'readBytes'>) => void;
  readonly signal: AbortSignal | null;
}

// One reading thread keeps rowNumberInAllBlocks() in the order of the file; parsing ahead does not change it. Files are read
// rather than mapped into memory, because mapped pages count as memory of the process.
const SETTINGS = {
  max_threads: 1,
  max_insert_threads: 1,
  max_parsing_threads: 2,
  input_format_parallel_parsing: 1,
  storage_file_read_method: 'pread',
  input_format_allow_errors_num: 0,
  short_circuit_function_evaluation: 'enable',
  // The older analyser resolves a statement of a hundred kilobytes six times as fast.
  enable_analyzer: 0,
} as const;

/** A server keeps statements with their bound values; those of a secret are none of its business. */
const UNLOGGED = { log_queries: 0 } as const;

/** The values that the statement needs bound: none where nobody is named. */
function paramsOf(plan: TablePlan, pseudonyms: Pseudonyms): Params {
  const columns = Object.keys(plan.columns).map((name) => plan.table.columns[name]);
  const named = columns.some((column) => column !== undefined && isPseudonymous(column, pseudonyms));
  return named ? pseudonymParams(pseudonyms) : {};
}

/** The engine quotes the statement that failed, bound values and all. */
function withoutValues(error: unknown, params: Params): unknown {
  if (!(error instanceof AppError) || error.code !== 'queryFailed') return error;
  const clean = (text: string) =>
    Object.values(params).reduce<string>((rest, value) => rest.replaceAll(String(value), '...'), text);
  const details = Object.entries(error.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? clean(value) : value,
  ]);
  return new AppError(error.code, clean(error.message), Object.fromEntries(details));
}

function insertSql(plan: TablePlan, fields: RawFields, from: string, options: InsertOptions): string {
  const { columns, sql } = rowSelect(plan, fields, from, options);
  const target = `${identifier(rowsOf(plan.table))} (${columns.join(', ')})`;
  const unlogged = sql.includes('{pseudonym') ? UNLOGGED : {};
  return `INSERT INTO ${target}\n${settingsSql({ ...SETTINGS, ...unlogged, ...fields.settings })}\n${sql}`;
}

interface Inserting extends InsertOptions {
  readonly params: Params;
}

async function insertFromDisk(warehouse: Warehouse, plan: TablePlan, options: Inserting): Promise<void> {
  const fields = rawFields(plan.source);
  const readable = enginePath(plan.source.readPath);
  try {
    const sql = insertSql(plan, fields, fileSql(fields, plan.source, readable.path), options);
    const watching = { onProgress: options.onProgress, ...(options.signal === null ? {} : { signal: options.signal }) };
    await warehouse.run({ name: `import ${plan.table.name}`, sql, params: options.params }, watching);
  } finally {
    readable.release();
  }
}

async function insertFromStream(warehouse: Warehouse, plan: TablePlan, options: Inserting): Promise<void> {
  const fields = rawFields(plan.source);
  const sql = `${insertSql(plan, fields, inputSql(fields), options)}\nFORMAT ${fields.format}`;
  let readBytes = 0;
  const onRead = (bytes: number) => {
    readBytes += bytes;
    options.onProgress({ readRows: 0, readBytes });
  };
  const body = sourceBytes(plan.source, { onRead, signal: options.signal });
  await warehouse.insertStream({ name: `import ${plan.table.name}`, sql, params: options.params }, body);
}

/**
 * Stores every row of a plan's source, validated, in one statement. The embedded engine reads the file itself; a server is
 * sent the bytes.
 * @throws AppError queryFailed, storeFull, stopped or expressionInvalid
 */
export async function insertPlan(warehouse: Warehouse, plan: TablePlan, options: InsertOptions): Promise<void> {
  const insert = warehouse.address.kind === 'embedded' ? insertFromDisk : insertFromStream;
  const params = paramsOf(plan, options.pseudonyms);
  try {
    await insert(warehouse, plan, { ...options, params });
  } catch (error) {
    throw withoutValues(error, params);
  }
}
