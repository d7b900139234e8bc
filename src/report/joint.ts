import type { JointReport } from '#audit/joint-report.ts';
import { EXPOSURE_WORDS } from '#checks/flight-radar/exposure-words.ts';
import type { Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { Unit } from '#domain/verdict-terms.ts';
import { JOINT_WORDS, type JointWords } from './joint-words.ts';
import type { Line } from './present.ts';
import { REPORT_WORDS } from './words.ts';

type Interval = NonNullable<JointReport['exits']>;

/** The total over all exposures, in words. */
export interface PresentedJoint {
  readonly words: JointWords;
  readonly outcome: JointReport['outcome'];
  readonly answer: string;
  readonly grade: string | null;
  /** Largest part first; only where there is a total to split. */
  readonly parts: readonly Line[];
  readonly caveats: readonly string[];
}

const half = ({ low, high }: Interval) => (low === null || high === null ? undefined : (high - low) / 2);

function written(given: Interval, unit: Unit, language: Language, format: Format) {
  const { unbounded, to } = REPORT_WORDS[language];
  const side = (value: number | null) => (value === null ? unbounded : format.quantity(value, unit, half(given)));
  return {
    value: format.quantity(given.value, unit, half(given)),
    between: `${side(given.low)} ${to} ${side(given.high)}`,
  };
}

function answerOf(joint: JointReport, language: Language, format: Format): string {
  const words = JOINT_WORDS[language];
  const { exits, outcome, observedExits, money, reason } = joint;
  if (exits === null || observedExits === null || outcome === 'notApplicable' || outcome === 'failed')
    return reason === null ? '' : (words.notes[reason.id]?.(reason.values, format) ?? reason.id);
  const { value, between } = written(exits, 'count', language, format);
  const said = words[outcome](value, between, format.count(observedExits));
  if (money === null || outcome !== 'finding') return said;
  const worth = written(money, 'money', language, format);
  return `${said} ${words.money(worth.value, worth.between)}`;
}

export function presentJoint(joint: JointReport, language: Language, format: Format): PresentedJoint {
  const words = JOINT_WORDS[language];
  const common = REPORT_WORDS[language];
  const names = EXPOSURE_WORDS[language];
  const text = ({ id, values }: JointReport['caveats'][number]) => words.notes[id]?.(values, format) ?? id;
  const bySize = [...joint.byExposure].sort((a, b) => b.exits.value - a.exits.value);
  const split = joint.outcome === 'finding' || joint.outcome === 'reversed';
  return {
    words,
    outcome: joint.outcome,
    answer: answerOf(joint, language, format),
    grade: joint.grade === null ? null : `${common.grade} ${joint.grade}: ${common.grades[joint.grade]}`,
    parts: split
      ? bySize.map(({ exposure, exits }): Line => {
          const { value, between } = written(exits, 'count', language, format);
          return { label: names[exposure], value, interval: between };
        })
      : [],
    caveats: [
      ...(joint.reason !== null && joint.exits !== null ? [text(joint.reason)] : []),
      ...joint.caveats.map(text),
      ...(joint.exits === null
        ? []
        : joint.leftOut.map(({ exposure, reason }) => `${words.leftOut}: ${names[exposure]} (${text(reason)}).`)),
    ],
  };
}
