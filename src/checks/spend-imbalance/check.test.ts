import { expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { spendImbalance } from './check.ts';

const AS_OF = '2026-06-30';
const MONTHS = Array.from(
  { length: 14 },
  (_, i) => `${i < 9 ? 2025 : 2026}-${`${((i + 3) % 12) + 1}`.padStart(2, '0')}`,
);

/** Fourteen months from April 2025 to May 2026, the same in each. */
const books = (spent: Readonly<Record<string, number>>, periods: readonly string[] = MONTHS) =>
  periods.flatMap((period) =>
    Object.entries(spent).map(([purpose, amount]) => ({ period, purpose, amount, allocation_key: purpose })),
  );

/** 840 who came in 2020 at 100 a year, 160 who came in January 2026. */
const contracts = (company: Company, price = '100') =>
  company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'],
    `SELECT concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id,
       if(number < 840, toDate32('2020-03-01'), toDate32('2026-01-01')) AS start_date, ${price} AS price FROM numbers(1000)`,
  );

async function verdictFor(company: Company) {
  return verdictOf(await company.audit({ checks: [spendImbalance], asOf: AS_OF }), 'spend-imbalance');
}
async function audited(costs: Parameters<Company['add']>[1], more: (company: Company) => Promise<void> = contracts) {
  const company = await openCompany();
  await company.add('cost', costs);
  await more(company);
  const found = await verdictFor(company);
  await company.close();
  return found;
}
type Found = Awaited<ReturnType<typeof verdictFor>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;

test('71 % for winning, 29 % for keeping, 84 % brought by existing customers: parity 0.35, exact', async () => {
  const found = await audited(books({ acquisition: 7100, retention: 2320, save: 580 }));
  expect(found).toMatchObject({
    outcome: 'finding',
    grade: 'C',
    money: { transfer: null, loss: null },
    affected: null,
  });
  expect(found.effect?.value).toBeCloseTo(0.29 / 0.84, 8);
  expect(found.effect?.low).toBeCloseTo(0.29 / 0.84, 8);
  expect(detail(found, 'winning')?.value).toBeCloseTo(12 * 7100, 4);
  expect(detail(found, 'saving')?.value).toBeCloseTo(12 * 580, 4);
  expect(detail(found, 'parityWithoutSaving')?.value).toBeCloseTo(2320 / 9420 / 0.84, 8);
  expect(detail(found, 'perNewcomer')?.value).toBeCloseTo((12 * 7100) / 160, 4);
  expect(detail(found, 'perExisting')?.value).toBeCloseTo((12 * 2900) / 840, 4);
  expect(found.overturn?.values['day']).toBe('2026-05-31');
});

test('keeping that is booked as such only since three months is not taken for little keeping, nor winning for little winning', async () => {
  const recent = MONTHS.slice(-3);
  const keeping = await audited([...books({ acquisition: 1600 }), ...books({ retention: 8400 }, recent)]);
  expect(keeping).toMatchObject({ outcome: 'inconclusive', reason: { id: 'keepingLate', values: { found: 3 } } });
  const winning = await audited([...books({ acquisition: 7100 }, recent), ...books({ retention: 2900 })]);
  expect(winning).toMatchObject({ outcome: 'inconclusive', reason: { id: 'winningLate', values: { found: 3 } } });
});

test('null: spend in proportion to what is brought is clear', async () => {
  const found = await audited(books({ acquisition: 1600, retention: 8400 }));
  expect(found.outcome).toBe('clear');
  expect(found.effect?.value).toBeCloseTo(1, 8);
});

test('a company that spends more on keeping than its existing customers bring is told so', async () => {
  const young = (company: Company) =>
    company.addSql(
      'contract',
      ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'],
      `SELECT toString(number) AS contract_id, toString(number) AS customer_id, 'P' AS product_id, if(number < 300, toDate32('2020-03-01'), toDate32('2026-01-01')) AS start_date, 100 AS price FROM numbers(1000)`,
    );
  expect((await audited(books({ acquisition: 4000, retention: 6000 }), young)).outcome).toBe('reversed');
});

