import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany } from '../../test/company.ts';
import { judged } from '../../test/rules.ts';
import { enwg36 } from './enwg-36.ts';
import { ofcomEndOfContract } from './ofcom-end-of-contract.ts';
import { ofgemSlc22b } from './ofgem-slc-22b.ts';
import { tkg573 } from './tkg-57-3.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());
const AS_OF = '2026-03-31';

describe('basic supply', () => {
  const supply = (id: string, start: string, more: Record<string, string | number | null> = {}) => ({
    contract_id: `e-${id}`,
    customer_id: `e-${id}`,
    product_id: 'GV',
    start_date: start,
    region: 'Netz 1',
    base_price: 10,
    unit_price: 0.29,
    volume: 3000,
    price_period: 'month',
    ...more,
  });
  beforeAll(async () => {
    await company.add('product', [
      { product_id: 'GV', name: 'Grundversorgung Strom', line: 'Strom' },
      { product_id: 'EV', name: 'Ersatzversorgung', line: 'Strom' },
      { product_id: 'DSL', name: 'DSL 50', line: 'DSL' },
    ]);
    await company.add('contract', [
      supply('newest', '2026-03-01'),
      supply('same', '2019-01-01', { volume: 1234.5 }),
      supply('dearer', '2018-01-01', { unit_price: 0.31 }),
      supply('cheaper', '2017-01-01', { unit_price: 0.27 }),
      supply('elsewhere', '2018-01-01', { region: 'Netz 2', unit_price: 0.4 }),
      supply('unplaced', '2018-01-01', { region: null }),
      supply('emergency', '2018-01-01', { product_id: 'EV', unit_price: 0.9 }),
      supply('other', '2018-01-01', { product_id: 'DSL', unit_price: 0.9 }),
      supply('two-a', '2026-01-01', { region: 'Netz 3' }),
      supply('two-b', '2026-01-01', { region: 'Netz 3', unit_price: 0.3 }),
    ]);
  });

  test('has one price whenever the contract began: violations, passes and open ones are counted exactly', async () => {
    const { totals, reasons, rows } = await judged(company, enwg36, AS_OF);
    expect(reasons).toEqual({
      'e-newest': 'sameConditions',
      'e-same': 'sameConditions',
      'e-dearer': 'otherConditions',
      'e-cheaper': 'otherConditions',
      'e-elsewhere': 'noPeer',
      'e-unplaced': 'regionMissing',
      'e-emergency': 'notBasicSupply',
      'e-other': 'notBasicSupply',
      'e-two-a': 'newestDisagree',
      'e-two-b': 'newestDisagree',
    });
    expect(totals.counts).toEqual({ passes: 2, fails: 2, unjudged: 4, outside: 2 });
    // Twelve months of 10 and 3,000 units: 0.31 against 0.29 is 60.00 too much; who pays less pays nothing too much.
    expect(rows.get('e-dearer')).toMatchObject({ priceCents: 105000, twinCents: 99000, overCents: 6000 });
    expect(rows.get('e-cheaper')).toMatchObject({ overCents: 0 });
    expect(totals.overCents).toBe(6000);
  });

  test('may be named by its products', async () => {
    const { totals } = await judged(company, enwg36, AS_OF, { lines: [], products: ['EV'] });
    expect(totals.counts).toEqual({ passes: 0, fails: 0, unjudged: 1, outside: 9 });
  });
});

describe('tariffs', () => {
  const offer = (id: string, audience: string, more: Record<string, string | number | null> = {}) => ({
    offer_id: id,
    valid_from: '2025-10-01',
    valid_to: '2025-12-31',
    audience,
    kind: 'bonus',
    value: 100,
    term_months: 12,
    ...more,
  });
  beforeAll(() =>
    company.add('offer', [
      offer('all', 'all'),
      offer('loyal', 'existing', { value: 50 }),
      offer('lure', 'new', { kind: 'discount' }),
      offer('shared', 'new'),
      offer('too-good', 'new', { value: 101 }),
      offer('longer', 'new', { valid_to: '2026-01-31' }),
      offer('asked', 'new', { kind: 'premium', reachable_for_existing: 'on_request' }),
      offer('open', 'new', { kind: 'upgrade', reachable_for_existing: 'now' }),
      offer('hidden', 'all', { kind: 'trial', reachable_for_existing: 'never' }),
      offer('long-ago', 'new', { valid_from: '2021-01-01', valid_to: '2021-12-31' }),
    ]),
  );

  test('for newcomers only fail, unless existing customers had one no worse in the same days', async () => {
    const { totals, reasons } = await judged(company, ofgemSlc22b, AS_OF);
    expect(reasons).toEqual({
      all: 'openToAll',
      loyal: 'retentionTariff',
      lure: 'newcomersOnly',
      shared: 'counterpart',
      'too-good': 'newcomersOnly',
      longer: 'newcomersOnly',
      asked: 'onlyOnRequest',
      open: 'openToAll',
      hidden: 'newcomersOnly',
    });
    expect(totals.counts).toEqual({ passes: 4, fails: 4, unjudged: 1, outside: 0 });
  });
});

