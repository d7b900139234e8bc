import { expect, test } from 'vitest';
import { openCompany, verdictOf } from '../../../test/company.ts';
import { priceWalking } from './check.ts';

const AS_OF = '2026-06-30';
const EVENTS = ['contract_id', 'valid_from', 'price', 'kind', 'accepted'];

const COLUMNS = ['product_id', 'region', 'valid_from', 'valid_to', 'price'] as const;
const NOWHERE = "CAST(NULL, 'Nullable(String)')";
/** Falls by 2.5 % a year and stays open. */
const SHEET = `SELECT 'P' AS product_id, ${NOWHERE} AS region, addYears(toDate32('2020-01-01'), toInt32(number)) AS valid_from,
    CAST(NULL, 'Nullable(Date32)') AS valid_to, toDecimal64(round(90 * pow(0.975, number), 4), 4) AS price FROM numbers(7)`;

/**
 * Contracts from 2020 with a renewal each year. Newcomer prices fall 2.5 % a year; renewals rise by `walk` on average (individual pace);
 * who rises fastest leaves first (trap T2), so that a look at the survivors flatters.
 */
async function company(walk: number, sheet = true, years = 6, dated = SHEET) {
  const opened = await openCompany();
  const renewals = `SELECT number AS n, arrayJoin(range(${years + 1})) AS k, ${walk} + ((cityHash64(n, 'pace') % 1000) / 1000 - 0.5) * 0.06 AS pace,
      multiIf(pace > ${walk} + 0.015, 2 + cityHash64(n, 'end') % 2, 99) AS last_k
    FROM numbers(800)`;
  await opened.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date'],
    `SELECT concat('c', toString(n)) AS contract_id, concat('k', toString(n)) AS customer_id, 'P' AS product_id, toDate32('2020-01-15') AS start_date,
       if(max(last_k) < 99, addYears(toDate32('2020-01-15'), toInt32(max(last_k))), NULL) AS end_date FROM (${renewals}) GROUP BY n`,
  );
  await opened.addSql(
    'price_event',
    EVENTS,
    `SELECT concat('c', toString(n)) AS contract_id, addYears(toDate32('2020-01-15'), toInt32(k)) AS valid_from,
       toDecimal64(round(100 * exp(k * pace), 4), 4) AS price, 'renewal_offer' AS kind, k < last_k AS accepted FROM (${renewals}) WHERE k <= last_k`,
  );
  if (sheet) await opened.addSql('new_business_price', COLUMNS, dated);
  const report = await opened.audit({ checks: [priceWalking], asOf: AS_OF });
  await opened.close();
  return verdictOf(report, 'price-walking');
}

test('trap T2: the step is measured on all who were offered it, not on the survivors', async () => {
  const found = await company(0.035);
  const atFirst = found.strata.find(({ key }) => key === 'renewal:1')?.effect;
  const truth = Math.exp(0.035) / 0.975 - 1;
  expect(found.outcome).toBe('finding');
  expect(atFirst?.low).toBeLessThan(truth);
  expect(atFirst?.high).toBeGreaterThan(truth);
  expect(found.naive?.value).toBeLessThan(0.035);
});

test('prices that follow the newcomer price are no walking, even when they rise', async () => {
  const found = await company(Math.log(0.975));
  expect(found.outcome).toBe('clear');
});

test('without the history of newcomer prices a rise may be cost: the data do not tell', async () => {
  expect(await company(0.035, false)).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'noNewcomerHistory' },
    sharpen: 'new_business_price.valid_from',
  });
});

test('one renewal does not make a walk', async () => {
  expect(await company(0.035, true, 1)).toMatchObject({ outcome: 'inconclusive', reason: { id: 'oneCycle' } });
});

test('a sheet that ended years ago tells nothing of later renewals: a rise beyond it may be cost', async () => {
  // Rises of 3 % a year that the sheet, as long as it was kept, had too.
  const ended = `SELECT 'P' AS product_id, ${NOWHERE} AS region, addYears(toDate32('2020-01-01'), toInt32(number)) AS valid_from,
    valid_from + 364 AS valid_to, toDecimal64(round(90 * pow(1.03, number), 4), 4) AS price FROM numbers(2)`;
  expect(await company(Math.log(1.03), true, 6, ended)).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'noNewcomerHistory' },
  });
});

test('a dear region that joins the sheet later does not hide the walk', async () => {
  const joined = `SELECT * FROM (${SHEET.replace(NOWHERE, "'N'")}) UNION ALL
    SELECT product_id, 'S' AS region, valid_from + 20 AS valid_from, valid_to, toDecimal64(price * 1.5, 4) AS price FROM (${SHEET.replace(NOWHERE, "'N'")}) WHERE valid_from >= '2022-01-01'`;
  const found = await company(0.035, true, 6, joined);
  const truth = Math.exp(0.035) / 0.975 - 1;
  expect(found.outcome).toBe('finding');
  expect(found.strata.find(({ key }) => key === 'renewal:2')?.effect?.low).toBeGreaterThan(truth - 0.02);
});
