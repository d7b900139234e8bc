import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { offerLockout } from './check.ts';

const AS_OF = '2026-06-30';
const NEW_ONLY = {
  audience: 'new',
  valid_from: '2026-04-01',
  valid_to: '2026-05-31',
  kind: 'bonus',
  value: 120,
  term_months: 12,
};

/** A thousand existing customers, two hundred a region, on one of two products; and a hundred newcomers. */
const CONTRACTS = `
  SELECT
    concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
    if(number % 2 = 0, 'P', 'Q') AS product_id, toString(number % 5) AS region,
    number % 10 * 500 AS volume,
    if(number < 1000, toDate32('2020-01-15') + number, toDate32('2026-06-01')) AS start_date
  FROM numbers(1100)`;
const COLUMNS = ['contract_id', 'customer_id', 'product_id', 'region', 'volume', 'start_date'];

async function verdictFor(company: Company) {
  return verdictOf(await company.audit({ checks: [offerLockout], asOf: AS_OF }), 'offer-lockout');
}
type Offers = Parameters<Company['add']>[1];
async function audited(offers: Offers, more: (company: Company) => Promise<void> = async () => undefined) {
  const company = await openCompany();
  await company.addSql('contract', COLUMNS, CONTRACTS);
  await company.add('offer', offers);
  await more(company);
  const found = await verdictFor(company);
  await company.close();
  return found;
}
type Found = Awaited<ReturnType<typeof verdictFor>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const rule = (criteria: object) => JSON.stringify(criteria);

let planted: Found;
beforeAll(async () => {
  planted = await audited([
    { ...NEW_ONLY, offer_id: 'north', eligibility: rule({ region: ['0', '1'] }), reachable_for_existing: 'never' },
    { ...NEW_ONLY, offer_id: 'p', value: 180, eligibility: rule({ product: 'P' }), reachable_for_existing: 'never' },
    { ...NEW_ONLY, offer_id: 'long ago', valid_from: '2022-01-01', valid_to: '2022-12-31', value: 900 },
    { ...NEW_ONLY, offer_id: 'all', audience: 'all', value: 50, reachable_for_existing: 'now' },
  ]);
});
afterAll(() => undefined);

test('customers who meet every criterion but being new are counted exactly', () => {
  // Regions 0 and 1: 400. Product P: 500, of whom 200 are in those regions.
  expect(planted).toMatchObject({ outcome: 'finding', grade: 'C', affected: 700 });
  expect(planted.effect).toMatchObject({ value: 0.7, low: 0.7, high: 0.7 });
  const eligible = Object.fromEntries(planted.strata.map(({ key, counts }) => [key, counts['eligible']]));
  expect(eligible).toEqual({ 'offer:north': 400, 'offer:p': 500, 'offer:all': 1000 });
  expect(planted.strata.find(({ key }) => key === 'offer:all')?.effect?.value).toBe(0);
});

test('trap: offers exclude one another; the best one counts and not their sum', () => {
  expect(detail(planted, 'bestMissed')?.value).toBeCloseTo((500 * 180 + 200 * 120) / 700, 6);
  expect(detail(planted, 'summedMissed')?.value).toBeCloseTo((500 * 180 + 400 * 120) / 700, 6);
  expect(planted.money.transfer?.value).toBeCloseTo(500 * 180 + 200 * 120, 3);
});

test('trap: "newcomers only" does not lock out those whom the offer never concerned', async () => {
  const found = await audited([
    { ...NEW_ONLY, offer_id: 'elsewhere', eligibility: rule({ region: '9' }), reachable_for_existing: 'never' },
  ]);
  expect(found.naive?.value).toBe(1);
  expect(found).toMatchObject({ outcome: 'clear', affected: 0 });
});

test('null: offers for everybody, and offers open at once or at the end of the term, lock nobody out', async () => {
  const found = await audited([
    { ...NEW_ONLY, offer_id: 'a', audience: 'all' },
    { ...NEW_ONLY, offer_id: 'b', reachable_for_existing: 'now' },
    { ...NEW_ONLY, offer_id: 'c', reachable_for_existing: 'term_end' },
    { ...NEW_ONLY, offer_id: 'worthless', value: 0, reachable_for_existing: 'never' },
  ]);
  expect(found).toMatchObject({ outcome: 'clear', affected: 0, money: { transfer: null } });
  expect(detail(found, 'onlyAtTermEnd')?.value).toBe(1);
});

test('an offer "for all" that existing customers can never reach locks them out, whatever its audience says', async () => {
  const found = await audited([{ ...NEW_ONLY, offer_id: 'a', audience: 'all', reachable_for_existing: 'never' }]);
  expect(found).toMatchObject({ outcome: 'finding', affected: 1000 });
});

test('an offer of equal worth for existing customers answers the one they miss; a better one is told as reversed', async () => {
  const missed = { ...NEW_ONLY, offer_id: 'new', reachable_for_existing: 'never' };
  const answer = { ...NEW_ONLY, offer_id: 'loyal', audience: 'existing' };
  const equal = await audited([missed, answer]);
  expect(equal).toMatchObject({ outcome: 'clear', affected: 0 });
  expect(detail(equal, 'lockedOut')?.value).toBe(1);
  expect(detail(equal, 'parity')?.value).toBeCloseTo(1, 6);
  expect(await audited([missed, { ...answer, value: 200 }])).toMatchObject({ outcome: 'reversed', affected: 0 });
  expect(await audited([missed, { ...answer, value: 60 }])).toMatchObject({ outcome: 'finding', affected: 1000 });
});

