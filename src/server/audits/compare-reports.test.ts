import { describe, expect, test } from 'vitest';
import { REPORT_VERSION, type Report, type ReportCheck } from '#audit/report.ts';
import { areApart, compareReports } from './compare-reports.ts';

const effect = (value: number, half: number) =>
  ({ value, low: value - half, high: value + half, level: 0.95, unit: 'share' }) as const;
const check = (id: string, outcome: ReportCheck['outcome'], found: ReportCheck['effect']): ReportCheck => ({
  id,
  measure: 'M01',
  reference: '',
  outcome,
  grade: null,
  effect: found,
  naive: null,
  strata: [],
  details: [],
  counts: {},
  affected: null,
  money: { transfer: null, loss: null, atRisk: null, recoverable: null },
  adjustedFor: [],
  overlap: null,
  excluded: {},
  caveats: [],
  reason: null,
  overturn: null,
  sharpen: null,
  charts: [],
});
const report = (checks: ReportCheck[], settings: Report['settings'] = {}): Report => ({
  reportVersion: REPORT_VERSION,
  programVersion: '0',
  asOf: '2026-06-30',
  settings,
  tables: [],
  joint: null,
  checks,
});
const kinds = (before: ReportCheck[], after: ReportCheck[]) =>
  Object.fromEntries(compareReports(report(before), report(after)).changes.map(({ id, kind }) => [id, kind]));

describe('two audits side by side', () => {
  test('a finding counted downwards grows when it moves away from no difference', () => {
    const ratio = (value: number) => ({ ...effect(value, 0.01), unit: 'ratio' as const });
    const before = [check('cost', 'finding', effect(-0.2, 0.02)), check('ratio', 'finding', ratio(0.6))];
    const after = [check('cost', 'finding', effect(-0.1, 0.02)), check('ratio', 'finding', ratio(0.4))];
    expect(kinds(before, after)).toEqual({ cost: 'weaker', ratio: 'stronger' });
  });

  test('a finding that comes, goes, grows, shrinks or stays is called so', () => {
    const before = [
      check('goes', 'finding', effect(0.3, 0.05)),
      check('grows', 'finding', effect(0.1, 0.02)),
      check('shrinks', 'finding', effect(0.3, 0.02)),
      check('stays', 'finding', effect(0.1, 0.02)),
      check('comes', 'clear', effect(0.0, 0.02)),
      check('turns', 'inconclusive', null),
    ];
    const after = [
      check('goes', 'clear', effect(0.0, 0.05)),
      check('grows', 'finding', effect(0.2, 0.02)),
      check('shrinks', 'finding', effect(0.1, 0.02)),
      check('stays', 'finding', effect(0.13, 0.02)),
      check('comes', 'finding', effect(0.2, 0.02)),
      check('turns', 'clear', null),
    ];
    expect(kinds(before, after)).toEqual({
      goes: 'vanished',
      grows: 'stronger',
      shrinks: 'weaker',
      stays: 'same',
      comes: 'appeared',
      turns: 'turned',
    });
  });

  test('a question that only one of them asked is no change of the company unless it found something', () => {
    expect(kinds([], [check('new', 'finding', effect(0.2, 0.1))])).toEqual({ new: 'appeared' });
    expect(kinds([check('old', 'clear', null)], [])).toEqual({ old: 'turned' });
  });

  test('what got worse comes first', () => {
    const before = [check('a', 'finding', null), check('b', 'clear', null)];
    const after = [check('a', 'clear', null), check('b', 'finding', null)];
    expect(compareReports(report(before), report(after)).changes.map(({ kind }) => kind)).toEqual([
      'appeared',
      'vanished',
    ]);
  });

  test('settings that differ are named, the day of the audit is not one', () => {
    const settings = (newcomerDays: number, asOf: string) => report([], { newcomerDays, asOf });
    expect(compareReports(settings(90, '2026-01-01'), settings(180, '2026-06-30')).settingsChanged).toEqual([
      'newcomerDays',
    ]);
  });
});

describe('intervals apart', () => {
  test('touching is not apart; an open side reaches everywhere; other units cannot be compared', () => {
    expect(areApart(effect(0.1, 0.05), effect(0.2, 0.05))).toBe(false);
    expect(areApart(effect(0.1, 0.04), effect(0.2, 0.05))).toBe(true);
    expect(areApart({ ...effect(0.1, 0.01), high: null }, effect(0.9, 0.01))).toBe(false);
    expect(areApart(effect(0.1, 0.01), { ...effect(0.9, 0.01), unit: 'ratio' })).toBe(false);
  });
});
