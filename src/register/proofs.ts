import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';

const Registration = z.object({
  title: z.string(),
  practiceId: z.string().nullable(),
  actionId: z.string().nullable(),
  outcome: z.string(),
  checkId: z.string().nullable(),
  holdoutShare: z.number(),
  customers: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  shareToday: z.number(),
  smallestDifference: z.number(),
  plan: z.string(),
});
const Result = z.object({
  treatedCustomers: z.number(),
  treatedOutcomes: z.number(),
  holdoutCustomers: z.number(),
  holdoutOutcomes: z.number(),
  comment: z.string(),
});
export type Registration = z.infer<typeof Registration>;
export type Result = z.infer<typeof Result>;

export interface Proof extends Registration {
  readonly id: string;
  readonly state: 'registered' | 'ended' | 'withdrawn';
  readonly registeredAt: string;
  readonly registeredBy: Actor;
  readonly registrationHash: string;
  readonly result: (Result & { readonly recordedAt: string; readonly recordedBy: Actor }) | null;
  readonly withdrawal: { readonly reason: string; readonly at: string; readonly by: Actor } | null;
}

function selectProofs({ db }: Pick<Register, 'db'>) {
  return db
    .selectFrom('proof')
    .leftJoin('proof_result', 'proof_result.proof_id', 'proof.id')
    .leftJoin('proof_withdrawal', 'proof_withdrawal.proof_id', 'proof.id')
    .select([
      'proof.id',
      'registration',
      'registration_hash',
      'registered_at',
      'registered_by_id',
      'registered_by_name',
    ])
    .select([
      'result',
      'recorded_at',
      'recorded_by_id',
      'recorded_by_name',
      'reason',
      'proof_withdrawal.at',
      'by_id',
      'by_name',
    ]);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectProofs>['executeTakeFirstOrThrow']>>;

function stateOf(row: Row): Proof['state'] {
  if (row.reason !== null) return 'withdrawn';
  return row.result === null ? 'registered' : 'ended';
}

const actorOf = (id: string | null, name: string | null): Actor => ({ id: id ?? '', name: name ?? '' });

const proofOf = (row: Row): Proof => ({
  ...Registration.parse(JSON.parse(row.registration)),
  id: row.id,
  state: stateOf(row),
  registeredAt: row.registered_at.toISOString(),
  registeredBy: actorOf(row.registered_by_id, row.registered_by_name),
  registrationHash: row.registration_hash,
  result:
    row.result === null || row.recorded_at === null
      ? null
      : {
          ...Result.parse(JSON.parse(row.result)),
          recordedAt: row.recorded_at.toISOString(),
          recordedBy: actorOf(row.recorded_by_id, row.recorded_by_name),
        },
  withdrawal:
    row.reason === null || row.at === null
      ? null
      : { reason: row.reason, at: row.at.toISOString(), by: actorOf(row.by_id, row.by_name) },
});

export async function listProofs(register: Register): Promise<readonly Proof[]> {
  return (await selectProofs(register).orderBy('registered_at', 'desc').orderBy('proof.id').execute()).map(proofOf);
}

async function foundProof(register: Register, id: string): Promise<Proof> {
  const row = await selectProofs(register).where('proof.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('notFound', `no proof ${id}`);
  return proofOf(row);
}

const today = ({ edge }: Register) => edge.clock().toISOString().slice(0, 10);

/** The database itself refuses every later change. @throws AppError notPossibleNow proofBegun or proofWindow */
export async function registerProof(register: Register, actor: Actor, registration: Registration): Promise<Proof> {
  if (registration.startsOn < today(register)) throw notPossible('proofBegun');
  if (registration.endsOn <= registration.startsOn || registration.holdoutShare <= 0 || registration.holdoutShare >= 1)
    throw notPossible('proofWindow');
  const id = register.edge.newId();
  const text = JSON.stringify(Registration.parse(registration));
  const hash = createHash('sha256').update(text).digest('hex');
  await deed(register, { actor, event: 'proofRegistered', subject: id, details: { hash } }, (trx) =>
    trx
      .insertInto('proof')
      .values({
        id,
        registration: text,
        registration_hash: hash,
        registered_at: register.edge.clock(),
        registered_by_id: actor.id,
        registered_by_name: actor.name,
      })
      .execute(),
  );
  return foundProof(register, id);
}

/** @throws AppError notFound, notPossibleNow proofRunning (the window is open) or proofSettled */
export async function recordResult(register: Register, actor: Actor, id: string, result: Result): Promise<Proof> {
  const proof = await foundProof(register, id);
  if (proof.state !== 'registered') throw notPossible('proofSettled');
  if (proof.endsOn >= today(register)) throw notPossible('proofRunning');
  await deed(register, { actor, event: 'proofEnded', subject: id, details: {} }, (trx) =>
    trx
      .insertInto('proof_result')
      .values({
        proof_id: id,
        result: JSON.stringify(Result.parse(result)),
        recorded_at: register.edge.clock(),
        recorded_by_id: actor.id,
        recorded_by_name: actor.name,
      })
      .execute(),
  );
  return foundProof(register, id);
}

/** @throws AppError notFound, notPossibleNow proofSettled */
export async function withdrawProof(register: Register, actor: Actor, id: string, reason: string): Promise<Proof> {
  const proof = await foundProof(register, id);
  if (proof.state !== 'registered') throw notPossible('proofSettled');
  await deed(register, { actor, event: 'proofWithdrawn', subject: id, details: {} }, (trx) =>
    trx
      .insertInto('proof_withdrawal')
      .values({ proof_id: id, reason, at: register.edge.clock(), by_id: actor.id, by_name: actor.name })
      .execute(),
  );
  return foundProof(register, id);
}
