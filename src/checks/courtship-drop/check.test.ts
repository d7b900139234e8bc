import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { courtshipDrop } from './check.ts';

const AS_OF = '2025-12-31';
const draw = (...salt: readonly string[]) => `((sipHash64(${salt.join(', ')}) % 1000003 + 0.5) / 1000003)`;

interface World {
  readonly size?: number;
  /** Courting contacts a year before and after signature, and of those who never sign. */
  readonly before: number;
  readonly after: number;
  readonly prospects?: number;
  /** Share of the signers whose contacts before are on record. */
  readonly logged?: number;
  /** People sign within ten days of a contact, and never without. */
  readonly signsAfterContact?: boolean;
  /** Days back since which people who have yet to sign are in the log. */
  readonly leadsSince?: number;
  /** SQL of the kind of contacts after signature; those before keep theirs. */
  readonly named?: string;
}

const DAYS = 540;
/** By person and day: people sign over eighteen months; person numbers from the size on never do. */
const contacts = ({
  size = 900,
  before,
  after,
  prospects = 0,
  logged = 1,
  signsAfterContact = false,
  leadsSince = DAYS,
  named = '',
}: World) => `
  SELECT
    concat('x', toString(person), '-', toString(day)) AS contact_id,
    concat('k', toString(person)) AS customer_id,
    toDateTime64(toDateTime(toDate32('${AS_OF}') - toInt32(day), 'UTC') + 36000, 3, 'UTC') AS started_at,
    person < ${size} AS signs,
    ${signed} AS signed_back,
    multiIf(NOT signs, ${prospects}, day > signed_back, if(day <= ${leadsSince} AND ${draw('person', "'log'")} < ${logged}, ${before}, 0), ${after}) AS a_year,
    ${signsAfterContact ? 'signs AND toInt32(day) = signed_back + 1 + toInt32(person % 9)' : 'false'} AS decisive,
    toInt32(day) != signed_back AND (decisive OR ${draw('person', 'day', "'court'")} < a_year / 365) AS courts,
    multiIf(${named === '' ? '' : `courts AND day < signed_back, ${named}, `}courts, ['thanks', 'sales', 'advice'][1 + sipHash64(person, day) % 3], 'invoice') AS kind,
    multiIf(kind = 'invoice', 'burden', kind = 'sales', 'selling', 'giving') AS tone,
    if(kind = 'invoice', 'system', 'out') AS direction
  FROM (SELECT toUInt64(number % ${size + (prospects > 0 ? 600 : 0)}) AS person, 1 + intDiv(number, ${size + (prospects > 0 ? 600 : 0)}) AS day FROM numbers(${(size + (prospects > 0 ? 600 : 0)) * DAYS}))
  WHERE courts OR (signs AND toInt32(day) < signed_back AND (day + person) % 30 = 0)`;
const signed = `toInt32(95 + 340 * ${draw('person', "'signed'")})`;
const contracts = ({ size = 900 }: World) => `
  SELECT concat('c', toString(person)) AS contract_id, concat('k', toString(person)) AS customer_id, 'P' AS product_id,
    toDate32('${AS_OF}') - ${signed} AS start_date
  FROM (SELECT number AS person FROM numbers(${size}))`;

