import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { baitOffer } from './check.ts';

const AS_OF = '2025-12-31';
const COLUMNS = [
  'contract_id',
  'customer_id',
  'product_id',
  'start_date',
  'end_date',
  'end_reason',
  'acquisition_offer_id',
  'price',
];
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;

interface World {
  readonly size?: number;
  /** Yearly rate of leaving; may use offer and product. */
  readonly rate?: string;
  readonly offer?: string;
  readonly product?: string;
  readonly start?: string;
  readonly channel?: string;
}

/** Customers of ten years, half of them won by the offer 'bait', who leave at the rate given. */
const stays = ({
  size = 6000,
  rate = '0.15',
  offer = `if(number % 2 = 0, 'bait', NULL)`,
  product = `concat('P', toString(intDiv(number, 2) % 3))`,
  start = `toDate32('2016-01-01') + toInt32(3652 * ${uniform('start')})`,
  channel = 'NULL',
}: World) => `
  SELECT
    concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
    ${product} AS product_id, ${offer} AS acquisition_offer_id, ${channel} AS channel, 240 AS price,
    ${start} AS start_date,
    start_date + toInt32(ceil(365.25 * -log(${uniform('life')}) / (${rate}))) AS last_day,
    if(last_day <= toDate32('${AS_OF}'), toNullable(last_day), NULL) AS end_date,
    if(end_date IS NULL, NULL, 'voluntary') AS end_reason
  FROM numbers(${size})`;

async function verdictFor(company: Company, settings = {}) {
  return verdictOf(await company.audit({ checks: [baitOffer], asOf: AS_OF, settings }), 'bait-offer');
}
async function audited(
  world: World,
  more: (company: Company) => Promise<void> = async () => undefined,
  columns = COLUMNS,
) {
  const company = await openCompany();
  await company.addSql('contract', columns, stays(world));
  await more(company);
  const found = await verdictFor(company);
  await company.close();
  return found;
}
type Found = Awaited<ReturnType<typeof verdictFor>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const holdsTruth = (quantity: { low: number | null; high: number | null } | null | undefined, truth: number) => {
  expect(quantity?.low).toBeLessThan(truth);
  expect(quantity?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(truth);
};
const BAIT = { offer_id: 'bait', valid_from: '2016-01-01', audience: 'new', kind: 'bonus', value: 60, term_months: 12 };
const addOffer =
  (more = {}) =>
  (company: Company) =>
    company.add('offer', [{ ...BAIT, ...more }]);
/** Present value of one unit a month over 36 months for who leaves at a yearly rate. */
const stayingValue = (rate: number) => {
  let sum = 0;
  for (let month = 1; month <= 36; month++)
    sum += (Math.exp((-rate * (month - 1)) / 12) + Math.exp((-rate * month) / 12)) / 2 / 1.1 ** (month / 12);
  return sum;
};

let planted: Found;
beforeAll(async () => {
  planted = await audited({ size: 9000, rate: `if(acquisition_offer_id = 'bait', 0.4, 0.2)` }, addOffer());
});
afterAll(() => undefined);

test('an offer whose customers leave twice as fast is found, with ratio and half-lives', () => {
  expect(planted).toMatchObject({ outcome: 'finding', grade: 'C' });
  holdsTruth(detail(planted, 'leavingRatio'), 2);
  expect(detail(planted, 'halfLife')?.value).toBeCloseTo((12 * Math.LN2) / 0.4, -1);
  expect(detail(planted, 'halfLifeOthers')?.value).toBeCloseTo((12 * Math.LN2) / 0.2, -1);
});

test('the full account recovers margin, incentive and shortfall in closed form, beside the naive one', () => {
  // 240 a year at an assumed margin of 30 %: six a month.
  holdsTruth(planted.effect, 6 * stayingValue(0.4) - 60);
  holdsTruth(detail(planted, 'shortfall'), 6 * (stayingValue(0.4) - stayingValue(0.2)) - 60);
  expect(planted.naive).toMatchObject({ value: 240, unit: 'money' });
  expect(planted.caveats.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['marginAssumed', 'costUnknown', 'incrementality']),
  );
  const recent = (planted.money.loss?.value ?? 0) / -(detail(planted, 'shortfall')?.value ?? 1);
  expect(recent).toBeGreaterThan(400);
  expect(recent).toBeLessThan(500);
});

