import type { FileReceipt } from '#ingest/import/receipt.ts';

/** Where a stored row stands in its file: the line or row of the sheet where that is known, else the how manieth row of data it is. */
export function placeOf(receipt: Pick<FileReceipt, 'counted' | 'lineShifts' | 'linesKnownTo'>, row: number) {
  if (receipt.counted === 'records' || row > receipt.linesKnownTo) return { counted: 'record' as const, place: row };
  const shift = receipt.lineShifts.findLast(([from]) => from <= row)?.[1] ?? 0;
  return { counted: receipt.counted === 'lines' ? ('line' as const) : ('sheetRow' as const), place: row + shift };
}
