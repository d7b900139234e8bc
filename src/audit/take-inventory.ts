import type { Inventory } from '#checks/inventory.ts';
import { abreast } from '#warehouse/abreast.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { standingRowsSql } from '#warehouse/ddl.ts';
import { filledTables } from '#warehouse/filled-tables.ts';
import { replacedTables } from '#warehouse/ledger.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

async function inventoryOf(warehouse: Warehouse, table: Table, replaced: boolean): Promise<Inventory[string]> {
  const columns = Object.entries(table.columns);
  // A required column is filled in every row, so it need not be read.
  const optional = columns.flatMap(([name, column]) => (column.required ? [] : [name]));
  const counts = optional.map((name) => `, count(${identifier(name)}) AS filled_${name}`);
  const answer = await warehouse.columns({
    name: `inventory of ${table.name}`,
    sql: `SELECT count() AS row_count${counts.join('')} ${standingRowsSql(table, replaced)} ORDER BY row_count`,
    params: {},
  });
  const rows = Number(answer['row_count']?.[0] ?? 0);
  const filled = columns.map(([name, column]) => [
    name,
    column.required ? rows : Number(answer[`filled_${name}`]?.[0] ?? 0),
  ]);
  return { rows, filled: Object.fromEntries(filled) };
}

const emptyInventory = (table: Table): Inventory[string] => ({
  rows: 0,
  filled: Object.fromEntries(Object.keys(table.columns).map((name) => [name, 0])),
});

/** Counts rows and filled fields of every canonical table. */
export async function takeInventory(warehouse: Warehouse): Promise<Inventory> {
  const filled = await filledTables(warehouse);
  const replaced = await replacedTables(warehouse);
  const counted = await abreast(TABLES, 2, async (table) => {
    const known = filled.has(table.name)
      ? await inventoryOf(warehouse, table, replaced.has(table.name))
      : emptyInventory(table);
    return [table.name, known] as const;
  });
  return Object.fromEntries(counted);
}
