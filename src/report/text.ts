import type { Report } from '#audit/report.ts';
import type { Language } from '#domain/language.ts';
import type { PresentedJoint } from './joint.ts';
import { type Line, type Presented, presentReport } from './present.ts';

const WIDTH = 100;

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each) => indent + each).join('\n');
}

const lineText = ({ label, value, interval }: Line) =>
  wrapped(`${label}: ${value}${interval === '' ? '' : ` (${interval})`}`, '    ');

function checkText(presented: Presented, words: ReturnType<typeof presentReport>['words']): string {
  const { check } = presented;
  const parts = [
    `${presented.question}   [${check.measure}]`,
    wrapped(`${presented.outcome}. ${presented.answer}`, '  '),
  ];
  if (!presented.judged) {
    if (presented.sharpen !== null) parts.push(wrapped(`${words.sharpen}: ${presented.sharpen}`, '  '));
    return parts.join('\n');
  }
  if (presented.grade !== null) parts.push(wrapped(presented.grade, '  '));
  if (presented.money.length > 0) parts.push(`  ${words.moneyHeading}`, ...presented.money.map(lineText));
  parts.push(wrapped(`${words.naive}: ${presented.naive}`, '  '));
  if (presented.affected !== null) parts.push(wrapped(presented.affected, '  '));
  if (presented.adjusted !== '') parts.push(wrapped(`${words.adjusted}: ${presented.adjusted}`, '  '));
  if (presented.caveats.length > 0)
    parts.push(`  ${words.caveats}`, ...presented.caveats.map((caveat) => wrapped(`- ${caveat}`, '    ')));
  if (presented.overturn !== null) parts.push(wrapped(`${words.overturn}: ${presented.overturn}`, '  '));
  if (presented.sharpen !== null) parts.push(wrapped(`${words.sharpen}: ${presented.sharpen}`, '  '));
  parts.push(wrapped(`${words.action}: ${presented.action}`, '  '));
  return parts.join('\n');
}

function jointText({ words, answer, grade, parts, caveats }: PresentedJoint): string {
  return [
    words.question,
    wrapped(answer, '  '),
    ...(grade === null ? [] : [wrapped(grade, '  ')]),
    ...(parts.length === 0 ? [] : [`  ${words.partsHeading}`, ...parts.map(lineText)]),
    ...caveats.map((caveat) => wrapped(`- ${caveat}`, '    ')),
  ].join('\n');
}

/** The report for a terminal: every question with its answer, a hundred columns wide. */
export function reportText(report: Report, language: Language): string {
  const { words, lead, joint, checks, format } = presentReport(report, language);
  const data = report.tables.map(({ name, rows }) => `${name} ${format.count(rows)}`).join(', ');
  const head = [
    words.title,
    words.subtitle(format.day(report.asOf)),
    '',
    wrapped(lead, ''),
    wrapped(`${words.level} ${words.data}: ${data}.`, ''),
  ];
  const rule = '-'.repeat(WIDTH);
  const total = joint === null ? [] : [jointText(joint)];
  return `${[head.join('\n'), ...total, ...checks.map((check) => checkText(check, words))].join(`\n${rule}\n`)}\n${rule}\n${wrapped(words.moneyNote, '')}\n`;
}
