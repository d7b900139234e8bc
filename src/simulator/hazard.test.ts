import { describe, expect, test } from 'vitest';
import { createParty, drawTraits } from './arrivals.ts';
import { dayOf, monthOf } from './calendar.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { acceptRenewal, offerRenewal, openContract } from './contracts.ts';
import { baseLogit, EXPOSURES, type Exposure, exposureEffects, steadyLogit } from './hazard.ts';
import { TRIALS } from './month/rewards.ts';
import type { Party } from './party.ts';
import { type Mechanism, PLANTED } from './planted.ts';
import { found } from './run.ts';

const nowhere = () => undefined;
const company = (without: readonly Mechanism[] = [], muted: readonly number[] = []): Company =>
  found({ world: 'A', customers: 300, seed: 1, without }, nowhere, new Set(muted));

/** Somebody of usual attention and a strong tie, a customer for five years. */
function somebody(of: Company, changed: Partial<Party> = {}, attention = 0): Party {
  const place = { number: 0, region: 0, homophily: 0 };
  const traits = { ...drawTraits(of, 1, place, 0), attention, weak: false, homophily: 0 };
  const entry = {
    source: 'organic',
    startMonth: monthOf(2021, 6),
    startDay: dayOf(2021, 6, 15),
    number: 1,
    household: null,
  } as const;
  const party = createParty(of, { ...entry, place, identityKey: null, rejoined: false, traits });
  return Object.assign(party, changed);
}

function effectOf(name: Exposure, of: Company, party: Party, month: number, gap = 0): number {
  const effects = new Float64Array(EXPOSURES.length);
  exposureEffects(of, party, month, gap, effects);
  return effects[EXPOSURES.indexOf(name)] ?? Number.NaN;
}

describe('exposures', () => {
  const month = AS_OF_MONTH - 20;

  test.each([
    [1, 1.8],
    [3, 1.8],
    [4, 1.4],
    [6, 1.4],
    [7, 1.1],
    [12, 1.1],
    [13, 1],
  ])('%d months after a change of contact person the odds are multiplied by %d', (months, ratio) => {
    const party = somebody(company(), { changeMonth: month - months });
    expect(Math.exp(effectOf('contact_change', company(), party, month))).toBeCloseTo(ratio, 12);
  });

  test('a cold handover adds 1.3, and those of weak ties gain', () => {
    const cold = somebody(company(), { changeMonth: month - 1, changeCold: Math.log(1.3) });
    expect(Math.exp(effectOf('contact_change', company(), cold, month))).toBeCloseTo(1.8 * 1.3, 12);
    const weak = somebody(company(), { changeMonth: month - 1 });
    const traits = { ...weak.traits, weak: true };
    expect(Math.exp(effectOf('contact_change', company(), { ...weak, traits }, month))).toBeCloseTo(0.9, 12);
  });

  test('a neighbour who left counts for three months, never in the month itself', () => {
    const at = (months: number) =>
      effectOf('peer_exit', company(), somebody(company(), { peerExitMonth: month - months }), month);
    expect([0, 1, 2, 3, 4].map((months) => Math.round(Math.exp(at(months)) * 100) / 100)).toEqual([
      1, 1.35, 1.35, 1.35, 1,
    ]);
  });

  test('only a positive gap drives people away, by 1.6 on the logit for 100 %', () => {
    expect(effectOf('price_gap', company(), somebody(company()), month, 0.25)).toBeCloseTo(0.4, 12);
    expect(effectOf('price_gap', company(), somebody(company()), month, -0.25)).toBe(0);
  });

  test('a mechanism that is off has no effect', () => {
    const off = company(['G14', 'G20', 'G4', 'G5', 'G11', 'G16']);
    const recent = {
      changeMonth: month - 1,
      peerExitMonth: month - 1,
      longWaitMonth: month - 1,
      advertisedMonth: month - 1,
      unresolvedMonth: month - 1,
    };
    const effects = new Float64Array(EXPOSURES.length);
    exposureEffects(off, somebody(off, recent), month, 0, effects);
    expect([...effects]).toEqual(EXPOSURES.map(() => 0));
  });

  test('a muted exposure acts until the last twelve months', () => {
    const muted = company([], [EXPOSURES.indexOf('price_gap')]);
    expect(effectOf('price_gap', muted, somebody(muted), AS_OF_MONTH - 12, 0.2)).toBeGreaterThan(0);
    expect(effectOf('price_gap', muted, somebody(muted), AS_OF_MONTH - 11, 0.2)).toBe(0);
  });
});

