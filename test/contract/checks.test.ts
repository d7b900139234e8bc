import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report, ReportCheck } from '../../src/audit/report.ts';
import { CHECKS } from '../../src/checks/catalogue.ts';
import type { CheckWords } from '../../src/checks/check-messages.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { reportHtml } from '../../src/report/html.ts';
import { type Presented, presentReport } from '../../src/report/present.ts';
import { reportText } from '../../src/report/text.ts';
import { saysCause } from './causal-words.ts';
import { auditEmpty, auditWorld } from './companies.ts';

const CUSTOMERS = 2_500;
const HOLE = /\b(undefined|NaN|Infinity|null)\b|\[object/;
// The German word for zero.
const withoutZero = (text: string) => text.replaceAll(/\b(unter|über|gleich|auf) null\b/g, '$1 0');
const JUDGED = ['finding', 'reversed', 'clear', 'inconclusive'] as const;

interface Audited {
  /** World A: everything is wrong, and the same audit a second time. */
  readonly wronged: Report;
  readonly again: Report;
  /** World C: nothing is wrong, and every confounder is there. */
  readonly fair: Report;
  readonly empty: Report;
}
let audited: Audited | null = null;
const reports = (): Audited => {
  if (audited === null) throw new Error('the companies were not audited');
  return audited;
};
const all = () => [reports().wronged, reports().fair, reports().empty];

beforeAll(async () => {
  const [wronged, again] = await auditWorld('A', CUSTOMERS, 2);
  const [fair] = await auditWorld('C', CUSTOMERS);
  const empty = await auditEmpty();
  if (wronged === undefined || again === undefined || fair === undefined) throw new Error('an audit is missing');
  audited = { wronged, again, fair, empty };
}, 600_000);

/** Every judged verdict in every outcome that its words must know, at a grade that allows no cause. */
function turned(report: Report): Report {
  const judged = report.checks.filter((check) => check.effect !== null);
  return { ...report, checks: judged.flatMap((check) => JUDGED.map((outcome) => ({ ...check, outcome, grade: 'C' }))) };
}

function saidBy(presented: Presented): readonly string[] {
  const { question, answer, naive, action, caveats } = presented;
  return [question, answer, naive, action, ...caveats, presented.overturn ?? ''];
}

/** Ids of a verdict for which its check has no words. */
function wordless(check: ReportCheck, words: CheckWords): readonly string[] {
  const notes = [...check.caveats, check.reason, check.overturn].flatMap((note) => (note === null ? [] : [note.id]));
  const dimensions = check.strata.map(({ key }) => key.split(':')[0] ?? '');
  // A line may stand for a group of the company's own, such as a channel; it then bears the group's name.
  const groups = check.strata.map(({ key }) => key.slice(key.indexOf(':') + 1));
  const series = check.charts.flatMap((chart) =>
    [...chart.points, ...chart.benchmark]
      .flatMap((point) => point.series.split('|'))
      .filter((name) => words.charts[chart.id]?.series[name] === undefined && !groups.includes(name))
      .map((name) => `series ${chart.id}.${name}`),
  );
  const lacking = (kind: string, ids: readonly string[], known: Readonly<Record<string, unknown>>) =>
    ids.filter((id) => known[id] === undefined).map((id) => `${kind} ${id}`);
  return [
    ...lacking('note', notes, words.notes),
    ...lacking(
      'detail',
      check.details.map(({ key }) => key),
      words.details,
    ),
    ...lacking('count', Object.keys(check.counts), words.counts),
    ...lacking('excluded', Object.keys(check.excluded), words.excluded),
    ...lacking('dimension', dimensions, words.dimensions),
    ...lacking(
      'chart',
      check.charts.map(({ id }) => id),
      words.charts,
    ),
    ...series,
  ];
}

describe.each(LANGUAGES)('in %s', (language: Language) => {
  test('there are words for everything that a report names', () => {
    const missing = all().flatMap((report) =>
      report.checks.flatMap((check) => {
        const words = CHECKS.find(({ id }) => id === check.id)?.messages[language];
        return words === undefined ? [check.id] : wordless(check, words).map((id) => `${check.id}: ${id}`);
      }),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('no number or word is missing from a drawn text', () => {
    const texts = [...all(), ...all().map(turned)].flatMap((report) => [
      reportText(report, language),
      reportHtml(report, language, null),
    ]);
    const holes = texts.flatMap((text) =>
      text
        .replaceAll(/\s+/g, ' ')
        .split(/(?<=[.<])/)
        .filter((part) => HOLE.test(withoutZero(part))),
    );
    expect(holes.slice(0, 5)).toEqual([]);
  });

  test('below grade B no sentence names a cause', () => {
    const below = [...all(), ...all().map(turned)].flatMap((report) =>
      presentReport(report, language).checks.filter(({ check }) => check.grade !== 'A' && check.grade !== 'B'),
    );
    const causal = below.flatMap(saidBy).filter((sentence) => saysCause(sentence, language) !== null);
    expect(below.length).toBeGreaterThan(0);
    expect([...new Set(causal)]).toEqual([]);
  });
});

test('a company that wrongs its customers is told so', () => {
  expect(reports().wronged.checks.filter(({ outcome }) => outcome === 'finding').length).toBeGreaterThan(0);
});

test('a company where nothing is wrong is accused of nothing', () => {
  const accused = reports().fair.checks.filter(({ outcome }) => outcome === 'finding' || outcome === 'reversed');
  expect(accused.map(({ id, reference }) => [id, reference])).toEqual([]);
});

test('a company without data gets no verdict, and no check fails on it', () => {
  const { checks } = reports().empty;
  expect(new Set(checks.map(({ id }) => id))).toEqual(new Set(CHECKS.map(({ id }) => id)));
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  const verdicts = checks.map(({ outcome }) => outcome);
  expect(verdicts.filter((outcome) => outcome !== 'notApplicable' && outcome !== 'inconclusive')).toEqual([]);
});

test('no check fails on a whole company', () => {
  const failed = [...reports().wronged.checks, ...reports().fair.checks].filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ id, reason }) => [id, reason])).toEqual([]);
});

test('the same input gives the same report, byte for byte', () => {
  expect(JSON.stringify(reports().again)).toBe(JSON.stringify(reports().wronged));
});

test('every report fits the published schema, and one with a foreign field or unit does not', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  const fits = ajv.compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')));
  for (const report of all()) expect(fits(report), JSON.stringify(fits.errors)).toBe(true);
  const { wronged } = reports();
  expect(fits({ ...wronged, sentence: 'x' })).toBe(false);
  expect(fits({ ...wronged, checks: wronged.checks.map((check) => ({ ...check, effect: 'much' })) })).toBe(false);
});
