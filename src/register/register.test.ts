import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeAction, createAction, deleteAction } from './actions.ts';
import { keepAudit } from './audits.ts';
import { openEngine } from './engine.ts';
import { acceptInvitation, firstAdministratorLink, linkFor, lookAtInvitation } from './invitations.ts';
import { addJob, beginJob, endJob, findJob, settleAbandonedJobs } from './jobs.ts';
import { deed, listLog, verifyLog } from './log.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { addPerson, changePerson, listPeople } from './people.ts';
import { judgePractice, reportPractice } from './practices.ts';
import { recordResult, registerProof, withdrawProof } from './proofs.ts';
import { temporaryRegister } from './register.test-support.ts';
import { openRegister } from './register.ts';
import { recordWorksAgreement, revokeWorksAgreement, worksAgreement } from './works-agreement.ts';

let house: Awaited<ReturnType<typeof temporaryRegister>>;
beforeAll(async () => {
  house = await temporaryRegister();
});
afterAll(() => house.remove());
beforeEach(() => house.edge.set('2026-07-01T08:00:00Z'));

const ANNA = { id: 'anna', name: 'Anna' };
const given = (email: string) => ({ name: 'N', email, language: 'de', passwordHash: 'h' }) as const;
const code = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason === undefined ? {} : { details: { reason } }) });

describe('one-time links', () => {
  test('the first administrator comes by a link that works once, and a second start makes no new one', async () => {
    const { register } = house;
    const link = await firstAdministratorLink(register);
    if (link === null) throw new Error('no link');
    const person = await acceptInvitation(register, link.token, given('First@Example.com'));
    expect(person.roles).toContain('administrator');
    expect(person.email).toBe('first@example.com');
    await expect(acceptInvitation(register, link.token, given('b@example.com'))).rejects.toEqual(code('linkInvalid'));
    expect(await firstAdministratorLink(register)).toBeNull();
  });

  test('a link runs out, and a newer one ends the older', async () => {
    const { register, edge } = house;
    const person = await addPerson(register, ANNA, { ...given('c@example.com'), roles: ['cfo'] });
    const older = await linkFor(register, ANNA, person.id);
    const link = await linkFor(register, ANNA, person.id);
    await expect(lookAtInvitation(register, older.token)).rejects.toEqual(code('linkInvalid'));
    expect((await lookAtInvitation(register, link.token)).kind).toBe('newPerson');
    edge.set('2026-07-05T08:00:00Z');
    await expect(lookAtInvitation(register, link.token)).rejects.toEqual(code('linkInvalid'));
  });

  test('the last administrator cannot give the role up or be locked', async () => {
    const { register } = house;
    const [admin] = (await listPeople(register)).filter((person) => person.roles.includes('administrator'));
    if (admin === undefined) throw new Error('no administrator');
    const without = { version: admin.version, roles: ['cfo'], locked: false } as const;
    await expect(changePerson(register, ANNA, admin.id, without)).rejects.toEqual(
      code('notPossibleNow', 'lastAdministrator'),
    );
  });
});

describe('two people edit one thing', () => {
  const fields = {
    title: 'Call back',
    note: '',
    department: '',
    ownerId: null,
    dueOn: null,
    practiceId: null,
    checkId: null,
  };
  test('the second is told what the first changed, and nothing is overwritten', async () => {
    const { register } = house;
    const { id } = await createAction(register, ANNA, fields);
    await changeAction(register, ANNA, id, { ...fields, title: 'Call at once', version: 1, state: 'open' });
    const late = changeAction(register, { id: 'b', name: 'Ben' }, id, { ...fields, version: 1, state: 'done' });
    await expect(late).rejects.toMatchObject({
      code: 'changedMeanwhile',
      details: { version: 2, fields: 'title, state', by: 'Anna' },
    });
    await expect(deleteAction(register, ANNA, id, 1)).rejects.toEqual(code('changedMeanwhile'));
  });
});

