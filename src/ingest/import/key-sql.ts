import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';

/** Rows of one pass: what a pass holds in memory is bounded however many rows there are. */
export const ROWS_A_PASS = 4_000_000;

/** Null is a value of its own in a key. */
function keyParts(table: Table): readonly string[] {
  return table.key.flatMap((name) => {
    const column = identifier(name);
    return table.columns[name]?.required ? [column] : [`ifNull(toString(${column}), '')`, `isNull(${column})`];
  });
}

/** SQL pieces about the keys of a table's stored rows. */
export interface KeySql {
  /** Accepted rows of one import. */
  rowsOfImport(importId: number): string;
  /** 64-bit hash of the key; two different keys of 50 million rows share one with a chance of 1 in 15,000. */
  readonly hash: string;
  /** The exact key. */
  readonly parts: string;
  /** Whether a row belongs to a pass. */
  inPass(pass: number, passes: number): string;
  readonly stored: string;
}

export function keySql(table: Table): KeySql {
  const parts = keyParts(table).join(', ');
  const hash = `cityHash64(${parts})`;
  const stored = identifier(rowsOf(table));
  return {
    hash,
    parts,
    stored,
    rowsOfImport: (importId) => `_import = ${importId} AND _refused = 0`,
    inPass: (pass, passes) => (passes === 1 ? 'true' : `${hash} % ${passes} = ${pass}`),
  };
}
