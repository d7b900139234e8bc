import { Alert } from '@mantine/core';
import { useWords } from '../../language.tsx';
import { RIGHTS_WORDS } from './words.ts';

interface MarksProps {
  readonly restricted: boolean;
  readonly objection: boolean;
}

/** What a customer's objection or restriction means for whoever looks at them. */
export function Marks({ restricted, objection }: MarksProps) {
  const { marks } = useWords(RIGHTS_WORDS);
  if (!restricted && !objection) return null;
  return (
    <Alert color="gray" role="note">
      {[...(restricted ? [marks.restricted] : []), ...(objection ? [marks.objection] : [])].join(' ')}
    </Alert>
  );
}
