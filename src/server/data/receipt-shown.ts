import type { z } from 'zod';
import type { Language } from '#domain/language.ts';
import type { ReceiptReply } from '#endpoints/receipt.ts';
import type { Receipt } from '#ingest/import/receipt.ts';
import { receiptText } from '#ingest/import/receipt-text.ts';
import { FAULTS, type FaultId } from '#ingest/validation/fault.ts';

const faultIds = ({ files, refusedRows }: Receipt): ReadonlySet<FaultId> =>
  new Set([
    ...refusedRows.map((row) => row.fault),
    ...files.flatMap((file) => file.columns.flatMap((column) => column.refusedSamples.map((sample) => sample.fault))),
  ]);

/** A receipt with its words. */
export function receiptShown(receipt: Receipt, language: Language): z.input<typeof ReceiptReply> {
  const { outcome, importId, importDay, rowsReplaced } = receipt;
  return {
    receipt: {
      outcome,
      importId,
      importDay,
      rowsReplaced,
      files: receipt.files.map(({ lineShifts: _, linesKnownTo: __, counted: ___, ...file }) => ({
        ...file,
        headers: [...file.headers],
        unusedHeaders: [...file.unusedHeaders],
        columns: file.columns.map((column) => ({
          ...column,
          headers: [...column.headers],
          samples: [...column.samples],
          refusedSamples: [...column.refusedSamples],
        })),
      })),
      warnings: receipt.warnings.map(({ kind, table, column, rows }) => ({ kind, table, column, rows })),
      refusedRows: [...receipt.refusedRows],
    },
    text: receiptText(receipt, language),
    faults: Object.fromEntries([...faultIds(receipt)].map((id) => [id, FAULTS[id][language]])),
  };
}
