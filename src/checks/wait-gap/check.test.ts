import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { waitGap } from './check.ts';
import { waitGapMessages } from './messages.ts';

const asOf = '2025-12-31';
const COLUMNS = [
  'contact_id',
  'started_at',
  'customer_id',
  'direction',
  'channel',
  'topic',
  'caller_class',
  'wait_s',
  'answered',
  'abandoned',
] as const;

interface World {
  readonly contacts: number;
  readonly days?: number;
  /** SQL of the mean offered wait in seconds; may use is_existing, is_fault, hour. */
  readonly meanWait: string;
  /** Share of existing customers' and of newcomers' calls about faults (the rest: advice). */
  readonly faults?: readonly [number, number];
  /** SQL of the class as it is recorded. */
  readonly recorded?: string;
  readonly topic?: string;
  readonly existingShare?: number;
  /** SQL of the hour; may use is_existing. */
  readonly hour?: string;
  /** SQL of the caller's number. */
  readonly customer?: string;
  readonly from?: number;
}

/** Calls with exponential waits and patience; chance comes from hashes, so every run sees the same company. */
const calls = (world: World) => {
  const [faultsExisting, faultsNewcomer] = world.faults ?? [0.5, 0.5];
  return `
WITH
  number AS i,
  (sipHash64(i, 'who') % 1000000 + 0.5) / 1e6 < ${world.existingShare ?? 0.5} AS is_existing,
  (sipHash64(i, 'topic') % 1000000 + 0.5) / 1e6 < if(is_existing, ${faultsExisting}, ${faultsNewcomer}) AS is_fault,
  toInt32(sipHash64(i, 'day') % ${world.days ?? 90}) AS back,
  ${world.hour ?? "8 + sipHash64(i, 'hour') % 11"} AS hour,
  -log((sipHash64(i, 'wait') % 1000000 + 0.5) / 1e6) * (${world.meanWait}) AS offered,
  -log((sipHash64(i, 'patience') % 1000000 + 0.5) / 1e6) * 400 AS patience
SELECT
  concat('c', toString(i)) AS contact_id,
  toDateTime64(toDateTime(toDate('${asOf}') - back, 'UTC') + hour * 3600 + 60, 3, 'UTC') AS started_at,
  ${world.customer ?? "concat('k', toString(i % 997))"} AS customer_id,
  'in' AS direction,
  'phone' AS channel,
  ${world.topic ?? "if(is_fault, 'fault', 'advice')"} AS topic,
  ${world.recorded ?? "if(is_existing, 'existing', 'prospect')"} AS caller_class,
  round(least(offered, patience)) AS wait_s,
  offered <= patience AS answered,
  offered > patience AS abandoned
FROM numbers(${world.from ?? 0}, ${world.contacts})`;
};
const cut = (mean: number) => mean * (1 - Math.exp(-1800 / mean));

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

