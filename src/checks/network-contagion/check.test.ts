import { expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../../domain/audit-settings.ts';
import { createRandom, type Random } from '../../statistics/random.ts';
import { type Cells, toCells } from '../cells.ts';
import { assessContagion } from './assess.ts';
import { networkContagion } from './check.ts';
import { comparisonsOf, measureContagion } from './measure.ts';
import { tiedCells } from './query.ts';
import { CONTAGION_DEFAULTS } from './settings.ts';
import { stratifiedOddsRatio } from './stratified-odds.ts';

const asOf = '2026-06-30';
const audit = { ...DEFAULT_AUDIT_SETTINGS, asOf };
const BEFORE = 24;
const WINDOW = 24;
const SIZE = 5;

interface Circles {
  readonly seed: number;
  readonly circles: number;
  /** Spread of what all of a circle share, on the log odds of leaving. */
  readonly likeness: number;
  /** What the exit of another one does for three months, as an odds ratio. */
  readonly contagion: number;
}

const NEVER = 1000;
/** All came in May, the window begins in July. */
const MONTHS_AFTER_START = 2;
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));
const within = (months: number, since: number) => since > 0 && since <= months;

/** Months in which the members of one circle decide to leave, from two years before the window on. */
function circle(random: Random, { likeness, contagion }: Circles): readonly number[] {
  const temper = -4.4 + likeness * random.normal();
  const left = Array.from({ length: SIZE }, () => NEVER);
  for (let month = -BEFORE; month < WINDOW; month++) {
    const leaving = left.flatMap((own, me) => {
      const felt = left.some((other) => within(3, month - other)) ? Math.log(contagion) : 0;
      return own === NEVER && random.uniform() < logistic(temper + felt) ? [me] : [];
    });
    for (const me of leaving) left[me] = month;
  }
  return left;
}

function allCircles(circles: Circles): readonly (readonly number[])[] {
  const random = createRandom(circles.seed);
  return Array.from({ length: circles.circles }, () => circle(random, circles));
}

/** What a member knows when a month begins: exits seen within a year, how long ago the latest was, whether one is to come. */
function seenBy(left: readonly number[], me: number, month: number): readonly [number, number, number] {
  const others = left.filter((_, other) => other !== me);
  const seen = others.filter((at) => within(12, month - at));
  const ago = month - Math.max(...seen);
  const since = seen.length === 0 ? 0 : Math.ceil(ago / 3);
  return [Math.min(3, seen.length), since, Number(others.some((at) => within(3, at - month)))];
}

/** The cells of such circles as the engine would return them. */
function cellsOf(circles: Circles): Cells {
  const sums = new Map<string, [months: number, leaves: number]>();
  for (const [number, left] of allCircles(circles).entries()) {
    for (const [me, own] of left.entries()) {
      for (let month = 0; month < WINDOW && month <= own; month++) {
        const key = JSON.stringify([...seenBy(left, me, month), number % 40, (month + MONTHS_AFTER_START) % 12]);
        const held = sums.get(key) ?? [0, 0];
        sums.set(key, [held[0] + 1, held[1] + Number(own === month)]);
      }
    }
  }
  const keys = [...sums.keys()].map((text): number[] => JSON.parse(text));
  const column = (at: number) => keys.map((key) => key[at] ?? 0);
  const same = keys.map(() => 0);
  const leaves = [...sums.values()].map(([, left]) => left);
  return toCells(tiedCells, {
    keys: {
      group_name: same,
      tenure: same,
      degree: same,
      anniversary: column(4),
      seen: column(0),
      since: column(1),
      coming: column(2),
      strange: same,
    },
    replicate: column(3),
    sums: {
      months: [...sums.values()].map(([months]) => months),
      leaves,
      ends: leaves,
      value: leaves.map((left) => 100 * left),
      valued: leaves,
    },
  });
}

const shocksOf = (tied: Cells): Cells => ({
  ...tied,
  by: ['region', 'quarter', 'tenure', 'anniversary', 'seen', 'since', 'coming', 'strange'],
});
const measured = (circles: Circles) => {
  const tied = cellsOf(circles);
  return measureContagion(tied, shocksOf(tied), audit);
};

