import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { customerCarousel } from './check.ts';

const AS_OF = '2025-12-31';
const COLUMNS = [
  'contract_id',
  'customer_id',
  'product_id',
  'start_date',
  'end_date',
  'end_reason',
  'channel',
  'acquisition_offer_id',
];
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;
const pick = (salt: string, count: number) => `sipHash64(number, '${salt}') % ${count}`;

interface World {
  readonly size?: number;
  /** Yearly rate of leaving of their own accord; may use channel, product and cohort. */
  readonly rate?: string;
  readonly product?: string;
  readonly where?: string;
  readonly end?: string;
}

/** Stays that begin evenly over ten years and end by chance at the rate given, one in six of them by death or by the company. */
const stays = ({ size = 6000, rate = '0.1', product = pick('line', 3), where = 'true', end = 'last_day' }: World) => `
  SELECT
    concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
    ['portal', 'organic', 'agent', 'shop'][1 + ${pick('way', 4)}] AS channel,
    concat('P', toString(${product})) AS product_id,
    if(number % 3 = 0, NULL, concat('O', toString(number % 3))) AS acquisition_offer_id,
    toDate32('2016-01-01') + toInt32(3652 * ${uniform('start')}) AS start_date,
    toYear(start_date) - 2016 AS cohort,
    -log(${uniform('life')}) / (${rate}) AS own_years,
    -log(${uniform('other')}) / 0.02 AS other_years,
    start_date + toInt32(ceil(365.25 * least(own_years, other_years))) AS last_day,
    if(last_day <= toDate32('${AS_OF}'), toNullable(${end}), NULL) AS end_date,
    multiIf(end_date IS NULL, NULL, own_years < other_years, 'voluntary', number % 2 = 0, 'death', 'provider') AS end_reason
  FROM numbers(${size})
  WHERE ${where}`;

