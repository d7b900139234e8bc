import { beforeAll, describe, expect, test } from 'vitest';
import { writeOffers } from './campaigns.ts';
import { AS_OF_MONTH } from './company.ts';
import { type Life, readLives } from './lives.ts';
import { PLANTED } from './planted.ts';
import { writeNewBusinessPrices } from './prices.ts';
import { found, liveAll } from './run.ts';

/**
 * What is planted, counted again from the rows of the files, by an analyst who knows nothing of the simulator.
 * Two are made stronger than in world A, because a company that a test can afford would not show them.
 */
const CUSTOMERS = 22_000;
const STRONGER = {
  G9: { ...PLANTED.G9, smallGapEffect: 0.06 },
  G21: { ...PLANTED.G21, strength: 4 },
};
const lives = readLives();
const FIRST_MONTH = AS_OF_MONTH - 119;

beforeAll(async () => {
  const company = found({ world: 'A', customers: CUSTOMERS, seed: 7, without: [] }, lives.rows, new Set());
  const strong = { ...company, planted: { ...company.planted, ...STRONGER } };
  writeNewBusinessPrices(strong);
  writeOffers(strong);
  await liveAll(strong, { onProgress: () => undefined, signal: null });
}, 180_000);

/** Log of a ratio of rates with its standard error. */
interface LogRatio {
  readonly log: number;
  readonly error: number;
}

/** Exits and months of the exposed and of the others in one stratum. */
type Stratum = [exposedExits: number, exposedMonths: number, otherExits: number, otherMonths: number];

/** Rate ratio over strata. Mantel & Haenszel (1959), for person-time as in Rothman, Modern Epidemiology. */
function pooled(strata: Iterable<Stratum>): LogRatio {
  let above = 0;
  let below = 0;
  let exits: [number, number] = [0, 0];
  for (const [a, m, b, n] of strata) {
    above += (a * n) / (m + n);
    below += (b * m) / (m + n);
    exits = [exits[0] + a, exits[1] + b];
  }
  return { log: Math.log(above / below), error: Math.sqrt(1 / exits[0] + 1 / exits[1]) };
}

function addTo(strata: Map<string, Stratum>, key: string, exposed: boolean, exits: number, months: number): void {
  const held = strata.get(key) ?? [0, 0, 0, 0];
  held[exposed ? 0 : 2] += exits;
  held[exposed ? 1 : 3] += months;
  strata.set(key, held);
}

interface Seen {
  readonly stratum: string;
  readonly exposed: boolean;
}

/** Every month of every customer, by what he had seen when it began; null leaves the month out. */
function hazardRatio(see: (life: Life, month: number) => Seen | null): LogRatio {
  const strata = new Map<string, Stratum>();
  for (const life of lives.all.values()) {
    for (let month = Math.max(life.start + 1, FIRST_MONTH + 12); month <= (life.end ?? AS_OF_MONTH); month++) {
      const seen = see(life, month);
      if (seen !== null) addTo(strata, seen.stratum, seen.exposed, Number(life.decided && life.end === month), 1);
    }
  }
  return pooled(strata.values());
}

/** Share that leaves within some months of being drawn for a programme, treated against holdout. */
function trial(programme: RegExp, months: number, isIn: (life: Life, month: number) => boolean = () => true): LogRatio {
  const strata = new Map<string, Stratum>();
  for (const life of lives.all.values()) {
    for (const drawn of life.drawn) {
      if (!programme.test(drawn.programme) || !isIn(life, drawn.month)) continue;
      const last = Math.min(life.end ?? AS_OF_MONTH, drawn.month + months, AS_OF_MONTH);
      const left = life.decided && life.end !== null && life.end > drawn.month && life.end <= drawn.month + months;
      addTo(strata, '', drawn.isTreated, Number(left), Math.max(last - drawn.month, 0));
    }
  }
  return pooled(strata.values());
}

