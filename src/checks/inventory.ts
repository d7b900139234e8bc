/** What the store holds: table -> rows and, per column, how many of them are filled. */
interface TableInventory {
  readonly rows: number;
  readonly filled: Readonly<Record<string, number>>;
}
export type Inventory = Readonly<Record<string, TableInventory>>;

/** Whether a column holds anything at all. */
export function holds(inventory: Inventory, table: string, column: string): boolean {
  return (inventory[table]?.filled[column] ?? 0) > 0;
}

/** Needed columns that hold nothing, as "table.column", in the order they are named. */
export function missingColumns(
  inventory: Inventory,
  needs: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(needs).flatMap(([table, columns]) =>
    columns.filter((column) => !holds(inventory, table, column)).map((column) => `${table}.${column}`),
  );
}

interface Demands {
  readonly requires: Readonly<Record<string, readonly string[]>>;
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
}

/** Whether the data hold what a check needs at least. */
export function canBeAsked(inventory: Inventory, { requires, oneOf }: Demands): boolean {
  const any = Object.entries(oneOf ?? {}).flatMap(([table, columns]) => columns.map((column) => ({ table, column })));
  return (
    missingColumns(inventory, requires).length === 0 &&
    (any.length === 0 || any.some(({ table, column }) => holds(inventory, table, column)))
  );
}