const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date'];
const CONTACT = ['contact_id', 'started_at', 'customer_id', 'direction', 'kind', 'tone'];

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const fill = async (world: World, columns = CONTACT, order = '') => {
  for (const table of ['contact', 'contract'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  await made.addSql(
    'contract',
    CONTRACT,
    `SELECT * FROM (${contracts(world)}) ${order && 'ORDER BY sipHash64(contract_id)'}`,
  );
  await made.addSql(
    'contact',
    columns,
    `SELECT * FROM (${contacts(world)}) ${order && 'ORDER BY sipHash64(contact_id)'}`,
  );
};
const verdictNow = async () => verdictOf(await made.audit({ checks: [courtshipDrop], asOf: AS_OF }), 'courtship-drop');
const judged = async (world: World, columns = CONTACT) => {
  await fill(world, columns);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof verdictNow>>;
const detail = (found: Found, key: string) => found.details.find((one) => one.key === key)?.quantity;

describe('a company that turns away after the signature', () => {
  const world = { before: 6, after: 2 };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('the planted drop of two thirds lies in the interval', () => {
    expect(found.outcome).toBe('finding');
    expect(found.grade).toBe('C');
    expect(found.effect?.low).toBeLessThan(2 / 3);
    expect(found.effect?.high).toBeGreaterThan(2 / 3);
    expect(found.effect?.low).toBeGreaterThan(0.5);
  });

  test('trap: counting invoices as well hides it, since paperwork begins with the contract', () => {
    expect(found.naive?.value).toBeLessThan(0);
  });

  test('whoever was courted and then heard nothing for 90 days is behind the number', () => {
    const silent = detail(found, 'fellSilent');
    expect(found.affected).toBe(Math.round((silent?.value ?? 0) * (found.counts['courted'] ?? 0)));
    expect(silent?.low).toBeLessThan(Math.exp((-2 * 90) / 365));
    expect(silent?.high).toBeGreaterThan(Math.exp((-2 * 90) / 365));
  });

  test('rows in another order, and contacts of nobody known, change nothing', async () => {
    await fill(world, CONTACT, 'shuffled');
    await made.addSql(
      'contact',
      CONTACT,
      `SELECT concat('s', toString(number)) AS contact_id, toDateTime64('2025-05-05 10:00:00', 3, 'UTC') AS started_at, NULL AS customer_id, 'out' AS direction, 'sales' AS kind, 'selling' AS tone FROM numbers(300)`,
    );
    expect(await verdictNow()).toEqual(found);
  });
});

test('as much after as before is clear', async () => {
  const found = await judged({ before: 6, after: 6 });
  expect(found.outcome).toBe('clear');
  expect(found.caveats.map(({ id }) => id)).toContain('noProspects');
});

test('a company that begins only after the signature is told so', async () => {
  const found = await judged({ before: 4, after: 9 });
  expect(found.outcome).toBe('reversed');
});

test('complete silence after the signature has a bound and is a finding', async () => {
  const found = await judged({ size: 500, before: 6, after: 0 });
  expect(found.outcome).toBe('finding');
  expect(found.effect?.value).toBe(1);
  expect(found.effect?.low).toBeGreaterThan(0.9);
});

test('trap: who buys was just contacted, so a peak before the signature says nothing when others have no more', async () => {
  const found = await judged({ before: 3, after: 3, prospects: 3, signsAfterContact: true });
  expect(found.effect?.low).toBeGreaterThan(0.25);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('buyersOnly');
});

test('people who never signed and are courted on confirm the drop', async () => {
  const found = await judged({ before: 6, after: 2, prospects: 6 });
  expect(found.outcome).toBe('finding');
  expect(found.caveats.map(({ id }) => id)).toContain('besideProspects');
  expect(detail(found, 'rateProspects')?.low).toBeLessThan(6);
  expect(detail(found, 'rateProspects')?.high).toBeGreaterThan(6);
});

test('more afterwards is not taken for a favour where few have anything before on record', async () => {
  const found = await judged({ size: 1500, before: 6, after: 6, logged: 0.3 });
  expect(found.effect?.value).toBeLessThan(-0.25);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('beforeUnlogged');
});

test('where people are in the log before they sign only since a while, the drop is that of those who signed since', async () => {
  const found = await judged({ size: 2400, before: 6, after: 2.4, leadsSince: 260 });
  expect(found.outcome).toBe('finding');
  expect(found.effect?.low).toBeLessThan(0.6);
  expect(found.effect?.high).toBeGreaterThan(0.6);
  expect(found.counts['signatures']).toBeLessThan(1300);
});

test('a drop among those whose time before is on record is not cleared by the others, of whom nothing is', async () => {
  const found = await judged({ size: 2400, before: 12, after: 6, logged: 0.5 });
  expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.15);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('beforePartly');
});

test('without any contact before there is nothing to compare, and it is said how many are missing', async () => {
  const found = await judged({ before: 0, after: 4 });
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason).toMatchObject({ id: 'fewBefore', values: { needed: 100, has: 0 } });
});

test('few signatures are told with their number', async () => {
  const found = await judged({ size: 60, before: 6, after: 2 });
  expect(found.reason).toMatchObject({ id: 'fewSignatures', values: { needed: 100, has: 60 } });
});

test('the kind alone is enough where no tone and no direction is given', async () => {
  const found = await judged({ before: 6, after: 2 }, ['contact_id', 'started_at', 'customer_id', 'kind']);
  expect(found.outcome).toBe('finding');
  expect(found.caveats.map(({ id }) => id)).toContain('toneByKind');
});

test('without kind and tone the question does not arise', async () => {
  const found = await judged({ size: 150, before: 6, after: 2 }, [
    'contact_id',
    'started_at',
    'customer_id',
    'direction',
  ]);
  expect(found.outcome).toBe('notApplicable');
});

const UNTONED = ['contact_id', 'started_at', 'customer_id', 'direction', 'kind'];
test('as much care after the signature under a name that the program does not know is no drop', async () => {
  const found = await judged({ before: 8, after: 8, named: "'Onboarding'" }, UNTONED);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('toneDecides');
  expect(found.sharpen).toBe('contact.tone');
});

test('an unknown name hides no drop that would be there with it too', async () => {
  const found = await judged({ before: 8, after: 2, named: "if(day % 2 = 0, 'Onboarding', 'thanks')" }, UNTONED);
  expect(found.outcome).toBe('finding');
});
