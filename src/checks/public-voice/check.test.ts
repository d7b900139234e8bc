import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { publicVoice } from './check.ts';
import { publicVoiceMessages } from './messages.ts';

const asOf = '2026-06-30';
/** Stars that fall by `yearly` a year from 4.2 two years ago, spread by about one star. */
const stars = (yearly: number) =>
  `round(greatest(1, least(5, 4.2 - (${yearly}) * (2 - dateDiff('day', toDate(at), toDate('${asOf}')) / 365.25) + 2.8 * (u - 0.5))))`;
const COLUMNS = ['mention_id', 'at', 'source', 'rating', 'polarity', 'reason_code', 'replied_at', 'by'] as const;

interface World {
  readonly mentions: number;
  /** SQL of the reason; may use u (0..1). */
  readonly reason: string;
  readonly negative?: string;
  readonly by?: string;
  readonly from?: number;
}

/** Reviews with stars out of five; chance comes from hashes, so every run sees the same company. */
const reviews = ({ mentions, reason, negative = '0.8', by = `'customer'`, from = 0 }: World) => `
WITH
  (sipHash64(number, 'reason') % 1000000 + 0.5) / 1e6 AS u,
  (sipHash64(number, 'bad') % 1000000 + 0.5) / 1e6 < ${negative} AS is_bad
SELECT concat('B', toString(number)) AS mention_id,
  toDateTime64(toDateTime('2026-06-01 12:00:00', 'UTC') - (number % 600) * 86400, 3, 'UTC') AS at,
  'forum' AS source, if(is_bad, 1, 5) AS rating, NULL AS polarity,
  if(is_bad, ${reason}, NULL) AS reason_code,
  if(number % 4 = 0, at + INTERVAL 3 DAY, NULL) AS replied_at,
  ${by} AS by
FROM numbers(${from}, ${mentions})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = () => made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_mention' });
const asked = async (reference: string) =>
  verdictOf(await made.audit({ checks: [publicVoice], asOf }), 'public-voice', reference);
const now = () => asked('');
const onStars = () => asked('stars');
type Found = Awaited<ReturnType<typeof now>>;
const judged = async (world: World, columns: readonly string[] = COLUMNS): Promise<Found> => {
  await empty();
  await made.addSql('mention', columns, reviews(world));
  return now();
};
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const NEGLECT = `multiIf(u < 0.35, 'loyalty_not_rewarded', u < 0.6, 'Neukunden bevorzugt', u < 0.75, 'waiting', 'app')`;

describe('a company whose customers complain of neglect in public', () => {
  const world: World = { mentions: 600, reason: NEGLECT };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('is told so, never above grade D, with the three reasons named most often in their order', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'D', affected: null });
    expect(found.effect?.low).toBeLessThan(0.8 * 0.75);
    expect(found.effect?.high).toBeGreaterThan(0.8 * 0.75);
    expect(found.strata.slice(0, 3).map(({ key }) => key)).toEqual([
      'reason:loyalty_not_rewarded',
      'reason:neukunden bevorzugt',
      'reason:app',
    ]);
    for (const [key, share] of [
      ['reason:loyalty_not_rewarded', 0.35],
      ['reason:waiting', 0.15],
    ] as const) {
      const stratum = found.strata.find((one) => one.key === key);
      expect(stratum?.effect?.low).toBeLessThan(share);
      expect(stratum?.effect?.high).toBeGreaterThan(share);
    }
  });

  test('replies are told with their share; what is never replied to makes no median', () => {
    expect(detail(found, 'repliedShare')?.value).toBeCloseTo(0.25, 1);
    expect(detail(found, 'replyTime')).toBeUndefined();
  });

  test('shuffled rows, mentions after the day, of the company and of others change no share', async () => {
    const before = found;
    await empty();
    await made.addSql('mention', COLUMNS, `SELECT * FROM (${reviews(world)}) ORDER BY sipHash64(mention_id)`);
    expect(JSON.stringify(await now())).toBe(JSON.stringify(before));
    await made.addSql(
      'mention',
      COLUMNS,
      `SELECT * REPLACE (at + INTERVAL 2 YEAR AS at) FROM (${reviews({ ...world, from: 5000, mentions: 50 })})`,
    );
    await made.addSql(
      'mention',
      COLUMNS,
      reviews({ mentions: 90, reason: NEGLECT, negative: '0', by: `if(number % 2 = 0, 'other', 'firm')`, from: 9000 }),
    );
    const after = await now();
    expect(after.effect).toEqual(before.effect);
    expect(after.excluded).toEqual({ firm: 45, others: 45 });
    // Invented praise moves the plain share, not ours.
    expect(after.naive?.value).toBeLessThan((before.naive?.value ?? 0) - 0.03);
  });
});

describe('stars over time', () => {
  const WITHIN_TWO_YEARS = `toDateTime64('2026-06-29 12:00:00', 3, 'UTC') - toIntervalDay(sipHash64(mention_id, 'day') % 720)`;
  const rated = async (rating: string, source = `'forum'`, at = WITHIN_TWO_YEARS) => {
    await empty();
    const dated = `SELECT * REPLACE (${at} AS at, NULL AS replied_at), (sipHash64(mention_id, 'stars') % 1000000 + 0.5) / 1e6 AS u
      FROM (${reviews({ mentions: 900, reason: `'app'` })})`;
    await made.addSql(
      'mention',
      COLUMNS,
      `SELECT * EXCEPT u REPLACE (${rating} AS rating, ${source} AS source) FROM (${dated})`,
    );
    return onStars();
  };

  test('that fall by a star a year are told, with the fall in the interval, beside the question of neglect', async () => {
    const found = await rated(stars(1));
    expect(found).toMatchObject({ outcome: 'finding', grade: 'D', effect: { unit: 'points' } });
    // Cut at five and at one star, the planted fall of one is a little less.
    expect(found.effect?.low).toBeLessThan(0.95);
    expect(found.effect?.high).toBeGreaterThan(0.85);
  });

  test('that stay are clear', async () => {
    expect((await rated(stars(0))).outcome).toBe('clear');
  });

  test('that stay at each place are clear though a stern place takes over from a kind one (trap)', async () => {
    const late = `sipHash64(mention_id, 'place') % 720 >= dateDiff('day', toDate(at), toDate('${asOf}'))`;
    const found = await rated(`round(if(${late}, 2, 4) + 2 * (u - 0.5))`, `if(${late}, 'stern', 'kind')`);
    expect(found.outcome).toBe('clear');
    expect(found.effect?.high).toBeLessThan(0.3);
    expect(found.naive?.value).toBeGreaterThan(0.5);
  });

  test('of less than a year leave the question open: it may be the season', async () => {
    const found = await rated(
      stars(0),
      `'forum'`,
      `toDateTime64('2026-03-02 12:00:00', 3, 'UTC') + toIntervalDay(sipHash64(mention_id) % 90)`,
    );
    expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noTrend', values: { needed: 12 } } });
  });
});

test('a middling mention with a reason of neglect is a complaint; five stars with one are none (trap)', async () => {
  await empty();
  const middling = (rating: number) =>
    `SELECT * REPLACE (${rating} AS rating, 'loyalty_not_rewarded' AS reason_code) FROM (${reviews({ mentions: 2000, reason: NEGLECT })})`;
  await made.addSql('mention', COLUMNS, middling(3));
  expect(await now()).toMatchObject({ outcome: 'finding', effect: { value: 1 } });
  await empty();
  await made.addSql('mention', COLUMNS, middling(5));
  expect((await now()).outcome).toBe('clear');
});

test('null company: customers complain of what concerns everybody, and nobody is accused', async () => {
  const found = await judged({ mentions: 3000, reason: `multiIf(u < 0.5, 'app', u < 0.9, 'delivery', 'waiting')` });
  expect(found.outcome).toBe('clear');
  expect(found.strata.every(({ outcome }) => outcome === 'clear')).toBe(true);
});

test('reasons that are coded for one complaint in five acquit nobody of what the others may say (trap)', async () => {
  const found = await judged({ mentions: 600, reason: `if(number % 5 = 0, ${NEGLECT}, NULL)` });
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'reasonsMissing' } });
  expect(found.effect?.low).toBeLessThan(0.8 * 0.75);
  expect(found.effect?.high).toBeGreaterThan(0.8 * 0.75);
});

test('between the two the data do not tell', async () => {
  expect((await judged({ mentions: 60, reason: `if(u < 0.27, 'loyalty', 'app')` })).outcome).toBe('inconclusive');
});

test('with the least columns the reason is asked for; stars of ten are told from stars of five', async () => {
  const bare = await judged({ mentions: 200, reason: NEGLECT }, ['mention_id', 'at', 'source', 'rating']);
  expect(bare).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noReasons' }, sharpen: 'mention.reason_code' });
  await empty();
  await made.addSql(
    'mention',
    COLUMNS,
    `SELECT * REPLACE (if(rating = 1, 4, 10) AS rating) FROM (${reviews({ mentions: 300, reason: NEGLECT })})`,
  );
  expect(detail(await now(), 'negativeShare')?.value).toBeCloseTo(0.8, 1);
});

test('fewer than thirty mentions are told with their number; without any it does not apply', async () => {
  expect(await judged({ mentions: 21, reason: NEGLECT })).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFewMentions', values: { needed: 30, has: 21 } },
  });
  await empty();
  expect((await now()).outcome).toBe('notApplicable');
});

test('every outcome has its sentence in both languages', () => {
  const overturn = { id: 'otherVoices', values: { asOf } };
  const effect = { value: 0.6, low: 0.56, high: 0.64, level: 0.95, unit: 'share' } as const;
  const strata = [{ key: 'reason:waiting', effect, outcome: 'finding', counts: {} }] as const;
  const say = (language: 'de' | 'en', outcome: 'finding' | 'clear' | 'inconclusive') =>
    publicVoiceMessages[language].answer(verdict({ outcome, effect, strata, overturn }), createFormat(language));
  expect(say('de', 'finding')).toMatch(/^Ja: 60\s% der berichteten Äußerungen .*Stand 30\.06\.2026.* waiting\.$/);
  expect(say('en', 'clear')).toMatch(/^Hardly/);
  expect(say('en', 'inconclusive')).toMatch(/^The data do not tell/);
});
