import { expect, test } from 'vitest';
import { openCompany, verdictOf } from '../../../test/company.ts';
import { priceWalking } from './check.ts';

const AS_OF = '2026-06-30';
/** A newcomer of risk class c pays 500 x 0.92^c, whatever the year. */
const SHEET = 'round(500 * pow(0.92, class), 2)';

/** Contracts of one to six renewals whose class improves by one a year, so that their price falls although each renewal adds `walk`. */
async function improving(walk: number) {
  const company = await openCompany();
  const contracts = `SELECT number AS n, number % 7 AS renewals, sipHash64(number, 'class') % 3 AS first_class,
    addYears(toDate32('2026-03-01'), -toInt32(renewals)) AS start_date FROM numbers(2100)`;
  await company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price', 'risk_class', 'price_period'],
    `SELECT concat('c', toString(n)) AS contract_id, concat('k', toString(n)) AS customer_id, 'P' AS product_id, start_date,
      first_class + renewals AS class, concat('SF', toString(class)) AS risk_class, 'year' AS price_period,
      toDecimal64(round(${SHEET} * pow(1 + ${walk}, renewals), 2), 4) AS price FROM (${contracts})`,
  );
  await company.addSql(
    'price_event',
    ['contract_id', 'valid_from', 'price', 'kind'],
    `SELECT concat('c', toString(n)) AS contract_id, addYears(start_date, toInt32(k)) AS valid_from, first_class + k AS class,
      toDecimal64(round(${SHEET} * pow(1 + ${walk}, k), 2), 4) AS price, 'renewal_offer' AS kind
     FROM (SELECT *, arrayJoin(range(1, renewals + 1)) AS k FROM (${contracts}) WHERE renewals > 0)`,
  );
  await company.addSql(
    'new_business_price',
    ['product_id', 'valid_from', 'price', 'risk_class'],
    `SELECT 'P' AS product_id, toDate32('2018-01-01') AS valid_from, number AS class, concat('SF', toString(class)) AS risk_class,
      toDecimal64(${SHEET}, 4) AS price FROM numbers(12)`,
  );
  const report = await company.audit({ checks: [priceWalking], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'price-walking');
}

test('a class that improves each year hides the walk from a plain look, not from the newcomer price of the class', async () => {
  const found = await improving(0.03);
  expect(found.naive?.value).toBeLessThan(-0.03);
  expect(found).toMatchObject({ outcome: 'finding', grade: 'B' });
  expect(found.effect?.value).toBeCloseTo(0.03, 3);
});

test('falling prices of improving risks are neither walking nor its reverse', async () => {
  const found = await improving(0);
  expect(found.naive?.value).toBeLessThan(-0.05);
  expect(found.outcome).toBe('clear');
  expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.001);
});
