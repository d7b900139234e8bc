import { Tooltip } from '@mantine/core';
import './grade-mark.css';

interface GradeMarkProps {
  readonly grade: string;
  /** The grade in one sentence. */
  readonly sentence: string;
}

/** How strong the evidence is: a letter, its sentence on hover, touch and focus. */
export function GradeMark({ grade, sentence }: GradeMarkProps) {
  return (
    <Tooltip label={sentence} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className="grade-mark" aria-label={sentence}>
        {grade}
      </button>
    </Tooltip>
  );
}
