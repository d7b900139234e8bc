import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAudit } from '../../src/endpoints/audits.ts';
import { getCustomer } from '../../src/endpoints/customers.ts';
import { administrator, type Browser, ended, type House, importFiles, openHouse, personWith } from './house.ts';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
}, 120_000);
afterAll(() => house.remove());

/** How many answers were made before anybody asked, as the metrics tell; asking for them disturbs nobody. */
async function prepared(how: 'ready' | 'failed'): Promise<number> {
  const text = await (await admin.fetch('/api/metrics')).text();
  return Number(new RegExp(`stammkunde_prepared_answers_total\\{how="${how}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
}

test('after an import, and again after an audit, the most wanted answers are ready before anybody asks', async () => {
  const lines = Array.from(
    { length: 300 },
    (_, n) => `V${n},K${n},P1,20${15 + (n % 7)}-03-01,${130 + (n % 5)},year,net`,
  );
  const newcomers = Array.from({ length: 120 }, (_, n) => `N${n},L${n},P1,2026-05-01,100,year,net`);
  const head = 'contract_id,customer_id,product_id,start_date,price,price_period,price_basis';
  await importFiles(admin, { 'contract.csv': [head, ...lines, ...newcomers].join('\n') });
  const before = await prepared('ready');
  await expect.poll(() => prepared('ready'), { timeout: 20_000, interval: 500 }).toBeGreaterThanOrEqual(before + 3);
  const manager = await personWith(admin, house.url, 'Manager', ['touchpointManager', 'headOfCare']);
  const audit = await manager.call(startAudit, { body: { asOf: '2026-06-30' } });
  expect((await ended(admin, audit)).state).toBe('done');
  const afterImport = await prepared('ready');
  // The list behind at least one finding comes on top.
  await expect
    .poll(() => prepared('ready'), { timeout: 30_000, interval: 500 })
    .toBeGreaterThanOrEqual(afterImport + 4);
  const { contracts } = await manager.call(getCustomer, { params: { customerId: 'K42' } });
  expect(contracts[0]?.twin?.moreThanNewcomer).toBeGreaterThan(0);
}, 120_000);
