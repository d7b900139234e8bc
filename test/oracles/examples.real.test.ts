import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '#checks/catalogue.ts';
import { topShare } from '#statistics/concentration/top-share.ts';
import { aalenJohansen } from '#statistics/survival/aalen-johansen.ts';
import { competingRiskTable } from '#statistics/survival/competing-risk-table.ts';
import { firstAfter } from '#statistics/survival/moments.ts';
import { type Audited, audited, detail, outcomes, refusals, rowsOf, verdictOf } from './examples-audited.ts';
import { DATA, numbers, readRows } from './survival-data.ts';

// The numbers expected here lie beside the data (their README), or are counted in the raw file by the test itself.
const absent = existsSync(DATA) ? '' : ` (skipped: no folder ${DATA})`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const expectEach = (found: readonly number[], expected: readonly number[], digits: number) => {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
};

const NOTHING_TO_ASK = Object.fromEntries(CHECKS.map(({ id }) => [id, 'notApplicable']));

describe.skipIf(absent !== '')(`motor renewals, eudirectlapse${absent}`, () => {
  let found: Audited;
  beforeAll(async () => {
    found = await audited({
      mapping: 'eudirectlapse',
      file: 'cas_eudirectlapse.csv',
      asOf: '2026-06-30',
      counting: `SELECT least(multiIf(age < 3, age, age < 5, 3, age < 9, 5, 9), 9) AS years, count() AS policies, countIf(NOT accepted) / policies AS lapse
        FROM (SELECT contract_id, dateDiff('year', start_date, toDate('2026-06-30')) AS age FROM contract) AS c
        INNER JOIN (SELECT contract_id, accepted FROM price_event WHERE kind = 'renewal_offer') AS e ON e.contract_id = c.contract_id
        GROUP BY years ORDER BY years`,
    });
  });

  test('all 23,060 rows fill each of the five parts of the mapping, nothing is refused', () => {
    expect(rowsOf(found, 'contract')).toEqual([[23_060, 23_060, 0, 0, 0]]);
    expect(rowsOf(found, 'price_event').map(([, imported]) => imported)).toEqual([23_060, 23_060]);
    expect(rowsOf(found, 'new_business_price').map(([, imported]) => imported)).toEqual([23_060, 23_060]);
    expect(refusals(found)).toEqual([]);
  });

  test('policies and lapse by policy age 0, 1, 2, 3-4, 5-8, 9+', () => {
    expect(found.counted['policies']).toEqual([8291, 4898, 2950, 1882, 3269, 1770]);
    expectEach(found.counted['lapse'] ?? [], [0.13388, 0.154349, 0.135593, 0.138682, 0.085959, 0.082486], 5);
  });

  test('final against market price - 1 by policy age, newcomers first', () => {
    const chart = verdictOf(found, 'loyalty-penalty', 'market').charts.find(({ id }) => id === 'againstReference');
    expect(chart?.points.map(({ series, x }) => `${series} ${x}`)).toEqual([
      'newcomer new',
      'existing 1',
      'existing 2',
      'existing 3-4',
      'existing 5-8',
      'existing 9+',
    ]);
    expectEach(
      chart?.points.map(({ value }) => value) ?? [],
      [-0.124476, -0.033217, 0.099913, 0.168059, 0.168297, 0.168025],
      5,
    );
  });

  test('finding against the market price, clear against the technical price, for 8,291 and 14,769 policies', () => {
    expect(outcomes(found)).toMatchObject({
      'loyalty-penalty market': 'finding',
      'loyalty-penalty technical': 'clear',
      // 61.6 % of the regulars by one of the two prices, 1.8 % by the other: neither may be chosen.
      'silent-overpayment': 'inconclusive',
      'price-walking': 'inconclusive',
      'customer-carousel': 'notApplicable',
    });
    for (const reference of ['market', 'technical'])
      expect(verdictOf(found, 'loyalty-penalty', reference).counts).toMatchObject({
        newcomers: 8291,
        existing: 14_769,
      });
  });

  test('the plain comparison of mean premiums says the opposite', () => {
    const rows = readRows('cas_eudirectlapse.csv');
    const premium = (age: (years: number) => boolean) =>
      mean(rows.filter((row) => age(Number(row.get('policy_age')))).map((row) => Number(row.get('prem_final'))));
    const naive = verdictOf(found, 'loyalty-penalty', 'market').naive?.value;
    expect(naive).toBeCloseTo(premium((years) => years > 0) / premium((years) => years === 0) - 1, 6);
    expect(naive).toBeLessThan(0);
  });
});

