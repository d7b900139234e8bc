import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportAffected, listAffected } from '../../src/endpoints/affected.ts';
import { listLog } from '../../src/endpoints/audit-log.ts';
import { getAudit, getPresentation, listAudits, startAudit } from '../../src/endpoints/audits.ts';
import { undoImport } from '../../src/endpoints/company-data.ts';
import { getCustomer } from '../../src/endpoints/customers.ts';
import { markPerson } from '../../src/endpoints/rights.ts';
import { administrator, type Browser, finished, type House, importFiles, openHouse, personWith } from './house.ts';

const EXISTING = 300;
const NEWCOMERS = 120;
const OBJECTING = 7;

let house: House;
let admin: Browser;
let manager: Browser;
let auditId = '';

/** Old customers pay 130, newcomers 100 for the very same product; the first few old ones object to being profiled. */
function company(): Readonly<Record<string, string>> {
  const old = Array.from(
    { length: EXISTING },
    (_, n) => `V${n},K${n},P1,20${15 + (n % 7)}-03-01,${130 + (n % 5)},year,net`,
  );
  const fresh = Array.from(
    { length: NEWCOMERS },
    (_, n) => `N${n},L${n},P1,2026-05-${String(1 + (n % 28)).padStart(2, '0')},${100 + (n % 5)},year,net`,
  );
  const people = Array.from({ length: EXISTING }, (_, n) => `K${n},private,${n < OBJECTING},${n === 0}`);
  return {
    'contract.csv': [
      'contract_id,customer_id,product_id,start_date,price,price_period,price_basis',
      ...old,
      ...fresh,
    ].join('\n'),
    'customer.csv': ['customer_id,kind,objection_profiling,restricted', ...people].join('\n'),
  };
}

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  manager = await personWith(admin, house.url, 'Manager', ['touchpointManager']);
  await importFiles(admin, company());
  const job = await manager.call(startAudit, { body: { asOf: '2026-06-30' } });
  auditId = (await finished(admin, job)).result.auditId ?? '';
}, 240_000);
afterAll(() => house.remove());

const params = () => ({ id: auditId, check: 'loyalty-penalty' });

