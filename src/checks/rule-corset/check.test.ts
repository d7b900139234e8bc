import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { ruleCorset } from './check.ts';
import { ruleCorsetMessages } from './messages.ts';

const asOf = '2026-06-30';
const COLUMNS = ['case_id', 'requested_at', 'decided_at', 'outcome', 'rule_id', 'level'] as const;

interface World {
  readonly requests: number;
  readonly rules?: number;
  /** SQL of the share granted unchanged; may use rule. */
  readonly granted: string;
  readonly medianHours?: number;
  readonly pending?: string;
  readonly from?: number;
}

/** Requests with lognormal-like delays; chance comes from hashes, so every run sees the same company. */
const requests = ({ requests: n, rules = 8, granted, medianHours = 26, pending = 'false', from = 0 }: World) => `
WITH
  number AS i,
  concat('R', toString(1 + i % ${rules})) AS rule,
  (sipHash64(i, 'u') % 1000000 + 0.5) / 1e6 AS u,
  -log2((sipHash64(i, 'delay') % 1000000 + 0.5) / 1e6) * ${medianHours} AS delay
SELECT
  concat('F', toString(i)) AS case_id,
  toDateTime64(toDateTime('2026-05-20 08:00:00', 'UTC') - (sipHash64(i, 'day') % 500) * 86400, 3, 'UTC') AS requested_at,
  if(${pending}, NULL, requested_at + toIntervalSecond(toInt64(delay * 3600))) AS decided_at,
  multiIf(${pending}, 'pending', u < (${granted}), 'granted', u < (1 + (${granted})) / 2, 'changed', 'refused') AS outcome,
  rule AS rule_id,
  'team_lead' AS level
FROM numbers(${from}, ${n})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

type Found = ReturnType<typeof verdictOf>;
const empty = async () => {
  for (const table of ['approval', 'case'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const now = async (): Promise<Found> => verdictOf(await made.audit({ checks: [ruleCorset], asOf }), 'rule-corset');
const judged = async (world: World, columns: readonly string[] = COLUMNS): Promise<Found> => {
  await empty();
  await made.addSql('approval', columns, requests(world));
  return now();
};
const named = (found: Found) =>
  found.strata.filter(({ outcome }) => outcome === 'finding').map(({ key }) => key.slice(5));
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;

const CORSET = `if(rule IN ('R3', 'R7'), 0.96, 0.72)`;

describe('a company in which two of eight rules grant 96 % unchanged', () => {
  let found: Found;
  beforeAll(async () => {
    found = await judged({ requests: 3200, granted: CORSET });
  });

  test('just these two rules are named, with their share in the interval', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
    expect(named(found)).toEqual(['R3', 'R7']);
    expect(found.effect?.low).toBeLessThan(0.96);
    expect(found.effect?.high).toBeGreaterThan(0.96);
  });

  test('trap: the plain share over all rules looks like judgement', () => {
    expect(found.naive?.value).toBeGreaterThan(0.75);
    expect(found.naive?.value).toBeLessThan(0.82);
  });

  test('the planted median delay lies in its interval', () => {
    expect(detail(found, 'medianDelay')?.low).toBeLessThan(26.3);
    expect(detail(found, 'medianDelay')?.high).toBeGreaterThan(25.7);
  });

  test('the number affected is the number of subjects that fulfil the condition', async () => {
    const rows = await made.warehouse.columns({
      name: 'waited for a yes',
      sql: `SELECT count() AS n FROM approval WHERE outcome = 'granted' AND dateDiff('second', requested_at, decided_at) >= 3600
        AND decided_at < toDate('${asOf}') + 1 ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
  });

  test('shuffled rows, a repeated table of cases and requests after the day change nothing', async () => {
    const before = JSON.stringify(await now());
    await made.addSql(
      'approval',
      COLUMNS,
      `SELECT * REPLACE (requested_at + INTERVAL 90 DAY AS requested_at, concat('L', case_id) AS case_id) FROM (SELECT * FROM (${requests({ requests: 500, granted: '1' })}) WHERE requested_at > '2026-04-15')`,
    );
    expect(JSON.stringify(await now())).toBe(before);
    await empty();
    await made.addSql(
      'approval',
      COLUMNS,
      `SELECT * FROM (${requests({ requests: 3200, granted: CORSET })}) ORDER BY sipHash64(case_id)`,
    );
    expect(JSON.stringify(await now())).toBe(before);
  });
});