describe('what must be impossible', () => {
  const registration = {
    title: 'T',
    practiceId: null,
    actionId: null,
    outcome: 'stays a year',
    checkId: null,
    holdoutShare: 0.2,
    customers: 1000,
    startsOn: '2026-07-02',
    endsOn: '2026-08-01',
    shareToday: 0.8,
    smallestDifference: 0.05,
    plan: '',
  };
  const result = {
    treatedCustomers: 800,
    treatedOutcomes: 700,
    holdoutCustomers: 200,
    holdoutOutcomes: 160,
    comment: '',
  };

  test('a registered proof cannot be changed, not even by SQL', async () => {
    const { register } = house;
    const { id } = await registerProof(register, ANNA, registration);
    const change = register.db.updateTable('proof').set({ registration: '{}' }).where('id', '=', id).execute();
    await expect(change).rejects.toThrow('written once');
    await expect(register.db.deleteFrom('proof').where('id', '=', id).execute()).rejects.toThrow('written once');
  });

  test('a result comes once and only when the window is over; a proof cannot begin in the past', async () => {
    const { register, edge } = house;
    const { id } = await registerProof(register, ANNA, registration);
    await expect(recordResult(register, ANNA, id, result)).rejects.toEqual(code('notPossibleNow', 'proofRunning'));
    edge.set('2026-08-02T00:00:00Z');
    expect((await recordResult(register, ANNA, id, result)).state).toBe('ended');
    await expect(recordResult(register, ANNA, id, result)).rejects.toEqual(code('notPossibleNow', 'proofSettled'));
    await expect(withdrawProof(register, ANNA, id, 'no')).rejects.toEqual(code('notPossibleNow', 'proofSettled'));
    await expect(registerProof(register, ANNA, registration)).rejects.toEqual(code('notPossibleNow', 'proofBegun'));
  });

  test('a practice is verified only by an audit after its abolition', async () => {
    const { register, edge } = house;
    const auditId = await keepAudit(
      register,
      ANNA,
      { asOf: '2026-06-30', dataHash: 'x', checkSettings: '{}', note: '', report: '{}' },
      [],
    );
    const { id } = await reportPractice(register, null, { title: 'P', description: '', checkId: null });
    const step = (version: number, state: 'confirmed' | 'abolished' | 'verified', at: string | null) =>
      judgePractice(register, ANNA, id, {
        version,
        title: 'P',
        description: '',
        checkId: null,
        state,
        reason: 'seen',
        remeasured: at === null ? null : { auditId, at, asOf: at.slice(0, 10) },
      });
    await expect(step(1, 'verified', '2027-01-01')).rejects.toEqual(code('notPossibleNow', 'practiceStep'));
    await step(1, 'confirmed', null);
    edge.set('2026-07-02T08:00:00Z');
    await step(2, 'abolished', null);
    await expect(step(3, 'verified', null)).rejects.toEqual(code('notPossibleNow', 'notRemeasured'));
    await expect(step(3, 'verified', '2026-07-01T10:00:00.000Z')).rejects.toEqual(
      code('notPossibleNow', 'notRemeasured'),
    );
    expect((await step(3, 'verified', '2026-07-03T10:00:00.000Z')).verifiedBy).toBe(auditId);
  });

  test('who reports without a name is nowhere: not in the row, not in the log, and the time is only a day', async () => {
    const { register } = house;
    const practice = await reportPractice(register, null, { title: 'Q', description: '', checkId: null });
    expect(practice.reportedBy).toBeNull();
    expect(practice.createdAt).toBe('2026-07-01T00:00:00.000Z');
    const { entries } = await listLog(register, { offset: 0, limit: 100, event: '' });
    expect(entries.map(({ subject }) => subject)).not.toContain(practice.id);
  });

  test('questions about staff are off until an agreement stands, and off again when it is revoked', async () => {
    const { register } = house;
    const council = { ...ANNA, worksCouncil: true };
    const agreement = {
      version: 0,
      kind: 'agreement',
      title: 'BV',
      signedOn: '2026-07-01',
      minimumGroup: 9,
      statement: '',
    } as const;
    await expect(recordWorksAgreement(register, { ...council, worksCouncil: false }, agreement)).rejects.toEqual(
      code('forbidden'),
    );
    expect((await worksAgreement(register)).staffQuestions).toBe(false);
    await recordWorksAgreement(register, council, agreement);
    expect((await worksAgreement(register)).current?.minimumGroup).toBe(9);
    await revokeWorksAgreement(register, council, 1, 'broken');
    expect((await worksAgreement(register)).staffQuestions).toBe(false);
    await expect(recordWorksAgreement(register, council, agreement)).rejects.toEqual(code('changedMeanwhile'));
  });
});

