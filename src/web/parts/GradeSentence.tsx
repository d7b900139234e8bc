import { Tooltip } from '@mantine/core';
import type { RefObject } from 'react';

interface GradeSentenceProps {
  readonly mark: RefObject<HTMLButtonElement | null>;
  readonly sentence: string;
}

/** The sentence of a grade beside its letter. */
export function GradeSentence({ mark, sentence }: GradeSentenceProps) {
  return <Tooltip opened target={mark} label={sentence} multiline maw={320} />;
}
