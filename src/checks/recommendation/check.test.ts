import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { recommendation } from './check.ts';

const AS_OF = '2025-12-31';
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;
const TABLES = ['contract', 'referral', 'survey', 'offer', 'customer_value'];

interface World {
  readonly customers?: number;
  /** SQL of the chance that a newcomer was recommended, and that the source then, or otherwise, is unknown. */
  readonly recommended?: string;
  readonly unknown?: string;
  readonly reward?: string;
  /** SQL of the monthly discount of the first year of a newcomer, NULL for none. */
  readonly discount?: string;
  readonly discountEnd?: string;
  readonly sources?: boolean;
  readonly stays?: string;
  readonly order?: string;
}

/** Customers 0 to 1999 are existing ones of 2018; the others arrived evenly over the last five years. */
const people = ({ customers = 6000, ...world }: World) => `
  SELECT
    number, concat('k', toString(number)) AS customer_id, concat('c', toString(number)) AS contract_id,
    if(${uniform('line')} < 0.6, 'power', 'gas') AS product_id,
    number < 2000 AS old,
    if(old, toDate32('2018-03-01') + number % 200, toDate32('2021-01-05') + toInt32((number - 2000) * 1800 / ${customers - 2000})) AS start_date,
    NOT old AND ${uniform('way')} < ${world.recommended ?? '0.2'} AS was_recommended,
    NOT old AND ${uniform('unknown')} < ${world.unknown ?? '0'} AS is_unknown,
    if(was_recommended AND NOT is_unknown, concat('k', toString(sipHash64(number, 'by') % 2000)), NULL) AS referrer,
    10 AS price, 'month' AS price_period,
    if(old, NULL, ${world.discount ?? 'NULL'}) AS discount,
    if(discount IS NULL, NULL, ${world.discountEnd ?? 'start_date + 365'}) AS discount_end,
    ${uniform('stays')} < ${world.stays ?? '0.9'} AS stays,
    if(stays OR old, NULL, start_date + 200) AS any_end,
    if(any_end <= toDate32('${AS_OF}'), any_end, NULL) AS end_date,
    if(end_date IS NULL, NULL, 'voluntary') AS end_reason
  FROM numbers(${customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());
const clean = async () => {
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
beforeEach(clean);

async function fill(world: World) {
  const rows = (where: string) => `(${people(world)}) WHERE ${where} ORDER BY ${world.order ?? 'number'}`;
  const columns = [
    'contract_id',
    'customer_id',
    'product_id',
    'start_date',
    'end_date',
    'end_reason',
    'price',
    'price_period',
    'discount',
    'discount_end',
  ];
  await made.addSql('contract', columns, `SELECT * FROM ${rows('true')}`);
  if (world.sources === false) return;
  await made.addSql(
    'referral',
    ['referred_customer_id', 'at', 'referrer_customer_id', 'source_type', 'reward', 'converted'],
    `SELECT customer_id AS referred_customer_id, toDateTime64(start_date, 3, 'UTC') AS at, referrer AS referrer_customer_id,
       multiIf(is_unknown, 'unknown', was_recommended, 'recommendation', 'ad') AS source_type,
       if(referrer IS NULL, NULL, ${world.reward ?? 'NULL'}) AS reward, true AS converted FROM ${rows('NOT old')}`,
  );
}
const survey = (score: string, where = 'true') =>
  made.addSql(
    'survey',
    ['customer_id', 'at', 'item', 'value', 'scale_max'],
    `SELECT customer_id, toDateTime64('2025-11-01 12:00:00', 3, 'UTC') AS at, 'recommend' AS item, ${score} AS value, 10 AS scale_max
     FROM (${people({})}) WHERE start_date < toDate32('2025-10-01') AND ${where}`,
  );
const audit = async () => {
  const report = await made.audit({ checks: [recommendation], asOf: AS_OF });
  for (const check of report.checks) expect(check.reason?.values['message'] ?? '').toBe('');
  return report;
};
const deeds = async () => verdictOf(await audit(), 'recommendation', 'deeds');
const words = async () => verdictOf(await audit(), 'recommendation', 'words');
type Found = Awaited<ReturnType<typeof deeds>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const holds = (given: { low: number | null; high: number | null } | null | undefined, truth: number) => {
  expect(given?.low ?? Number.NEGATIVE_INFINITY).toBeLessThan(truth);
  expect(given?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(truth);
};

describe('deeds', () => {
  test('a company that gives newcomers 60 and those who bring them 10 is found, with the number of those not thanked', async () => {
    await fill({ discount: '5', reward: `if(${uniform('paid')} < 0.4, 25, NULL)` });
    const found = await deeds();
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
    expect(detail(found, 'welcome')?.value).toBeCloseTo(60, 6);
    holds(detail(found, 'reward'), 10);
    holds(found.effect, 50);
    const list = await made.warehouse.columns({
      name: 'unthanked',
      params: {},
      sql: `SELECT countIf(paid = 0) AS n FROM (SELECT referrer_customer_id, sum(ifNull(reward, 0)) AS paid FROM referral WHERE at >= toDate('2023-12-31') AND referrer_customer_id IS NOT NULL GROUP BY referrer_customer_id) ORDER BY n`,
    });
    expect(found.affected).toBe(Number(list['n']?.[0]));
    expect(found.money).toEqual({ transfer: null, loss: null, atRisk: null, recoverable: null });
  });

  test('thanks as large as the welcome are clear, and more generous thanks wrong nobody', async () => {
    await fill({ discount: '5', reward: '60' });
    expect((await deeds()).outcome).toBe('clear');
    await clean();
    await fill({ discount: '5', reward: '100' });
    expect(await deeds()).toMatchObject({ outcome: 'clear', effect: { value: -40 } });
  });

  test('trap: recommendations come in the line without welcome offers; over all lines those who bring newcomers look wronged', async () => {
    await fill({
      discount: `if(product_id = 'power', 10, NULL)`,
      recommended: `if(product_id = 'gas', 0.4, 0.0)`,
      reward: '5',
    });
    await made.add('offer', [{ offer_id: 'o', valid_from: '2025-01-01', audience: 'all' }]);
    const found = await deeds();
    expect(found.naive?.low).toBeGreaterThan(10);
    expect(found.outcome).toBe('clear');
    expect(found.effect?.value).toBeCloseTo(-5, 6);
  });

  test('rewards on record since a year only: who was brought before is not taken for unthanked (trap)', async () => {
    await fill({ discount: '5', reward: `if(start_date < toDate32('2025-01-01'), NULL, 60)` });
    expect(await deeds()).toMatchObject({ outcome: 'clear', effect: { value: 0 } });
  });

  test('an offer for newcomers is no known welcome where no contract says who came by it', async () => {
    await fill({ reward: '10' });
    await made.add('offer', [{ offer_id: 'o', valid_from: '2020-01-01', audience: 'new', value: 150 }]);
    expect(await deeds()).toMatchObject({ outcome: 'inconclusive', reason: { id: 'welcomeUnknown' } });
  });

  test('a lasting discount that is no welcome is not held against the thanks', async () => {
    await fill({ discount: '5', discountEnd: 'start_date + 3650', reward: '20' });
    expect(await deeds()).toMatchObject({ outcome: 'clear' });
  });

  test('trap: recommendations that go unrecorded more often; the bounds hold the true rate, the value of known sources does not', async () => {
    await fill({ recommended: '0.15', unknown: 'if(was_recommended, 0.4, 0.19)' });
    const found = await deeds();
    const rate = detail(found, 'referralRate');
    expect(rate?.value).toBeLessThan(0.135);
    holds(rate, 0.15);
    expect(detail(found, 'rateNone')?.high).toBeLessThan(0.15);
    expect(detail(found, 'rateAll')?.low).toBeGreaterThan(0.15);
  });

  test('K counts newcomers brought in three years per customer, its multiplier those who follow them', async () => {
    await fill({ recommended: '0.2' });
    const found = await deeds();
    const k = detail(found, 'kFactor');
    const lived = await made.warehouse.columns({
      name: 'lived',
      params: {},
      sql: `SELECT sum(greatest(0, dateDiff('day', greatest(start_date, toDate32('2023-12-31')), ifNull(end_date, toDate32('${AS_OF}'))))) / 365.25 AS n FROM contract ORDER BY n`,
    });
    const brought = found.counts['recommended'] ?? 0;
    expect(k?.value).toBeCloseTo((3 * brought) / Number(lived['n']?.[0]), 6);
    expect(detail(found, 'multiplier')?.value).toBeCloseTo(1 / (1 - (k?.value ?? 0)), 6);
  });

  test('the recommended who stay more often show it at equal line and half-year, and not where they do not', async () => {
    await fill({ stays: 'if(was_recommended, 0.92, 0.8)' });
    const more = detail(await deeds(), 'stayedPremium');
    holds(more, 0.12);
    expect(more?.low).toBeGreaterThan(0);
    await clean();
    await fill({ stays: '0.8' });
    holds(detail(await deeds(), 'stayedPremium'), 0);
  });

  test('where only recommendations are listed, the others count as not recommended and the rate is a lower bound', async () => {
    await fill({});
    await made.warehouse.run({
      name: 'list',
      sql: `ALTER TABLE rows_referral DELETE WHERE source_type = 'ad' SETTINGS mutations_sync = 2`,
    });
    const found = await deeds();
    holds(detail(found, 'referralRate'), 0.2);
    expect(found.caveats.map(({ id }) => id)).toContain('onlyRecommendations');
  });

  test('without rewards, without welcomes, with too few sources: said, not guessed', async () => {
    await fill({ discount: '5' });
    const unpaid = await deeds();
    expect(unpaid).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'rewardUnknown' } });
    expect(detail(unpaid, 'referralRate')?.value).toBeCloseTo(0.2, 1);
    await clean();
    await fill({ reward: '20' });
    expect(await deeds()).toMatchObject({ outcome: 'inconclusive', reason: { id: 'welcomeUnknown' } });
    await clean();
    await made.addSql(
      'referral',
      ['referred_customer_id', 'at', 'source_type'],
      `SELECT toString(number) AS referred_customer_id, toDateTime64('2025-05-01', 3, 'UTC') AS at, 'ad' AS source_type FROM numbers(37)`,
    );
    expect(await deeds()).toMatchObject({
      outcome: 'inconclusive',
      reason: { id: 'fewKnownSource', values: { needed: 100, found: 37 } },
    });
  });

  test('shuffled rows, and offers or customers of no concern, change nothing', async () => {
    const world: World = { discount: '5', reward: '20' };
    await fill(world);
    const before = await deeds();
    await clean();
    await fill({ ...world, order: 'cityHash64(number)' });
    await made.add('offer', [{ offer_id: 'unused', valid_from: '2025-01-01', audience: 'new', value: 500 }]);
    await made.add('contract', [
      { contract_id: 'f', customer_id: 'f', product_id: 'gas', start_date: '2026-02-01', price: 9 },
    ]);
    const after = await deeds();
    expect({ ...after, sharpen: null }).toEqual({ ...before, sharpen: null });
  });
});

const scoreSql = (promoters: string) =>
  `multiIf(${uniform('mark')} < ${promoters}, 9, ${uniform('mark')} < ${promoters} + 0.3, 8, 4)`;

describe('words', () => {
  test('existing customers who would recommend less are found, at the planted distance', async () => {
    await fill({ sources: false });
    await survey(scoreSql(`if(start_date < toDate32('2024-11-01'), 0.3, 0.6)`));
    const found = await words();
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C', money: { loss: null } });
    holds(found.effect, 60);
    holds(detail(found, 'npsExisting'), 100 * (0.3 - 0.4));
    holds(detail(found, 'npsNewcomers'), 100 * (0.6 - 0.1));
  });

  test('equal readiness is clear, and a higher one of those who stayed accuses nobody', async () => {
    await fill({ sources: false });
    await survey(scoreSql('0.4'));
    expect((await words()).outcome).toBe('clear');
    await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_survey' });
    await survey(scoreSql(`if(start_date < toDate32('2024-11-01'), 0.6, 0.3)`));
    expect((await words()).outcome).toBe('clear');
  });

  test('trap: newcomers are mostly in the line that pleases; within lines there is no difference', async () => {
    await fill({ sources: false });
    const many = `(product_id = 'gas' OR start_date < toDate32('2024-11-01') OR ${uniform('few')} < 0.2)`;
    await survey(scoreSql(`if(product_id = 'gas', 0.65, 0.25)`), many);
    const found = await words();
    expect(found.naive?.low).toBeGreaterThan(10);
    holds(found.effect, 0);
    expect(found.outcome).not.toBe('finding');
  });

  test('promoters without a deed are counted where recommendations are known', async () => {
    await fill({ reward: '10' });
    await survey('10', 'old');
    const found = await words();
    const counted = await made.warehouse.columns({
      name: 'silent',
      params: {},
      sql: `SELECT countIf(customer_id NOT IN (SELECT assumeNotNull(referrer_customer_id) FROM referral WHERE referrer_customer_id IS NOT NULL)) / count() AS n FROM survey ORDER BY n`,
    });
    expect(detail(found, 'sayDoGap')?.value).toBeCloseTo(Number(counted['n']?.[0]), 8);
    expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewEach', values: { newcomers: 0 } } });
  });

  test('a survey alone gives the score; too few answers are refused; nothing at all does not apply', async () => {
    await made.addSql(
      'survey',
      ['respondent_id', 'at', 'item', 'value', 'scale_max'],
      `SELECT toString(number) AS respondent_id, toDateTime64('2025-11-01 12:00:00', 3, 'UTC') AS at, 'NPS' AS item, multiIf(number < 60, 10, number < 80, 7, 3) AS value, 10 AS scale_max FROM numbers(100)`,
    );
    const alone = await words();
    expect(alone.outcome).toBe('inconclusive');
    expect(detail(alone, 'nps')?.value).toBe(40);
    await made.warehouse.run({
      name: 'fewer',
      sql: `ALTER TABLE rows_survey DELETE WHERE toUInt32(respondent_id) >= 40 SETTINGS mutations_sync = 2`,
    });
    expect(await words()).toMatchObject({
      outcome: 'inconclusive',
      reason: { id: 'fewAnswers', values: { needed: 100, found: 40 } },
    });
    await clean();
    expect(verdictOf(await audit(), 'recommendation').outcome).toBe('notApplicable');
  });
});
