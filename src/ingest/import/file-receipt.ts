import type { Warehouse } from '#warehouse/warehouse.ts';
import { columnsOf } from '../expression.ts';
import type { TablePlan, ValuePlan } from '../plan.ts';
import { isPseudonymous, type Pseudonyms } from '../pseudonym/pseudonyms.ts';
import { type FaultGroup, faultGroups, firstFaultyRows } from './faulty-values.ts';
import { type FileCounts, fileCounts } from './file-counts.ts';
import { firstValues, type StoredSample } from './first-values.ts';
import type { GaveWay } from './gave-way.ts';
import type { PhysicalLines } from './physical-lines.ts';
import type { ColumnReceipt, FileReceipt } from './receipt.ts';
import { ruleText } from './rule-text.ts';

const SAMPLES = 3;

/** What the store says about one plan, before rows have become lines. */
export interface FileFacts {
  readonly plan: TablePlan;
  readonly file: number;
  readonly counts: FileCounts;
  readonly setAside: ReturnType<GaveWay['own']>;
  readonly faults: readonly FaultGroup[];
  readonly samples: ReadonlyMap<string, readonly StoredSample[]>;
  /** Rows with a fault, in file order; where there are very many, the first of them. */
  readonly faultyRows: readonly number[];
}

export async function fileFacts(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  place: { readonly file: number; readonly setAside: FileFacts['setAside'] },
): Promise<FileFacts> {
  const { file } = place;
  const counts = await fileCounts(warehouse, plan, importId, file);
  const samples = await firstValues(warehouse, plan, importId, file);
  const known = { plan, ...place, counts, samples };
  if (counts.faulty === 0) return { ...known, faults: [], faultyRows: [] };
  const faults = await faultGroups(warehouse, plan, importId, file);
  return { ...known, faults, faultyRows: await firstFaultyRows(warehouse, plan, importId, file) };
}

export function wantLines({ file, faults, samples, faultyRows }: FileFacts, lines: PhysicalLines): void {
  for (const row of faultyRows) lines.want(file, row);
  for (const group of faults) for (const { row } of group.first) lines.want(file, row);
  for (const values of samples.values()) for (const { row } of values) lines.want(file, row);
}

const UNREAD_ROW = new Set(['fieldCount', 'openQuote', 'malformed']);

function columnReceipt(
  name: string,
  value: ValuePlan,
  facts: FileFacts,
  lines: PhysicalLines,
): Omit<ColumnReceipt, 'pseudonym'> {
  const { counts, faults, file } = facts;
  const total = (groups: readonly FaultGroup[]) => groups.reduce((sum, group) => sum + group.count, 0);
  const unread = total(faults.filter((group) => group.column === null && UNREAD_ROW.has(group.fault)));
  const own = faults.filter((group) => group.column === name);
  const read = counts.accepted + counts.refused - unread;
  const refused = total(own);
  const required = facts.plan.table.columns[name]?.required ?? false;
  const parsed = required ? read - refused : (counts.filled.get(name) ?? 0);
  const refusedValues = own.flatMap((group) => group.first).toSorted((a, b) => a.row - b.row);
  return {
    column: name,
    rule: ruleText(value.expression),
    headers: columnsOf(value.expression),
    origin: value.origin,
    read,
    parsed,
    empty: read - parsed - refused,
    refused,
    samples: (facts.samples.get(name) ?? []).map((sample) => ({
      line: lines.lineOf(file, sample.row),
      value: sample.value,
    })),
    refusedSamples: refusedValues
      .slice(0, SAMPLES)
      .map((faulty) => ({ line: lines.lineOf(file, faulty.row), value: faulty.value, fault: faulty.fault })),
  };
}

export function fileReceipt(
  facts: FileFacts,
  lines: PhysicalLines,
  pseudonyms: Pick<Pseudonyms, 'customers'>,
): FileReceipt {
  const { plan, counts, setAside } = facts;
  const placed = lines.shiftsOf(facts.file);
  const rowsRefused = counts.refused + setAside.conflicting;
  const rowsImported = counts.accepted - setAside.identical - setAside.conflicting;
  const stored = counts.accepted + counts.refused + counts.leftOut + counts.blank;
  const columns = Object.entries(plan.columns).flatMap(([name, value]) => {
    const column = plan.table.columns[name];
    if (column === undefined) return [];
    return [{ ...columnReceipt(name, value, facts, lines), pseudonym: isPseudonymous(column, pseudonyms) }];
  });
  return {
    path: plan.source.path,
    table: plan.table.name,
    rowsRead: counts.read,
    rowsImported,
    rowsRefused,
    identicalDropped: setAside.identical,
    rowsLeftOut: counts.leftOut,
    rowsGathered: counts.read - stored,
    blankLines: counts.blank,
    headers: plan.source.headers,
    unusedHeaders: plan.unusedHeaders,
    lineShifts: placed.shifts,
    linesKnownTo: placed.knownTo,
    counted: plan.source.counted,
    columns,
  };
}
