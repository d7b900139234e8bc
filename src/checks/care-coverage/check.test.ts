import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { careCoverage } from './check.ts';

const AS_OF = '2025-12-31';
const draw = (...salt: readonly string[]) => `((sipHash64(${salt.join(', ')}) % 1000003 + 0.5) / 1000003)`;

interface World {
  readonly size?: number;
  /** SQL of the chance of a carer's call within a contract year; may use contract_year (from 0), carer, product. */
  readonly called: string;
  /** Years that the contact log reaches back. */
  readonly years?: number;
  /** SQL of the last day of the named person; may use start_date. */
  readonly namedUntil?: string;
  readonly product?: string;
}

/** Customers who came evenly over nine years and stayed, and whose carer calls at most once a contract year. */
const customers = ({ size = 1200, product = "'P'" }: World) => `
  SELECT
    number AS person,
    concat('c', toString(number)) AS contract_id,
    concat('k', toString(number)) AS customer_id,
    toDate32('${AS_OF}') - toInt32(3287 * ${draw('number', "'start'")}) AS start_date,
    number % 20 AS carer,
    ${product} AS product_id,
    10 AS price
  FROM numbers(${size})`;

const calls = (world: World) => `
  SELECT
    concat('x', toString(person), '-', toString(contract_year)) AS contact_id,
    customer_id,
    start_date + toInt32(365.25 * contract_year + 360 * ${draw('person', 'contract_year', "'day'")}) AS day,
    toDateTime64(toDateTime(day, 'UTC') + 36000, 3, 'UTC') AS started_at,
    'out' AS direction, 'info' AS kind, 'neutral' AS tone, 'phone' AS channel,
    concat('s', toString(carer)) AS staff_pid
  FROM (SELECT *, product_id AS product, arrayJoin(range(9)) AS contract_year FROM (${customers(world)}))
  WHERE ${draw('person', 'contract_year', "'call'")} < (${world.called})
    AND day <= toDate32('${AS_OF}') AND day > toDate32('${AS_OF}') - toInt32(365.25 * ${world.years ?? 9})`;