test('trap: worth that is on record on one side only weighs nothing and clears nobody', async () => {
  const missed = { ...NEW_ONLY, offer_id: 'new', reachable_for_existing: 'never' };
  const answer = { ...NEW_ONLY, offer_id: 'loyal', audience: 'existing' };
  const open = { outcome: 'inconclusive', reason: { id: 'rulesLeaveOpen', values: { low: 0, high: 1 } } };
  expect(await audited([missed, { ...answer, value: null }])).toMatchObject(open);
  expect(
    await audited([
      { ...missed, value: null },
      { ...answer, value: 1 },
    ]),
  ).toMatchObject(open);
});

test('trap: an offer is taken at its word although the reach of others is on record, and the answer says so', async () => {
  const found = await audited([
    { ...NEW_ONLY, offer_id: 'new' },
    { ...NEW_ONLY, offer_id: 'all', audience: 'all', value: 10, reachable_for_existing: 'now' },
  ]);
  expect(found).toMatchObject({ outcome: 'finding', grade: 'D' });
  expect(found.caveats.map(({ id }) => id)).toContain('reachUnknown');
});

test('a condition that the data do not name opens the bounds and decides nothing; bounds of volume are exact', async () => {
  const unclear = await audited([
    { ...NEW_ONLY, offer_id: 'x', eligibility: rule({ credit_score: 'good' }), reachable_for_existing: 'never' },
  ]);
  expect(unclear).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'rulesLeaveOpen', values: { low: 0, high: 1 } },
  });
  const volume = await audited([
    { ...NEW_ONLY, offer_id: 'x', eligibility: rule({ volume: { min: 1000, max: 2500 } }) },
    { ...NEW_ONLY, offer_id: 'y', eligibility: rule({ min_volume: 4500 }) },
  ]);
  expect(volume.affected).toBe(500);
});

test('a channel is a way to order and open to everybody; only the lower bound keeps to the channel of the contract', async () => {
  const found = await audited([{ ...NEW_ONLY, offer_id: 'x', eligibility: rule({ channel: ['portal'] }) }]);
  expect(found.effect).toMatchObject({ value: 1, low: 0, high: 1 });
  expect(found.outcome).toBe('finding');
});

test('a campaign that ended before somebody was an existing customer did not lock him out', async () => {
  const found = await audited(
    [{ ...NEW_ONLY, offer_id: 'x', valid_from: '2024-08-01', valid_to: '2024-08-31' }],
    (company) =>
      company.addSql(
        'contract',
        COLUMNS,
        `SELECT concat('n', toString(number)) AS contract_id, concat('n', toString(number)) AS customer_id, 'P' AS product_id, '1' AS region, 1 AS volume, toDate32('2024-08-15') AS start_date FROM numbers(1000)`,
      ),
  );
  expect(found).toMatchObject({ affected: 1000, counts: { customers: 2000 } });
});

test('offers alone are told with reduced strength, and regulars to whom nothing was given are counted', async () => {
  const company = await openCompany();
  await company.add('offer', [
    { offer_id: 'a', valid_from: '2026-01-01', audience: 'new' },
    { offer_id: 'b', valid_from: '2026-01-01', audience: 'all' },
  ]);
  const alone = await verdictFor(company);
  await company.close();
  expect(alone).toMatchObject({
    outcome: 'finding',
    grade: 'D',
    affected: null,
    effect: { value: 0.5 },
    sharpen: 'contract.customer_id',
  });
  const thanked = await audited([{ ...NEW_ONLY, offer_id: 'x' }], async (c) => {
    await c.addSql(
      'recognition',
      ['customer_id', 'at', 'kind', 'arm'],
      `SELECT concat('k', toString(number)) AS customer_id, toDateTime64('2026-01-01 10:00:00', 3, 'UTC') AS at, 'thanks' AS kind, if(number < 100, 'holdout', 'treated') AS arm FROM numbers(300)`,
    );
    await c.add('concession', [{ customer_id: 'k900', at: '2025-01-01 10:00:00', value: 10 }]);
  });
  expect(detail(thanked, 'nothingForRegulars')?.value).toBeCloseTo((1000 - 201) / 1000, 6);
});

test('no offer in the window, or hardly a customer, is said with the number that is missing', async () => {
  const old = await audited([{ ...NEW_ONLY, offer_id: 'x', valid_from: '2020-01-01', valid_to: '2020-12-31' }]);
  expect(old).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noOffer', values: { last: '2020-12-31' } } });
  const company = await openCompany();
  await company.add('offer', [{ ...NEW_ONLY, offer_id: 'x' }]);
  await company.add('contract', [{ contract_id: 'v', customer_id: 'k', product_id: 'P', start_date: '2020-01-01' }]);
  const few = await verdictFor(company);
  await company.close();
  expect(few).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'fewCustomers', values: { needed: 10, found: 1 } },
  });
});

test('repeated offers, a second contract of the same customer and former customers change nothing', async () => {
  const north = { ...NEW_ONLY, offer_id: 'north', regions: '0, 1' };
  const before = await audited([north]);
  const after = await audited([north, north], (company) =>
    company.addSql(
      'contract',
      [...COLUMNS, 'end_date'],
      `SELECT concat('w', contract_id) AS contract_id, customer_id, product_id, region, volume, start_date + 30 AS start_date, NULL AS end_date FROM (${CONTRACTS}) WHERE start_date < toDate32('2026-01-01')
      UNION ALL SELECT concat('o', contract_id), concat('o', customer_id), product_id, region, volume, start_date, toNullable(toDate32('2025-12-31')) FROM (${CONTRACTS}) WHERE start_date < toDate32('2025-01-01')`,
    ),
  );
  expect(before.affected).toBe(400);
  expect({ ...after, charts: [] }).toEqual({ ...before, charts: [] });
});
