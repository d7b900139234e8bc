import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { unresolvedCases } from './check.ts';
import { unresolvedCasesMessages } from './messages.ts';

const asOf = '2026-06-30';

interface World {
  readonly matters: number;
  /** SQL of the share that comes again within a week; may use is_new, topic. */
  readonly returns: string;
  /** SQL of the topic; may use is_new and i. */
  readonly topic?: string;
  readonly newShare?: number;
  readonly from?: number;
  /** SQL of the hours until the customer comes again; may use i. */
  readonly gap?: string;
}

/** One matter a customer; chance comes from hashes, so every run sees the same company. */
const matters = ({
  matters: n,
  returns,
  topic = `if(i % 2 = 0, 'fault', 'billing')`,
  newShare = 0.4,
  from = 0,
  gap = `30 + sipHash64(i, 'gap') % 120`,
}: World) => `
SELECT
  number AS i,
  concat('k', toString(i)) AS customer_id,
  (sipHash64(i, 'new') % 1000000 + 0.5) / 1e6 < ${newShare} AS is_new,
  ${topic} AS topic,
  toDateTime64(toDateTime('2026-06-01 09:00:00', 'UTC') - (sipHash64(i, 'day') % 600) * 86400 - (sipHash64(i, 'hour') % 8) * 3600, 3, 'UTC') AS at,
  toDate(at) - if(is_new, 1 + sipHash64(i, 'age') % 80, 800 + sipHash64(i, 'age') % 2000) AS began,
  (sipHash64(i, 'back') % 1000000 + 0.5) / 1e6 < (${returns}) AS comes_again,
  at + toIntervalHour(${gap}) AS again_at
FROM numbers(${from}, ${n})`;

const CASE = ['case_id', 'customer_id', 'opened_at', 'topic'] as const;
const CONTACT = ['contact_id', 'customer_id', 'started_at', 'topic', 'direction', 'caller_class'] as const;
const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date'] as const;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of ['case', 'contact', 'contract', 'approval', 'customer'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const now = async () => verdictOf(await made.audit({ checks: [unresolvedCases], asOf }), 'unresolved-cases');
type Found = Awaited<ReturnType<typeof now>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;

const fillContracts = (world: World) =>
  made.addSql(
    'contract',
    CONTRACT,
    `SELECT concat('v', customer_id) AS contract_id, customer_id, 'P' AS product_id, began AS start_date FROM (${matters(world)})`,
  );
const firstCases = (world: World) =>
  `SELECT concat('f', customer_id) AS case_id, customer_id, at AS opened_at, topic FROM (${matters(world)})`;
const secondCases = (world: World) =>
  `SELECT concat('g', customer_id) AS case_id, customer_id, again_at AS opened_at, topic FROM (${matters(world)}) WHERE comes_again`;
const contacts = (world: World) => `
SELECT concat('c', customer_id) AS contact_id, customer_id, at AS started_at, topic, 'in' AS direction, if(is_new, 'newcomer', 'existing') AS caller_class FROM (${matters(world)})
UNION ALL
SELECT concat('d', customer_id), customer_id, again_at, topic, 'in', if(is_new, 'newcomer', 'existing') FROM (${matters(world)}) WHERE comes_again`;

/** Cases; who comes again opens another one. */
const byCases = async (world: World) => {
  await empty();
  await fillContracts(world);
  await made.addSql('case', CASE, firstCases(world));
  await made.addSql('case', CASE, secondCases(world));
  return now();
};
const byContacts = async (world: World) => {
  await empty();
  await made.addSql('contact', CONTACT, contacts(world));
  return now();
};

const holdsTruth = (interval: { low: number | null; high: number | null } | null | undefined, truth: number) => {
  expect(interval?.low ?? Number.POSITIVE_INFINITY).toBeLessThan(truth);
  expect(interval?.high ?? Number.NEGATIVE_INFINITY).toBeGreaterThan(truth);
};

