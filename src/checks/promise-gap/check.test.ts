import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { promiseGap } from './check.ts';
import { promiseGapMessages } from './messages.ts';

const asOf = '2026-06-30';

/** Letters answered within a day in the given share; chance comes from hashes, so every run sees the same company. */
const letters = (count: number, kept: number, open = 'false', topic = 'letter') => `
SELECT concat('${topic}', toString(number)) AS case_id, concat('k', toString(number % 900)) AS customer_id, '${topic}' AS topic,
  toDateTime64(toDateTime('2026-05-31 10:00:00', 'UTC') - (number % 500) * 86400, 3, 'UTC') AS opened_at,
  if(${open}, NULL, opened_at + toIntervalHour(if((sipHash64(number, 'kept') % 1000000 + 0.5) / 1e6 < ${kept}, 20, 60))) AS closed_at
FROM numbers(${count})`;
const CASE = ['case_id', 'customer_id', 'topic', 'opened_at', 'closed_at'] as const;
const ONE_DAY = {
  promise_id: 'answer-in-a-day',
  valid_from: '2020-01-01',
  measure: 'case_closed',
  threshold: 24,
  unit: 'hours',
  topic: 'letter',
};

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of [
    'promise',
    'case',
    'contact',
    'survey',
    'mention',
    'approval',
    'contract',
    'concession',
    'customer_value',
  ])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const audited = (reference = '') =>
  made.audit({ checks: [promiseGap], asOf }).then((report) => verdictOf(report, 'promise-gap', reference));
type Found = Awaited<ReturnType<typeof audited>>;
const holdsTruth = ({ effect }: Found, truth: number) => {
  expect(effect?.low ?? Number.POSITIVE_INFINITY).toBeLessThan(truth);
  expect(effect?.high ?? Number.NEGATIVE_INFINITY).toBeGreaterThan(truth);
};

