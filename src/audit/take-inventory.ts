import type { Inventory } from '#checks/inventory.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Counts rows and filled fields of every canonical table. */
export async function takeInventory(warehouse: Warehouse): Promise<Inventory> {
  const inventory: Record<string, Inventory[string]> = {};
  for (const table of TABLES) {
    const names = Object.keys(table.columns);
    const counts = names.map((name) => `count(${identifier(name)}) AS filled_${name}`);
    const answer = await warehouse.columns({
      name: `inventory of ${table.name}`,
      sql: `SELECT count() AS row_count, ${counts.join(', ')} FROM ${identifier(table.name)} ORDER BY row_count`,
      params: {},
    });
    inventory[table.name] = {
      rows: Number(answer['row_count']?.[0] ?? 0),
      filled: Object.fromEntries(names.map((name) => [name, Number(answer[`filled_${name}`]?.[0] ?? 0)])),
    };
  }
  return inventory;
}
