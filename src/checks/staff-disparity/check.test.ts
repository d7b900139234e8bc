import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { verdict } from '../verdict.ts';
import { staffDisparity } from './check.ts';

const asOf = '2025-12-31';
const FULL = [
  'staff_pid',
  'role_class',
  'team_id',
  'entered',
  'left',
  'exit_kind',
  'fte',
  'pay',
  'variable_share',
  'training_hours',
  'last_service_training',
  'recognition_n',
  'decision_limit',
] as const;
const MINIMAL = ['staff_pid', 'role_class', 'team_id', 'entered', 'left'] as const;

interface House {
  readonly carers?: number;
  readonly hunters?: number;
  /** Care over acquisition. */
  readonly payRatio?: number;
  readonly trainingRatio?: number;
  readonly recognitionRatio?: number;
  readonly limitRatio?: number;
  readonly neverTrained?: number;
  /** Exits per person-year. */
  readonly turnover?: readonly [care: number, acquisition: number];
  readonly partTime?: readonly [care: number, acquisition: number];
  /** Pay is stated for a full-time post, whatever the hours. */
  readonly payIsFull?: boolean;
  readonly from?: number;
}

/** Desks over eight years: whoever leaves is followed by the next. All chance comes from hashes. */
const staffOf = (given: House) => {
  const h = {
    carers: 90,
    hunters: 45,
    payRatio: 1,
    trainingRatio: 1,
    recognitionRatio: 1,
    limitRatio: 1,
    neverTrained: 0.1,
    turnover: [0.12, 0.12],
    partTime: [0.3, 0.3],
    payIsFull: false,
    from: 0,
    ...given,
  };
  const u = (what: string) => `((sipHash64(desk, seat, '${what}') % 1000000 + 0.5) / 1e6)`;
  const mean = (what: string) => `(0.7 + 0.6 * ${u(what)})`;
  return `
WITH
  desks AS (
    SELECT
      number AS desk,
      number - ${h.from} < ${h.carers} AS is_care,
      arrayFilter(m -> (sipHash64(desk, m, 'goes') % 1000000) / 1e6 < if(is_care, ${h.turnover[0]}, ${h.turnover[1]}) / 12, range(96)) AS exits
    FROM numbers(${h.from}, ${h.carers + h.hunters})
  ),
  persons AS (
    SELECT
      desk,
      is_care,
      seat,
      if(seat = 0, toInt32(-1 - toInt32(sipHash64(desk, 'before') % 60)), toInt32(exits[seat]) + 1) AS first,
      if(seat < length(exits), toInt32(exits[seat + 1]), -1) AS last
    FROM desks
    ARRAY JOIN range(length(exits) + 1) AS seat
  )
SELECT
  concat('M', toString(desk), '-', toString(seat)) AS staff_pid,
  if(is_care, 'care', 'acquisition') AS role_class,
  concat(if(is_care, 'c', 'a'), toString(intDiv(desk, 12))) AS team_id,
  addMonths(toDate32('2018-01-01'), first) AS entered,
  if(last < 0, NULL, addMonths(toDate32('2018-01-01'), last + 1) - 1) AS left,
  if(last < 0, NULL, 'voluntary') AS exit_kind,
  if(${u('hours')} < if(is_care, ${h.partTime[0]}, ${h.partTime[1]}), 0.5, 1) AS fte,
  round(60000 * if(is_care, ${h.payRatio}, 1) * ${mean('pay')} * if(${h.payIsFull}, 1, fte)) AS pay,
  0.2 AS variable_share,
  round(40 * if(is_care, ${h.trainingRatio}, 1) * ${mean('training')} * fte, 1) AS training_hours,
  if(${u('schooled')} < if(is_care, ${h.neverTrained}, 0.1), NULL, toDate32('2024-05-01')) AS last_service_training,
  toUInt32(round(10 * if(is_care, ${h.recognitionRatio}, 1) * ${mean('recognised')} * fte)) AS recognition_n,
  500 * if(is_care, ${h.limitRatio}, 1) AS decision_limit
FROM persons`;
};

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const fill = async (given: House | null, columns: readonly string[] = FULL) => {
  for (const table of ['staff', 'team_pulse'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  if (given !== null) await made.addSql('staff', columns, staffOf(given));
};
const verdictNow = async (settings: Parameters<Company['audit']>[0]['settings'] = {}) =>
  verdictOf(
    await made.audit({ checks: [staffDisparity], asOf, settings: { worksAgreement: 1, ...settings } }),
    'staff-disparity',
  );
const judged = async (given: House, columns: readonly string[] = FULL) => {
  await fill(given, columns);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const stratum = (v: Found, key: string) => v.strata.find((entry) => entry.key === key);
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity.value ?? Number.NaN;

describe('a house of two classes, where carers also work shorter hours', () => {
  const given: House = {
    payRatio: 0.62,
    trainingRatio: 0.25,
    recognitionRatio: 0.2,
    limitRatio: 0.05,
    neverTrained: 0.46,
    turnover: [0.3, 0.1],
    partTime: [0.6, 0.1],
  };
  let found: Found;
  beforeAll(async () => {
    found = await judged(given);
  });

  test.each([
    ['pay', 0.62],
    ['training', 0.25],
    ['recognition', 0.2],
    ['limit', 0.05],
    ['trained', 0.54 / 0.9],
    ['turnover', 3],
  ])('the planted ratio of %s lies within its interval', (key, truth) => {
    const effect = stratum(found, key)?.effect;
    // Ratios are told in hundredths.
    expect(effect?.low ?? 9).toBeLessThanOrEqual(truth + 0.005);
    expect(effect?.high ?? 0).toBeGreaterThanOrEqual(truth - 0.005);
  });

  test('it is a finding in grade C, with the geometric mean beside the profile', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C', affected: null });
    expect(found.effect?.high ?? 1).toBeLessThan(0.5);
  });

  test('plain mean pay mixes hours and makes the gap far too large', () => {
    expect(found.naive?.value ?? 1).toBeLessThan(0.5);
    expect(found.naive?.high ?? 1).toBeLessThan(stratum(found, 'pay')?.effect?.low ?? 0);
  });

  test('levels are coarse: pay in hundreds', () => {
    expect(detail(found, 'payCare') % 100).toBe(0);
    expect(detail(found, 'payAcquisition') / 60000).toBeCloseTo(1, 1);
  });
});

test('pay that is stated for a full-time post is not divided once more', async () => {
  const found = await judged({ payIsFull: true, partTime: [0.6, 0.1] });
  expect(found.caveats.map(({ id }) => id)).toContain('payAlreadyFull');
  expect(stratum(found, 'pay')?.outcome).toBe('clear');
});

test('equal conditions are clear, and better ones for care are told as such', async () => {
  expect((await judged({ carers: 300, hunters: 200 })).outcome).toBe('clear');
  expect((await judged({ payRatio: 1.6, trainingRatio: 2 })).outcome).toBe('reversed');
});

test('four equal houses bring no accusation', async () => {
  const outcomes: string[] = [];
  for (let from = 0; from < 4; from++) outcomes.push((await judged({ from: 10_000 * (from + 1) })).outcome);
  expect(outcomes.filter((outcome) => outcome === 'finding' || outcome === 'reversed')).toEqual([]);
});

test('role, team and days alone tell the turnover', async () => {
  const found = await judged({ turnover: [0.36, 0.1], carers: 120, hunters: 90 }, MINIMAL);
  expect(found).toMatchObject({ outcome: 'finding', sharpen: 'staff.pay' });
  expect(found.strata.map(({ key }) => key)).toEqual(['turnover']);
  const { low, high } = stratum(found, 'turnover')?.effect ?? { low: null, high: null };
  expect(low ?? 9).toBeLessThan(3.6);
  expect(high ?? 0).toBeGreaterThan(3.6);
});

test('without a works agreement nothing is said, and a group below the minimum is refused without its size', async () => {
  await fill({});
  const silent = await verdictNow({ worksAgreement: 0 });
  expect(silent).toMatchObject({
    outcome: 'notApplicable',
    reason: { id: 'noWorksAgreement' },
    effect: null,
    strata: [],
    details: [],
    charts: [],
  });
  await fill({ carers: 40, hunters: 4, turnover: [0.1, 0.1] });
  const small = await verdictNow();
  expect(small).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'smallGroups' },
    strata: [],
    details: [],
    charts: [],
  });
  expect(JSON.stringify(small)).not.toMatch(/"(4|5|6)"|:4[,}]/);
});

