import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany } from '../../test/company.ts';
import { judged } from '../../test/rules.ts';
import { icobs6b } from './icobs-6b.ts';
import { ireland2022 } from './ireland-2022.ts';

const AS_OF = '2026-06-30';
const held = (id: string, more: Record<string, string | number | null> = {}) => ({
  contract_id: id,
  customer_id: `K-${id}`,
  product_id: 'motor',
  start_date: '2023-03-01',
  price: 300,
  price_period: 'year',
  region: 'N',
  channel: 'direct',
  risk_class: '7',
  ...more,
});
const sheet = (price: number, more: Record<string, string | number | null> = {}) => ({
  product_id: 'motor',
  valid_from: '2022-01-01',
  price,
  price_period: 'year',
  region: 'N',
  channel: 'direct',
  risk_class: '7',
  ...more,
});

async function insurer(contracts: readonly ReturnType<typeof held>[], lines: readonly ReturnType<typeof sheet>[]) {
  const company = await openCompany();
  await company.add('contract', contracts);
  if (lines.length > 0) await company.add('new_business_price', lines);
  return company;
}

describe('an insurer with known breaches', () => {
  let company: Company;
  let whole: Awaited<ReturnType<typeof judged>>;
  beforeAll(async () => {
    company = await insurer(
      [
        ...Array.from({ length: 40 }, (_, n) => held(`even-${n}`)),
        ...Array.from({ length: 7 }, (_, n) => held(`dear-${n}`, { price: 330.5 })),
        held('one-cent', { price: 300.01 }),
        held('cheaper', { price: 299.99 }),
        held('new', { start_date: '2026-02-01', price: 900 }),
        held('left-before', { end_date: '2025-01-01', price: 900 }),
        held('firm', { price: 900 }),
        held('no-price', { price: null }),
        held('no-channel', { channel: null }),
        held('no-region', { region: null }),
        held('no-class', { risk_class: null }),
        held('odd-class', { risk_class: '99' }),
        held('unsold', { product_id: 'yacht' }),
        held('closed', { product_id: 'old-motor' }),
        held('followed', { product_id: 'gen-1', price: 310 }),
        held('sized', { product_id: 'home', volume: null }),
        held('sized-right', { product_id: 'home', volume: 120, price: 200.01 }),
        held('gross', { product_id: 'bike', price_basis: 'gross' }),
        held('too-late', { product_id: 'van' }),
        held('monthly', { price: 25, price_period: 'month' }),
        held('monthly-dear', { price: 25.01, price_period: 'month' }),
        held('lured', { product_id: 'teaser', price: 120 }),
        held('quoted', { price: 280.01 }),
      ],
      [
        sheet(300),
        sheet(500, { region: null, channel: null, risk_class: null, product_id: 'boat' }),
        sheet(280, { contract_id: 'quoted', source: 'quote_engine' }),
        sheet(200, { product_id: 'home', volume_band: '100-150', region: null, channel: null, risk_class: null }),
        sheet(999, { product_id: 'home', volume_band: '150-900', region: null, channel: null, risk_class: null }),
        sheet(300, { product_id: 'bike', price_basis: 'net' }),
        sheet(300, { product_id: 'van', valid_to: '2025-12-31' }),
        // Three months at 5 and nine at 10 a month, less a bonus of 15: 90 in the first year.
        sheet(10, { product_id: 'teaser', price_period: 'month', intro_price: 5, intro_months: 3, bonus: 15 }),
        sheet(1, { reference: 'market' }),
      ],
    );
    await company.add('customer', [{ customer_id: 'K-firm', kind: 'company' }]);
    await company.add('product', [
      { product_id: 'old-motor', open_for_new: false },
      { product_id: 'gen-1', open_for_new: false, successor_id: 'gen-2' },
      { product_id: 'gen-2', open_for_new: false, successor_id: 'motor' },
      { product_id: 'motor', open_for_new: true, line: 'Kfz' },
      { product_id: 'home', open_for_new: true, line: 'Hausrat' },
    ]);
    whole = await judged(company, icobs6b, AS_OF);
  });
  afterAll(() => company.close());

  test('passes, breaches and contracts that cannot be judged are counted exactly', () => {
    const { totals } = whole;
    expect(totals.counts).toEqual({ passes: 42, fails: 13, unjudged: 10, outside: 2 });
    expect(totals.outcome).toBe('fails');
    // 7 x 30.50, one cent, 10, one cent a month, 30 and so on, in whole cents.
    expect(totals.overCents).toBe(7 * 3050 + 1 + 1000 + 1 + 12 + 3000 + 1);
  });

  test('one cent above fails, the very price passes', () => {
    const { rows } = whole;
    expect(rows.get('one-cent')).toMatchObject({ result: 'fails', priceCents: 30001, twinCents: 30000, overCents: 1 });
    expect(rows.get('even-0')).toMatchObject({ result: 'passes', overCents: 0 });
    expect(rows.get('cheaper')).toMatchObject({ result: 'passes', overCents: 0 });
    expect(rows.get('monthly')).toMatchObject({ result: 'passes', priceCents: 30000 });
    expect(rows.get('monthly-dear')).toMatchObject({ result: 'fails', overCents: 12 });
  });

  test('every contract without a twin says why', () => {
    const { reasons } = whole;
    expect(reasons).toMatchObject({
      'no-price': 'noPrice',
      'no-channel': 'channelMissing',
      'no-region': 'regionMissing',
      'no-class': 'riskClassMissing',
      'odd-class': 'noLineForProfile',
      unsold: 'noNewcomerPrice',
      closed: 'closedWithoutSuccessor',
      sized: 'volumeMissing',
      gross: 'priceBasisDiffers',
      'too-late': 'notValidThatDay',
      new: 'firstTerm',
      firm: 'companyCustomer',
    });
  });

  test('the twin is the narrowest line, of the product that took the place of a closed one, after introduction and bonus', () => {
    const { rows } = whole;
    expect(rows.get('quoted')).toMatchObject({ twinCents: 28000, quality: 'q1', overCents: 1 });
    expect(rows.get('followed')).toMatchObject({ twinProductId: 'motor', twinCents: 30000, overCents: 1000 });
    expect(rows.get('sized-right')).toMatchObject({ twinCents: 20000, overCents: 1 });
    expect(rows.get('lured')).toMatchObject({ twinCents: 9000, overCents: 3000 });
  });

  test('named lines narrow the rule; a contract without a line then cannot be judged', async () => {
    const { totals, reasons } = await judged(company, icobs6b, AS_OF, { lines: ['KFZ'], products: [] });
    expect(reasons).toMatchObject({ sized: 'otherProduct', unsold: 'lineUnknown', 'one-cent': 'above' });
    expect(totals.counts.passes + totals.counts.fails).toBeGreaterThan(40);
  });

  test('the order of rows and customers of no concern change nothing', async () => {
    await company.add('customer', [{ customer_id: 'nobody' }]);
    await company.add('contract', [held('later', { start_date: '2027-01-01' })]);
    expect(await judged(company, icobs6b, AS_OF)).toEqual(whole);
  });
});

