import type { LimitedId } from '#domain/retention.ts';
import { NOBODY } from './edge.ts';
import { note } from './log.ts';
import type { Register } from './register.ts';

const EVENT = 'retentionCarriedOut';
export type Removed = Readonly<Record<LimitedId, number>>;

const count = ({ numDeletedRows }: { readonly numDeletedRows: bigint }) => Number(numDeletedRows);

/** Sessions begun before then or run out by now, and what is left of sign-ins with the company account. */
export async function forgetSessions({ db, edge }: Register, begunBefore: Date): Promise<number> {
  const now = edge.clock();
  await db.deleteFrom('verification').where('expiresAt', '<', now).execute();
  return count(
    await db
      .deleteFrom('session')
      .where((e) => e.or([e('createdAt', '<', begunBefore), e('expiresAt', '<', now)]))
      .executeTakeFirst(),
  );
}

export async function forgetInvitations({ db, edge }: Register): Promise<number> {
  return count(await db.deleteFrom('invitation').where('ends_at', '<', edge.clock()).executeTakeFirst());
}

export async function forgetApiKeys({ db }: Register, overBefore: Date): Promise<number> {
  const day = overBefore.toISOString().slice(0, 10);
  return count(await db.deleteFrom('api_key').where('expires_on', '<', day).executeTakeFirst());
}

/** What ended previews and imports quote from files. */
export async function forgetQuotes({ db }: Register, endedBefore: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ outcome: null })
    .where('kind', 'in', ['preview', 'import'])
    .where('outcome', 'is not', null)
    .where('finished_at', '<', endedBefore)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function forgetJobs({ db }: Register, endedBefore: Date): Promise<number> {
  return count(await db.deleteFrom('job').where('finished_at', '<', endedBefore).executeTakeFirst());
}

/** Writes down that what had stayed long enough was thrown away, and how much it was. */
export const noteCarriedOut = (register: Register, removed: Removed): Promise<void> =>
  note(register, { actor: NOBODY, event: EVENT, subject: '', details: removed });

/** When it was last carried out; null: never yet. */
export async function lastCarriedOut({ db }: Register): Promise<Date | null> {
  const last = db.selectFrom('log').select('at').where('event', '=', EVENT).orderBy('sequence', 'desc').limit(1);
  return (await last.executeTakeFirst())?.at ?? null;
}
