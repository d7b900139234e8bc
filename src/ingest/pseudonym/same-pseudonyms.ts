import { TABLES } from '#warehouse/catalogue.ts';
import type { Column } from '#warehouse/table.ts';
import { importProblem } from '../import/import-problem.ts';
import type { Receipt } from '../import/receipt.ts';
import type { TablePlan } from '../plan.ts';
import { markOf, type Pseudonyms } from './pseudonyms.ts';

/** The secret, and what the company has said about customers; null: nothing, so that the store decides. */
export interface PseudonymChoice {
  readonly secret: string;
  readonly customers: boolean | null;
}

type Person = NonNullable<Column['person']>;

const named = (files: readonly { readonly table: string; readonly columns: readonly string[] }[], person: Person) =>
  files.some(({ table, columns }) => {
    const declared = TABLES.find(({ name }) => name === table);
    return columns.some((column) => declared?.columns[column]?.person === person);
  });

const filledBy = ({ files }: Receipt, person: Person) =>
  named(
    files.map(({ table, columns }) => ({ table, columns: columns.map(({ column }) => column) })),
    person,
  );

/** The store either holds the numbers of customers or pseudonyms of them. */
function customersAs(standing: readonly Receipt[], importing: boolean, asked: boolean | null): boolean {
  const first = standing.find((receipt) => filledBy(receipt, 'customer'));
  if (first === undefined) return asked ?? false;
  const before = first.pseudonyms?.customers ?? false;
  if (importing && asked !== null && asked !== before)
    throw importProblem('customersOtherwise', { importId: first.importId, before: before ? 'pseudonym' : 'plain' });
  return before;
}

function requireSameSecret(standing: readonly Receipt[], person: Person, mark: string): void {
  for (const { importId, pseudonyms } of standing.filter((receipt) => filledBy(receipt, person))) {
    if (pseudonyms === null) throw importProblem('staffInPlain', { importId });
    if (pseudonyms.mark !== mark) throw importProblem('otherSecret', { importId });
  }
}

/**
 * How this import names people: as the imports that stand do, for otherwise one person would become two.
 * @throws AppError importRefused (staffInPlain, otherSecret, customersOtherwise) naming the import that differs
 */
export function samePseudonyms(
  standing: readonly Receipt[],
  plans: readonly TablePlan[],
  choice: PseudonymChoice,
): Pseudonyms {
  const filled = plans.map(({ table, columns }) => ({ table: table.name, columns: Object.keys(columns) }));
  const importsCustomers = named(filled, 'customer');
  const customers = customersAs(standing, importsCustomers, choice.customers);
  const chosen = { secret: choice.secret, customers };
  if (named(filled, 'staff')) requireSameSecret(standing, 'staff', markOf(chosen));
  if (importsCustomers && customers) requireSameSecret(standing, 'customer', markOf(chosen));
  return chosen;
}