test('with cases, the share that needs a permission and the share a rule stood in the way of are told', async () => {
  await empty();
  await made.addSql('approval', COLUMNS, requests({ requests: 1000, granted: CORSET }));
  await made.addSql(
    'case',
    ['case_id', 'customer_id', 'opened_at', 'rule_blocked'],
    `SELECT concat('F', toString(number)) AS case_id, concat('K', toString(number)) AS customer_id,
      toDateTime64('2026-01-01 00:00:00', 3, 'UTC') AS opened_at, number % 10 = 0 AS rule_blocked FROM numbers(4000)`,
  );
  const found = await now();
  expect(detail(found, 'approvalShare')?.value).toBeCloseTo(0.25, 10);
  expect(detail(found, 'blockedShare')?.value).toBeCloseTo(0.1, 10);
});

test('null company: rules that judge are clear, whether many or few, and nobody is accused', async () => {
  const many = await judged({ requests: 4000, granted: '0.72' });
  expect(many).toMatchObject({ outcome: 'clear', reason: null });
  expect(named(many)).toEqual([]);
  const few = await judged({ requests: 200, granted: '0.75', medianHours: 3 });
  expect(few.outcome).toBe('clear');
  expect(few.caveats.map(({ id }) => id)).toContain('rulesTogether');
});

test('trap: among forty small rules at 88 %, those that are high by luck are not named', async () => {
  const found = await judged({ requests: 1600, rules: 40, granted: '0.88' });
  expect(found.strata.length).toBeGreaterThan(30);
  expect(named(found)).toEqual([]);
});

test('rules that grant everything at once keep nobody waiting and are not named', async () => {
  const found = await judged({ requests: 2000, granted: '0.99', medianHours: 0.05 });
  expect(found.outcome).toBe('clear');
  expect(found.caveats.map(({ id }) => id)).toContain('promptRules');
});

test('pending requests count as waiting: leaving them out would shorten the delay', async () => {
  const slow = await judged({ requests: 2000, granted: '0.7', pending: `sipHash64(i, 'p') % 10 < 4` });
  expect(detail(slow, 'medianDelay')?.value).toBeGreaterThan(34);
  const { pending = 0, unknown = 0 } = slow.excluded;
  expect(pending + unknown).toBeGreaterThan(700);
});

test('with the least columns the outcome is asked for; without rules all requests are judged together', async () => {
  const bare = await judged({ requests: 500, granted: '0.9' }, ['case_id', 'requested_at', 'decided_at']);
  expect(bare).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noOutcome' }, sharpen: 'approval.outcome' });
  const noRules = await judged({ requests: 500, granted: '0.97' }, ['case_id', 'requested_at', 'outcome']);
  expect(noRules).toMatchObject({ outcome: 'finding', grade: 'D' });
  expect(noRules.strata).toEqual([]);
});

test('below the minimum it says how many decisions are needed; without any it does not apply', async () => {
  const thin = await judged({ requests: 22, granted: '1' });
  expect(thin).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFewDecisions', values: { needed: 30, has: 22 } },
  });
  await empty();
  expect((await now()).outcome).toBe('notApplicable');
});

test.each([
  ['decided without a word on the outcome', 'decided_at'],
  ['never decided at all', 'toDateTime64OrNull(NULL, 3)'],
])('refusals that are %s make no rule that always says yes (trap)', async (_, decided) => {
  await empty();
  const granted = `SELECT * REPLACE (if(outcome = 'granted', outcome, NULL) AS outcome, if(outcome = 'granted', decided_at, ${decided}) AS decided_at, requested_at - INTERVAL 120 DAY AS requested_at)`;
  await made.addSql('approval', COLUMNS, `${granted} FROM (${requests({ requests: 1600, granted: '0.65' })})`);
  const found = await now();
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'openRules' } });
  expect(found.effect?.low).toBeLessThan(0.65);
  expect(found.caveats.map(({ id }) => id)).toContain('unknownOutcome');
});

test('every outcome has its sentence in both languages, with the day', () => {
  const overturn = { id: 'silentJudgement', values: { asOf } };
  const effect = { value: 0.962, low: 0.94, high: 0.98, level: 0.95, unit: 'share' } as const;
  const strata = [{ key: 'rule:R3', effect, outcome: 'finding', counts: {} }] as const;
  const answer = (language: 'de' | 'en', outcome: 'finding' | 'clear' | 'inconclusive') =>
    ruleCorsetMessages[language].answer(verdict({ outcome, effect, strata, overturn }), createFormat(language));
  expect(answer('de', 'finding')).toMatch(/^Ja: 96\s% der Anfragen unter R3 .*Stand 30\.06\.2026/);
  expect(answer('en', 'finding')).toMatch(/^Yes: 96% of the requests under R3/);
  expect(answer('en', 'clear')).toMatch(/^No: /);
  expect(answer('de', 'inconclusive')).toMatch(/^Die Daten sagen nicht/);
});