describe('duties to inform', () => {
  const line = (id: string, start: string, more: Record<string, string | number | null> = {}) => ({
    contract_id: `t-${id}`,
    customer_id: `t-${id}`,
    product_id: 'DSL',
    start_date: start,
    region: 'West',
    ...more,
  });
  const told = (id: string, day: string, kind = 'Besttarifhinweis') => ({
    contact_id: `${id}-${day}`,
    customer_id: `t-${id}`,
    started_at: `${day} 10:00:00.000`,
    direction: 'out',
    kind,
  });
  const scope = { lines: ['dsl'], products: [] };

  beforeAll(() =>
    company.add('contract', [
      line('told', '2020-01-01', { min_term_end: '2022-01-01' }),
      line('overdue', '2020-01-01', { min_term_end: '2022-01-01' }),
      line('never', '2020-01-01'),
      line('young', '2025-09-01', { min_term_end: '2027-09-01' }),
      line('ended', '2020-01-01', { end_date: '2026-01-01', min_term_end: '2022-01-01' }),
      line('by-event', '2020-01-01', { region: 'Ost', min_term_end: '2022-01-01' }),
      line('in-time', '2024-02-01', { min_term_end: '2026-02-01' }),
      line('last-day', '2024-02-01', { min_term_end: '2026-02-01' }),
      line('day-late', '2024-02-01', { min_term_end: '2026-02-01' }),
      line('day-early', '2024-02-01', { min_term_end: '2026-02-01' }),
      line('silent', '2024-02-01', { min_term_end: '2026-02-01' }),
      line('soon', '2024-05-01', { min_term_end: '2026-05-01' }),
    ]),
  );

  test('cannot be judged in a store without a single notice', async () => {
    const { totals } = await judged(company, tkg573, AS_OF, scope);
    expect(totals.outcome).toBe('open');
    expect(totals.counts).toMatchObject({ passes: 0, fails: 0 });
  });

  test('the yearly best-tariff notice', async () => {
    await company.add('contact', [
      told('told', '2025-03-31'),
      told('overdue', '2025-03-30'),
      told('in-time', '2025-12-23'),
      told('last-day', '2026-01-22'),
      told('day-late', '2026-01-23'),
      told('day-early', '2025-12-22'),
      { ...told('never', '2026-01-01'), direction: 'in' },
      told('never', '2026-01-02', 'Rechnung'),
    ]);
    await company.add('notice_event', [
      { at: '2026-01-05 00:00:00.000', kind: 'best_tariff_notice', scope: '{"region":["Ost"]}' },
      { at: '2026-01-06 00:00:00.000', kind: 'price_letter', scope: '' },
    ]);
    const { reasons, totals } = await judged(company, tkg573, AS_OF, scope);
    expect(reasons).toMatchObject({
      't-told': 'informed',
      't-overdue': 'overdue',
      't-never': 'neverInformed',
      't-young': 'firstYear',
      't-ended': 'ended',
      't-by-event': 'informed',
      't-in-time': 'informed',
      't-silent': 'neverInformed',
    });
    expect(totals.counts).toMatchObject({ passes: 6, fails: 5, unjudged: 0 });
  });

  test('the notice ten to forty days before the end of the term, both days included', async () => {
    const { reasons, totals } = await judged(company, ofcomEndOfContract, AS_OF, scope);
    expect(reasons).toMatchObject({
      't-in-time': 'inTime',
      't-last-day': 'inTime',
      't-day-late': 'tooLate',
      't-day-early': 'tooEarly',
      't-silent': 'neverInformed',
      't-soon': 'notYetDue',
      't-never': 'termEndUnknown',
      't-told': 'informed',
      't-overdue': 'overdue',
      't-by-event': 'informed',
      't-young': 'notYetDue',
      't-ended': 'ended',
    });
    expect(totals.counts).toMatchObject({ passes: 4, fails: 4, unjudged: 2 });
  });

  test('a notice of unknown reach neither clears nor blames anybody', async () => {
    await company.add('notice_event', [
      { at: '2026-01-07 00:00:00.000', kind: 'best_tariff_notice', scope: '{"age":["60+"]}' },
    ]);
    const { reasons } = await judged(company, tkg573, AS_OF, scope);
    expect(reasons).toMatchObject({
      't-told': 'informed',
      't-never': 'noticeScopeUnclear',
      't-overdue': 'noticeScopeUnclear',
    });
  });
});