test('null: an offer whose customers stay as long as others is not accused, nor one whose customers stay longer', async () => {
  const alike = await audited({ size: 9000 });
  expect(alike).toMatchObject({ outcome: 'clear', money: { loss: null } });
  holdsTruth(detail(alike, 'leavingRatio'), 1);
  const longer = await audited({ rate: `if(acquisition_offer_id = 'bait', 0.1, 0.2)` });
  expect(longer.outcome).toBe('clear');
});

test('trap: an offer for the product that people leave looks twice as fast; at equal product it is not', async () => {
  const found = await audited({
    size: 12_000,
    product: `if(${uniform('line')} < if(number % 2 = 0, 0.8, 0.2), 'P0', 'P1')`,
    rate: `if(product_id = 'P0', 0.3, 0.08)`,
  });
  expect(detail(found, 'crudeRatio')?.value).toBeGreaterThan(1.6);
  expect(detail(found, 'leavingRatio')?.value).toBeLessThan(1.15);
  expect(['clear', 'inconclusive']).toContain(found.outcome);
});

test('an offer for a product of its own is not judged by the few of its customers who hold what others hold', async () => {
  const found = await audited({
    size: 8000,
    product: `if(number % 2 = 0 AND ${uniform('line')} < 0.9, 'new', 'old')`,
    rate: `if(product_id = 'new', 0.3, 0.1)`,
  });
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noComparison', values: { overlap: 0.4 } } });
  expect(detail(found, 'leavingRatio')).toBeUndefined();
});

test('trap: an offer on the channel that people leave looks faster; at equal channel it is not, unless the offer is the channel', async () => {
  const portal = (ofBait: number, ofOthers: number) =>
    `if(${uniform('way')} < if(number % 2 = 0, ${ofBait}, ${ofOthers}), 'portal', 'branch')`;
  const won = (channel: string) =>
    audited({ size: 9000, channel, rate: `if(channel = 'portal', 0.4, 0.15)` }, undefined, [...COLUMNS, 'channel']);
  const mixed = await won(portal(0.8, 0.2));
  expect(detail(mixed, 'crudeRatio')?.value).toBeGreaterThan(1.4);
  expect(detail(mixed, 'leavingRatio')?.value).toBeLessThan(1.15);
  expect(mixed.outcome).toBe('clear');
  expect(mixed.adjustedFor).toContain('contract.channel');
  const apart = await won(portal(1, 0));
  expect(apart.outcome).toBe('finding');
  holdsTruth(detail(apart, 'leavingRatio'), 0.4 / 0.15);
  expect(apart.adjustedFor).not.toContain('contract.channel');
});

/** One in ten of those won by the offer since 2018 had been there until four months before, under another number; the key is kept for the share given. */
const returning = (kept: number) => async (company: Company) => {
  await company.addSql(
    'contract',
    COLUMNS,
    `SELECT concat('b', c.contract_id) AS contract_id, concat('b', c.customer_id) AS customer_id, product_id, NULL AS acquisition_offer_id, price,
       c.start_date - 520 AS start_date, toNullable(c.start_date - 120) AS end_date, 'voluntary' AS end_reason
     FROM (${stays({})}) AS c WHERE c.acquisition_offer_id = 'bait' AND c.start_date >= toDate32('2018-01-01') AND sipHash64(c.contract_id, 'back') % 10 = 0`,
  );
  // The key belongs to the person; whether it was kept, to the number under which he came.
  const keyed = (number: string) =>
    `if(sipHash64(${number}, 'key') % 1000 < ${1000 * kept}, toNullable(concat('i', c.customer_id)), NULL)`;
  await company.addSql(
    'customer',
    ['customer_id', 'identity_key'],
    `SELECT c.customer_id AS customer_id, ${keyed('c.customer_id')} AS identity_key FROM (${stays({})}) AS c
     UNION ALL
     SELECT concat('b', c.customer_id), ${keyed("concat('b', c.customer_id)")} FROM (${stays({})}) AS c
     WHERE acquisition_offer_id = 'bait' AND start_date >= toDate32('2018-01-01') AND sipHash64(contract_id, 'back') % 10 = 0`,
  );
};

test('who leaves and comes back under a new number is counted by the key, and corrected where keys are missing', async () => {
  const whole = await audited({}, returning(1));
  const share = (found: Found) => (found.counts['rejoined'] ?? 0) / (found.counts['newcomers'] ?? 1);
  expect(share(whole)).toBeGreaterThan(0.07);
  expect(whole).toMatchObject({ outcome: 'finding', affected: whole.counts['rejoined'] });
  const truth = share(whole);
  const patchy = await audited({}, returning(0.9));
  expect(share(patchy)).toBeLessThan(0.9 * truth);
  holdsTruth(detail(patchy, 'rejoin'), truth);
  expect(Math.abs((detail(patchy, 'rejoin')?.value ?? 0) - truth)).toBeLessThan(Math.abs(share(patchy) - truth));
  const thin = await audited({}, returning(0.5));
  expect(thin.caveats.map(({ id }) => id)).toContain('keyMissing');
});

