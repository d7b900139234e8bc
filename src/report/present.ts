import type { Report, ReportCheck } from '#audit/report.ts';
import { CHECKS } from '#checks/catalogue.ts';
import type { CheckWords } from '#checks/check-messages.ts';
import { type Note, type Quantity, type Verdict, verdict } from '#checks/verdict.ts';
import { createFormat, type Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { type PresentedJoint, presentJoint } from './joint.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

type Sided = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
};
const unbounded = <T extends Sided>({ low, high, ...rest }: T) => ({
  ...rest,
  low: low ?? Number.NEGATIVE_INFINITY,
  high: high ?? Number.POSITIVE_INFINITY,
});

/** A row of a small table: label, value and interval as text. */
export interface Line {
  readonly label: string;
  readonly value: string;
  readonly interval: string;
}

/** One question with its answer, all in words. */
export interface Presented {
  readonly check: ReportCheck;
  /** There is an answer, or at least a number, to explain. */
  readonly judged: boolean;
  readonly question: string;
  readonly answer: string;
  readonly outcome: string;
  readonly grade: string | null;
  readonly naive: string;
  readonly action: string;
  readonly method: string;
  readonly affected: string | null;
  readonly adjusted: string;
  readonly caveats: readonly string[];
  readonly overturn: string | null;
  readonly sharpen: string | null;
  readonly money: readonly Line[];
  readonly details: readonly Line[];
  readonly strata: readonly Line[];
  readonly counts: readonly Line[];
  readonly excluded: readonly Line[];
  readonly chartWords: CheckWords['charts'];
}

export interface Presentation {
  readonly report: Report;
  readonly format: Format;
  readonly words: ReportWords;
  readonly lead: string;
  readonly joint: PresentedJoint | null;
  readonly checks: readonly Presented[];
}

/** The verdict as the check's own words know it: open sides are infinite again. */
export function asVerdict(check: ReportCheck): Verdict {
  const quantity = (given: ReportCheck['effect']): Quantity | null => (given === null ? null : unbounded(given));
  const amount = (given: ReportCheck['money']['loss']) => (given === null ? null : unbounded(given));
  return verdict({
    ...check,
    effect: quantity(check.effect),
    naive: quantity(check.naive),
    strata: check.strata.map((stratum) => ({ ...stratum, effect: quantity(stratum.effect) })),
    details: check.details.map((detail) => ({ key: detail.key, quantity: unbounded(detail.quantity) })),
    money: {
      transfer: amount(check.money.transfer),
      loss: amount(check.money.loss),
      atRisk: amount(check.money.atRisk),
      recoverable: amount(check.money.recoverable),
    },
  });
}

function columnLabel(name: string, language: Language): string {
  const [table, column] = name.split('.');
  const declared = TABLES.find((candidate) => candidate.name === table)?.columns[column ?? ''];
  return declared === undefined ? name : `${name} (${declared[language].replace(/[.]$/, '')})`;
}

interface Context {
  readonly language: Language;
  readonly format: Format;
  readonly common: ReportWords;
  readonly words: CheckWords;
}

const half = ({ low, high }: Quantity) => (high - low) / 2;
function quantityLine(label: string, quantity: Quantity, { format, common }: Context): Line {
  const side = (value: number) =>
    Number.isFinite(value) ? format.quantity(value, quantity.unit, half(quantity)) : common.unbounded;
  const exact = quantity.low === quantity.high;
  return {
    label,
    value: format.quantity(quantity.value, quantity.unit, half(quantity)),
    interval: exact ? '' : `${side(quantity.low)} ${common.to} ${side(quantity.high)}`,
  };
}

function noteText({ id, values }: Note, { words, common, format }: Context): string {
  if (id === 'failed') return common.failed(String(values['message'] ?? ''));
  return words.notes[id]?.(values, format) ?? id;
}

function moneyLines(found: Verdict, context: Context): readonly Line[] {
  const kinds = ['transfer', 'loss', 'atRisk', 'recoverable'] as const;
  return kinds.flatMap((kind) => {
    const amount = found.money[kind];
    return amount === null ? [] : [quantityLine(context.common.money[kind], { ...amount, unit: 'money' }, context)];
  });
}

