import { expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../../domain/audit-settings.ts';
import { type Cells, toCells } from '../cells.ts';
import { assessRadar } from './assess.ts';
import { flightRadar } from './check.ts';
import { type InventedMonths, inventMonths } from './invented-months.ts';
import { RADAR_DEFAULTS } from './settings.ts';

const asOf = '2026-06-30';
const audit = { ...DEFAULT_AUDIT_SETTINGS, asOf };
const none = (by: string, sums: readonly string[]): Cells =>
  toCells(
    { by: [by], sums: Object.fromEntries(sums.map((name) => [name, '1'])) },
    { keys: {}, replicate: [], sums: {} },
  );

function judged(world: InventedMonths, signals: Cells = none('signal', ['events', 'followed'])) {
  const { cells } = inventMonths(world, 'radar');
  const states = toCells(
    { by: ['state', 'snapshot'], sums: { customers: '1', affected: '1' } },
    {
      keys: { state: ['steady', 'disappointed'], snapshot: [0, 0] },
      replicate: [0, 0],
      sums: { customers: [900, 100], affected: [0, 100] },
    },
  );
  const input = {
    cells: { months: cells, states, signals },
    settings: RADAR_DEFAULTS,
    audit,
    inventory: {},
    catalogue: [],
  };
  const [found] = assessRadar(input);
  if (found === undefined) throw new Error('no verdict');
  return found;
}

/** The company falls silent the longer somebody is there; who is there longer leaves less. */
const SILENT: InventedMonths = {
  seed: 3,
  customers: 5000,
  base: -3.4,
  exposed: { drought: (tenure) => Math.min(0.9, 0.1 + 0.16 * tenure) },
  effects: { drought: 0.6 },
};

test('what goes with the exposure is found although the plain comparison says the opposite (Simpson)', () => {
  const found = judged(SILENT);
  expect(found.outcome).toBe('finding');
  expect(found.naive?.value).toBeLessThan(0);
  const odds = found.strata.find(({ key }) => key === 'drought')?.effect;
  expect(odds?.low ?? 0).toBeLessThan(Math.exp(0.6));
  expect(odds?.high ?? 0).toBeGreaterThan(Math.exp(0.6));
  expect(found.money).toMatchObject({ transfer: null, loss: null, recoverable: null });
  expect(found.money.atRisk?.low).toBeGreaterThan(0);
});

test('exposures without effect are cleared, one that keeps customers is reversed', () => {
  expect(judged({ ...SILENT, customers: 12_000, exposed: { drought: () => 0.2 }, effects: {} }).outcome).toBe('clear');
  expect(judged({ ...SILENT, exposed: { drought: () => 0.5 }, effects: { drought: -0.8 } }).outcome).toBe('reversed');
});

test('the forecast of the last half-year is calibrated and beats a table of rates by tenure', () => {
  const found = judged({ ...SILENT, customers: 8000, exposed: { drought: () => 0.5 }, effects: { drought: 1.5 } });
  const detail = (key: string) => found.details.find((one) => one.key === key)?.quantity.value ?? Number.NaN;
  expect(Math.abs(detail('foretoldOverSeen') - 1)).toBeLessThan(0.1);
  expect(detail('brierOverTable')).toBeLessThan(1);
  expect(detail('calibrationError')).toBeLessThan(0.004);
  const points = found.charts.find(({ id }) => id === 'reliability')?.points ?? [];
  const off = points.filter(({ x, low, high }) => Number(x) / 100 < (low ?? 0) || Number(x) / 100 > (high ?? 1));
  expect(points.length).toBeGreaterThan(5);
  expect(off.length).toBeLessThanOrEqual(2);
});

test('the interval of the share covers the truth about as often as it says', () => {
  let covered = 0;
  const truth = (0.5 * (Math.exp(0.5) - 1)) / (1 + 0.5 * (Math.exp(0.5) - 1));
  for (let seed = 200; seed < 240; seed++) {
    const world = {
      ...SILENT,
      seed,
      customers: 1500,
      perBand: 0,
      exposed: { drought: () => 0.5 },
      effects: { drought: 0.5 },
    };
    const { effect } = judged(world);
    // The coming month's exposures are drawn anew: the truth holds but for their chance and the bend of the logit.
    if ((effect?.low ?? 1) <= truth && (effect?.high ?? 0) >= truth) covered += 1;
  }
  expect(covered).toBeGreaterThanOrEqual(33);
});

test('whom to spare first is told by expected effect, in groups, and only under a finding', () => {
  const keys = (found: ReturnType<typeof judged>) => found.details.map(({ key }) => key);
  const found = judged(SILENT);
  expect(keys(found)).toEqual(expect.arrayContaining(['order_drought', 'reachByEffect', 'reachByRisk', 'firstShared']));
  expect(found.details.find(({ key }) => key === 'order_drought')?.quantity.low).toBeGreaterThan(0);
  expect(found.charts.map(({ id }) => id)).toContain('order');
  expect(found.caveats.map(({ id }) => id)).toContain('orderExpected');
  const none = [
    judged({ ...SILENT, customers: 12_000, exposed: { drought: () => 0.2 }, effects: {} }),
    judged({ ...SILENT, exposed: { drought: () => 0.5 }, effects: { drought: -0.8 } }),
    judged({ ...SILENT, customers: 300 }),
  ];
  for (const refused of none) {
    expect(keys(refused).filter((key) => /^order_|^reach/.test(key))).toEqual([]);
    expect(refused.charts.map(({ id }) => id)).not.toContain('order');
    expect(refused.caveats.map(({ id }) => id)).not.toContain('orderExpected');
  }
});

test('below fifty exits nothing, below two hundred a table and no model', () => {
  expect(judged({ ...SILENT, customers: 60 })).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'fewExits' },
    effect: null,
  });
  const table = judged({ ...SILENT, customers: 300 });
  expect(table).toMatchObject({ outcome: 'inconclusive', effect: null, strata: [] });
  expect(table.reason).toMatchObject({ id: 'tableOnly', values: { needed: 200, found: table.counts['exits'] } });
  expect(table.charts.map(({ id }) => id)).toEqual(['rates']);
});

