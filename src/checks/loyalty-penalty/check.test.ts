import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { loyaltyPenalty } from './check.ts';

const AS_OF = '2026-06-30';
const COLUMNS = [
  'contract_id',
  'customer_id',
  'product_id',
  'start_date',
  'price',
  'risk_class',
  'region',
  'channel',
  'volume',
];

/**
 * Contracts whose price is base x region x risk x size x (1 + penalty) for those who stay. One in eight is a newcomer. Risk falls with
 * tenure (trap T1), so the plain comparison misleads.
 */
const contracts = (size: number, penalty: string, risk: string) => `
  SELECT
    concat('c', toString(number)) AS contract_id,
    if(number % 8 = 0, concat('n', toString(number)), concat('k', toString(intDiv(number, 2)))) AS customer_id,
    concat('P', toString(cityHash64(number, 'product') % 2)) AS product_id,
    number % 8 = 0 AS newcomer,
    if(newcomer, 0, 1 + cityHash64(number, 'tenure') % 8) AS years,
    toDate32('2026-06-30') - if(newcomer, cityHash64(number, 'd') % 80, years * 365 + 10) AS start_date,
    ${risk} AS class,
    concat('SF', toString(class)) AS risk_class,
    concat('R', toString(cityHash64(number, 'region') % 3)) AS region,
    if(cityHash64(number, 'channel') % 3 = 0, 'web', 'agent') AS channel,
    1000 + cityHash64(number, 'volume') % 4 * 1000 AS volume,
    toDecimal64(round(300 * (1 + 0.1 * (cityHash64(number, 'product') % 2)) * (1 + 0.05 * (cityHash64(number, 'region') % 3)) * pow(volume / 1000, 0.6)
      * exp(-0.06 * class) * (1 + if(newcomer, 0, ${penalty})) * (1 + ((cityHash64(number, 'noise') % 1000) / 1000 - 0.5) * 0.1), 2), 4) AS price
  FROM numbers(${size})`;
const MIXED_RISK = "cityHash64(number, 'risk') % 4";
const RISK_FALLS = "toInt64(years) + toInt64(cityHash64(number, 'risk') % 3)";

async function audited(penalty: string, risk = MIXED_RISK, size = 12_000, columns = '*') {
  const company = await openCompany();
  await company.addSql('contract', COLUMNS, `SELECT ${columns} FROM (${contracts(size, penalty, risk)})`);
  const report = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'loyalty-penalty');
}

test('a planted penalty of 12 % is found by exact matches, with its size inside the interval', async () => {
  const found = await audited('0.12');
  expect(found).toMatchObject({ outcome: 'finding', grade: 'B' });
  expect(found.effect?.low).toBeLessThan(0.12);
  expect(found.effect?.high).toBeGreaterThan(0.12);
  expect((found.effect?.high ?? 9) - (found.effect?.low ?? 0)).toBeLessThan(0.03);
  expect(found.money.transfer?.value).toBeGreaterThan(0);
  expect(found.overlap).toBeGreaterThan(0.95);
});

/** One tariff, a fifth cheaper for business customers, whom newcomers seldom are: nobody pays more or less for staying. */
async function mixed(column: 'kind' | 'segment') {
  const company = await openCompany();
  const people = `
    SELECT
      number,
      concat('k', toString(number)) AS customer_id,
      number % 10 = 0 AS newcomer,
      cityHash64(number, 'sort') % 100 < if(newcomer, 15, 60) AS business
    FROM numbers(2000)`;
  const word = column === 'kind' ? `if(business, 'company', 'person')` : `if(business, 'trade', 'private')`;
  await company.addSql(
    'customer',
    ['customer_id', column],
    `SELECT customer_id, ${word} AS ${column} FROM (${people})`,
  );
  await company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'],
    `SELECT concat('c', toString(number)) AS contract_id, customer_id, 'P' AS product_id,
       toDate32('2026-06-30') - if(newcomer, number % 80, 800 + number % 900) AS start_date,
       toDecimal64(round(if(business, 400, 500) * (1 + (cityHash64(number, 'noise') % 100 - 49.5) / 2000), 2), 4) AS price
     FROM (${people})`,
  );
  const report = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'loyalty-penalty');
}

