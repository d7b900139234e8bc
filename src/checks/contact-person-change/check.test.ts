import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { verdict } from '../verdict.ts';
import { contactPersonChange } from './check.ts';

const asOf = '2025-12-31';
const MONTHS = 60;

interface World {
  readonly customers?: number;
  readonly staff?: number;
  /** Risk of leaving after a change, by months since, as a multiple. */
  readonly afterHouse?: string;
  /** Share of the customers who fall into a bad year at some point: they are handed to the risk team and leave five times as often. */
  readonly risky?: number;
  readonly monthlyExit?: number;
  /** SQL of the yearly chance that a person goes. */
  readonly departures?: string;
  readonly cause?: string;
  readonly from?: number;
  /** Customers of persons who will go leave that many times as often long before. */
  readonly badPortfolios?: number;
}

/**
 * Customers who begin over five years under one of many persons. Persons go in a month drawn by hash; then all their customers pass to the
 * next person. Risky customers are moved to the risk team now and then. All chance comes from hashes.
 */
const world = (given: World) => {
  const w = {
    customers: 6000,
    staff: 60,
    afterHouse: '1',
    risky: 0,
    monthlyExit: 0.012,
    departures: '0.3',
    cause: "if(by_house, 'staff_exit', 'risk_team')",
    from: 0,
    badPortfolios: 1,
    ...given,
  };
  const u = (...parts: readonly string[]) => `((sipHash64(${parts.join(', ')}) % 1000000 + 0.5) / 1e6)`;
  return `
WITH
  lives AS (
    SELECT
      number AS i,
      toInt32(sipHash64(i, 'start') % ${MONTHS - 6}) AS first,
      toInt32(sipHash64(i, 'desk') % ${w.staff}) AS desk,
      ${u('i', "'risk'")} < ${w.risky} AS is_risky,
      -- The month in which the person at a desk goes; desks whose draw is late keep theirs.
      arrayFilter(m -> ${u('desk', 'm', "'goes'")} < (${w.departures}) / 12, range(1, ${MONTHS})) AS gone,
      arrayFirst(m -> m > first + 1 AND ${u('i', 'm', "'moved'")} < if(is_risky, 0.02, 0), range(1, ${MONTHS})) AS moved,
      arrayFilter(m -> m > first AND (moved = 0 OR m < moved), gone) AS changes,
      arraySort(arrayConcat(changes, if(moved > 0, [moved], []))) AS all_changes,
      arrayFirst(m -> m > first AND ${u('i', 'm', "'leaves'")} < ${w.monthlyExit}
        * if(moved > 0 AND m > moved - 3 AND m <= moved + 9, 5, 1)
        * if(arrayExists(g -> g > m AND g <= m + 12, gone), ${w.badPortfolios}, 1)
        * (arrayLast(c -> c < m, arrayConcat([0], changes)) AS last, if(last > 0, m - last, 100) AS since,
           (${w.afterHouse})).3, range(1, ${MONTHS})) AS left
    FROM numbers(${w.from}, ${w.customers})
  )
SELECT *, addMonths(toDate32('2021-01-01'), first) AS start_day,
  if(left > 0, toNullable(addMonths(toDate32('2021-01-01'), left) + 14), NULL) AS end_day
FROM lives`;
};
const contracts = (given: World) => `
SELECT concat('v', toString(i)) AS contract_id, concat('k', toString(i)) AS customer_id, 'P' AS product_id, start_day AS start_date, end_day AS end_date,
  if(left > 0, 'voluntary', NULL) AS end_reason
FROM (${world(given)})`;
const assignments = (given: World) => `
SELECT
  concat('k', toString(i)) AS customer_id,
  concat('p', toString(if(by_team, 1000 + i % 5, desk)), '-', toString(if(by_team, 0, arrayCount(g -> g <= month, gone)))) AS staff_pid,
  if(month = first, start_day, addMonths(toDate32('2021-01-01'), month)) AS valid_from,
  CAST(NULL, 'Nullable(Date32)') AS valid_to,
  moved > 0 AND month >= moved AS by_team,
  has(gone, month) AS by_house,
  if(month = first, NULL, ${given.cause ?? "if(by_house, 'staff_exit', 'risk_team')"}) AS change_cause
FROM (${world(given)})
ARRAY JOIN arrayDistinct(arrayConcat([first], all_changes)) AS month
WHERE left = 0 OR month <= left`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const fill = async (given: World) => {
  for (const table of ['contract', 'assignment', 'contact'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  const columns = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason'];
  await made.addSql('contract', columns, contracts(given));
  await made.addSql(
    'assignment',
    ['customer_id', 'staff_pid', 'valid_from', 'valid_to', 'change_cause'],
    assignments(given),
  );
};
const verdictNow = async () =>
  verdictOf(await made.audit({ checks: [contactPersonChange], asOf }), 'contact-person-change');
const judged = async (given: World) => {
  await fill(given);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const stratum = (v: Found, key: string) => v.strata.find((entry) => entry.key === key)?.effect ?? null;

describe('a company where customers leave after the house took their person away, and risky ones are moved (trap T6)', () => {
  const given: World = { afterHouse: 'multiIf(since <= 3, 2.2, since <= 6, 1.6, since <= 12, 1.3, 1)', risky: 0.25 };
  let found: Found;
  beforeAll(async () => {
    found = await judged(given);
  });

  test('the planted multiples lie within the intervals of their windows', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'B' });
    for (const [key, truth] of [
      ['1-3', 2.2],
      ['4-6', 1.6],
      ['7-12', 1.3],
      ['>12', 1],
    ] as const) {
      const { low, high } = stratum(found, `window:${key}`) ?? { low: null, high: null };
      expect(low, key).toBeLessThan(truth);
      expect(high, key).toBeGreaterThan(truth);
    }
  });

  test('the plain ratio of all changes is too high, and ever against never is far too low', () => {
    const { value, high } = detail(found, 'ratioYear') ?? { value: 0, high: 0 };
    expect(found.naive?.value ?? 0).toBeGreaterThan(Math.max(1.15 * value, high ?? 0));
    expect(detail(found, 'everAgainstNever')?.value).toBeLessThan(1);
  });

  test('before the persons go, their customers leave like the others', () => {
    const { low, high } = detail(found, 'ratioBefore') ?? { low: null, high: null };
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });

  test('the people behind the number are the customers newly handed over who are still there', () => {
    expect(found.affected).toBeGreaterThan(100);
    expect(found.affected).toBeLessThan(found.counts['customers'] ?? 0);
  });

  test('without recorded causes, persons whose whole portfolio passed on are found, and the answer stays', async () => {
    const blind = await judged({ ...given, cause: 'NULL' });
    expect(blind).toMatchObject({ outcome: 'finding', grade: 'C', sharpen: 'assignment.change_cause' });
    expect(blind.caveats.map(({ id }) => id)).toContain('causeInferred');
    const { low, high } = stratum(blind, 'window:1-3') ?? { low: null, high: null };
    expect(low).toBeLessThan(2.2);
    expect(high).toBeGreaterThan(2.2);
  });

  test('every answer names value, interval and day in both languages', () => {
    for (const language of LANGUAGES) {
      const f = createFormat(language);
      for (const outcome of ['finding', 'clear', 'reversed', 'inconclusive'] as const) {
        const said = contactPersonChange.messages[language].answer(
          verdict({
            outcome,
            effect: { value: 1.62, low: 1.31, high: 2, level: 0.95, unit: 'ratio' },
            overturn: { id: 'overturn', values: { asOf, months: 3 } },
          }),
          f,
        );
        for (const part of [f.number(1.62, 2), f.number(1.31, 2), f.day(asOf)]) expect(said).toContain(part);
      }
    }
  });
});

