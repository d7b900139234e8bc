import { AppError } from '#domain/app-error.ts';
import { dropRows, imports, recordImport, refreshChangedViews } from '#warehouse/ledger.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/**
 * Takes back a whole import; rows that it had replaced show again.
 * @throws AppError importNotFound when no import of this id stands
 */
export async function undoImport(warehouse: Warehouse, importId: number): Promise<void> {
  const record = (await imports(warehouse)).find((candidate) => candidate.importId === importId);
  if (record === undefined || record.state !== 'done')
    throw new AppError('importNotFound', `no import ${importId} stands`, { importId });
  // This one row takes the import back; the rest only frees space.
  await recordImport(warehouse, { ...record, state: 'undone' });
  await dropRows(warehouse, importId);
  await refreshChangedViews(warehouse);
}