test.each(['kind', 'segment'] as const)(
  "null company: where newcomers are of another customer's %s, that is not taken for the price of staying",
  async (column) => {
    const found = await mixed(column);
    expect(found.naive?.high).toBeLessThan(-0.05);
    expect(found).toMatchObject({ outcome: 'clear' });
    expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.01);
  },
);

/** Old contracts cost 130, newcomers' 100. */
async function dearOldOnes(old: string, kindOfOld: string) {
  const company = await openCompany();
  const people = 'SELECT number, number % 4 = 0 AS newcomer FROM numbers(800)';
  if (kindOfOld !== '')
    await company.addSql(
      'customer',
      ['customer_id', 'kind'],
      `SELECT concat('k', toString(number)) AS customer_id, '${kindOfOld}' AS kind FROM (${people}) WHERE NOT newcomer`,
    );
  await company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'],
    `SELECT concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
       if(newcomer, 'P', '${old}') AS product_id,
       toDate32('2026-06-30') - if(newcomer, number % 80, 400 + (number % 9) * 365) AS start_date,
       toDecimal64(if(newcomer, 100, 130) + number % 5, 4) AS price
     FROM (${people})`,
  );
  const report = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'loyalty-penalty');
}

test('a tariff that no newcomer can get any more is compared with nobody, and nobody calls that clear', async () => {
  expect(await dearOldOnes('OLD', '')).toMatchObject({ outcome: 'inconclusive', effect: null });
});

test('newcomers of whom no kind is on record are newcomers all the same', async () => {
  const found = await dearOldOnes('P', 'person');
  expect(found).toMatchObject({ outcome: 'finding' });
  expect(found.effect?.value).toBeCloseTo(0.29, 1);
});

test.each([
  ['volume', '* REPLACE (if(newcomer, NULL, volume) AS volume)', MIXED_RISK],
  ['risk class', '* REPLACE (if(newcomer, NULL, risk_class) AS risk_class)', MIXED_RISK],
  ['risk class that goes with the contract years in lockstep', '*', 'toInt64(years)'],
])('where newcomers and the others cannot be compared at equal %s, nothing is said', async (_, columns, risk) => {
  for (const penalty of ['0', '0.2'])
    expect(await audited(penalty, risk, 4000, columns)).toMatchObject({
      outcome: 'inconclusive',
      effect: null,
      reason: { id: 'notSeparable' },
    });
});

test('equal prices are called clear, lower prices of those who stay reversed', async () => {
  expect(await audited('0')).toMatchObject({ outcome: 'clear' });
  expect(await audited('-0.1')).toMatchObject({ outcome: 'reversed' });
});

test('trap T1: risk falls with tenure and hides the penalty from a plain comparison, not from the regression', async () => {
  const found = await audited('0.02 * years', RISK_FALLS);
  const truth = 0.02 * 4.5;
  expect(found.naive?.value).toBeLessThan(-0.05);
  expect(found.outcome).toBe('finding');
  expect(found.effect?.low).toBeLessThan(truth);
  expect(found.effect?.high).toBeGreaterThan(truth);
});

test('a company that keeps no volume is told by the regression all the same', async () => {
  const found = await audited('0.12', RISK_FALLS, 12_000, '* REPLACE (NULL AS volume)');
  expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
  expect(found.effect?.low).toBeLessThan(0.12);
  expect(found.effect?.high).toBeGreaterThan(0.12);
});

test('null world with risk falling by tenure: no accusation', async () => {
  const found = await audited('0', RISK_FALLS);
  expect(found.naive?.value).toBeLessThan(-0.1);
  expect(['clear', 'inconclusive']).toContain(found.outcome);
  expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.02);
});

