import { quoted } from '#warehouse/query.ts';
import type { Column } from '#warehouse/table.ts';
import { isAbsentSql } from '../expression/absent-sql.ts';
import type { ValueType } from '../expression.ts';
import { FAULTS } from './fault.ts';

/** Names of one column's steps inside the SELECT: the rule's result and the value read from it. */
export interface Steps {
  readonly source: string;
  readonly type: ValueType;
  readonly value: string;
}

function rangeSql(value: string, column: Column, lastDay: string): string[] {
  const checks: string[] = [];
  if (column.min !== null) checks.push(`${value} < ${column.min}, ${FAULTS.tooSmall.number}`);
  if (column.max !== null) checks.push(`${value} > ${column.max}, ${FAULTS.tooLarge.number}`);
  if (column.event) checks.push(`toDate32(${value}) > toDate32(${quoted(lastDay)}), ${FAULTS.inFuture.number}`);
  return checks;
}

/**
 * SQL of the number of the fault of one value, 0 for none. `lastDay` (ISO) is the last day on which something can have
 * happened.
 */
export function faultSql(steps: Steps, column: Column, lastDay: string): string {
  const missing = column.required ? FAULTS.missing.number : 0;
  const unread = column.kind === 'category' && column.values !== null ? FAULTS.notAllowed : FAULTS.unreadable;
  // Only text can be written in a way that is not understood; a typed rule without a result says nothing.
  const written = steps.type === 'text' && !['id', 'text'].includes(column.kind);
  const open = column.kind === 'category' && column.values === null;
  const absent =
    written && !open ? `if(${isAbsentSql(steps.source, column.kind)}, ${missing}, ${unread.number})` : String(missing);
  const range = rangeSql(steps.value, column, lastDay);
  if (range.length === 0) return `toUInt8(if(isNotNull(${steps.value}), 0, ${absent}))`;
  return `toUInt8(multiIf(isNull(${steps.value}), ${absent}, ${range.join(', ')}, 0))`;
}