describe.skipIf(absent !== '')(`telecom customers, ibm-telco${absent}`, () => {
  let found: Audited;
  beforeAll(async () => {
    found = await audited({
      mapping: 'ibm-telco',
      file: 'ibm_telco_churn.csv',
      asOf: '2026-06-28',
      counting: 'SELECT count() AS contracts, countIf(end_date IS NOT NULL) AS ended FROM contract',
    });
  });

  test('7,043 customers, 1,869 of them gone, nothing refused', () => {
    expect(found.counted).toEqual({ contracts: [7043], ended: [1869] });
    expect(refusals(found)).toEqual([]);
  });

  test('no gap within like bundles, where the plain comparison says 58 % more', () => {
    const { outcome, effect, naive } = verdictOf(found, 'loyalty-penalty');
    expect(outcome).toBe('clear');
    expect(Math.abs(effect?.value ?? Number.NaN)).toBeLessThan(0.005);
    expect(naive?.value).toBeCloseTo(0.58, 2);
  });

  test('share still there after 1, 12, 24, 48 and 72 months', () => {
    const carousel = verdictOf(found, 'customer-carousel');
    const shares = [1, 12, 24, 48, 72].map((month) => detail(carousel, `survival${month}`));
    expectEach(shares, [0.946, 0.8432, 0.7887, 0.7088, 0.5928], 4);
  });

  test('one day of ends is a snapshot: no verdict on the carousel, none on the base', () => {
    expect(outcomes(found)).toMatchObject({ 'customer-carousel': 'inconclusive', 'base-value': 'inconclusive' });
  });
});

describe.skipIf(absent !== '')(`calls of a bank, anonymous-bank-calls${absent}`, () => {
  let found: Audited;
  const calls = absent === '' ? readRows('anonymous_bank_calls_feb1999.csv') : [];
  beforeAll(async () => {
    found = await audited({
      mapping: 'anonymous-bank-calls',
      file: 'anonymous_bank_calls_feb1999.csv',
      asOf: '1999-02-28',
      counting: `SELECT countIf(caller_class = 'existing') AS existing, countIf(caller_class = 'prospect') AS prospects,
        countIf(customer_id IS NOT NULL) AS named, avgIf(wait_s, caller_class = 'existing') AS waitExisting FROM contact`,
    });
  });

  test('33,066 calls reached the queue or an agent; the 28,833 of customers and prospects are imported', () => {
    const real = calls.filter((row) => row.get('outcome') !== 'PHANTOM');
    expect(real.length).toBe(33_066);
    expect(rowsOf(found, 'contact')).toEqual([[33_344, 28_833, 0, 33_344 - 28_833, 0]]);
    expect(refusals(found)).toEqual([]);
  });

  test('classes and waits arrive as they are in the file, customer numbers do not', () => {
    const regular = calls.filter((row) => row.get('type') === 'PS' && row.get('outcome') !== 'PHANTOM');
    const { existing, prospects, named, waitExisting } = found.counted;
    expect([existing, prospects, named]).toEqual([[regular.length], [7564], [0]]);
    expect(waitExisting?.[0]).toBeCloseTo(mean(regular.map((row) => Number(row.get('q_time')))), 6);
  });

  test('reversed: newcomers wait longer, in every band of the day that has enough calls', () => {
    const { outcome, effect, naive, strata } = verdictOf(found, 'wait-gap');
    expect(outcome).toBe('reversed');
    expect(effect?.high).toBeLessThan(0);
    expect(naive?.value).toBeLessThan(0);
    expect(strata.filter((stratum) => stratum.outcome === 'finding')).toEqual([]);
  });
});

describe.skipIf(absent !== '')(`invoice lines of a web shop, uci-online-retail${absent}`, () => {
  let found: Audited;
  beforeAll(async () => {
    found = await audited({
      mapping: 'uci-online-retail',
      file: 'uci_online_retail.csv',
      asOf: '2011-12-09',
      counting: `SELECT (SELECT count() FROM customer) AS customers, count() AS months, sum(revenue) AS revenue,
        uniqExact(customer_id) AS buyers FROM customer_value`,
    });
  });

  test('541,909 lines read, 135,080 without a customer left out and counted, 4,372 customers', () => {
    const [read, imported, refused, leftOut, gathered] = rowsOf(found, 'customer')[0] ?? [];
    expect([read, imported, refused, leftOut]).toEqual([541_909, 4372, 0, 135_080]);
    expect(gathered).toBe(541_909 - 135_080 - 4372);
    expect(refusals(found)).toEqual([]);
  });

  test('every pound of a known customer is there, cancellations taken off', () => {
    expect(found.counted['customers']).toEqual([4372]);
    expect(found.counted['buyers']).toEqual([4372]);
    expect(found.counted['revenue']?.[0]).toBeCloseTo(8_300_065.814, 2);
  });

  test('nobody is accused, and nobody is said to have left', () => {
    expect(outcomes(found)).toEqual({ ...NOTHING_TO_ASK, 'base-value': 'inconclusive', 'data-readiness': 'clear' });
  });
});