describe('a promise to answer letters within a day that is kept on 58 % of the occasions', () => {
  let found: Found;
  beforeAll(async () => {
    await empty();
    await made.add('promise', [ONE_DAY]);
    await made.addSql('case', CASE, letters(2000, 0.58));
    await made.addSql('case', CASE, letters(3000, 0, 'false', 'fault'));
    found = await audited();
  });

  test('is found broken, with the planted share in the interval; other topics do not count', () => {
    expect(found).toMatchObject({
      outcome: 'finding',
      grade: 'C',
      strata: [{ key: 'promise:answer-in-a-day', outcome: 'finding' }],
    });
    holdsTruth(found, 0.58);
    expect(found.counts['occasions']).toBe(2000);
  });

  test('the number affected is the number of broken occasions', async () => {
    const rows = await made.warehouse.columns({
      name: 'late',
      sql: `SELECT countIf(topic = 'letter' AND closed_at > opened_at + INTERVAL 1 DAY) AS n FROM \`case\` ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
  });

  test('shuffled rows and cases after the day or before the promise change nothing', async () => {
    const before = JSON.stringify(found);
    await made.addSql(
      'case',
      CASE,
      `SELECT * REPLACE (concat('later', case_id) AS case_id, opened_at + INTERVAL 3 YEAR AS opened_at, closed_at + INTERVAL 3 YEAR AS closed_at) FROM (${letters(200, 0)})`,
    );
    await made.addSql(
      'case',
      CASE,
      `SELECT * REPLACE (concat('early', case_id) AS case_id, opened_at - INTERVAL 9 YEAR AS opened_at, closed_at - INTERVAL 9 YEAR AS closed_at) FROM (${letters(200, 0)})`,
    );
    expect(JSON.stringify(await audited())).toBe(before);
  });
});

describe('a promise whose keeping is not on record everywhere', () => {
  test.each([
    ['only since half a year', `opened_at < toDateTime('2025-12-01 00:00:00', 'UTC')`],
    ['only until half a year ago', `opened_at > toDateTime('2025-12-01 00:00:00', 'UTC')`],
  ])('closings are written down %s: nobody is accused of the other half', async (_, blank) => {
    await empty();
    await made.add('promise', [ONE_DAY]);
    const cases = `SELECT * REPLACE (if(${blank}, NULL, closed_at) AS closed_at) FROM (${letters(2000, 0.97)})`;
    await made.addSql('case', CASE, cases);
    const found = await audited();
    expect(found.outcome).toBe('clear');
    holdsTruth(found, 0.97);
    expect(found.excluded['untold']).toBeGreaterThan(300);
  });

  test('closings that are never written down say nothing', async () => {
    await empty();
    await made.add('promise', [ONE_DAY]);
    await made.addSql('case', CASE, letters(2000, 0.97, 'true'));
    expect(await audited()).toMatchObject({ outcome: 'inconclusive', reason: { id: 'tooFewTold' } });
  });

  test('four in ten hang up and only waits of answered calls are written down: no promise is kept by that (trap)', async () => {
    await empty();
    await made.add('promise', [
      { promise_id: 'a-minute', valid_from: '2020-01-01', measure: 'contact_answered', threshold: 60 },
    ]);
    await made.addSql(
      'contact',
      ['contact_id', 'started_at', 'answered', 'abandoned', 'wait_s'],
      `SELECT toString(number) AS contact_id, toDateTime64('2026-05-01 10:00:00', 3, 'UTC') AS started_at, number % 10 >= 4 AS answered,
        NOT answered AS abandoned, if(answered, 30, NULL) AS wait_s FROM numbers(1000)`,
    );
    const found = await audited();
    expect(found.outcome).toBe('inconclusive');
    expect(found.effect?.low).toBeLessThan(0.6);
    expect(found.caveats.map(({ id }) => id)).toContain('gaveUp');
  });
});

describe('what broken promises cost', () => {
  const PEOPLE = 8000;
  const MARGIN = 100;
  const unit = (name: string) => `((sipHash64(number, '${name}') % 1000000 + 0.5) / 1e6)`;
  /** One letter each within fourteen months; who leaves does so at `risk` times 20 % a year from the day the letter was due. */
  const people = (risk: string) => `
SELECT number, concat('k', toString(number)) AS customer_id, ${unit('kept')} < 0.6 AS kept, ${unit('mood')} < 0.5 AS other_line,
  toDate('2024-08-01') + toUInt32(420 * ${unit('day')}) AS day, toDate32('2015-01-01') + number % 2500 AS start_date,
  day + 1 + toUInt32(-log(${unit('leaves')}) * 365 / (0.2 * (${risk}))) AS leaves_on,
  if(leaves_on <= toDate('${asOf}'), toNullable(leaves_on), NULL) AS end_date
FROM numbers(${PEOPLE})`;
  const fill = async (risk: string, goodwill: string | null = null, late = 'NOT kept') => {
    await empty();
    await made.add('promise', [ONE_DAY]);
    const from = `FROM (${people(risk)})`;
    await made.addSql(
      'case',
      CASE,
      `SELECT customer_id AS case_id, customer_id, 'letter' AS topic, toDateTime64(toDateTime(day, 'UTC') + 36000, 3, 'UTC') AS opened_at, opened_at + toIntervalHour(if(${late}, 60, 20)) AS closed_at ${from}`,
    );
    await made.addSql(
      'contract',
      ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'notice_date'],
      `SELECT customer_id AS contract_id, customer_id, if(other_line, 'B', 'A') AS product_id, start_date, end_date, end_date AS notice_date ${from}
       UNION ALL SELECT concat('e', customer_id), concat('e', customer_id), 'A', start_date, start_date + 300, start_date + 300 ${from} WHERE number < 2000`,
    );
    await made.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT customer_id, '2025' AS period, ${MARGIN} AS margin ${from}`,
    );
    if (goodwill !== null)
      await made.addSql(
        'concession',
        ['customer_id', 'at', 'value', 'kind', 'trigger'],
        `SELECT customer_id, toDateTime64(toDateTime(day + 5, 'UTC'), 3, 'UTC') AS at, 20 AS value, 'credit' AS kind, 'goodwill' AS trigger ${from} WHERE ${goodwill}`,
      );
    return audited();
  };
  const planted = async (risk: string, what: string) => {
    const sql = `SELECT toFloat64(${what}) AS n FROM (${people(risk)}) ORDER BY n`;
    return Number((await made.warehouse.columns({ name: 'planted', params: {}, sql }))['n']?.[0] ?? 0);
  };
  const noteOf = ({ caveats }: Found, id: string) => caveats.find((one) => one.id === id)?.values ?? {};
  const DOUBLE = 'if(kept, 1, 2.5)';

  test('departures beyond those after kept promises are those that were planted, and the loss is their remaining value', async () => {
    const found = await fill(DOUBLE);
    // In the whole months after the promise fell due, at 2.5 times the rate: three in five of them are beyond; of two years.
    const truth = await planted(
      DOUBLE,
      `countIf(NOT kept AND toStartOfMonth(leaves_on) > toStartOfMonth(day + 1) AND leaves_on <= addMonths(toStartOfMonth(day + 1), 13) AND end_date IS NOT NULL) * 0.6 / 2`,
    );
    const { low, high, exits } = noteOf(found, 'lossAfterBroken');
    expect(low).toBeLessThan(truth);
    expect(high).toBeGreaterThan(truth);
    expect(Number(high) - Number(low)).toBeLessThan(truth);
    const each = (found.money.loss?.value ?? 0) / Number(exits);
    expect(each).toBeGreaterThan(MARGIN);
    expect(each).toBeLessThan(3 * MARGIN);
    expect(found).toMatchObject({ grade: 'C', money: { transfer: null, atRisk: null, recoverable: null } });
  });

  test('goodwill counts as far as it is more than after kept promises', async () => {
    const found = await fill('1', `if(kept, ${unit('gift')} < 0.1, ${unit('gift')} < 0.4)`);
    const broken = await planted('1', 'countIf(NOT kept)');
    // 20 each for three in ten of the broken ones, of two years.
    const truth = (broken * 0.3 * 20) / 2;
    expect(found.money.loss?.low).toBeLessThan(truth);
    expect(found.money.loss?.high).toBeGreaterThan(truth);
    expect(found.money.loss?.low).toBeGreaterThan(truth / 2);
    expect(found.caveats.map(({ id }) => id)).not.toContain('lossAfterBroken');
  });

  test.each([
    ['neither leaving nor goodwill differs', '1', `${unit('gift')} < 0.3`, 'NOT kept'],
    [
      'a line that leaves more also waits more',
      'if(other_line, 3, 1)',
      null,
      `${unit('late')} < if(other_line, 0.7, 0.2)`,
    ],
  ])('null company: broken promises are found, but no amount where %s', async (_, risk, goodwill, late) => {
    const found = await fill(risk, goodwill, late);
    expect(found.outcome).toBe('finding');
    expect(found.money).toEqual({ transfer: null, loss: null, atRisk: null, recoverable: null });
    expect(found.caveats.map(({ id }) => id)).toContain('noMoney');
  });
});

test('kept on 95 % of the occasions, or on the share that it names itself, a promise is clear', async () => {
  await empty();
  await made.add('promise', [ONE_DAY]);
  await made.addSql('case', CASE, letters(2000, 0.95));
  expect((await audited()).outcome).toBe('clear');
  await empty();
  await made.add('promise', [{ ...ONE_DAY, promised_share: 0.8 }]);
  await made.addSql('case', CASE, letters(4000, 0.82));
  expect((await audited()).outcome).toBe('clear');
});

test('trap: what is still open and overdue is broken, what is not yet due does not count', async () => {
  await empty();
  await made.add('promise', [{ ...ONE_DAY, threshold: 60, unit: 'days' }]);
  await made.addSql('case', CASE, letters(1000, 1, 'number % 2 = 0'));
  const found = await audited();
  // Half of the letters are open: those of the last sixty days are not yet due.
  expect(found.excluded['pending']).toBeGreaterThan(10);
  holdsTruth(found, 0.5);
  expect(found.outcome).toBe('finding');
});

test('calls, reviews, permissions and ratings prove promises too', async () => {
  await empty();
  await made.add('promise', [
    { promise_id: 'calls', valid_from: '2020-01-01', measure: 'contact_answered', threshold: 60, unit: 'seconds' },
    { promise_id: 'reviews', valid_from: '2020-01-01', measure: 'mention_replied', threshold: 2, unit: 'days' },
    { promise_id: 'permissions', valid_from: '2020-01-01', measure: 'approval_decided', threshold: 8 },
    { promise_id: 'ratings', valid_from: '2020-01-01', measure: 'rating', threshold: 4, topic: 'satisfaction' },
  ]);
  const at = `toDateTime64('2026-01-10 10:00:00', 3, 'UTC') - toIntervalDay(number % 300)`;
  await made.addSql(
    'contact',
    ['contact_id', 'started_at', 'wait_s', 'answered', 'direction'],
    `SELECT toString(number) AS contact_id, ${at} AS started_at, if(number % 10 < 3, 90, 30) AS wait_s, true AS answered, 'in' AS direction FROM numbers(500)`,
  );
  await made.addSql(
    'mention',
    ['mention_id', 'at', 'source', 'rating', 'replied_at'],
    `SELECT toString(number) AS mention_id, ${at} AS at, 'forum' AS source, 3 AS rating, if(number % 10 < 4, NULL, at + INTERVAL 1 DAY) AS replied_at FROM numbers(500)`,
  );
  await made.addSql(
    'approval',
    ['case_id', 'requested_at', 'decided_at'],
    `SELECT toString(number) AS case_id, ${at} AS requested_at, requested_at + toIntervalHour(if(number % 2 = 0, 4, 30)) AS decided_at FROM numbers(500)`,
  );
  await made.addSql(
    'survey',
    ['customer_id', 'at', 'item', 'value', 'scale_max'],
    `SELECT toString(number) AS customer_id, ${at} AS at, 'satisfaction' AS item, if(number % 10 < 2, 3, 4) AS value, 5 AS scale_max FROM numbers(500)`,
  );
  const found = await audited();
  const shares = Object.fromEntries(found.strata.map(({ key, effect }) => [key.slice(8), effect?.value]));
  expect(shares).toEqual({ calls: 0.7, reviews: 0.6, permissions: 0.5, ratings: 0.8 });
});

test('a promise that nothing measures is told as such, alone and beside others', async () => {
  await empty();
  const slogan = { promise_id: 'we-care', valid_from: '2020-01-01', measure: null };
  await made.add('promise', [slogan]);
  expect(await audited()).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'notTestable', values: { promises: 1 } },
  });
  await made.add('promise', [ONE_DAY]);
  await made.addSql('case', CASE, letters(2000, 0.95));
  const found = await audited();
  expect(found.outcome).toBe('clear');
  expect(found.caveats.find(({ id }) => id === 'someNotTestable')?.values).toEqual({ promises: 1, all: 2 });
});