async function verdictFor(company: Company, settings = {}) {
  const report = await company.audit({ checks: [customerCarousel], asOf: AS_OF, settings });
  return verdictOf(report, 'customer-carousel');
}
async function audited(world: World) {
  const company = await openCompany();
  await company.addSql('contract', COLUMNS, stays(world));
  const found = await verdictFor(company);
  await company.close();
  return found;
}
type Found = Awaited<ReturnType<typeof audited>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const holdsTruth = (quantity: ReturnType<typeof detail>, truth: number) => {
  expect(quantity?.low).toBeLessThan(truth);
  expect(quantity?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(truth);
};
const exponential = (rate: number, months: number) => Math.exp((-rate * months) / 12);

test('one channel that loses its customers 1.8 times as fast is found, with its ratio and half-lives', async () => {
  const found = await audited({ rate: `0.1 * if(channel = 'portal', 1.8, 1)` });
  expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
  expect(found.overturn?.values).toMatchObject({ groups: 'finding', worst: 'portal', lossRate: 'clear' });
  holdsTruth(detail(found, 'worstRatio'), 1.8);
  const life = (key: string) => found.strata.find((stratum) => stratum.key === key)?.effect ?? undefined;
  const off = (key: string, rate: number) => Math.abs((life(key)?.value ?? 0) / ((12 * Math.LN2) / rate) - 1);
  expect(off('channel:portal', 0.18)).toBeLessThan(0.15);
  expect(off('channel:organic', 0.1)).toBeLessThan(0.15);
  const flagged = found.strata.filter((stratum) => stratum.outcome === 'finding').map((stratum) => stratum.key);
  expect(flagged).toEqual(['channel:portal']);
});

test('cohorts that leave 22 % faster each year are found, and a company whose newer customers stay longer is not accused', async () => {
  const rising = await audited({ rate: '0.03 * exp(0.2 * cohort)' });
  expect(rising.overturn?.values).toMatchObject({ trend: 'finding', groups: 'clear' });
  expect(rising.outcome).toBe('finding');
  holdsTruth(detail(rising, 'cohortTrend'), Math.expm1(0.2));
  const reversed = await audited({ rate: '0.12 * exp(-0.12 * cohort)' });
  expect(reversed.outcome).toBe('clear');
  holdsTruth(detail(reversed, 'cohortTrend'), Math.expm1(-0.12));
});

describe('the other way round', () => {
  test('customers won by an offer who leave half as fast as the others are told as the reverse, with the planted ratio', async () => {
    const found = await audited({ rate: `0.13 * if(acquisition_offer_id IS NULL, 1, 0.5)` });
    expect(found).toMatchObject({ outcome: 'reversed', grade: 'C', money: { loss: null } });
    expect(found.overturn?.values).toMatchObject({ offers: 'reversed', trend: 'clear', groups: 'clear' });
    holdsTruth(detail(found, 'offerRatio'), 0.5);
    expect(found.strata.every(({ outcome }) => outcome !== 'finding')).toBe(true);
  });

  test('cohorts that leave 22 % more slowly each year are the reverse; only the newer ones are named', async () => {
    const found = await audited({ rate: '0.25 * exp(-0.2 * cohort)', size: 9000 });
    expect(found).toMatchObject({ outcome: 'reversed', overturn: { values: { trend: 'reversed', offers: 'clear' } } });
    holdsTruth(detail(found, 'cohortTrend'), Math.expm1(-0.2));
    const named = found.strata.filter(({ outcome }) => outcome === 'reversed').map(({ key }) => key);
    expect(named).toContain('cohort:2023');
    expect(named).not.toContain('cohort:2017');
  });

  test('offers whose customers leave a tenth more slowly are not worth the word', async () => {
    const found = await audited({ rate: `0.1 * if(acquisition_offer_id IS NULL, 1, 0.9)` });
    expect(found.outcome).toBe('clear');
    expect(found.overturn?.values['offers']).toBe('clear');
  });

  test('trap: offers for a product that people keep look loyal, at equal product they are not', async () => {
    const product = `if(number % 3 = 0, if(${pick('line', 5)} = 0, 1, 0), if(${pick('line', 5)} = 0, 0, 1))`;
    const found = await audited({ size: 9000, product, rate: `if(product_id = 'P0', 0.13, 0.05)` });
    expect(found.outcome).toBe('clear');
    // With nothing held equal they leave 0.58 times as fast.
    expect(detail(found, 'offerRatio')?.value).toBeGreaterThan(0.85);
  });

  test('one channel that loses its customers fast is found although those won by an offer stay longer', async () => {
    const rate = `0.13 * if(acquisition_offer_id IS NULL, 1, 0.5) * if(channel = 'portal', 2, 1)`;
    const found = await audited({ rate });
    expect(found).toMatchObject({ outcome: 'finding', overturn: { values: { groups: 'finding', worst: 'portal' } } });
  });
});

test('trap: newer cohorts hold a newer product and leave three times as fast; at equal product nobody sees it, so it is not cleared', async () => {
  const generations = { size: 9000, product: 'intDiv(toUInt32(cohort), 7)' };
  const found = await audited({ ...generations, rate: 'if(cohort >= 7, 0.21, 0.07)' });
  expect(Math.abs(detail(found, 'cohortTrend')?.value ?? 1)).toBeLessThan(0.1);
  expect(found).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'undecided', values: { trend: 1, lossRate: 0 } },
  });
  expect((await audited({ ...generations, rate: '0.07' })).outcome).toBe('clear');
});

test('losses of 30 % a year are found; the same base at 8 % is clear although newcomers replace losses in both', async () => {
  const turning = await audited({ rate: '0.3' });
  expect(turning.overturn?.values).toMatchObject({ lossRate: 'finding', groups: 'clear', trend: 'clear' });
  holdsTruth(detail(turning, 'lossRate'), 0.3);
  expect(turning.effect?.value).toBeGreaterThan(0.8);
  const steady = await audited({ rate: '0.08' });
  expect(steady.outcome).toBe('clear');
  expect(steady.effect?.value).toBeGreaterThan(0.35);
  for (const [key, months] of [
    ['survival12', 12],
    ['survival48', 48],
  ] as const)
    holdsTruth(detail(steady, key), exponential(0.08, months));
});

test('a young company that loses sixty in a hundred customers a year is not cleared because it still wins more', async () => {
  const young = { size: 16_000, where: `start_date >= toDate32('2024-08-01')` };
  const found = await audited({ ...young, rate: '0.6' });
  holdsTruth(detail(found, 'lossRate'), 0.6);
  expect(found.effect?.high).toBeLessThan(0.5);
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'growing' } });
  expect((await audited({ ...young, rate: '0.08' })).overturn?.values['lossRate']).toBe('clear');
});