test('trap: the discount of newcomers is in no budget; with it counted, a balanced book is none', async () => {
  const costs = books({ acquisition: 2000, retention: 8000 });
  const found = await audited(costs, async (company) => {
    await contracts(company);
    await company.addSql(
      'contract',
      ['contract_id', 'customer_id', 'product_id', 'start_date', 'price', 'discount', 'discount_end'],
      `SELECT concat('d', toString(number)) AS contract_id, concat('d', toString(number)) AS customer_id, 'P' AS product_id, toDate32('2025-06-01') AS start_date, 100 AS price, 365.25 AS discount, toDate32('2026-06-01') AS discount_end FROM numbers(160)`,
    );
  });
  // 160 discounts of one euro a day over the 365 days of the books.
  expect(detail(found, 'forgone')?.value).toBeCloseTo(160 * 365, 3);
  const brought = detail(found, 'broughtByExisting')?.value ?? 0;
  expect(found.naive?.value).toBeCloseTo(0.8 / brought, 6);
  expect(found.effect?.value).toBeCloseTo(96_000 / (120_000 + 58_400) / brought, 6);
  expect(found.outcome).toBe('finding');
});

test('mixed lines open the bounds: all on one side and all on the other; what they decide is not decided', async () => {
  const found = await audited(books({ acquisition: 4000, retention: 4000, mixed: 2000 }));
  expect(found.effect?.low).toBeCloseTo(0.4 / 0.84, 6);
  expect(found.effect?.high).toBeCloseTo(0.6 / 0.84, 6);
  expect(found.effect?.value).toBeCloseTo(0.5 / 0.84, 6);
  expect(found.outcome).toBe('finding');
  const open = await audited(books({ acquisition: 2000, retention: 4000, mixed: 4000 }));
  expect(open).toMatchObject({ outcome: 'inconclusive', reason: { id: 'boundsOpen' } });
});

test('years, quarters and months of the same spend give the same answer; a year that is not over counts for nothing', async () => {
  const monthly = await audited(
    books({ acquisition: 700, retention: 300 }, [
      '2024-12',
      ...Array.from({ length: 12 }, (_, i) => `2025-${`${i + 1}`.padStart(2, '0')}`),
    ]),
  );
  const mixed = await audited([
    ...books({ acquisition: 8400 }, ['2025', '2026']),
    ...books({ retention: 900 }, ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']),
  ]);
  expect(mixed.effect).toEqual(monthly.effect);
  expect(mixed.overturn?.values['day']).toBe('2025-12-31');
});

test('margins of customers come before prices, newcomers only from their first anniversary on', async () => {
  const found = await audited(books({ acquisition: 7000, retention: 3000 }), async (company) => {
    await contracts(company);
    await company.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT concat('k', toString(number)) AS customer_id, '2025' AS period, 30 AS margin FROM numbers(840)`,
    );
    await company.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT concat('n', toString(number)) AS customer_id, '2025' AS period, 30 AS margin FROM numbers(360)`,
    );
    await company.addSql(
      'customer',
      ['customer_id', 'customer_since'],
      `SELECT concat('n', toString(number)) AS customer_id, toDate32('2024-07-01') AS customer_since FROM numbers(360)`,
    );
  });
  // Of the 360 the part of 2025 after 1 July: 184 of 365 days.
  expect(detail(found, 'broughtByExisting')?.value).toBeCloseTo((840 + 360 * (184 / 365)) / 1200, 6);
});

test('costs alone: the share is told, the proportion is not', async () => {
  const found = await audited(books({ acquisition: 7000, retention: 3000 }), async () => undefined);
  expect(found).toMatchObject({
    outcome: 'inconclusive',
    grade: 'D',
    effect: { value: 0.3, unit: 'share' },
    reason: { id: 'noBase' },
    sharpen: 'customer_value.margin',
  });
});

test('eleven months, or a purpose that was never booked, is refused with the number that is missing', async () => {
  const short = await audited(books({ acquisition: 7000, retention: 3000 }, MONTHS.slice(-11)));
  expect(short).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'fewMonths', values: { needed: 12, found: 11 } },
  });
  expect(await audited(books({ acquisition: 7000 }))).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'noKeeping' },
  });
});

test('costs before and after the twelve months, former customers and the order of the lines change nothing', async () => {
  const costs = books({ acquisition: 7100, retention: 2900 });
  const before = await audited(costs);
  const after = await audited(
    [...costs, ...books({ acquisition: 99_000, retention: 1 }, ['2023', '2024-01', '2026', '2027-01'])].reverse(),
    async (company) => {
      await contracts(company);
      await company.add('contract', [
        {
          contract_id: 'x',
          customer_id: 'x',
          product_id: 'P',
          start_date: '2019-01-01',
          end_date: '2021-01-01',
          price: 1e6,
        },
      ]);
    },
  );
  expect(after.effect).toEqual(before.effect);
  expect(after.details).toEqual(before.details);
});
