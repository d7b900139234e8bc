import { expect, test } from 'vitest';
import { z } from 'zod';
import { openCompany } from '../../test/company.ts';
import { buildFacts, factsInOrder } from '../audit/build-facts.ts';
import { auditParams } from '../audit/run-audit.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../domain/audit-settings.ts';
import { contractFact } from './contract.ts';
import { newcomerPriceFact } from './newcomer-price.ts';

const params = auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf: '2026-06-30' });
const contract = (id: string, customer: string, start: string, more: object = {}) => ({
  contract_id: id,
  customer_id: customer,
  product_id: 'P',
  start_date: start,
  price: 100,
  ...more,
});

test('newcomers, existing customers and regulars are told apart by start, history and introductory price', async () => {
  const company = await openCompany();
  await company.add('customer', [
    { customer_id: 'renamed', identity_key: 'k' },
    { customer_id: 'old', identity_key: 'k' },
  ]);
  await company.add('contract', [
    contract('new', 'a', '2026-05-01'),
    contract('rejoined', 'renamed', '2026-05-01'),
    contract('left', 'old', '2020-01-01', { end_date: '2026-01-31', end_reason: 'voluntary' }),
    contract('between', 'c', '2025-12-01'),
    contract('intro over', 'd', '2025-12-01', { discount: 10, discount_end: '2026-05-31' }),
    contract('intro runs', 'e', '2025-12-01', {
      discount: 10,
      discount_end: '2026-12-31',
      price_period: 'month',
      price_basis: 'gross',
    }),
    contract('regular', 'f', '2023-06-30'),
    contract('migrated', 'g', '2025-06-01', { original_start_date: '2015-01-01' }),
    contract('future', 'h', '2026-07-01'),
  ]);
  await buildFacts(company.warehouse, [contractFact], params);
  const rows = await company.warehouse.rows({
    name: 'facts',
    params: {},
    sql: `SELECT contract_id, toUInt8(is_newcomer) AS n, toUInt8(is_existing) AS e, toUInt8(is_regular) AS r, toFloat64(price_year) AS p, toFloat64(list_year) AS l, tenure_years AS t FROM fact_contract ORDER BY contract_id`,
    row: z.object({
      contract_id: z.string(),
      n: z.number(),
      e: z.number(),
      r: z.number(),
      p: z.number(),
      l: z.number(),
      t: z.number(),
    }),
  });
  await company.close();
  const of = (id: string) => rows.find((row) => row.contract_id === id);
  expect(rows.map((row) => row.contract_id)).not.toContain('future');
  expect(of('new')).toMatchObject({ n: 1, e: 0, r: 0, t: 0 });
  expect(of('rejoined')).toMatchObject({ n: 0, e: 0 });
  expect(of('between')).toMatchObject({ n: 0, e: 0 });
  expect(of('intro over')).toMatchObject({ n: 0, e: 1, l: 100 });
  expect(of('regular')).toMatchObject({ n: 0, e: 1, r: 1, t: 3 });
  expect(of('migrated')).toMatchObject({ e: 1, r: 1, t: 11 });
  expect(of('intro runs')?.p).toBeCloseTo(1200 / 1.19, 3);
  expect(of('intro runs')?.l).toBeCloseTo(1320 / 1.19, 3);
});

test('a contract takes the narrowest line of the sheet, and the newest', async () => {
  const company = await openCompany();
  await company.add('contract', [
    contract('plain', 'a', '2020-01-01', { region: 'N', risk_class: 'SF1', price_period: 'month' }),
    contract('narrow', 'b', '2020-01-01', { region: 'S', risk_class: 'SF9', volume: 3000 }),
    contract('quoted', 'c', '2020-01-01'),
    contract('other', 'd', '2020-01-01', { product_id: 'Q' }),
  ]);
  const line = (more: object) => ({ product_id: 'P', valid_from: '2026-01-01', price: 80, ...more });
  await company.add('new_business_price', [
    line({}),
    line({ valid_from: '2025-01-01', price: 70 }),
    line({ valid_from: '2026-07-01', price: 1 }),
    line({
      region: 'S',
      risk_class: 'SF9',
      volume_band: '2500-5000',
      price: 60,
      bonus: 30,
      intro_price: 50,
      intro_months: 6,
    }),
    line({ contract_id: 'quoted', price: 90, source: 'quote engine' }),
    line({ reference: 'technical', price: 40 }),
  ]);
  await buildFacts(company.warehouse, factsInOrder([newcomerPriceFact]), params);
  const rows = await company.warehouse.rows({
    name: 'twins',
    params: {},
    sql: `SELECT contract_id AS id, reference AS r, quality AS s, toFloat64(twin_list) AS b, toFloat64(twin_first_year) AS a, toFloat64(twin_horizon) AS c FROM fact_newcomer_price ORDER BY id, r`,
    row: z.object({ id: z.string(), r: z.string(), s: z.string(), a: z.number(), b: z.number(), c: z.number() }),
  });
  await company.close();
  const of = (id: string, r = '') => rows.find((row) => row.id === id && row.r === r);
  expect(of('plain')).toMatchObject({ b: 960, a: 960, s: 'q4' });
  expect(of('plain')?.c).toBeCloseTo(960, 2);
  expect(of('narrow')).toMatchObject({ b: 60, a: 25 });
  const v = 1.1 ** (-1 / 12);
  const annuity = (n: number) => (v * (1 - v ** n)) / (1 - v);
  expect(of('narrow')?.c).toBeCloseTo(60 + (((-10 / 12) * annuity(6) - 30) * 12) / annuity(36), 3);
  expect(of('quoted')).toMatchObject({ b: 90, s: 'q1' });
  expect(of('quoted', 'technical')).toMatchObject({ b: 40 });
  expect(rows.some((row) => row.id === 'other')).toBe(false);
});
