interface Origin {
  readonly number: string;
  readonly search: {
    readonly view: 'rows';
    readonly customer?: string;
    readonly contract?: string;
    readonly table?: string;
  };
}

/** Columns of lists that hold the number of a customer, best first. */
const CUSTOMERS = ['customer_id', 'person', 'who'];

/** The way from a row of a list of people to their rows in the files; null where the list names neither customer nor contract. */
export function originOf(columns: readonly { readonly name: string }[], row: readonly unknown[]): Origin | null {
  const textOf = (name: string) => {
    const value = row[columns.findIndex((column) => column.name === name)];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const contract = textOf('contract_id');
  const customer = CUSTOMERS.map(textOf).find((value) => value !== null) ?? null;
  if (contract !== null)
    return {
      number: contract,
      search: { view: 'rows', contract, table: 'contract', ...(customer === null ? {} : { customer }) },
    };
  return customer === null ? null : { number: customer, search: { view: 'rows', customer } };
}
