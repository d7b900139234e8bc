import { expect, test } from 'vitest';
import { requireKnownSettings } from './audit-work.ts';

const asked =
  (settings: Record<string, string | number>, checkSettings: Record<string, Record<string, number>> = {}) =>
  () =>
    requireKnownSettings({ settings, checkSettings });
const refused = (code: string) => expect.objectContaining({ code });

test('settings of the audit and of its checks are taken when they are known and of their kind', () => {
  expect(asked({ newcomerDays: 365, currency: 'CHF' }, { 'loyalty-penalty': { relevantGap: 0.03 } })).not.toThrow();
});

test.each([
  [{ nonsense: 1 }],
  [{ newcomerDays: 'many' }],
  [{ newcomerDays: -1 }],
  [{ newcomerDays: Number.POSITIVE_INFINITY }],
  [{ currency: "EUR'; --" }],
  [{ constructor: 1 }],
] as const)('%j is refused', (settings) => {
  expect(asked({ ...settings })).toThrow(refused('requestInvalid'));
});

test('a check that does not exist, and a setting that a check does not have, are refused', () => {
  expect(asked({}, { 'no-such-check': { relevantGap: 1 } })).toThrow(refused('requestInvalid'));
  expect(asked({}, { 'loyalty-penalty': { toString: 1 } })).toThrow(refused('requestInvalid'));
});

test('what the works agreement says cannot be set by whoever starts an audit', () => {
  expect(asked({ worksAgreement: 1 })).toThrow(refused('staffLocked'));
  expect(asked({ staffGroupMinimum: 1 })).toThrow(refused('staffLocked'));
});
