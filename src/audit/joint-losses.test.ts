import { expect, test } from 'vitest';
import { verdict } from '../checks/verdict.ts';
import { DEFAULT_AUDIT_SETTINGS } from '../domain/audit-settings.ts';
import type { Outcome } from '../domain/verdict-terms.ts';
import { type AlonePart, withJointLosses } from './joint-losses.ts';
import type { ReportCheck } from './report.ts';
import { reportCheck } from './report-check.ts';

const audit = { ...DEFAULT_AUDIT_SETTINGS, asOf: '2026-06-30' };
const interval = (value: number, low: number, high: number) => ({ value, low, high, level: 0.95 });

function judged(id: string, outcome: Outcome, reference = '', parts: Partial<Parameters<typeof verdict>[0]> = {}) {
  const effect = { ...interval(1, 0.5, 1.5), unit: 'seconds' as const };
  const caveats = [{ id: 'noMoney', values: {} }];
  return reportCheck({ id, measure: 'M04' }, verdict({ outcome, reference, effect, caveats, ...parts }));
}
const WAITS: AlonePart = { exposure: 'long_wait', exits: interval(80, 40, 120), money: interval(9000, 4500, 13_000) };
const only = (check: ReportCheck, part: AlonePart = WAITS) => {
  const [found] = withJointLosses([check], [part], audit);
  if (found === undefined) throw new Error('no check');
  return found;
};

test('a finding bears the value that left with its exposure, alone and marked as overlapping', () => {
  const found = only(judged('wait-gap', 'finding'));
  expect(found.money).toMatchObject({ loss: { value: 9000, low: 4500, high: 13_000 }, transfer: null });
  expect(found.caveats).toEqual([{ id: 'lossAlone', values: { exits: 80, low: 40, high: 120 } }]);
});

test.each([
  ['no finding', judged('wait-gap', 'clear'), WAITS],
  ['nothing told of its exits', judged('wait-gap', 'finding'), { ...WAITS, exits: interval(80, -1, 160) }],
  ['too few exits behind it', judged('wait-gap', 'finding'), { ...WAITS, exits: interval(20, 10, 30) }],
  ['no value of a customer known', judged('wait-gap', 'finding'), { ...WAITS, money: null }],
  ['another exposure', judged('contact-drought', 'finding'), WAITS],
  ['a question that is about none', judged('offer-lockout', 'finding'), WAITS],
])('no loss: %s', (_, check, part) => {
  expect(only(check, part)).toEqual(check);
});

test('a loss that the check counted itself stays, and two references bear one loss', () => {
  const own = judged('wait-gap', 'finding', '', {
    money: { transfer: null, loss: interval(1, 0, 2), atRisk: null, recoverable: null },
  });
  expect(only(own)).toEqual(own);
  const price: AlonePart = { ...WAITS, exposure: 'price_gap' };
  const both = ['market', 'sheet'].map((reference) => judged('loyalty-penalty', 'finding', reference));
  expect(withJointLosses(both, [price], audit).map(({ money }) => money.loss?.value ?? null)).toEqual([9000, null]);
});

test('exits by the back door stand beside an offer, and their value only where they are told', () => {
  const door: AlonePart = { ...WAITS, exposure: 'new_only_offer' };
  const offer = judged('bait-offer', 'clear', '', { caveats: [{ id: 'backDoor', values: {} }] });
  const found = only(offer, door);
  expect(found.details.map(({ key, quantity }) => [key, quantity.value])).toEqual([
    ['backDoorExits', 80],
    ['backDoorValue', 9000],
  ]);
  expect(found.caveats.map(({ id }) => id)).toEqual(['backDoorAlone']);
  expect(found.money).toEqual(offer.money);
  const open = only(offer, { ...door, exits: interval(10, -30, 50) });
  expect(open.details.map(({ key }) => key)).toEqual(['backDoorExits']);
});