describe('the renewal offers of a contract', () => {
  let company: Company;
  beforeAll(async () => {
    company = await insurer(
      [
        held('a'),
        held('b', { end_date: '2026-04-01' }),
        held('c'),
        held('d'),
        held('e'),
        held('g', { start_date: '2023-07-13', price: 999 }),
        held('f', { product_id: 'flat' }),
      ],
      [
        sheet(280, { valid_to: '2026-02-28' }),
        sheet(300, { valid_from: '2026-03-01' }),
        sheet(300, { product_id: 'flat', risk_class: null }),
      ],
    );
    const event = { kind: 'renewal_offer', price_period: 'year' };
    await company.add('price_event', [
      // The first offer was too dear, the second, made after a complaint, was not.
      { ...event, contract_id: 'a', valid_from: '2026-03-01', price: 320 },
      { ...event, contract_id: 'a', valid_from: '2026-03-20', price: 290, kind: 'indexation' },
      // Offered dearer than charged; the holder left.
      { ...event, contract_id: 'b', valid_from: '2026-03-01', price: 290, offered_price: 305 },
      // Written while the old price list held.
      { ...event, contract_id: 'c', valid_from: '2026-03-01', price: 290, letter_date: '2026-02-01' },
      // Refused: the class that it was made for never became the contract's, so a line by class proves nothing.
      { ...event, contract_id: 'e', valid_from: '2026-03-01', price: 999, accepted: false },
      { ...event, contract_id: 'f', valid_from: '2026-03-01', price: 999, accepted: false },
      // Written before the period begins and in force within it.
      { ...event, contract_id: 'g', valid_from: '2025-07-13', letter_date: '2025-06-01', price: 281 },
      // An offer of years ago and a correction are no renewals of this year.
      { ...event, contract_id: 'd', valid_from: '2024-03-01', price: 999 },
      { ...event, contract_id: 'd', valid_from: '2026-05-01', price: 999, kind: 'correction' },
    ]);
  });
  afterAll(() => company.close());

  test('are judged by the worst one, against the price list of its own day, even if the holder left', async () => {
    const { rows } = await judged(company, icobs6b, AS_OF);
    expect(rows.get('a')).toMatchObject({ result: 'fails', priceCents: 32000, twinCents: 30000, cases: 2 });
    expect(rows.get('b')).toMatchObject({ result: 'fails', priceCents: 30500, judgedOn: '2026-03-01' });
    expect(rows.get('c')).toMatchObject({
      result: 'fails',
      priceCents: 29000,
      twinCents: 28000,
      judgedOn: '2026-02-01',
    });
    expect(rows.get('e')).toMatchObject({ result: 'unjudged', reason: 'classAtOfferUnknown', twinCents: null });
    expect(rows.get('f')).toMatchObject({ result: 'fails', overCents: 69900 });
    expect(rows.get('g')).toMatchObject({ result: 'fails', judgedOn: '2025-06-01', overCents: 100 });
    expect(rows.get('d')).toMatchObject({ result: 'passes', judgedOn: '2026-03-01', priceCents: 30000 });
  });
});