test('trap: a channel that sells the product people leave looks twice as fast, at equal product it is not; no accusation', async () => {
  const product = `if(channel = 'portal', if(${pick('line', 5)} = 0, 1, 0), if(${pick('line', 5)} = 0, 0, 1))`;
  const found = await audited({ size: 9000, product, rate: `if(product_id = 'P0', 0.2, 0.06)` });
  const left = (channel: string) => {
    const { ends = 0, spells = 1 } = found.strata.find(({ key }) => key === `channel:${channel}`)?.counts ?? {};
    return ends / spells;
  };
  expect(left('portal')).toBeGreaterThan(1.5 * left('organic'));
  expect(found.overturn?.values).toMatchObject({ groups: 'clear' });
  expect(detail(found, 'worstRatio')?.value).toBeLessThan(1.2);
  expect(found.strata.every(({ outcome }) => outcome !== 'finding')).toBe(true);
});

test('trap T10: a store without the early leavers looks loyal; entered from its first day on it tells the truth', async () => {
  const found = await audited({ size: 9000, rate: '0.25', where: `last_day >= toDate32('2021-01-01')` });
  holdsTruth(detail(found, 'survival48'), exponential(0.25, 48));
  expect(detail(found, 'naiveSurvival48')?.low).toBeGreaterThan(exponential(0.25, 48) + 0.05);
  expect(found.caveats.find(({ id }) => id === 'delayedEntry')?.values['day']).toMatch(/^(2020-12|2021-01)/);
  expect(found.outcome).toBe('finding');
});

test('null company: alike for all, with product mix, lost early leavers and a migration day on; nobody is accused', async () => {
  const product = `if(channel = 'portal', if(${pick('line', 5)} = 0, 1, 0), if(${pick('line', 5)} = 0, 0, 1))`;
  const company = await openCompany();
  await company.addSql(
    'contract',
    COLUMNS,
    `SELECT * EXCEPT start_date, if(start_date < toDate32('2018-07-01') AND sipHash64(contract_id, 'moved') % 5 > 0, toDate32('2018-07-01'), start_date) AS start_date
     FROM (${stays({ size: 12_000, product, rate: `if(product_id = 'P0', 0.14, 0.07)`, where: `last_day >= toDate32('2018-07-01')` })})`,
  );
  const found = await verdictFor(company);
  await company.close();
  expect(['clear', 'inconclusive']).toContain(found.outcome);
  expect(found.strata.every(({ outcome }) => outcome !== 'finding')).toBe(true);
  expect(found.excluded['migrationDay']).toBeGreaterThan(300);
  expect(found.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(['migrationDay', 'delayedEntry']));
});

test('switches inside the house, deaths and ends by the company are no losses', async () => {
  const before = await audited({ rate: '0.05' });
  const company = await openCompany();
  // Everybody who is there at the end of 2024 changes the product a year later: one contract ends, the next begins.
  const moves = `c.end_date IS NULL AND c.start_date < toDate32('2025-01-01')`;
  await company.addSql(
    'contract',
    COLUMNS,
    `SELECT contract_id, customer_id, product_id, start_date, channel, acquisition_offer_id,
       if(${moves}, toNullable(toDate32('2025-11-30')), c.end_date) AS end_date,
       if(${moves}, 'switch_internal', c.end_reason) AS end_reason
     FROM (${stays({ rate: '0.05' })}) AS c
     UNION ALL
     SELECT concat('n', contract_id), customer_id, 'new', toDate32('2025-12-15'), channel, acquisition_offer_id, NULL, NULL
     FROM (${stays({ rate: '0.05' })}) AS c WHERE ${moves}`,
  );
  const after = await verdictFor(company);
  await company.close();
  expect(after.counts).toEqual(before.counts);
  expect(after.effect).toEqual(before.effect);
  expect(before.effect?.value).toBeLessThan(0.5);
  expect(after.naive?.value).toBeGreaterThan(0.8);
  expect(before.counts['otherLosses']).toBeGreaterThan(30);
});

test('a snapshot of ends on one day says nothing about a year, but the curve by tenure stands', async () => {
  const found = await audited({ rate: '0.1', end: `toDate32('${AS_OF}')` });
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'snapshot' } });
  expect(detail(found, 'survival12')?.value).toBeGreaterThan(0.5);
});

