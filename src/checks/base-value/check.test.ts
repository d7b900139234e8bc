import { expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { baseValue } from './check.ts';

const AS_OF = '2025-12-31';
const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'price'];
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;
const evenly = (from: string, to = AS_OF) =>
  `toDate32('${from}') + toInt32(dateDiff('day', toDate('${from}'), toDate('${to}')) * ${uniform('start')})`;

/** Stays that end at a yearly rate, one contract each at 400 a year. */
const stays = (size: number, start: string, rate = 0.12) => `
  SELECT
    concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id,
    ${start} AS start_date, 400 AS price,
    start_date + toInt32(ceil(365.25 * -log(${uniform('life')}) / ${rate})) AS last_day,
    if(last_day <= toDate32('${AS_OF}'), toNullable(last_day), NULL) AS end_date,
    if(end_date IS NULL, NULL, 'voluntary') AS end_reason
  FROM numbers(${size})`;

async function verdictFor(company: Company, settings = {}) {
  const report = await company.audit({ checks: [baseValue], asOf: AS_OF, settings });
  return verdictOf(report, 'base-value');
}
async function audited(fill: (company: Company) => Promise<void>) {
  const company = await openCompany();
  await fill(company);
  const found = await verdictFor(company);
  await company.close();
  return found;
}
type Found = Awaited<ReturnType<typeof verdictFor>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const holdsTruth = (quantity: { low: number | null; high: number | null } | null | undefined, truth: number) => {
  expect(quantity?.low).toBeLessThan(truth);
  expect(quantity?.high).toBeGreaterThan(truth);
};
const caveats = (found: Found) => found.caveats.map(({ id }) => id);

/** Margin of a year for everybody who is there: 120, twice as much for regulars, written in periods of the given length. */
const addValues = (company: Company, periods: readonly string[], cost = 0) =>
  company.addSql(
    'customer_value',
    ['customer_id', 'period', 'margin', 'cost_to_serve'],
    `SELECT customer_id, arrayJoin([${periods.map((period) => `'${period}'`).join(', ')}]) AS period,
       toDecimal64((if(addYears(c.start_date, 3) <= toDate32('${AS_OF}'), 240, 120) + ${cost}) / ${periods.length}, 4) AS margin,
       toDecimal64(${cost} / ${periods.length}, 4) AS cost_to_serve
     FROM contract AS c WHERE c.end_date IS NULL`,
  );

/** Share of regulars among customers when newcomers arrive evenly for so many years and leave at the rate. */
const regularShare = (rate: number, years: number) =>
  (Math.exp(-3 * rate) - Math.exp(-years * rate)) / (1 - Math.exp(-years * rate));
const annuity = (rate: number, months = 36, discount = 0.1) => {
  let sum = 0;
  for (let month = 1; month <= months; month++) sum += Math.exp((-rate * month) / 12) / (1 + discount) ** (month / 12);
  return sum;
};