describe('from the second renewal on', () => {
  let company: Company;
  beforeAll(async () => {
    company = await insurer(
      [
        held('first-year', { start_date: '2026-01-10' }),
        held('first-renewal', { start_date: '2025-03-01', price: 500 }),
        held('second-dear', { start_date: '2024-03-01', price: 350.01 }),
        held('second-even', { start_date: '2024-03-01', price: 350 }),
        held('ninth', { start_date: '2017-03-01', price: 400 }),
      ],
      [sheet(200), sheet(350, { reference: 'first renewal' })],
    );
  });
  afterAll(() => company.close());

  test('the anchor is the first renewal, not the newcomer', async () => {
    const { rows, totals, reasons } = await judged(company, ireland2022, AS_OF);
    expect(reasons).toEqual({
      'first-year': 'firstTerm',
      'first-renewal': 'firstRenewal',
      'second-dear': 'above',
      'second-even': 'within',
      ninth: 'above',
    });
    expect(rows.get('second-dear')).toMatchObject({ twinCents: 35000, overCents: 1 });
    expect(totals.counts).toEqual({ passes: 1, fails: 2, unjudged: 0, outside: 2 });
  });
});

describe('a company without a fault', () => {
  test('passes both rules', async () => {
    const company = await insurer(
      Array.from({ length: 50 }, (_, n) => held(`c${n}`, { start_date: `20${15 + (n % 8)}-0${1 + (n % 9)}-01` })),
      [sheet(300), sheet(300, { reference: 'first renewal' })],
    );
    for (const pack of [icobs6b, ireland2022]) {
      const { totals } = await judged(company, pack, AS_OF);
      expect(totals).toMatchObject({ outcome: 'passes', overCents: 0, counts: { passes: 50, fails: 0, unjudged: 0 } });
    }
    await company.close();
  });

  test('without any price list nothing is invented: every contract is open', async () => {
    const company = await insurer([held('a'), held('b')], []);
    const { totals, reasons } = await judged(company, icobs6b, AS_OF);
    expect(totals).toMatchObject({ outcome: 'open', counts: { passes: 0, fails: 0, unjudged: 2 } });
    expect(reasons).toEqual({ a: 'noNewcomerPrice', b: 'noNewcomerPrice' });
    await company.close();
  });
});
