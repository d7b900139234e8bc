import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { contactDrought } from './check.ts';

const AS_OF = '2025-12-31';
const MONTHS = 60;
const draw = (...salt: readonly string[]) => `((sipHash64(${salt.join(', ')}) % 1000003 + 0.5) / 1000003)`;

interface World {
  readonly size?: number;
  /** SQL of giving contacts a year in the first 90 days and from then on; may use product. */
  readonly courted: string;
  readonly later: string;
  /** SQL of the share of product P1 (others P0); may use is_recent. */
  readonly product?: string;
  readonly contactColumns?: string;
  readonly contacts?: string;
  /** SQL of the kind of a giving contact; may use tenure and month. */
  readonly gift?: string;
}

/** Two customers in three signed during the last five years, the others before; chance comes from hashes. */
const contracts = ({ size = 2000, product = '0.5' }: World) => `
  SELECT
    concat('c', toString(number)) AS contract_id,
    concat('k', toString(number)) AS customer_id,
    toDate32('${AS_OF}') - toInt32(2700 * ${draw('number', "'start'")}) AS start_date,
    start_date > toDate32('${AS_OF}') - 730 AS is_recent,
    if(${draw('number', "'product'")} < ${product}, 'P1', 'P0') AS product_id
  FROM numbers(${size})`;

/** By day: giving contacts by chance at the rate of the phase, an invoice a quarter, an advert now and then. */
const contacts = (world: World) => `
  SELECT
    concat('x', toString(customer), '-', toString(month), '-', toString(slot)) AS contact_id,
    concat('k', toString(customer)) AS customer_id,
    product_id AS product,
    toDate32('${AS_OF}') - toInt32(30.4375 * month + if(slot = 1, 5, 30 * ${draw('customer', 'month', 'slot', "'day'")})) AS day,
    dateDiff('day', start_date, day) AS tenure,
    (if(tenure <= 90, ${world.courted}, ${world.later})) / 12 AS chance,
    multiIf(
      slot = 0 AND ${draw('customer', 'month', "'give'")} < chance, 'giving',
      slot = 1 AND (month + customer) % 3 = 0, 'burden',
      slot = 2 AND ${draw('customer', 'month', "'sell'")} < 0.1, 'selling', '') AS tone,
    multiIf(tone = 'giving', ${world.gift ?? "'thanks'"}, tone = 'burden', 'invoice', 'newsletter') AS kind,
    if(tone = 'burden', 'system', 'out') AS direction,
    toDateTime64(toDateTime(day, 'UTC') + 36000, 3, 'UTC') AS started_at
  FROM (SELECT number AS customer, c.product_id AS product_id, c.start_date AS start_date, arrayJoin(range(${MONTHS})) AS month, arrayJoin([0, 1, 2]) AS slot
        FROM numbers(${world.size ?? 2000}) AS n INNER JOIN (${contracts(world)}) AS c ON c.customer_id = concat('k', toString(n.number)))
  WHERE tone != '' AND tenure > 0 ${world.contacts ?? ''}`;