test('what regulars hold, the value in the books and a point of retention are recovered from a base whose truth is known', async () => {
  const company = await openCompany();
  await company.addSql('contract', CONTRACT, stays(9000, evenly('2016-01-01')));
  await addValues(company, ['2025']);
  const found = await verdictFor(company);
  const heads = regularShare(0.12, 10);
  holdsTruth(found.naive, heads);
  holdsTruth(found.effect, (2 * heads) / (1 + heads));
  holdsTruth(detail(found, 'retention'), Math.exp(-0.12));
  const customers = found.counts['customers'] ?? 0;
  const yearly = 120 * customers + 120 * (found.counts['regulars'] ?? 0);
  const book = detail(found, 'bookValue')?.value ?? 0;
  expect(book / ((yearly / 12) * annuity(0.12))).toBeGreaterThan(0.97);
  expect(book / ((yearly / 12) * annuity(0.12))).toBeLessThan(1.03);
  const worse = -Math.log(Math.exp(-0.12) - 0.01);
  const lost = 1 - annuity(worse) / annuity(0.12);
  // A planning value over the horizon is a further number, no money a year.
  expect((detail(found, 'lossOfStep')?.value ?? 0) / book).toBeCloseTo(lost, 3);
  expect(found).toMatchObject({ grade: 'C', outcome: 'clear', affected: found.counts['regulars'] });
  expect(found.money).toMatchObject({ transfer: null, loss: null, atRisk: null, recoverable: null });
  const shares = found.strata.map((stratum) => stratum.effect?.value ?? 0);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);

  const { buildFacts, dropFacts, factsInOrder } = await import('../../audit/build-facts.ts');
  const { auditParams } = await import('../../audit/run-audit.ts');
  const { DEFAULT_AUDIT_SETTINGS } = await import('../../domain/audit-settings.ts');
  const params = { ...auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf: AS_OF }), ...baseValue.defaults };
  const facts = factsInOrder(baseValue.facts);
  await buildFacts(company.warehouse, facts, params);
  const people = `SELECT count() AS n FROM (${baseValue.subjects.sql}) WHERE ${baseValue.affected}`;
  expect((await company.warehouse.columns({ name: 'people', sql: people, params }))['n']).toEqual([found.affected]);
  await dropFacts(company.warehouse, facts);

  await addValues(company, ['2024-12']);
  expect((await verdictFor(company)).effect).toEqual(found.effect);
  await company.close();
});

test('quarters with cost of care give the same shares as years without; the order of the rows changes nothing', async () => {
  const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
  const plain = await audited(async (company) => {
    await company.addSql('contract', CONTRACT, stays(1500, evenly('2016-01-01')));
    await addValues(company, ['2025']);
  });
  const quarterly = await audited(async (company) => {
    await company.addSql(
      'contract',
      CONTRACT,
      `${stays(1500, evenly('2016-01-01'))} ORDER BY sipHash64(number, 'shuffled')`,
    );
    await addValues(company, quarters, 60);
    await company.add('customer', [{ customer_id: 'stranger', customer_since: '2001-01-01' }]);
  });
  expect(quarterly.effect?.value).toBeCloseTo(plain.effect?.value ?? 0, 6);
  expect(detail(quarterly, 'bookValue')?.value).toBeCloseTo(detail(plain, 'bookValue')?.value ?? 0, 2);
  expect(quarterly.counts).toEqual(plain.counts);
});

