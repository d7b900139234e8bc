import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { HOUR_MILLISECONDS, LIMITED } from '#domain/retention.ts';
import type { Role } from '#domain/role.ts';
import { type Actor, NOBODY } from './edge.ts';
import { deed } from './log.ts';
import { addPerson, findPerson, type Person, withoutAdministrator } from './people.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';
import type { Schema } from './schema.ts';

const KINDS = ['firstAdministrator', 'newPerson', 'newPassword'] as const;
type Kind = (typeof KINDS)[number];
const LASTS_MILLISECONDS = LIMITED.invitations.hours * HOUR_MILLISECONDS;
/** Clocks are corrected by moments; a link that seems made later than this was made before the clock was set back. */
const CORRECTION_MILLISECONDS = HOUR_MILLISECONDS;
/** A small company begins with one person who does everything; roles can be taken off later. */
const FIRST_ROLES: readonly Role[] = ['administrator', 'touchpointManager', 'analyst'];

/** Only the hash is kept: whoever reads the register cannot use an open link. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest('hex');

export interface Link {
  readonly token: string;
  readonly endsAt: string;
}

async function openLink(
  register: Register,
  trx: Transaction<Schema>,
  kind: Kind,
  userId: string | null,
): Promise<Link> {
  const { edge } = register;
  const token = edge.newSecret();
  const endsAt = new Date(edge.clock().getTime() + LASTS_MILLISECONDS);
  const older = trx.deleteFrom('invitation');
  await (userId === null ? older.where('kind', '=', kind) : older.where('user_id', '=', userId)).execute();
  await trx
    .insertInto('invitation')
    .values({ token_hash: secretHash(token), kind, user_id: userId, ends_at: endsAt })
    .execute();
  return { token, endsAt: endsAt.toISOString() };
}

/** A link that lets its first user become administrator, while there is none; null otherwise. Older ones end. */
export async function firstAdministratorLink(register: Register): Promise<Link | null> {
  if (!(await withoutAdministrator(register))) return null;
  return deed(register, { actor: NOBODY, event: 'firstLinkMade', subject: '', details: {} }, (trx) =>
    openLink(register, trx, 'firstAdministrator', null),
  );
}

/** A link with which a person chooses a password. @throws AppError notFound */
export async function linkFor(register: Register, actor: Actor, userId: string): Promise<Link & { person: Person }> {
  const person = await findPerson(register, userId);
  if (person === null) throw new AppError('notFound', `no person ${userId}`);
  const kind = person.state === 'invited' ? 'newPerson' : 'newPassword';
  const link = await deed(register, { actor, event: 'linkMade', subject: userId, details: { kind } }, (trx) =>
    openLink(register, trx, kind, userId),
  );
  return { ...link, person };
}

async function standing(register: Register, token: string) {
  const row = await register.db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', secretHash(token))
    .executeTakeFirst();
  const left = (row?.ends_at.getTime() ?? 0) - register.edge.clock().getTime();
  const longest = LASTS_MILLISECONDS + CORRECTION_MILLISECONDS;
  if (row === undefined || left <= 0 || left > longest) throw new AppError('linkInvalid', 'used, too old or unknown');
  return { kind: z.enum(KINDS).parse(row.kind), userId: row.user_id, tokenHash: row.token_hash };
}

/** @throws AppError linkInvalid */
export async function lookAtInvitation(register: Register, token: string) {
  const { kind, userId } = await standing(register, token);
  const person = userId === null ? null : await findPerson(register, userId);
  return { kind, name: person?.name ?? '', email: person?.email ?? '' };
}

export interface Acceptance {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly passwordHash: string;
}

async function personInvited(
  register: Register,
  kind: Kind,
  userId: string | null,
  given: Acceptance,
): Promise<Person> {
  if (kind === 'firstAdministrator') {
    if (!(await withoutAdministrator(register))) throw new AppError('linkInvalid', 'there is an administrator');
    return addPerson(register, NOBODY, { ...given, roles: FIRST_ROLES });
  }
  const person = userId === null ? null : await findPerson(register, userId);
  if (person === null || person.state === 'locked') throw new AppError('linkInvalid', 'nobody to let in');
  if (person.email !== given.email.toLowerCase()) throw notPossible('emailTaken');
  return person;
}

/** Uses a link up: sets the password and ends all sessions of the person. @throws AppError linkInvalid or notPossibleNow */
export async function acceptInvitation(register: Register, token: string, given: Acceptance): Promise<Person> {
  const { kind, userId, tokenHash } = await standing(register, token);
  const person = await personInvited(register, kind, userId, given);
  const at = register.edge.clock();
  await deed(register, { actor: person, event: 'linkUsed', subject: person.id, details: { kind } }, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('invitation')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new AppError('linkInvalid', 'used meanwhile');
    await trx.deleteFrom('account').where('userId', '=', person.id).where('providerId', '=', 'credential').execute();
    await trx.deleteFrom('session').where('userId', '=', person.id).execute();
    await trx.updateTable('user').set({ name: given.name }).where('id', '=', person.id).execute();
    await trx.updateTable('person').set({ language: given.language }).where('user_id', '=', person.id).execute();
    await trx
      .insertInto('account')
      .values({
        id: register.edge.newId(),
        accountId: person.id,
        userId: person.id,
        providerId: 'credential',
        password: given.passwordHash,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
  });
  return (await findPerson(register, person.id)) ?? person;
}
