import { expect, test } from 'vitest';
import { openCompany, verdictOf } from '../../test/company.ts';
import { dataReadiness } from '../checks/data-readiness/check.ts';
import { priceWalking } from '../checks/price-walking/check.ts';

test('a fact that cannot be built fails the checks that stand on it, and no other', async () => {
  const company = await openCompany();
  await company.add('contract', [{ contract_id: 'c', customer_id: 'k', product_id: 'P', start_date: '2024-01-01' }]);
  await company.add('price_event', [{ contract_id: 'c', valid_from: '2025-01-01', price: 10 }]);
  const broken = { name: 'fact_broken', reads: [], after: [], orderBy: [], sql: 'SELECT no_such_column FROM contract' };
  const onTop = { name: 'fact_on_top', reads: [], after: [broken], orderBy: [], sql: 'SELECT * FROM fact_broken' };
  const shaken = { ...priceWalking, facts: [onTop] };
  const report = await company.audit({ checks: [shaken, dataReadiness], asOf: '2026-06-30' });
  const left = await company.warehouse.columns({
    name: 'left over',
    sql: `SELECT count() AS n FROM system.tables WHERE name LIKE 'fact_%' ORDER BY n`,
    params: {},
  });
  await company.close();
  expect(verdictOf(report, 'price-walking')).toMatchObject({ outcome: 'failed', reason: { id: 'failed' } });
  expect(String(verdictOf(report, 'price-walking').reason?.values['message'])).toContain('fact_broken');
  expect(verdictOf(report, 'data-readiness').outcome).not.toBe('failed');
  expect(left['n']).toEqual([0]);
});
