import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/audit/report.ts';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { staffDisparity } from '../../src/checks/staff-disparity/check.ts';
import { staffMinimum } from '../../src/domain/staff-guard.ts';
import { reportHtml } from '../../src/report/html.ts';
import { reportText } from '../../src/report/text.ts';
import { createRandom } from '../../src/statistics/random.ts';
import { type Company, openCompany } from '../company.ts';

/** What the house promises: written here again, so that nobody lowers it unseen. */
const SEVEN = 7;

/** What the attacker knows of a person: everything but the pay, the training and the recognition that are to be found out. */
interface Person {
  readonly staff_pid: string;
  readonly role_class: 'care' | 'acquisition';
  readonly team_id: string;
  readonly entered: string;
  readonly left: string | null;
  readonly exit_kind: string | null;
  readonly fte: number;
  readonly pay: number;
  readonly training_hours: number;
  readonly last_service_training: string | null;
  readonly recognition_n: number;
  readonly decision_limit: number;
}

const dayAfter = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 24 carers in two teams and one of four, 14 hunters; somebody comes or goes every few weeks. */
function invented(): readonly Person[] {
  const random = createRandom(17);
  const person = (i: number, care: boolean): Person => {
    const entered = dayAfter('2016-01-01', random.integer(2800));
    const stays = 200 + random.integer(2500);
    const gone = dayAfter(entered, stays);
    const leaves = gone < '2025-12-31';
    return {
      staff_pid: `PID${1000 + i}`,
      role_class: care ? 'care' : 'acquisition',
      team_id: i % 9 === 0 ? 'tiny' : `T${i % 3}`,
      entered,
      left: leaves ? gone : null,
      exit_kind: leaves && random.uniform() < 0.8 ? 'voluntary' : null,
      fte: random.uniform() < 0.3 ? 0.5 : 1,
      // Odd sums, so that each of them would be recognised.
      pay: 31_000 + 137 * random.integer(400),
      training_hours: 3 + random.integer(60),
      last_service_training: random.uniform() < 0.5 ? '2024-02-02' : null,
      recognition_n: random.integer(6),
      decision_limit: 50 * (1 + random.integer(9)),
    };
  };
  return [
    ...Array.from({ length: 110 }, (_, i) => person(i, true)),
    ...Array.from({ length: 60 }, (_, i) => person(500 + i, false)),
  ];
}

const PERSONS = invented();
const there = (day: string, role: string) =>
  PERSONS.filter((p) => p.role_class === role && p.entered <= day && (p.left === null || p.left > day));

/** The day before and the day on which somebody comes or goes: between such neighbours mostly one single person differs. */
const AUDITED = [
  ...new Set(
    [...new Set(PERSONS.flatMap((p) => [p.entered, ...(p.left === null ? [] : [p.left])]))]
      .filter((day) => day > '2023-06-01' && day < '2025-12-01')
      .sort()
      .filter((_, i) => i % 5 === 0)
      .flatMap((day) => [dayAfter(day, -1), day]),
  ),
];

let made: Company;
const audits = new Map<string, Report>();
const audit = (asOf: string, settings: Parameters<Company['audit']>[0]['settings'] = {}) =>
  made.audit({ checks: [staffDisparity], asOf, settings: { worksAgreement: 1, ...settings } });
const verdictOn = (report: Report) => report.checks.find(({ id }) => id === 'staff-disparity');

beforeAll(async () => {
  made = await openCompany();
  await made.add(
    'staff',
    PERSONS.map((p) => ({ ...p })),
  );
  await made.add('team_pulse', [{ team_id: 'tiny', wave: '2025', item: 'appreciation', n: 4, mean: 1.234 }]);
  for (const day of AUDITED) audits.set(day, await audit(day));
});
afterAll(() => made.close());

/** Published levels by role, with the group they stand on. */
interface Published {
  readonly day: string;
  readonly role: 'care' | 'acquisition';
  readonly persons: number;
  readonly value: number;
}

function published(dimension: string): readonly Published[] {
  return [...audits].flatMap(([day, report]) => {
    const found = verdictOn(report);
    const stratum = found?.strata.find(({ key }) => key === dimension);
    if (found === undefined || stratum === undefined) return [];
    const level = (suffix: string) =>
      found.details.find(({ key }) => key === `${dimension}${suffix}`)?.quantity.value ?? Number.NaN;
    return [
      { day, role: 'care', persons: stratum.counts['carers'] ?? 0, value: level('Care') },
      { day, role: 'acquisition', persons: stratum.counts['hunters'] ?? 0, value: level('Acquisition') },
    ] satisfies readonly Published[];
  });
}