test('jobs that ran when the server ended are lost and say so; those that waited still wait', async () => {
  const { register } = house;
  const [ran, waits] = [await addJob(register, ANNA, 'audit', '{}'), await addJob(register, ANNA, 'audit', '{}')];
  expect(await beginJob(register, ran.id)).toBe(true);
  expect((await settleAbandonedJobs(register)).map(({ id }) => id)).toEqual([waits.id]);
  expect((await findJob(register, ran.id))?.state).toBe('lost');
  expect(await endJob(register, ran.id, { state: 'done' })).toBe(false);
});

test('a deed that fails leaves no line in the log', async () => {
  const { register } = house;
  const before = await verifyLog(register.db);
  const failing = deed(register, { actor: ANNA, event: 'x', subject: '', details: {} }, () =>
    Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(await verifyLog(register.db)).toEqual(before);
});

test('deeds at the same moment make one chain', async () => {
  const { register } = house;
  const write = (n: number) =>
    deed(register, { actor: ANNA, event: 'n', subject: String(n), details: {} }, async () => n);
  await Promise.all([1, 2, 3, 4, 5].map(write));
  expect(await verifyLog(register.db)).toMatchObject({ intact: true, brokenAt: null });
});

test('whoever changes a line of the log behind the database’s back is found out, with the place', async () => {
  const { register } = house;
  await expect(sql`UPDATE log SET actor = 'Ben' WHERE sequence = 2`.execute(register.db)).rejects.toThrow(
    'written once',
  );
  await register.executeSql(`ALTER TABLE log DISABLE TRIGGER written_once;
UPDATE log SET actor = actor || 'x' WHERE sequence = 2;
ALTER TABLE log ENABLE TRIGGER written_once;`);
  expect(await verifyLog(register.db)).toMatchObject({ intact: false, entries: 1, brokenAt: 2 });
});

describe('a schema that is not ours', () => {
  test('is refused and left alone: newer, changed by hand, of another program', async () => {
    const other = await temporaryRegister();
    try {
      await other.register.close();
      const alter = async (statement: string) => {
        const engine = await openEngine(other.address);
        await engine.executeSql(statement);
        await engine.close();
      };
      await alter('ALTER TABLE practice ADD COLUMN extra text');
      await expect(openRegister(other.address, other.edge)).rejects.toEqual(code('registerBroken'));
      await alter('ALTER TABLE practice DROP COLUMN extra');
      const again = await openRegister(other.address, other.edge);
      await again.close();
      await alter('UPDATE register_state SET version = 99');
      await expect(openRegister(other.address, other.edge)).rejects.toEqual(code('registerNewer'));
      await alter('DROP TABLE register_state');
      await expect(openRegister(other.address, other.edge)).rejects.toEqual(code('registerBroken'));
      await alter('CREATE TABLE proof_that_nothing_was_dropped (id integer)');
    } finally {
      await other.remove();
    }
  }, 90_000);

  test('a migration that fails changes nothing, and the next one keeps a copy first', async () => {
    const other = await temporaryRegister();
    try {
      await other.register.close();
      const engine = await openEngine(other.address);
      await expect(
        migrate(engine, other.address, [...MIGRATIONS, 'CREATE TABLE later (id integer); SELECT 1/0;']),
      ).rejects.toThrow();
      await migrate(engine, other.address, MIGRATIONS);
      await migrate(engine, other.address, [...MIGRATIONS, 'CREATE TABLE later (id integer);']);
      expect(existsSync(`${other.address.directory}-before-${MIGRATIONS.length + 1}.tar.gz`)).toBe(true);
      await engine.close();
    } finally {
      await other.remove();
    }
  });
});
