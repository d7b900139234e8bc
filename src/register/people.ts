import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { ROLES, type Role } from '#domain/role.ts';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';

export interface Person {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly state: 'invited' | 'active' | 'locked';
  readonly createdAt: string;
}

const Roles = z.array(z.enum(ROLES));
const LanguageOf = z.enum(LANGUAGES);

function selectPeople({ db }: Pick<Register, 'db'>) {
  return db
    .selectFrom('person')
    .innerJoin('user', 'user.id', 'person.user_id')
    .select(['user.id', 'user.name', 'user.email', 'user.createdAt', 'version', 'roles', 'language', 'locked'])
    .select((e) =>
      e.exists(e.selectFrom('account').select('account.id').whereRef('userId', '=', 'user.id')).as('has_account'),
    );
}
type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['executeTakeFirstOrThrow']>>;

function stateOf(row: Row): Person['state'] {
  if (row.locked) return 'locked';
  return row.has_account ? 'active' : 'invited';
}

const personOf = (row: Row): Person => ({
  id: row.id,
  version: row.version,
  name: row.name,
  email: row.email,
  roles: Roles.parse(row.roles),
  language: LanguageOf.parse(row.language),
  state: stateOf(row),
  createdAt: row.createdAt.toISOString(),
});

export async function listPeople(register: Register): Promise<readonly Person[]> {
  return (await selectPeople(register).orderBy('user.name').orderBy('user.id').execute()).map(personOf);
}

export async function findPerson(register: Pick<Register, 'db'>, id: string): Promise<Person | null> {
  const row = await selectPeople(register).where('user.id', '=', id).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

export async function personByEmail(register: Register, email: string): Promise<Person | null> {
  const row = await selectPeople(register).where('user.email', '=', email.toLowerCase()).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

/** @throws AppError notPossibleNow emailTaken */
export async function addPerson(
  register: Register,
  actor: Actor,
  wanted: {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly language: Language;
  },
): Promise<Person> {
  const { edge } = register;
  const id = edge.newId();
  const email = wanted.email.toLowerCase();
  const at = edge.clock();
  if ((await personByEmail(register, email)) !== null) throw notPossible('emailTaken');
  const details = { roles: wanted.roles.join(' ') };
  await deed(register, { actor, event: 'personAdded', subject: id, details }, async (trx) => {
    await trx
      .insertInto('user')
      .values({ id, name: wanted.name, email, emailVerified: true, image: null, createdAt: at, updatedAt: at })
      .execute();
    await trx
      .insertInto('person')
      .values({ user_id: id, version: 1, roles: wanted.roles, language: wanted.language, locked: false })
      .execute();
  });
  return found(register, id);
}

async function found(register: Register, id: string): Promise<Person> {
  const person = await findPerson(register, id);
  if (person === null) throw new AppError('notFound', `no person ${id}`);
  return person;
}

const isActiveAdministrator = (person: Person) => person.state === 'active' && person.roles.includes('administrator');

/** True while nobody can let others in. */
export async function withoutAdministrator(register: Register): Promise<boolean> {
  return !(await listPeople(register)).some(isActiveAdministrator);
}

/**
 * Changes roles or locks; the person's sessions end at once, so that no old right lives on.
 * @throws AppError notFound, changedMeanwhile, or notPossibleNow lastAdministrator
 */
export async function changePerson(
  register: Register,
  actor: Actor,
  id: string,
  wanted: { readonly version: number; readonly roles: readonly Role[]; readonly locked: boolean },
): Promise<Person> {
  const others = (await listPeople(register)).filter((person) => person.id !== id && isActiveAdministrator(person));
  const staysAdministrator = wanted.roles.includes('administrator') && !wanted.locked;
  const before = await found(register, id);
  if (isActiveAdministrator(before) && !staysAdministrator && others.length === 0)
    throw notPossible('lastAdministrator');
  const details = { roles: wanted.roles.join(' '), locked: wanted.locked };
  await deed(register, { actor, event: 'personChanged', subject: id, details }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ roles: wanted.roles, locked: wanted.locked, version: wanted.version + 1 })
      .where('user_id', '=', id)
      .where('version', '=', wanted.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict({ ...before, locked: before.state === 'locked' }, wanted);
    await trx.deleteFrom('session').where('userId', '=', id).execute();
  });
  return found(register, id);
}

export async function changeSelf(
  register: Register,
  id: string,
  wanted: { readonly name: string; readonly language: Language },
): Promise<Person> {
  await register.db.transaction().execute(async (trx) => {
    await trx.updateTable('user').set({ name: wanted.name }).where('id', '=', id).execute();
    await trx.updateTable('person').set({ language: wanted.language }).where('user_id', '=', id).execute();
  });
  return found(register, id);
}