describe('existing customers come again in 30 % of their matters, newcomers in 16 %', () => {
  const world: World = { matters: 6000, returns: 'if(is_new, 0.16, 0.30)' };

  test.each([
    ['cases', byCases],
    ['contacts', byContacts],
  ])('the planted gap is found from %s alone', async (_, fill) => {
    const found = await fill(world);
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
    holdsTruth(found.effect, 0.14);
    holdsTruth(detail(found, 'returnExisting'), 0.3);
    holdsTruth(detail(found, 'returnNewcomer'), 0.16);
    expect(found.overlap).toBeGreaterThan(0.99);
    expect(found.strata.map(({ key }) => key)).toEqual(['topic:billing', 'topic:fault']);
  });

  test('a second case is a return of the first and no matter of its own; the number affected fits', async () => {
    const found = await byCases(world);
    expect(found.counts['existing']).toBeLessThanOrEqual(6000);
    const rows = await made.warehouse.columns({
      name: 'came again',
      sql: `SELECT countIf(case_id LIKE 'g%' AND customer_id NOT IN (SELECT customer_id FROM (${matters(world)}) WHERE is_new)) AS n FROM \`case\` ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
    expect(found.excluded['continued']).toBeGreaterThan(1000);
  });

  test('shuffled rows, customers without a matter, steps of the company and later rows change nothing', async () => {
    const before = JSON.stringify(await byCases(world));
    await empty();
    await fillContracts(world);
    await made.addSql(
      'contract',
      CONTRACT,
      `SELECT concat('x', toString(number)) AS contract_id, concat('x', toString(number)) AS customer_id, 'P' AS product_id, toDate('2020-01-01') AS start_date FROM numbers(500)`,
    );
    await made.addSql('case', CASE, `SELECT * FROM (${secondCases(world)}) ORDER BY sipHash64(case_id)`);
    await made.addSql('case', CASE, `SELECT * FROM (${firstCases(world)}) ORDER BY sipHash64(case_id)`);
    await made.addSql(
      'contact',
      CONTACT,
      `SELECT * REPLACE ('out' AS direction, started_at + INTERVAL 1 DAY AS started_at) FROM (${contacts(world)})`,
    );
    expect(JSON.stringify(await now())).toBe(before);
  });
});

test('trap: newcomers with simple topics look well served; at equal topics both come again alike', async () => {
  const world: World = {
    matters: 8000,
    topic: `if((sipHash64(i, 'topic') % 100) < if((sipHash64(i, 'new') % 1000000 + 0.5) / 1e6 < 0.4, 20, 70), 'fault', 'billing')`,
    returns: `if(topic = 'fault', 0.35, 0.08)`,
  };
  const found = await byCases(world);
  expect(found.naive?.low).toBeGreaterThan(0.08);
  expect(found.outcome).toBe('clear');
  holdsTruth(found.effect, 0);
});

test('null and reversed companies: nobody is accused, and newcomers who come again more often are named', async () => {
  expect((await byContacts({ matters: 8000, returns: '0.18' })).outcome).toBe('clear');
  const reversed = await byContacts({ matters: 6000, returns: 'if(is_new, 0.3, 0.15)' });
  expect(reversed.outcome).toBe('reversed');
  holdsTruth(reversed.effect, -0.15);
});

test('newcomers whose unrelated matters crowd their first weeks do not look worse served, nor the others better', async () => {
  const world: World = { matters: 5000, returns: '0.2' };
  await empty();
  await made.addSql('contact', CONTACT, contacts(world));
  const crowd = `
SELECT concat('e', toString(k), customer_id) AS contact_id, customer_id,
  toDateTime64(began, 3, 'UTC') + toIntervalMinute(600 + sipHash64(i, k) % (85 * 1440)) AS started_at,
  topic, 'in' AS direction, 'newcomer' AS caller_class
FROM (${matters(world)}) ARRAY JOIN [1, 2, 3] AS k
WHERE is_new AND started_at < toDateTime64('2026-06-30 00:00:00', 3, 'UTC')`;
  await made.addSql('contact', CONTACT, crowd);
  const found = await now();
  expect(found.effect?.high).toBeLessThan(-0.05);
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'crowdedMatters' } });
});

describe('without newcomers to compare with', () => {
  test.each([
    ['0.15', 'clear'],
    ['0.31', 'inconclusive'],
    ['0.5', 'finding'],
  ])('a share of %s is %s against the three in ten put up with, at grade D', async (returns, outcome) => {
    const world = { matters: 1500, returns, newShare: 0 };
    await empty();
    await made.addSql('case', CASE, firstCases(world));
    await made.addSql('case', CASE, secondCases(world));
    const found = await now();
    expect(found).toMatchObject({ outcome, grade: 'D' });
    expect(found.caveats.map(({ id }) => id)).toContain('noNewcomers');
    holdsTruth(found.effect, Number(returns));
  });

  test('the number of contacts of a case, then the mark of being settled, stand in for a log', async () => {
    const world = { matters: 1500, returns: '0.2', newShare: 0 };
    await empty();
    const counted = `SELECT *, toUInt8(1 + comes_again) AS contacts, NOT comes_again AS first_contact_resolved, concat('f', customer_id) AS case_id, at AS opened_at FROM (${matters(world)})`;
    await made.addSql('case', [...CASE, 'contacts'], counted);
    const byCount = await now();
    holdsTruth(byCount.effect, 0.2);
    expect(byCount.caveats.map(({ id }) => id)).toContain('countStandsIn');
    await empty();
    await made.addSql('case', [...CASE, 'first_contact_resolved'], counted);
    const byMark = await now();
    expect(byMark.effect?.value).toBe(byCount.effect?.value);
    expect(byMark.caveats.map(({ id }) => id)).toContain('markStandsIn');
  });

  test('cases without topics are followed by customer alone, which is said', async () => {
    const world = { matters: 1500, returns: '0.2', newShare: 0 };
    await empty();
    const bare = ['case_id', 'customer_id', 'opened_at'] as const;
    await made.addSql('case', bare, firstCases(world));
    await made.addSql('case', bare, secondCases(world));
    const found = await now();
    holdsTruth(found.effect, 0.2);
    expect(found.caveats.map(({ id }) => id)).toContain('noTopics');
  });
});

describe('what could tell of a return is on record for a part of the cases only; half of them come up again', () => {
  const world: World = { matters: 3000, returns: '0.5', newShare: 0 };

  test.each([
    ['begins', `at >= toDateTime('2026-01-15 00:00:00', 'UTC')`],
    ['ends', `at < toDateTime('2025-06-15 00:00:00', 'UTC')`],
  ])('a log of contacts that %s in the window tells of its own days', async (_, logged) => {
    await empty();
    await made.addSql('case', CASE, firstCases(world));
    const inLog = `SELECT customer_id FROM (${matters(world)}) WHERE ${logged}`;
    await made.addSql('contact', CONTACT, `SELECT * FROM (${contacts(world)}) WHERE customer_id IN (${inLog})`);
    const found = await now();
    expect(found.outcome).toBe('finding');
    holdsTruth(found.effect, 0.5);
    expect(found.excluded['untold']).toBeGreaterThan(1000);
    expect(found.caveats.map(({ id }) => id)).toContain('untold');
  });

  const partly = (when: string) =>
    `SELECT *, if(${when}, toNullable(toUInt8(1 + comes_again)), NULL) AS contacts, if(${when}, toNullable(NOT comes_again), NULL) AS first_contact_resolved,
      concat('f', customer_id) AS case_id, at AS opened_at FROM (${matters({ ...world, newShare: 0.4 })})`;

  test.each(['contacts', 'first_contact_resolved'])('an empty %s is no sign that nobody came again', async (column) => {
    await empty();
    await fillContracts({ ...world, newShare: 0.4 });
    await made.addSql('case', [...CASE, column], partly('i % 4 = 0'));
    const found = await now();
    holdsTruth(detail(found, 'returnExisting'), 0.5);
    holdsTruth(found.effect, 0);
  });

  test.each(['contacts', 'first_contact_resolved'])(
    '%s of newcomers alone say nothing of the others',
    async (column) => {
      await empty();
      await fillContracts({ ...world, newShare: 0.4 });
      await made.addSql('case', [...CASE, column], partly('is_new'));
      expect(await now()).toMatchObject({ outcome: 'inconclusive', reason: { id: 'tooFewTold', values: { has: 0 } } });
    },
  );

  test('a log that names the callers of one side only compares nobody', async () => {
    const both: World = { ...world, newShare: 0.4 };
    await empty();
    await fillContracts(both);
    await made.addSql('case', CASE, firstCases(both));
    await made.addSql('contact', CONTACT, `SELECT * FROM (${contacts(both)}) WHERE caller_class = 'existing'`);
    expect(await now()).toMatchObject({ outcome: 'inconclusive', reason: { id: 'oneSidedLog' } });
  });
});

describe('contacts open the cases, and one matter in five comes up again', () => {
  const world: World = { matters: 3000, returns: '0.2', newShare: 0 };
  const sameDay: World = { ...world, gap: `2 + sipHash64(i, 'gap') % 20` };
  /** `late`: SQL of the hours by which a contact is logged late; `logged`: SQL of which contacts are. */
  const byLog = async (of: World, { late = '0', logged = '1' }) => {
    await empty();
    await made.addSql('case', CASE, firstCases(of));
    const contact = `SELECT * FROM (${contacts(of)}) WHERE ${logged}`;
    const dated = `SELECT * REPLACE (started_at + toIntervalHour(${late}) AS started_at) FROM (${contact})`;
    await made.addSql('contact', CONTACT, dated);
    return now();
  };
  const takenForOpening = ({ caveats }: Found) =>
    Number(caveats.find(({ id }) => id === 'openedLate')?.values['matters'] ?? 0);

  test.each([
    [
      'of a team that looks after a quarter of the customers is two hours fast',
      'if(sipHash64(customer_id) % 4 = 0, 2, 0)',
      0.25,
    ],
    ['of the whole log is two hours fast, in summer three', 'if(toMonth(started_at) BETWEEN 4 AND 9, 3, 2)', 1],
  ])('the clock %s: what opened the case is no return, which is said', async (_, late, share) => {
    const found = await byLog(world, { late });
    holdsTruth(found.effect, 0.2);
    expect(found.outcome).toBe('clear');
    expect(takenForOpening(found) / 3000).toBeCloseTo(share, 1);
  });

  test.each([
    ['what opened the case is on record in time', '1'],
    ['only every other case is opened by a contact', `contact_id LIKE 'd%' OR sipHash64(customer_id) % 2 = 0`],
  ])('%s: who comes again the same day comes again', async (_, logged) => {
    const found = await byLog(sameDay, { logged });
    holdsTruth(found.effect, 0.2);
    expect(takenForOpening(found)).toBe(0);
  });
});

test('matters that needed a permission come again more often, at equal topics', async () => {
  const world: World = { matters: 5000, returns: 'if(i % 3 = 0, 0.34, 0.18)', newShare: 0, from: 10_000 };
  await empty();
  await made.addSql('case', CASE, firstCases(world));
  await made.addSql('case', CASE, secondCases(world));
  await made.addSql(
    'approval',
    ['case_id', 'requested_at'],
    `SELECT concat('f', customer_id) AS case_id, at AS requested_at FROM (${matters(world)}) WHERE i % 3 = 0`,
  );
  const found = await now();
  holdsTruth(detail(found, 'returnAfterApproval'), 0.34);
  holdsTruth(detail(found, 'returnWithoutApproval'), 0.18);
  holdsTruth(detail(found, 'approvalGap'), 0.16);
});

test('too few matters are told with their number; without any the question does not apply', async () => {
  expect(await byContacts({ matters: 60, returns: '0.5' })).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFewCases', values: { needed: 100 } },
  });
  await empty();
  expect(await now()).toMatchObject({ outcome: 'notApplicable', reason: { id: 'missingColumns' } });
});

test('every outcome has its sentence in both languages', () => {
  const overturn = { id: 'otherMatter', values: { asOf, days: 7 } };
  const effect = { value: 0.14, low: 0.11, high: 0.17, level: 0.95, unit: 'percentagePoints' } as const;
  const share = { ...effect, value: 0.3, low: 0.28, high: 0.32, unit: 'share' } as const;
  const details = ['returnExisting', 'returnNewcomer'].map((key) => ({ key, quantity: share }));
  const say = (language: 'de' | 'en', outcome: 'finding' | 'clear' | 'reversed' | 'inconclusive', alone = false) =>
    unresolvedCasesMessages[language].answer(
      verdict({ outcome, effect: alone ? share : effect, details: alone ? [] : details, overturn }),
      createFormat(language),
    );
  expect(say('de', 'finding')).toMatch(/^Ja: Sie müssen öfter wiederkommen, um 14 Prozentpunkte .*Stand 30\.06\.2026/);
  expect(say('en', 'reversed')).toMatch(/^No, the other way round/);
  expect(say('en', 'clear')).toMatch(/^No: both/);
  expect(say('de', 'finding', true)).toMatch(/^Ja, öfter als hingenommen: 30,0\s% der Anliegen/);
  expect(say('en', 'inconclusive', true)).toMatch(/^The data do not tell/);
});
