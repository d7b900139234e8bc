import type { RowCount } from '../plan.ts';
import type { FaultId } from '../validation/fault.ts';

/** A value of the file that was understood; `line` is the physical line (the row for Parquet), from 1. */
interface ReceiptSample {
  readonly line: number;
  readonly value: string;
}

interface RefusedSample {
  readonly line: number;
  /** The raw fields that the rule reads, as written. */
  readonly value: string;
  readonly fault: FaultId;
}

/** What became of one canonical column: read = parsed + empty + refused. Rows whose fields could not be told apart are not read. */
export interface ColumnReceipt {
  readonly column: string;
  /** The header, or the rule over headers, that fills it. */
  readonly rule: string;
  /** Headers that the rule reads. */
  readonly headers: readonly string[];
  readonly origin: 'canonical' | 'recognised' | 'mapping';
  /** Stored as a pseudonym; what the file says is nowhere in the store. */
  readonly pseudonym: boolean;
  readonly read: number;
  readonly parsed: number;
  readonly empty: number;
  readonly refused: number;
  readonly samples: readonly ReceiptSample[];
  readonly refusedSamples: readonly RefusedSample[];
}

/** What became of one file in one table: rowsRead = rowsImported + rowsRefused + identicalDropped + rowsLeftOut + rowsGathered + blankLines. */
export interface FileReceipt {
  readonly path: string;
  readonly table: string;
  readonly rowsRead: number;
  readonly rowsImported: number;
  readonly rowsRefused: number;
  /** Later copies of a row of the same import. */
  readonly identicalDropped: number;
  /** Rows for which the mapping's `where` is not true. */
  readonly rowsLeftOut: number;
  /** Rows that went into another row of the same key (mappings with `gather`). */
  readonly rowsGathered: number;
  readonly blankLines: number;
  readonly headers: readonly string[];
  readonly unusedHeaders: readonly string[];
  /** From a row on, how much larger its physical line is: [[1, 1]] is one header line and no line break in any field. */
  readonly lineShifts: readonly (readonly [row: number, shift: number])[];
  /** Up to this row `lineShifts` places every row; 0: only those that the receipt names (receipts from before rows were placed). */
  readonly linesKnownTo: number;
  /** What a place in the file counts. */
  readonly counted: RowCount;
  readonly columns: readonly ColumnReceipt[];
}

export interface RefusedRow {
  readonly path: string;
  readonly table: string;
  readonly line: number;
  /** Canonical column; null where the whole row is at fault. */
  readonly column: string | null;
  readonly fault: FaultId;
  readonly value: string;
  /** Line of the earlier row of the same key; null for other faults. */
  readonly firstLine: number | null;
}

/** Rows that were imported but look wrong. */
export type ReceiptWarning =
  | {
      readonly kind: 'suspiciousPrices';
      readonly table: string;
      readonly column: string;
      readonly rows: number;
      readonly examples: readonly { path: string; line: number; price: number; median: number }[];
    }
  | {
      readonly kind: 'crowdedDay';
      readonly table: string;
      readonly column: string;
      readonly day: string;
      readonly rows: number;
      readonly share: number;
      readonly examples: readonly { path: string; line: number }[];
    };

/** What an import did. Ids and numbers only; `receiptText` makes the sentences. */
export interface Receipt {
  /** imported: stands; preview: everything was checked and taken back; alreadyStanding: the same files stood already and nothing changed; nothingUsable: no row could be imported and nothing changed. */
  readonly outcome: 'imported' | 'preview' | 'alreadyStanding' | 'nothingUsable';
  /** Id of the import that stands (of the earlier one for alreadyStanding). */
  readonly importId: number;
  readonly importDay: string;
  readonly fingerprint: string;
  /** Tells the secret of the pseudonyms from others, and whether customers have one; null: older than pseudonyms. */
  readonly pseudonyms: { readonly mark: string; readonly customers: boolean } | null;
  /** ISO code of the currency that the prices name; null: they name none. */
  readonly currency: string | null;
  readonly files: readonly FileReceipt[];
  /** Rows of older imports that gave way to rows with the same key. */
  readonly rowsReplaced: number;
  readonly warnings: readonly ReceiptWarning[];
  /** The first refused rows, at most 20; `refusedRows` streams all. */
  readonly refusedRows: readonly RefusedRow[];
}