test('customers who take the offer while they are there are internal; a change of product is no return, an old leaver is none either', async () => {
  const found = await audited({}, async (company) => {
    const second = (id: string, from: number, gap: number, before: string, reason: string | null) =>
      company.addSql(
        'contract',
        COLUMNS,
        `SELECT concat('${id}', toString(number)) AS contract_id, concat('${id}', toString(number)) AS customer_id, 'P0' AS product_id, NULL AS acquisition_offer_id, 240 AS price, toDate32('2018-01-01') AS start_date,
           ${before} AS end_date, ${reason === null ? 'NULL' : `'${reason}'`} AS end_reason FROM numbers(${from})
         UNION ALL
         SELECT concat('${id}n', toString(number)), concat('${id}', toString(number)), 'P0', 'bait', 240, toDate32('2022-01-01') + ${gap}, NULL, NULL FROM numbers(${from})`,
      );
    await second('i', 40, 0, 'NULL', null);
    await second('s', 30, 5, `toNullable(toDate32('2022-01-01'))`, 'switch_internal');
    await second('o', 20, 800, `toNullable(toDate32('2022-01-01'))`, 'voluntary');
    await second('r', 10, 200, `toNullable(toDate32('2022-01-01'))`, 'voluntary');
  });
  expect(found.counts).toMatchObject({ internal: 70, rejoined: 10 });
});

test('contracts alone, without prices, keys or reasons: how long they stay is told, the account is not', async () => {
  const columns = COLUMNS.filter((name) => name !== 'price' && name !== 'end_reason');
  const found = await audited({ rate: `if(acquisition_offer_id = 'bait', 0.4, 0.2)` }, async () => undefined, columns);
  expect(found).toMatchObject({ outcome: 'finding', grade: 'D', sharpen: 'customer.identity_key' });
  expect(found.effect).toMatchObject({ unit: 'ratio' });
  expect(found.caveats.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['noAccount', 'keyMissing', 'reasonsUnknown']),
  );
});

test('ninety-nine contracts, or offers of the last months only, are refused with the number that is missing', async () => {
  const few = await audited({ offer: `if(number < 99, 'bait', NULL)` });
  expect(few).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewAdds', values: { needed: 100, found: 99 } } });
  const young = await audited({
    offer: `if(number % 2 = 0, 'bait', NULL)`,
    start: `toDate32('2025-04-01') + toInt32(200 * ${uniform('start')})`,
  });
  expect(young.reason).toMatchObject({ id: 'shortFollowUp', values: { needed: 12 } });
  expect(Number(young.reason?.values['found'])).toBeLessThan(10);
});

test('with nobody won without an offer there is nothing to compare with, and it says so', async () => {
  const columns = COLUMNS.filter((name) => name !== 'price');
  const found = await audited({ offer: `'bait'` }, async () => undefined, columns);
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noComparison' } });
  expect(detail(found, 'stillThere12')?.value).toBeCloseTo(Math.exp(-0.15), 1);
});

test('repeated offers, offers nobody took and loyalty offers of existing customers change nothing', async () => {
  const world = { size: 3000, rate: `if(acquisition_offer_id = 'bait', 0.4, 0.2)` };
  const before = await audited(world, addOffer());
  const after = await audited(world, async (company) => {
    await company.add('offer', [
      BAIT,
      BAIT,
      { ...BAIT, offer_id: 'nobody', value: 999 },
      { ...BAIT, offer_id: 'loyal', audience: 'existing' },
    ]);
    await company.addSql(
      'contract',
      COLUMNS,
      `SELECT concat('l', contract_id) AS contract_id, customer_id, product_id, start_date + 60 AS start_date, end_date, end_reason, 'loyal' AS acquisition_offer_id, price FROM (${stays(world)}) WHERE acquisition_offer_id IS NULL AND ifNull(end_date, toDate32('2025-12-31')) > start_date + 60`,
    );
  });
  const { charts: _, ...rest } = before;
  expect(after).toMatchObject({ effect: rest.effect, outcome: rest.outcome, counts: rest.counts, strata: rest.strata });
});
