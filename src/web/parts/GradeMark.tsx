import { lazy, Suspense, useRef, useState } from 'react';
import './grade-mark.css';

// Fetched when the first sentence is asked for; the first page does without it.
const GradeSentence = lazy(() => import('./GradeSentence.tsx').then((part) => ({ default: part.GradeSentence })));

interface GradeMarkProps {
  readonly grade: string;
  /** The grade in one sentence. */
  readonly sentence: string;
}

/** How strong the evidence is: a letter, its sentence on hover, touch and focus; Escape takes the sentence away. */
export function GradeMark({ grade, sentence }: GradeMarkProps) {
  const mark = useRef<HTMLButtonElement>(null);
  const [told, setTold] = useState(false);
  const tell = () => setTold(true);
  const hush = () => setTold(false);
  return (
    <>
      <button
        ref={mark}
        type="button"
        className="grade-mark"
        aria-label={sentence}
        onPointerEnter={tell}
        onPointerLeave={hush}
        onFocus={tell}
        onBlur={hush}
        onKeyDown={({ key }) => key === 'Escape' && hush()}
      >
        {grade}
      </button>
      {told && (
        <Suspense>
          <GradeSentence mark={mark} sentence={sentence} />
        </Suspense>
      )}
    </>
  );
}
