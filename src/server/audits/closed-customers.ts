import { customerColumns, personCondition } from '#warehouse/person-rows.ts';
import type { Table } from '#warehouse/table.ts';

/** Customers who are in no list: they objected to being profiled, or their data are restricted (Art. 18, 21 GDPR). */
const CLOSED = 'SELECT customer_id FROM closed_customer';

const among = (column: string) => `ifNull(${column} IN (${CLOSED}), false)`;
const through = (column: string, table: string, id: string) =>
  `ifNull(${column} IN (SELECT ${id} FROM \`${table}\` WHERE customer_id IN (${CLOSED})), false)`;

/** From a column of a list to the customer it is about. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  person: [among('person')],
  who: [among('who')],
  contact_id: [through('contact_id', 'contact', 'contact_id')],
  case_id: [through('case_id', 'case', 'case_id')],
  contract_id: [through('contract_id', 'contract', 'contract_id')],
  occasion_id: [
    through('occasion_id', 'contact', 'contact_id'),
    through('occasion_id', 'case', 'case_id'),
    // An answer to a survey is named by who gave it and when.
    `ifNull(arrayElement(splitByChar(' ', occasion_id), 1) IN (${CLOSED}), false)`,
  ],
};

/** Whether a row of a list is about a closed customer, as SQL; null where the list does not tell whom it is about. */
export function aboutClosed(columns: readonly string[]): string | null {
  if (columns.includes('customer_id')) return among('customer_id');
  const ways = columns.flatMap((name) => HOLDERS[name] ?? []);
  return ways.length === 0 ? null : `(${ways.join(' OR ')})`;
}

/** Whether a row of a stored table is about a closed customer, named in it or through one of their contracts or cases. */
export function rowAboutClosed(table: Table): string {
  if (personCondition(table) === null) return 'false';
  const named = customerColumns(table).map(among);
  const linked = ['contract_id', 'case_id'].filter((name) => table.columns[name] !== undefined);
  return `(${[...named, ...linked.flatMap((name) => HOLDERS[name] ?? [])].join(' OR ')})`;
}
