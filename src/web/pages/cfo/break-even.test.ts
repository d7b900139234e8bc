import { describe, expect, test } from 'vitest';
import { type Assumptions, annuityYears, balanceLine, breakEven, type Ground } from './break-even.ts';

// 1,000 customers with a margin of 60 a year each over three years at 10 %: 149.21 of value; 30,000 given back is 201.06 exits.
const CUSTOMER_VALUE = 60 * (1 / 1.1 + 1 / 1.1 ** 2 + 1 / 1.1 ** 3);
const ground: Ground = {
  overpaid: { value: 30_000, low: 24_000, high: 36_000 },
  customers: 1000,
  breakEvenShare: 30_000 / (1000 * CUSTOMER_VALUE),
  marginRate: 0.3,
  discountRate: 0.1,
  horizonMonths: 36,
};
const asAudited: Assumptions = {
  givenBack: 1,
  waterbed: 0,
  marginRate: 0.3,
  discountRate: 0.1,
  horizonMonths: 36,
};

describe('value of a stream of money', () => {
  test('three years at 10 % are the three discounted years', () => {
    expect(annuityYears(0.1, 36)).toBeCloseTo(1 / 1.1 + 1 / 1.21 + 1 / 1.331, 12);
  });
  test('without discount a year is worth a year, and a tiny discount hardly less', () => {
    expect(annuityYears(0, 30)).toBe(2.5);
    expect(annuityYears(1e-9, 30)).toBeCloseTo(2.5, 6);
  });
});

describe('break-even', () => {
  test('unturned sliders say what the audit says', () => {
    const found = breakEven(ground, asAudited);
    expect(found?.exitShare.value).toBeCloseTo(ground.breakEvenShare, 12);
    expect(found?.customerValue).toBeCloseTo(CUSTOMER_VALUE, 9);
    expect(found?.exits.low).toBeCloseTo(24_000 / CUSTOMER_VALUE, 9);
  });

  test('exits avoided at the break-even pay exactly what is given up', () => {
    const found = breakEven(ground, { ...asAudited, givenBack: 0.6, waterbed: 0.25, horizonMonths: 60 });
    expect((found?.exits.value ?? 0) * (found?.customerValue ?? 0)).toBeCloseTo(30_000 * 0.6 * 0.75, 6);
  });

  test('what newcomers bear through their price is not borne by the company', () => {
    expect(breakEven(ground, { ...asAudited, waterbed: 1 })?.exits.value).toBe(0);
  });

  test('a better margin or a longer horizon needs fewer exits, a higher discount more', () => {
    const exits = (turned: Partial<Assumptions>) => breakEven(ground, { ...asAudited, ...turned })?.exits.value ?? 0;
    expect(exits({ marginRate: 0.6 })).toBeCloseTo(exits({}) / 2, 9);
    expect(exits({ horizonMonths: 60 })).toBeLessThan(exits({}));
    expect(exits({ discountRate: 0.2 })).toBeGreaterThan(exits({}));
  });

  test('an audit without customers or break-even gives nothing to reckon from', () => {
    expect(breakEven({ ...ground, customers: 0 }, asAudited)).toBeNull();
    expect(breakEven({ ...ground, breakEvenShare: 0 }, asAudited)).toBeNull();
  });

  test('an unbounded side stays unbounded', () => {
    const open = breakEven({ ...ground, overpaid: { value: 30_000, low: null, high: null } }, asAudited);
    expect(open?.exits).toMatchObject({ low: null, high: null });
  });
});

test('the line of the balance begins at the cost, crosses zero at the break-even and widens nowhere', () => {
  const found = breakEven(ground, asAudited);
  const line = found === null ? [] : balanceLine(found);
  expect(line).toHaveLength(9);
  expect(line[0]?.value).toBeCloseTo(-30_000, 9);
  expect(line[4]?.exits).toBeCloseTo(found?.exits.value ?? 0, 9);
  expect(line[4]?.value).toBeCloseTo(0, 6);
  for (const { low, high } of line) expect((high ?? 0) - (low ?? 0)).toBeCloseTo(12_000, 6);
});
