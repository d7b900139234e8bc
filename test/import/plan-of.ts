import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parseExpression } from '../../src/ingest/expression.ts';
import type { FieldStyle, FileFormat, TablePlan, ValuePlan } from '../../src/ingest/plan.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';

const ISO: FieldStyle = { numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC' };

export interface PlanOptions {
  readonly table: string;
  readonly headers: readonly string[];
  /** Column to rule; without it every header that is a column of the table fills this column. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly value?: Partial<ValuePlan>;
  readonly delimiter?: string;
  readonly format?: FileFormat;
  readonly gzipped?: boolean;
  readonly where?: string;
  readonly gather?: boolean;
  readonly skipLines?: number;
}

export const tableNamed = (name: string) => {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new RangeError(`no table ${name}`);
  return table;
};

/** A plan as a mapping would make it, without reading the file's own header. */
export function planOf(path: string, options: PlanOptions): TablePlan {
  const table = tableNamed(options.table);
  const { headers } = options;
  const own = headers
    .filter((header) => table.columns[header] !== undefined)
    .map((header) => [header, header] as const);
  const rules = options.rules ?? Object.fromEntries(own);
  const columns = Object.entries(rules).map(([name, rule]): [string, ValuePlan] => [
    name,
    { ...ISO, expression: parseExpression(rule), origin: 'canonical', factor: 1, valueMap: null, ...options.value },
  ]);
  const style = { ...ISO, ...options.value };
  return {
    source: {
      path,
      readPath: path,
      format: options.format ?? 'csv',
      counted: options.format === 'parquet' ? 'records' : 'lines',
      gzipped: options.gzipped ?? false,
      delimiter: options.format === undefined ? (options.delimiter ?? ',') : null,
      headers,
      skipLines: options.format === undefined ? (options.skipLines ?? 1) : 0,
      firstDataLine: options.format === undefined ? (options.skipLines ?? 1) + 1 : 1,
      sha256: statSync(path).size < 1e8 ? createHash('sha256').update(readFileSync(path)).digest('hex') : path,
      bytes: statSync(path).size,
    },
    table,
    columns: Object.fromEntries(columns),
    styles: Object.fromEntries(headers.map((header) => [header, style])),
    where: options.where === undefined ? null : parseExpression(options.where),
    gather: options.gather ?? false,
    unusedHeaders: headers.filter((header) => !Object.values(rules).some((rule) => rule.includes(header))),
  };
}