describe('the people behind a number', () => {
  test('are as many as the number says: those listed and those who objected', async () => {
    const { report } = await manager.call(getAudit, { params: { id: auditId } });
    const verdict = report.checks.find(({ id }) => id === 'loyalty-penalty');
    expect(verdict?.outcome).toBe('finding');
    const list = await manager.call(listAffected, { params: params(), query: { limit: 500 } });
    expect(list.withheld).toBe(OBJECTING);
    expect(list.total + list.withheld).toBe(verdict?.affected);
    expect(list.rows).toHaveLength(list.total);
  });

  test('come page by page without gap or overlap, sorted and filtered by the engine', async () => {
    const page = (offset: number) =>
      manager.call(listAffected, {
        params: params(),
        query: { offset, limit: 100, sort: 'relative_gap', descending: true },
      });
    const { columns, total } = await page(0);
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const rows = [...(await page(0)).rows, ...(await page(100)).rows, ...(await page(200)).rows];
    expect(new Set(rows.map((row) => row[at('contract_id')])).size).toBe(total);
    const gaps = rows.map((row) => Number(row[at('relative_gap')]));
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    const one = await manager.call(listAffected, { params: params(), query: { column: 'customer_id', value: 'K42' } });
    expect(one.rows.map((row) => row[at('customer_id')])).toEqual(['K42']);
  });

  test('come without gap or overlap also where all are equal in what they are sorted by, in the same order each time', async () => {
    const page = (offset: number) =>
      manager.call(listAffected, { params: params(), query: { offset, limit: 100, sort: 'product_id' } });
    const { columns, total } = await page(0);
    const contract = columns.findIndex(({ name }) => name === 'contract_id');
    const numbers = async () =>
      [...(await page(0)).rows, ...(await page(100)).rows, ...(await page(200)).rows].map((row) => row[contract]);
    const found = await numbers();
    expect(new Set(found).size).toBe(total);
    expect(found).toEqual(found.toSorted());
    expect(await numbers()).toEqual(found);
    expect(columns.map(({ name }) => name)).not.toContain('list_place');
  });

  test('are counted again as soon as somebody objects', async () => {
    const before = await manager.call(listAffected, { params: params() });
    const protection = await personWith(admin, house.url, 'Guard', ['dataProtection']);
    const mark = (objection: boolean) =>
      protection.call(markPerson, { params: { customerId: 'K42' }, body: { restricted: false, objection } });
    await mark(true);
    const without = await manager.call(listAffected, { params: params() });
    expect([without.total, without.withheld]).toEqual([before.total - 1, before.withheld + 1]);
    await mark(false);
    expect((await manager.call(listAffected, { params: params() })).total).toBe(before.total);
  });

  test('no filter can reach a column that is not in the list, nor break out of its place', async () => {
    for (const column of ['no_such', 'customer_id) OR (1=1', '`'])
      await expect(
        manager.call(listAffected, { params: params(), query: { column, value: 'x' } }),
      ).rejects.toMatchObject({ code: 'requestInvalid' });
    const odd = { column: 'customer_id', value: "' OR 1=1 --" };
    expect((await manager.call(listAffected, { params: params(), query: odd })).total).toBe(0);
  });

  test('no list says who works here', async () => {
    const { columns } = await manager.call(listAffected, { params: params() });
    expect(columns.filter(({ name }) => /staff|agent|team/.test(name))).toEqual([]);
    const { checks } = await manager.call(getPresentation, { params: { id: auditId }, query: { language: 'de' } });
    expect(checks.filter(({ listable }) => listable).map(({ id }) => id)).toContain('loyalty-penalty');
    await expect(manager.call(listAffected, { params: { id: auditId, check: 'base-value' } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('leave the house only with a purpose, and the log keeps it', async () => {
    const query = { format: 'csv', purpose: 'correction' };
    const text = await (await manager.open(exportAffected, { params: params(), query })).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(
      1 + (await manager.call(listAffected, { params: params() })).total,
    );
    const { entries } = await admin.call(listLog, { query: { event: 'peopleExported' } });
    expect(entries[0]).toMatchObject({
      actor: 'Manager',
      details: { check: 'loyalty-penalty', purpose: 'correction' },
    });
    await expect(manager.open(exportAffected, { params: params(), query: { format: 'csv' } })).rejects.toMatchObject({
      code: 'requestInvalid',
    });
  });

  test('are not listed once the data have changed, and again when they are as they were', async () => {
    const line = 'contract_id,customer_id,product_id,start_date\nX1,Y1,P1,2026-06-01\n';
    const importId = await importFiles(admin, { 'contract.csv': line });
    await expect(manager.call(listAffected, { params: params() })).rejects.toMatchObject({
      code: 'dataChanged',
      status: 409,
    });
    expect((await manager.call(listAudits)).audits[0]?.dataStand).toBe(false);
    await admin.call(undoImport, { params: { importId } });
    expect((await manager.call(listAffected, { params: params() })).total).toBeGreaterThan(0);
  });
});

describe('one customer', () => {
  test('stands beside the newcomer twin', async () => {
    const { contracts, asOf } = await manager.call(getCustomer, { params: { customerId: 'K42' } });
    expect(asOf >= '2026-05-01').toBe(true);
    expect(contracts).toMatchObject([{ contractId: 'V42', running: true, twin: { source: 'match' } }]);
    const twin = contracts[0]?.twin;
    expect(twin?.moreThanNewcomer).toBeCloseTo((twin?.priceYear ?? 0) - (twin?.twinYear ?? 0), 6);
    expect(twin?.moreShare ?? 0).toBeGreaterThan(0.2);
  });

  test('whose data are restricted is shown to data protection only', async () => {
    const protection = await personWith(admin, house.url, 'Protection', ['dataProtection']);
    await expect(manager.call(getCustomer, { params: { customerId: 'K0' } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await protection.call(getCustomer, { params: { customerId: 'K0' } })).customerId).toBe('K0');
  });

  test('who never was is not found', async () => {
    await expect(manager.call(getCustomer, { params: { customerId: 'nobody' } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