test('an event that knows the exit is named and left out; an everyday one is not', () => {
  const signals = toCells(
    { by: ['signal'], sums: { events: '1', followed: '1' } },
    {
      keys: { signal: ['contact: invoice', 'exit_event: notice', 'exit_event: threat'] },
      replicate: [0, 0, 0],
      sums: { events: [5000, 200, 10], followed: [60, 190, 10] },
    },
  );
  const leaks = judged(SILENT, signals).caveats.filter(({ id }) => id === 'leak');
  expect(leaks).toEqual([{ id: 'leak', values: { signal: 'exit_event: notice', share: 0.95 } }]);
});

test('without an experiment it says that nothing is known about who would respond', () => {
  expect(judged(SILENT).caveats.map(({ id }) => id)).toContain('responsivenessUnknown');
});

const hash = (salt: string) => `(sipHash64(number, '${salt}') % 1000000 / 1e6)`;
const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'notice_date'];

/** Contracts since 2021 that end at a rate a year; with `told` the notice is on record. */
const contracts = (size: number, rate: string) => `
  SELECT
    concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id,
    toDate32('2021-01-01') + toInt32(${hash('start')} * 1700) AS start_date,
    start_date + toInt32(-log(1 - ${hash('end')}) / (${rate}) * 365) AS planned,
    if(planned <= toDate32('${asOf}') AND planned > start_date, toNullable(planned), NULL) AS end_date,
    if(end_date IS NULL, NULL, 'voluntary') AS end_reason,
    if(end_date IS NULL, NULL, greatest(start_date + 1, assumeNotNull(end_date) - 60)) AS notice_date
  FROM numbers(${size}) ORDER BY sipHash64(number, 'order')`;

async function audited(company: Company) {
  return verdictOf(await company.audit({ checks: [flightRadar], asOf }), flightRadar.id);
}

test('contracts alone give chances by tenure, and no reasons', async () => {
  const company = await openCompany();
  await company.addSql('contract', CONTRACT.slice(0, 5), contracts(2000, '0.25'));
  const found = await audited(company);
  await company.close();
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noReasons' }, effect: null });
  // A rate of 0.25 a year is 2 % a month.
  const monthly = found.details.find(({ key }) => key === 'monthlyExit')?.quantity;
  expect(monthly?.low ?? 1).toBeLessThan(1 - Math.exp(-0.25 / 12));
  expect(monthly?.high ?? 0).toBeGreaterThan(1 - Math.exp(-0.25 / 12));
});

test('ends on one single day are a picture, not a history: refused', async () => {
  const company = await openCompany();
  const ends = `SELECT * REPLACE (if(end_date IS NULL, NULL, toNullable(toDate32('${asOf}'))) AS end_date) FROM (${contracts(1500, '0.3')})`;
  await company.addSql('contract', CONTRACT.slice(0, 5), ends);
  const found = await audited(company);
  await company.close();
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'snapshot' } });
});