test('the common odds ratio of two opposed strata, worked by hand (Simpson)', () => {
  // Small stratum 4/10 against 20/80, large 5/100 against 1/30: 4*60/90 + 5*29/130 over 6*20/90 + 95*1/130.
  const rows = [
    [0, 1, 10, 4],
    [0, 0, 80, 20],
    [1, 1, 100, 5],
    [1, 0, 30, 1],
  ];
  const cells = toCells(
    { by: ['stratum', 'exposed'], sums: { months: '1', leaves: '1' } },
    {
      keys: { stratum: rows.map((row) => row[0] ?? 0), exposed: rows.map((row) => row[1] ?? 0) },
      replicate: rows.map(() => 0),
      sums: { months: rows.map((row) => row[2] ?? 0), leaves: rows.map((row) => row[3] ?? 0) },
    },
  );
  const comparison = {
    cells,
    keep: () => true,
    exposed: (tuple: readonly unknown[]) => tuple[1] === 1,
    stratum: (tuple: readonly unknown[]) => String(tuple[0]),
  };
  const byHand = ((4 * 60) / 90 + (5 * 29) / 130) / ((6 * 20) / 90 + (95 * 1) / 130);
  expect(stratifiedOddsRatio(comparison, cells.total)).toBeCloseTo(byHand, 12);
});

test('T7: tied customers are alike; the plain ratio is far off, the exit still to come unmasks it, matching recovers the truth', () => {
  const found = measured({ seed: 7, circles: 12_000, likeness: 1.2, contagion: 1.35 });
  expect(found.naive.low).toBeGreaterThan(1.8);
  expect(found.comingNaive.low).toBeGreaterThan(1.5);
  expect(found.matched.low).toBeLessThan(1.35);
  expect(found.matched.high).toBeGreaterThan(1.35);
  expect(found.matched.high / found.matched.low).toBeLessThan(1.7);
  expect(found.multiplier.low).toBeGreaterThan(1);
});

// Hot circles lose their members early, so their latest exit lies further back: the matched ratio leans below one, never above.
test('likeness alone is no contagion; the matched ratio leans downwards by less than a tenth', () => {
  const found = [8, 9, 10, 11, 12, 13].map((seed) => measured({ seed, circles: 6000, likeness: 1, contagion: 1 }));
  for (const { naive, matched } of found) {
    expect(naive.value).toBeGreaterThan(1.15);
    expect(matched.low).toBeLessThan(1);
  }
  const mean = found.reduce((sum, { matched }) => sum + Math.log(matched.value), 0) / found.length;
  expect(Math.exp(mean)).toBeGreaterThan(0.9);
  expect(Math.exp(mean)).toBeLessThan(1.05);
});

test('the interval of the matched ratio covers the truth about as often as it says', () => {
  let covered = 0;
  for (let seed = 300; seed < 340; seed++) {
    const tied = cellsOf({ seed, circles: 1500, likeness: 1, contagion: 1.6 });
    const { matched } = measureContagion(tied, shocksOf(tied), audit);
    if (matched.low <= 1.6 && matched.high >= 1.6) covered += 1;
  }
  expect(covered).toBeGreaterThanOrEqual(33);
});

function judged(circles: Circles, counts: { tied: number; exposed: number }) {
  const tied = cellsOf(circles);
  const customers = toCells(
    { by: ['tied'], sums: { customers: '1', household: '1', household_decisions: '1', exposed: '1' } },
    {
      keys: { tied: [counts.tied > 0 ? 1 : 0] },
      replicate: [0],
      sums: { customers: [5000], household: [40], household_decisions: [3], exposed: [counts.exposed] },
    },
  );
  const cells = { customers, tied, shocks: shocksOf(tied) };
  const [found] = assessContagion({ cells, settings: CONTAGION_DEFAULTS, audit, inventory: {}, catalogue: [] });
  if (found === undefined) throw new Error('no verdict');
  return found;
}

test('strong contagion is a finding with money and no list; below the minimum it is refused with what is missing', () => {
  const strong = { seed: 9, circles: 5000, likeness: 0.5, contagion: 2.5 };
  const found = judged(strong, { tied: 5000, exposed: 4000 });
  expect(found).toMatchObject({ outcome: 'finding', affected: null, counts: { exposed: 4000 } });
  expect(found.money.loss?.low).toBeGreaterThan(0);
  const few = judged(strong, { tied: 5000, exposed: 37 });
  expect(few).toMatchObject({
    outcome: 'inconclusive',
    effect: null,
    reason: { id: 'fewExposed', values: { exposed: 37, neededExposed: 100 } },
  });
  const homes = judged(strong, { tied: 0, exposed: 0 });
  expect(homes.reason).toMatchObject({ id: 'onlyHouseholds', values: { household: 40 } });
});

test('strangers who seem to infect one another forbid the claim', () => {
  const tied = cellsOf({ seed: 10, circles: 5000, likeness: 0.5, contagion: 2.5 });
  // Whoever saw a tied one leave also "saw" a stranger leave: the comparison is bent.
  const bent: Cells = { ...tied, tuples: tied.tuples.map((tuple) => [...tuple.slice(0, 7), tuple[5] === 1 ? 1 : 0]) };
  const { strangers } = comparisonsOf(bent, shocksOf(tied));
  expect(stratifiedOddsRatio(strangers, bent.total)).toBeGreaterThan(1.5);
  const found = measureContagion(bent, shocksOf(tied), audit);
  expect(found.strangers.low).toBeGreaterThan(1);
});