/** One process opens one store, so every test empties it and fills in its own company. */
const fill = async (select: string | null) => {
  await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_contact' });
  if (select !== null) await made.addSql('contact', COLUMNS, select);
};
const verdictNow = async () => verdictOf(await made.audit({ checks: [waitGap], asOf }), 'wait-gap');
const judged = async (world: World | null) => {
  await fill(world === null ? null : calls(world));
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity.value ?? Number.NaN;

describe('a company with two queues whose topics hide the gap (traps T3 and T4)', () => {
  // Faults wait long for everybody; existing customers mostly ask for advice, so plain means turn the sign.
  const world: World = {
    contacts: 60_000,
    meanWait: 'if(is_fault, 420, 60) + if(is_existing, if(is_fault, 120, 40), 0)',
    faults: [0.2, 0.9],
    // The first 60 000 calls happen to hold a smaller gap: even their offered waits differ by 50 s instead of 53 s.
    from: 120_000,
  };
  const truth = 0.2 * (cut(540) - cut(420)) + 0.8 * (cut(100) - cut(60));
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('the planted gap lies within the interval while the plain comparison has the wrong sign', () => {
    expect(found.outcome).toBe('finding');
    expect(found.effect?.low).toBeLessThan(truth);
    expect(found.effect?.high).toBeGreaterThan(truth);
    expect(found.naive?.value).toBeLessThan(-30);
  });

  test('it is graded B, held equal for hour, channel and topic, with full overlap', () => {
    expect(found.grade).toBe('B');
    expect(found.adjustedFor).toEqual(['contact.started_at', 'contact.channel', 'contact.topic']);
    expect(found.overlap).toBeGreaterThan(0.99);
  });

  test('both topics show their own gap', () => {
    const gaps = Object.fromEntries(found.strata.map(({ key, effect }) => [key, effect]));
    expect(gaps['topic:fault']?.low).toBeLessThan(cut(540) - cut(420));
    expect(gaps['topic:fault']?.high).toBeGreaterThan(cut(540) - cut(420));
    expect(gaps['topic:advice']?.value).toBeCloseTo(40, -1);
    expect(found.strata.map(({ key }) => key)).toContain('hour:08-10');
  });

  test('the number affected is the number of subjects that fulfil the condition', async () => {
    const rows = await made.warehouse.columns({
      name: 'long waits',
      sql: `SELECT count() AS n FROM contact WHERE caller_class = 'existing' AND wait_s > 600 ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
  });

  test('answers of the bounds lie on both sides: answered contacts only, everybody who hung up at half an hour', () => {
    expect(detail(found, 'answeredOnlyExisting')).toBeLessThan(detail(found, 'meanExisting'));
    expect(detail(found, 'waitedMaxExisting')).toBeGreaterThan(detail(found, 'meanExisting'));
  });

  test('outgoing calls, old calls and customers who never called change nothing', async () => {
    await made.add('contact', [
      {
        contact_id: 'out',
        started_at: '2025-12-01 10:00:00',
        direction: 'out',
        wait_s: 1700,
        caller_class: 'existing',
      },
      { contact_id: 'old', started_at: '2019-12-01 10:00:00', direction: 'in', wait_s: 1700, caller_class: 'existing' },
    ]);
    await made.add('customer', [{ customer_id: 'nobody' }]);
    expect(await verdictNow()).toEqual(found);
  });
});

describe('newcomers who mostly hang up, few of whom ask what most existing customers ask', () => {
  // Nine in ten customers ask for advice; newcomers wait ten times as long for it, and twice as long in the faults that most have.
  const world: World = {
    contacts: 16_000,
    meanWait: 'if(is_existing, if(is_fault, 450, 45), if(is_fault, 900, 450))',
    faults: [0.1, 0.97],
    existingShare: 0.7,
  };
  const truth = 0.1 * (cut(450) - cut(900)) + 0.9 * (cut(45) - cut(450));
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('the planted gap lies within the interval, the verdict is reversed', () => {
    expect(found.outcome).toBe('reversed');
    expect(found.effect?.low).toBeLessThan(truth);
    expect(found.effect?.high).toBeGreaterThan(truth);
  });

  test('the gap is that of the topics, each with its share of the calls of existing customers', () => {
    const topics = found.strata.filter(({ key }) => key.startsWith('topic:'));
    const calls = topics.map(({ counts }) => counts['existing'] ?? Number.NaN);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const mixed = sum(topics.map(({ effect }, i) => ((effect?.value ?? Number.NaN) * (calls[i] ?? 0)) / sum(calls)));
    expect(topics).toHaveLength(2);
    expect(found.effect?.value).toBeCloseTo(mixed, 6);
  });
});

test('topics of which one group has fewer than thirty calls share a curve, others have one each', async () => {
  const pooled = async (topics: number) => {
    await fill(
      calls({
        contacts: 1500,
        meanWait: '60 + 100 * is_existing + 200 * is_fault',
        existingShare: 0.85,
        topic: `if(is_fault, 'fault', concat('t', toString(sipHash64(i, 'matter') % ${topics})))`,
        faults: [0.1, topics === 1 ? 0.5 : 0.1],
      }),
    );
    const apart = await verdictNow();
    const together = await made.audit({
      checks: [waitGap],
      asOf,
      checkSettings: { 'wait-gap': { minimumPerCurve: 1e9 } },
    });
    return [apart.effect, verdictOf(together, 'wait-gap').effect];
  };
  const [few, fewTogether] = await pooled(10);
  expect(few).toEqual(fewTogether);
  const [many, manyTogether] = await pooled(1);
  expect(many).not.toEqual(manyTogether);
});

test('the order in which rows arrive changes nothing', async () => {
  const world: World = { contacts: 4000, meanWait: '100 + 100 * is_existing' };
  const found = await judged(world);
  await fill(`SELECT * FROM (${calls(world)}) ORDER BY cityHash64(contact_id, 'order')`);
  expect(await verdictNow()).toEqual(found);
});

test('where newcomers wait longer the verdict is reversed', async () => {
  const found = await judged({ contacts: 8000, meanWait: '80 + if(is_existing, 0, 200)' });
  expect(found.outcome).toBe('reversed');
  expect(found.details.some(({ key }) => key === 'lifetimeHours')).toBe(false);
});

test('a company with one queue for all is clear although its topics and hours differ by group', async () => {
  const found = await judged({
    contacts: 60_000,
    meanWait: 'if(is_fault, 200, 30) * if(hour < 10, 1.6, 1)',
    faults: [0.7, 0.3],
  });
  expect(found.naive?.low).toBeGreaterThan(30);
  expect(found.outcome).toBe('clear');
});

test('newcomers who call in the quiet hours of the same queue are not taken to wait less: clear (trap T3 by the hour)', async () => {
  // The wait falls from 160 s at eight to 60 s in the evening, for everybody; half of the newcomers call from five on.
  const found = await judged({
    contacts: 60_000,
    meanWait: '160 - 10 * (hour - 8)',
    hour: "if(is_existing, 8 + least(sipHash64(i, 'hour') % 11, sipHash64(i, 'early') % 11), 8 + greatest(sipHash64(i, 'hour') % 11, sipHash64(i, 'early') % 11))",
  });
  expect(found.naive?.low).toBeGreaterThan(15);
  expect(found.outcome).toBe('clear');
  expect(Math.abs(found.effect?.value ?? Number.NaN)).toBeLessThan(8);
});

test('a log that knows one group until summer and the other one since is no comparison: other months, other waits', async () => {
  const recorded = "if(back >= 60, 'existing', 'prospect')";
  const busier = await judged({ contacts: 8000, days: 120, meanWait: 'if(back >= 60, 200, 90)', recorded });
  const hidden = await judged({ contacts: 8000, days: 120, meanWait: '90', recorded });
  for (const found of [busier, hidden]) {
    expect(found.outcome).toBe('inconclusive');
    expect(found.reason?.id).toBe('lowOverlap');
    expect(found.overlap).toBeLessThan(0.4);
  }
});

test('where only a part of the months knows both groups, the gap is that of those months', async () => {
  // Existing customers alone are on record in the busy first third.
  const recorded = "if(is_existing OR back >= 60, 'existing', 'prospect')";
  const found = await judged({ contacts: 20_000, days: 90, meanWait: 'if(back >= 62, 400, 90)', recorded });
  expect(found.outcome).toBe('clear');
  expect(found.naive?.low).toBeGreaterThan(25);
  expect(found.overlap).toBeLessThan(0.8);
});

describe('one customer who makes four in ten of the calls of existing customers', () => {
  // Prospects are in no list of customers.
  const isHeavy = (percent: number) => `(is_existing AND sipHash64(i, 'heavy') % 100 < ${percent})`;
  const customer = (percent: number) =>
    `multiIf(${isHeavy(percent)}, 'heavy', is_existing, concat('k', toString(i % 997)), NULL)`;
  const world = { contacts: 6000, days: 180 };

  test('his waits are not taken for those of all: clear, and the answer says that somebody is left out', async () => {
    const meanWait = `if(${isHeavy(40)}, 600, 90)`;
    const found = await judged({ ...world, meanWait, customer: customer(40) });
    expect(found.naive?.low).toBeGreaterThan(30);
    expect(found.outcome).toBe('clear');
    expect(found.excluded['heavyCaller']).toBeGreaterThan(1000);
    expect(found.overlap).toBeGreaterThan(0.95);
    const said = found.caveats.find(({ id }) => id === 'heavyCallers');
    expect(said?.values['existing']).toBeCloseTo(0.4, 1);
    expect(said?.values['newcomers']).toBe(0);
    expect(JSON.stringify(found)).not.toContain('"heavy"');
  });

  test('a gap that all others have is found although he never waits', async () => {
    const meanWait = `multiIf(${isHeavy(40)}, 1, is_existing, 250, 90)`;
    const found = await judged({ ...world, meanWait, customer: customer(40) });
    expect(found.outcome).toBe('finding');
    expect(found.effect?.low).toBeLessThan(cut(250) - cut(90));
    expect(found.effect?.high).toBeGreaterThan(cut(250) - cut(90));
  });

  test('who makes a twentieth of the calls stays in', async () => {
    const found = await judged({ ...world, meanWait: '90', customer: customer(5) });
    expect(found.excluded['heavyCaller']).toBe(0);
    expect(found.caveats.map(({ id }) => id)).not.toContain('heavyCallers');
  });

  test('where nine customers make all calls nothing is said, and why', async () => {
    const nine = "if(is_existing, concat('k', toString(sipHash64(i, 'nine') % 9)), NULL)";
    const found = await judged({ ...world, meanWait: '90', customer: nine });
    expect(found.reason).toEqual({ id: 'tooFewExisting', values: expect.objectContaining({ has: 0 }) });
    expect(found.caveats.map(({ id }) => id)).toContain('heavyCallers');
  });
});

test('too few newcomers: refused with both numbers', async () => {
  const found = await judged({ contacts: 2000, meanWait: '100', existingShare: 0.98 });
  expect(found.outcome).toBe('inconclusive');
  expect(found.effect).toBeNull();
  expect(found.reason?.id).toBe('tooFewNewcomers');
  expect(found.reason?.values['needed']).toBe(100);
  expect(found.reason?.values['has']).toBe(found.counts['newcomers']);
});

test('too few days: refused however many contacts there are', async () => {
  const found = await judged({ contacts: 20_000, meanWait: '100 + 200 * is_existing', days: 19 });
  expect(found.reason).toEqual({ id: 'tooFewDaysExisting', values: expect.objectContaining({ needed: 20, has: 19 }) });
});

test('without a class of callers it says which column is missing', async () => {
  const found = await judged({ contacts: 3000, meanWait: '100', recorded: 'NULL' });
  expect(found.reason?.id).toBe('noClass');
  expect(found.sharpen).toBe('contact.caller_class');
});

test('topics that the groups do not share are not held equal, and the grade falls to C', async () => {
  const found = await judged({
    contacts: 20_000,
    meanWait: '100 + 200 * is_existing',
    topic: "if(is_existing, 'invoice', 'offer')",
  });
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('C');
  expect(found.adjustedFor).toEqual(['contact.started_at', 'contact.channel']);
  expect(found.caveats.map(({ id }) => id)).toContain('topicNotShared');
});

test('groups that share no channel are compared as such, and the grade falls to C', async () => {
  const phones = calls({ contacts: 20_000, meanWait: '100 + 200 * is_existing' });
  await fill(`SELECT * REPLACE (if(caller_class = 'existing', 'phone', 'chat') AS channel) FROM (${phones})`);
  const found = await verdictNow();
  expect(found.caveats.map(({ id }) => id)).toContain('channelNotShared');
  expect(found.grade).toBe('C');
});

test('partly shared topics: the claim is restricted to what can be compared', async () => {
  const found = await judged({
    contacts: 20_000,
    meanWait: '100 + 200 * is_existing',
    topic: "if(is_existing AND sipHash64(i, 'own') % 10 < 4, 'invoice', 'advice')",
  });
  expect(found.overlap).toBeCloseTo(0.6, 1);
  expect(found.excluded['existingWithoutCounterpart']).toBeGreaterThan(3500);
  expect(found.grade).toBe('C');
});

test('half the callers unknown: the answer stands only if it holds whoever they are', async () => {
  const found = await judged({
    contacts: 30_000,
    meanWait: '80 + 90 * is_existing',
    recorded: "multiIf(sipHash64(i, 'known') % 2 = 0, 'unknown', is_existing, 'existing', 'prospect')",
  });
  expect(found.counts['unknown']).toBeGreaterThan(14_000);
  // Unknown callers are a mix; counting them all as either side thins the gap without hiding it.
  expect(detail(found, 'ifExisting')).toBeLessThan(found.effect?.value ?? 0);
  expect(detail(found, 'ifNewcomer')).toBeLessThan(found.effect?.value ?? 0);
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('C');
  const close = await judged({
    contacts: 30_000,
    meanWait: '80 + 45 * is_existing',
    recorded: "multiIf(sipHash64(i, 'known') % 3 > 0, 'unknown', is_existing, 'existing', 'prospect')",
  });
  expect(close.outcome).toBe('inconclusive');
  expect(close.reason?.id).toBe('unknownCallersDecide');
});

test('callers who hang up within five seconds and written channels are left out and counted', async () => {
  const before = await judged({ contacts: 4000, meanWait: '100 + 100 * is_existing' });
  await made.add('contact', [
    { contact_id: 's1', started_at: '2025-12-01 10:00:00', caller_class: 'existing', wait_s: 4, answered: false },
    {
      contact_id: 'e1',
      started_at: '2025-12-01 10:00:00',
      caller_class: 'existing',
      channel: 'email',
      wait_s: 9000,
      answered: true,
    },
    { contact_id: 'n1', started_at: '2025-12-01 10:00:00', caller_class: 'existing', wait_s: 90 },
    // Just signed, and waiting in the service queue: neither a prospect nor yet an existing customer.
    {
      contact_id: 'w1',
      started_at: '2025-12-01 10:00:00',
      caller_class: 'newcomer',
      line_class: 'service',
      wait_s: 1500,
      answered: true,
    },
  ]);
  const after = await verdictNow();
  expect(after.effect).toEqual(before.effect);
  expect(after.excluded['shortAbandon']).toBe((before.excluded['shortAbandon'] ?? 0) + 1);
  expect(after.excluded['written']).toBe(1);
  expect(after.excluded['noOutcome']).toBe(1);
  expect(after.excluded['newOnService']).toBe(1);
});

test('an empty store: the question does not arise', async () => {
  const found = await judged(null);
  expect(found.outcome).toBe('notApplicable');
  expect(found.sharpen).toBe('contact.started_at');
});

const bounded = <Q extends { readonly low: number | null; readonly high: number | null }>(quantity: Q) => ({
  ...quantity,
  low: quantity.low ?? Number.NEGATIVE_INFINITY,
  high: quantity.high ?? Number.POSITIVE_INFINITY,
});
/** The verdict that the words are made from, out of its published form. */
const asVerdict = ({ outcome, effect, naive, details, reason, overturn }: Found) =>
  verdict({
    outcome,
    effect: effect === null ? null : bounded(effect),
    naive: naive === null ? null : bounded(naive),
    details: details.map(({ key, quantity }) => ({ key, quantity: bounded(quantity) })),
    reason,
    overturn,
  });

const CAUSAL = /verursach|führt zu|führen zu|bringt|bewirk|wegen |weil |cause|leads? to|because of|due to/i;
const WORLDS: readonly (readonly [string, World | null])[] = [
  ['finding', { contacts: 8000, meanWait: '80 + 200 * is_existing' }],
  ['reversed', { contacts: 8000, meanWait: '80 + if(is_existing, 0, 200)' }],
  ['clear', { contacts: 20_000, meanWait: '80' }],
  ['inconclusive', { contacts: 1000, meanWait: '400', days: 30 }],
  ['inconclusive', { contacts: 50, meanWait: '400' }],
  ['notApplicable', null],
];

test.each(WORLDS)(
  'a verdict of %s is told in both languages without gaps and without a causal verb',
  async (outcome, world) => {
    const found = await judged(world);
    expect(found.outcome).toBe(outcome);
    for (const language of ['en', 'de'] as const) {
      const words = waitGapMessages[language];
      const format = createFormat(language);
      const notes = [...found.caveats, found.reason, found.overturn].flatMap((note) => (note === null ? [] : [note]));
      const texts = [
        ...[words.question, words.answer, words.naive, words.action].map((say) => say(asVerdict(found), format)),
        ...notes.map(({ id, values }) => words.notes[id]?.(values, format) ?? `undefined: ${id}`),
        ...found.details.map(({ key }) => words.details[key] ?? `undefined: ${key}`),
        ...Object.keys(found.counts).map((key) => words.counts[key] ?? `undefined: ${key}`),
        ...Object.keys(found.excluded).map((key) => words.excluded[key] ?? `undefined: ${key}`),
        ...found.charts.map(({ id }) => words.charts[id]?.title ?? `undefined: ${id}`),
        words.method,
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/undefined|NaN|Infinity|∞|null/);
        expect(text).not.toMatch(CAUSAL);
      }
    }
  },
);
