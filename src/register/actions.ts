import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import { findPerson } from './people.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';

const STATES = ['open', 'inProgress', 'done', 'dropped'] as const;

export interface ActionFields {
  readonly title: string;
  readonly note: string;
  readonly department: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly practiceId: string | null;
  readonly checkId: string | null;
}
export interface Action extends Omit<ActionFields, 'ownerId'> {
  readonly id: string;
  readonly version: number;
  readonly owner: Actor | null;
  readonly state: (typeof STATES)[number];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: Actor;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly note: string;
  readonly department: string;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly due_on: string | null;
  readonly state: string;
  readonly practice_id: string | null;
  readonly check_id: string | null;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly changed_by_id: string;
  readonly changed_by_name: string;
}
const actionOf = (row: Row): Action => ({
  id: row.id,
  version: row.version,
  title: row.title,
  note: row.note,
  department: row.department,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  dueOn: row.due_on,
  state: z.enum(STATES).parse(row.state),
  practiceId: row.practice_id,
  checkId: row.check_id,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  changedBy: { id: row.changed_by_id, name: row.changed_by_name },
});

/** `ownerId` null: everybody's. */
export async function listActions({ db }: Register, ownerId: string | null): Promise<readonly Action[]> {
  const all = db.selectFrom('action').selectAll().orderBy('changed_at', 'desc').orderBy('id');
  return (await (ownerId === null ? all : all.where('owner_id', '=', ownerId)).execute()).map(actionOf);
}

export async function findAction({ db }: Pick<Register, 'db'>, id: string): Promise<Action | null> {
  const row = await db.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : actionOf(row);
}

async function columnsOf(register: Register, fields: ActionFields) {
  const owner = fields.ownerId === null ? null : await findPerson(register, fields.ownerId);
  if (fields.ownerId !== null && owner === null) throw notPossible('ownerUnknown');
  if (fields.practiceId !== null) {
    const known = await register.db
      .selectFrom('practice')
      .select('id')
      .where('id', '=', fields.practiceId)
      .executeTakeFirst();
    if (known === undefined) throw new AppError('notFound', `no practice ${fields.practiceId}`);
  }
  return {
    title: fields.title,
    note: fields.note,
    department: fields.department,
    owner_id: owner?.id ?? null,
    owner_name: owner?.name ?? null,
    due_on: fields.dueOn,
    practice_id: fields.practiceId,
    check_id: fields.checkId,
  };
}

const signed = (register: Register, actor: Actor) => ({
  changed_at: register.edge.clock(),
  changed_by_id: actor.id,
  changed_by_name: actor.name,
});

/** @throws AppError notPossibleNow ownerUnknown, notFound for an unknown practice */
export async function createAction(register: Register, actor: Actor, fields: ActionFields): Promise<Action> {
  const id = register.edge.newId();
  const stamp = signed(register, actor);
  const row = {
    id,
    version: 1,
    state: 'open',
    ...(await columnsOf(register, fields)),
    ...stamp,
    created_at: stamp.changed_at,
  };
  await deed(register, { actor, event: 'actionDecided', subject: id, details: {} }, (trx) =>
    trx.insertInto('action').values(row).execute(),
  );
  return actionOf(row);
}

type Seen = { readonly version: number; readonly state: Action['state'] };
type Change = Seen & (ActionFields | { readonly note: string });

/** Changes all fields, or state and note alone. @throws AppError notFound, changedMeanwhile, notPossibleNow ownerUnknown */
export async function changeAction(register: Register, actor: Actor, id: string, wanted: Change): Promise<Action> {
  const fields = 'title' in wanted ? await columnsOf(register, wanted) : { note: wanted.note };
  await deed(
    register,
    { actor, event: 'actionChanged', subject: id, details: { state: wanted.state } },
    async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('action')
        .set({ ...fields, ...signed(register, actor), state: wanted.state, version: wanted.version + 1 })
        .where('id', '=', id)
        .where('version', '=', wanted.version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw await overtaken(trx, id, wanted);
    },
  );
  const changed = await findAction(register, id);
  if (changed === null) throw new AppError('notFound', `no action ${id}`);
  return changed;
}

async function overtaken(db: Register['db'], id: string, wanted: Seen): Promise<AppError> {
  const standing = await findAction({ db }, id);
  if (standing === null) return conflict(null, wanted);
  return conflict({ ...standing, ownerId: standing.owner?.id ?? null }, { ...wanted }, standing.changedBy.name);
}

/** @throws AppError notFound or changedMeanwhile */
export async function deleteAction(register: Register, actor: Actor, id: string, version: number): Promise<void> {
  await deed(register, { actor, event: 'actionDeleted', subject: id, details: {} }, async (trx) => {
    const gone = await trx.deleteFrom('action').where('id', '=', id).where('version', '=', version).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw await overtaken(trx, id, { version, state: 'open' });
  });
}
