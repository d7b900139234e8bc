import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import { notPossible } from './refusals.ts';
import type { Register } from './register.ts';

const STATES = ['suspected', 'confirmed', 'rejected', 'abolished', 'verified'] as const;
type State = (typeof STATES)[number];

/** What may follow what; a verified practice that comes back is confirmed again. */
const STEPS: Readonly<Record<State, readonly State[]>> = {
  suspected: ['suspected', 'confirmed', 'rejected'],
  rejected: ['rejected', 'confirmed'],
  confirmed: ['confirmed', 'abolished', 'rejected'],
  abolished: ['abolished', 'verified', 'confirmed'],
  verified: ['verified', 'confirmed'],
};

export interface Practice {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly checkId: string | null;
  readonly state: State;
  readonly reason: string;
  readonly abolishedAt: string | null;
  readonly verifiedBy: string | null;
  readonly reportedBy: Actor | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly check_id: string | null;
  readonly state: string;
  readonly reason: string;
  readonly abolished_at: Date | null;
  readonly verified_by: string | null;
  readonly reported_by_id: string | null;
  readonly reported_by_name: string | null;
  readonly created_at: Date;
  readonly changed_at: Date;
}
const practiceOf = (row: Row): Practice => ({
  id: row.id,
  version: row.version,
  title: row.title,
  description: row.description,
  checkId: row.check_id,
  state: z.enum(STATES).parse(row.state),
  reason: row.reason,
  abolishedAt: row.abolished_at?.toISOString() ?? null,
  verifiedBy: row.verified_by,
  reportedBy: row.reported_by_id === null ? null : { id: row.reported_by_id, name: row.reported_by_name ?? '' },
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

export async function listPractices({ db }: Register): Promise<readonly Practice[]> {
  return (await db.selectFrom('practice').selectAll().orderBy('changed_at', 'desc').orderBy('id').execute()).map(
    practiceOf,
  );
}

async function findPractice({ db }: Pick<Register, 'db'>, id: string): Promise<Practice> {
  const row = await db.selectFrom('practice').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('notFound', `no practice ${id}`);
  return practiceOf(row);
}

/**
 * Reported without a name, nothing tells later who it was: the time is only a day, and there is no line in the log, whose order would
 * tell between which two deeds it was.
 */
export async function reportPractice(
  register: Register,
  reporter: Actor | null,
  given: Pick<Practice, 'title' | 'description' | 'checkId'>,
): Promise<Practice> {
  const { edge } = register;
  const at = edge.clock();
  if (reporter === null) at.setUTCHours(0, 0, 0, 0);
  const row = {
    id: edge.newId(),
    version: 1,
    title: given.title,
    description: given.description,
    check_id: given.checkId,
    state: 'suspected',
    reason: '',
    abolished_at: null,
    verified_by: null,
    reported_by_id: reporter?.id ?? null,
    reported_by_name: reporter?.name ?? null,
    created_at: at,
    changed_at: at,
  };
  const insert = (db: Pick<Register, 'db'>['db']) => db.insertInto('practice').values(row).execute();
  if (reporter === null) await insert(register.db);
  else await deed(register, { actor: reporter, event: 'practiceReported', subject: row.id, details: {} }, insert);
  return practiceOf(row);
}

export interface Judgement
  extends Pick<Practice, 'version' | 'title' | 'description' | 'checkId' | 'state' | 'reason'> {
  /** An audit, looked at by the caller, in which the practice is no longer found; null where none was named. */
  readonly remeasured: { readonly auditId: string; readonly at: string; readonly asOf: string } | null;
}

/** From its abolition on a practice keeps its measure: otherwise another question could be taken that never found it. */
function requireSameMeasure(before: Practice, wanted: Judgement): void {
  const settled = before.state === 'abolished' || before.state === 'verified';
  if (settled && before.checkId !== wanted.checkId) throw notPossible('otherMeasure');
}

function requireStep(before: Practice, wanted: Judgement): void {
  if (!STEPS[before.state].includes(wanted.state)) throw notPossible('practiceStep');
  if (wanted.state === before.state) return;
  if (wanted.reason === '') throw notPossible('reasonMissing');
  if (wanted.state !== 'verified') return;
  const after = before.abolishedAt ?? '9999';
  const seen = wanted.remeasured;
  // Neither an audit made before nor one that looks at days before can show that a practice is gone.
  if (seen === null || seen.at <= after || seen.asOf < after.slice(0, 10)) throw notPossible('notRemeasured');
}

/** @throws AppError notFound, changedMeanwhile, notPossibleNow practiceStep, reasonMissing, otherMeasure or notRemeasured */
export async function judgePractice(
  register: Register,
  actor: Actor,
  id: string,
  wanted: Judgement,
): Promise<Practice> {
  const before = await findPractice(register, id);
  const { remeasured, ...fields } = wanted;
  if (before.version !== wanted.version) throw conflict({ ...before }, fields);
  requireSameMeasure(before, wanted);
  requireStep(before, wanted);
  const at = register.edge.clock();
  const becomes = (state: State) => wanted.state === state && before.state !== state;
  const details = {
    state: wanted.state,
    before: before.state,
    check: wanted.checkId,
    audit: remeasured?.auditId ?? null,
  };
  await deed(register, { actor, event: 'practiceJudged', subject: id, details }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('practice')
      .set({
        version: wanted.version + 1,
        title: wanted.title,
        description: wanted.description,
        check_id: wanted.checkId,
        state: wanted.state,
        reason: wanted.reason,
        changed_at: at,
        ...(becomes('abolished') ? { abolished_at: at } : {}),
        ...(wanted.state === 'verified' ? {} : { verified_by: null }),
        ...(becomes('verified') ? { verified_by: remeasured?.auditId ?? null } : {}),
      })
      .where('id', '=', id)
      .where('version', '=', wanted.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict({ ...(await findPractice({ db: trx }, id)) }, fields);
  });
  return findPractice(register, id);
}