const tenure = (life: Life, month: number) => `${Math.min(Math.floor((month - life.start) / 6), 14)}`;
function expectNear({ log, error }: LogRatio, truth: number): void {
  expect(Math.abs(log - truth)).toBeLessThan(3.5 * error);
  // An interval that holds everything proves nothing.
  expect(error).toBeLessThan(0.3);
}

describe('a new contact person (G14)', () => {
  /** Hazard in a window since the latest change of a cause, against months without a change in a year. */
  const hazardAfter = (cause: RegExp, from: number, until: number, handover = /./) =>
    hazardRatio((life, month) => {
      const changes = life.changes.filter((change) => change.month < month && month - change.month <= 12);
      const latest = changes.at(-1);
      if (latest === undefined) return { stratum: tenure(life, month), exposed: false };
      const since = month - latest.month;
      const counts = cause.test(latest.cause) && handover.test(latest.handover) && since >= from && since <= until;
      return counts ? { stratum: tenure(life, month), exposed: true } : null;
    });
  /** Three in ten have weak ties and gain; the others feel the window and the handover. */
  const planted = (window: number, handover: number) => Math.log(0.7 * window * handover + 0.3 * 0.9);
  const LEFT = /staff_exit|leave/;

  test.each([
    ['warm', 0.8],
    ['cold', 1.3],
    ['none', 1],
  ])(
    'who lost his carer leaves more often within three months, with a %s handover by the planted %d',
    (name, factor) => {
      expectNear(hazardAfter(LEFT, 1, 3, new RegExp(name)), planted(1.8, factor));
    },
  );

  test('the effect wears off by the planted windows: 1.8, 1.4, 1.1', () => {
    const usual = 0.35 * 0.8 + 0.45 * 1.3 + 0.2;
    expectNear(hazardAfter(LEFT, 1, 3), planted(1.8, usual));
    expectNear(hazardAfter(LEFT, 4, 6), planted(1.4, usual));
    expectNear(hazardAfter(LEFT, 7, 12), planted(1.1, usual));
  });

  test('trap T6: those handed to the risk team seem to leave far more often, because they were chosen for it', () => {
    expect(hazardAfter(/risk_team/, 1, 3).log).toBeGreaterThan(hazardAfter(LEFT, 1, 3).log + 0.4);
  });
});

describe('a neighbour who left (G20)', () => {
  const leaving = (life: Life, together: boolean) =>
    life.tied
      .filter((tie) => tie.together === together)
      .flatMap(({ id }) => {
        const other = lives.all.get(id);
        return other?.decided === true && other.end !== null ? [other.end] : [];
      });
  const around = new Map<Life, { home: number[]; others: number[] }>();
  const seenBy = (life: Life) => {
    const known = around.get(life) ?? { home: leaving(life, true), others: leaving(life, false) };
    around.set(life, known);
    return known;
  };
  const isRecent = (months: readonly number[], month: number) => months.some((at) => at < month && month - at <= 3);

  test('the naive count of tied customers finds some 2.6 where 1.35 is true', () => {
    const naive = hazardRatio((life, month) => {
      const { home, others } = seenBy(life);
      return { stratum: '', exposed: isRecent(home, month) || isRecent(others, month) };
    });
    expect(Math.exp(naive.log)).toBeGreaterThan(2.2);
    expect(Math.exp(naive.log)).toBeLessThan(3);
  });

  test('among those who saw as many leave within a year, households apart, a fresh exit counts 1.35', () => {
    const matched = hazardRatio((life, month) => {
      const { home, others } = seenBy(life);
      const seen = others.filter((at) => at < month && month - at <= 12);
      if (seen.length === 0 || home.some((at) => at <= month && month - at <= 3)) return null;
      const since = month - Math.max(...seen);
      const stratum = `${life.group}|${tenure(life, month)}|${Math.min(seen.length, 3)}|${Math.min(life.tied.length, 8)}`;
      return { stratum, exposed: since <= 3 };
    });
    expectNear(matched, Math.log(1.35));
    expect(matched.log).toBeGreaterThan(0);
  });
});