describe('the base', () => {
  const month = AS_OF_MONTH - 14;
  const base = (changed: Partial<Party>, gap = 0) =>
    baseLogit(company(), somebody(company(), changed), month, gap, false);

  test('a notice multiplies the odds of an overpayer by 2.2 for three months', () => {
    const quiet = base({}, 0.15);
    expect(Math.exp(base({ noticeMonth: month - 1 }, 0.15) - quiet)).toBeCloseTo(2.2, 10);
    expect(base({ noticeMonth: month - 4 }, 0.15)).toBe(quiet);
    expect(base({ noticeMonth: month - 1 }, 0.05)).toBe(base({}, 0.05));
  });

  test('who asked for something is no silent overpayer, nor is who came lately', () => {
    const effect = (changed: Partial<Party>) =>
      base({ ...changed, noticeMonth: month - 1 }, 0.15) - base(changed, 0.15);
    expect(effect({ askMonth: month - 10 })).toBe(0);
    expect(effect({ startMonth: month - 30 })).toBe(0);
  });

  test('a correction letter wakes those who overpay little and keeps those who overpay much', () => {
    expect(base({ letterMonth: month - 1, letterGap: 0.05 })).toBeGreaterThan(base({}));
    expect(base({ letterMonth: month - 1, letterGap: 0.2 })).toBeLessThan(base({}));
    expect(base({ letterMonth: month - 1, letterGap: 0.1 })).toBe(base({}));
  });

  test('money works for a year and turns into its opposite when it stops', () => {
    expect(base({ programme: 'money', programmeMonth: month - 6 })).toBeLessThan(base({}));
    expect(base({ programme: 'money', programmeMonth: month - 18 })).toBeGreaterThan(base({}));
    expect(base({ programme: 'thanks', programmeMonth: month - 18 })).toBe(base({}));
  });
});

describe('loyalties', () => {
  const logitOf = (of: Company, loyalties: Party['traits']['loyalties']) =>
    steadyLogit(of, { ...somebody(of).traits, loyalties });

  test('at equal mean, one point less of the weakest adds 0.35 to the logit; without G18 the weakest is nothing of its own', () => {
    const even = [6, 6, 6, 6] as const;
    const uneven = [7, 7, 7, 3] as const;
    expect(logitOf(company(), uneven) - logitOf(company(), even)).toBeCloseTo(3 * 0.35, 12);
    expect(logitOf(company(['G18']), uneven)).toBeCloseTo(logitOf(company(['G18']), even), 12);
  });

  test('one point more of all four takes 0.25 off for the mean and 0.35 for the weakest', () => {
    const change = (of: Company) => logitOf(of, [7, 7, 7, 7]) - logitOf(of, [6, 6, 6, 6]);
    expect(change(company())).toBeCloseTo(-0.6, 12);
    expect(change(company(['G18']))).toBeCloseTo(-0.25, 12);
  });
});

describe('six fixes', () => {
  /** What the roll-outs of a region add to the logit in a month. */
  const rolledOut = (of: Company, region: number, month: number) =>
    of.rollOuts[region]?.[month - of.firstMonth] ?? Number.NaN;

  test.each(TRIALS.map(({ id, effect }) => [id, PLANTED.G26[effect]] as const))(
    '%s adds %d for a year to those drawn for it, and nothing afterwards',
    (_, effect) => {
      const month = AS_OF_MONTH - 14;
      const base = (months: number) =>
        baseLogit(company(), somebody(company(), { fixes: [{ effect, from: month - months }] }), month, 0, false);
      const plain = baseLogit(company(), somebody(company()), month, 0, false);
      expect([0, 1, 12, 13].map((months) => base(months) - plain)).toEqual(
        [0, effect, effect, 0].map((added) => expect.closeTo(added, 12)),
      );
    },
  );

  test('the queue comes to a region every two months and the freeze to every other one; both take effect a month later', () => {
    const of = company();
    const jump = (region: number, start: number) => rolledOut(of, region, start + 1) - rolledOut(of, region, start);
    for (const region of [0, 2, 4]) expect(jump(region, monthOf(2024, 7) + 2 * region)).toBeCloseTo(-0.2, 12);
    expect(jump(8, monthOf(2025, 1))).toBeCloseTo(-0.25, 12);
    expect(jump(7, monthOf(2025, 1))).toBeCloseTo(-0.006, 12);
  });

  test('the letters do nothing, but their regions drift down two years before them: the pre-trend is broken', () => {
    const of = company();
    const start = monthOf(2023, 7);
    expect(rolledOut(of, 1, start + 1) - rolledOut(of, 1, start)).toBeCloseTo(-0.006, 12);
    expect(rolledOut(of, 1, start) - rolledOut(of, 1, start - 24)).toBeCloseTo(-0.144, 12);
    expect(rolledOut(of, 0, start) - rolledOut(of, 0, start - 24)).toBe(0);
  });

  test('without G26 no region differs from another in any month', () => {
    for (const region of company(['G26']).rollOuts) expect(region.every((logit) => logit === 0)).toBe(true);
  });
});

describe('the walk', () => {
  const factors = (attention: number, renewals: number) => {
    const of = company();
    const party = somebody(of, {}, attention);
    const contract = openContract(of, party, {
      line: 2,
      startDay: party.startDay,
      first: true,
      expires: null,
      locationId: null,
    });
    return Array.from({ length: renewals }, (_, index) => {
      const renewal = offerRenewal(of, party, contract, contract.startMonth + 12 * (index + 1));
      acceptRenewal(renewal);
      return renewal.offeredCents / renewal.listCents;
    });
  };

  test('is nothing at the first renewal and 3.5 % at each of the next two', () => {
    const [first, second, third] = factors(0, 3);
    expect(first).toBe(1);
    expect(second).toBeCloseTo(1.035, 4);
    expect(third).toBeCloseTo(1.035 ** 2, 4);
  });

  test('is 1 pp faster for somebody one standard deviation less attentive', () => {
    expect(factors(-1, 2)[1]).toBeCloseTo(1.045, 4);
  });
});