test('trap T12: without any effect, whoever stays longer has had more changes; person-months say 1', async () => {
  const found = await judged({ customers: 12_000, staff: 120 });
  expect(found.outcome).toBe('clear');
  expect(detail(found, 'everAgainstNever')?.value).toBeLessThan(0.7);
  const { low, high } = detail(found, 'ratioYear') ?? { low: null, high: null };
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});

test('risky customers who are moved to others do not accuse where a change itself does nothing', async () => {
  const found = await judged({ risky: 0.3 });
  expect(found.naive?.low).toBeGreaterThan(1);
  expect(found.naive?.value).toBeGreaterThan(1.2);
  expect(found.outcome).not.toBe('finding');
});

test('a fresh start that keeps customers is told as such', async () => {
  const found = await judged({ afterHouse: 'if(since <= 12, 0.4, 1)' });
  expect(found.outcome).toBe('reversed');
});

test('persons whose customers left in numbers long before they went prove nothing about their going', async () => {
  const found = await judged({ badPortfolios: 2.2, afterHouse: 'if(since <= 12, 2.2, 1)' });
  expect(detail(found, 'ratioBefore')?.low).toBeGreaterThan(1);
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason?.id).toBe('differedBefore');
});

test('rows split in the books, customers without a person and contacts of others change no ratio', async () => {
  const given: World = { afterHouse: 'if(since <= 12, 1.8, 1)' };
  const before = await judged(given);
  const columns = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason'];
  await made.addSql('contract', columns, contracts({ ...given, customers: 500, from: 100_000 }));
  await made.addSql(
    'assignment',
    ['customer_id', 'staff_pid', 'valid_from'],
    'SELECT customer_id, min(a.staff_pid) AS staff_pid, min(a.valid_from) + 3 AS valid_from FROM assignment AS a GROUP BY customer_id HAVING count() = 1',
  );
  const after = await verdictNow();
  expect(after.strata).toEqual(before.strata);
  expect(after.effect).toEqual(before.effect);
});