test('below fifty ends the answer is refused with the number that is missing', async () => {
  const found = await audited({ size: 120 });
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, grade: null, reason: { id: 'fewEnds' } });
  expect(found.reason?.values).toMatchObject({ needed: 50, found: found.counts['ends'] });
});

describe('a company of its own', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
    await company.addSql('contract', COLUMNS, stays({ size: 4000 }));
  });
  afterAll(() => company.close());

  test('replaced losses cost what winning a customer costs, from the cost table or the setting', async () => {
    const unknown = await verdictFor(company);
    const cost = (found: typeof unknown) => detail(found, 'replacementCost')?.value;
    expect(cost(unknown)).toBeUndefined();
    expect(unknown.caveats.map(({ id }) => id)).toContain('costUnknown');
    const { adds = 0, losses = 0 } = unknown.counts;
    const assumed = await verdictFor(company, { acquisitionCost: 200 });
    expect(cost(assumed)).toBeCloseTo(200 * Math.min(adds, losses), 4);
    await company.add('cost', [
      { period: '2025', purpose: 'acquisition', amount: 60_000 },
      { period: '2025-Q4', purpose: 'acquisition', amount: 20_000 },
      { period: '2024-12', purpose: 'acquisition', amount: 500_000 },
      { period: '2025', purpose: 'retention', amount: 700_000 },
    ]);
    const paid = await verdictFor(company, { acquisitionCost: 200 });
    expect(cost(paid)).toBeCloseTo((80_000 * Math.min(adds, losses)) / adds, 2);
    // No finding, no amount that reads like a loss.
    expect(paid).toMatchObject({
      outcome: 'clear',
      money: { transfer: null, loss: null, atRisk: null, recoverable: null },
    });
  });

  test('the people behind the number are as many as the number says', async () => {
    const { buildFacts, dropFacts, factsInOrder } = await import('../../audit/build-facts.ts');
    const { auditParams } = await import('../../audit/run-audit.ts');
    const { DEFAULT_AUDIT_SETTINGS } = await import('../../domain/audit-settings.ts');
    const params = { ...auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf: AS_OF }), ...customerCarousel.defaults };
    const facts = factsInOrder(customerCarousel.facts);
    await buildFacts(company.warehouse, facts, params);
    const listed = await company.warehouse.columns({
      name: 'people',
      sql: `SELECT count() AS n FROM (${customerCarousel.subjects.sql}) WHERE ${customerCarousel.affected}`,
      params,
    });
    await dropFacts(company.warehouse, facts);
    const found = await verdictFor(company);
    expect(listed['n']).toEqual([found.affected]);
    expect(found.affected).toBeGreaterThan(100);
  });

  test('the order of the rows, other tables and people without a contract change nothing', async () => {
    const before = await verdictFor(company);
    const other = await openOther(company);
    expect(other).toEqual(before);
  });
});

/** The same company, its contracts in another order, with strangers and contacts added. */
async function openOther(company: Company) {
  const rows = await company.warehouse.columns({
    name: 'costs',
    sql: 'SELECT period, purpose, toFloat64(amount) AS amount FROM cost ORDER BY period, amount',
    params: {},
  });
  await company.close();
  const other = await openCompany();
  await other.addSql('contract', COLUMNS, `${stays({ size: 4000 })} ORDER BY cityHash64(number, 'shuffled')`);
  await other.addSql(
    'customer',
    ['customer_id', 'customer_since'],
    `SELECT concat('stranger', toString(number)) AS customer_id, toDate32('2020-01-01') AS customer_since FROM numbers(500)`,
  );
  const costs = [...(rows['period'] ?? []).keys()].map((i) => ({
    period: rows['period']?.[i] ?? null,
    purpose: rows['purpose']?.[i] ?? null,
    amount: rows['amount']?.[i] ?? null,
  }));
  await other.add('cost', costs);
  const found = await verdictFor(other);
  await other.close();
  return found;
}

test('without any contract the question does not apply', async () => {
  const company = await openCompany();
  const found = await verdictFor(company);
  await company.close();
  expect(found).toMatchObject({ outcome: 'notApplicable', effect: null });
});