test('the minimum may be raised and never falls below five', async () => {
  await fill({ carers: 60, hunters: 12 });
  expect((await verdictNow({ staffGroupMinimum: 7 })).strata.length).toBeGreaterThan(1);
  expect((await verdictNow({ staffGroupMinimum: 40 })).strata.some(({ key }) => key === 'pay')).toBe(false);
  await fill({ carers: 60, hunters: 4, turnover: [0.2, 0.05] });
  expect((await verdictNow({ staffGroupMinimum: 1 })).strata.some(({ key }) => key === 'pay')).toBe(false);
});

test('one person who earns more than all others together takes pay out of the profile for both roles', async () => {
  await fill({ carers: 30, hunters: 12 });
  const one = {
    role_class: 'acquisition',
    team_id: 'a',
    fte: 1,
    training_hours: 40,
    recognition_n: 2,
    decision_limit: 500,
  };
  await made.add('staff', [{ ...one, staff_pid: 'star', entered: '2017-01-01', left: null, pay: 40_000_000 }]);
  const found = await verdictNow();
  expect(found.strata.map(({ key }) => key)).not.toContain('pay');
  expect(found.details.map(({ key }) => key)).not.toContain('payCare');
  expect(found.strata.map(({ key }) => key)).toContain('training');
});

test('customers, mixed roles and the pulse of small teams change no ratio', async () => {
  const before = await judged({});
  await made.addSql(
    'staff',
    ['staff_pid', 'role_class', 'team_id', 'entered', 'pay'],
    `SELECT concat('x', toString(number)) AS staff_pid, 'mixed' AS role_class, 'm' AS team_id, toDate32('2020-01-01') AS entered, 99999 AS pay FROM numbers(30)`,
  );
  await made.add('team_pulse', [
    { team_id: 'c0', wave: '2025', item: 'appreciation', n: 5, mean: 1 },
    { team_id: 'a8', wave: '2025', item: 'appreciation', n: 9, mean: 4 },
  ]);
  const after = await verdictNow();
  expect(after.strata).toEqual(before.strata);
  expect(after.charts.find(({ id }) => id === 'pulse')).toBeUndefined();
});

