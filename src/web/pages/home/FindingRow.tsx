import { Text } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { EffectBar } from '../../parts/EffectBar.tsx';
import { GradeMark } from '../../parts/GradeMark.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { Effect, PresentedCheck } from '../../parts/report-shape.ts';

interface FindingRowProps {
  readonly check: PresentedCheck;
  readonly effect: Effect;
  readonly audit: string;
  readonly format: Format;
}

/** A question, its answer, how large, how sure, and how much money. */
export function FindingRow({ check, effect, audit, format }: FindingRowProps) {
  const { id, reference, question, answer, grade, gradeText, money, outcome } = check;
  return (
    <li className="finding-row">
      <div className="finding-grade">
        {grade !== null && gradeText !== null && <GradeMark grade={grade} sentence={gradeText} />}
      </div>
      <div className="finding-words">
        <PageLink to="/finding/$check" params={{ check: id }} search={{ audit, reference }} fw={650} underline="hover">
          {question}
        </PageLink>
        <Text size="sm" className="finding-answer">
          {answer}
        </Text>
      </div>
      <div className="finding-numbers">
        {effect !== null && <EffectBar effect={effect} outcome={outcome} format={format} />}
        {money.map(({ label, value, interval }) => (
          <Text key={label} size="sm">
            <strong>{value}</strong> {interval === '' ? '' : `(${interval}) `}
            <span className="soft">{label}</span>
          </Text>
        ))}
      </div>
    </li>
  );
}
