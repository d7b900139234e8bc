import { factsInOrder } from '#audit/build-facts.ts';
import type { Check } from '#checks/check.ts';
import type { ColumnUse } from '#endpoints/lineage.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Table } from '#warehouse/table.ts';

interface ReadTable {
  readonly table: Table;
  /** In the order of the table's declaration. */
  readonly columns: readonly { readonly name: string; readonly use: ColumnUse }[];
}

const namedIn = (sql: string) => new Set([...sql.matchAll(/\b(?:FROM|JOIN)\s+`?(\w+)/g)].map((match) => match[1]));

/** The SQL of a check and of each fact before it, with the tables that this text reads. */
function textsOf(check: Check) {
  const subjects = [check.subjects, ...Object.values(check.cells).flatMap((cell) => cell.subjects ?? [])];
  const own = subjects.map(({ sql }) => ({ sql, reads: namedIn(sql) }));
  const facts = factsInOrder(check.facts).map(({ sql, reads }) => ({ sql, reads: new Set<string | undefined>(reads) }));
  return [...own, ...facts];
}

function useOf(check: Check, table: string, column: string): ColumnUse | null {
  if (check.requires[table]?.includes(column)) return 'needed';
  if (check.oneOf?.[table]?.includes(column)) return 'oneOf';
  if (check.sharpens[table]?.includes(column)) return 'sharpens';
  return null;
}

/**
 * The tables and columns that an answer goes back to: those that the check declares, and those that its SQL or that of the facts it stands on
 * names where it reads their table. Rather one column too many than one that a number hangs on and nobody is told of.
 */
export function readColumns(check: Check): readonly ReadTable[] {
  const texts = textsOf(check);
  return TABLES.flatMap((table) => {
    const words = new Set(
      texts.filter(({ reads }) => reads.has(table.name)).flatMap(({ sql }) => sql.match(/\b\w+\b/g) ?? []),
    );
    const columns = Object.keys(table.columns).flatMap((name) => {
      const use = useOf(check, table.name, name) ?? (words.has(name) ? 'read' : null);
      return use === null ? [] : [{ name, use }];
    });
    return columns.length === 0 ? [] : [{ table, columns }];
  });
}