test('the pulse stands beside the profile when two teams of each role answered', async () => {
  await fill({});
  const answer = (team: string, mean: number) => ({ team_id: team, wave: '2025', item: 'appreciation', n: 10, mean });
  await made.add('team_pulse', [answer('c0', 3), answer('c1', 2), answer('a8', 4), answer('a9', 4.4)]);
  const pulse = (await verdictNow()).charts.find(({ id }) => id === 'pulse');
  expect(pulse?.points.map(({ series, value }) => [series, value])).toEqual([
    ['newcomer', 4.2],
    ['existing', 2.5],
  ]);
});

test('every answer names value, interval and day in both languages, and calls nobody second class', () => {
  for (const language of LANGUAGES) {
    const f = createFormat(language);
    for (const outcome of ['finding', 'clear', 'reversed', 'inconclusive'] as const) {
      const said = staffDisparity.messages[language].answer(
        verdict({
          outcome,
          effect: { value: 0.62, low: 0.51, high: 0.75, level: 0.95, unit: 'ratio' },
          overturn: { id: 'overturn', values: { asOf, dimensions: 4 } },
        }),
        f,
      );
      for (const part of [f.number(0.62, 2), f.number(0.51, 2), f.day(asOf)]) expect(said).toContain(part);
      expect(said).not.toMatch(/second.class|zweite/i);
    }
  }
});

test('trap: lower pay alone accuses nobody, since seniority and qualification may explain it', async () => {
  const found = await judged({ payRatio: 0.7, turnover: [0, 0] }, [
    'staff_pid',
    'role_class',
    'team_id',
    'entered',
    'fte',
    'pay',
  ]);
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'payAlone' } });
  expect(stratum(found, 'pay')?.effect?.high).toBeLessThan(0.8);
});

test('trap: kinds of exit that one role leaves out make its people no more faithful: all exits count', async () => {
  // Hunters are so few that nine in ten exits have a kind all the same.
  const house = staffOf({ carers: 300, hunters: 60, turnover: [0.2, 0.2] });
  await fill(null);
  await made.addSql(
    'staff',
    FULL,
    `SELECT * REPLACE (if(role_class = 'acquisition' AND sipHash64(staff_pid) % 10 < 6, NULL, exit_kind) AS exit_kind) FROM (${house})`,
  );
  const found = await verdictNow();
  expect(stratum(found, 'turnover')?.effect?.low ?? 9).toBeLessThan(1);
  expect(found.caveats.map(({ id }) => id)).toContain('allExits');
});

test('trap: hours that are kept for one role only make nobody of the other one a full post', async () => {
  const half = { partTime: [1, 0] } as const;
  await fill(null);
  await made.addSql(
    'staff',
    FULL,
    `SELECT * REPLACE (if(role_class = 'care', NULL, fte) AS fte) FROM (${staffOf(half)})`,
  );
  const found = await verdictNow();
  expect(found.strata.filter(({ key }) => ['pay', 'training', 'recognition'].includes(key))).toEqual([]);
  expect(found.outcome).not.toBe('finding');
});

test('no staff at all does not apply', async () => {
  await fill(null);
  expect((await verdictNow()).outcome).toBe('notApplicable');
});

test.each([
  ['en', /over one condition:/, 'The answer rests on a single condition.'],
  ['de', /über eine Bedingung:/, 'Die Antwort stützt sich auf eine einzige Bedingung.'],
] as const)('a single condition is told in the singular (%s)', (language, answer, caveat) => {
  const words = staffDisparity.messages[language];
  const f = createFormat(language);
  const ratio = { value: 0.8, low: 0.7, high: 0.9, level: 0.95, unit: 'ratio' } as const;
  const overturn = { id: 'overturn', values: { asOf: '2025-12-31', dimensions: 1 } };
  expect(words.answer(verdict({ outcome: 'finding', effect: ratio, overturn }), f)).toMatch(answer);
  expect(words.notes['fewDimensions']?.({ dimensions: 1 }, f)).toBe(caveat);
});