test('top fifth and Gini agree with the published incomes', async () => {
  const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
  const found = await audited(async (company) => {
    await company.addSql(
      'contract',
      CONTRACT,
      `SELECT toString(number) AS contract_id, toString(number) AS customer_id, 'P' AS product_id, toDate32('2020-01-01') AS start_date,
         NULL AS end_date, NULL AS end_reason, 1 AS price FROM numbers(400)`,
    );
    await company.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT toString(number) AS customer_id, '2025' AS period, [${incomes.join(', ')}][1 + number % 10] AS margin FROM numbers(400)`,
    );
  });
  expect(detail(found, 'gini')?.value).toBeCloseTo(0.46209113, 6);
  const all = incomes.reduce((sum, income) => sum + income, 0);
  expect(detail(found, 'topFifthShare')?.value).toBeCloseTo((11904 + 22261) / all, 6);
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noEnds' }, money: { atRisk: null } });
  expect(caveats(found)).toContain('noRetention');
});

test('a base whose regulars leave and are replaced is found; the same in a growing base, and a steady base, are not accused', async () => {
  const old = (share: number) =>
    `if(number % 100 < ${share}, ${evenly('2012-01-01', '2015-12-31')}, ${evenly('2023-01-01')})`;
  const replaced = await audited((company) => company.addSql('contract', CONTRACT, stays(20_000, old(93), 0.2)));
  expect(replaced).toMatchObject({ outcome: 'finding', grade: 'D' });
  expect(detail(replaced, 'trend')?.high).toBeLessThan(-0.05);
  expect(detail(replaced, 'growth')?.value).toBeLessThan(0);
  const growing = await audited((company) => company.addSql('contract', CONTRACT, stays(10_000, old(70), 0.2)));
  expect(growing.outcome).toBe('clear');
  expect(detail(growing, 'trend')?.high).toBeLessThan(-0.05);
  expect(caveats(growing)).toContain('growingBase');
  const steady = await audited((company) => company.addSql('contract', CONTRACT, stays(10_000, evenly('1990-01-01'))));
  expect(steady.outcome).toBe('clear');
  expect(Math.abs(detail(steady, 'trend')?.value ?? 1)).toBeLessThan(0.02);
  expect(caveats(steady)).toContain('from-price');
});

test('fewer than 200 customers are refused with the number; customers without a value or a first day are counted out', async () => {
  const few = await audited((company) => company.addSql('contract', CONTRACT, stays(200, evenly('2016-01-01'))));
  expect(few).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'fewCustomers' } });
  expect(few.reason?.values).toMatchObject({ needed: 200, found: few.counts['customers'] });
  const shop = await audited(async (company) => {
    await company.addSql(
      'customer',
      ['customer_id', 'customer_since'],
      `SELECT toString(number) AS customer_id, toDate32('2015-01-01') + number * 4 AS customer_since FROM numbers(900)`,
    );
    await company.addSql(
      'customer_value',
      ['customer_id', 'period', 'revenue'],
      `SELECT toString(number) AS customer_id, '2025' AS period, 100 + number % 7 AS revenue FROM numbers(950)`,
    );
  });
  expect(shop).toMatchObject({ excluded: { withoutSince: 50, withoutValue: 0 }, counts: { customers: 900 } });
  expect(caveats(shop)).toEqual(expect.arrayContaining(['from-revenue', 'noRetention']));
  expect(shop.effect?.value).toBeGreaterThan(0.7);
});

test('with nothing on record the question does not apply', async () => {
  expect(await audited(async () => {})).toMatchObject({ outcome: 'notApplicable', effect: null });
});

test('values of last calendar year and an audit in mid-year: who came since then does not make the others look more', async () => {
  const midYear = async (newcomers: boolean) => {
    const company = await openCompany();
    await company.addSql('contract', CONTRACT, stays(3000, evenly('2016-01-01')));
    await addValues(company, ['2025']);
    if (newcomers)
      await company.addSql(
        'contract',
        CONTRACT,
        `SELECT concat('new', toString(number)) AS contract_id, concat('new', toString(number)) AS customer_id, 'P' AS product_id,
           toDate32('2026-02-01') AS start_date, NULL AS end_date, NULL AS end_reason, 1 AS price FROM numbers(900)`,
      );
    const report = await company.audit({ checks: [baseValue], asOf: '2026-06-30' });
    await company.close();
    return verdictOf(report, 'base-value');
  };
  const [without, withThem] = [await midYear(false), await midYear(true)];
  expect(withThem.effect?.value).toBeCloseTo(without.effect?.value ?? Number.NaN, 6);
  // Half a year after the end of the values some more would count as regulars; the values know nothing of that.
  const atYearEnd = await audited(async (company) => {
    await company.addSql('contract', CONTRACT, stays(3000, evenly('2016-01-01')));
    await addValues(company, ['2025']);
  });
  expect(Math.abs((without.effect?.value ?? 0) - (atYearEnd.effect?.value ?? 0))).toBeLessThan(0.02);
});

test('a migration that gave all older customers one first day leaves the trend open; their true beginning tells it (trap)', async () => {
  const migrated = stays(3000, evenly('2012-01-01'))
    .replace('AS start_date', "AS came, greatest(came, toDate32('2022-03-01')) AS start_date")
    .replace('start_date + toInt32(ceil', 'came + toInt32(ceil');
  const fill = (company: Company) =>
    company.addSql('contract', CONTRACT, `SELECT * FROM (${migrated}) WHERE last_day > start_date`);
  expect(await audited(fill)).toMatchObject({ outcome: 'inconclusive', reason: { id: 'migrated' } });
  const told = await audited(async (company) => {
    await fill(company);
    await company.addSql(
      'customer',
      ['customer_id', 'customer_since'],
      `SELECT customer_id, came AS customer_since FROM (${migrated})`,
    );
  });
  expect(told.reason?.id).not.toBe('migrated');
});