test('long waits that come with giving notice say nothing: what lies after the notice is not counted', async () => {
  const company = await openCompany();
  await company.addSql('contract', CONTRACT, contracts(3000, '0.3'));
  // Everybody who leaves waits long on the line thirty days after the notice; one in ten others waits at some time too.
  const waits = (salt: string, from: string, day: string, where: string) =>
    `SELECT concat('${salt}', contract_id) AS contact_id, customer_id, toDateTime64(${day}, 3) + 36000 AS started_at, 'in' AS direction, 900 AS wait_s, true AS answered FROM (${from}) WHERE ${where}`;
  const base = contracts(3000, '0.3');
  const columns = ['contact_id', 'customer_id', 'started_at', 'direction', 'wait_s', 'answered'];
  await company.addSql('contact', columns, waits('n', base, 'assumeNotNull(notice_date) + 30', 'end_date IS NOT NULL'));
  for (const month of Array.from({ length: 30 }, (_, i) => i)) {
    const day = `addMonths(toDate32('2024-01-15'), ${month})`;
    const there = `start_date < ${day} AND ifNull(notice_date > ${day}, true) AND sipHash64(customer_id, ${month}) % 10 = 0`;
    await company.addSql('contact', columns, waits(`w${month}-`, base, day, there));
  }
  const found = await audited(company);
  const odds = found.strata.find(({ key }) => key === 'long_wait')?.effect;
  expect(odds?.low ?? 9).toBeLessThan(1.1);
  expect(found.outcome).not.toBe('finding');

  // Affected people are those whom the list would show.
  const { buildFacts, dropFacts, factsInOrder } = await import('../../audit/build-facts.ts');
  const { auditParams } = await import('../../audit/run-audit.ts');
  const params = { ...auditParams(audit), ...flightRadar.defaults };
  const facts = factsInOrder(flightRadar.facts);
  await buildFacts(company.warehouse, facts, params);
  const listed = await company.warehouse.columns({
    name: 'people',
    sql: `SELECT count() AS n FROM (${flightRadar.subjects.sql}) WHERE ${flightRadar.affected} ORDER BY n`,
    params,
  });
  await dropFacts(company.warehouse, facts);
  expect(listed['n']).toEqual([found.affected]);

  // Repeated contacts and strangers change nothing.
  await company.addSql('contact', columns, waits('n', base, 'assumeNotNull(notice_date) + 30', 'end_date IS NOT NULL'));
  await company.addSql(
    'contact',
    columns,
    waits('again', base, 'assumeNotNull(notice_date) + 30', 'end_date IS NOT NULL'),
  );
  await company.addSql(
    'customer',
    ['customer_id'],
    `SELECT concat('stranger', toString(number)) AS customer_id FROM numbers(300)`,
  );
  const again = await audited(company);
  await company.close();
  expect({ ...again, caveats: [] }).toEqual({ ...found, caveats: [] });
});

test('pairs that came in the same month and leave around their anniversary did not drive each other out (trap)', async () => {
  const company = await openCompany();
  const chance = (salt: string) => `(sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003`;
  // Each of a pair decides alone, in the month of the anniversary or the one after it, once a year; no renewal is on record.
  await company.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date'],
    `SELECT concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id,
      toDate32('2020-01-01') + toIntervalMonth(sipHash64(intDiv(number, 2), 'came') % 12) AS start_date,
      arrayFirst(y -> (sipHash64(number, y) % 1000003) / 1000003 < 0.2, [4, 5, 6, 20]) AS year,
      addYears(start_date, year) + toUInt32(59 * ${chance('day')}) AS ends,
      if(ends < toDate32('2026-06-01') AND year < 20, toNullable(ends), NULL) AS end_date
    FROM numbers(8000)`,
  );
  await company.addSql(
    'tie',
    ['customer_id_a', 'customer_id_b', 'kind'],
    `SELECT concat('k', toString(2 * number)) AS customer_id_a, concat('k', toString(2 * number + 1)) AS customer_id_b, 'community' AS kind FROM numbers(4000)`,
  );
  const { joint, checks } = await company.audit({ checks: [flightRadar], asOf });
  await company.close();
  expect(joint?.outcome).not.toBe('finding');
  expect(checks.map(({ outcome }) => outcome)).not.toContain('finding');
}, 60_000);
