import type { z } from 'zod';
import type { ReceiptReply } from '#endpoints/receipt.ts';

export type ReceiptShown = z.infer<typeof ReceiptReply>;
export type FileReceipt = ReceiptShown['receipt']['files'][number];

export interface ReceiptSums {
  readonly files: number;
  readonly rowsRead: number;
  readonly rowsImported: number;
  readonly rowsRefused: number;
  /** Single values that were refused and left empty while their row was taken. */
  readonly valuesRefused: number;
}

/** What a receipt says in total. One file can fill several tables; it is counted once. */
export function sumsOf(files: readonly FileReceipt[]): ReceiptSums {
  const sum = (part: (file: FileReceipt) => number) => files.reduce((total, file) => total + part(file), 0);
  return {
    files: new Set(files.map(({ path }) => path)).size,
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsImported: sum(({ rowsImported }) => rowsImported),
    rowsRefused: sum(({ rowsRefused }) => rowsRefused),
    valuesRefused: sum(({ columns }) => columns.reduce((total, { refused }) => total + refused, 0)),
  };
}

/** The name of a file without the folders that lead to it. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Whether a person should look: something was refused, or a column was not taken by its own name. */
export const wantsALook = ({ rowsRefused, columns }: FileReceipt): boolean =>
  rowsRefused > 0 || columns.some(({ refused, origin }) => refused > 0 || origin !== 'canonical');
