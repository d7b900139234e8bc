import type { z } from 'zod';
import type { Report } from '#audit/report.ts';
import { CHECKS } from '#checks/catalogue.ts';
import { METHOD_SOURCES } from '#checks/method-sources.ts';
import type { Language } from '#domain/language.ts';
import type { Presentation } from '#endpoints/presentation.ts';
import type { PresentedJoint } from '#report/joint.ts';
import { type Presented, presentReport } from '#report/present.ts';
import { isStaffCheck } from '../data/staff.ts';
import { settingText } from './setting-text.ts';

const lines = (given: Presented['money']) => given.map((line) => ({ ...line }));

const checkOf = (id: string) => CHECKS.find((candidate) => candidate.id === id);

function isListable(id: string): boolean {
  const check = checkOf(id);
  return check !== undefined && check.affected !== null && !isStaffCheck(check);
}

function isAboutStaff(id: string): boolean {
  const check = checkOf(id);
  return check !== undefined && isStaffCheck(check);
}

function checkShown(presented: Presented): z.input<typeof Presentation>['checks'][number] {
  const { check, chartWords } = presented;
  return {
    id: check.id,
    reference: check.reference,
    measure: check.measure,
    outcome: check.outcome,
    outcomeText: presented.outcome,
    grade: check.grade,
    gradeText: presented.grade,
    judged: presented.judged,
    question: presented.question,
    answer: presented.answer,
    naive: presented.naive,
    action: presented.action,
    method: presented.method,
    methodSources: [...(METHOD_SOURCES[check.id] ?? [])],
    affected: presented.affected,
    adjusted: presented.adjusted,
    caveats: [...presented.caveats],
    overturn: presented.overturn,
    sharpen: presented.sharpen,
    money: lines(presented.money),
    details: lines(presented.details),
    strata: lines(presented.strata),
    counts: lines(presented.counts),
    excluded: lines(presented.excluded),
    charts: check.charts.map(({ id, kind, unit }) => ({
      id,
      kind,
      unit,
      title: chartWords[id]?.title ?? id,
      x: chartWords[id]?.x ?? '',
      y: chartWords[id]?.y ?? '',
      series: { ...chartWords[id]?.series },
    })),
    listable: check.outcome === 'finding' && isListable(check.id),
    aboutStaff: isAboutStaff(check.id),
  };
}

const jointShown = ({ words, outcome, answer, grade, parts, caveats }: PresentedJoint) => ({
  outcome,
  question: words.question,
  answer,
  grade,
  partsHeading: words.partsHeading,
  exposureHeading: words.exposure,
  exitsHeading: words.exits,
  parts: lines(parts),
  caveats: [...caveats],
});

const remembered = new WeakMap<Report, Partial<Record<Language, z.input<typeof Presentation>>>>();

/** The report in words, as data that travels; made once for a report and a language. */
export function presentationShown(report: Report, language: Language): z.input<typeof Presentation> {
  const known = remembered.get(report) ?? {};
  const shown = known[language] ?? presented(report, language);
  remembered.set(report, { ...known, [language]: shown });
  return shown;
}

function presented(report: Report, language: Language): z.input<typeof Presentation> {
  const { words, format, lead, joint, checks } = presentReport(report, language);
  const settings = Object.entries(report.settings).flatMap(([name, given]) => {
    const value = settingText(name, given, format);
    return value === null ? [] : [{ label: words.settingNames[name] ?? name, value, interval: '' }];
  });
  return {
    language,
    currency: String(report.settings['currency'] ?? 'EUR'),
    title: words.title,
    subtitle: words.subtitle(format.day(report.asOf)),
    lead,
    moneyNote: words.moneyNote,
    joint: joint === null ? null : jointShown(joint),
    checks: checks.map(checkShown),
    settings,
    tables: report.tables,
  };
}
