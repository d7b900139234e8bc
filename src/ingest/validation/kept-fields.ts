import { columnsOf } from '../expression.ts';
import type { TablePlan } from '../plan.ts';
import { isPseudonymous, type Pseudonyms, pseudonymSql } from '../pseudonym/pseudonyms.ts';
import type { RawFields } from './raw-fields.ts';

type Keeping = 'plain' | 'staff' | 'customer' | 'nothing';

/** What of each field may stay with a faulty row: what no column reads does not enter the store by the back door either. */
function keepings(plan: TablePlan, pseudonyms: Pick<Pseudonyms, 'customers'>): readonly Keeping[] {
  const kept = new Map<string, Keeping>();
  const read = [...Object.values(plan.columns).map(({ expression }) => expression), plan.where];
  for (const expression of read)
    for (const header of expression === null ? [] : columnsOf(expression)) kept.set(header, 'plain');
  for (const [name, { expression }] of Object.entries(plan.columns)) {
    const column = plan.table.columns[name];
    if (column === undefined || column.person === null || !isPseudonymous(column, pseudonyms)) continue;
    for (const header of columnsOf(expression)) kept.set(header, column.person);
  }
  return plan.source.headers.map((header) => kept.get(header) ?? 'nothing');
}

function fieldSql(raw: string, keeping: Keeping): string {
  if (keeping === 'nothing') return `''`;
  if (keeping === 'plain') return `ifNull(${raw}, '')`;
  return `ifNull(${pseudonymSql(`nullIf(trimBoth(${raw}), '')`, keeping)}, '')`;
}

/** SQL of the raw fields that are stored with a faulty row, and with a row whose fields could not be told apart. */
export function keptFields(
  plan: TablePlan,
  fields: RawFields,
  pseudonyms: Pick<Pseudonyms, 'customers'>,
  nameOf: (name: string) => string,
): { readonly faulty: string; readonly broken: string } {
  const keeping = keepings(plan, pseudonyms);
  const sqls = fields.names.map((name, place) => fieldSql(nameOf(name), keeping[place] ?? 'nothing'));
  const harmless = keeping.findIndex((one) => one !== 'plain');
  const list = (of: readonly string[]) => `[${of.join(', ')}]::Array(String)`;
  if (fields.line !== null && harmless < 0) return { faulty: list(sqls), broken: list([nameOf(fields.line)]) };
  if (fields.line !== null) return { faulty: list(sqls), broken: list([]) };
  // Fields of a ragged row have moved: from the first that must not stay on, any of them could be it.
  const shown = sqls.map((sql, place) => (harmless < 0 || place < harmless ? sql : `''`));
  return { faulty: list(sqls), broken: list(shown) };
}
