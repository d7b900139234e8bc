import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Company, openCompany } from '../../test/company.ts';
import { buildFacts, factsInOrder } from '../audit/build-facts.ts';
import { auditParams } from '../audit/run-audit.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../domain/audit-settings.ts';
import { observedSpellFact } from './observed-spell.ts';

const params = auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf: '2025-12-31' });
const Spell = z.object({
  party: z.string(),
  spell: z.number(),
  start: z.string(),
  end_kind: z.string(),
  entry: z.number(),
  exit: z.number(),
  migrated: z.number(),
  early: z.number(),
  record: z.string(),
});

async function spells(company: Company) {
  await buildFacts(company.warehouse, factsInOrder([observedSpellFact]), params);
  return company.warehouse.rows({
    name: 'spells',
    params: {},
    sql: `SELECT party, toUInt32(spell) AS spell, toString(start) AS start, end_kind, entry_months AS entry, exit_months AS exit,
            toUInt8(migrated) AS migrated, toUInt8(before_records) AS early, ifNull(toString(record_start), '') AS record
          FROM fact_observed_spell ORDER BY party, spell`,
    row: Spell,
  });
}

const contract = (id: string, customer: string, start: string, end: string | null, reason: string | null = null) => ({
  contract_id: id,
  customer_id: customer,
  product_id: 'P',
  start_date: start,
  end_date: end,
  end_reason: reason,
});

test('contracts chain into spells by party: switches and gaps up to 31 days continue, longer ones begin anew', async () => {
  const company = await openCompany();
  await company.add('customer', [
    { customer_id: 'old number', identity_key: 'same' },
    { customer_id: 'new number', identity_key: 'same' },
  ]);
  await company.add('contract', [
    contract('1', 'a', '2020-01-01', '2021-01-01', 'voluntary'),
    contract('2', 'a', '2021-02-01', null),
    contract('3', 'b', '2020-01-01', '2021-01-01', 'voluntary'),
    contract('4', 'b', '2021-02-02', '2022-02-02', 'death'),
    contract('5', 'c', '2020-01-01', '2020-06-30', 'switch_internal'),
    contract('6', 'c', '2021-06-30', '2022-06-30', 'voluntary'),
    contract('7', 'old number', '2020-01-01', '2023-01-01', 'voluntary'),
    contract('8', 'new number', '2022-12-15', '2026-06-30', 'voluntary'),
    contract('9', 'd', '1965-01-31', '1965-02-28', 'voluntary'),
  ]);
  const found = await spells(company);
  await company.close();
  expect(found.map(({ party, spell, start, end_kind }) => [party, spell, start, end_kind])).toEqual([
    ['a', 1, '2020-01-01', 'running'],
    ['b', 1, '2020-01-01', 'voluntary'],
    ['b', 2, '2021-02-02', 'death'],
    ['c', 1, '2020-01-01', 'voluntary'],
    ['d', 1, '1965-01-31', 'voluntary'],
    ['same', 1, '2020-01-01', 'running'],
  ]);
  expect(found.map(({ exit }) => exit)).toEqual([71 + 30 / 31, 12, 12, 29 + 29 / 30, 1, 71 + 30 / 31]);
  expect(found.every(({ entry, record }) => entry === 0 && record === '')).toBe(true);
});

test('a store that knows no ends before a day is seen from that day on, one with few early ends is not cut', async () => {
  const company = await openCompany();
  const life = `(2 + cityHash64(number) % 3000)`;
  const begun = `toDate32('2014-01-01') + number % 4380`;
  await company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason'],
    `SELECT toString(number) AS contract_id, contract_id AS customer_id, 'P' AS product_id, ${begun} AS start_date,
       if(start_date + ${life} <= toDate32('2025-12-31'), toNullable(start_date + ${life}), NULL) AS end_date,
       if(end_date IS NULL, NULL, 'voluntary') AS end_reason
     FROM numbers(4000) WHERE number % 2 = 0 OR ${begun} + ${life} >= toDate32('2019-01-01')`,
  );
  const whole = await spells(company);
  expect(whole.every(({ record }) => record === '')).toBe(true);
  await company.close();
  const migrated = await openCompany();
  await migrated.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason'],
    `SELECT toString(number) AS contract_id, contract_id AS customer_id, 'P' AS product_id,
       if(number % 5 = 0, toDate32('2018-07-01'), ${begun}) AS start_date,
       if(start_date + ${life} <= toDate32('2025-12-31'), toNullable(start_date + ${life}), NULL) AS end_date,
       if(end_date IS NULL, NULL, 'voluntary') AS end_reason
     FROM numbers(4000) WHERE start_date + ${life} >= toDate32('2019-01-01') OR number = 4`,
  );
  const found = await spells(migrated);
  await migrated.close();
  const record = found[0]?.record ?? '';
  // The lowest half per cent of the ends is given up, lest one stray early end hides the day.
  expect(record >= '2018-12-31' && record < '2019-01-31').toBe(true);
  expect(found.filter(({ early }) => early === 1).length).toBeLessThan(0.01 * found.length);
  const cut = found.filter(({ start, migrated: moved, early }) => start < record && moved === 0 && early === 0);
  expect(cut.length).toBeGreaterThan(500);
  expect(cut.every(({ entry }) => entry > 0)).toBe(true);
  expect(found.filter(({ migrated: moved }) => moved === 1).every(({ start }) => start === '2018-07-01')).toBe(true);
  expect(found.filter(({ migrated: moved }) => moved === 1).length).toBeGreaterThan(400);
});