function stratumLabel(key: string, { words }: Context): string {
  const at = key.indexOf(':');
  const whole = words.dimensions[key];
  if (at < 0 || whole !== undefined) return whole ?? key;
  return `${words.dimensions[key.slice(0, at)] ?? key.slice(0, at)}: ${key.slice(at + 1)}`;
}

const countLines = (
  counts: Readonly<Record<string, number>>,
  labels: Readonly<Record<string, string>>,
  format: Format,
) =>
  Object.entries(counts).map(
    ([name, count]): Line => ({ label: labels[name] ?? name, value: format.count(count), interval: '' }),
  );

// The readiness of the data is no verdict on the company.
const outcomeText = ({ measure, outcome }: ReportCheck, common: ReportWords) =>
  measure === 'M26' && outcome === 'inconclusive' ? common.withCare : common.outcomes[outcome];

function adjustedText(check: ReportCheck, { common, format, language }: Context): string {
  if (check.measure === 'M26') return '';
  const columns = check.adjustedFor.map((name) => columnLabel(name, language)).join(', ');
  const overlap = check.overlap === null ? '' : ` ${common.overlap(check.overlap, format)}`;
  return `${columns === '' ? common.nothingAdjusted : `${columns}.`}${overlap}`;
}

function present(check: ReportCheck, context: Context): Presented {
  const { words, common, format, language } = context;
  const found = asVerdict(check);
  const refused = check.reason === null ? null : noteText(check.reason, context);
  const judged = check.effect !== null || ['finding', 'reversed', 'clear'].includes(check.outcome);
  return {
    check,
    judged,
    question: words.question(found, format),
    answer: refused !== null && check.effect === null ? refused : words.answer(found, format),
    outcome: outcomeText(check, common),
    grade: check.grade === null ? null : `${common.grade} ${check.grade}: ${common.grades[check.grade]}`,
    naive: words.naive(found, format),
    action: words.action(found, format),
    method: words.method,
    affected: check.affected === null || check.outcome !== 'finding' ? null : common.affected(check.affected, format),
    adjusted: judged ? adjustedText(check, context) : '',
    caveats: [
      ...(refused !== null && check.effect !== null ? [refused] : []),
      ...check.caveats.map((caveat) => noteText(caveat, context)),
    ],
    overturn: check.overturn === null ? null : noteText(check.overturn, context),
    sharpen: check.sharpen === null ? null : columnLabel(check.sharpen, language),
    // Where the answer is not yes, an amount would be an accusation by the back door.
    money: check.outcome === 'finding' ? moneyLines(found, context) : [],
    details: found.details.map(({ key, quantity }) => quantityLine(words.details[key] ?? key, quantity, context)),
    strata: found.strata.flatMap(({ key, effect }) =>
      effect === null ? [] : [quantityLine(stratumLabel(key, context), effect, context)],
    ),
    counts: countLines(check.counts, words.counts, format),
    excluded: countLines(
      Object.fromEntries(Object.entries(check.excluded).filter(([, count]) => count > 0)),
      words.excluded,
      format,
    ),
    chartWords: words.charts,
  };
}

/** A report in the words of one language: numbers become text here and nowhere else. */
export function presentReport(report: Report, language: Language): Presentation {
  const currency = String(report.settings['currency'] ?? 'EUR');
  const format = createFormat(language, currency);
  const common = REPORT_WORDS[language];
  const counts = { finding: 0, reversed: 0, clear: 0, inconclusive: 0, notApplicable: 0, failed: 0 };
  // The readiness of the data is no verdict on the company.
  for (const check of report.checks) if (check.measure !== 'M26') counts[check.outcome] += 1;
  const checks = report.checks.flatMap((check) => {
    const words = CHECKS.find((candidate) => candidate.id === check.id)?.messages[language];
    return words === undefined ? [] : [present(check, { language, format, common, words })];
  });
  const joint = report.joint === null ? null : presentJoint(report.joint, language, format);
  return { report, format, words: common, lead: common.lead(counts, format), joint, checks };
}