test('too few occasions are told; without promises the question does not apply', async () => {
  await empty();
  await made.add('promise', [ONE_DAY]);
  await made.addSql('case', CASE, letters(12, 0.2));
  expect(await audited()).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFewOccasions', values: { needed: 30, has: 12 } },
  });
  await empty();
  expect(await audited()).toMatchObject({ outcome: 'notApplicable', reason: { id: 'missingColumns' } });
});

describe('the management rates itself on the question that customers answer', () => {
  const fill = async (management: number, customers: number, managers = 24, scale = 10) => {
    await empty();
    const noise = (spread: number) =>
      `round(${spread} * sqrt(-2 * log((sipHash64(number, 'a') % 1000000 + 0.5) / 1e6)) * cos(6.283 * (sipHash64(number, 'b') % 1000000) / 1e6), 2)`;
    const at = `toDateTime64('2026-03-01 12:00:00', 3, 'UTC')`;
    const columns = ['customer_id', 'respondent_id', 'at', 'item', 'value', 'scale_max'] as const;
    await made.addSql(
      'survey',
      columns,
      `SELECT NULL AS customer_id, concat('management-', toString(number)) AS respondent_id, ${at} AS at, 'customer_focus' AS item, ${management} + ${noise(0.8)} AS value, ${scale} AS scale_max FROM numbers(${managers})`,
    );
    await made.addSql(
      'survey',
      columns,
      `SELECT concat('k', toString(number)) AS customer_id, NULL AS respondent_id, ${at} AS at, 'customer_focus' AS item, ${customers} + ${noise(1.8)} AS value, ${scale} AS scale_max FROM numbers(800)`,
    );
    return audited('selfRating');
  };

  test('8.4 against 5.1 is found, at grade D, without any list of promises', async () => {
    const found = await fill(8.4, 5.1);
    expect(found).toMatchObject({ outcome: 'finding', grade: 'D', sharpen: 'promise.promise_id' });
    expect(found.caveats.map(({ id }) => id)).toContain('noPromises');
    holdsTruth(found, 3.3);
  });

  test('alike is clear, lower is reversed, and fewer than seven managers are never shown', async () => {
    expect((await fill(7.2, 7.2)).outcome).toBe('clear');
    expect((await fill(5, 7.2)).outcome).toBe('reversed');
    expect(await fill(8.4, 5.1, 6)).toMatchObject({
      outcome: 'inconclusive',
      effect: null,
      reason: { id: 'tooFewRatings' },
    });
  });
});

test('every outcome has its sentence in both languages', () => {
  const overturn = { id: 'otherClock', values: { asOf } };
  const effect = { value: 0.58, low: 0.56, high: 0.6, level: 0.95, unit: 'share' } as const;
  const strata = [{ key: 'promise:P1', effect, outcome: 'finding', counts: {} }] as const;
  const say = (language: 'de' | 'en', outcome: 'finding' | 'clear' | 'inconclusive') =>
    promiseGapMessages[language].answer(verdict({ outcome, effect, strata, overturn }), createFormat(language));
  expect(say('de', 'finding')).toMatch(/^Ja: P1 wird bei 58,0\s% der Anlässe gehalten .*Stand 30\.06\.2026/);
  expect(say('en', 'clear')).toMatch(/^No: promises are kept on 58\.0%/);
  const points = { value: 3.3, low: 2.9, high: 3.7, level: 0.95, unit: 'points' } as const;
  const self = verdict({ outcome: 'finding', reference: 'selfRating', effect: points, overturn });
  expect(promiseGapMessages.en.answer(self, createFormat('en'))).toMatch(
    /^Yes: the management rates itself 3\.3 points higher/,
  );
});
