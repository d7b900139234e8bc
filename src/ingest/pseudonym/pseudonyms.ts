import { createHash } from 'node:crypto';
import type { Params } from '#warehouse/query.ts';
import type { Column } from '#warehouse/table.ts';

/** How people are named in the store: staff always by a pseudonym, customers where the company wants it. */
export interface Pseudonyms {
  /** Known to this installation alone; equal secrets give equal pseudonyms, so that a person joins over tables and imports. */
  readonly secret: string;
  /** Numbers of customers become pseudonyms too. */
  readonly customers: boolean;
}

const BLOCK_BYTES = 64;
/** 96 bits: among 50 million people two share a pseudonym with a chance of 1 in 60 million million. */
const BYTES = 12;

/** Whether a column is stored as a pseudonym. */
export const isPseudonymous = ({ person }: Column, { customers }: Pick<Pseudonyms, 'customers'>): boolean =>
  person === 'staff' || (person === 'customer' && customers);

/** Tells one secret from another without telling either. */
export const markOf = ({ secret }: Pseudonyms): string =>
  createHash('sha256').update(`mark of a secret\n${secret}`).digest('hex').slice(0, 16);

/** What the SQL of pseudonyms needs bound: the two padded keys of an HMAC. */
export function pseudonymParams({ secret }: Pseudonyms): Params {
  const key = createHash('sha256').update(secret).digest();
  const padded = Buffer.alloc(BLOCK_BYTES);
  key.copy(padded);
  const mixed = (mask: number) => Buffer.from(padded.map((byte) => byte ^ mask)).toString('hex');
  return { pseudonymInner: mixed(0x36), pseudonymOuter: mixed(0x5c) };
}

/** An e-mail address is the same person in capitals. */
const sameWriting = (text: string) => `if(position(${text}, '@') > 0, lowerUTF8(${text}), ${text})`;

/**
 * SQL of the pseudonym of a Nullable(String), null for null: HMAC-SHA-256, written out because the engine's own takes five times
 * as long and older servers have none.
 */
export function pseudonymSql(text: string, person: Column['person']): string {
  // Few staff stand in many rows: each is hashed once a block. Customers are too many for that to pay.
  const few = person === 'staff' ? `toLowCardinality(${text})` : text;
  const inner = `SHA256(concat(unhex({pseudonymInner:String}), ${sameWriting(few)}))`;
  const hash = `SHA256(concat(unhex({pseudonymOuter:String}), ${inner}))`;
  return `CAST(lower(hex(substring(${hash}, 1, ${BYTES}))) AS Nullable(String))`;
}
