import { expect, test } from 'vitest';
import { DIALECTS } from './dialects.ts';

test.each([
  ['german', 'money', '1234.50', '1234,50'],
  ['german', 'date', '2026-06-30', '30.06.2026'],
  ['german', 'instant', '2026-06-30T08:05:00Z', '30.06.2026 08:05:00'],
  ['german', 'boolean', true, 'ja'],
  ['german', 'date', null, ''],
  ['sap', 'money', '-1234567.50', '1.234.567,50-'],
  ['sap', 'money', '12.00', '12,00'],
  ['sap', 'date', null, '00.00.0000'],
  ['salesforce', 'instant', '2026-06-30T08:05:00Z', '2026-06-30T08:05:00.000+0000'],
  ['zendesk', 'instant', '2026-06-30T08:05:00Z', '2026-06-30 08:05:00'],
  ['callCentre', 'instant', '2026-06-30T08:05:00Z', '1782806700000'],
  ['callCentre', 'seconds', 45, '45000'],
] as const)('%s writes a %s %s as %s', (dialect, kind, value, text) => {
  expect(DIALECTS[dialect].cell(kind, value)).toBe(text);
});

test('umlauts take one byte in Windows-1252', () => {
  expect([...DIALECTS.german.encode('äß')]).toEqual([0xe4, 0xdf]);
});

test('a cell that holds the delimiter or a quote is quoted', () => {
  expect(DIALECTS.german.line(['a;b', 'c"d', 'e'])).toBe('"a;b";"c""d";e\r\n');
});