test('a day on which the books moved a quarter of the base is left out and said', async () => {
  const given: World = {};
  const before = await judged(given);
  await made.addSql(
    'assignment',
    ['customer_id', 'staff_pid', 'valid_from', 'change_cause'],
    `SELECT customer_id, concat('new-', toString(cityHash64(customer_id) % 40)) AS staff_pid, toDate32('2025-10-01') AS valid_from, 'unknown' AS change_cause
     FROM (SELECT customer_id FROM contract WHERE end_date IS NULL) WHERE cityHash64(customer_id) % 10 < 4`,
  );
  const after = await verdictNow();
  expect(after.caveats.find(({ id }) => id === 'massMove')?.values['day']).toBe('2025-10-01');
  expect(after.excluded['massMove']).toBeGreaterThan(1000);
  expect(after.outcome).toBe(before.outcome);
});

test('continuity: contacts are spread over persons as planted', async () => {
  await fill({ customers: 400 });
  await made.addSql(
    'contact',
    ['contact_id', 'started_at', 'customer_id', 'staff_pid'],
    `SELECT concat('c', toString(number)) AS contact_id, toDateTime64('2025-06-01 10:00:00', 3, 'UTC') AS started_at,
       concat('k', toString(intDiv(number, 4))) AS customer_id, if(number % 4 = 0, 'x', 'y') AS staff_pid FROM numbers(1600)`,
  );
  const found = await verdictNow();
  // Three of four contacts with one person; (9 + 1 - 4) / (4 x 3) of the pairs are with the same.
  expect(detail(found, 'usualContact')?.value).toBeCloseTo(0.75, 10);
  expect(detail(found, 'continuity')?.value).toBeCloseTo(0.5, 10);
});

test('too few departures or leavings say what is missing; nobody changing, and nothing at all, too', async () => {
  const few = await judged({ staff: 8, departures: '0.1' });
  expect(few).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewDepartures', values: { needed: 10 } } });
  expect(JSON.stringify(few)).not.toMatch(/departures"/);
  const short = await judged({ customers: 300 });
  expect(short).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewLeavesAfter', values: { needed: 30 } } });
  const still = await judged({ departures: '0' });
  expect(still.reason?.id).toBe('noChanges');
  await fill({ customers: 0 });
  expect((await verdictNow()).outcome).toBe('notApplicable');
});
