/** A canonical table, declared once: DDL, import target, data dictionary and row type all come from this value. */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'category'
  | 'date'
  | 'instant'
  | 'money'
  | 'number'
  | 'count'
  | 'share'
  | 'seconds'
  | 'boolean'
  | 'json';

export interface Column {
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** What a number counts: 'EUR/year', 's', 'days', 'kWh' ... null where the kind says it all. */
  readonly unit: string | null;
  readonly en: string;
  readonly de: string;
  /** Headers of other systems that mean this column; compared without case, umlauts and punctuation. */
  readonly synonyms: readonly string[];
  /** Headers whose figures come in another unit, each with the factor to ours: { tWait: 0.001 } for milliseconds. */
  readonly scaled: Readonly<Record<string, number>>;
  /** Closed list of canonical values, each with the spellings that mean it. null: any value. */
  readonly values: Readonly<Record<string, readonly string[]>> | null;
  readonly min: number | null;
  readonly max: number | null;
  /** True for something that has happened: it cannot lie in the future. */
  readonly event: boolean;
  /** Free text that may name people: imported only when a mapping asks for it by name. */
  readonly freeText: boolean;
  /** Names a person: staff are stored under a pseudonym in any case, customers where the company wants it. null: nobody. */
  readonly person: 'staff' | 'customer' | null;
}

/** `before` must not be later than `after` where both are there; otherwise the row is refused. */
interface Order {
  readonly before: string;
  readonly after: string;
}

export interface Table {
  readonly name: string;
  /** Number in the published data model. */
  readonly number: number;
  readonly en: string;
  readonly de: string;
  /** Columns that tell one row from another; a later import replaces a row of the same key. */
  readonly key: readonly string[];
  /** Column that places the row on the customer's shard; null: the table is small and whole on every shard. */
  readonly customer: string | null;
  readonly orders: readonly Order[];
  /** Groups of columns of which a row needs at least one: [['margin', 'revenue']]. */
  readonly anyOf: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, Column>>;
}

interface Words {
  readonly en: string;
  readonly de: string;
}
type Details = Words & Partial<Omit<Column, 'kind' | 'en' | 'de'>>;

const column =
  (kind: ColumnKind, preset: Partial<Column> = {}) =>
  (details: Details): Column => ({
    kind,
    required: false,
    unit: null,
    synonyms: [],
    scaled: {},
    values: null,
    min: null,
    max: null,
    event: false,
    freeText: false,
    person: null,
    ...preset,
    ...details,
  });

export const id = column('id');
export const text = column('text');
/** A word from a short list, open or closed. */
export const category = column('category');
export const date = column('date');
export const instant = column('instant');
export const money = column('money', { unit: 'money' });
export const number = column('number');
export const count = column('count', { min: 0 });
export const share = column('share', { unit: 'share 0..1', min: 0, max: 1 });
export const seconds = column('seconds', { unit: 's', min: 0 });
export const boolean = column('boolean');
export const json = column('json');

type Defaulted = 'orders' | 'customer' | 'anyOf';
type Declared = Omit<Table, Defaulted> & Partial<Pick<Table, Defaulted>>;

/**
 * Checks what the compiler cannot: the columns that key, customer, orders and anyOf name exist.
 * A key column may be optional; null then counts as a value of its own.
 * @throws RangeError naming the unknown columns
 */
export function defineTable(declared: Declared): Table {
  const table: Table = { orders: [], customer: null, anyOf: [], ...declared };
  const ordered = table.orders.flatMap((order) => [order.before, order.after]);
  const named = [...table.key, ...ordered, ...table.anyOf.flat()];
  if (table.customer !== null) named.push(table.customer);
  const unknown = named.filter((name) => table.columns[name] === undefined);
  if (unknown.length > 0) throw new RangeError(`table ${table.name} names unknown columns: ${unknown.join(', ')}`);
  return table;
}