describe('adverts for newcomers only (G11)', () => {
  test('where a campaign ran, six in ten saw it and left by 1.15 more in the two months after', () => {
    const ran = (life: Life, month: number) => lives.campaigns.has(`${life.region}|${month}`);
    const seen = hazardRatio((life, month) => {
      if (ran(life, month - 1) !== ran(life, month - 2)) return null;
      return { stratum: `${month}`, exposed: ran(life, month - 1) };
    });
    const reached = 1 - (1 - 0.6) ** 2;
    expectNear(seen, Math.log(1 + 0.15 * reached));
  });
});

describe('trials', () => {
  test('the anniversary trial draws as many for each of its arms, and what is given keeps customers (G21, strengthened)', () => {
    const arms = new Map<string, number>();
    for (const { drawn } of lives.all.values())
      for (const { programme } of drawn)
        if (programme.startsWith('anniversary-')) arms.set(programme, (arms.get(programme) ?? 0) + 1);
    const counts = [...arms.values()];
    expect(counts.length).toBe(4);
    // Households are drawn together, which doubles the spread at most.
    const usual = counts.reduce((sum, count) => sum + count, 0) / 4;
    for (const count of counts) expect(Math.abs(count - usual)).toBeLessThan(8 * Math.sqrt(usual));
    const planted = [-0.04, -0.064, -0.048].map((points) => 1 + points / 0.095);
    const kept = trial(/^anniversary-/, 12);
    expectNear(kept, Math.log(planted.reduce((sum, ratio) => sum + ratio, 0) / 3));
    expect(kept.log).toBeLessThan(0);
  });

  test.each([
    ['call-back', -0.3],
    ['welcome', 0],
    ['more-mail', 0.35],
  ])('%s moves the odds of leaving by exp(%d) within a year (G26)', (programme, effect) => {
    expectNear(trial(new RegExp(`^${programme}$`), 12), effect);
  });

  /** Price gap when the letter went out: what has walked since is taken off again. */
  const gapAt = (life: Life, month: number): number | null => {
    if (life.renewingContracts !== 1 || life.prices === null) return null;
    const anniversaries =
      Math.floor(((life.end ?? AS_OF_MONTH) - life.start) / 12) - Math.floor((month - life.start) / 12);
    return life.prices.paid / life.prices.asked / 1.035 ** Math.max(anniversaries, 0) - 1;
  };
  const within = (low: number, high: number) => (life: Life, month: number) => {
    const gap = gapAt(life, month);
    return gap !== null && gap > low && gap < high;
  };

  test('a correction letter wakes those who overpay little, not those who overpay by a tenth (G9, strengthened)', () => {
    const small = trial(/^correction-letter$/, 3, within(0, 0.07));
    const middle = trial(/^correction-letter$/, 3, within(0.09, 0.14));
    expect(small.log).toBeGreaterThan(2 * small.error);
    expect(Math.abs(middle.log)).toBeLessThan(2.5 * middle.error);
    expect(middle.log).toBeLessThan(small.log);
  });
});

describe('four loyalties (G18)', () => {
  test('at equal mean of the four answers, those with the weaker weakest leave more often within a year', () => {
    const strata = new Map<string, Stratum>();
    for (const life of lives.all.values()) {
      for (const [month, answers] of life.loyalties) {
        const weakest = Math.min(...answers);
        const sum = answers.reduce((total, answer) => total + answer, 0);
        const below = sum / 4 - weakest;
        // The weakest usually lies about two points below the mean; those in between are left out.
        if (answers.length !== 4 || month > AS_OF_MONTH - 12 || (below > 1.5 && below < 2.5)) continue;
        const left = life.decided && life.end !== null && life.end > month && life.end <= month + 12;
        addTo(strata, `${sum}`, below > 2, Number(left), 1);
      }
    }
    const weaker = pooled(strata.values());
    expect(weaker.log).toBeGreaterThan(2 * weaker.error);
  });
});