const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date'];
const CONTACT = ['contact_id', 'started_at', 'customer_id', 'direction', 'kind', 'tone'];

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of ['contact', 'contract', 'customer', 'product'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const fill = async (world: World, columns = CONTACT, withContracts = true) => {
  await empty();
  if (withContracts) await made.addSql('contract', CONTRACT, contracts(world));
  await made.addSql('contact', columns, contacts(world));
};
const verdictNow = async () =>
  verdictOf(await made.audit({ checks: [contactDrought], asOf: AS_OF }), 'contact-drought');
const judged = async (world: World, columns = CONTACT, withContracts = true) => {
  await fill(world, columns, withContracts);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof verdictNow>>;
const detail = (found: Found, key: string) => found.details.find((one) => one.key === key)?.quantity;

describe('a company that courts newcomers and then falls silent', () => {
  let found: Found;
  beforeAll(async () => {
    found = await judged({ courted: '2.4', later: '0.4' });
  });

  test('the planted gap of two giving contacts a year lies in the interval', () => {
    expect(found.outcome).toBe('finding');
    expect(found.effect?.low).toBeLessThan(2);
    expect(found.effect?.high).toBeGreaterThan(2);
    expect(found.effect?.low).toBeGreaterThan(1);
    expect(found.grade).toBe('C');
  });

  test('the share in drought is that of a year without a draw at the planted rate', () => {
    const dry = (1 - 0.4 / 12) ** 12;
    expect(detail(found, 'dryShare')?.low).toBeLessThan(dry);
    expect(detail(found, 'dryShare')?.high).toBeGreaterThan(dry);
  });

  test('the people behind the number are the customers of a year and more without a giving contact for a year', async () => {
    const rows = await made.warehouse.columns({
      name: 'dry',
      sql: `SELECT count() AS n FROM contract WHERE start_date <= toDate32('${AS_OF}') - 365 AND customer_id NOT IN (
        SELECT assumeNotNull(customer_id) FROM contact WHERE tone = 'giving' AND toDate(started_at) > toDate('${AS_OF}') - 365) ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
  });

  test('repeated rows of customers and products, and people nobody contacts, change nothing', async () => {
    await made.addSql(
      'contact',
      CONTACT,
      `SELECT concat('s', toString(number)) AS contact_id, toDateTime64('2025-01-01 10:00:00', 3, 'UTC') AS started_at, NULL AS customer_id, 'in' AS direction, 'info' AS kind, 'neutral' AS tone FROM numbers(500)`,
    );
    for (let i = 0; i < 2; i++) await made.add('product', [{ product_id: 'P1', line: 'P1' }]);
    const again = await verdictNow();
    expect(again.effect).toEqual(found.effect);
    expect(again.affected).toBe(found.affected);
  });
});

test('rows in another order give the same verdict', async () => {
  const world = { size: 1500, courted: '2.4', later: '0.4' };
  const first = await judged(world);
  await empty();
  await made.addSql('contract', CONTRACT, `SELECT * FROM (${contracts(world)}) ORDER BY sipHash64(contract_id)`);
  await made.addSql('contact', CONTACT, `SELECT * FROM (${contacts(world)}) ORDER BY sipHash64(contact_id)`);
  expect(await verdictNow()).toEqual(first);
});

test('trap: newcomers buy the product with many contacts, which looks like neglect of the others', async () => {
  const rate = "if(product = 'P1', 2.4, 0.3)";
  const found = await judged({ size: 3000, courted: rate, later: rate, product: 'if(is_recent, 0.75, 0.25)' });
  expect(found.naive?.low).toBeGreaterThan(0.5);
  expect(found.outcome).not.toBe('finding');
  expect(found.effect?.low).toBeLessThan(0);
  expect(found.effect?.high).toBeLessThan(found.naive?.low ?? 0);
  expect(found.adjustedFor).toEqual(['contract.product_id']);
});

test('a log of newcomers alone, without one invoice of an existing customer, does not show a drought', async () => {
  const found = await judged({ courted: '2.4', later: '2.4', contacts: 'AND tenure <= 90' });
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('existingUnlogged');
});

test('equal rates for both are clear', async () => {
  const found = await judged({ courted: '1.2', later: '1.2' });
  expect(found.outcome).toBe('clear');
  expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.3);
});

test('a company that remembers only those who stay is reversed', async () => {
  const found = await judged({ courted: '0.2', later: '1.5' });
  expect(found.outcome).toBe('reversed');
});

test('a company that gives nobody anything has no second class, and says so', async () => {
  const found = await judged({ courted: '0', later: '0' });
  expect(found.outcome).toBe('clear');
  expect(found.caveats.map(({ id }) => id)).toContain('givesNobody');
  expect(found.affected).toBeGreaterThan(800);
});

test('newcomers are courted more, but nobody waits a year: no drought', async () => {
  const found = await judged({ courted: '9', later: '4' });
  expect(found.effect?.low).toBeGreaterThan(0.3);
  expect(found.outcome).toBe('clear');
  expect(found.caveats.map(({ id }) => id)).toContain('courtedNotDry');
});

test('customer, day and kind are enough for a first statement, graded D', async () => {
  const found = await judged(
    { courted: '2.4', later: '0.4' },
    ['contact_id', 'started_at', 'customer_id', 'kind'],
    false,
  );
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('D');
  expect(found.sharpen).toBe('contract.start_date');
  expect(found.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(['noContracts', 'toneByKind']));
});

test('without contracts equal rates are no finding either', async () => {
  const found = await judged(
    { courted: '1.2', later: '1.2' },
    ['contact_id', 'started_at', 'customer_id', 'kind'],
    false,
  );
  expect(['clear', 'inconclusive']).toContain(found.outcome);
});

test('too few newcomers are named with their number', async () => {
  const found = await judged({ size: 120, courted: '2.4', later: '0.4' });
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('fewNewcomers');
  expect(found.reason?.values['needed']).toBe(50);
  expect(Number(found.reason?.values['has'])).toBeLessThan(50);
});

test('contacts whose kind tells no tone do not tell of a drought', async () => {
  await judged({ size: 800, courted: '2', later: '2' });
  await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_contact' });
  const plain = `SELECT * REPLACE ('message' AS kind, 'out' AS direction) FROM (${contacts({ size: 800, courted: '2', later: '2' })})`;
  await made.addSql('contact', ['contact_id', 'started_at', 'customer_id', 'direction', 'kind'], plain);
  const found = await verdictNow();
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason).toMatchObject({ id: 'noGivingKnown', values: { has: 0 } });
  expect(found.sharpen).toBe('contact.tone');
});

const UNTONED = ['contact_id', 'started_at', 'customer_id', 'direction', 'kind'];
test.each([
  ['courted newcomers whose contacts have a name of their own', '9', '0.1', 'clear'],
  ['equal care under two names', '2', '2', 'reversed'],
])('%s: the names the program does not know decide nothing', async (_, courted, later, wrong) => {
  const found = await judged({ courted, later, gift: "if(tenure <= 90, 'Plausch', 'thanks')" }, UNTONED);
  expect(found.outcome).not.toBe(wrong);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('toneDecides');
  expect(found.sharpen).toBe('contact.tone');
});

test('unknown names that both sides hear alike leave a finding as it is', async () => {
  const found = await judged({ courted: '4', later: '0.6', gift: "if(month % 6 = 0, 'Plausch', 'thanks')" }, UNTONED);
  expect(found.outcome).toBe('finding');
});

test('without kind and tone the question does not arise', async () => {
  const found = await judged({ size: 200, courted: '2', later: '2' }, [
    'contact_id',
    'started_at',
    'customer_id',
    'direction',
  ]);
  expect(found.outcome).toBe('notApplicable');
  expect(found.reason?.values['columns']).toBe('contact.kind');
});

test('one invoice in five that is not logged is noticed from the billing cycle', async () => {
  const found = await judged({
    courted: '1.2',
    later: '1.2',
    contacts: "AND (tone != 'burden' OR sipHash64(contact_id, 'lost') % 5 > 0)",
  });
  expect(detail(found, 'invoicesLogged')?.value).toBeGreaterThan(0.75);
  expect(detail(found, 'invoicesLogged')?.value).toBeLessThan(0.85);
  expect(found.caveats.map(({ id }) => id)).toContain('invoicesMissing');
});

test('dunning is earned and kept apart from the other burdens', async () => {
  const found = await judged({ courted: '1.2', later: '1.2' });
  await made.addSql(
    'contact',
    CONTACT,
    `SELECT concat('m', toString(number)) AS contact_id, toDateTime64('2025-06-01 10:00:00', 3, 'UTC') AS started_at, concat('k', toString(number)) AS customer_id, 'system' AS direction, 'dunning' AS kind, 'burden' AS tone FROM numbers(2000)`,
  );
  const dunned = await verdictNow();
  expect(detail(dunned, 'burdenPerGiving')?.value).toBe(detail(found, 'burdenPerGiving')?.value);
  expect(detail(dunned, 'dunningRate')?.value).toBeGreaterThan(0.3);
});
