import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { ROLES, type Role } from '#domain/role.ts';
import type { Actor } from './edge.ts';
import { secretHash } from './invitations.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

const PREFIX = 'stk_';
const SHOWN = 8;
const Roles = z.array(z.enum(ROLES));

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly begins: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  readonly expiresOn: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly begins: string;
  readonly roles: readonly string[];
  readonly created_at: Date;
  readonly expires_on: string;
}
const apiKeyOf = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  begins: row.begins,
  roles: Roles.parse(row.roles),
  createdAt: row.created_at.toISOString(),
  expiresOn: row.expires_on,
});

export async function listApiKeys({ db }: Register): Promise<readonly ApiKey[]> {
  return (await db.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute()).map(apiKeyOf);
}

/** The secret is returned once and kept only as a hash. */
export async function createApiKey(
  register: Register,
  actor: Actor,
  wanted: { readonly name: string; readonly roles: readonly Role[]; readonly expiresOn: string },
): Promise<{ apiKey: ApiKey; secret: string }> {
  const { edge } = register;
  const secret = `${PREFIX}${edge.newSecret()}`;
  const row = {
    id: edge.newId(),
    name: wanted.name,
    begins: secret.slice(0, PREFIX.length + SHOWN),
    roles: [...wanted.roles],
    created_at: edge.clock(),
    expires_on: wanted.expiresOn,
  };
  const details = { name: row.name, roles: row.roles.join(' '), expiresOn: row.expires_on };
  await deed(register, { actor, event: 'apiKeyMade', subject: row.id, details }, (trx) =>
    trx
      .insertInto('api_key')
      .values({ ...row, secret_hash: secretHash(secret) })
      .execute(),
  );
  return { apiKey: apiKeyOf(row), secret };
}

/** @throws AppError notFound */
export async function deleteApiKey(register: Register, actor: Actor, id: string): Promise<void> {
  await deed(register, { actor, event: 'apiKeyEnded', subject: id, details: {} }, async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('api_key').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('notFound', `no key ${id}`);
  });
}

/** The key that a secret belongs to; null when unknown or run out. */
export async function apiKeyOfSecret({ db, edge }: Register, secret: string): Promise<ApiKey | null> {
  const row = await db
    .selectFrom('api_key')
    .selectAll()
    .where('secret_hash', '=', secretHash(secret))
    .executeTakeFirst();
  if (row === undefined || row.expires_on < edge.clock().toISOString().slice(0, 10)) return null;
  return apiKeyOf(row);
}
