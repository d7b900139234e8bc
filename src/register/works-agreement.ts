import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import { listPeople } from './people.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';

const KINDS = ['agreement', 'noCouncil', 'revoked'] as const;
/** Smallest group that is shown while nothing else was agreed. */
export const DEFAULT_MINIMUM_GROUP = 7;

export interface WorksAgreement {
  readonly version: number;
  readonly kind: 'agreement' | 'noCouncil';
  readonly title: string;
  readonly signedOn: string;
  readonly minimumGroup: number;
  readonly statement: string;
  readonly recordedAt: string;
  readonly recordedBy: Actor;
}

async function rows({ db }: Pick<Register, 'db'>) {
  return db.selectFrom('works_agreement').selectAll().orderBy('version', 'desc').execute();
}

/** All versions, newest first; `current` is null before the first and after a revocation. */
export async function worksAgreement(register: Pick<Register, 'db'>) {
  const found = await rows(register);
  const all = found.map((row) => ({
    version: row.version,
    kind: z.enum(KINDS).parse(row.kind),
    title: row.title,
    signedOn: row.signed_on,
    minimumGroup: row.minimum_group,
    statement: row.statement,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: { id: row.recorded_by_id, name: row.recorded_by_name },
  }));
  const versions = all.flatMap(({ kind, ...rest }): WorksAgreement[] =>
    kind === 'revoked' ? [] : [{ ...rest, kind }],
  );
  const current = all[0]?.kind === 'revoked' ? null : (versions[0] ?? null);
  return { staffQuestions: current !== null, current, versions, newest: all[0]?.version ?? 0 };
}

type Wanted = Omit<WorksAgreement, 'recordedAt' | 'recordedBy' | 'kind'> & { readonly kind: (typeof KINDS)[number] };

async function record(register: Register, actor: Actor, wanted: Wanted): Promise<void> {
  const { newest, current } = await worksAgreement(register);
  if (wanted.version !== newest)
    throw conflict({ ...current, version: newest }, { ...wanted }, current?.recordedBy.name);
  const { kind, minimumGroup } = wanted;
  await deed(register, { actor, event: 'worksAgreement', subject: kind, details: { minimumGroup } }, (trx) =>
    trx
      .insertInto('works_agreement')
      .values({
        version: newest + 1,
        kind,
        title: wanted.title,
        signed_on: wanted.signedOn,
        minimum_group: minimumGroup,
        statement: wanted.statement,
        recorded_at: register.edge.clock(),
        recorded_by_id: actor.id,
        recorded_by_name: actor.name,
      })
      .execute(),
  );
}

/** @throws AppError changedMeanwhile; notPossibleNow councilExists where the company has a works council to agree with */
export async function recordWorksAgreement(
  register: Register,
  actor: Actor & { readonly worksCouncil: boolean },
  wanted: Omit<WorksAgreement, 'recordedAt' | 'recordedBy'>,
): Promise<WorksAgreement> {
  if (!actor.worksCouncil) {
    if (wanted.kind !== 'noCouncil') throw new AppError('forbidden', 'only the works council records an agreement');
    const people = await listPeople(register);
    if (people.some((person) => person.roles.includes('worksCouncil'))) throw notPossible('councilExists');
  }
  await record(register, actor, wanted);
  const { current } = await worksAgreement(register);
  if (current === null) throw new AppError('notFound', 'no agreement stands');
  return current;
}

/** @throws AppError notFound, changedMeanwhile */
export async function revokeWorksAgreement(
  register: Register,
  actor: Actor,
  version: number,
  reason: string,
): Promise<void> {
  const { current } = await worksAgreement(register);
  if (current === null) throw new AppError('notFound', 'no agreement stands');
  const signedOn = register.edge.clock().toISOString().slice(0, 10);
  await record(register, actor, { ...current, version, kind: 'revoked', signedOn, statement: reason });
}