test('without newcomers and without a tariff sheet the question does not apply, and the report says what would help', async () => {
  const company = await openCompany();
  await company.addSql('contract', COLUMNS, `SELECT * FROM (${contracts(2000, '0.1', MIXED_RISK)}) WHERE NOT newcomer`);
  const report = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  await company.close();
  expect(verdictOf(report, 'loyalty-penalty')).toMatchObject({
    outcome: 'notApplicable',
    reason: { id: 'noTwin' },
    sharpen: 'new_business_price.price',
    effect: null,
  });
});

test('an empty company gets no verdict, and eleven newcomers are refused with the number that is missing', async () => {
  const company = await openCompany();
  const none = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  expect(verdictOf(none, 'loyalty-penalty')).toMatchObject({
    outcome: 'notApplicable',
    reason: { id: 'missingColumns' },
  });
  await company.addSql('contract', COLUMNS, contracts(88, '0.1', MIXED_RISK));
  const few = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
  await company.close();
  expect(verdictOf(few, 'loyalty-penalty')).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFew', values: { newcomers: 11, needed: 30 } },
  });
});

describe('with tariff sheets', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
    await company.addSql('contract', COLUMNS, contracts(4000, '0.15', RISK_FALLS));
    await company.addSql(
      'new_business_price',
      ['product_id', 'valid_from', 'price', 'region', 'risk_class', 'volume_band', 'reference', 'contract_id'],
      `SELECT product_id, toDate32('2026-01-01') AS valid_from, contract_id, 'market' AS reference,
        CAST(NULL AS Nullable(String)) AS region, CAST(NULL AS Nullable(String)) AS risk_class, CAST(NULL AS Nullable(String)) AS volume_band,
        toDecimal64(toFloat64(price) / if(newcomer, 1, 1.15), 4) AS price FROM (${contracts(4000, '0.15', RISK_FALLS)})
       UNION ALL
       SELECT product_id, toDate32('2026-01-01'), contract_id, 'technical', NULL, NULL, NULL,
        toDecimal64(toFloat64(price) * 1.01, 4) FROM (${contracts(4000, '0.15', RISK_FALLS)})`,
    );
  });
  afterAll(() => company.close());

  test('two named reference prices give two separate verdicts', async () => {
    const report = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
    expect(report.checks.map((check) => check.reference).sort()).toEqual(['market', 'technical']);
    const market = verdictOf(report, 'loyalty-penalty', 'market');
    expect(market.outcome).toBe('finding');
    expect(market.effect?.value).toBeCloseTo(0.15, 3);
    expect(market.affected).toBe(3500);
    expect(verdictOf(report, 'loyalty-penalty', 'technical')).toMatchObject({ outcome: 'clear' });
  });

  test('the people behind the number are as many as the number says', async () => {
    const { buildFacts, dropFacts, factsInOrder } = await import('../../audit/build-facts.ts');
    const { auditParams } = await import('../../audit/run-audit.ts');
    const { DEFAULT_AUDIT_SETTINGS } = await import('../../domain/audit-settings.ts');
    const params = { ...auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf: AS_OF }), ...loyaltyPenalty.defaults };
    const facts = factsInOrder(loyaltyPenalty.facts);
    await buildFacts(company.warehouse, facts, params);
    const listed = await company.warehouse.columns({
      name: 'people',
      sql: `SELECT count() AS n FROM (${loyaltyPenalty.subjects.sql}) WHERE (${loyaltyPenalty.affected}) AND reference = 'market'`,
      params,
    });
    await dropFacts(company.warehouse, facts);
    expect(listed['n']).toEqual([3500]);
  });

  test('doubling the rows of the sheet or adding another product changes nothing', async () => {
    const before = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
    await company.addSql(
      'new_business_price',
      ['product_id', 'valid_from', 'price', 'contract_id', 'reference'],
      `SELECT product_id, valid_from, price, contract_id, reference FROM new_business_price
       UNION ALL SELECT 'elsewhere', toDate32('2026-01-01'), toDecimal64(1, 4), NULL, 'market'`,
    );
    const after = await company.audit({ checks: [loyaltyPenalty], asOf: AS_OF });
    expect(after.checks).toEqual(before.checks);
  });
});
