import type { ReceiptShown } from './receipt-sums.ts';

export interface Refusal {
  readonly path: string;
  readonly line: number;
  /** null: the whole row. */
  readonly column: string | null;
  readonly reason: string;
  readonly value: string;
  /** Where a row with the same key stood first. */
  readonly firstLine: number | null;
}

const keyOf = ({ path, line, column }: Refusal) => `${path} ${line} ${column ?? ''}`;

/** What a receipt shows as refused, rows and single values, each place once, in the order of the file. */
export function refusalsOf({ receipt, faults }: ReceiptShown): readonly Refusal[] {
  const reason = (fault: string) => faults[fault] ?? fault;
  const rows = receipt.refusedRows.map(
    ({ path, line, column, fault, value, firstLine }): Refusal => ({
      path,
      line,
      column,
      reason: reason(fault),
      value,
      firstLine,
    }),
  );
  const values = receipt.files.flatMap(({ path, columns }) =>
    columns.flatMap(({ column, refusedSamples }) =>
      refusedSamples.map(
        ({ line, value, fault }): Refusal => ({ path, line, column, reason: reason(fault), value, firstLine: null }),
      ),
    ),
  );
  // Rows come last into the map, so that what they say more of a place stands.
  const places = new Map([...values, ...rows].map((refusal) => [keyOf(refusal), refusal]));
  return [...places.values()].sort((a, b) => a.path.localeCompare(b.path, 'en') || a.line - b.line);
}