const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'];
const CONTACT = ['contact_id', 'started_at', 'customer_id', 'direction', 'kind', 'tone', 'channel', 'staff_pid'];
const ASSIGNMENT = ['customer_id', 'staff_pid', 'valid_from', 'valid_to', 'role'];
const assignments = (world: World) => `
  SELECT customer_id, concat('s', toString(carer)) AS staff_pid, start_date AS valid_from, ${world.namedUntil ?? 'NULL'} AS valid_to, 'care' AS role
  FROM (${customers(world)})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

interface Given {
  readonly contacts?: readonly string[];
  readonly assignments?: boolean;
}

const fill = async (world: World, { contacts = CONTACT, assignments: named = true }: Given = {}) => {
  for (const table of ['contact', 'contract', 'assignment', 'staff'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  await made.addSql('contract', CONTRACT, customers(world));
  if (contacts.length > 0) await made.addSql('contact', contacts, calls(world));
  if (named) await made.addSql('assignment', ASSIGNMENT, assignments(world));
};
const verdictNow = async (reference = '') =>
  verdictOf(await made.audit({ checks: [careCoverage], asOf: AS_OF }), 'care-coverage', reference);
const judged = async (world: World, given: Given = {}) => {
  await fill(world, given);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof verdictNow>>;
const detail = (found: Found, key: string) => found.details.find((one) => one.key === key)?.quantity;
const ids = (found: Found) => found.caveats.map(({ id }) => id);

describe('a company whose carers fall silent after the third contract year', () => {
  const world = { called: 'if(contract_year < 3, 0.7, 0.25)' };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('the month is found and the planted drop lies in the interval', () => {
    expect(found.outcome).toBe('finding');
    expect(detail(found, 'cutMonth')?.value).toBe(36);
    expect(found.effect?.low).toBeLessThan(0.45);
    expect(found.effect?.high).toBeGreaterThan(0.45);
    expect(found.effect?.low).toBeGreaterThan(0.2);
  });

  test('other months show nothing, so it is graded B', () => {
    expect(ids(found)).toEqual(expect.arrayContaining(['samePeople', 'placebosQuiet']));
    expect(found.grade).toBe('B');
  });

  test('trap: the owner in the books is filled for everybody and shows no drop', () => {
    expect(detail(found, 'namedToday')?.value).toBe(1);
    expect(found.naive?.value).toBe(0);
  });

  test('behind the number are the customers of a year and more whom nobody called within a year', async () => {
    const rows = await made.warehouse.columns({
      name: 'uncovered',
      sql: `SELECT count() AS n FROM contract WHERE start_date <= toDate32('${AS_OF}') - 365 AND customer_id NOT IN (
        SELECT assumeNotNull(customer_id) FROM contact WHERE toDate(started_at) > toDate('${AS_OF}') - 365) ORDER BY n`,
      params: {},
    });
    expect(Math.abs((found.affected ?? 0) - Number(rows['n']?.[0]))).toBeLessThanOrEqual(3);
  });

  test('no pseudonym of a carer stands in the verdict', () => {
    expect(JSON.stringify(found)).not.toMatch(/"s\d+"/);
  });

  test('repeated assignments and people nobody knows change nothing', async () => {
    await made.addSql('assignment', ASSIGNMENT, assignments(world));
    await made.addSql(
      'contact',
      CONTACT,
      `SELECT concat('z', toString(number)) AS contact_id, toDateTime64('2025-05-05 10:00:00', 3, 'UTC') AS started_at, NULL AS customer_id, 'out' AS direction, 'info' AS kind, 'neutral' AS tone, 'phone' AS channel, 's1' AS staff_pid FROM numbers(300)`,
    );
    const again = await verdictNow();
    expect([again.effect, again.affected, again.grade]).toEqual([found.effect, found.affected, found.grade]);
  });
});

test('equal care all along is no finding', async () => {
  const found = await judged({ size: 2500, called: '0.5' });
  expect(['clear', 'inconclusive']).toContain(found.outcome);
  expect(found.effect?.low).toBeLessThan(0);
});

test('a company that looks after nobody treats nobody worse, and says how many are covered', async () => {
  const found = await judged({ called: 'if(contract_year < 3, 0.01, 0.01)' });
  expect(found.outcome).toBe('clear');
  expect(detail(found, 'coveredToday')?.high).toBeLessThan(0.03);
});

test('care that begins only after the third year is reversed', async () => {
  const found = await judged({ called: 'if(contract_year < 3, 0.2, 0.8)' });
  expect(found.outcome).toBe('reversed');
});

test('care that fades year by year is not taken for a cut: the placebos speak', async () => {
  const found = await judged({ size: 2500, called: 'greatest(0.05, 0.95 - 0.13 * contract_year)' });
  expect(found.grade).not.toBe('B');
});

test('with eighteen months of contacts customers of today are compared, graded C', async () => {
  const found = await judged({ size: 2500, called: 'if(contract_year < 3, 0.8, 0.2)', years: 1.5 });
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('C');
  expect(ids(found)).toContain('otherPeople');
  expect(found.effect?.low).toBeLessThan(0.6);
  expect(found.effect?.high).toBeGreaterThan(0.4);
});

test('an export of the last twelve months need not have a contact on its first day', async () => {
  const found = await judged({ size: 2500, called: 'if(contract_year < 3, 0.8, 0.2)', years: 0.985 });
  expect(found.outcome).toBe('finding');
  expect(detail(found, 'coveredToday')?.value).toBeGreaterThan(0.2);
});

test('contracts and named persons are enough: names that end with the third year are seen, graded D', async () => {
  const found = await judged(
    { called: '0', namedUntil: "if(start_date + 1095 < toDate32('2025-12-31'), toNullable(start_date + 1095), NULL)" },
    { contacts: [] },
  );
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('D');
  expect(ids(found)).toContain('namesOnly');
});

test('names for everybody and no contacts are not taken for care: the silence of the carers cannot be seen', async () => {
  const found = await judged({ called: 'if(contract_year < 3, 0.7, 0.25)' }, { contacts: [] });
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'namesOnly' } });
});

test('contracts and contacts are enough as well', async () => {
  const found = await judged({ called: 'if(contract_year < 3, 0.7, 0.25)' }, { assignments: false });
  expect(found.outcome).toBe('finding');
  expect(ids(found)).toContain('noNames');
});

test('few customers cannot tell, with the number that is missing', async () => {
  const found = await judged({ size: 40, called: 'if(contract_year < 3, 0.7, 0.25)' });
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason).toMatchObject({ id: 'noCut', values: { needed: 100 } });
  expect(Number(found.reason?.values['has'])).toBeLessThan(41);
});

test('without named persons and contacts the question does not arise', async () => {
  const found = await judged({ size: 100, called: '0' }, { contacts: [], assignments: false });
  expect(found.outcome).toBe('notApplicable');
});

describe('by commission', () => {
  const staff = (carers: number, basis: string) => `
    SELECT concat('s', toString(number)) AS staff_pid, 'care' AS role_class, 't' AS team_id, toDate32('2010-01-01') AS entered, ${basis} AS commission_basis
    FROM numbers(${carers})`;
  const STAFF = ['staff_pid', 'role_class', 'team_id', 'entered', 'commission_basis'];

  test('less care without commission is found, where the plain difference hides it behind the product', async () => {
    // Carers without commission mostly hold the product that is called often.
    await fill({
      size: 2000,
      called: "if(product = 'A', 0.9, 0.4) - if(carer % 2 = 0, 0, 0.3)",
      product: `if(${draw('number', "'product'")} < if(number % 2 = 0, 0.2, 0.8), 'A', 'B')`,
    });
    await made.addSql('staff', STAFF, staff(20, "if(number % 2 = 0, 'portfolio', 'none')"));
    const found = await verdictNow('commission');
    expect(found.outcome).toBe('finding');
    expect(found.grade).toBe('C');
    expect(found.effect?.low).toBeLessThan(0.3);
    expect(found.effect?.high).toBeGreaterThan(0.3);
    expect(found.naive?.value).toBeLessThan(0.15);
  });

  test('equal care with and without commission is clear', async () => {
    await fill({ size: 3000, called: '0.6' });
    await made.addSql('staff', STAFF, staff(20, "if(number % 2 = 0, 'portfolio', 'none')"));
    expect((await verdictNow('commission')).outcome).toBe('clear');
  });

  test('a group of fewer than seven carers is not shown', async () => {
    await fill({ size: 1200, called: 'if(carer < 6, 0.9, 0.2)' });
    await made.addSql('staff', STAFF, staff(20, "if(number < 6, 'portfolio', 'none')"));
    const found = await verdictNow('commission');
    expect(found.reason).toMatchObject({ id: 'fewStaff', values: { needed: 7 } });
    expect(found.effect).toBeNull();
  });
});