describe.skipIf(absent !== '')(`life policies, uslapseagent${absent}`, () => {
  let found: Audited;
  const rows = absent === '' ? readRows('cas_uslapseagent.csv') : [];
  beforeAll(async () => {
    found = await audited({
      mapping: 'uslapseagent',
      file: 'cas_uslapseagent.csv',
      asOf: '2010-05-12',
      counting: `SELECT countIf(end_reason = 'voluntary') AS surrender, countIf(end_reason = 'death') AS death, countIf(end_reason = 'expired') AS other,
        countIf(end_date IS NULL AND end_reason IS NULL) AS inForce FROM contract`,
    });
  });

  test('29,317 policies with 11,098 surrenders, 1,284 deaths, 2,482 other ends; 14,453 in force', () => {
    expect(found.counted).toEqual({ surrender: [11_098], death: [1284], other: [2482], inForce: [14_453] });
    expect(rowsOf(found, 'contract')).toEqual([[29_317, 29_317, 0, 0, 0]]);
    expect(refusals(found)).toEqual([]);
  });

  test('with quarters of 91 days all policies in force stop on one day, 2010-05-12', () => {
    const stops = rows
      .filter((row) => row.get('allcause') === '0')
      .map((row) => Date.parse(row.get('issue.date') ?? '') / 86_400_000 + 91 * Number(row.get('duration')));
    const day = Date.parse('2010-05-12') / 86_400_000;
    expect(stops.every((stop) => Math.abs(stop - day) < 1)).toBe(true);
  });

  test('shares surrendered and otherwise ended after two years agree with Aalen-Johansen on the raw durations', () => {
    const cause = new Map(Object.entries({ surrender: 1, death: 2, other: 2 }));
    const { time, causes } = aalenJohansen(
      competingRiskTable(
        {
          entry: null,
          exit: numbers(rows, 'duration').map((quarters) => (quarters * 91) / 30.4375),
          event: Float64Array.from(rows, (row) => cause.get(row.get('termination.cause') ?? '') ?? 0),
          weights: null,
        },
        2,
      ),
    );
    const [surrendered, otherwise] = causes.map(({ incidence }) => incidence[firstAfter(time, 24) - 1] ?? 0);
    const carousel = verdictOf(found, 'customer-carousel');
    expect(Math.abs(detail(carousel, 'leftVoluntary24') - (surrendered ?? Number.NaN))).toBeLessThan(0.001);
    expect(Math.abs(detail(carousel, 'leftOtherwise24') - (otherwise ?? Number.NaN))).toBeLessThan(0.001);
  });

  test('a carousel that turns the other way, since newer cohorts surrender less, and no price that could be judged', () => {
    expect(outcomes(found)).toMatchObject({ 'customer-carousel': 'reversed', 'price-walking': 'notApplicable' });
    expect(Object.values(outcomes(found))).not.toContain('finding');
  });
});

describe.skipIf(absent !== '')(`purchases, cdnow${absent}`, () => {
  let found: Audited;
  beforeAll(async () => {
    found = await audited({
      mapping: 'cdnow',
      file: 'cdnow_master.csv',
      asOf: '1998-06-30',
      counting: 'SELECT toFloat64(sum(revenue)) AS spend FROM customer_value GROUP BY customer_id ORDER BY customer_id',
    });
  });

  test('69,659 purchases of 23,570 customers for 2,500,315.63', () => {
    const spend = found.counted['spend'] ?? [];
    expect(rowsOf(found, 'customer').map(([read, imported]) => [read, imported])).toEqual([[69_659, 23_570]]);
    expect(spend.length).toBe(23_570);
    expect(spend.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2_500_315.63, 2);
  });

  test('the top 20 % of customers hold 67.777 % of the spend in the store', () => {
    const values = found.counted['spend'] ?? [];
    expect(topShare({ values, counts: null }, { topShare: 0.2 }).share.value).toBeCloseTo(0.67777, 5);
  });

  test('a first purchase is no contract: no verdict on the base', () => {
    expect(outcomes(found)).toEqual({ ...NOTHING_TO_ASK, 'base-value': 'inconclusive', 'data-readiness': 'clear' });
  });
});

describe.skipIf(absent !== '')(`employees, ibm-hr-attrition${absent}`, () => {
  let found: Audited;
  beforeAll(async () => {
    found = await audited({
      mapping: 'ibm-hr-attrition',
      file: 'ibm_hr_attrition.csv',
      asOf: '2026-06-30',
      counting: `SELECT count() AS people, countIf(left IS NOT NULL) / people AS attrition FROM staff
        GROUP BY GROUPING SETS ((), (team_id)) ORDER BY people DESC`,
    });
  });

  test('1,470 people, attrition 0.161224; R&D, Sales and HR apart', () => {
    expect(found.counted['people']).toEqual([1470, 961, 446, 63]);
    expectEach(found.counted['attrition'] ?? [], [0.161224, 0.138398, 0.206278, 0.190476], 6);
    expect(refusals(found)).toEqual([]);
  });

  test('without a works agreement nothing is said of staff, and it says so', () => {
    expect(outcomes(found)).toEqual({ ...NOTHING_TO_ASK, 'data-readiness': 'clear' });
    for (const { id, reason } of found.report.checks) if (id !== 'data-readiness') expect(reason).not.toBeNull();
    expect(verdictOf(found, 'staff-disparity').reason?.id).toBe('noWorksAgreement');
  });
});