const days = (month: number) => {
  const at = new Date(Date.UTC(2024, 6 + month, 15));
  return at.toISOString().slice(0, 10);
};
const CIRCLES: Circles = { seed: 11, circles: 900, likeness: 0.8, contagion: 2 };

const audited = async (company: Company) =>
  verdictOf(await company.audit({ checks: [networkContagion], asOf }), networkContagion.id);

test('from ties and contracts alone the planted contagion is found; a tie told twice or the other way round changes nothing', async () => {
  const company = await openCompany();
  const contracts: Record<string, string | null>[] = [];
  const ties: Record<string, string>[] = [];
  for (const [number, left] of allCircles(CIRCLES).entries()) {
    for (const [me, month] of left.entries()) {
      contracts.push({
        contract_id: `v${number}-${me}`,
        customer_id: `k${number}-${me}`,
        product_id: 'P',
        start_date: '2020-05-01',
        end_date: month === NEVER ? null : days(month),
      });
      for (let other = 0; other < me; other++)
        ties.push({ customer_id_a: `k${number}-${me}`, customer_id_b: `k${number}-${other}`, kind: 'community' });
    }
  }
  await company.add('contract', contracts);
  await company.add('tie', ties);
  const found = await audited(company);
  // What the engine counts is what the same lives give when they are counted here.
  const { matched, naive } = measured(CIRCLES);
  expect(found.outcome).toBe('finding');
  expect(found.naive?.value).toBeCloseTo(naive.value, 6);
  expect(found.effect?.value).toBeCloseTo(matched.value, 6);
  const strangers = found.details.find(({ key }) => key === 'strangers')?.quantity;
  expect(strangers?.low ?? 9).toBeLessThan(1);
  await company.addSql(
    'tie',
    ['customer_id_a', 'customer_id_b', 'kind'],
    'SELECT customer_id_b AS customer_id_a, customer_id_a AS customer_id_b, kind FROM tie',
  );
  await company.addSql(
    'customer',
    ['customer_id'],
    `SELECT concat('stranger', toString(number)) AS customer_id FROM numbers(200)`,
  );
  expect(await audited(company)).toEqual(found);
  await company.close();
}, 60_000);

test('pairs that came in the same month and leave when their year is over infect nobody (trap)', async () => {
  const pairs = await openCompany();
  const chance = (salt: string) => `(sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003`;
  // Each of a pair decides alone, in the month of the anniversary or the one after it, once a year.
  await pairs.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date'],
    `SELECT concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id,
      toDate32('2020-01-01') + toIntervalMonth(sipHash64(intDiv(number, 2), 'came') % 12) AS start_date,
      arrayFirst(y -> (sipHash64(number, y) % 1000003) / 1000003 < 0.2, [4, 5, 6, 20]) AS year,
      addYears(start_date, year) + toUInt32(59 * ${chance('day')}) AS ends,
      if(ends < toDate32('2026-06-01') AND year < 20, toNullable(ends), NULL) AS end_date
    FROM numbers(8000)`,
  );
  await pairs.addSql(
    'tie',
    ['customer_id_a', 'customer_id_b', 'kind'],
    `SELECT concat('k', toString(2 * number)) AS customer_id_a, concat('k', toString(2 * number + 1)) AS customer_id_b, 'community' AS kind FROM numbers(4000)`,
  );
  const found = await audited(pairs);
  await pairs.close();
  expect(found.outcome).not.toBe('finding');
  expect(found.effect?.low).toBeLessThan(1);
  expect(found.effect?.high).toBeGreaterThan(1);
});

test('those who live together decide together: with household ties only nothing is claimed', async () => {
  const homes = await openCompany();
  await homes.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date'],
    `SELECT concat('v', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id, 'P' AS product_id, toDate32('2020-01-01') AS start_date, if(intDiv(number, 2) % 5 = 0, toNullable(toDate32('2025-01-10') + intDiv(number, 2) % 300), NULL) AS end_date FROM numbers(4000)`,
  );
  await homes.addSql(
    'tie',
    ['customer_id_a', 'customer_id_b', 'kind'],
    `SELECT concat('k', toString(2 * number)) AS customer_id_a, concat('k', toString(2 * number + 1)) AS customer_id_b, 'household' AS kind FROM numbers(2000)`,
  );
  const found = await audited(homes);
  await homes.close();
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'onlyHouseholds' } });
  // 400 couples left together: one decision each, but for those in the first month on record.
  expect(found.counts['householdDecisions']).toBeGreaterThan(350);
  expect(found.counts['householdDecisions']).toBeLessThanOrEqual(400);
});