/** Neighbouring audits between which one single person of a role came or went, with the difference of the published sums. */
function subtractions(dimension: string, role: Published['role']) {
  const told = published(dimension).filter((one) => one.role === role);
  return told.flatMap((one, i) => {
    const next = told[i + 1];
    if (next === undefined) return [];
    const [before, after] = [there(one.day, role), there(next.day, role)];
    const joined = after.filter((p) => !before.includes(p));
    const moved = [...joined, ...before.filter((p) => !after.includes(p))];
    const [target] = moved;
    if (target === undefined || moved.length !== 1) return [];
    const sum = (joined.length === 1 ? 1 : -1) * (next.value * after.length - one.value * before.length);
    return [{ moved: one.value !== next.value, guess: { target, sum }, size: before.length }];
  });
}

describe('repeated audits under changed days', () => {
  test('the audits speak, and single persons come and go between them', () => {
    expect(published('pay').length).toBeGreaterThan(30);
    const days = [...audits.keys()];
    const single = days.filter((day, i) => {
      const next = days[i + 1];
      if (next === undefined) return false;
      const moved = PERSONS.filter(
        (p) => (p.entered > day && p.entered <= next) || (p.left !== null && p.left > day && p.left <= next),
      );
      return moved.length === 1;
    });
    expect(single.length).toBeGreaterThan(8);
  });

  test.each(['pay', 'training', 'trained', 'recognition', 'limit', 'turnover'])(
    'figures on %s stand still until seven persons of a role have come or gone',
    (dimension) => {
      for (const role of ['care', 'acquisition'] as const) {
        const told = published(dimension).filter((one) => one.role === role);
        const changes = told.filter(
          (one, i) => i > 0 && (one.value !== told[i - 1]?.value || one.persons !== told[i - 1]?.persons),
        );
        const moves = PERSONS.filter((p) => p.role_class === role).flatMap((p) => [
          p.entered,
          ...(p.left === null ? [] : [p.left]),
        ]);
        for (const [i, change] of changes.entries()) {
          const before = changes[i - 1];
          if (before === undefined) continue;
          // The closing day lies after the last audit that knew nothing of it.
          const unaware = told.filter(({ day }) => day < before.day).at(-1)?.day ?? '';
          const between = moves.filter((day) => day > unaware && day <= change.day);
          expect(between.length, `${role} ${before.day} to ${change.day}`).toBeGreaterThanOrEqual(SEVEN);
        }
      }
    },
  );

  test.each([
    ['pay', 100, (p: Person) => p.pay / p.fte],
    ['training', 0.1, (p: Person) => p.training_hours],
  ] as const)(
    'subtracting one audit from the next gives the %s of nobody who came or went',
    (dimension, step, secret) => {
      const tried = [...subtractions(dimension, 'care'), ...subtractions(dimension, 'acquisition')];
      expect(tried.length).toBeGreaterThan(5);
      const recovered = tried.filter(
        ({ moved, guess, size }) => moved && Math.abs(guess.sum - secret(guess.target)) <= step * size,
      );
      expect(recovered).toEqual([]);
    },
  );

  test('the day on which a single person goes moves no number of any report', () => {
    const pairs = PERSONS.flatMap((p) => {
      if (p.left === null || p.left < '2023-06-01' || p.left > '2025-12-01') return [];
      const days = [...audits.keys()];
      const at = days.indexOf(p.left);
      if (at < 1) return [];
      const alone = PERSONS.filter((q) =>
        [q.entered, q.left].some((day) => day !== null && day > (days[at - 1] ?? '') && day <= (days[at] ?? '')),
      );
      return alone.length === 1 ? [[days[at - 1] ?? '', days[at] ?? ''] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(3);
    const numbers = (day: string) => {
      const report = audits.get(day);
      const found = report === undefined ? undefined : verdictOn(report);
      return JSON.stringify([found?.effect, found?.strata, found?.details, found?.charts]);
    };
    const changed = pairs.filter(([before, after]) => numbers(before) !== numbers(after));
    // A closing day is reached by somebody: then seven changed at once, whom nobody can tell apart.
    expect(changed.length).toBeLessThanOrEqual(pairs.length / SEVEN + 2);
  });
});

test('groups close with a quarter, so the day told is not the day on which somebody came or went', () => {
  const told = [...audits.values()].map(
    (report) => verdictOn(report)?.caveats.find(({ id }) => id === 'closing')?.values['day'],
  );
  expect(told.length).toBeGreaterThan(20);
  for (const day of told) if (day !== undefined) expect(day).toMatch(/-(03-31|06-30|09-30|12-31)$/);
});

describe('changed settings', () => {
  test('no setting of the audit moves the group: figures are the same or silent', async () => {
    const day = '2025-06-01';
    const plain = verdictOn(await audit(day));
    for (const settings of [
      { staffGroupMinimum: 5 },
      { staffGroupMinimum: 9 },
      { staffGroupMinimum: 0 },
      { windowMonths: 23 },
      { windowMonths: 25 },
      { newcomerDays: 1 },
      { minimumCell: 0 },
      { horizonMonths: 1 },
    ]) {
      const other = verdictOn(await audit(day, settings));
      const told = new Map(plain?.details.map(({ key, quantity }) => [key, quantity.value]));
      for (const { key, quantity } of other?.details ?? []) expect(quantity.value, key).toBe(told.get(key));
    }
  });

  test('nobody gets below five by asking', () => {
    expect(staffMinimum({ staffGroupMinimum: 0 })).toBe(5);
    expect(staffMinimum({ staffGroupMinimum: -3 })).toBe(5);
    expect(staffMinimum({ staffGroupMinimum: Number.NaN })).toBe(5);
    expect(staffMinimum({ staffGroupMinimum: 12 })).toBe(12);
  });

  test('without the agreement no figure on staff is in the report, whatever else is set', async () => {
    const silent = verdictOn(await audit('2025-06-01', { worksAgreement: 0, staffGroupMinimum: 5 }));
    expect(silent).toMatchObject({
      outcome: 'notApplicable',
      effect: null,
      naive: null,
      details: [],
      strata: [],
      charts: [],
      counts: {},
    });
    const half = verdictOn(await audit('2025-06-01', { worksAgreement: 0.5 }));
    expect(half).toMatchObject({ outcome: 'notApplicable', details: [], strata: [] });
  });
});

describe('reports and lists of all checks', () => {
  test('no report of any check names a person, a team or the pay of one, in any form', async () => {
    const report = await made.audit({ checks: CHECKS, asOf: '2025-06-01', settings: { worksAgreement: 1 } });
    const drawn = [
      JSON.stringify(report),
      ...(['en', 'de'] as const).flatMap((l) => [reportText(report, l), reportHtml(report, l, null)]),
    ];
    const pays = new Set(PERSONS.map(({ pay }) => String(pay)));
    for (const text of drawn) {
      expect(text).not.toMatch(/PID\d/);
      expect(text).not.toMatch(/"tiny"|tiny:/);
      expect(text).not.toContain('1.234');
      expect([...text.matchAll(/\b\d{5}\b/g)].filter(([number]) => pays.has(number))).toEqual([]);
    }
  });

  test('the pay of no single person stands in a report, even as a median of an odd number would', () => {
    for (const [day, report] of audits) {
      for (const role of ['Care', 'Acquisition']) {
        const told = verdictOn(report)?.details.find(({ key }) => key === `pay${role}`)?.quantity.value;
        expect(told === undefined || told % 100 === 0, day).toBe(true);
      }
    }
  });

  test('no check lists people of the house', () => {
    const ofStaff = CHECKS.filter(
      ({ requires }) => requires['staff'] !== undefined || requires['team_pulse'] !== undefined,
    );
    expect(ofStaff.map(({ id }) => id)).toContain('staff-disparity');
    expect(ofStaff.filter(({ affected }) => affected !== null).map(({ id }) => id)).toEqual([]);
    for (const { id, subjects } of CHECKS)
      expect(['staff_pid', 'previous_staff', 'team_id'], id).not.toContain(subjects.id);
  });

  test('no table of persons is left behind in the store', async () => {
    await audit('2025-06-01');
    const left = await made.warehouse.columns({
      name: 'tables',
      sql: `SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'fact_%' ORDER BY name`,
      params: {},
    });
    expect(left['name'] ?? []).toEqual([]);
  });
});
