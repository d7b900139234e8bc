import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Actor } from './edge.ts';
import type { Register } from './register.ts';
import type { Schema } from './schema.ts';

type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What is written down about one deed. Names of customers or free text never belong here. */
export interface Deed {
  readonly actor: Actor;
  readonly event: string;
  readonly subject: string;
  readonly details: LogDetails;
}

interface Entry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly subject: string;
  /** JSON as it was hashed. */
  readonly details: string;
}

const FIRST = '0'.repeat(64);
const LOCK = 7_203_101;

/** SHA-256 over the hash before and the entry's fields: whoever changes an old entry would have to change all after it. */
function entryHash(before: string, { sequence, at, actor, event, subject, details }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([before, sequence, at, actor, event, subject, details]))
    .digest('hex');
}

/** Appends inside the transaction of the deed, so that neither stands without the other. */
async function appendLog(trx: Transaction<Schema>, at: Date, deed: Deed): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
  const last = await trx
    .selectFrom('log')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry: Entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: at.toISOString(),
    actor: deed.actor.name,
    event: deed.event,
    subject: deed.subject,
    details: JSON.stringify(deed.details),
  };
  const hash = entryHash(last?.hash ?? FIRST, entry);
  await trx
    .insertInto('log')
    .values({ ...entry, at, hash })
    .execute();
}

/** Does something and writes it down, both or neither. */
export async function deed<T>(
  { db, edge }: Pick<Register, 'db' | 'edge'>,
  written: Deed | ((done: T) => Deed),
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const done = await work(trx);
    await appendLog(trx, edge.clock(), typeof written === 'function' ? written(done) : written);
    return done;
  });
}

/** Writes down something that changes nothing in the register (an export, a look at a customer). */
export const note = (register: Register, written: Deed): Promise<void> => deed(register, written, async () => {});

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export async function listLog(
  { db }: Register,
  { offset, limit, event }: { readonly offset: number; readonly limit: number; readonly event: string },
) {
  const base = event === '' ? db.selectFrom('log') : db.selectFrom('log').where('event', '=', event);
  const rows = await base.selectAll().orderBy('sequence', 'desc').offset(offset).limit(limit).execute();
  const counted = await base.select((e) => e.fn.countAll<string | number>().as('total')).executeTakeFirstOrThrow();
  const entries = rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    details: Details.parse(JSON.parse(row.details)),
  }));
  return { entries, total: Number(counted.total) };
}

const PAGE = 1000;

/** Recomputes every hash from the first entry on. A cut-off end shows only against a hash kept elsewhere. */
export async function verifyLog(db: Kysely<Schema>) {
  let before = FIRST;
  let entries = 0;
  for (;;) {
    const rows = await db
      .selectFrom('log')
      .selectAll()
      .where('sequence', '>', entries)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const fits = row.sequence === entries + 1 && row.hash === entryHash(before, { ...row, at: row.at.toISOString() });
      if (!fits) return { intact: false, entries, brokenAt: row.sequence, lastHash: before };
      before = row.hash;
      entries = row.sequence;
    }
    if (rows.length < PAGE) return { intact: true, entries, brokenAt: null, lastHash: before };
  }
}
